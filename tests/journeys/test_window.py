"""From an empty folder to a poster on the wall: a committee's first evening, with real keys and buttons."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from imt_desktop.app import Program, build
from imt_desktop.journal.anchor import anchor_of
from imt_desktop.journal.verify import verify
from imt_desktop.ledger.accounts import accounts
from imt_desktop.ledger.register import members
from imt_desktop.oversight.whole import ROOMS, open_book
from imt_desktop.reports.paper import raster
from imt_desktop.settings import Places
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.billing.page import BillingPage
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.notices.page import NoticesPage
from imt_desktop.ui.pages.receive.page import ReceivePage
from imt_desktop.ui.start import StartWindow
from tests.reports.reading import codes_of
from tests.ui.pages.conftest import idle
from tests.ui.pages.keys import choose, none_open, opened, press, save, write
from tests.ui.pages.spreadsheets import Sitting
from tests.ui.printers import PdfPrinters

CTRL = Qt.KeyboardModifier.ControlModifier
LONG = 30_000
LIST = "No,Name,Zone,Balance\n1,Amina Practice,Hill,900\n2,Peter Example,Hill,0\n3,Rose Trial,River,450\n"
"""A list as a committee has it; nobody in it exists."""


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    """The program on a laptop on which it never ran."""
    made = build(qapp, Places(tmp_path / "books", tmp_path / "config"))
    made.start()
    yield made
    window = made.window
    if isinstance(window, MainWindow):
        window.close()
        qtbot.waitUntil(lambda: not window.desk.tasks.busy)
        window.deleteLater()


def found(program: Program, qtbot: QtBot) -> MainWindow:
    """Answer the first questions by the keyboard: everything has a usual answer but the names."""
    start = program.window
    assert isinstance(start, StartWindow)
    with qtbot.waitActive(start):
        start.activateWindow()
    QTest.keyClick(start.set_up, Qt.Key.Key_Return)
    wizard = start.wizard
    for step, typed in enumerate(("Kiboko", "Grace Example", "450", "1000"), 1):
        assert wizard.at == step
        QTest.keyClicks(wizard.focusWidget(), typed)
        if step == 4:
            wizard.fields["has_bank"].editor.findChildren(QAbstractButton)[-1].click()
        QTest.keyClick(wizard.focusWidget(), Qt.Key.Key_Return, CTRL)
    assert wizard.at == 5
    QTest.keyClick(wizard.focusWidget(), Qt.Key.Key_Up)  # from a spreadsheet
    QTest.keyClick(wizard.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow), timeout=LONG)
    window = program.window
    assert isinstance(window, MainWindow)
    with qtbot.waitActive(window):
        window.activateWindow()
    idle(qtbot, window.desk)
    return window


def strike(window: MainWindow, qtbot: QtBot, key: Qt.Key, held: object = None) -> None:
    """Strike a key that works everywhere in the window."""
    with qtbot.waitActive(window):
        window.activateWindow()  # no window manager does it here after a dialog
    QTest.keyClick(window, key, held or Qt.KeyboardModifier.NoModifier)


def bring_in(window: MainWindow, qtbot: QtBot, folder: Path) -> None:
    """Bring in the members, and then what they owe."""
    assert window.shell.page_key() == "bringing-in"
    sitting = Sitting(window, qtbot, window.desk.book)
    sitting.csv(folder, LIST)
    sitting.go()
    sitting.go()
    sitting.press(sitting.page.views.done.go_on)
    sitting.page.views.what.questions.day.set_value(date.today())  # when these balances stood
    sitting.go()
    sitting.go()


def bill(window: MainWindow, qtbot: QtBot) -> None:
    strike(window, qtbot, Qt.Key.Key_F4)
    idle(qtbot, window.desk)
    page = window.page("billing")
    assert isinstance(page, BillingPage)
    with qtbot.waitSignal(window.desk.changed):
        press(page.bill)
    idle(qtbot, window.desk)


def receive(window: MainWindow, qtbot: QtBot, name: str, amount: str) -> None:
    strike(window, qtbot, Qt.Key.Key_F2)
    idle(qtbot, window.desk)
    page = window.page("receive")
    assert isinstance(page, ReceivePage)
    QTest.keyClicks(page.search.box, name)
    QTest.keyClick(page.search.box, Qt.Key.Key_Return)
    idle(qtbot, window.desk)
    QTest.keyClicks(page.paying.handed, amount)
    with qtbot.waitSignal(window.desk.changed):
        QTest.keyClick(page.paying.handed, Qt.Key.Key_Return)
    idle(qtbot, window.desk)


def spend(window: MainWindow, qtbot: QtBot) -> None:
    strike(window, qtbot, Qt.Key.Key_F3)
    qtbot.waitUntil(lambda: not none_open(window))
    form = opened(window, Form)
    write(form, amount="300", payee="Filling station", voucher="7")
    save(form, qtbot)


def bank(window: MainWindow, qtbot: QtBot) -> None:
    strike(window, qtbot, Qt.Key.Key_M, CTRL)
    qtbot.waitUntil(lambda: not none_open(window))
    form = opened(window, Form)
    choose(form, "target", 2)
    write(form, amount="500")
    save(form, qtbot)


def count(window: MainWindow, qtbot: QtBot, amount: str) -> None:
    strike(window, qtbot, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: not none_open(window))
    form = opened(window, Form)
    write(form, counted=amount, by="Grace Example, Joseph Sample")
    save(form, qtbot)


def poster(window: MainWindow, qtbot: QtBot) -> bytes:
    """Print the notice of this month, and say that it came out."""
    printers = window.desk.printers
    assert isinstance(printers, PdfPrinters)
    strike(window, qtbot, Qt.Key.Key_F7)
    page = window.page("notices")
    assert isinstance(page, NoticesPage)
    qtbot.waitUntil(lambda: not page.previewer.waiting and not page.desk.tasks.busy, timeout=LONG)
    strike(window, qtbot, Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: bool(printers.printed), timeout=LONG)
    idle(qtbot, window.desk)
    return printers.printed[-1].read_bytes()


def test_from_an_empty_folder_to_a_printed_poster(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    window = found(program, qtbot)
    window.desk.printers = PdfPrinters(tmp_path)
    bring_in(window, qtbot, tmp_path)
    bill(window, qtbot)
    receive(window, qtbot, "ami", "1000")
    receive(window, qtbot, "peter", "450")
    spend(window, qtbot)
    bank(window, qtbot)
    count(window, qtbot, "1650")
    printed = poster(window, qtbot)
    path = window.desk.book.path
    with window.desk.book.read() as book:
        anchor = anchor_of(book.recorded(book.head().seq))
        owed = {row.number: row.owed.minor for row in members(book)}
        cash, banked = (one.balance.minor for one in accounts(book)[:2])
    assert owed == {"1": 350_00, "2": 0, "3": 900_00}
    assert (cash, banked) == (1650_00, 500_00)
    pages = raster.pages(printed)
    assert pages == 5  # how to glue it together, and four sheets
    assert anchor.qr in [code for page in range(pages) for code in codes_of(printed, page)]
    window.close()
    assert not verify(path, ROOMS).problems
    open_book(path).close()
