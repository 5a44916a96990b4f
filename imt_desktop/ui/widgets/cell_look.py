"""Fonts and colours of table cells, made once a theme and not once a cell."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QFontMetrics

from imt_desktop.ui.theme import colour, em, font


class CellLook:
    """What a delegate needs to draw, in the theme and at the scale in force."""

    def __init__(self) -> None:
        self.body, self.bold = font(), font("body", True)
        self.second, self.state = font("second"), font("second", True)
        self.struck = font()
        self.struck.setStrikeOut(True)
        self.struck_bold = font("body", True)
        self.struck_bold.setStrikeOut(True)
        self.icon = em(18)
        self.shape = em(16)
        self._inks: dict[str, QColor] = {}
        self._metrics: dict[str, QFontMetrics] = {}

    def ink(self, role: str) -> QColor:
        """Return a role's colour."""
        if role not in self._inks:
            self._inks[role] = colour(role)
        return self._inks[role]

    def metrics(self, face: QFont) -> QFontMetrics:
        """Return the measures of a font."""
        key = face.key()
        if key not in self._metrics:
            self._metrics[key] = QFontMetrics(face)
        return self._metrics[key]
