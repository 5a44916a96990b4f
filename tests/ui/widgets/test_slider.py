"""The slider, and the figure that is typed beside it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from imt_desktop.errors import AmountError
from imt_desktop.i18n import Translator
from imt_desktop.ui.widgets import NumberEdit, Slider


@pytest.fixture
def slider(qtbot: QtBot) -> Slider:
    made = Slider("Fee")
    made.setRange(0, 100)
    made.setPageStep(10)
    made.resize(220, 30)
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_is_dragged_with_the_mouse(slider: Slider) -> None:
    seen: list[int] = []
    slider.valueChanged.connect(seen.append)
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(110, 15))
    assert slider.value() == 50
    QTest.mouseMove(slider, QPoint(219, 15))
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(219, 15))
    assert slider.value() == 100
    QTest.mouseMove(slider, QPoint(0, 15))
    assert slider.value() == 100  # let go: it stays
    assert seen == [50, 100]


def test_it_is_moved_with_the_keys(slider: Slider) -> None:
    slider.setValue(50)
    for key, value in (
        (Qt.Key.Key_Right, 51), (Qt.Key.Key_Left, 50), (Qt.Key.Key_PageUp, 60),
        (Qt.Key.Key_PageDown, 50), (Qt.Key.Key_End, 100), (Qt.Key.Key_Home, 0),
    ):  # fmt: skip
        QTest.keyClick(slider, key)
        assert slider.value() == value, key


def test_a_screen_reader_hears_a_slider(slider: Slider) -> None:
    heard = QAccessible.queryAccessibleInterface(slider)
    assert heard is not None
    assert heard.role() == QAccessible.Role.Slider
    assert slider.accessibleName() == "Fee"


def test_a_press_into_a_figure_selects_it_whole(qtbot: QtBot) -> None:
    edit = NumberEdit(Translator("en"), 2, str)
    other = QLineEdit()
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(other)
    column.addWidget(edit)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    other.setFocus()
    qtbot.mouseClick(edit, Qt.MouseButton.LeftButton)
    assert edit.selectedText() == edit.text() == "0"
    qtbot.keyClicks(edit, "12000")
    assert edit.number() == 1200000, "not 120,000, as with the 0 that stood there"
    qtbot.mouseClick(edit, Qt.MouseButton.LeftButton)
    assert not edit.hasSelectedText(), "a second press places the cursor"


def test_a_figure_is_a_field_while_it_has_the_focus(qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    edit = NumberEdit(Translator("fr"), 2, lambda n: f"{n / 100:g} al mes")
    other = QLineEdit()
    column.addWidget(edit)
    column.addWidget(other)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    other.setFocus()
    edit.show_number(45050)
    assert edit.text() == "450.5 al mes"
    edit.setFocus()
    assert edit.selectedText() == edit.text() == "450,50"
    with qtbot.waitSignal(edit.typed) as typed:
        QTest.keyClicks(edit, "7")
    assert typed.args == [700]
    with qtbot.waitSignal(edit.refused) as refused:
        QTest.keyClicks(edit, "x")
    assert isinstance(refused.args[0], AmountError)
    assert edit.wrong and edit.number() == 700
    other.setFocus()
    assert (edit.text(), edit.wrong) == ("7 al mes", False)
    edit.setFocus()
    with qtbot.waitSignal(edit.refused):
        QTest.keyClicks(edit, "-5")
    assert edit.number() == 700
