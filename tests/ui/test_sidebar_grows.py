"""The sidebar leads to what a committee uses; the rest stays out of its way until it is needed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from imt_desktop.app import Program, build
from imt_desktop.settings import Places, Settings, save
from imt_desktop.ui.first_window import FirstWindow
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.registry import LINES, MORE
from tests.builders import book_in

ALWAYS = [spec.key for spec in LINES if spec.begins is None]


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A laptop on which a young book was open last: two households and one month's bills."""
    desk = book_in(tmp_path, members=2, fee=450)
    desk.bill("2026-10")
    desk.book.close()
    made = Places(tmp_path / "books", tmp_path / "config")
    save(made, Settings().with_book(str(desk.book.path), "Kiboko"))
    return made


def start(
    qapp: QApplication, places: Places, qtbot: QtBot
) -> tuple[list[str], MainWindow, Program]:
    """Start the program; returns the lines of its first window, too."""
    program = build(qapp, places)
    program.start()
    first = program.window
    assert isinstance(first, FirstWindow)
    lines = list(first.shell.sidebar.keys)
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow))
    window = program.window
    assert isinstance(window, MainWindow)
    qtbot.waitUntil(lambda: not window.desk.tasks.busy)
    return lines, window, program


def test_a_young_book_has_few_lines_and_grows_by_what_is_opened(
    qapp: QApplication, places: Places, qtbot: QtBot
) -> None:
    lines, window, _program = start(qapp, places, qtbot)
    assert lines == [*ALWAYS, MORE]  # nothing is known of the book yet
    sidebar = window.shell.sidebar
    assert {"arrears", "billing", "tariffs"} < set(sidebar.keys)  # it has bills
    assert not {"audit", "complaints", "meetings"} & set(sidebar.keys)
    QTest.mouseClick(sidebar.item(MORE), Qt.MouseButton.LeftButton)
    assert list(sidebar.keys) == [spec.key for spec in LINES]
    QTest.mouseClick(sidebar.item("meetings"), Qt.MouseButton.LeftButton)
    assert "meetings" in sidebar.keys and "audit" not in sidebar.keys
    assert sidebar.item("meetings").is_current
    window.close()

    lines, window, _program = start(qapp, places, qtbot)
    assert {"billing", "meetings"} < set(lines)  # the laptop remembers, and nothing jumps
    assert lines == list(window.shell.sidebar.keys)
    window.close()


def test_the_keyboard_goes_on_among_the_lines_that_came(
    qapp: QApplication, places: Places, qtbot: QtBot
) -> None:
    _lines, window, _program = start(qapp, places, qtbot)
    sidebar = window.shell.sidebar
    more = sidebar.item(MORE)
    more.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.keyClick(more, Qt.Key.Key_Space)
    assert window.focusWidget() is sidebar.item("closing")  # the first of those that came
    window.close()
