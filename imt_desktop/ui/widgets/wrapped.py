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
    """Text (or state) and second line of one cell, broken into lines of a width."""

    def __init__(
        self, look: CellLook, face: Face, column: Column[Any], row: Any, room: int
    ) -> None:
        state = column.state(row) if column.state else None
        second = column.second(row) if column.second else ""
        self._look = look
        first = column.text(row) if state is None else state.shown
        self._first = _Part(look, look.state if state else face, first, state, room)
        said, under = (second.words, second) if isinstance(second, State) else (second, None)
        self._second = _Part(look, look.second, said, under, room)
        self.lines: Final = self._first.lines
        self.under: Final = self._second.lines

    @property
    def _tall(self) -> int:
        return self._first.tall + self._second.tall

    @property
    def height(self) -> int:
        """How high the row has to be."""
        return max(em(48 if self.under else 36), self._tall + 2 * _PAD)

    def paint(self, painter: QPainter, rect: QRectF, ink: str) -> None:
        """Draw all lines, the whole in the middle of the row."""
        top = rect.top() + (rect.height() - self._tall) / 2
        self._first.paint(painter, rect, top, ink)
        self._second.paint(painter, rect, top + self._first.tall, "ink2")


class _Part:
    """Words in lines of a width, with the shape of a state before the first where they say one."""

    def __init__(
        self, look: CellLook, face: Face, words: str, state: State | None, room: int
    ) -> None:
        self._look, self._face, self._state = look, face, state
        self._shift = look.shape + 6 if state else 0
        self.lines: Final = lines_of(words, face.font, room - self._shift, _MOST)

    @property
    def tall(self) -> int:
        return len(self.lines) * self._face.height

    def paint(self, painter: QPainter, rect: QRectF, top: float, ink: str) -> None:
        look, state, face = self._look, self._state, self._face
        if state and self.lines:
            at = QPointF(rect.left(), top + (face.height - look.shape) / 2)
            paint_icon(painter, state.shape, look.ink(state.ink), at, look.shape)
        painter.setFont(face.font)
        painter.setPen(look.ink(state.ink if state else ink))
        for line in self.lines:
            where = QRectF(rect.left() + self._shift, top, rect.width() - self._shift, face.height)
            painter.drawText(where, _LEFT, line)
            top += face.height
