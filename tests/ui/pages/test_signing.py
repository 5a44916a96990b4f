"""PINs at the window: signing in, the lock, and a second officer on the spot."""

import json
from datetime import date
from decimal import Decimal

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from imt_desktop.cli.commands import main
from imt_desktop.committee import queries
from imt_desktop.committee.describing import DecisionRequest, record_decision
from imt_desktop.committee.names import publishing
from imt_desktop.committee.rules import LimitsRequest, expense_limit, set_limits
from imt_desktop.journal import Signing
from imt_desktop.ledger.income import IncomeLine, IncomeRequest, receive_other
from imt_desktop.ledger.statements import in_hand
from imt_desktop.ledger.waiting.approving import waiting
from imt_desktop.money import Money
from imt_desktop.ui.changes import EVERYTHING
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.home.to_do import ToDoRow
from imt_desktop.ui.pages.money.page import MoneyPage
from imt_desktop.ui.pages.settings import actions
from imt_desktop.ui.pages.settings.page import SettingsPage
from imt_desktop.ui.pages.settings.pin import SetPin
from imt_desktop.ui.pages.settings.pin import set_pin as open_pin
from imt_desktop.ui.pin_dialog import PinDialog
from imt_desktop.ui.widgets import Words
from tests.officers import AUDITOR, CHAIR, FACILITATOR, PINS, SECRETARY, TREASURER
from tests.ui.pages.conftest import idle
from tests.ui.pages.keys import said
from tests.ui.pages.office import Office, open_dialog


def test_a_pin_signs_every_entry(office: Office) -> None:
    office.ask()
    card = office.window.sign_in.pin_card
    assert card.isVisible() and not office.window.sign_in.go_on.isVisible()
    assert card.pin.echoMode() == QLineEdit.EchoMode.Password
    office.type_pin("111 222x")  # only digits arrive
    assert "4 more times" in (card.field.error or "")
    assert office.window.sign_in.isVisible() and not card.pin.text()
    office.type_pin(PINS[TREASURER])
    assert office.window.shell.isVisible() and not card.field.error
    note = DecisionRequest(minute="7", what="Water price", decided_on=date(2026, 1, 10))
    with office.qtbot.waitSignal(office.desk.changed):
        office.desk.write(lambda book: record_decision(book, note), lambda _: None, EVERYTHING)
    assert office.last_hand() == (TREASURER, (), "pin")


def test_another_officer_is_asked_for_their_own_pin(office: Office) -> None:
    office.ask()
    sign_in = office.window.sign_in
    QTest.keyClicks(sign_in.pin_card.pin, "12")
    QTest.mouseClick(sign_in.cards[CHAIR - 1], Qt.MouseButton.LeftButton)
    assert not sign_in.pin_card.pin.text()
    assert sign_in.pin_card.field.label == "PIN of Joseph"
    QTest.keyClicks(sign_in.cards[CHAIR - 1], PINS[CHAIR][0])  # typed at once, without a click
    office.type_pin(PINS[CHAIR][1:])
    assert office.desk.tasks.who.responsible == CHAIR


def test_a_pin_typed_at_who_has_none_is_no_try_for_another(office: Office) -> None:
    office.ask()
    sign_in = office.window.sign_in
    QTest.mouseClick(sign_in.cards[4], Qt.MouseButton.LeftButton)
    QTest.keyClicks(sign_in.cards[4], PINS[TREASURER])
    assert sign_in.cards[4].isChecked() and not sign_in.pin_card.isVisible()


def test_who_has_no_pin_signs_in_unsigned(office: Office) -> None:
    office.ask()
    QTest.mouseClick(office.window.sign_in.cards[4], Qt.MouseButton.LeftButton)
    assert not office.window.sign_in.pin_card.isVisible()
    QTest.keyClick(office.window.sign_in.cards[4], Qt.Key.Key_Return)
    assert office.window.shell.isVisible()
    assert office.desk.tasks.who.signature == "unsigned"
    assert not office.window.shell.sidebar.officer.lock.isVisible()


