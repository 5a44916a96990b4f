"""Draws mock pages made of the program's widgets to pictures, to be looked at.

Run ``python -m tests.ui.demo <folder>`` with ``QT_QPA_PLATFORM=offscreen``.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from imt_desktop.i18n.translator import Translator
from imt_desktop.money import Currency, Money
from imt_desktop.period import Month
from imt_desktop.ui.shell import PageEntry, PageFrame, Shell
from imt_desktop.ui.theme import apply, em
from imt_desktop.ui.widgets import (
    AmountEdit,
    Avatar,
    Badge,
    BarChart,
    Bars,
    Button,
    Card,
    CheckBox,
    ChipRow,
    Choice,
    ChoiceCards,
    Column,
    ComboBox,
    DateEdit,
    EmptyState,
    EvenRow,
    Fact,
    FlowRow,
    Hairline,
    IconLabel,
    JobBoard,
    JobButton,
    LabelledField,
    Legend,
    LineEdit,
    MonthEdit,
    Note,
    Panes,
    PeopleList,
    PersonLine,
    SearchBox,
    Segments,
    Series,
    State,
    StateWord,
    StepItem,
    Steps,
    Table,
    TextArea,
    Words,
    steps_until,
)
from imt_desktop.ui.widgets.states import cut_off, done, due, late, not_yet, question, under_way

KES = Currency("KES")
TR = Translator("en")


def kes(whole: int) -> Money:
    """Make an amount of whole shillings."""
    return Money(whole * 100, KES)


TABLE, COMMUNITY, WALL = "At the table", "In the community", "On the wall"
ENTRIES = (
    PageEntry("home", "house", "Home", "Home"),
    PageEntry("receive", "hand-coins", "Receive payment", "Receive", TABLE),
    PageEntry("members", "users", "Members", "Members", TABLE),
    PageEntry("money", "wallet", "Money", "Money", TABLE),
    PageEntry("bill", "calendar-plus", "Bill everyone", "Bill", TABLE),
    PageEntry("tariffs", "scale", "Water price", "Price", TABLE),
    PageEntry("plan", "kanban", "Plan", "Plan", COMMUNITY),
    PageEntry("complaints", "message-square-warning", "Complaints", "Complaints", COMMUNITY),
    PageEntry("assemblies", "gavel", "Assemblies", "Assemblies", COMMUNITY),
    PageEntry("audit", "shield-check", "Audit", "Audit", COMMUNITY),
    PageEntry("service", "wrench", "Water service", "Service", COMMUNITY),
    PageEntry("notices", "megaphone", "Notices", "Notices", WALL),
    PageEntry("check", "scan-qr-code", "Check a paper", "Check", WALL),
)


def demo_shell(page: str, practice: bool = False) -> Shell:
    """Make the whole window with one page."""
    shell = Shell(TR, ENTRIES)
    shell.set_committee("Kiboko Water Project", "October 2026 is open", practice)
    shell.set_officer("Amina Wanjiru", "Treasurer")
    shell.set_count("plan", 2)
    shell.set_count("complaints", 1)
    for key, make in PAGES.items():
        if key == page:
            shell.add_page(ENTRY_OF[key], make())
            shell.show_page(ENTRY_OF[key])
    return shell


def home() -> QWidget:
    """Home, as in the mock-up."""
    page = PageFrame(TR, "Good morning, Amina", "Thursday 15 October 2026")
    find = SearchBox("Find anything", key="Ctrl+K")
    find.setFixedWidth(em(232))
    page.add_action(find)
    jobs = (
        ("Receive payment", "hand-coins", "F2"), ("Pay expense", "banknote-arrow-down", "F3"),
        ("Bill everyone", "calendar-plus", "F4"), ("Count cash", "coins", "F5"),
        ("Complaint", "message-square-warning", "F6"), ("Print notices", "printer", "F7"),
    )  # fmt: skip
    page.add(JobBoard([JobButton(*job, primary=job[2] == "F2") for job in jobs]))
    cash = ("Cash box 12,350", "Bank 168,400", "M-Pesa 5,400")
    owed = ("63 members", "21,600 older than 90 days")
    behind = ("161 have paid October", "last year it was 66")
    facts = (
        Fact("wallet", "In hand and in bank", TR.money(kes(186150)), cash),
        Fact("receipt-text", "Owed to us", TR.money(kes(96750)), owed),
        Fact("users", "Behind this month", "48 of 209", behind),
    )
    page.add(EvenRow(facts))
    page.add(EvenRow([_to_do(), _chart()]), 1)
    page.add(_trust())
    return page


def _to_do() -> Card:
    card = Card("To do in October", ruled=True, flush=True)
    card.head.addWidget(Words("4 open, 3 done", "second"))
    rows = (
        (State("bad", "Now"), "Bank the cash", "12,350 in the box, the limit is 10,000", "Bank it"),
        (due("This week"), "Answer complaint 31", "Due Monday 19 October, Zone C", "Open"),
        (due("This week"), "Count the cash", "Last counted 9 October, no difference", "Count"),
        (not_yet("This month"), "Print the October notice", "Due 31 October", "Preview"),
        (done("Done"), "Close September", "Signed 3 October by treasurer and chair", ""),
    )
    for number, row in enumerate(rows):
        if number:
            card.add(Hairline())
        card.add(_to_do_row(*row))
    card.body.addStretch(1)
    foot = card.foot()
    foot.addWidget(Button("The whole year", "quiet", "calendar-days", size="row"))
    foot.addStretch(1)
    foot.addWidget(Words("Next: assembly, Saturday 21 November", "small"))
    return card


def _to_do_row(state: State, title: str, line: str, button: str) -> QWidget:
    row = QWidget()
    cells = QHBoxLayout(row)
    cells.setContentsMargins(16, 6, 16, 6)
    cells.setSpacing(12)
    cells.addWidget(IconLabel(state.shape, state.ink, 20, state.words))
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Words(title, "strong" if button else "quiet"))
    words.addWidget(Words(line, "small"))
    cells.addLayout(words, 1)
    word = Words(state.words, "label", ink=state.ink)
    word.setMinimumWidth(em(76))
    cells.addWidget(word)
    if button:
        do = Button(button, size="row")
        do.setMinimumWidth(em(76))
        cells.addWidget(do)
    else:
        cells.addSpacing(88)
    return row


IN = (74, 69, 78, 81, 86, 83, 88, 91, 84, 92, 95, 42)
OUT = (61, 58, 66, 92, 64, 60, 71, 68, 63, 74, 70, 17)
MONTHS = ("Nov", "Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct")


def year() -> Bars:
    """Twelve months in and out."""
    return Bars(
        MONTHS,
        (
            Series("Collected", "teal", tuple(n * 100000 for n in IN)),
            Series("Spent", "out", tuple(n * 100000 for n in OUT)),
        ),
        write=lambda n: TR.amount(Money(n, KES)),
        axis=lambda n: f"{n // 100000}k" if n else "0",
        unfinished=frozenset({11}),
    )


def _chart() -> Card:
    card = Card("Collected and spent", "KSh, 12 months")
    card.head.addWidget(Legend(year()))
    card.add(BarChart("Collected and spent", year()), 1)
    return card


def _trust() -> Card:
    card = Card()
    card.body.setContentsMargins(16, 10, 12, 10)
    row = QHBoxLayout()
    row.setSpacing(16)
    facts = (
        ("stamp", "ok", "September closed and signed", "3 October, A. Wanjiru and J. Mutua"),
        ("scroll-text", "warn", "7 entries not yet on paper", "Last paper: receipt 4219"),
        ("hard-drive", "ok", "Last backup today 08:12", "USB stick 9 days ago"),
    )
    for number, (icon, role, title, line) in enumerate(facts):
        if number:
            row.addWidget(Hairline(upright=True))
        row.addWidget(IconLabel(icon, role, 22))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words(title, "label"))
        words.addWidget(Words(line, "small"))
        row.addLayout(words, 1)
    row.addWidget(Button("Check a paper", icon="scan-qr-code", size="row"))
    card.body.addLayout(row)
    return card


@dataclass(frozen=True, slots=True)
class Owed:
    """A bill that is owed."""

    fee: str
    state: State
    amount: Money


@dataclass(frozen=True, slots=True)
class Paid:
    """A receipt of today."""

    name: str
    what: str
    amount: str
    number: str
    icon: str
    struck: bool = False


RECEIPTS = (
    Paid("Peter Musyoka", "October", "450", "4219", "banknote"),
    Paid("Rose Ndunge", "Sept, October", "900", "4218", "smartphone"),
    Paid("Daniel Kiilu", "October", "450", "4217", "banknote"),
    Paid("Kiboko Primary School", "October", "2,000", "4215", "landmark"),
    Paid("John Wambua", "Cancelled: typed 4,500 for 450", "4,500", "4212", "ban", True),
    Paid("Fatuma Ali", "October", "450", "4211", "smartphone"),
)


def till() -> QWidget:
    """Receive payment, as in the mock-up."""
    page = PageFrame(TR, "Receive payment", "Last receipt 4219, Peter Musyoka")
    ways = (Choice("One at a time", 1, "user"), Choice("Collection sheet", 2, "table-properties"))
    page.add_action(Segments(ways))
    main = QWidget()
    left = QVBoxLayout(main)
    left.setContentsMargins(0, 0, 0, 0)
    left.setSpacing(12)
    search = SearchBox("Who pays?", "Name, number, phone or meter", large=True)
    search.setText("mwikali")
    left.addWidget(search)
    left.addWidget(_debts())
    left.addWidget(_paying())
    left.addStretch(1)
    page.add(Panes(main, _receipts(), 336), 1)
    return page


def _debts() -> Card:
    card = Card(flush=True)
    head = QHBoxLayout()
    head.setContentsMargins(16, 14, 16, 12)
    head.setSpacing(16)
    head.addWidget(Avatar("Mwikali Nzomo"))
    words = QVBoxLayout()
    words.setSpacing(0)
    first = QHBoxLayout()
    first.setSpacing(12)
    first.addWidget(Words("Mwikali Nzomo", "name"))
    first.addWidget(Badge(late("2 months behind")))
    first.addStretch(1)
    words.addLayout(first)
    words.addWidget(Words("No. 087, Zone B, household of 6, 0722 418 305", "second"))
    head.addLayout(words, 1)
    owes = QVBoxLayout()
    owes.setSpacing(0)
    owes.addWidget(Words("Owes", "second", right=True))
    owes.addWidget(Words("KSh 1,350", "title", right=True))
    head.addLayout(owes)
    card.body.addLayout(head)
    table = Table(
        [
            Column[Owed]("Oldest first", lambda row: row.fee, bold=True, stretch=2),
            Column[Owed]("How old", lambda row: "", state=lambda row: row.state, stretch=1),
            Column[Owed]("Owed, KSh", lambda row: TR.amount(row.amount), right=True, stretch=1),
            Column[Owed]("After this payment", lambda row: "paid", right=True, ink="ink2"),
        ],
        "Bills",
        row_height=44,
    )
    table.set_rows(
        [
            Owed("August fee", late("60 days"), kes(450)),
            Owed("September fee", due("30 days"), kes(450)),
            Owed("October fee", under_way("this month"), kes(450)),
        ]
    )
    table.setFixedHeight(table.content_height())
    card.add(table)
    return card


def _paying() -> Card:
    card = Card(flush=True)
    grid = QHBoxLayout()
    grid.setContentsMargins(20, 18, 20, 18)
    grid.setSpacing(24)
    left, right = QVBoxLayout(), QVBoxLayout()
    left.setSpacing(8)
    right.setSpacing(12)
    handed = AmountEdit(TR, KES, kes(1350), big=True)
    left.addWidget(LabelledField("Amount", "", handed))
    amounts = [
        Choice("1 month 450", 450),
        Choice("2 months 900", 900),
        Choice("All 1,350", 1350),
    ]
    left.addWidget(ChipRow(amounts, 1350, name="Amount"))
    left.addStretch(1)
    ways = [
        Choice("Cash", "cash", "banknote"),
        Choice("M-Pesa", "mobile", "smartphone"),
        Choice("Bank", "bank", "landmark"),
    ]
    right.addWidget(LabelledField("How paid", "", Segments(ways, "cash", even=True)))
    right.addWidget(LabelledField("Handed over", "", AmountEdit(TR, KES, kes(1500))))
    right.addStretch(1)
    grid.addLayout(left, 1)
    grid.addLayout(right, 1)
    card.body.addLayout(grid)
    card.add(Hairline())
    row = QHBoxLayout()
    row.setContentsMargins(20, 16, 20, 16)
    row.setSpacing(12)
    row.addWidget(Button("Leave", "quiet", key="Esc"))
    row.addStretch(1)
    row.addWidget(Button("Save only", key="Ctrl+Enter", size="page", short="Save"))
    row.addWidget(
        Button(
            "Save and print receipt", "primary", "printer", "Enter", "till", short="Save and print"
        )
    )
    card.body.addLayout(row)
    return card


def _receipts() -> Card:
    card = Card("Today's receipts", ruled=True, flush=True)
    card.head.addWidget(Words("15 October", "second"))
    people = PeopleList(
        lambda paid: PersonLine(
            paid.name,
            second=paid.what,
            amount=paid.amount,
            under=paid.number,
            icon=paid.icon,
            struck=paid.struck,
        ),
        "Today's receipts",
        compact=True,
    )
    people.set_rows(RECEIPTS)
    card.add(people, 1)
    foot = card.foot()
    words = QVBoxLayout()
    words.addWidget(Words("Cash taken today"))
    words.addWidget(Words("M-Pesa 1,350, bank 2,000", "second"))
    foot.addLayout(words, 1)
    foot.addWidget(Words("KSh 2,900", "name", right=True))
    return card


@dataclass(frozen=True, slots=True)
class Member:
    """A member in the list."""

    name: str
    number: str
    state: State
    amount: str


MEMBERS = (
    Member("Mwikali Nzomo", "087", late("More than 90 days"), "1,260"),
    Member("Daniel Kiilu", "022", done("Paid up"), "0"),
    Member("Rose Ndunge Mwende wa Kilonzo na Mutinda wa Makindu", "031", due("1 month"), "140"),
    Member("Fatuma Ali", "036", done("Paid ahead"), "–70"),
    Member("Kiboko Primary School", "040", under_way("This month"), "350"),
    Member("Musa Kitheka", "052", cut_off("Cut off"), "0"),
    Member("Agnes Mbithe", "055", under_way("This month"), "70"),
    Member("Peter Musyoka", "061", done("Paid up"), "0"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a member's history."""

    day: str
    what: str
    charged: str
    paid: str
    balance: str
    kind: str = ""
    reason: str = ""


