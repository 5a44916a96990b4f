"""A whole story: set up a committee, take in a household, bill it, take its money."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from imt_desktop.app import build
from imt_desktop.journal import Book
from imt_desktop.ledger.register import members
from imt_desktop.settings import Places
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.billing.page import BillingPage
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.receive.page import ReceivePage
from imt_desktop.ui.start import StartWindow
from imt_desktop.ui.widgets import LineEdit


def idle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.desk.tasks.busy, timeout=30_000)


def type_into(start: StartWindow, name: str, words: str) -> None:
    editor = start.wizard.fields[name].editor
    assert isinstance(editor, LineEdit)
    QTest.keyClicks(editor, words)


def press(button: object) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]


def test_the_first_month(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    program = build(qapp, Places(tmp_path / "books", tmp_path / "config"))
    program.start()
    start = program.window
    assert isinstance(start, StartWindow)
    press(start.set_up)
    type_into(start, "name", "Kiboko Water Project")
    press(start.wizard.next)
    type_into(start, "officer1", "Amina Wanjiru")
    press(start.wizard.next)
    type_into(start, "fee1", "450")
    press(start.wizard.next)
    type_into(start, "cash", "1,200")
    press(start.wizard.next)
    start.wizard.members.cards.set_value("later")
    press(start.wizard.next)
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow))

    window = program.window
    assert isinstance(window, MainWindow)
    qtbot.addWidget(window)
    assert (tmp_path / "books" / "Kiboko Water Project.imt").exists()
    window.go("members", "new")
    idle(qtbot, window)
    form = window.page("members").window().findChild(Form)
    assert form is not None
    name = form.fields["name"].editor
    assert isinstance(name, LineEdit)
    name.setText("Mwikali Nzomo")
    with qtbot.waitSignal(window.desk.changed):
        press(form.do)

    window.go("billing")
    idle(qtbot, window)
    billing = window.page("billing")
    assert isinstance(billing, BillingPage)
    with qtbot.waitSignal(window.desk.changed):
        press(billing.bill)

    window.go("receive")
    idle(qtbot, window)
    till = window.page("receive")
    assert isinstance(till, ReceivePage)
    QTest.keyClicks(till.search.box, "mwikali")
    QTest.keyClick(till.search.box, Qt.Key.Key_Return)
    QTest.keyClicks(till.paying.handed, "450")
    with qtbot.waitSignal(window.desk.changed):
        QTest.keyClick(till.paying.handed, Qt.Key.Key_Return)
    idle(qtbot, window)
    book: Book = window.desk.book
    with book.read() as reading:
        assert [row.owed.minor for row in members(reading)] == [0]

    window.close()
    again = build(qapp, Places(tmp_path / "books", tmp_path / "config"))
    again.start()
    qtbot.waitUntil(lambda: isinstance(again.window, MainWindow))
    assert isinstance(again.window, MainWindow)
    qtbot.addWidget(again.window)
    idle(qtbot, again.window)
    again.window.close()
