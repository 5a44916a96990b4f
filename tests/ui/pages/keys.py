"""Hands on the keyboard: typing into forms, choosing in lists, saving, and finding what opened."""

from __future__ import annotations

import re
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.widgets import CheckBox, ComboBox, LineEdit, MenuButton
from tests.ui.pages.conftest import idle

D = TypeVar("D", bound=QDialog)

HOSTILE = (
    "<b>Jose",
    '=HYPERLINK("http://x")',
    "m" * 5000,
    "\N{WATER WAVE}\N{FAMILY}",
    "\N{HEBREW LETTER SHIN}\N{HEBREW LETTER LAMED}\N{HEBREW LETTER VAV}\N{HEBREW LETTER FINAL MEM}",
    "a &amp; b & c",
)


def opened(window: MainWindow, kind: type[D]) -> D:
    """Return the dialog that is open."""
    found = [one for one in window.findChildren(kind) if one.isVisible()]
    assert len(found) == 1, found
    return found[0]


def none_open(window: MainWindow) -> bool:
    return not [one for one in window.findChildren(QDialog) if one.isVisible()]


def write(form: Form, **typed: str) -> None:
    """Type into fields, over what stands there. ``n1_amount`` stands for ``1/amount``."""
    for name, words in typed.items():
        if name[:1] == "n" and name[1:2].isdigit():
            name = name[1:].replace("_", "/", 1)
        editor = form.fields[name].editor
        assert isinstance(editor, LineEdit), name
        editor.setFocus()
        editor.selectAll()
        QTest.keyClick(editor, Qt.Key.Key_Delete)
        QTest.keyClicks(editor, words)


def choose(form: Form, name: str, value: object) -> None:
    """Walk through a list box with the arrows until it shows a value."""
    editor = form.fields[name].editor
    assert isinstance(editor, ComboBox)
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_Home)
    for _ in range(editor.count()):
        if editor.value() == value:
            return
        QTest.keyClick(editor, Qt.Key.Key_Down)
    raise AssertionError(f"{value!r} is not offered in {name}")


def tick(form: Form, box: CheckBox) -> None:
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)


def save(form: Form, qtbot: QtBot) -> None:
    """Press the button that does it, and wait until the book has changed."""
    desk = form.desk
    with qtbot.waitSignal(desk.changed):
        QTest.keyClick(form.do, Qt.Key.Key_Space)
    idle(qtbot, desk)


def refused(form: Form, qtbot: QtBot, field: str) -> str:
    """Press the button; nothing may be booked, and a sentence has to stand beside the field."""
    desk = form.desk
    with desk.book.read() as reading:
        before = reading.head().seq
    QTest.keyClick(form.do, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not desk.tasks.busy)
    with desk.book.read() as reading:
        assert reading.head().seq == before
    shown = {name: one.error for name, one in form.fields.items() if one.error}
    assert field in shown, shown
    assert form.isVisible()
    return shown[field] or ""


def pick(button: MenuButton, words: str) -> None:
    """Open a menu and choose an item by its words."""
    QTest.keyClick(button, Qt.Key.Key_Space)
    menu = button.menu_shown
    assert menu is not None
    for action in menu.actions():
        if action.text().startswith(words):
            menu.close()
            action.trigger()
            return
    raise AssertionError([action.text() for action in menu.actions()])


def said(widget: QWidget) -> list[str]:
    """Return all that stands on a widget in labels, without the signs that set names apart."""
    labels = (label for label in widget.findChildren(QLabel) if not label.isHidden())
    return [re.sub("[\u2068\u2069]", "", label.text()) for label in labels]


def press(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
