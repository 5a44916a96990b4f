"""Cells whose words take as many lines as they need: an explanation is read, not guessed."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from imt_desktop.ui.theme import em, paint_icon
from imt_desktop.ui.widgets.cell_look import CellLook, Face
from imt_desktop.ui.widgets.column import Column
from imt_desktop.ui.widgets.draw import lines_of
from imt_desktop.ui.widgets.states import State

_MOST: Final = 20
_PAD: Final = 6
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class WrappedCell:
    """Text and second line of one cell, broken into lines of a width."""

    def __init__(
        self, look: CellLook, face: Face, column: Column[Any], row: Any, room: int
    ) -> None:
        second = column.second(row) if column.second else ""
        self._look, self._face = look, face
        self._state = second if isinstance(second, State) else None
        self._shift = look.shape + 6 if self._state else 0
        words = second.words if isinstance(second, State) else second
        self.lines: Final = lines_of(column.text(row), face.font, room, _MOST)
        self.under: Final = lines_of(words, look.second.font, room - self._shift, _MOST)

    @property
    def _tall(self) -> int:
        return len(self.lines) * self._face.height + len(self.under) * self._look.second.height

    @property
    def height(self) -> int:
        """How high the row has to be."""
        return max(em(48 if self.under else 36), self._tall + 2 * _PAD)

    def paint(self, painter: QPainter, rect: QRectF, ink: str) -> None:
        """Draw all lines, the whole in the middle of the row."""
        look = self._look
        top = rect.top() + (rect.height() - self._tall) / 2
        top = self._write(painter, rect, top, self.lines, self._face, ink)
        under = rect.adjusted(self._shift, 0, 0, 0)
        if self._state:
            at = QPointF(rect.left(), top + (look.second.height - look.shape) / 2)
            paint_icon(painter, self._state.shape, look.ink(self._state.ink), at, look.shape)
        role = self._state.ink if self._state else "ink2"
        self._write(painter, under, top, self.under, look.second, role)

    def _write(
        self, painter: QPainter, rect: QRectF, top: float, lines: list[str], face: Face, ink: str
    ) -> float:
        painter.setFont(face.font)
        painter.setPen(self._look.ink(ink))
        for line in lines:
            painter.drawText(QRectF(rect.left(), top, rect.width(), face.height), _LEFT, line)
            top += face.height
        return top