def test_on_another_laptop_everybody_sets_a_pin_again_and_goes_in(
    arrived: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["officers", str(arrived.desk.book.path), "--json"]) == 0
    assert not any(row["pin"] for row in json.loads(capsys.readouterr().out)["rows"])
    arrived.ask()
    sign_in = arrived.window.sign_in
    assert sign_in.go_on.isVisible() and not sign_in.pin_card.isVisible()
    assert sign_in.go_on.words == "Set the PIN"
    QTest.keyClick(sign_in.cards[0], Qt.Key.Key_Return)
    form = open_dialog(arrived, SetPin)
    assert "witness" not in form.fields  # there is nobody yet who could vouch
    fill(arrived, form, pin="314159", again="314159")
    assert arrived.window.shell.isVisible()
    assert arrived.desk.tasks.who == Signing(TREASURER, signature="pin")
    arrived.ask(CHAIR)
    assert sign_in.pin_card.isVisible() is False
    QTest.mouseClick(sign_in.go_on, Qt.MouseButton.LeftButton)
    form = open_dialog(arrived, SetPin)  # the treasurer vouches for the others
    fill(arrived, form, pin="271828", again="271828", present="314159")
    assert arrived.desk.tasks.who == Signing(CHAIR, signature="pin")


def test_five_wrong_pins_have_to_wait(office: Office) -> None:
    office.ask()
    for _ in range(5):
        office.type_pin("111222")
    office.type_pin(PINS[TREASURER])
    assert "Too many wrong PINs" in (office.window.sign_in.pin_card.field.error or "")


def test_the_lock_asks_again_and_so_does_a_pause(office: Office) -> None:
    office.sign_in()
    lock = office.window.shell.sidebar.officer.lock
    assert lock.isVisible()
    QTest.mouseClick(lock, Qt.MouseButton.LeftButton)
    office.qtbot.waitUntil(office.window.sign_in.isVisible)
    assert not office.window.sign_in.leave.isVisible()
    office.type_pin(PINS[TREASURER])
    assert office.window.shell.isVisible()
    assert office.window.idle.timer.interval() == 5 * 60_000
    office.window.idle.timer.start(1)
    office.qtbot.waitUntil(office.window.sign_in.isVisible)
    idle(office.qtbot, office.desk)


def test_a_pause_keeps_the_form_that_is_open(office: Office) -> None:
    office.sign_in()
    form = actions.name_officer(office.window.page("home"), office.desk)
    QTest.keyClicks(form.fields["name"].editor, "Neema")
    office.window.idle.passed.emit()
    asked = office.dialog()
    assert asked.height() >= asked.layout().totalHeightForWidth(asked.width())
    QTest.keyClick(asked, Qt.Key.Key_Escape)
    assert asked.isVisible() and not asked.leave.isVisible()
    QTest.keyClicks(asked.pin, PINS[TREASURER])
    QTest.keyClick(asked.pin, Qt.Key.Key_Return)
    office.qtbot.waitUntil(lambda: not office.window.findChildren(PinDialog))
    assert form.isVisible() and form.fields.words_of("name") == "Neema"
    form.leave()


def name_another(office: Office) -> Form:
    form = actions.name_officer(office.window.page("home"), office.desk)
    QTest.keyClicks(form.fields["name"].editor, "Neema")
    QTest.mouseClick(form.do, Qt.MouseButton.LeftButton)
    return form


def test_a_second_officer_signs_on_the_spot(office: Office) -> None:
    office.sign_in()
    name_another(office)
    asked = office.dialog()
    assert asked.officer.value() == CHAIR
    QTest.keyClicks(asked.pin, "111222")
    QTest.keyClick(asked.pin, Qt.Key.Key_Return)
    idle(office.qtbot, office.desk)
    assert "4 more times" in (asked.field.error or "")
    QTest.keyClicks(asked.pin, PINS[CHAIR])
    with office.qtbot.waitSignal(office.desk.changed):
        QTest.keyClick(asked.pin, Qt.Key.Key_Return)
    assert office.last_hand() == (TREASURER, (CHAIR,), "pin")
    assert office.desk.tasks.who.countersigned == ()
    idle(office.qtbot, office.desk)


def test_without_the_second_nothing_is_booked_and_the_form_stays(office: Office) -> None:
    office.sign_in()
    with office.book.read() as reading:
        before = reading.head().seq
    form = name_another(office)
    asked = office.dialog()
    found = {asked.officer.itemText(at).split(",")[0] for at in range(asked.officer.count())}
    assert found == {"Joseph", "Grace"}  # the auditor signs no change of officers
    QTest.keyClick(asked, Qt.Key.Key_Escape)
    assert form.isVisible()
    with office.book.read() as reading:
        assert reading.head().seq == before
    form.leave()


