"""The one model of all tables: columns over a list of frozen rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from imt_desktop.ui.widgets.column import Column

Index = QModelIndex | QPersistentModelIndex
_DISPLAY: Final = int(Qt.ItemDataRole.DisplayRole)
_SPOKEN: Final = int(Qt.ItemDataRole.AccessibleTextRole)
_ALIGN: Final = int(Qt.ItemDataRole.TextAlignmentRole)
_ROW: Final = int(Qt.ItemDataRole.UserRole)
_NOWHERE: Final = QModelIndex()
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class RowsModel(QAbstractTableModel):
    """Shows rows. Sorting puts the list in another order and resets the model.

    Where there are more rows than were read, ``more_wanted`` asks for the next ones as soon as a view
    comes to the end; they arrive by ``add_rows``.
    """

    more_wanted = Signal()

    def __init__(self, columns: Sequence[Column[Any]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: Final = tuple(columns)
        self.rows: list[Any] = []
        self.sorted_by: tuple[int, bool] | None = None
        self._more = self._asked = False

    def set_rows(self, rows: Sequence[Any], more: bool = False) -> None:
        """Show other rows, in the order chosen before; ``more`` says that these are not all."""
        self.beginResetModel()
        self.rows = list(rows)
        self._more, self._asked = more, False
        self._put_in_order()
        self.endResetModel()

    def add_rows(self, rows: Sequence[Any], more: bool) -> None:
        """Show the next rows under the others."""
        self._more, self._asked = more, False
        if rows:
            self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(rows) - 1)
            self.rows.extend(rows)
            self.endInsertRows()

    def canFetchMore(self, parent: Index = _NOWHERE) -> bool:  # noqa: N802
        """Whether there are rows that were not read yet, and nobody is reading them."""
        return self._more and not self._asked and not parent.isValid()

    def fetchMore(self, _parent: Index = _NOWHERE) -> None:  # noqa: N802
        """Ask for the next rows."""
        self._asked = True
        self.more_wanted.emit()

    def sort_by(self, column: int, falling: bool = False) -> None:
        """Put the rows in the order of a column's key."""
        if self.columns[column].key is None:
            return
        self.beginResetModel()
        self.sorted_by = (column, falling)
        self._put_in_order()
        self.endResetModel()

    def _put_in_order(self) -> None:
        if self.sorted_by is not None:
            column, falling = self.sorted_by
            self.rows.sort(key=self.columns[column].key, reverse=falling)

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """Return what a cell says; the delegate asks the columns itself."""
        if role == _DISPLAY:
            return self.columns[index.column()].shown(self.rows[index.row()])
        if role == _SPOKEN:
            return self.columns[index.column()].spoken(self.rows[index.row()])
        if role == _ALIGN:
            return _RIGHT if self.columns[index.column()].right else _LEFT
        if role == _ROW:
            return self.rows[index.row()]
        return None

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> Any:
        """Return the head of a column."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == _DISPLAY:
            return self.columns[section].head
        if role == _ALIGN:
            return _RIGHT if self.columns[section].right else _LEFT
        return None
