"""Columns: how one cell of a row is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from msgspec import Struct

from imt_desktop.ui.widgets.states import State

Row = TypeVar("Row")


class Column(Struct, Generic[Row], frozen=True):
    """One column over rows of one kind.

    Only ``head`` and ``text`` are needed. Its width fits what stands in it; ``stretch=1`` takes what
    is left; ``width`` fixes it in pixels at scale 1.
    """

    head: str
    text: Callable[[Row], str]
    right: bool = False
    """Amounts and their heads are aligned at the right."""
    bold: bool = False
    ink: str | Callable[[Row], str] = "ink"
    """The role of the colour: ``"ink"``, ``"ink2"``, or by row."""
    icon: Callable[[Row], str] | None = None
    icon_ink: Callable[[Row], str] | None = None
    state: Callable[[Row], State | None] | None = None
    """A shape and a word in place of the text, where the row has one."""
    note: Callable[[Row], str] | None = None
    """Quiet words after the text, in the same line; never struck."""
    second: Callable[[Row], str | State] | None = None
    """A second line under the text; never struck."""
    yields: bool = False
    """Whether its second line asks for no room: it is cut before names and states are."""
    strikes: bool = False
    """Whether it is struck in a row that is cancelled: number, words and amount, not the balance."""
    key: Callable[[Row], Any] | None = None
    """What its head sorts by; without it the head cannot be pressed."""
    width: int = 0
    stretch: int = 0
    spreads: Callable[[Row], bool] | None = None
    """In which rows what finds no room goes on over the empty cells behind, as in a spreadsheet."""
    firm: bool = False
    """Whether its words are the last to be cut, such as the names of bills."""
    wraps: bool = False
    """Whether text or state, note and second line take as many lines as they need, so that nothing is cut."""

    def shown(self, row: Row) -> str:
        """Return the words of a cell, without note and second line."""
        state = self.state(row) if self.state else None
        return state.words if state else self.text(row)

    def is_empty(self, row: Row) -> bool:
        """Whether nothing stands in a cell."""
        parts = (self.shown, self.icon, self.note, self.second)
        return not any(part(row) for part in parts if part)

    def spoken(self, row: Row) -> str:
        """Return all that a cell says."""
        note = self.note(row) if self.note else ""
        second = self.second(row) if self.second else ""
        under = second.words if isinstance(second, State) else second
        return ", ".join(part for part in (self.shown(row), note, under) if part)
