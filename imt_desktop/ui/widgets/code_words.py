"""The code of a paper, large enough to be copied by hand: four groups of four."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from imt_desktop.journal.anchor import in_fours
from imt_desktop.ui.theme import colour, em, font
from imt_desktop.ui.widgets.draw import write_words
from imt_desktop.ui.widgets.painted import Painted

GROUP: Final = 4


class CodeWords(Painted):
    """Each character stands in a cell of its own, so that none is lost or doubled by the hand."""

    def __init__(self, code: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = code
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_code(code)

    @property
    def code(self) -> str:
        """The characters, without gaps."""
        return self._code

    def set_code(self, code: str) -> None:
        """Show another code."""
        self._code = code
        self.setAccessibleName(in_fours(code))
        self.updateGeometry()
        self.update()

    def _face(self) -> QFont:
        return font("title", bold=True)

    def _cell(self) -> int:
        return QFontMetrics(self._face()).horizontalAdvance("W") + em(1)

    def _left(self, at: int) -> int:
        return at * self._cell() + at // GROUP * em(14)

    def sizeHint(self) -> QSize:  # noqa: N802
        """All characters in one line."""
        last = max(len(self._code), 1) - 1
        return QSize(self._left(last) + self._cell(), em(34))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The same: a code is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the characters."""
        painter = self.painter()
        painter.setFont(self._face())
        painter.setPen(colour("ink"))
        for at, letter in enumerate(self._code):
            cell = QRectF(self._left(at), 0, self._cell(), self.height())
            write_words(painter, cell, Qt.AlignmentFlag.AlignCenter, letter)
