"""A book that can only be read says so, and every verb says why it is not possible."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from imt_desktop.app import build
from imt_desktop.committee.queries import officers
from imt_desktop.journal import Book, errors
from imt_desktop.oversight.practice import practice
from imt_desktop.settings import Places
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.opening import open_or_read
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.widgets import Dialog, Words
from tests.ui.pages.conftest import idle

TODAY = date.today()


def count(window: MainWindow, qtbot: QtBot, typed: str) -> Form:
    QTest.keyClick(window, Qt.Key.Key_F5)
    idle(qtbot, window.desk)
    form = window.findChild(Form)
    assert form is not None
    QTest.keyClicks(form.fields["counted"].editor, typed)
    QTest.keyClicks(form.fields["second"].editor, "Grace")
    QTest.keyClicks(form.fields["explanation"].editor, "nobody knows")
    QTest.mouseClick(form.do, Qt.MouseButton.LeftButton)
    idle(qtbot, window.desk)
    return form


def top_dialog(window: MainWindow) -> Dialog:
    return [one for one in window.findChildren(Dialog) if one.isVisible()][-1]


def words_of(form: Form) -> str:
    return " ".join(label.text() for label in form.findChildren(Words) if label.isVisible())


def test_a_second_window_opens_for_reading_and_says_why(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "our.imt"
    first = practice(path, members_=5, months=1, seed=1, today=TODAY)
    program = build(qapp, Places(tmp_path / "books", tmp_path / "config"))
    program.show_book(open_or_read(path))
    window = program.window
    assert isinstance(window, MainWindow)  # closed by the program when the other one opens
    with qtbot.waitActive(window):
        window.activateWindow()
    assert not any("unsigned" in one.text() for one in window.sign_in.findChildren(Words))
    QTest.keyClick(window.sign_in.cards[0], Qt.Key.Key_Return)
    band = window.shell.band_of("reading")
    assert band is not None and band.isVisible()
    assert "another window" in band.words.text()
    form = count(window, qtbot, "100")
    qtbot.waitUntil(lambda: "another window" in words_of(form))
    assert form.isVisible() and form.decimal_of("counted") == Decimal(100)
    form.reject()

    QTest.mouseClick(band.button, Qt.MouseButton.LeftButton)
    assert program.window is window  # the other window is still open
    assert "another window" in top_dialog(window).accessibleDescription()
    top_dialog(window).accept()
    first.close()
    QTest.mouseClick(band.button, Qt.MouseButton.LeftButton)
    again = program.window
    assert isinstance(again, MainWindow) and again is not window
    qtbot.addWidget(again)
    assert again.desk.book.writable
    assert again.shell.band_of("reading") is None
    idle(qtbot, again.desk)
    again.close()


@pytest.mark.skipif(sys.platform == "win32", reason="limits of files are Unix's")
def test_a_full_disk_is_said_in_the_form_and_nothing_typed_is_lost(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        form = count(window, qtbot, "100")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert "disk is full" in words_of(form)
    assert form.isVisible() and form.decimal_of("counted") == Decimal(100)
    with qtbot.waitSignal(window.desk.changed):
        QTest.mouseClick(form.do, Qt.MouseButton.LeftButton)
    with book.read() as reading:
        assert reading.driver.execute("SELECT counted FROM cash_count").fetchall() == [(10000,)]


def test_what_no_field_stands_for_is_said_in_a_dialog(window: MainWindow, qtbot: QtBot) -> None:
    window.desk.read_only = errors.ReadOnlyBookError("/stick/our.imt")
    window.show_bands()
    band = window.shell.band_of("reading")
    assert band is not None and "/stick/our.imt" in band.words.text()
    with window.desk.book.read() as reading:
        window.show_sign_in(officers(reading))
    said = [one.words() for one in window.sign_in.findChildren(Words) if one.isVisible()]
    assert any(words.startswith("Read only: ") for words in said)


def test_a_copy_of_the_file_alone_has_what_was_written_a_while_ago(
    window: MainWindow, qtbot: QtBot, book: Book, tmp_path: Path
) -> None:
    """As somebody makes it with a file manager, who knows nothing of the log beside the book."""
    window.desk.tasks.log.setInterval(0)
    count(window, qtbot, "100")
    copy = tmp_path / "copied.imt"

    def whole() -> bool:
        # In a process of its own: closing the file in this one would take its locks away.
        by_another = "import shutil, sys; shutil.copyfile(*sys.argv[1:])"
        subprocess.run([sys.executable, "-c", by_another, book.path, copy], check=True)
        return len(entries(copy)) == len(entries(book.path))

    qtbot.waitUntil(whole)


def entries(path: Path) -> list[tuple[int]]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        return connection.execute("SELECT seq FROM journal").fetchall()


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be deleted there")
def test_a_file_that_is_gone_is_said_in_the_form_and_once_more_at_the_end(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    book.path.unlink()
    form = count(window, qtbot, "100")
    qtbot.waitUntil(lambda: "no longer at" in words_of(form))
    assert form.isVisible() and form.decimal_of("counted") == Decimal(100)
    with book.read() as reading:
        assert not reading.driver.execute("SELECT counted FROM cash_count").fetchall()
    form.reject()
    assert not window.close() and window.isVisible()
    gone = "no longer at"  # what it held is saved first
    qtbot.waitUntil(lambda: gone in top_dialog(window).accessibleDescription())
    asked = top_dialog(window)
    with qtbot.waitSignal(window.closed):
        asked.accept()