def test_who_typed_no_pin_yet_signs_first(office: Office) -> None:
    name_another(office)
    first = office.dialog()
    assert first.officer.count() == 1
    QTest.keyClicks(first.pin, PINS[TREASURER])
    QTest.keyClick(first.pin, Qt.Key.Key_Return)
    idle(office.qtbot, office.desk)
    second = open_dialog(office, PinDialog)
    assert second is not first and second.officer.value() == CHAIR
    QTest.keyClicks(second.pin, PINS[CHAIR])
    with office.qtbot.waitSignal(office.desk.changed):
        QTest.keyClick(second.pin, Qt.Key.Key_Return)
    assert office.last_hand() == (TREASURER, (CHAIR,), "pin")
    idle(office.qtbot, office.desk)


def test_who_has_no_pin_cannot_be_one_of_two(office: Office) -> None:
    with office.book.read() as reading:
        office.desk.sit(queries.officers(reading)[FACILITATOR - 1], Signing(FACILITATOR))
    form = name_another(office)
    idle(office.qtbot, office.desk)
    assert not office.window.findChildren(PinDialog)
    assert any("Peter has no PIN" in one.text() for one in form.findChildren(Words))
    form.leave()


def set_pin(office: Office, officer: int, new: str, again: str = "", **typed: str) -> SetPin:
    with office.book.read() as reading:
        found = queries.by_id(reading, officer)
    assert found is not None
    open_pin(office.window.page("home"), office.desk, found)
    form = open_dialog(office, SetPin)
    fill(office, form, pin=new, again=again or new, **typed)
    return form


def fill(office: Office, form: SetPin, **typed: str) -> None:
    for name, words in typed.items():
        QTest.keyClicks(form.fields[name].editor, words)
    QTest.mouseClick(form.do, Qt.MouseButton.LeftButton)
    idle(office.qtbot, office.desk)


def test_who_signed_in_sets_a_new_pin(office: Office) -> None:
    office.sign_in()
    form = set_pin(office, TREASURER, "123456")
    assert "Anybody would try" in (form.fields["pin"].error or "")
    form.leave()
    form = set_pin(office, TREASURER, "590274", "590275")
    assert form.fields["pin"].error and not form.fields["again"].editor.text()
    assert form.fields["pin"].editor.hasFocus()  # both are empty now: begin with the first
    form.leave()
    idle(office.qtbot, office.desk)
    set_pin(office, TREASURER, "590274")
    assert office.last_hand() == (TREASURER, (), "pin")
    office.ask()
    office.type_pin("590274")
    assert office.window.shell.isVisible()


def test_a_forgotten_pin_is_set_with_another_officer_present(office: Office) -> None:
    office.sign_in()
    form = set_pin(office, SECRETARY, "590274")
    assert "Type the PIN" in (form.fields["present"].error or "")  # nothing typed is no try
    QTest.keyClicks(form.fields["present"].editor, "111222")
    QTest.mouseClick(form.do, Qt.MouseButton.LeftButton)
    idle(office.qtbot, office.desk)
    assert "4 more times" in (form.fields["present"].error or "")
    QTest.keyClicks(form.fields["present"].editor, PINS[TREASURER])
    with office.qtbot.waitSignal(office.desk.changed):
        QTest.mouseClick(form.do, Qt.MouseButton.LeftButton)
    assert office.last_hand() == (SECRETARY, (TREASURER,), "pin")
    idle(office.qtbot, office.desk)
    office.sign_in(AUDITOR)


# Expenses that wait


def test_the_limit_is_told_while_an_expense_is_typed(office: Office) -> None:
    limited(office)
    office.window.go("money", "out")
    idle(office.qtbot, office.desk)
    form = open_dialog(office, Form)
    assert form.fields["amount"].editor.accessibleDescription() == "above KSh\u00a01,000 two sign"


def test_names_on_the_notice_are_decided_in_the_window_and_signed_by_two(office: Office) -> None:
    office.sign_in()
    office.window.go("settings", "names")
    idle(office.qtbot, office.desk)
    form = open_dialog(office, Form)
    assert any("shames people" in label.text() for label in form.findChildren(QLabel))
    QTest.keyClicks(form.fields["minute"].editor, "14/2026")
    QTest.mouseClick(form.do, Qt.MouseButton.LeftButton)
    asked = open_dialog(office, PinDialog)
    QTest.keyClicks(asked.pin, PINS[CHAIR])
    with office.qtbot.waitSignal(office.desk.changed):
        QTest.keyClick(asked.pin, Qt.Key.Key_Return)
    idle(office.qtbot, office.desk)
    with office.book.read() as reading:
        decided = publishing(reading, office.desk.today)
    assert decided and (decided.minute, decided.body) == ("14/2026", "assembly")
    page = office.window.page("settings")
    assert isinstance(page, SettingsPage)
    assert "14/2026" in page.committee.words["named"].text()


