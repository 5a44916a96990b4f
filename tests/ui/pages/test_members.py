"""Everything that can be done with a member, by keys on a real book: once well, once refused."""

from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from imt_desktop.committee.describing import WaterSystemRequest, name_system
from imt_desktop.i18n import Translator
from imt_desktop.journal import Book, Signing
from imt_desktop.ledger import billing, members, openings, payments, register
from imt_desktop.ledger.billing import BillRequest
from imt_desktop.ledger.charging.agreements import WriteOffRequest, write_off
from imt_desktop.ledger.charging.ladder import LadderRequest, StepLine, decide_ladder
from imt_desktop.ledger.expenses import ExpenseRequest, spend
from imt_desktop.ledger.members import ConnectionLine, ConnectRequest
from imt_desktop.ledger.openings import OpeningLine, OpeningRequest, unconfirmed
from imt_desktop.ledger.payments import PaymentLine, PaymentRequest
from imt_desktop.ledger.register import MemberCard
from imt_desktop.period import Month
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.lines.dialog import LineSheet
from imt_desktop.ui.pages.members import connections
from imt_desktop.ui.pages.members.confirm_many import ConfirmMany
from imt_desktop.ui.pages.members.member_card import CONNECTIONS, DETAILS
from imt_desktop.ui.pages.members.page import MembersPage
from imt_desktop.ui.pages.picking import MembersEdit
from imt_desktop.ui.widgets import (
    Button,
    ChoiceCard,
    ConfirmDialog,
    LineEdit,
    MonthEdit,
    SuggestEdit,
    Words,
)
from imt_desktop.ui.widgets.cell_look import CellLook
from imt_desktop.ui.widgets.wrapped import WrappedCell
from tests.builders import expense
from tests.ui.pages.conftest import idle
from tests.ui.pages.keys import (
    HOSTILE,
    choose,
    none_open,
    opened,
    pick,
    press,
    refused,
    said,
    save,
    write,
)


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> MembersPage:
    """The page, with the first household's card."""
    return go(window, qtbot)


def go(window: MainWindow, qtbot: QtBot) -> MembersPage:
    window.go("members")
    idle(qtbot, window.desk)
    page = window.page("members")
    assert isinstance(page, MembersPage)
    return page


def card(book: Book, number: str = "1") -> MemberCard:
    with book.read() as reading:
        return register.card(reading, number)


def form_of(page: MembersPage) -> Form:
    window = page.window()
    assert isinstance(window, MainWindow)
    return opened(window, Form)


def more(page: MembersPage, words: str) -> Form:
    pick(page.view.more, words)
    return form_of(page)


def open_line(page: MembersPage, qtbot: QtBot, at: int = -1) -> LineSheet:
    table = page.view.history.table
    rows = table.rows()
    table.choose(rows[at])
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)
    idle(qtbot, page.desk)
    window = page.window()
    assert isinstance(window, MainWindow)
    return opened(window, LineSheet)


def begin(sheet: LineSheet, words: str) -> None:
    next(button for button in sheet.acts if button.words.startswith(words)).click()


def again(book: Book, qtbot: QtBot, page: MembersPage) -> None:
    """Let the page read what a test did to the book."""
    page.load()
    idle(qtbot, page.desk)


# The household