HISTORY = (
    Line("", "Brought forward", "", "", "840", "forward"),
    Line("1 Jun", "June bill, 14 m³", "140", "", "980"),
    Line("18 Jun", "Receipt 2207, cash", "", "210", "770"),
    Line("1 Jul", "July bill, 15 m³", "152.50", "", "922.50"),
    Line("12 Aug", "Receipt 2391, cash", "", "140", "922.50", "void", "Cancelled: taken twice"),
    Line("1 Sep", "September bill, 12 m³", "115", "", "1,037.50"),
    Line("20 Sep", "Fine for a missed work day, minute 18", "50", "", "1,087.50"),
    Line("2 Oct", "Receipt 2466, cash", "", "70", "1,017.50"),
)


def members() -> QWidget:
    """Members, as in the mock-up."""
    page = PageFrame(TR, "Members", "186 connections, 58 behind")
    page.add_action(Button("New member", icon="user-plus", key="Ctrl+N"))
    page.add(Panes(_member_card(), _member_list(), 304, first=True), 1)
    return page


def _member_list() -> Card:
    card = Card(flush=True)
    top = QVBoxLayout()
    top.setContentsMargins(12, 12, 12, 12)
    top.setSpacing(10)
    top.addWidget(SearchBox("Name, number, telephone…"))
    top.addWidget(
        ChipRow([Choice("All", 0), Choice("Behind 58", 1), Choice("Cut off 4", 2)], 0, name="Show")
    )
    card.body.addLayout(top)
    card.add(Hairline())
    people = PeopleList(
        lambda member: PersonLine(member.name, member.number, member.state, amount=member.amount),
        "Members",
    )
    people.set_rows(MEMBERS)
    people.choose(MEMBERS[0])
    card.add(people, 1)
    return card


