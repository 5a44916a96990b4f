"""The grid of the collection sheet: what was paid is typed, and by which reference."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from imt_desktop.ui.pages.receive.sheet.columns import (
    HOW,
    MEMBER,
    PAID,
    PLACE,
    REFERENCE,
    STATE,
    Shown,
    columns,
)
from imt_desktop.ui.pages.receive.sheet.lines import Line
from imt_desktop.ui.pages.walking.cells import Typing
from imt_desktop.ui.pages.walking.grid import Room, WalkGrid

_TYPING: Final = Typing(PAID, REFERENCE, {"amount": PAID, "reference": REFERENCE, "pad": REFERENCE})
_ROOM: Final = Room(PLACE, least={PAID: 116, REFERENCE: 166}, most={MEMBER: 230, PLACE: 150})


class SheetGrid(WalkGrid):
    """Lines in walking order. Amounts and references are typed in place."""

    way_pressed = Signal(object)
    """The line whose way of paying was clicked."""

    def __init__(self, shown: Shown, name: str, parent: QWidget | None = None) -> None:
        self._paid = shown
        super().__init__(columns(shown), shown, _TYPING, _ROOM, name, parent)

    def wants_more(self, line: Line) -> bool:
        """Whether a line is paid by mobile money and has no reference yet."""
        way = self._paid.way(line) if line.filled else None
        return way is not None and way.type == "mobile" and not line.typed.reference.strip()

    def _click(self, index: QModelIndex) -> None:
        super()._click(index)
        if index.column() == HOW:
            self.way_pressed.emit(self.rows_model.rows[index.row()])

    def kept_room(self, column: int) -> int:
        """Keep room for the ways to pay, and for the states that lines will have."""
        if column == HOW:
            return self.words_room(map(self._paid.way_name, self._paid.accounts.values()))
        return self.state_room(self._paid.states()) if column == STATE else 0