def test_a_household_is_taken_in_with_all_that_is_known(
    page: MembersPage, qtbot: QtBot, book: Book
) -> None:
    QTest.keyClick(page.window(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    form = form_of(page)
    write(form, name="Amina", second="Joseph", nickname="Mama", house="Baraka", old_number="B/17")
    write(form, zone="Upper", people="5", phone="0700 000 000", label="by the gate")
    choose(form, "gender", "woman")
    choose(form, "second_gender", "man")
    choose(form, "type", "yard")
    assert refused(form, qtbot, "phone").startswith("Ask whether")
    form.fields.ticks["phone_consent"].setFocus()
    QTest.keyClick(form.fields.ticks["phone_consent"], Qt.Key.Key_Space)
    save(form, qtbot)
    found = card(book, "4")
    row = found.member
    assert (row.name, row.gender, row.second_adult, row.second_gender) == (
        "Amina", "woman", "Joseph", "man",
    )  # fmt: skip
    assert (row.nickname, row.house, row.old_number, row.zone, row.people) == (
        "Mama", "Baraka", "B/17", "Upper", 5,
    )  # fmt: skip
    assert (row.phone, row.phone_consent) == ("0700 000 000", True)
    assert [(one.type, one.label) for one in found.connections] == [("yard", "by the gate")]


def test_a_zone_that_is_known_is_offered(page: MembersPage, qtbot: QtBot, book: Book) -> None:
    page.begin_member()
    form = form_of(page)
    write(form, name="Amina", zone="Upper village")
    save(form, qtbot)
    page.begin_member()
    form = form_of(page)
    write(form, name="Rehema")
    zone = form.fields["zone"].editor
    assert isinstance(zone, SuggestEdit)
    assert [one.words for one in zone.fitting("upp")] == ["Upper village"]
    write(form, zone="Lower")
    save(form, qtbot)
    assert [card(book, number).member.zone for number in ("4", "5")] == ["Upper village", "Lower"]


def test_a_type_in_the_committees_own_words(page: MembersPage, qtbot: QtBot, book: Book) -> None:
    page.begin_member()
    form = form_of(page)
    write(form, name="Hotel")
    choose(form, "type", "")
    assert refused(form, qtbot, "type") == "Say what type of connection it is."
    write(form, own_type="hotel")
    save(form, qtbot)
    assert card(book, "4").connections[0].type == "hotel"


def test_a_household_without_a_name_or_with_a_taken_number_is_refused(
    page: MembersPage, qtbot: QtBot
) -> None:
    page.begin_member()
    form = form_of(page)
    assert refused(form, qtbot, "name") == "A member needs a name."
    write(form, name="Amina", number="1", people="many")
    refused(form, qtbot, "people")
    write(form, people="5")
    assert "number 1" in refused(form, qtbot, "number")
    form.leave()


def test_what_is_known_is_put_right(page: MembersPage, qtbot: QtBot, book: Book) -> None:
    page.view.edit.emit()
    form = form_of(page)
    write(form, name="Mwikali Nzomo Kilonzo", nickname="Mwiki")
    choose(form, "gender", "woman")
    save(form, qtbot)
    assert card(book).member.nickname == "Mwiki"
    assert any("1 woman on the register" in words for words in said(page))
    page.view.edit.emit()
    form = form_of(page)
    write(form, number="2")
    refused(form, qtbot, "number")
    form.leave()


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_shown_as_they_are(
    page: MembersPage, qtbot: QtBot, book: Book, name: str
) -> None:
    page.begin_member()
    form = form_of(page)
    for field in ("name", "second", "nickname", "house", "zone", "label"):
        editor = form.fields[field].editor
        assert isinstance(editor, LineEdit)
        editor.setText(name)
    save(form, qtbot)
    assert card(book, "4").member.name == name
    wide = page.window().width()
    page.list.list.choose(page.list.list.rows_model.rows[3])
    idle(qtbot, page.desk)
    for tab in (CONNECTIONS, DETAILS):
        page.view.tabs.set_value(tab)
    page.window().grab()
    assert page.window().width() == wide
    assert page.window().minimumSizeHint().width() <= 1024
    for begin in (
        lambda: page.view.edit.emit(),
        lambda: page.view.bill.emit(),
        lambda: page.view.connections.make.emit(),
        lambda: page.view.connections.give.click(),
    ):
        begin()
        form = form_of(page)
        form.grab()
        assert form.height() <= page.window().height()
        form.leave()


# States


def test_a_name_of_a_hundred_letters_and_amounts_of_ten_digits_are_whole_on_a_french_card(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    name = (
        "Maximiliana Guadalupe Hernández de los Santos Cruz viuda de Fernández-Villavicencio"
        " y Ramos Tlahuicoleño"
    )
    fine = BillRequest(member="4", item="fine", amount=Decimal("1234567890.12"), text="fine")
    paid = PaymentLine(member="4", amount=Decimal("1234567800.50"))
    with book.write(Signing(1)) as writing:
        line = members.MemberLine(adults=(members.AdultLine(name=name),))
        members.join(writing, members.JoinRequest(lines=(line,)))
        billing.bill_one(writing, fine)
        payments.receive(writing, PaymentRequest(lines=(paid,)))
    window.desk.tr = Translator("fr", "KE")
    window.rebuild()
    window.resize(1024, 768)
    page = go(window, qtbot)
    qtbot.waitUntil(lambda: page.list.pick("4"))
    idle(qtbot, window.desk)
    idle(qtbot, window.desk)
    assert name in said(page.view)
    table = page.view.history.table
    look = CellLook()
    for at, column in enumerate(table.rows_model.columns):
        room = table.columnWidth(at) - 24
        for row in table.rows():
            cell = WrappedCell(look, look.bold if column.bold else look.body, column, row, room)
            drawn = cell.lines if column.wraps else (look.bold.fit(column.text(row), room)[0],)
            assert "…" not in "".join(drawn), (column.head, drawn)


def test_a_household_is_cut_off_with_what_has_to_be_asked(
    page: MembersPage, qtbot: QtBot, book: Book
) -> None:
    form = more(page, "Another state")
    choose(form, "status", "cut-off")
    assert refused(form, qtbot, "reason") == "Write the reason."
    write(form, reason="90 days late")
    assert "which water is left" in refused(form, qtbot, "meanwhile")
    assert form.fields["decided"].error
    assert "warned last" in str(form.fields["warned"].error)
    write(form, warned="3 May", meanwhile="the kiosk", decided="minute 12")
    save(form, qtbot)
    now, _before = card(book).states
    assert now.state == "cut-off"
    assert now.reason == (
        "90 days late; warned: 3 May; water meanwhile: the kiosk; decided: minute 12"
    )
    connections = page.view.connections.list.rows_model
    state = connections.line(0).state
    assert state is not None and state.words == "The household is cut off"

    form = more(page, "Another state")
    choose(form, "status", "active")
    assert not form.fields["meanwhile"].isVisible()
    write(form, reason="paid")
    save(form, qtbot)
    assert card(book).states[0].reason == "paid"
    page.view.tabs.set_value(DETAILS)
    assert any("90 days late" in words for words in said(page.view.details))


def test_who_is_cut_off_without_the_steps_before_is_asked_why(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    steps = (StepLine(step="reminder", after_bills=1),)  # and no cut-off: for that there are none
    with book.write(Signing(1)) as writing:
        decide_ladder(writing, LadderRequest(decision=1, steps=steps))
    page = go(window, qtbot)
    form = more(page, "Another state")
    idle(qtbot, page.desk)
    choose(form, "status", "left")
    assert not form.fields["skipped"].isVisible()
    choose(form, "status", "cut-off")
    assert any("they were not taken: Reminder." in words for words in said(form))
    write(form, reason="late", warned="3 May", meanwhile="the kiosk", decided="minute 12")
    assert refused(form, qtbot, "skipped") == "Write the reason."
    write(form, skipped="the pump was broken on purpose")
    save(form, qtbot)
    assert (
        card(book).states[0].reason.endswith("; without Reminder: the pump was broken on purpose")
    )


def test_who_owes_is_cut_off_under_arrears_and_comes_back_there(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    with book.write(Signing(1)) as writing:
        steps = (StepLine(step="cut-off", after_bills=1),)
        decide_ladder(writing, LadderRequest(decision=1, steps=steps))
    page = go(window, qtbot)
    form = more(page, "Another state")
    idle(qtbot, page.desk)
    choose(form, "status", "cut-off")
    assert sum("under Arrears" in words for words in said(form)) == 1
    assert not any("“" in words for words in said(form)), "nobody here knows the names of requests"
    assert not form.fields["warned"].isVisible() and not form.fields["reason"].isVisible()
    assert not form.do.isEnabled()
    choose(form, "status", "left")
    assert form.do.isEnabled() and form.fields["reason"].isVisible()
    form.leave()


def test_a_connection_of_who_owes_is_closed_only_for_something_else(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    with book.write(Signing(1)) as writing:
        steps = tuple(StepLine(step=step, after_bills=1) for step in ("reminder", "cut-off"))
        decide_ladder(writing, LadderRequest(decision=1, steps=steps))
    page = go(window, qtbot)
    page.view.tabs.set_value(CONNECTIONS)
    over = page.view.connections
    press(over.off)
    form = form_of(page)
    idle(qtbot, page.desk)
    assert any("under Arrears" in words for words in said(form))
    assert not form.fields["warned"].isVisible()
    assert not form.do.isEnabled() and not form.fields["reason"].isVisible()
    choose(form, "cause", "leak")
    write(form, reason="drips")
    assert not form.fields["skipped"].isVisible()
    write(form, warned="3 May", meanwhile="the kiosk", decided="minute 12")
    save(form, qtbot)
    (own,) = card(book).connections
    assert own.states[0].reason == (
        "drips; not for what is owed: A leak, or works; warned: 3 May;"
        " water meanwhile: the kiosk; decided: minute 12"
    )
    press(over.on)
    form = form_of(page)
    assert not form.fields["cause"].isVisible()
    write(form, reason="mended")
    save(form, qtbot)
    press(over.end)
    form = form_of(page)
    idle(qtbot, page.desk)
    assert form.fields["cause"].isVisible()
    form.leave()


# Connections


def test_a_connection_is_made_and_shared(page: MembersPage, qtbot: QtBot, book: Book) -> None:
    with book.write(Signing(1)) as writing:
        for name in ("Upper spring", "Lower borehole"):
            name_system(writing, WaterSystemRequest(name=name))
    again(book, qtbot, page)
    form = more(page, "New connection")
    choose(form, "type", "shared")
    choose(form, "system", 2)
    others = form.fields["holders"].editor
    assert isinstance(others, MembersEdit)
    QTest.keyClicks(others.edit, "peter")
    QTest.keyClick(others.edit, Qt.Key.Key_Return)
    assert others.value() == ("2",)
    QTest.keyClicks(others.edit, "99")
    assert "99" in refused(form, qtbot, "holders")
    others.edit.clear()
    save(form, qtbot)
    _own, shared = card(book).connections
    assert (shared.type, shared.system) == ("shared", "Lower borehole")
    assert [one.number for one in shared.holders] == ["1", "2"]


def test_a_connection_is_handed_over_with_its_debt(
    page: MembersPage, qtbot: QtBot, book: Book
) -> None:
    page.view.tabs.set_value(CONNECTIONS)
    press(page.view.connections.give)
    form = form_of(page)
    assert refused(form, qtbot, "holders") == "Say which member holds the connection."
    others = form.fields["holders"].editor
    assert isinstance(others, MembersEdit)
    QTest.keyClicks(others.edit, "2")
    QTest.keyClick(others.edit, Qt.Key.Key_Return)
    assert form.fields["holders"].error is None
    assert not others.edit.completer().popup().isVisible()  # it would swallow the next press
    moves = next(card for card in form.findChildren(ChoiceCard) if card.choice.value == "moves")
    assert "the first one owes it" in moves.choice.second
    press(moves)
    save(form, qtbot)
    assert not card(book).connections
    assert card(book).member.owed.minor == 0
    assert card(book, "2").member.owed.minor == 4 * 45000
    (before,) = card(book, "2").connections[0].before
    assert before.name == "Mwikali Nzomo"


def test_who_shares_a_connection_is_named_where_it_is_handed_over(
    page: MembersPage, qtbot: QtBot, book: Book
) -> None:
    with book.write(Signing(1)) as writing:
        line = ConnectionLine(type="shared")
        members.connect(writing, ConnectRequest(holders=("1", "2"), connection=line))
    again(book, qtbot, page)
    shared = card(book).connections[1]
    form = connections.hand_over(page, page.desk, page.known(), page.row(), shared)
    words = "\n".join(said(form))
    assert "Mwikali Nzomo and Peter Musyoka share it" in words
    others = form.fields["holders"].editor
    assert isinstance(others, MembersEdit)
    QTest.keyClicks(others.edit, "1")  # who keeps a share
    QTest.keyClick(others.edit, Qt.Key.Key_Return)
    save(form, qtbot)
    assert [one.number for one in card(book).connections[1].holders] == ["1"]


def test_old_debt_stays_where_nothing_else_is_said(
    page: MembersPage, qtbot: QtBot, book: Book
) -> None:
    page.view.tabs.set_value(CONNECTIONS)
    press(page.view.connections.give)
    form = form_of(page)
    others = form.fields["holders"].editor
    assert isinstance(others, MembersEdit)
    QTest.keyClicks(others.edit, "3")  # not picked yet: what stands in the field counts
    save(form, qtbot)
    assert card(book).member.owed.minor == 2 * 45000


def test_a_connection_is_cut_off_reconnected_and_taken_away(
    page: MembersPage, qtbot: QtBot, book: Book
) -> None:
    page.view.tabs.set_value(CONNECTIONS)
    over = page.view.connections
    press(over.off)
    form = form_of(page)
    refused(form, qtbot, "reason")
    write(form, reason="leaks")
    assert "which water is left" in refused(form, qtbot, "meanwhile")
    write(form, warned="3 May", meanwhile="the kiosk", decided="minute 12")
    save(form, qtbot)
    press(over.on)
    form = form_of(page)
    write(form, reason="mended")
    save(form, qtbot)
    press(over.end)
    form = form_of(page)
    write(form, reason="moved away")
    save(form, qtbot)
    (own,) = card(book).connections
    assert [(one.state, one.reason) for one in own.states] == [
        ("ended", "moved away"), ("active", "mended"),
        ("cut-off", "leaks; warned: 3 May; water meanwhile: the kiosk; decided: minute 12"),
        ("active", ""),
    ]  # fmt: skip
    assert not over.end.isVisible()


def test_a_connection_that_never_was_is_struck(page: MembersPage, qtbot: QtBot, book: Book) -> None:
    with book.write(Signing(1)) as writing:
        members.connect(
            writing, ConnectRequest(holders=("1",), connection=ConnectionLine(type="kiosk"))
        )
    again(book, qtbot, page)
    page.view.tabs.set_value(CONNECTIONS)
    over = page.view.connections
    over.list.choose(over.list.rows_model.rows[1])
    press(over.end)
    form = form_of(page)
    choose(form, "how", "mistake")
    assert not form.fields["on"].isVisible()
    write(form, reason="typed twice")
    save(form, qtbot)
    assert [one.type for one in card(book).connections] == ["household"]


# Bills


def test_a_single_bill_is_made(page: MembersPage, qtbot: QtBot, book: Book) -> None:
    page.view.bill.emit()
    form = form_of(page)
    refused(form, qtbot, "amount")
    write(form, amount="50", text="missed work day")
    save(form, qtbot)
    line = card(book).history[-1]
    assert (line.item, line.text, line.billed.decimal) == ("fine", "missed work day", 50)


def test_what_is_not_yet_due_is_told_from_what_is_owed(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    today = window.desk.today
    with book.write(Signing(1)) as writing:
        wanted = BillRequest(
            member="1", item="meter", amount=Decimal(80), due_on=today + timedelta(days=30)
        )
        billing.bill_one(writing, wanted)
    page = go(window, qtbot)
    labels = [one.words() for one in page.view.findChildren(Words)]
    assert [words for words in labels if words.startswith("of this not yet due")] == [
        "of this not yet due: KSh\u00a080"
    ]


def test_a_month_that_was_missed_is_billed_once(
    page: MembersPage, qtbot: QtBot, book: Book
) -> None:
    page.view.bill.emit()
    form = form_of(page)
    choose(form, "item", "fee")
    month = form.fields["period"].editor
    assert isinstance(month, MonthEdit)
    month.setFocus()
    QTest.keyClick(month, Qt.Key.Key_Left)
    write(form, amount="450")
    assert "before" in refused(form, qtbot, "period")
    QTest.keyClick(month, Qt.Key.Key_Right)
    save(form, qtbot)
    line = card(book).history[-1]
    assert (line.item, line.period) == ("fee", str(Month.of(page.desk.today)))


def test_a_bill_is_corrected(page: MembersPage, qtbot: QtBot, book: Book) -> None:
    begin(open_line(page, qtbot), "Correct")
    form = form_of(page)
    write(form, amount="450", reason="half a month")
    assert refused(form, qtbot, "amount") == "The bill has this amount already."
    write(form, amount="200", reason="")
    refused(form, qtbot, "reason")
    write(form, reason="half a month")
    save(form, qtbot)
    assert card(book).member.owed.decimal == 650
    sheet = open_line(page, qtbot)
    assert any("half a month" in words for words in said(sheet))
    sheet.reject()


def test_what_was_let_go_leads_from_the_history_and_the_bill_to_its_entry(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    bill = card(book).history[-1].ref
    with book.write(Signing(1, signature="pin", countersigned=(2,))) as writing:
        made = write_off(
            writing, WriteOffRequest(bill=bill, decision=1, reason="died without heirs")
        )
    page = go(window, qtbot)
    billed, let_go = page.view.history.table.rows()[-2:]
    assert (billed.billed.decimal, let_go.billed.decimal, let_go.balance.decimal) == (
        450,
        -450,
        450,
    )

    sheet = open_line(page, qtbot, -2)
    assert any(f"450 (decision 1, entry {made.seq})" in words for words in said(sheet))
    (button,) = sheet.links.buttons
    assert button.words == f"Entry {made.seq}"
    button.click()
    idle(qtbot, page.desk)
    sheet = opened(window, LineSheet)
    told = "\n".join(said(sheet))
    for words in ("Debt let go by decision", "died without heirs", "Amina Wanjiru, Joseph Mutua"):
        assert words in told
    assert not sheet.acts
    sheet.reject()


def test_a_bill_is_disputed_and_settled_again(page: MembersPage, qtbot: QtBot, book: Book) -> None:
    begin(open_line(page, qtbot), "Disputed")
    form = form_of(page)
    refused(form, qtbot, "reason")
    write(form, reason="was away")
    save(form, qtbot)
    assert card(book).history[-1].disputed
    begin(open_line(page, qtbot), "No longer disputed")
    form = form_of(page)
    write(form, reason="agreed")
    save(form, qtbot)
    assert not card(book).history[-1].disputed


def test_a_bill_is_cancelled_with_a_reason_for_everybody(
    page: MembersPage, qtbot: QtBot, book: Book
) -> None:
    begin(open_line(page, qtbot), "Cancel it")
    form = form_of(page)
    assert refused(form, qtbot, "reason") == "Write the reason."
    write(form, reason="no water that month")
    save(form, qtbot)
    line = card(book).history[-1]
    assert (line.void, line.void_reason) == (True, "no water that month")
    assert card(book, "2").member.owed.decimal == 900  # only this line of the month
    sheet = open_line(page, qtbot)
    assert not sheet.acts
    sheet.reject()


def test_all_lines_of_an_entry_can_be_cancelled_together(
    page: MembersPage, qtbot: QtBot, book: Book
) -> None:
    begin(open_line(page, qtbot), "Cancel it")
    form = form_of(page)
    choose(form, "line", 0)
    write(form, reason="wrong month")
    save(form, qtbot)
    assert [card(book, number).member.owed.decimal for number in "123"] == [450, 450, 450]


def test_a_payment_says_what_follows_before_it_is_cancelled(
    page: MembersPage, qtbot: QtBot, book: Book
) -> None:
    with book.write(Signing(1)) as writing:
        line = PaymentLine(member="1", amount=Decimal(500))
        payments.receive(writing, PaymentRequest(lines=(line,)))
    again(book, qtbot, page)
    begin(open_line(page, qtbot), "Cancel it")
    form = form_of(page)
    (note,) = [words for words in said(form) if "owes again" in words]
    assert "Receipt 1 stays used" in note
    QTest.keyClick(form.fields["reason"].editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: form.fields["reason"].error is not None)  # not by accident
    write(form, reason="typed twice")
    save(form, qtbot)
    assert card(book).member.owed.decimal == 900


def test_a_line_that_others_rely_on_is_not_cancelled(
    page: MembersPage, qtbot: QtBot, book: Book
) -> None:
    with book.write(Signing(1)) as writing:
        receipt = payments.receive(
            writing, PaymentRequest(lines=(PaymentLine(member="1", amount=Decimal(1000)),))
        )[0]
        payments.refund(writing, payments.RefundRequest(member="1", amount=Decimal(50)))
    again(book, qtbot, page)
    begin(open_line(page, qtbot, -2), "Cancel it")
    form = form_of(page)
    write(form, reason="typed twice")
    QTest.keyClick(form.do, Qt.Key.Key_Space)
    idle(qtbot, page.desk)
    assert any("rely on entry" in words for words in said(form))
    form.leave()
    assert receipt.number == 1
    assert card(book).member.ahead.decimal == 50


# Money paid ahead, and the old book


def test_money_paid_ahead_is_given_back(page: MembersPage, qtbot: QtBot, book: Book) -> None:
    with book.write(Signing(1)) as writing:
        line = PaymentLine(member="1", amount=Decimal(1000))
        payments.receive(writing, PaymentRequest(lines=(line,)))
    again(book, qtbot, page)
    form = more(page, "Give money back")
    assert form.words_of("amount") == "100"
    write(form, amount="150", voucher="17")
    refused(form, qtbot, "amount")
    write(form, amount="60")
    save(form, qtbot)
    assert card(book).member.ahead.decimal == 40
    given = card(book).history[-1]  # as on the statement: less was paid, nothing was billed
    assert (given.what, given.billed.decimal, given.paid.decimal) == ("refund", 0, -60)


def test_who_owes_and_has_paid_ahead_sees_both(page: MembersPage, qtbot: QtBot, book: Book) -> None:
    line = OpeningLine(what="ahead", member="1", amount=Decimal(200))
    with book.write(Signing(1)) as writing:
        openings.open_balances(writing, OpeningRequest(lines=(line,)))
    again(book, qtbot, page)
    assert {"Owes", "KSh\u00a0900", "Paid ahead: KSh\u00a0200"} <= {
        one.words() for one in page.view.findChildren(Words)
    }


def test_an_old_balance_is_taken_over_and_confirmed(
    page: MembersPage, qtbot: QtBot, book: Book, window: MainWindow
) -> None:
    form = more(page, "Balance from the old book")
    refused(form, qtbot, "amount")
    write(form, amount="300")
    save(form, qtbot)
    assert card(book).member.owed.decimal == 1200
    sheet = open_line(page, qtbot, 0)
    begin(sheet, "The household agrees")
    asked = opened(window, ConfirmDialog)
    with qtbot.waitSignal(page.desk.changed):
        press(asked.do)
    idle(qtbot, page.desk)
    assert card(book).history[0].confirmed


def test_many_old_balances_are_confirmed_at_once(
    page: MembersPage, qtbot: QtBot, book: Book, window: MainWindow
) -> None:
    with book.write(Signing(1)) as writing:
        lines = (
            OpeningLine(what="debt", member="1", amount=Decimal(300)),
            OpeningLine(what="ahead", member="2", amount=Decimal(200)),
            OpeningLine(what="debt", member="3", amount=Decimal(100)),
        )
        openings.open_balances(writing, OpeningRequest(lines=lines))
    again(book, qtbot, page)
    assert page.confirm.words == "Confirm 3 old balances"
    press(page.confirm)
    sheet = opened(window, ConfirmMany)
    assert not sheet.do.isVisible()
    sheet.table.setFocus()
    QTest.keyClick(sheet.table, Qt.Key.Key_Space)
    QTest.keyClick(sheet.table, Qt.Key.Key_Down)
    QTest.keyClick(sheet.table, Qt.Key.Key_Space)
    assert sheet.do.words == "Confirm 2 balances"
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    asked = opened(window, ConfirmDialog)
    asked.reject()
    assert sheet.isVisible()
    with qtbot.waitSignal(page.desk.changed):
        press(sheet.do)
    idle(qtbot, page.desk)
    with book.read() as reading:
        assert [one.number for one in unconfirmed(reading)] == ["3"]
    assert page.confirm.words == "Confirm 1 old balance"


def test_all_old_balances_are_ticked_and_confirmed_with_two_keys(
    page: MembersPage, qtbot: QtBot, book: Book, window: MainWindow
) -> None:
    with book.write(Signing(1)) as writing:
        lines = tuple(
            OpeningLine(what="debt", member=number, amount=Decimal(300))
            for number in ("1", "2", "3")
        )
        openings.open_balances(writing, OpeningRequest(lines=lines))
    again(book, qtbot, page)
    press(page.confirm)
    sheet = opened(window, ConfirmMany)
    sheet.everybody.setFocus()
    QTest.keyClick(sheet.everybody, Qt.Key.Key_Space)
    assert sheet.everybody.words == "Tick none"
    focused = sheet.focusWidget()
    assert focused is not None
    with qtbot.waitSignal(page.desk.changed):
        QTest.keyClick(focused, Qt.Key.Key_Return)
    idle(qtbot, page.desk)
    with book.read() as reading:
        assert unconfirmed(reading) == ()


def test_a_household_written_down_by_mistake_is_taken_out(
    page: MembersPage, qtbot: QtBot, book: Book
) -> None:
    page.begin_member()
    form = form_of(page)
    write(form, name="Nobody")
    save(form, qtbot)
    page.list.list.choose(page.list.list.rows_model.rows[3])
    idle(qtbot, page.desk)
    form = more(page, "Written down by mistake")
    refused(form, qtbot, "reason")
    write(form, reason="typed twice")
    save(form, qtbot)
    with book.read() as reading:
        assert len(register.members(reading)) == 3


def test_a_household_that_was_billed_is_not_taken_out(page: MembersPage, qtbot: QtBot) -> None:
    form = more(page, "Written down by mistake")
    assert "Were all 3 households written down by mistake?" in said(form)
    assert form.do.words == "Take all 3 out"
    write(form, reason="typed twice")
    QTest.keyClick(form.do, Qt.Key.Key_Space)
    idle(qtbot, page.desk)
    assert any("rely on entry" in words for words in said(form))
    form.leave()


def test_a_disputed_bill_of_another_is_not_touched_by_mistake(
    page: MembersPage, qtbot: QtBot, book: Book
) -> None:
    with book.write(Signing(1)) as writing:
        billing.bill_one(writing, BillRequest(member="2", item="fine", amount=Decimal(70)))
    again(book, qtbot, page)
    sheet = open_line(page, qtbot)
    assert "Fee for" in sheet.accessibleName()
    sheet.reject()
    assert none_open(page.window())  # type: ignore[arg-type]
    assert isinstance(page.new, Button)


def test_a_member_who_left_is_forgotten(page: MembersPage, qtbot: QtBot, book: Book) -> None:
    with book.write(Signing(1)) as writing:
        members.join(
            writing,
            members.JoinRequest(
                lines=(members.MemberLine(adults=(members.AdultLine(name="Zawadi Away"),)),)
            ),
        )
        members.change_status(
            writing, members.MemberStatusRequest(member="4", status="left", reason="moved")
        )
    page.load()
    idle(qtbot, page.desk)
    assert "3 households, 3 behind, 1 left and owes nothing" in said(page)
    window = page.window()
    assert isinstance(window, MainWindow)
    page.list.list.choose(next(row for row in page.known().rows if row.number == "4"))
    idle(qtbot, page.desk)
    pick(page.view.more, "Forget")
    form = opened(window, Form)
    assert "nothing reaches them" in "\n".join(said(form))
    save(form, qtbot)
    with book.read() as reading:
        found = register.card(reading, "4")
    assert found.member.name == ""
    assert "Forgotten" in said(page.view)
    assert b"Zawadi" not in book.path.read_bytes()


def test_notes_that_may_mean_who_is_forgotten_are_named_and_erased_where_it_is_said(
    page: MembersPage, qtbot: QtBot, book: Book
) -> None:
    with book.write(Signing(1)) as writing:
        adult = members.AdultLine(name="Zawadi Away")
        members.join(writing, members.JoinRequest(lines=(members.MemberLine(adults=(adult,)),)))
        left = members.MemberStatusRequest(member="4", status="left", reason="moved")
        members.change_status(writing, left)
        meant, other = (
            spend(writing, ExpenseRequest(lines=(expense(1, text=text),))).seq
            for text in ("for old Zawadi", "far Away")
        )
    page.load()
    idle(qtbot, page.desk)
    page.list.list.choose(next(row for row in page.known().rows if row.number == "4"))
    idle(qtbot, page.desk)
    pick(page.view.more, "Forget")
    form = form_of(page)
    idle(qtbot, page.desk)
    assert f"Read whether it is so: {meant}, {other}." in "\n".join(said(form))
    write(form, also="all")
    assert "not a whole number" in refused(form, qtbot, "also")
    write(form, also=str(meant))
    save(form, qtbot)
    found = book.path.read_bytes()
    assert b"old Zawadi" not in found and b"far Away" in found


def test_who_has_not_left_is_not_offered_to_be_forgotten(page: MembersPage) -> None:
    with pytest.raises(AssertionError):
        pick(page.view.more, "Forget")


def test_what_was_done_is_said_over_the_list_and_hides_no_button(
    page: MembersPage, window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(1024, 768)
    toast = window.shell.toast("The connection is handed over.")
    qtbot.waitUntil(lambda: toast.y() > 0)
    for button in window.findChildren(Button):
        if button.isVisible() and not toast.isAncestorOf(button):
            place = button.rect().translated(button.mapTo(window.shell, QPoint(0, 0)))
            assert not place.intersects(toast.geometry()), button.words
