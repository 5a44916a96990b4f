"""The till, with real keys on a real book."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from imt_desktop.journal import Book
from imt_desktop.ledger.register import members
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.receive.page import ReceivePage
from tests.ui.pages.conftest import idle


def till(window: MainWindow, qtbot: QtBot) -> ReceivePage:
    QTest.keyClick(window, Qt.Key.Key_F2)
    idle(qtbot, window.desk)
    page = window.page("receive")
    assert isinstance(page, ReceivePage)
    return page


def owed(book: Book, number: str) -> int:
    with book.read() as reading:
        return next(row.owed.minor for row in members(reading) if row.number == number)


def find(page: ReceivePage, qtbot: QtBot, words: str) -> None:
    QTest.keyClicks(page.search.box, words)
    QTest.keyClick(page.search.box, Qt.Key.Key_Return)
    assert page.window().focusWidget() is page.paying.handed
    idle(qtbot, page.desk)


def test_a_household_pays_without_a_mouse(window: MainWindow, qtbot: QtBot, book: Book) -> None:
    page = till(window, qtbot)
    assert page.window().focusWidget() is page.search.box
    find(page, qtbot, "mwik")
    assert page.paying.handed.is_empty()
    QTest.keyClicks(page.paying.handed, "500")
    with qtbot.waitSignal(page.desk.changed):
        QTest.keyClick(page.paying.handed, Qt.Key.Key_Return)
    idle(qtbot, page.desk)
    assert owed(book, "1") == 40000
    assert page.saved.number.text() == "Receipt 1"
    assert page.window().focusWidget() is page.search.box
    assert page.search.box.text() == ""
    assert [line.receipt for line in page.today.list.rows_model.rows] == [1]


def test_change_goes_back_and_only_the_debt_is_booked(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    page = till(window, qtbot)
    find(page, qtbot, "peter")
    QTest.keyClicks(page.paying.handed, "1000")
    assert "100" in page.paying.back.text()
    with qtbot.waitSignal(page.desk.changed):
        QTest.keyClick(page.paying.handed, Qt.Key.Key_Return)
    assert owed(book, "2") == 0
    with book.read() as reading:
        assert not any(row.ahead for row in members(reading))


def test_enter_with_nothing_typed_saves_nothing(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    page = till(window, qtbot)
    find(page, qtbot, "rose")
    with qtbot.assertNotEmitted(page.desk.changed):
        QTest.keyClick(page.paying.handed, Qt.Key.Key_Return)
        assert not page.desk.tasks.busy
    assert owed(book, "3") == 90000
    assert page.paying.handed.wrong


def test_two_quick_enters_save_one_payment(window: MainWindow, qtbot: QtBot, book: Book) -> None:
    page = till(window, qtbot)
    find(page, qtbot, "1")
    QTest.keyClicks(page.paying.handed, "450")
    with qtbot.waitSignal(page.desk.changed):
        QTest.keyClick(page.paying.handed, Qt.Key.Key_Return)
        page.save()
    idle(qtbot, page.desk)
    assert owed(book, "1") == 45000


def test_what_is_no_amount_is_said_beside_the_field(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    page = till(window, qtbot)
    find(page, qtbot, "1")
    QTest.keyClicks(page.paying.handed, "4x")
    QTest.keyClick(page.paying.handed, Qt.Key.Key_Return)
    assert page.paying.handed.wrong
    assert not page.desk.tasks.busy
    assert owed(book, "1") == 90000