def spend(office: Office, amount: str) -> None:
    office.window.go("money", "out")
    form = open_dialog(office, Form)
    QTest.keyClicks(form.fields["amount"].editor, amount)
    QTest.keyClicks(form.fields["payee"].editor, "Hardware <b>shop")
    with office.qtbot.waitSignal(office.desk.changed):
        QTest.mouseClick(form.do, Qt.MouseButton.LeftButton)
    idle(office.qtbot, office.desk)


def money_page(office: Office) -> MoneyPage:
    page = office.window.page("money")
    assert isinstance(page, MoneyPage)
    return page


def limited(office: Office) -> None:
    """The assembly lets one officer spend 1,000; 10,000 lie in the box."""
    both = Signing(TREASURER, countersigned=(CHAIR,), signature="pin")
    with office.book.write(both) as writing:
        record_decision(writing, DecisionRequest(minute="7", what="Limit"))
        set_limits(writing, LimitsRequest(decision=1, expense_limit=Decimal(1000)))
        line = IncomeLine(amount=Decimal(10_000), income="grant")
        receive_other(writing, IncomeRequest(lines=(line,)))
    office.sign_in()


def test_the_limit_for_two_signatures_is_set_in_the_window(office: Office) -> None:
    office.sign_in()
    office.window.go("settings", "limit")
    idle(office.qtbot, office.desk)
    page = office.window.page("settings")
    assert isinstance(page, SettingsPage)
    form = open_dialog(office, Form)
    QTest.keyClicks(form.fields["expense_limit"].editor, "3000")
    QTest.keyClicks(form.fields["minute"].editor, "12/2026")
    QTest.mouseClick(form.do, Qt.MouseButton.LeftButton)
    asked = open_dialog(office, PinDialog)
    QTest.keyClicks(asked.pin, PINS[CHAIR])
    with office.qtbot.waitSignal(office.desk.changed):
        QTest.keyClick(asked.pin, Qt.Key.Key_Return)
    idle(office.qtbot, office.desk)
    with office.book.read() as reading:
        limit = expense_limit(reading, office.desk.today)
        assert limit == Money(300_000, reading.currency)
        assert queries.decisions(reading)[0].minute == "12/2026"
    assert "3,000" in page.committee.words["two"].text()
    office.window.go("settings", "limit")
    idle(office.qtbot, office.desk)
    again = open_dialog(office, Form)
    assert again.words_of("expense_limit") == "3,000"


def test_an_expense_above_the_limit_waits_and_is_approved_by_another(office: Office) -> None:
    limited(office)
    spend(office, "4000")
    page = money_page(office)
    waits = page.unfinished.list.row()
    assert (waits.payee, str(waits.amount.decimal)) == ("Hardware <b>shop", "4000.00")
    assert page.unfinished.finish.text() == "Approve it"
    office.window.go("money", "waiting")  # as Home and Ctrl+K do: on the list, Enter approves
    idle(office.qtbot, office.desk)
    assert office.window.focusWidget() is page.unfinished.list
    QTest.keyClick(page.unfinished.list, Qt.Key.Key_Return)
    form = open_dialog(office, Form)
    assert "it stands in the cash book of this day" in said(form)
    QTest.mouseClick(form.do, Qt.MouseButton.LeftButton)
    asked = open_dialog(office, PinDialog)
    QTest.keyClicks(asked.pin, PINS[CHAIR])
    with office.qtbot.waitSignal(office.desk.changed):
        QTest.keyClick(asked.pin, Qt.Key.Key_Return)
    idle(office.qtbot, office.desk)
    assert office.last_hand() == (TREASURER, (CHAIR,), "pin")
    with office.book.read() as reading:
        assert not waiting(reading)
        assert in_hand(reading)[0] == Money(600_000, reading.currency)
    assert page.unfinished.finish.text() != "Approve it"


