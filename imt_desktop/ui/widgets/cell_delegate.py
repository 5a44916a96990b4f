"""Draws the cells of tables: bars, hairlines, states, two lines, struck cancellations."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from imt_desktop.ui.theme import paint_icon
from imt_desktop.ui.widgets.cell_look import CellLook, Face
from imt_desktop.ui.widgets.column import Column
from imt_desktop.ui.widgets.draw import write_words
from imt_desktop.ui.widgets.rows_model import Index, RowsModel
from imt_desktop.ui.widgets.states import State
from imt_desktop.ui.widgets.tips import plain_tip
from imt_desktop.ui.widgets.wrapped import WrappedCell

PAD = 12
BAR = 4
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_SELECTED = QStyle.StateFlag.State_Selected


class RowKinds(Struct, frozen=True):
    """Which rows are drawn in their own way: brought or carried forward; cancelled."""

    forward: Callable[[Any], bool]
    struck: Callable[[Any], bool]


class CellDelegate(QStyledItemDelegate):
    """Draws every cell of a table."""

    def __init__(self, model: RowsModel, kinds: RowKinds, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._model, self._kinds, self._view = model, kinds, view
        self._look: CellLook | None = None

    def forget_look(self) -> None:
        """Measure again: theme or scale changed."""
        self._look = None

    @property
    def look(self) -> CellLook:
        """Fonts and colours in force."""
        if self._look is None:
            self._look = CellLook()
        return self._look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        row = self._model.rows[index.row()]
        rect = QRectF(option.rect)
        forward = self._kinds.forward(row)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & _SELECTED)
        self._paint_ground(painter, rect, index, selected, forward)
        number, whole = self._spread(index)
        if number != index.column() or whole != rect:
            painter.setClipRect(rect)
        inside = whole.adjusted(PAD, 0, -PAD, -1)
        self._paint_content(painter, inside, self._model.columns[number], row, forward)
        painter.restore()

    def _spread(self, index: Index) -> tuple[int, QRectF]:
        """Return the column whose content stands in a cell, and all the cells that it takes."""
        row, columns = self._model.rows[index.row()], self._model.columns
        first = index.column()
        while first and columns[first].spreads is None and columns[first].is_empty(row):
            first -= 1
        spreads = columns[first].spreads
        if spreads is None or not spreads(row):
            return index.column(), QRectF(self._view.visualRect(index))
        last = first
        while last + 1 < len(columns) and columns[last + 1].is_empty(row):
            last += 1
        ends = (self._view.visualRect(index.sibling(index.row(), n)) for n in (first, last))
        left, right = map(QRectF, ends)
        return first, left.united(right)

    def _paint_ground(
        self, painter: QPainter, rect: QRectF, index: Index, selected: bool, forward: bool
    ) -> None:
        look = self.look
        if selected:
            painter.fillRect(rect, look.ink("teal_tint"))
        elif forward:
            painter.fillRect(rect, look.ink("sunk"))
        under = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
        painter.fillRect(under, look.ink("line"))
        if selected and index.column() == 0:
            painter.fillRect(QRectF(rect.left(), rect.top(), BAR, rect.height()), look.ink("teal"))
        if self._view.hasFocus() and index.row() == self._view.currentIndex().row():
            self._paint_ring(painter, rect, index.column())

    def _paint_ring(self, painter: QPainter, rect: QRectF, column: int) -> None:
        """Draw this cell's part of the focus ring round the row."""
        teal = self.look.ink("teal")
        painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 2), teal)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 2, rect.width(), 2), teal)
        if column == len(self._model.columns) - 1:
            painter.fillRect(QRectF(rect.right() - 2, rect.top(), 2, rect.height()), teal)
        if column == 0:
            painter.fillRect(QRectF(rect.left(), rect.top(), 2, rect.height()), teal)

    def _paint_content(
        self, painter: QPainter, rect: QRectF, column: Column[Any], row: Any, forward: bool
    ) -> None:
        if column.wraps:
            ink = self._ink(column, row, self._kinds.struck(row))
            self._wrapped(column, row, int(rect.width())).paint(painter, rect, ink)
            return
        second = column.second(row) if column.second else ""
        if second:
            half = rect.height() / 2
            lower = QRectF(rect.left(), rect.top() + half, rect.width(), half - 5)
            self._paint_second(painter, lower, second, column.right)
            rect = QRectF(rect.left(), rect.top() + 5, rect.width(), half - 5)
        rect = self._paint_icon(painter, rect, column, row)
        state = column.state(row) if column.state else None
        if state is not None:
            self._paint_state(painter, rect, state)
        else:
            self._paint_text(painter, rect, column, row, forward)

    def _paint_icon(self, painter: QPainter, rect: QRectF, column: Column[Any], row: Any) -> QRectF:
        name = column.icon(row) if column.icon else ""
        if not name:
            return rect
        size = self.look.icon
        ink = column.icon_ink(row) if column.icon_ink else "ink2"
        at = QPointF(rect.left(), rect.center().y() - size / 2)
        paint_icon(painter, name, self.look.ink(ink), at, size)
        return rect.adjusted(size + 8, 0, 0, 0)

    def _face(self, column: Column[Any], struck: bool, forward: bool) -> Face:
        look = self.look
        if struck and column.strikes:
            return look.struck_bold if column.bold else look.struck
        return look.bold if (column.bold and not struck) or forward else look.body

    def _ink(self, column: Column[Any], row: Any, struck: bool) -> str:
        if struck:
            return "ink3"
        return column.ink if isinstance(column.ink, str) else column.ink(row)

    def _write(
        self, painter: QPainter, rect: QRectF, words: str, face: Face, ink: str, right: bool = False
    ) -> int:
        """Write words, cut where they do not fit; returns the width taken, 0 where they were cut."""
        if not words:
            return 0
        cut, wide = face.fit(words, rect.width())
        painter.setFont(face.font)
        painter.setPen(self.look.ink(ink))
        write_words(painter, rect, _RIGHT if right else _LEFT, cut)
        return wide if cut == words else 0

    def _paint_text(
        self, painter: QPainter, rect: QRectF, column: Column[Any], row: Any, forward: bool
    ) -> None:
        struck = self._kinds.struck(row)
        face = self._face(column, struck, forward)
        words = column.text(row)
        ink = self._ink(column, row, struck)
        wide = self._write(painter, rect, words, face, ink, column.right)
        note = column.note(row) if column.note else ""
        if note and (wide or not words) and rect.width() - wide > 40:
            room = rect.adjusted(wide + (10 if words else 0), 0, 0, 0)
            self._write(painter, room, note, self.look.second, "ink2")

    def _paint_state(
        self, painter: QPainter, rect: QRectF, state: State, bold: bool = True
    ) -> None:
        look = self.look
        at = QPointF(rect.left(), rect.center().y() - look.shape / 2)
        paint_icon(painter, state.shape, look.ink(state.ink), at, look.shape)
        words = rect.adjusted(look.shape + 6, 0, 0, 0)
        face = look.state if bold else look.second
        self._write(painter, words, state.shown, face, state.ink)

    def _paint_second(
        self, painter: QPainter, rect: QRectF, second: str | State, right: bool
    ) -> None:
        if isinstance(second, State):
            self._paint_state(painter, rect, second, bold=False)
        else:
            self._write(painter, rect, second, self.look.second, "ink2", right)

    def room_of(self, index: Index) -> int:
        """Return how wide what stands in a cell may be, with the empty cells that it goes on over."""
        return int(self._spread(index)[1].width())

    def wanted_height(self, number: int, row: Any, width: int) -> int:
        """Return how high a cell of a column that wraps has to be at a width."""
        return self._wrapped(self._model.columns[number], row, width - 2 * PAD).height

    def _wrapped(self, column: Column[Any], row: Any, room: int) -> WrappedCell:
        face = self._face(column, self._kinds.struck(row), self._kinds.forward(row))
        return WrappedCell(self.look, face, column, row, room)

    def wanted_width(self, column: Column[Any], row: Any) -> int:
        """Return how wide a cell has to be so that nothing in it is cut."""
        look = self.look
        state = column.state(row) if column.state else None
        face = look.bold if column.bold or self._kinds.forward(row) else look.body
        wide = face.width(column.text(row))
        if state is not None:
            wide = look.state.width(state.shown) + look.shape + 6
        if column.note and (note := column.note(row)):
            wide += look.second.width(note) + 10
        if column.icon:
            wide += look.icon + (8 if column.text(row) else 0)
        second = column.second(row) if column.second else ""
        under = second.words if isinstance(second, State) else second
        shape = look.shape + 6 if isinstance(second, State) else 0
        return max(wide, look.second.width(under) + shape) + 2 * PAD + 2

    def helpEvent(  # noqa: N802
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Show the whole text of a cell that is cut."""
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        number, whole = self._spread(index)
        column, row = self._model.columns[number], self._model.rows[index.row()]
        cut = not column.wraps and self.wanted_width(column, row) > whole.width() + 1
        words = plain_tip(column.spoken(row)) if cut else ""
        QToolTip.showText(event.globalPos(), words, view)
        return True
