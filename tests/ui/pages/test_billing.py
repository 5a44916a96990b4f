"""Everybody gets this month's bill with one button."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from imt_desktop.journal import Book
from imt_desktop.ledger.register import members
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.billing.page import BillingPage
from imt_desktop.ui.pages.form import Form
from tests.ui.pages.conftest import idle


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


def test_an_expense_is_paid_from_the_cash_box_unless_said_otherwise(
    window: MainWindow, qtbot: QtBot
) -> None:
    QTest.keyClick(window, Qt.Key.Key_F3)
    idle(qtbot, window.desk)
    form = window.findChild(Form)
    assert form is not None
    assert form.value_of("account") == 1
    form.reject()
