"""A book comes to this laptop at the start window: damaged, gone, sealed on a stick, or from another one."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from imt_desktop.app import Program, build
from imt_desktop.committee.describing import CommitteeRequest, OfficerRequest, name_officer
from imt_desktop.i18n import Translator
from imt_desktop.journal import Book, BookRestored, Signing
from imt_desktop.journal.copies.pages import copy_pages
from imt_desktop.journal.copies.sealing import new_key
from imt_desktop.money import Currency
from imt_desktop.oversight import copies
from imt_desktop.oversight.whole import ROOMS, found, open_book
from imt_desktop.settings import Places, Settings, save
from imt_desktop.ui.arriving.view import AGREE, CHOOSE, UNSEAL
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.opening import Opened
from imt_desktop.ui.start import StartWindow
from imt_desktop.ui.widgets import LineEdit

WORDS = "bakone tidumi pasofa lirenu kamobe"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """The book of a committee with one officer, in a folder of its own, with a backup."""
    path = tmp_path / "old" / "Kiboko.imt"
    path.parent.mkdir()
    wanted = CommitteeRequest(name="Kiboko", first_month="2026-01", languages=("en",))
    made = found(path, wanted, "KE", Currency("KES"))
    with made.write(Signing()) as writing:
        name_officer(writing, OfficerRequest(name="Amina", post="treasurer"))
    made.close()
    copies.back_up(path, "closing", date.today())
    return path


def shown(qtbot: QtBot, books: Path) -> StartWindow:
    made = StartWindow(Translator("en"), books)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def worked(start: StartWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not start.arriving.jobs.busy, timeout=60_000)


def enter(start: StartWindow, qtbot: QtBot) -> None:
    """Press Enter where the focus is."""
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    worked(start, qtbot)


def typed(start: StartWindow, name: str, words: str) -> None:
    editor = start.arriving.steps[start.arriving.at].fields[name].editor
    if isinstance(editor, LineEdit):
        editor.clear()
    editor.setFocus()
    QTest.keyClicks(QApplication.focusWidget(), words)


def error_of(start: StartWindow, name: str) -> str:
    return start.arriving.steps[start.arriving.at].fields[name].error or ""


def restored(path: Path) -> BookRestored:
    book = Book.open(path, ROOMS, writable=False)
    with book.read() as reading:
        entry = reading.recorded(reading.head().seq).entry
    book.close()
    assert isinstance(entry, BookRestored)
    return entry


def test_a_damaged_book_is_brought_back_by_keys_alone(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, book: Path
) -> None:
    book.write_bytes(book.read_bytes()[:5000])
    program = begun(qapp, tmp_path, Settings().with_book(str(book), "Kiboko"))
    qtbot.waitUntil(lambda: isinstance(program.window, StartWindow))
    start = program.window
    assert isinstance(start, StartWindow)
    with qtbot.waitActive(start):
        start.activateWindow()
    assert "damaged" in start.mistake.words()
    assert start.focusWidget() is start.rescue
    QTest.keyClick(start.rescue, Qt.Key.Key_Space)
    assert start.arriving.at == CHOOSE
    assert start.focusWidget() is start.arriving.choosing.list
    enter(start, qtbot)
    assert start.arriving.at == AGREE
    agreeing = start.arriving.agreeing
    assert "Kiboko: 6 entries" in agreeing.holds.text()
    assert "cannot be read" in agreeing.becomes.words()
    QTest.keyClick(start.arriving.next, Qt.Key.Key_Space)
    worked(start, qtbot)
    assert error_of(start, "last_receipt")
    typed(start, "last_receipt", "4x")
    QTest.keyClick(start.arriving.next, Qt.Key.Key_Space)
    assert error_of(start, "last_receipt")
    typed(start, "last_receipt", "41")
    QTest.keyClick(start.arriving.next, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow))
    window = program.window
    assert isinstance(window, MainWindow)
    with window.desk.book.read() as reading:
        recorded = reading.recorded(reading.head().seq)
    assert isinstance(recorded.entry, BookRestored) and recorded.entry.last_receipt == 41
    assert recorded.envelope.responsible == 1
    (kept,) = book.parent.glob("* replaced *.imt")
    assert kept.stat().st_size == 5000
    qtbot.waitUntil(lambda: not window.desk.tasks.busy)
    window.close()


def begun(qapp: QApplication, folder: Path, settings: Settings) -> Program:
    places = Places(folder / "books", folder / "config")
    save(places, settings)
    program = build(qapp, places)
    program.start()
    return program


def test_a_book_that_is_gone_offers_its_copies(qtbot: QtBot, tmp_path: Path, book: Path) -> None:
    book.unlink()
    start = shown(qtbot, tmp_path / "books")
    start.open_path(book)
    qtbot.waitUntil(start.rescue.isVisible)
    QTest.keyClick(start.rescue, Qt.Key.Key_Space)
    assert start.arriving.choosing.copy() is not None
    QTest.keyClick(start, Qt.Key.Key_Escape)
    assert not start.rescue.isVisible() and start.set_up.isVisible()


def test_a_good_book_needs_no_rescue(qtbot: QtBot, tmp_path: Path, book: Path) -> None:
    start = shown(qtbot, tmp_path / "books")
    with qtbot.waitSignal(start.opened) as heard:
        start.open_path(book)
    assert not start.rescue.isVisible()
    heard.args[0].book.close()


def test_a_sealed_copy_makes_the_book_on_another_laptop(
    qtbot: QtBot, tmp_path: Path, book: Path
) -> None:
    sealed, books = tmp_path / "our.age", tmp_path / "new" / "Books"
    copies.seal(book, sealed, opens=WORDS, private=True)
    start = shown(qtbot, books)
    QTest.keyClick(start.bring, Qt.Key.Key_Space)
    assert start.focusWidget() is start.arriving.choosing.file
    assert not start.arriving.next.isVisible()
    start.arriving.take(sealed)
    assert start.arriving.at == UNSEAL
    typed(start, "words", "no such words")
    enter(start, qtbot)
    assert error_of(start, "words")
    typed(start, "words", WORDS)
    enter(start, qtbot)
    assert start.arriving.at == AGREE
    assert list(books.iterdir()) == []
    place = start.arriving._plain
    assert place is not None and place.path.exists()
    typed(start, "last_receipt", "0")
    with qtbot.waitSignal(start.brought, timeout=60_000) as heard:
        QTest.keyClick(start.arriving.next, Qt.Key.Key_Space)
    opened, words = heard.args
    assert isinstance(opened, Opened) and opened.book.path == books / "Kiboko.imt"
    opened.book.close()
    assert "The book is back" in words
    assert restored(books / "Kiboko.imt").left_out == ("pin",)
    assert not place.path.parent.exists()


def test_leaving_leaves_no_open_copy_behind(qtbot: QtBot, tmp_path: Path, book: Path) -> None:
    sealed, secret = tmp_path / "our.age", tmp_path / "chair.key"
    copies.seal(book, sealed, keys=(new_key(secret),), private=True)
    start = shown(qtbot, tmp_path / "books")
    start.bring_back(None)
    start.arriving.take(sealed)
    typed(start, "key", str(tmp_path / "holiday.txt"))
    enter(start, qtbot)
    assert error_of(start, "key")
    start.arriving.unsealing.key.edit.clear()
    typed(start, "key", str(secret))
    enter(start, qtbot)
    assert start.arriving.at == AGREE
    place = start.arriving._plain
    assert place is not None and place.path.exists()
    QTest.keyClick(start, Qt.Key.Key_Escape)
    assert not place.path.parent.exists()
    assert not list((tmp_path / "books").iterdir())


def test_what_went_on_here_is_named_before_it_is_left_behind(
    qtbot: QtBot, tmp_path: Path, book: Path
) -> None:
    copy = tmp_path / "older.imt"
    shutil.copy(book, copy)
    live = open_book(book)
    with live.write(Signing()) as writing:
        name_officer(writing, OfficerRequest(name="Joseph", post="chair"))
    live.close()
    start = shown(qtbot, book.parent)
    start.bring_back(None)
    start.arriving.take(copy)
    worked(start, qtbot)
    agreeing = start.arriving.agreeing
    assert "it has 1 entry more" in agreeing.becomes.words()
    assert agreeing.loses.isVisible()
    assert start.arriving.next.kind == "danger"
    same = tmp_path / "same.imt"
    copy_pages(book, same)
    QTest.keyClick(start, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    start.arriving.take(same)
    worked(start, qtbot)
    assert start.arriving.next.words == "Open the book"
    with qtbot.waitSignal(start.brought, timeout=60_000) as heard:
        QTest.keyClick(start.arriving.next, Qt.Key.Key_Space)
    assert heard.args[0].book.path == book and heard.args[1] == ""
    heard.args[0].book.close()


def test_what_is_no_copy_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    start = shown(qtbot, tmp_path / "books")
    for name, words in (("holiday.imt", "not a book"), ("holiday.age", "not a sealed copy")):
        strange = tmp_path / name
        strange.write_bytes(b"sun and sea" * 2000)
        start.bring_back(None)
        start.arriving.take(strange)
        worked(start, qtbot)
        assert start.arriving.mistake.isVisible()
        assert words in start.arriving.mistake.text().replace("\u200b", "")
        assert start.arriving.at == CHOOSE
        assert start.arriving.choosing.file.hasFocus()
