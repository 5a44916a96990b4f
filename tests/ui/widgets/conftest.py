"""What tests of widgets share."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from imt_desktop.i18n.translator import Translator
from imt_desktop.money import Currency
from imt_desktop.ui.theme import apply


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> Iterator[None]:
    apply(qapp, "light")
    yield
    apply(qapp, "light")


@pytest.fixture
def en() -> Translator:
    return Translator("en")


@pytest.fixture
def kes() -> Currency:
    return Currency("KES")


class Window(QWidget):
    """A shown window that widgets are put into."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)

    def put(self, *widgets: QWidget) -> None:
        for widget in widgets:
            self.column.addWidget(widget)
            widget.show()


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    made.resize(640, 480)
    with qtbot.waitActive(made):
        made.show()
    return made
