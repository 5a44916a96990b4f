"""The window that is there before its book: it takes what is asked for, and may be closed."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from imt_desktop.app import Program, build
from imt_desktop.oversight.practice import practice
from imt_desktop.settings import Places, Settings, save
from imt_desktop.ui.first_window import FirstWindow
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.start import StartWindow
from imt_desktop.ui.widgets import Words


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Program:
    """The program on a laptop that had a book open, started and not yet painted."""
    path = tmp_path / "Practice.imt"
    practice(path, members_=4, months=2, seed=7, today=date(2026, 7, 14)).close()
    places = Places(tmp_path / "books", tmp_path / "config")
    save(places, Settings().with_book(str(path), "Kiboko <b>Water"))
    made = build(qapp, places)
    made.start()
    return made


def first_of(program: Program) -> FirstWindow:
    assert isinstance(program.window, FirstWindow)
    return program.window


def opened(program: Program, qtbot: QtBot) -> MainWindow:
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow))
    window = program.window
    assert isinstance(window, MainWindow)
    qtbot.waitUntil(lambda: not window.desk.tasks.busy)
    return window


def test_the_frame_is_there_with_the_committees_name(program: Program, qtbot: QtBot) -> None:
    first = first_of(program)
    assert first.isVisible()
    assert first.shell.sidebar.head.accessibleName() == "Kiboko <b>Water"
    window = opened(program, qtbot)
    assert window.shell.page_key() == "home"
    window.close()


def test_a_page_that_is_asked_for_opens_with_the_book(program: Program, qtbot: QtBot) -> None:
    first = first_of(program)
    QTest.mouseClick(first.shell.sidebar.item("members"), Qt.MouseButton.LeftButton)
    assert first.asked == "members"
    window = opened(program, qtbot)
    assert window.sign_in.isVisible()  # first of all, who is there?
    window.sign_in.chosen.emit(window.desk.officer)
    assert window.shell.page_key() == "members"
    window.close()


def test_the_window_over_the_book_takes_its_place(program: Program, qtbot: QtBot) -> None:
    first = first_of(program)
    first.setGeometry(0, 90, 800, 600)
    top = first.y()
    window = opened(program, qtbot)
    assert (window.y(), window.height()) == (top, 600)
    window.close()


def test_who_closes_it_gets_no_other_window(program: Program, qtbot: QtBot) -> None:
    first = first_of(program)
    with qtbot.waitSignal(first.painted):
        pass
    qtbot.waitUntil(lambda: program.jobs.busy)
    first.close()
    qtbot.waitUntil(lambda: not program.jobs.busy)
    assert program.window is first and not first.isVisible()


@pytest.mark.parametrize(
    "change",
    (
        "UPDATE committee SET first_month='20xx-99'",
        "UPDATE committee SET name=CAST(x'ff00fe' AS TEXT)",
        "DELETE FROM committee",
        "UPDATE officer SET since='yesterday'",
        "DROP TRIGGER journal_delete; DELETE FROM journal WHERE seq=1;"
        " CREATE TRIGGER journal_delete BEFORE DELETE ON journal"
        " BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END",
    ),
)
def test_a_damaged_row_is_a_sentence_at_opening(
    program: Program, qtbot: QtBot, change: str
) -> None:
    with closing(sqlite3.connect(program.settings.recent[0].path)) as database:
        database.executescript(change)
    qtbot.waitUntil(lambda: isinstance(program.window, StartWindow))
    start = program.window
    assert isinstance(start, StartWindow)
    said = "\n".join(one.words() for one in start.findChildren(Words) if one.isVisible())
    assert "is damaged or was copied only in part" in said
    start.close()


class Polished(QObject):
    """Counts how often a window's widgets are polished anew."""

    def __init__(self, watched: QObject) -> None:
        super().__init__(watched)
        self.times = 0
        watched.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.times += event.type() == QEvent.Type.StyleChange
        return False


def test_another_language_does_not_dress_the_whole_program_anew(
    program: Program, qtbot: QtBot
) -> None:
    window = opened(program, qtbot)
    polished, shell = Polished(window), window.shell
    window.desk.restyled.emit(window.desk.settings.changed(language="sw"))
    qtbot.waitUntil(lambda: window.shell is not shell)
    assert window.desk.tr.code == "sw"
    assert polished.times == 0
    window.desk.restyled.emit(window.desk.settings.changed(theme="dark"))
    assert polished.times > 0
    window.desk.restyled.emit(window.desk.settings.changed(theme="light"))
    qtbot.waitUntil(lambda: not window.desk.tasks.busy)
    window.close()
