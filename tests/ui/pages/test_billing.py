"""Everybody gets this month's bill with one button."""

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from imt_desktop.journal import Book, Signing
from imt_desktop.ledger import voids
from imt_desktop.ledger.billing import LeftOut
from imt_desktop.ledger.members import (
    AdultLine,
    JoinRequest,
    MemberLine,
    MemberStatusRequest,
    change_status,
    join,
)
from imt_desktop.ledger.register import members
from imt_desktop.ledger.voids import VoidRequest
from imt_desktop.period import Month
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.billing.page import BillingPage
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.home.page import HomePage
from imt_desktop.ui.pages.members.page import MembersPage
from imt_desktop.ui.widgets import Button, DateEdit, LineEdit
from imt_desktop.wording.states import left_out_words
from tests.ui.pages.conftest import idle
from tests.ui.pages.keys import opened, said
from tests.ui.pages.spreadsheets import Sitting


def test_bill_everyone(window: MainWindow, qtbot: QtBot, book: Book) -> None:
    QTest.keyClick(window, Qt.Key.Key_F4)
    idle(qtbot, window.desk)
    page = window.page("billing")
    assert isinstance(page, BillingPage)
    assert len(page.table.rows()) == 3
    assert "3" in page.bill.words
    with qtbot.waitSignal(window.desk.changed):
        QTest.mouseClick(page.bill, Qt.MouseButton.LeftButton)
    idle(qtbot, window.desk)
    with book.read() as reading:
        assert [row.owed.minor for row in members(reading)] == [135000] * 3
    assert not page.bill.isEnabled()


def test_where_there_is_no_water_price_enter_sets_it(fresh: Sitting) -> None:
    QTest.keyClick(fresh.window, Qt.Key.Key_F4)
    fresh.settle()
    adopt = fresh.window.focusWidget()
    assert isinstance(adopt, Button) and adopt.words == "Set the water price"
    QTest.keyClick(adopt, Qt.Key.Key_Return)
    fresh.settle()
    assert opened(fresh.window, Form).isVisible()


def test_who_joined_later_is_left_out_of_an_earlier_month_and_the_list_says_since_when(
    window: MainWindow, qtbot: QtBot
) -> None:
    desk = window.desk
    window.go("members", "new")
    idle(qtbot, desk)
    form = window.findChild(Form)
    assert form is not None
    name, since = form.fields["name"].editor, form.fields["on"].editor
    assert isinstance(name, LineEdit) and isinstance(since, DateEdit)
    assert since.value() == desk.today
    name.setText("Late Comer")
    joined = Month.of(desk.today).shift(-1).first
    since.set_value(joined)
    form.do.click()
    idle(qtbot, desk)
    QTest.keyClick(window, Qt.Key.Key_F4)
    page = window.page("billing")
    assert isinstance(page, BillingPage)
    for months, why in ((2, f"Joined after this time: {desk.tr.short_date(joined)}"), (1, None)):
        page.show_what(Month.of(desk.today).shift(-months))
        idle(qtbot, desk)
        late = [one for one in page.left_out.list.rows_model.rows if one.name == "Late Comer"]
        assert bool(late) == bool(why)
        if why:
            assert late[0].reason == "member-later"
            assert why in left_out_words(late[0].reason, late[0].since, desk.tr)
    assert [line.name for line in page.table.rows()] == ["Late Comer"]


def test_an_expense_is_paid_from_the_cash_box_unless_said_otherwise(
    window: MainWindow, qtbot: QtBot
) -> None:
    QTest.keyClick(window, Qt.Key.Key_F3)
    idle(qtbot, window.desk)
    form = window.findChild(Form)
    assert form is not None
    assert form.value_of("account") == 1
    form.reject()