def _member_card() -> Card:
    card = Card(flush=True)
    head = QHBoxLayout()
    head.setContentsMargins(16, 16, 16, 16)
    head.setSpacing(16)
    head.addWidget(Avatar("Mwikali Nzomo"))
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(FlowRow([Words("Mwikali Nzomo", "name"), Badge(late("More than 90 days"))], 12))
    words.addWidget(Words("No. 087, Zone B, household of 6, meter 4471", "second", wrap=True))
    head.addLayout(words, 1)
    head.addWidget(Words("KSh 1,017.50", "title", right=True))
    card.body.addLayout(head)
    card.add(Hairline())
    card.add(Panes(_history(), _side(), 277, gap=1, least=420), 1)
    foot = card.foot()
    foot.addWidget(Button("Receive payment", "primary", "hand-coins", "F2", listen=False))
    foot.addWidget(Button("Statement", icon="printer", key="Ctrl+P"))
    foot.addWidget(Button("Agree to pay later", icon="calendar-days"))
    foot.addStretch(1)
    foot.addWidget(Button("", icon="ellipsis", says="More"))
    return card


def _history() -> Table:
    table = Table(
        [
            Column[Line]("Date", lambda row: row.day, ink="ink2"),
            Column[Line](
                "What", lambda row: row.what, second=lambda row: row.reason, strikes=True, stretch=1
            ),
            Column[Line]("Billed", lambda row: row.charged, right=True, strikes=True),
            Column[Line]("Paid", lambda row: row.paid, right=True, strikes=True),
            Column[Line]("Balance", lambda row: row.balance, right=True, bold=True),
        ],
        "History",
        forward=lambda row: row.kind == "forward",
        struck=lambda row: row.kind == "void",
    )
    table.set_rows(HISTORY)
    return table