def test_what_waits_stands_on_home_and_can_be_refused_with_a_reason(office: Office) -> None:
    limited(office)
    spend(office, "4000")
    office.window.go("home")
    idle(office.qtbot, office.desk)
    home = office.window.page("home")
    (row,) = [one for one in home.findChildren(ToDoRow) if "Approve" in one.said.title]
    QTest.mouseClick(row.button, Qt.MouseButton.LeftButton)
    idle(office.qtbot, office.desk)
    page = money_page(office)
    assert page.unfinished.refuse.isVisible() and not page.unfinished.open.isVisible()
    QTest.mouseClick(page.unfinished.refuse, Qt.MouseButton.LeftButton)
    form = open_dialog(office, Form)
    QTest.mouseClick(form.do, Qt.MouseButton.LeftButton)
    idle(office.qtbot, office.desk)
    assert form.fields["reason"].error
    QTest.keyClicks(form.fields["reason"].editor, "too dear")
    with office.qtbot.waitSignal(office.desk.changed):
        QTest.mouseClick(form.do, Qt.MouseButton.LeftButton)
    idle(office.qtbot, office.desk)
    with office.book.read() as reading:
        assert not waiting(reading)
        assert in_hand(reading)[0] == Money(1_000_000, reading.currency)


def test_an_expense_within_the_limit_is_booked_at_once(office: Office) -> None:
    limited(office)
    spend(office, "900")
    with office.book.read() as reading:
        assert in_hand(reading)[0] == Money(910_000, reading.currency)


def test_how_long_the_window_waits_is_chosen_in_the_settings(office: Office) -> None:
    office.sign_in()
    office.window.go("settings")
    idle(office.qtbot, office.desk)
    page = office.window.page("settings")
    assert isinstance(page, SettingsPage)
    lock = page.laptop.lock
    assert lock.value() == 5
    with office.qtbot.waitSignal(office.desk.kept) as heard:
        QTest.keyClick(lock, Qt.Key.Key_Down)
    assert heard.args[0].lock_minutes == 10
    assert office.window.idle.timer.interval() == 10 * 60_000
    assert office.window.idle.timer.isActive()
    office.desk.keep(papers_folder="elsewhere")
    assert office.window.idle.minutes == 10


def test_whoever_finds_the_question_who_sits_here_does_not_go_on_as_who_left(
    office: Office,
) -> None:
    office.sign_in()
    office.window.ask_who()
    office.qtbot.waitUntil(office.window.sign_in.isVisible)
    QTest.keyClick(office.window.sign_in, Qt.Key.Key_Escape)
    assert office.window.sign_in.isVisible() and not office.window.sign_in.leave.isVisible()
    office.type_pin(PINS[TREASURER])
    assert office.window.shell.isVisible()


def test_officers_of_a_copy_without_names_are_offered_by_their_posts(arrived: Office) -> None:
    office = arrived
    nameless = tuple(replace(one, name="") for one in office.hand.see(queries.officers))
    office.window.show_sign_in(nameless, may_leave=True)
    view = office.window.sign_in
    assert any("Treasurer has to set one again" in words for words in said(view))
    assert [card.choice.words for card in view.cards][:2] == ["Treasurer", "Chair"]


def test_who_has_no_pin_in_this_copy_is_not_offered_to_sign(office: Office) -> None:
    both = Signing(TREASURER, countersigned=(CHAIR,), signature="pin")
    lost = "DELETE FROM pin WHERE pin=(SELECT pin FROM officer_pin WHERE officer=?)"
    with office.book.write(both) as writing:
        record_decision(writing, DecisionRequest(minute="7", what="Limit"))
        writing.driver.execute(lost, (CHAIR,))
    office.sign_in()
    office.window.go("settings", "limit")
    idle(office.qtbot, office.desk)
    page = office.window.page("settings")
    assert isinstance(page, SettingsPage)
    under = {row.name: page.officers._line(row).under for row in office.hand.see(queries.officers)}
    assert under["Joseph"] == "the PIN is not in this copy"
    assert under["Amina"] == "signs with a PIN"
    gone = [replace(row, left_on=page.desk.today) for row in office.hand.see(queries.officers)]
    assert not any("PIN" in page.officers._line(row).under for row in gone), (
        "it ended with the post"
    )
    form = open_dialog(office, Form)
    QTest.keyClicks(form.fields["expense_limit"].editor, "3000")
    QTest.keyClicks(form.fields["minute"].editor, "12/2026")
    QTest.mouseClick(form.do, Qt.MouseButton.LeftButton)
    asked = open_dialog(office, PinDialog)
    offered = [asked.officer.itemText(at) for at in range(asked.officer.count())]
    assert len(offered) == 1 and "Grace" in offered[0]
