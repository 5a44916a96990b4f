"""Tables: head, rows of 36 px, hairlines, one selected row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QItemSelection, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from imt_desktop.ui.theme import em, width_of
from imt_desktop.ui.widgets.cell_delegate import PAD, CellDelegate, RowKinds
from imt_desktop.ui.widgets.column import Column
from imt_desktop.ui.widgets.column_widths import share_out
from imt_desktop.ui.widgets.rows_model import Index, RowsModel
from imt_desktop.ui.widgets.table_head import TableHead

_SAMPLE: Final = 200
"""How many rows are measured before any is in sight; the others when they come into sight."""
_TALL: Final = 48
_ENOUGH: Final = QAbstractItemView.ScrollHint.EnsureVisible


def _never(_row: object) -> bool:
    return False


def _is_tight(column: Column[Any]) -> bool:
    """Whether it is as wide as what stands in it: amounts, dates and numbers."""
    return not column.width and (column.right or not column.stretch)


class Table(QTableView):
    """Frozen rows in columns. Put it into a ``Card(flush=True)``, which rounds its corners.

    ``forward`` rows are brought or carried forward; ``struck`` ones are cancelled. ``identity`` says
    which row is the same one after a refresh, so that it stays chosen.
    """

    chosen = Signal(object)
    """The row selected, or None."""
    opened = Signal(object)
    """The row on which Enter or a double click fell."""

    def __init__(
        self,
        columns: Sequence[Column[Any]],
        name: str = "",
        row_height: int = 36,
        forward: Callable[[Any], bool] = _never,
        struck: Callable[[Any], bool] = _never,
        identity: Callable[[Any], object] = lambda row: row,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.rows_model: Final = RowsModel(columns, self)
        self._row_height, self._identity = row_height, identity
        self._quiet = False
        self._cells = CellDelegate(self.rows_model, RowKinds(forward, struck), self)
        self._wanted: list[int] = []
        self._seen: set[int] = set()
        self._tight = [n for n, column in enumerate(columns) if _is_tight(column)]
        self._wrapping = [n for n, column in enumerate(columns) if column.wraps]
        self.setAccessibleName(name)
        self._dress()
        self.rows_model.modelReset.connect(self._measure)
        self.verticalScrollBar().valueChanged.connect(self._meet_rows)
        self.activated.connect(lambda index: self.opened.emit(self.rows_model.rows[index.row()]))
        self._measure()

    def _dress(self) -> None:
        head = TableHead(self.rows_model, self)
        head.pressed_column.connect(self._sort)
        self.setHorizontalHeader(head)
        self.setModel(self.rows_model)
        self.setItemDelegate(self._cells)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(8)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    # Rows.

    def set_rows(self, rows: Sequence[Any], more: bool = False) -> None:
        """Show other rows. The chosen one stays chosen if it is still there.

        With ``more`` the end of the list asks for further ones (see ``RowsModel``).
        """
        before = self.row()
        self._quiet = True
        self.rows_model.set_rows(rows, more)
        found = before is not None and self.choose(before)
        self._quiet = False
        if before is not None and not found:
            self.chosen.emit(None)

    def rows(self) -> list[Any]:
        """Return the rows in the order shown."""
        return list(self.rows_model.rows)

    def row(self) -> Any:
        """Return the chosen row; None if none is."""
        chosen = self.selectionModel().selectedRows()
        return self.rows_model.rows[chosen[0].row()] if chosen else None

    def choose(self, row: object) -> bool:
        """Choose a row by its identity and bring it into view; returns whether it is there."""
        wanted = self._identity(row)
        for at, other in enumerate(self.rows_model.rows):
            if self._identity(other) == wanted:
                self.selectRow(at)
                self.scrollTo(self.rows_model.index(at, 0))
                return True
        return False

    def selectionChanged(  # noqa: N802
        self, selected: QItemSelection, deselected: QItemSelection
    ) -> None:
        """Announce the chosen row."""
        super().selectionChanged(selected, deselected)
        if not self._quiet:
            self.chosen.emit(self.row())

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        """Draw the ring round the new row."""
        super().currentChanged(current, previous)
        self.viewport().update()

    def _sort(self, column: int) -> None:
        before = self.row()
        falling = self.rows_model.sorted_by == (column, False)
        self._quiet = True
        self.rows_model.sort_by(column, falling)
        if before is not None:
            self.choose(before)
        self._quiet = False

    # Keys and focus.

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Copy the chosen row with Ctrl+C."""
        row = self.row()
        if event.matches(QKeySequence.StandardKey.Copy) and row is not None:
            texts = (column.spoken(row) for column in self.rows_model.columns)
            QGuiApplication.clipboard().setText("\t".join(texts))
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Stand on the first row in sight when one comes in by a key; a press chooses its own row."""
        pressed = event.reason() == Qt.FocusReason.MouseFocusReason
        if not pressed and not self.currentIndex().isValid() and self.rows_model.rows:
            keep = self.selectionModel().SelectionFlag.NoUpdate
            first = self.rows_model.index(max(self.rowAt(0), 0), 0)
            self.selectionModel().setCurrentIndex(first, keep)
        super().focusInEvent(event)  # which would stand on the very first row, in sight or not
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    # Measures.

    def _measure(self) -> None:
        self._seen.clear()
        self._wanted = [self._wanted_width(column) for column in self.rows_model.columns]
        self.verticalHeader().setDefaultSectionSize(em(self._row_height))
        under = [column for column in self.rows_model.columns if column.second]
        if under and self._row_height < _TALL:
            # Where all of them wrap, rows further down get their height as they come into sight.
            most = _SAMPLE if all(column.wraps for column in under) else None
            for at, row in enumerate(self.rows_model.rows[:most]):
                tall = self._least_height(row)
                if tall != self.rowHeight(at):  # as high as another row was that stood here
                    self.verticalHeader().resizeSection(at, tall)
        self._share_width()

    def _least_height(self, row: Any) -> int:
        """Return how high a row is whose words do not wrap: higher where something stands under them."""
        for column in self.rows_model.columns:
            if column.second and column.second(row):
                return em(max(self._row_height, _TALL))
        return em(self._row_height)

    def _wanted_width(self, column: Column[Any]) -> int:
        if column.width:
            return em(column.width)
        head = width_of(column.head, "small", True) + 2 * PAD
        head += em(18) if column.key else 0
        rows = self.rows_model.rows
        sample = [*rows[:: max(len(rows) - 1, 0) // _SAMPLE + 1], *rows[-1:]]
        return max(head, *(self._cell_width(column, row) for row in sample), 0)

    def _cell_width(self, column: Column[Any], row: Any) -> int:
        if column.yields:
            column = replace(column, second=None)
        return self._cells.wanted_width(column, row)

    def _share_width(self) -> None:
        columns = self.rows_model.columns
        room = self.viewport().width()
        for at, wide in enumerate(share_out(columns, self._wanted, room, em(64))):
            if wide != self.columnWidth(at):
                self.setColumnWidth(at, wide)
        self._meet_rows()

    def _meet_rows(self) -> None:
        """Give the rows in sight the width and height that they need; the others get it when they come."""
        at = self.rowAt(0)
        if at < 0:
            return
        top, wider = self.rowViewportPosition(at), False
        while at < len(self.rows_model.rows) and top < self.viewport().height():
            wider |= self._widen(at)
            if self._wrapping:
                self._wrap_row(at)
            top += self.rowHeight(at)
            at += 1
        if wider:
            self._share_width()

    def _widen(self, at: int) -> bool:
        """Make room for a row that comes into sight for the first time; returns whether it took more."""
        if at in self._seen:
            return False
        self._seen.add(at)
        row, before = self.rows_model.rows[at], list(self._wanted)
        for n in self._tight:
            wide = self._cell_width(self.rows_model.columns[n], row)
            self._wanted[n] = max(self._wanted[n], wide)
        return self._wanted != before

    def _wrap_row(self, at: int) -> None:
        row = self.rows_model.rows[at]
        rooms = {n: self._cells.room_of(self.rows_model.index(at, n)) for n in self._wrapping}
        wanted = (self._cells.wanted_height(n, row, room) for n, room in rooms.items())
        tall = max(self._least_height(row), *wanted)
        if tall != self.rowHeight(at):
            self.verticalHeader().resizeSection(at, tall)

    def scrollTo(  # noqa: N802
        self, index: Index, hint: QAbstractItemView.ScrollHint = _ENOUGH
    ) -> None:
        """Bring a row into view at its whole height."""
        if self._wrapping and index.isValid():
            self._wrap_row(index.row())
        at, bar = -1, self.verticalScrollBar()
        while at != bar.value():  # rows that come into sight may grow, and push it on
            at = bar.value()
            self.updateGeometries()
            super().scrollTo(index, hint)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Share the width out among the columns."""
        super().resizeEvent(event)
        self._share_width()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Measure again when the look changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._cells.forget_look()
            self._measure()

    def content_height(self) -> int:
        """Return the height at which no row needs scrolling: for short tables inside a page."""
        return em(33) + self.verticalHeader().length()
