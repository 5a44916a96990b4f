"""One of the program's own drawings as a widget."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from imt_desktop.ui.theme import paint_drawing
from imt_desktop.ui.widgets.painted import Painted


class Drawing(Painted):
    """A drawing (``sign``, ``tap``, ``book``, ``board``, ``nothing-found``) at a size in pixels."""

    def __init__(self, name: str, wide: int, tall: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._size = QSize(wide, tall)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Just the drawing; drawings do not grow with the text."""
        return self._size

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw it."""
        paint_drawing(self.painter(), self._name, QRectF(self.rect()))
