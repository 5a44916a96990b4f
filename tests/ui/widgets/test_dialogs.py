"""Dialogs, toasts and empty pages."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from imt_desktop.i18n.translator import Translator
from imt_desktop.ui.widgets import Button, ConfirmDialog, CrashDialog, Dialog, EmptyState, Toast
from imt_desktop.ui.widgets.dialog import Dim

LEFT = Qt.MouseButton.LeftButton


def texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def ask(window, en: Translator, danger: bool) -> ConfirmDialog:
    return ConfirmDialog(
        window, en, "Cancel receipt 4212?", "It stays in the book.", "Cancel it", danger=danger
    )


def test_esc_is_harmless(qtbot: QtBot, window, en: Translator) -> None:
    dialog = ask(window, en, danger=False)
    dialog.open()
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


@pytest.mark.parametrize(("danger", "signal"), [(False, "accepted"), (True, "rejected")])
def test_enter_does_it_unless_it_is_dangerous(
    qtbot: QtBot, window, en: Translator, danger: bool, signal: str
) -> None:
    dialog = ask(window, en, danger)
    dialog.open()
    qtbot.waitActive(dialog)
    with qtbot.waitSignal(getattr(dialog, signal)):
        qtbot.keyClick(dialog.leave if danger else dialog.do, Qt.Key.Key_Return)


def test_the_key_that_saves_forms_does_it_too(qtbot: QtBot, window, en: Translator) -> None:
    dialog = ask(window, en, danger=False)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)  # a shortcut is heard in no other
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.leave, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_the_window_is_dimmed_while_one_asks(qtbot: QtBot, window, en: Translator) -> None:
    dialog = ask(window, en, danger=True)
    dialog.open()
    assert window.findChild(Dim).isVisible()
    qtbot.mouseClick(dialog.do, LEFT)
    assert dialog.isHidden()
    qtbot.waitUntil(lambda: window.findChild(Dim) is None)


def test_buttons_of_a_dialog_are_equally_high(qtbot: QtBot, window) -> None:
    dialog = Dialog(window, "The water price", width=320)
    long = dialog.add_button(Button("Decide on the water price of next year", "primary"))
    short = dialog.add_button(Button("Close"))
    dialog.add_button(Button("Not now")).hide()
    dialog.setMaximumWidth(320)
    dialog.open()
    qtbot.waitUntil(lambda: long.height() > long.fontMetrics().height() * 2)
    assert (short.y(), short.height()) == (long.y(), long.height())
    assert long.height() < 100


def test_a_crash_says_first_that_the_book_is_safe(qtbot: QtBot, window, en: Translator) -> None:
    dialog = CrashDialog(window, en, "receipt 4219", "IMT Desktop 1.0.0", "the whole trace")
    dialog.open()
    assert "Your book is safe. The last entry saved is receipt 4219." in texts(dialog)
    qtbot.mouseClick(dialog.copy, LEFT)
    assert QGuiApplication.clipboard().text() == "the whole trace"
    with qtbot.waitSignal(dialog.close_program):
        qtbot.mouseClick(dialog.close_it, LEFT)


def test_a_toast_can_be_answered_and_goes(qtbot: QtBot, window) -> None:
    done: list[str] = []
    toast = Toast(window, "Receipt 4220 saved", "Cancel it", lambda: done.append("cancelled"))
    assert toast.isVisible()
    assert (toast.x(), toast.y()) == (24, 10)
    window.resize(700, 500)
    assert (toast.x(), toast.y()) == (24, 10)
    qtbot.mouseClick(toast.button, LEFT)
    assert done == ["cancelled"]
    assert not toast.isVisible()


def test_a_toast_goes_by_itself(qtbot: QtBot, window, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("imt_desktop.ui.widgets.toast.STAYS", 20)
    toast = Toast(window, "Saved")
    with qtbot.waitSignal(toast.destroyed):
        pass


def test_an_empty_page_says_how_to_begin(qtbot: QtBot, window) -> None:
    bring = Button("Bring in a spreadsheet", "primary")
    empty = EmptyState("No members yet", "Bring in the list you have.", (bring,))
    window.put(empty)
    assert "No members yet" in texts(empty)
    with qtbot.waitSignal(bring.clicked):
        qtbot.mouseClick(bring, LEFT)
