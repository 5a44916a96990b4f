"""Job buttons: the large tiles of Home, tall or wide."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from imt_desktop.ui.theme import colour, em, font, width_of
from imt_desktop.ui.widgets.draw import (
    box,
    cap_width,
    paint_cap,
    paint_tile,
    two_line_width,
    wrapped,
    write_words,
)
from imt_desktop.ui.widgets.painted import PaintedButton

_TILE: Final = 40
_PAD: Final = 15


class JobButton(PaintedButton):
    """One job: an icon in a tile, its key, and what it does.

    Tall (96 px, words below) or, after ``set_wide(True)``, one row of 60 px. Job keys are global:
    the window listens to them, so by default the button only shows its key.
    """

    def __init__(
        self,
        words: str,
        icon: str,
        key: str = "",
        primary: bool = False,
        wide: bool = False,
        listen: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, key, listen, parent)
        self._icon = icon
        self._primary = primary
        self._wide = wide
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_wide(self, wide: bool) -> None:
        """Choose the layout: one row, or words below the icon."""
        if wide != self._wide:
            self._wide = wide
            self.updateGeometry()
            self.update()

    def _beside(self) -> int:
        """Width of everything beside the words."""
        if not self._wide:
            return 2 * _PAD
        return em(_TILE) + 12 + 12 + 13 + 10 + (cap_width(self.key) if self.key else 0)

    def sizeHint(self) -> QSize:  # noqa: N802
        """All words in one line."""
        words = width_of(self.words, "button", True)
        return QSize(self._beside() + words, em(60) if self._wide else em(96))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Words in two lines, icon and key cap beside each other."""
        words = two_line_width(self.words, "button")
        least = em(_TILE) + cap_width(self.key) + 8 if not self._wide else 0
        return QSize(self._beside() + max(words, least), em(60) if self._wide else em(96))

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Words may wrap."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """As high as the wrapped words ask for."""
        face = font("button", True)
        words = wrapped(self.words, face, width - self._beside()).height()
        if self._wide:
            return max(em(60), words + em(16))
        return em(96) - QFontMetrics(face).height() + words

    def _colours(self) -> tuple[str, str, str]:
        hover = self.underMouse() or self.isDown()
        if not self.isEnabled():
            return "sunk", "line2", "ink3"
        if self._primary:
            return ("teal_hover" if hover else "teal", "", "on_teal")
        return ("teal_tint2" if hover else "card", "line2", "ink")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the tile."""
        painter = self.painter()
        ground, line, ink = self._colours()
        box(painter, QRectF(self.rect()), ground, line, 12)
        filled = self._primary and self.isEnabled()
        painter.setFont(font("button", True))
        (self._paint_wide if self._wide else self._paint_tall)(painter, ink, filled)
        self.ring(painter, colour(ground))

    def _paint_tall(self, painter: QPainter, ink: str, filled: bool) -> None:
        paint_tile(painter, self._icon, QRectF(_PAD, 13, em(_TILE), em(_TILE)), filled)
        words = QRectF(_PAD, 0, self.width() - 2 * _PAD, self.height() - 12)
        painter.setPen(colour(ink))
        below = Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap
        write_words(painter, words, below, self.words)
        if self.key:
            cap = cap_width(self.key)
            at = QRectF(self.width() - _PAD - cap, 13, cap, em(20))
            paint_cap(painter, self.key, at, filled)

    def _paint_wide(self, painter: QPainter, ink: str, filled: bool) -> None:
        tile = em(_TILE)
        top = (self.height() - tile) / 2
        paint_tile(painter, self._icon, QRectF(12, top, tile, tile), filled)
        room = self.width() - self._beside() + 1
        painter.setPen(colour(ink))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        write_words(painter, QRectF(tile + 24, 0, room, self.height()), middle, self.words)
        if self.key:
            cap = cap_width(self.key)
            at = QRectF(self.width() - 13 - cap, 0, cap, self.height())
            paint_cap(painter, self.key, at, filled)