def _side() -> QWidget:
    side = QWidget()
    column = QVBoxLayout(side)
    column.setContentsMargins(16, 12, 16, 12)
    column.setSpacing(8)
    column.addWidget(Words("Steps when behind", "strong"))
    ladder = (
        StepItem("Reminder", "done", "3 August"),
        StepItem("Last warning", "done", "5 September"),
        StepItem("Measure: agree to pay later", "now", "The committee decides"),
        StepItem("Cut off", "open", "Only the assembly"),
    )
    column.addWidget(Steps(ladder, upright=True, joined=True))
    column.addSpacing(8)
    column.addWidget(Hairline())
    column.addWidget(Words("Meter 4471, m³ a month", "strong"))
    litres = (11, 12, 10, 12, 13, 14, 16, 14, 15, 13, None, 12)
    meter = Bars(
        tuple("NDJFMAMJJASO"),
        (Series("m³", "wave3", litres),),
        write=str,
        axis=str,
        unfinished=frozenset({11}),
        marked=frozenset({6, 11}),
        missing="not read",
    )
    column.addWidget(BarChart("Meter 4471", meter), 1)
    return side


def parts() -> QWidget:
    """Every other widget on one page."""
    page = PageFrame(TR, "Parts", "Fields, choices, notes and steps")
    page.add_action(Steps(steps_until(("Readings", "Preview", "Bill and print"), 1)))
    columns = EvenRow([_fields(), _choices()], most=2)
    page.add(columns)
    empty = Card()
    empty.add(
        EmptyState(
            "No members yet",
            "Bring in the list you have, or type the first household. You can print a form to "
            "fill in at the next meeting.",
            (
                Button("Bring in a spreadsheet", "primary", "file-spreadsheet", "Ctrl+Shift+I"),
                Button("New member", icon="user-plus", key="Ctrl+N"),
            ),
            Button("Print a blank form", "quiet", "printer"),
        )
    )
    page.add(empty)
    foot = page.foot()
    foot.addWidget(Button("Leave", "quiet", key="Esc"))
    foot.addStretch(1)
    foot.addWidget(Button("Print this preview", icon="printer", key="Ctrl+P", size="page"))
    foot.addWidget(
        Button("Bill 209 members, KSh 106,930", "primary", "calendar-check", "Ctrl+Enter", "page")
    )
    return page


