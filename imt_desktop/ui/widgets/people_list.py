"""Lists of people: the name on its own line, number and state under it, the amount at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import QEvent, QItemSelection, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from imt_desktop.ui.widgets.people_delegate import PeopleDelegate
from imt_desktop.ui.widgets.people_model import PeopleModel, PersonLine
from imt_desktop.ui.widgets.rows_model import Index

_BATCH: Final = 200
"""Rows that get their place at once, in a few milliseconds: names wrap, so that each is measured."""


class PeopleList(QListView):
    """A list of two-line rows: 64 px to choose from, 44 px (``compact``) to read."""

    chosen = Signal(object)
    """The row selected, or None."""
    opened = Signal(object)
    """The row on which Enter or a double click fell."""

    def __init__(
        self,
        show: Callable[[Any], PersonLine],
        name: str = "",
        compact: bool = False,
        identity: Callable[[Any], object] = lambda row: row,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.rows_model = PeopleModel(show, self)
        self._identity = identity
        self._quiet = False
        self._sought = QPersistentModelIndex()
        self._lines = PeopleDelegate(self.rows_model, compact, self)
        self.setAccessibleName(name)
        self.setModel(self.rows_model)
        self.setItemDelegate(self._lines)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().rangeChanged.connect(self._seek)
        self.activated.connect(lambda index: self.opened.emit(self.rows_model.rows[index.row()]))

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show other rows. The chosen one stays chosen if it is still there."""
        before = self.row()
        self._quiet = True
        self.rows_model.set_rows(rows)
        found = before is not None and self.choose(before)
        self._quiet = False
        if before is not None and not found:
            self.chosen.emit(None)

    def row(self) -> Any:
        """Return the chosen row; None if none is."""
        chosen = self.selectionModel().selectedIndexes()
        return self.rows_model.rows[chosen[0].row()] if chosen else None

    def choose(self, row: object) -> bool:
        """Choose a row by its identity and bring it into view; returns whether it is there."""
        wanted = self._identity(row)
        for at, other in enumerate(self.rows_model.rows):
            if self._identity(other) == wanted:
                self.setCurrentIndex(self.rows_model.index(at, 0))
                return True
        return False

    def scrollTo(  # noqa: N802
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a row into view; one that has no place yet as soon as it has one."""
        super().scrollTo(index, hint)
        placed = self.visualRect(index).isValid()
        self._sought = QPersistentModelIndex() if placed else QPersistentModelIndex(index)

    def _seek(self) -> None:
        if self._sought.isValid():
            self.scrollTo(self.rows_model.index(self._sought.row(), 0))

    def selectionChanged(  # noqa: N802
        self, selected: QItemSelection, deselected: QItemSelection
    ) -> None:
        """Announce the chosen row."""
        super().selectionChanged(selected, deselected)
        if not self._quiet:
            self.chosen.emit(self.row())

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Stand on the first row when one comes in by Tab; a click stands on the row that it meets."""
        super().focusInEvent(event)
        clicked = event.reason() == Qt.FocusReason.MouseFocusReason
        if not clicked and not self.currentIndex().isValid() and self.rows_model.rows:
            keep = self.selectionModel().SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(self.rows_model.index(0, 0), keep)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Wrap names anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Measure again when the look changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._lines.forget_look()
            self.doItemsLayout()