def test_what_was_billed_can_be_seen_and_nobody_is_said_to_have_what_they_have_not(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    with book.write(Signing(1)) as writing:
        change = MemberStatusRequest(member="3", status="cut-off", reason="since May")
        change_status(writing, change)
    QTest.keyClick(window, Qt.Key.Key_F4)
    idle(qtbot, window.desk)
    page = window.page("billing")
    assert isinstance(page, BillingPage)
    with qtbot.waitSignal(window.desk.changed):
        QTest.mouseClick(page.bill, Qt.MouseButton.LeftButton)
    idle(qtbot, window.desk)
    assert [row.name for row in page.made.table.rows()] == ["Mwikali Nzomo", "Peter Musyoka"]
    assert page.made.isVisible()
    page.made.table.setCurrentIndex(page.made.table.rows_model.index(1, 0))
    QTest.keyClick(page.made.table, Qt.Key.Key_Return)
    idle(qtbot, window.desk)
    members_page = window.page("members")
    assert isinstance(members_page, MembersPage)
    assert members_page.isVisible() and members_page.row().name == "Peter Musyoka"
    assert [one.number for one in page.left_out.list.rows_model.rows] == ["3"]
    assert not any("Everybody has" in words for words in said(page))


def test_who_came_in_after_a_month_was_billed_is_told_of_beside_its_bills(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    QTest.keyClick(window, Qt.Key.Key_F4)
    idle(qtbot, window.desk)
    page = window.page("billing")
    assert isinstance(page, BillingPage)
    with qtbot.waitSignal(window.desk.changed):
        QTest.mouseClick(page.bill, Qt.MouseButton.LeftButton)
    idle(qtbot, window.desk)
    assert page.made.isVisible() and not page.unbilled.isVisible()
    with book.write(Signing(1)) as writing:
        join(writing, JoinRequest(lines=(MemberLine(adults=(AdultLine(name="Late Comer"),)),)))
    window.desk.changed.emit(Changes(members=True))
    idle(qtbot, window.desk)
    month = window.desk.tr.period(page.month.value().period, alone=False)
    assert page.made.isVisible() and page.unbilled.isVisible()
    assert page.unbilled.words() == f"1 connection has no bill for {month} yet."
    page.unbilled.look.setFocus()
    QTest.keyClick(page.unbilled.look, Qt.Key.Key_Return)
    assert [line.name for line in page.table.rows()] == ["Late Comer"]
    assert page.table.isVisible() and page.table.hasFocus() and not page.unbilled.isVisible()


def test_who_is_left_out_and_billed_for_something_else_is_said_to_be_both(
    window: MainWindow, qtbot: QtBot
) -> None:
    QTest.keyClick(window, Qt.Key.Key_F4)
    idle(qtbot, window.desk)
    page = window.page("billing")
    assert isinstance(page, BillingPage)
    found = page._found
    assert found is not None
    row = found.rows[0]
    left = [LeftOut(number, "", "household", "no-fee") for number in (row.number, "99")]
    plan = replace(found.plan, left_out=(*found.plan.left_out, *left))
    page.facts.show_sheet(replace(found, plan=plan))
    words = page.facts.bills.accessibleName() + page.facts.bills.accessibleDescription()
    assert "2 households are left out" in words
    assert "1 of them is billed for something else" in words


def test_months_that_were_never_billed_are_named_here_and_at_home(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    first = Month.of(window.desk.today).shift(-2)
    with book.read() as reading:
        rows = reading.driver.execute("SELECT seq FROM bill WHERE period=?", (str(first),))
        (seq, *_same) = {row[0] for row in rows.fetchall()}
    with book.write(Signing(1)) as writing:
        voids.void(writing, VoidRequest(entry=seq, reason="for a test"))
    window.desk.changed.emit(Changes(balances=True))
    idle(qtbot, window.desk)
    home = window.page("home")
    assert isinstance(home, HomePage)
    row = next(row for row in home.to_do.rows if row.said.what == first.period)
    assert window.desk.tr.month(first) in row.said.title
    QTest.mouseClick(row.button, Qt.MouseButton.LeftButton)
    idle(qtbot, window.desk)
    page = window.page("billing")
    assert isinstance(page, BillingPage)
    assert page.month.value() == first
    assert page.gap.isVisible()
    assert window.desk.tr.month(first) in page.gap.words()
    with qtbot.waitSignal(window.desk.changed):
        QTest.mouseClick(page.bill, Qt.MouseButton.LeftButton)
    idle(qtbot, window.desk)
    assert page.gap.isHidden()
