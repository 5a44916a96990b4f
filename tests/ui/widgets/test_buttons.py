"""Buttons are pressed by mouse and by key, and never lose words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from imt_desktop.ui.widgets import Button, IconButton, JobBoard, JobButton, LineEdit
from imt_desktop.ui.widgets.draw import cap_width

CTRL_ENTER = (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_click_presses(qtbot: QtBot, window) -> None:
    button = Button("Save", "primary")
    window.put(button)
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_its_key_presses_it(qtbot: QtBot, window, key: Qt.Key) -> None:
    button, field = Button("Save", "primary", key="Ctrl+Enter"), LineEdit()
    window.put(field, button)
    field.setFocus()
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(field, key, Qt.KeyboardModifier.ControlModifier)


def test_a_key_only_shown_does_nothing(qtbot: QtBot, window) -> None:
    button = JobButton("Receive payment", "hand-coins", "F2")
    window.put(button)
    with qtbot.assertNotEmitted(button.clicked):
        qtbot.keyClick(window, Qt.Key.Key_F2)


def test_a_disabled_button_does_not_hear_its_key(qtbot: QtBot, window) -> None:
    button = Button("Save", key="Ctrl+S")
    window.put(button)
    button.setEnabled(False)
    with qtbot.assertNotEmitted(button.clicked):
        qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


def test_enter_presses_the_button_that_has_the_focus(qtbot: QtBot, window) -> None:
    leave, save = Button("Leave"), Button("Save", "primary", key="Enter")
    window.put(leave, save)
    leave.setFocus()
    with qtbot.assertNotEmitted(save.clicked), qtbot.waitSignal(leave.clicked):
        qtbot.keyClick(leave, Qt.Key.Key_Return)


def test_words_are_what_a_screen_reader_says() -> None:
    button = Button("Save & print", key="Ctrl+P", listen=False)
    seen = QAccessible.queryAccessibleInterface(button)
    assert seen.text(QAccessible.Text.Name) == "Save & print"
    assert seen.text(QAccessible.Text.Description) == "Ctrl+P"
    assert seen.role() is QAccessible.Role.PushButton
    icon = IconButton("lock", "Lock the book")
    assert QAccessible.queryAccessibleInterface(icon).text(QAccessible.Text.Name) == "Lock the book"


def test_words_wrap_where_there_is_no_room(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    row = QHBoxLayout(holder)
    button = Button("Bill 209 members, KSh 106,930", "primary", key="Ctrl+Enter", listen=False)
    row.addWidget(button)
    holder.resize(button.sizeHint().width() + 40, 60)
    holder.show()
    one_line = button.height()
    holder.resize(button.minimumSizeHint().width() + 20, 60)
    qtbot.waitUntil(lambda: button.height() > one_line)


@pytest.mark.parametrize("words", ["Nouveau tarif", "Noter le tarif", "Write down the tariff"])
def test_words_that_fit_are_drawn_in_one_line(qtbot: QtBot, words: str) -> None:
    """The measure of a line is a little less than what it takes where its last letter hangs over."""
    button = Button(words, "primary", "plus")
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    drawn = button.grab().toImage()
    ground = drawn.pixelColor(drawn.width() // 2, 3)
    inked = [
        y
        for y in range(2, drawn.height() - 2)
        if any(drawn.pixelColor(x, y) != ground for x in range(48, drawn.width() - 14))
    ]
    assert inked[-1] - inked[0] < button.fontMetrics().height()


def test_short_words_ask_for_less_room() -> None:
    long = Button("Save and print receipt", key="Enter", listen=False)
    short = Button("Save and print receipt", key="Enter", short="Save", listen=False)
    assert short.minimumSizeHint().width() < long.minimumSizeHint().width()
    assert short.sizeHint() == long.sizeHint()


def test_jobs_stand_in_one_row_or_in_two(qtbot: QtBot) -> None:
    jobs = [JobButton(f"Job number {n}", "coins", f"F{n}") for n in range(2, 8)]
    board = JobBoard(jobs)
    qtbot.addWidget(board)
    board.resize(1110, 96)
    board.show()
    qtbot.waitUntil(lambda: len({job.y() for job in jobs}) == 1 and jobs[0].height() == 96)
    board.resize(888, 200)
    qtbot.waitUntil(lambda: len({job.y() for job in jobs}) == 2)
    assert {job.sizeHint().height() for job in jobs} == {60}


def test_an_icon_goes_without_its_key_where_there_is_no_room(qtbot: QtBot) -> None:
    button = Button("", icon="search", key="Ctrl+K", listen=False, says="Find anything")
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    assert button.shows_key
    assert button.minimumSizeHint().width() < button.sizeHint().width()
    button.resize(button.minimumSizeHint())
    assert not button.shows_key
    assert Button("Find", icon="search", key="F3", listen=False).shows_key


def test_a_button_grows_with_the_words_that_it_is_given(qtbot: QtBot, window) -> None:
    button = Button("Print", size="row")
    window.put(button)
    button.setFixedWidth(120)
    qtbot.waitUntil(lambda: button.width() == 120)
    low = button.height()
    button.set_words("Print the three that were not printed")
    qtbot.waitUntil(lambda: button.height() > low)
    button.set_words("Print")
    qtbot.waitUntil(lambda: button.height() == low)


def test_words_never_run_into_the_key(window) -> None:
    """However narrow it is, there is a gap between the words and the frame of the key."""
    button = Button("Keep as A", icon="save", key="Ctrl+S")
    window.put(button)
    for width in range(button.minimumSizeHint().width(), button.sizeHint().width() + 1):
        button.resize(width, button.height())
        button.resize(width, button.sizeHint().height())
        picture = button.grab().toImage()
        tall = range(6, picture.height() - 6)
        ground = picture.pixel(6, 6)
        columns = "".join(
            " x"[any(picture.pixel(x, y) != ground for y in tall)] for x in range(6, width - 6)
        )
        words_and_key = columns.rstrip()
        assert " " * 5 in words_and_key[-cap_width("Ctrl+S") - 8 :], width