def _fields() -> Card:
    card = Card("Fields")
    typed = AmountEdit(TR, KES)
    typed.setText("1.350,00")
    amount = LabelledField("Amount", "", typed)
    amount.set_error(
        "In this book the decimal mark is a point. Do you mean 1,350.00 or 1.35?",
        ("1,350.00", "1.35"),
    )
    voucher = LabelledField("Voucher number", "as on the paper", LineEdit("213"))
    voucher.set_error("Voucher 213 is used already, for diesel on 7 October.")
    card.add(EvenRow([amount, voucher]))
    day = LabelledField("Date", "", DateEdit(TR, date(2026, 10, 15)))
    month = LabelledField("First month", "", MonthEdit(TR, Month(2026, 10)))
    card.add(EvenRow([day, month]))
    kinds = [Choice("Kiswahili", "sw"), Choice("English", "en")]
    card.add(
        EvenRow(
            [
                LabelledField("Language on paper", "large", ComboBox(kinds, "sw")),
                LabelledField("Name", "as the village says it", LineEdit(placeholder="Name")),
            ]
        )
    )
    card.add(LabelledField("Note", "", TextArea(placeholder="What happened?", lines=2)))
    card.add(CheckBox("The household agreed that its telephone number is kept", checked=True))
    card.add(CheckBox("Also print it"))
    foot = card.foot()
    foot.addWidget(StateWord(late("2 fields to put right")))
    foot.addStretch(1)
    foot.addWidget(Button("Leave"))
    foot.addWidget(Button("Save", "primary", key="Ctrl+Enter", listen=False))
    return card


