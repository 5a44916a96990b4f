"""Contributions (cooperación): begun by decision, and who has given what of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from imt_desktop.committee.queries import Decision, decisions
from imt_desktop.i18n import Translator
from imt_desktop.journal import Reading
from imt_desktop.ledger.charging.drives import (
    Drive,
    DriveRequest,
    Given,
    begin_drive,
    drives,
    not_asked_for,
)
from imt_desktop.money import Money, any_cents
from imt_desktop.oversight.deciding import Decided, with_decision
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.deciding import Deciding
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.list_sheet import ListSheet, RowAct
from imt_desktop.ui.pages.members.wish import MemberWish
from imt_desktop.ui.pages.notices.wish import Wish
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.pages.sheet import Sheet
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets import (
    Button,
    Card,
    ChipRow,
    Choice,
    Column,
    EvenRow,
    Fact,
    PersonLine,
    State,
    Table,
)
from imt_desktop.ui.widgets.states import done, due, late

ASKED = Changes(balances=True, members=True)
ALL, MISSING = "all", "missing"


def show_contributions(page: QWidget, desk: Desk) -> None:
    """List the contributions, and begin one."""
    desk.read(decisions, guarded(page, lambda known: contributions(page, desk, known)))


def contributions(page: QWidget, desk: Desk, known: Sequence[Decision]) -> ListSheet:
    """Open the list over the decisions that there are."""
    tr = desk.tr

    def show(one: Drive) -> PersonLine:
        given = tr.gettext("{given} of {target}").format(
            given=tr.money(one.given), target=tr.money(one.target)
        )
        until = tr.gettext("due on {day}").format(day=tr.date(one.due_on))
        return PersonLine(one.name, state=_state(one, desk), second=f"{given}, {until}")

    sheet = ListSheet(
        page, desk, tr.gettext("Contributions"),
        tr.gettext("What an assembly asks of every household once: who has given, what is missing."),
        lambda book: tuple(reversed(drives(book))), show,
        tr.gettext("No contribution was asked for yet."),
    )  # fmt: skip
    sheet.with_new(tr.gettext("Ask for a contribution"), lambda: ask_for(page, desk, known))
    sheet.with_act(
        RowAct(
            tr.gettext("Who has given"), "users", lambda one: show_given(page, desk, one)
        )
    )  # fmt: skip
    sheet.open()
    return sheet


def _state(one: Drive, desk: Desk) -> State:
    tr = desk.tr
    if one.asked <= one.given:
        return done(tr.gettext("all have given"))
    n = sum(bool(each.missing) for each in one.households)
    words = tr.ngettext("{n} is missing", "{n} are missing", n).format(n=tr.number(n))
    return late(words) if one.due_on < desk.today else due(words)


def ask_for(page: QWidget, desk: Desk, known: Sequence[Decision]) -> Form:
    """Ask every household for a contribution, by decision."""
    tr = desk.tr
    form = Form(
        page, desk, tr.gettext("Ask for a contribution"), tr.gettext("Ask every household"),
        tr.gettext("Every active household gets a bill for it; it can be paid bit by bit."),
        wide=620,
    )  # fmt: skip
    form.row(form.line("name", tr.gettext("What for"), hint=tr.gettext("such as a new pump")))
    form.row(
        form.amount("target", tr.gettext("Target"), tr.gettext("what it costs in all")),
        form.amount(
            "each", tr.gettext("Each household"), tr.gettext("empty: the target, shared out")
        ),
    )
    form.row(form.day("due_on", tr.gettext("Due")))
    deciding = Deciding(form, known, tr.gettext("Contribution"), ("assembly",), needed=True)

    def request() -> Decided[DriveRequest]:
        each = form.decimal_of("each", positive=True) if form.words_of("each") else None
        wanted = DriveRequest(
            name=form.words_of("name"), target=form.decimal_of("target", positive=True),
            decision=deciding.chosen() or 0, each=each, due_on=form.day_of("due_on"),
        )  # fmt: skip
        return Decided(wanted, deciding.new())

    said = tr.gettext("Every household is asked; the bills are made.")

    def doubts(book: Reading, wanted: Decided[DriveRequest]) -> list[str]:
        left = not_asked_for(book, wanted.request)
        words = tr.gettext("All households together are asked for {amount} less than the target.")
        return [words.format(amount=tr.money(left))] if left else []

    form.asks(request, with_decision(begin_drive), ASKED, said, doubts=doubts)
    form.open()
    return form


def show_given(page: QWidget, desk: Desk, one: Drive) -> Sheet:
    """Show who has given what of a contribution."""
    sheet = GivenSheet(page, desk, one)
    sheet.open()
    return sheet


class GivenSheet(Sheet):
    """Facts, who is missing, and a list on paper. While balances are hidden, so are amounts."""

    def __init__(self, page: QWidget, desk: Desk, one: Drive) -> None:
        tr = desk.tr
        due_ = tr.gettext("Due on {day}").format(day=tr.date(one.due_on))
        super().__init__(page, one.name, due_, wide=720)
        self._desk, self._drive = desk, one
        n = sum(not each.missing for each in one.households)
        said = tr.ngettext("{n} household gave all", "{n} households gave all", n)
        given = Fact(
            "hand-coins", tr.gettext("Given"), tr.money(one.given),
            said.format(n=tr.number(n)), large=False,
        )  # fmt: skip
        target = Fact("scale", tr.gettext("Target"), tr.money(one.target), large=False)
        missing = Fact("clock", _missing(tr), tr.money(one.missing), large=False)
        for fact, which in ((given, ALL), (target, ALL), (missing, MISSING)):
            fact.clicked.connect(partial(self._choose, which))
        self.row(EvenRow([given, target, missing], most=3))
        self.chips = ChipRow(
            [
                Choice(tr.gettext("All {n}").format(n=tr.number(len(one.households))), ALL),
                Choice(
                    tr.gettext("Missing {n}").format(n=tr.number(len(one.households) - n)), MISSING
                ),
            ],
            ALL, name=tr.gettext("Show"),
        )  # fmt: skip
        self.table = self._make_table()
        card = Card(flush=True, ground="card")
        card.add(self.table)
        self.table.setFixedHeight(em(300))
        self.row(self.chips)
        self.add(card)
        paper = Button(tr.gettext("List on paper"), icon="printer", key="Ctrl+P")
        self.add_button(paper, left=True).clicked.connect(self._print)
        self.add_button(Button(tr.gettext("Close"), key="Esc", listen=False)).clicked.connect(
            self.reject
        )
        self.table.opened.connect(self._open_member)
        self.chips.chosen.connect(self._show)
        desk.veiled.connect(self.table.viewport().update)
        self.finished.connect(self.deleteLater)
        self._show(ALL)

    def _choose(self, which: str) -> None:
        self.chips.set_value(which)
        self._show(which)
        self.table.setFocus()

    def _make_table(self) -> Table:
        tr, households = self._desk.tr, self._drive.households
        # Where one of the amounts has cents all show them, and line up.
        cents = any_cents([money for one in households for money in (one.asked, one.missing)])

        def amount(money: Money) -> str:
            return "" if self._desk.hides_balances else tr.amount(money, cents)

        return Table(
            [
                Column[Given](tr.gettext("No."), lambda row: row.number, ink="ink2"),
                Column[Given](tr.gettext("Name"), lambda row: row.name, bold=True, stretch=1),
                Column[Given](tr.gettext("Asked for"), lambda row: amount(row.asked), right=True),
                Column[Given](
                    tr.gettext("Given"), lambda row: amount(row.asked - row.missing), right=True
                ),
                Column[Given](
                    _missing(tr), lambda row: amount(row.missing) if row.missing else "",
                    right=True, bold=True,
                ),
            ],
            tr.gettext("Who has given"), identity=lambda row: row.number,
        )  # fmt: skip

    def _show(self, chosen: object) -> None:
        self.table.set_rows([one for one in self._drive.households if chosen == ALL or one.missing])

    def _open_member(self, row: Given) -> None:
        """What a household gave stands on its card."""
        self._desk.go.emit("members", MemberWish(row.number))
        self.accept()

    def _print(self) -> None:
        self._desk.go.emit("notices", Wish("contribution"))
        self.accept()


def _missing(tr: Translator) -> str:
    return tr.pgettext("of a contribution", "Missing")
