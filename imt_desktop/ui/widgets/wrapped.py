"""Cells whose words take as many lines as they need: an explanation is read, not guessed."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from imt_desktop.ui.theme import em, paint_icon
from imt_desktop.ui.widgets.cell_look import CellLook, Face
from imt_desktop.ui.widgets.column import Column
from imt_desktop.ui.widgets.draw import lines_of, write_words
from imt_desktop.ui.widgets.states import State

_MOST: Final = 20
_MOST_NAMED: Final = 3
"""Lines of a text that has a note: names stand there, and one of thousands of letters fills no page."""

_PAD: Final = 6
_AFTER_ICON, _GAP = 8, 10
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class WrappedCell:
    """Text (or state), note and second line of one cell, broken into lines of a width.

    A note stands after the text where there is room for all of it, else under the text.
    """

    def __init__(
        self, look: CellLook, face: Face, column: Column[Any], row: Any, room: int
    ) -> None:
        state = column.state(row) if column.state else None
        second = column.second(row) if column.second else ""
        self._look = look
        first = column.text(row) if state is None else state.shown
        self._icon = column.icon(row) if column.icon else ""
        self._icon_ink = column.icon_ink(row) if column.icon_ink else "ink2"
        self._indent = look.icon + _AFTER_ICON if self._icon else 0
        inner, most = room - self._indent, _MOST_NAMED if column.note else _MOST
        self._first = _Part(look, look.state if state else face, first, state, inner, most)
        note = column.note(row) if column.note else ""
        self._beside = face.width(first) + (_GAP if first else 0)
        fits = self._beside + look.second.width(note) <= inner
        self._note = note if fits else ""
        self._below = _Part(look, look.second, "" if fits else note, None, inner, most)
        said, under = (second.words, second) if isinstance(second, State) else (second, None)
        self._second = _Part(look, look.second, said, under, room, _MOST)
        self.lines: Final = self._first.lines
        self.under: Final = self._second.lines
        self.below: Final = self._below.lines

    @property
    def _tall(self) -> int:
        return self._first.tall + self._below.tall + self._second.tall

    @property
    def height(self) -> int:
        """How high the row has to be."""
        return max(em(48 if self.under else 36), self._tall + 2 * _PAD)

    def paint(self, painter: QPainter, rect: QRectF, ink: str) -> None:
        """Draw all lines, the whole in the middle of the row."""
        top = rect.top() + (rect.height() - self._tall) / 2
        inner = rect.adjusted(self._indent, 0, 0, 0)
        self._paint_icon(painter, rect, top)
        self._first.paint(painter, inner, top, ink)
        if self._note:
            painter.setFont(self._look.second.font)
            painter.setPen(self._look.ink("ink2"))
            where = QRectF(inner.left(), top, inner.width(), self._first.tall)
            write_words(painter, where.adjusted(self._beside, 0, 0, 0), _LEFT, self._note)
        self._below.paint(painter, inner, top + self._first.tall, "ink2")
        self._second.paint(painter, rect, top + self._first.tall + self._below.tall, "ink2")

    def _paint_icon(self, painter: QPainter, rect: QRectF, top: float) -> None:
        """Draw the icon before the first line."""
        if self._icon:
            look, line = self._look, self._first.tall / max(len(self.lines), 1)
            at = QPointF(rect.left(), top + (line - look.icon) / 2)
            paint_icon(painter, self._icon, look.ink(self._icon_ink), at, look.icon)


class _Part:
    """Words in lines of a width, with the shape of a state before the first where they say one."""

    def __init__(
        self, look: CellLook, face: Face, words: str, state: State | None, room: int, most: int
    ) -> None:
        self._look, self._face, self._state = look, face, state
        self._shift = look.shape + 6 if state else 0
        self.lines: Final = lines_of(words, face.font, room - self._shift, most)

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
            write_words(painter, where, _LEFT, line)
            top += face.height
