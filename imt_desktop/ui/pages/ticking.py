"""Ticking rows of a table with a click or Space; and ticking members, found by name or number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.ledger.register import MemberRow
from imt_desktop.ledger.search import folded
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.theme import em, scale, width_of
from imt_desktop.ui.widgets import Card, Column, LineEdit, State, Table
from imt_desktop.ui.widgets.states import done

_TALL: Final = 264
"""Pixels of the list; the form round it has room for its fields."""


_AROUND: Final = 52
"""Pixels of a tick, and of the air on both sides of it and its word."""


class TickTable(Table):
    """A table in which a click or Space ticks a row."""

    turned = Signal(object)
    """The row that is ticked, or no longer is."""

    def __init__(
        self, columns: Sequence[Column[Any]], name: str, identity: Callable[[Any], object]
    ) -> None:
        super().__init__(columns, name, identity=identity)
        self.clicked.connect(lambda index: self.turned.emit(self.rows()[index.row()]))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Tick the current row."""
        at = self.currentIndex().row()
        if event.key() == Qt.Key.Key_Space and at >= 0:
            self.turned.emit(self.rows()[at])
        else:
            super().keyPressEvent(event)


class TickMembers(QWidget):
    """Members with a tick each; ``word`` says what a tick means. ``changed`` says how many are ticked."""

    changed = Signal(int)

    def __init__(
        self, desk: Desk, rows: Sequence[MemberRow], word: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        tr = desk.tr
        self._rows, self._word = [row for row in rows if row.status == "active"], word
        self.ticked: dict[str, None] = {}
        self.search = LineEdit(placeholder=tr.gettext("Name or number"), icon="search")
        self.table = TickTable(
            [
                Column[MemberRow]("", lambda row: "", state=self._state, width=_wide(word)),
                Column[MemberRow](tr.gettext("No."), lambda row: row.number, ink="ink2"),
                Column[MemberRow](
                    tr.gettext("Name"), lambda row: row.name or tr.gettext("Forgotten"), bold=True,
                    stretch=1,
                ),
                Column[MemberRow](tr.gettext("Zone"), lambda row: row.zone, ink="ink2"),
            ],
            tr.gettext("Members"), lambda row: row.number,
        )  # fmt: skip
        card = Card(flush=True, ground="card")
        card.add(self.table)
        self.table.setFixedHeight(em(_TALL))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(card)
        self.search.textChanged.connect(lambda _: self._filter())
        self.table.turned.connect(self.turn)
        self._filter()

    def _state(self, row: MemberRow) -> State | None:
        return done(self._word) if row.number in self.ticked else State("off", "", "circle")

    def turn(self, row: MemberRow) -> None:
        """Tick a member, or no longer."""
        if row.number in self.ticked:
            del self.ticked[row.number]
        else:
            self.ticked[row.number] = None
        self.table.viewport().update()
        self.changed.emit(len(self.ticked))

    def _filter(self) -> None:
        words, number = folded(self.search.text()).split(), self.search.text().strip()
        self.table.set_rows(
            [
                row
                for row in self._rows
                if row.number == number
                or all(word in folded(f"{row.number} {row.name} {row.house}") for word in words)
            ]
        )

    def value(self) -> tuple[str, ...]:
        """Return what is chosen, as other fields of forms do."""
        return self.members()

    def members(self) -> tuple[str, ...]:
        """Return the numbers of those that are ticked, in the order of the list."""
        return tuple(row.number for row in self._rows if row.number in self.ticked)


def _wide(word: str) -> int:
    """Return how wide a column (at scale 1) is that says in each row what a tick means."""
    words = width_of(done(word).shown, "second", True)
    return round(words / scale()) + _AROUND
