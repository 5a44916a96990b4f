"""The landscape that gives a welcome beside the start, the wizard and the sign-in."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from imt_desktop.ui.theme import colour, current, drawing_size, em, paint_drawing
from imt_desktop.ui.widgets.drawing import Drawing
from imt_desktop.ui.widgets.words import Words, shortened

_FLATTEST = 0.7
"""Of its own height: so far the landscape makes way for what stands above it."""

_NAME = 120
"""Letters of a committee's name."""


class Landscape(QWidget):
    """A side of the window: its ground, and the landscape at its foot where there is room for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(em(32), em(32), em(32), 16)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the ground, and the landscape as wide as this side."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colour("side"))
        if current().ornaments:
            own = drawing_size("landscape")
            tall = self.width() * own.height() / max(own.width(), 1)
            tall = max(min(tall, self._room()), tall * _FLATTEST)
            where = QRectF(0, self.height() - tall, self.width(), tall)
            paint_drawing(painter, "landscape", where, stretched=True)

    def _room(self) -> float:
        """Return how much height the words and buttons leave."""
        parts = self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        lowest = max((one.geometry().bottom() for one in parts if one.isVisible()), default=0)
        return self.height() - lowest - em(8)


def brand(name: str, second: Words) -> QWidget:
    """Return the program's sign with two lines beside it."""
    made = QWidget()
    row, words = QHBoxLayout(made), QVBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    words.setSpacing(0)
    words.addStretch(1)
    words.addWidget(Words(shortened(name, _NAME), "name", wrap=True))
    words.addWidget(second)
    words.addStretch(1)
    row.addWidget(Drawing("sign", em(48), em(48)))
    row.addLayout(words, 1)
    return made
