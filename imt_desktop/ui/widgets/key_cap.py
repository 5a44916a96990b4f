"""A key cap: which key does it, in a small box."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from imt_desktop.ui.keys import key_words
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets.draw import cap_width, paint_cap
from imt_desktop.ui.widgets.painted import Painted


class KeyCap(Painted):
    """Shows a shortcut such as ``Ctrl+K``; it listens to nothing."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.setAccessibleName(key_words(key))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Just the cap."""
        return QSize(cap_width(self.key), em(20))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the cap."""
        paint_cap(self.painter(), self.key, QRectF(self.rect()))
