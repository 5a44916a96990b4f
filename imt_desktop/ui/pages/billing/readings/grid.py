"""The grid of readings: what each meter says is typed, and the number of an answer."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from imt_desktop.ui.pages.billing.readings.columns import (
    ANSWER,
    MEMBER,
    PLACE,
    READING,
    STATE,
    USED,
    USUAL,
    Shown,
    columns,
)
from imt_desktop.ui.pages.billing.readings.lines import Line
from imt_desktop.ui.pages.walking.cells import Typing
from imt_desktop.ui.pages.walking.grid import Room, WalkGrid
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets.rows_model import Index

_TYPING: Final = Typing(
    READING, ANSWER,
    {"value": READING, "connection": READING, "on": READING, "answer": ANSWER, "last": ANSWER,
     "first": ANSWER},
    asked=lambda line: bool(line.waits),
)  # fmt: skip
_ROOM: Final = Room(
    PLACE, least={READING: 108, ANSWER: 178}, most={MEMBER: 220, PLACE: 140}, also=(USUAL,)
)

_USED: Final = 92
"""Pixels for what was used, before anything is typed."""


class ReadingGrid(WalkGrid):
    """Meters in walking order. Enter goes to the answer where there is a question, else down."""

    def __init__(self, shown: Shown, name: str, parent: QWidget | None = None) -> None:
        self._read = shown
        self._writes = False
        super().__init__(columns(shown), shown, _TYPING, _ROOM, name, parent)

    def wants_more(self, line: Line) -> bool:
        """Whether a question waits for its answer."""
        return line.waits

    def hides_under(self, line: Line) -> bool:
        """A question is asked once the number is typed; it stands there when one comes back, and answers."""
        return line.mistake is not None and self._writes

    def stand_on(self, at: int, column: int | None = None) -> None:
        """Put the cursor into a cell, in which nothing is typed yet."""
        self._writes = False
        super().stand_on(at, column)

    def _take_in(self, index: Index, words: str) -> None:
        self._writes = index.column() == READING
        super()._take_in(index, words)

    def _enter(self, at: int, column: int) -> None:
        """Stay with a question until its answer is there: what was typed ahead is no answer."""
        if column == ANSWER and self.lines()[at].waits:
            self.stand_on(at, ANSWER)
        else:
            super()._enter(at, column)

    def kept_room(self, column: int) -> int:
        """Keep room for what was used, and for the states that lines will have."""
        if column == USED:
            return max(em(_USED), self.words_room([self._read.begins()], icon=False))
        return self.state_room(self._read.states()) if column == STATE else 0

    def rewrite(self, words: str) -> None:
        """Write other words into the field that is open, selected."""
        field = self.field()
        if field is not None:
            field.setText(words)
            field.selectAll()
