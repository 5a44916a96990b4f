"""A bar that moves while one waits for something of unknown length."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, QTimer
from PySide6.QtGui import QHideEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets.draw import box
from imt_desktop.ui.widgets.painted import Painted

_TICK: Final = 40
_STEPS: Final = 50


class BusyBar(Painted):
    """Moves only while it is shown; ``says`` tells screen readers what is under way."""

    def __init__(self, says: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(says)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._at = 0
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK)
        self._clock.timeout.connect(self._move)

    def sizeHint(self) -> QSize:  # noqa: N802
        """8 px high at scale 1."""
        return QSize(em(240), em(8))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Begin to move."""
        super().showEvent(event)
        self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Rest."""
        self._clock.stop()
        super().hideEvent(event)

    def _move(self) -> None:
        self._at = (self._at + 1) % (2 * _STEPS)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the groove, and a piece that goes to and fro in it."""
        painter = self.painter()
        groove = QRectF(self.rect())
        radius = groove.height() / 2
        box(painter, groove, "teal_tint", radius=radius)
        wide = groove.width() / 4
        far = abs(_STEPS - self._at) / _STEPS
        box(
            painter,
            QRectF(far * (groove.width() - wide), 0, wide, groove.height()),
            "teal",
            radius=radius,
        )
