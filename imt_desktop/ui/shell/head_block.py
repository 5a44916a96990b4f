"""The head of the sidebar: the program's sign, the committee's name, which month is open."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from imt_desktop.ui.shell.woven_band import TALL, paint_band
from imt_desktop.ui.theme import colour, em, font, paint_drawing
from imt_desktop.ui.widgets.draw import elided, lines_of, write_words
from imt_desktop.ui.widgets.painted import Painted
from imt_desktop.ui.widgets.tips import plain_tip

_SIGN = 40
_AIR = 10
"""Pixels over and under the name."""


class HeadBlock(Painted):
    """Sign, name and a second line; in the rail only the sign. Under it the woven band."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._second, self._rail = "", "", False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_words(self, name: str, second: str) -> None:
        """Show a committee."""
        self._name, self._second = name, second
        self.setAccessibleName(name)
        self.setAccessibleDescription(second)
        self.setToolTip(plain_tip(name))
        self.updateGeometry()
        self.update()

    def set_rail(self, rail: bool) -> None:
        """Choose the layout."""
        self._rail = rail
        self.updateGeometry()
        self.update()

    def _room(self) -> int:
        return em(208) - 14 - em(_SIGN) - 12 - 8

    def _lines(self) -> list[str]:
        return lines_of(self._name, font("body", True), self._room(), 2)

    def _words_height(self) -> int:
        return em(17) * len(self._lines()) + (em(16) if self._second else 0)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as the words ask for, and air round them."""
        if self._rail:
            return QSize(em(88), em(_SIGN) + 10 + TALL)
        return QSize(em(208), max(self._words_height(), em(_SIGN)) + 2 * _AIR + TALL)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw it."""
        painter = self.painter()
        size = em(_SIGN)
        inside = self.height() - TALL
        left = (self.width() - size) / 2 if self._rail else 14
        paint_drawing(painter, "sign", QRectF(left, (inside - size) / 2, size, size))
        if not self._rail:
            self._paint_words(painter, 14 + size + 12, inside)
        painter.translate(0, self.height() - TALL)
        paint_band(painter, self.width())

    def _paint_words(self, painter: QPainter, left: int, inside: int) -> None:
        top = (inside - self._words_height()) / 2 + 2
        painter.setFont(font("body", True))
        painter.setPen(colour("ink"))
        for line in self._lines():
            where = QRectF(left, top, self._room() + 8, em(17))
            write_words(painter, where, Qt.AlignmentFlag.AlignVCenter, line)
            top += em(17)
        painter.setFont(font("small"))
        painter.setPen(colour("ink2"))
        words = elided(self._second, font("small"), self._room() + 6)
        where = QRectF(left, top, self._room() + 6, em(16))
        write_words(painter, where, Qt.AlignmentFlag.AlignVCenter, words)
