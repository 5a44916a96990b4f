"""What a list of people shows, line by line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from imt_desktop.ui.widgets.rows_model import Index
from imt_desktop.ui.widgets.states import State
from imt_desktop.ui.widgets.words import shortened

_NOWHERE = QModelIndex()

LONGEST = 120


class PersonLine(Struct, frozen=True):
    """How one row is shown.

    ``number`` and ``state`` (or ``second``, quiet words) stand under the name, ``amount`` at the
    right and ``under`` below it, in a tall row on a line of its own. ``struck`` strikes name and
    amount, not the second line.
    """

    name: str
    number: str = ""
    state: State | None = None
    second: str = ""
    amount: str = ""
    under: str = ""
    icon: str = ""
    struck: bool = False

    def spoken(self) -> str:
        """Return all that it says."""
        state = self.state.words if self.state else ""
        parts = (self.name, self.number, state, self.second, self.amount, self.under)
        return ", ".join(part for part in parts if part)


class PeopleModel(QAbstractListModel):
    """Rows as lines of a list."""

    def __init__(self, show: Callable[[Any], PersonLine], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._show = show
        self.rows: list[Any] = []

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def line(self, at: int) -> PersonLine:
        """Return how a row is shown; a name of thousands of letters is not shown whole."""
        line = self._show(self.rows[at])
        if len(line.name) <= LONGEST and "\n" not in line.name:
            return line
        return replace(line, name=shortened(line.name, LONGEST))

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = 0) -> Any:
        """Return what a line says; the delegate asks for the line itself."""
        if role == int(Qt.ItemDataRole.DisplayRole):
            return self.line(index.row()).name
        if role == int(Qt.ItemDataRole.AccessibleTextRole):
            return self.line(index.row()).spoken()
        if role == int(Qt.ItemDataRole.UserRole):
            return self.rows[index.row()]
        return None
