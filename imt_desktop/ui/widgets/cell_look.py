"""Fonts, measures and colours of cells, made once a theme and not once a cell."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics

from imt_desktop.ui.theme import Step, colour, em, font


class Face:
    """A font with its measures."""

    def __init__(self, step: Step, bold: bool = False, struck: bool = False) -> None:
        self.font: QFont = font(step, bold)
        self.font.setStrikeOut(struck)
        self._metrics = QFontMetrics(self.font)
        self.height = self._metrics.height()

    def width(self, words: str) -> int:
        """Return how wide words are."""
        return self._metrics.horizontalAdvance(words) if words else 0

    def fit(self, words: str, room: float) -> tuple[str, int]:
        """Return words cut with a mark where they do not fit, and how wide they then are."""
        if "\n" in words:
            words = " ".join(words.split())
        wide = self.width(words)
        if wide <= room + 1:
            return words, wide
        cut = self._metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(room) + 1)
        return cut, self.width(cut)


class CellLook:
    """What a delegate needs to draw, in the theme and at the scale in force."""

    def __init__(self) -> None:
        self.body, self.bold = Face("body"), Face("body", bold=True)
        self.second, self.state = Face("second"), Face("second", bold=True)
        self.small = Face("small")
        self.struck = Face("body", struck=True)
        self.struck_bold = Face("body", bold=True, struck=True)
        self.struck_second = Face("second", struck=True)
        self.icon, self.shape = em(18), em(16)
        self.em = {pixels: em(pixels) for pixels in (10, 18, 22, 40, 44, 64)}
        self._inks: dict[str, QColor] = {}

    def ink(self, role: str) -> QColor:
        """Return a role's colour."""
        if role not in self._inks:
            self._inks[role] = colour(role)
        return self._inks[role]
