"""While the program stays open: a copy each day, and the weekly question for the stick."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from imt_desktop.errors import CannotWriteError
from imt_desktop.journal import Book, Signing
from imt_desktop.journal.copies.backups import Backup, backups, folder_of
from imt_desktop.journal.errors import BookBusyError
from imt_desktop.ledger.accounts import AccountRequest, open_account
from imt_desktop.oversight import copies
from imt_desktop.oversight.remembered import (
    Memory,
    recall,
    remember_asking,
    remember_stick,
    stick_is_asked,
)
from imt_desktop.settings import places
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.copies.page import CopiesPage
from imt_desktop.ui.reminders import StickQuestion
from tests.ui.pages.conftest import idle
from tests.ui.pages.keys import none_open, opened, said

TODAY = date(2026, 10, 14)


@pytest.fixture(autouse=True)
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("APPDATA", str(tmp_path / "config"))


def there(book: Book) -> list[Backup]:
    return backups(folder_of(book.path, book.id))


def look(window: MainWindow, qtbot: QtBot) -> None:
    """Let ten minutes go by."""
    window.reminders.timer.timeout.emit()
    idle(qtbot, window.desk)


def more(book: Book) -> None:
    with book.write(Signing(1)) as writing:
        open_account(writing, AccountRequest(type="reserve", name="Pump"))


def test_a_day_has_one_copy_while_the_program_stays_open(
    window: MainWindow, qtbot: QtBot, book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not window.reminders.timer.isActive()
    window.reminders.begin()
    assert window.reminders.timer.interval() == 10 * 60_000 and window.reminders.timer.isActive()
    with qtbot.waitSignal(window.desk.changed):
        look(window, qtbot)
    (made,) = there(book)
    assert (made.said.reason, made.said.on) == ("daily", window.desk.today)
    more(book)
    with qtbot.assertNotEmitted(window.reminders.copied):
        look(window, qtbot)
    assert len(there(book)) == 1
    later = datetime.now().astimezone() + timedelta(days=1)
    monkeypatch.setattr(book, "_clock", lambda: later)
    look(window, qtbot)
    assert [one.said.reason for one in there(book)] == ["daily", "daily"]


def test_where_no_copy_can_be_made_it_is_said_until_one_is(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    blocked = book.path.parent / "Backups"
    blocked.write_bytes(b"a file where the folder should be")
    look(window, qtbot)
    band = window.shell.band_of("copy")
    assert band is not None and "No copy of the book could be made today" in band.words.text()
    blocked.unlink()
    look(window, qtbot)
    assert window.shell.band_of("copy") is None and there(book)


def test_a_book_that_is_only_read_gets_no_copy(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    window.desk.read_only = BookBusyError(str(book.path))
    look(window, qtbot)
    assert not there(book)


@pytest.fixture
def old(window: MainWindow, book: Book, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """The window over a book that was founded ten days ago."""
    later = datetime.now().astimezone() + timedelta(days=10)
    monkeypatch.setattr(book, "_clock", lambda: later)
    window.reminders.begin()
    yield window


def ask(window: MainWindow, qtbot: QtBot) -> None:
    window.reminders.ask()
    idle(qtbot, window.desk)


def test_once_a_week_the_stick_is_asked_for(old: MainWindow, qtbot: QtBot, book: Book) -> None:
    old.go("receive")
    ask(old, qtbot)
    assert none_open(old)  # somebody has begun to work, and is asked the next time
    old.go("home")
    ask(old, qtbot)
    question = opened(old, StickQuestion)
    assert "no copy on a stick yet" in "\n".join(said(question))
    assert question.height() >= question.layout().totalHeightForWidth(question.width())
    QTest.keyClick(question, Qt.Key.Key_Escape)
    ask(old, qtbot)
    assert none_open(old)
    assert recall(places().config, book.id).asked_on == old.desk.today
    remember_asking(places().config, book.id, old.desk.today - timedelta(days=7))
    ask(old, qtbot)
    question = opened(old, StickQuestion)
    QTest.keyClick(question.do, Qt.Key.Key_Return)
    idle(qtbot, old.desk)
    page = old.page("copies")
    assert isinstance(page, CopiesPage)
    focused: QWidget | None = page.focusWidget()
    assert focused is page.stick


def test_a_new_book_and_a_fresh_stick_ask_nothing(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    window.reminders.begin()
    ask(window, qtbot)
    assert none_open(window)
    remember_stick(places().config, book.id, window.desk.today)
    ask(window, qtbot)
    assert none_open(window)


def test_nobody_is_asked_twice_a_week_nor_while_a_stick_is_fresh() -> None:
    week, day = timedelta(days=7), timedelta(days=1)
    assert stick_is_asked(Memory(), TODAY)
    assert not stick_is_asked(Memory(sealed_on=TODAY - 6 * day), TODAY)
    assert stick_is_asked(Memory(sealed_on=TODAY - week), TODAY)
    assert not stick_is_asked(Memory(asked_on=TODAY - 6 * day), TODAY)
    assert stick_is_asked(Memory(sealed_on=TODAY - week, asked_on=TODAY - week), TODAY)
    assert stick_is_asked(Memory(asked_on=TODAY + 400 * day), TODAY)  # the clock fell back


def test_a_copy_of_the_day_is_refused_as_any_other(book: Book) -> None:
    folder = book.path.parent / "Backups"
    folder.write_bytes(b"no folder")
    with pytest.raises(CannotWriteError):
        copies.back_up_daily(book.path, book.id, TODAY)
    folder.unlink()
    assert copies.back_up_daily(book.path, book.id, TODAY) is not None
    assert copies.back_up_daily(book.path, book.id, TODAY) is None
    shutil.rmtree(folder)
    assert copies.back_up_daily(book.path, book.id, TODAY) is not None