def _choices() -> Card:
    card = Card("Choices and states")
    lists = (
        Choice("Yes, a spreadsheet", True, "file-spreadsheet", "We read it in step 5"),
        Choice("On paper, or none", False, "book-open", "We type them in"),
    )
    card.add(ChoiceCards(lists, True, name="Members"))
    filters = (
        Choice("All 209", 0),
        Choice("Questions 2", 1, "circle-help"),
        Choice("Changed from September 31", 2),
    )
    card.add(ChipRow(filters, 0, name="Show"))
    months = (Choice("October", 10), Choice("September", 9), Choice("This year", 0))
    card.add(Segments(months, 10, name="Time"))
    badges = (
        done("Approved"), due("Draft"), late("2 late"), under_way("4 under way"), cut_off("Off"),
    )  # fmt: skip
    card.add(FlowRow([Badge(state) for state in badges]))
    card.add(FlowRow([StateWord(state) for state in (*badges, question("more than twice"))], 16))
    buttons = (
        Button("Print", icon="printer"),
        Button("Cancel it", "danger", "ban"),
        Button("Forgotten PIN", "quiet"),
        Button("Row", size="row"),
    )
    off = Button("Book 260 rows", "primary")
    off.setEnabled(False)
    card.add(FlowRow([*buttons, off]))
    facts = (
        Fact("wallet", "Cash box", "KSh 12,350", late("over the limit"), False, True),
        Fact("landmark", "Bank", "KSh 168,400", "compared to 30 Sept", False, True),
    )
    facts[0].setChecked(True)
    card.add(EvenRow(facts))
    card.add(Note("Nothing is booked yet. After that, each bill can still be cancelled."))
    card.body.addStretch(1)
    return card


PAGES = {"home": home, "till": till, "members": members, "parts": parts}
ENTRY_OF = {"home": "home", "till": "receive", "members": "members", "parts": "bill"}
SHOTS = (
    ("home", "light", 1366, 1.0), ("home", "dark", 1366, 1.0), ("home", "contrast", 1366, 1.0),
    ("home", "light", 1024, 1.0), ("home", "light", 1366, 2.0), ("till", "light", 1366, 1.0),
    ("till", "dark", 1366, 1.0), ("till", "light", 1024, 1.0), ("till", "light", 1366, 2.0),
    ("members", "light", 1366, 1.0), ("members", "contrast", 1366, 1.0),
    ("members", "light", 1024, 1.0), ("parts", "light", 1366, 1.0), ("parts", "dark", 1366, 1.0),
    ("parts", "contrast", 1366, 1.0), ("parts", "light", 1024, 1.0), ("parts", "light", 1366, 2.0),
)  # fmt: skip


def shoot(app: QApplication, folder: Path, page: str, theme: str, wide: int, scale: float) -> Path:
    """Draw one page to a picture."""
    apply(app, theme, scale)
    shell = demo_shell(page, practice=wide == 1024 and page == "parts")
    tall = 1300 if page == "parts" else 768
    shell.resize(wide, tall)
    shell.show()
    shell.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    app.processEvents()
    file = folder / f"{page}-{theme}-{wide}-{round(scale * 100)}.png"
    shell.grab().save(str(file))
    shell.close()
    app.processEvents()
    return file


def main() -> None:
    """Draw everything into the folder named, or only the shots whose name holds a word."""
    app = QApplication(sys.argv)
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    wanted = sys.argv[2] if len(sys.argv) > 2 else ""
    for page, theme, wide, scale in SHOTS:
        if wanted in f"{page}-{theme}-{wide}-{round(scale * 100)}":
            shoot(app, folder, page, theme, wide, scale)


if __name__ == "__main__":
    main()
