"""What can happen about a budget and about what wears out. No money moves here."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from imt_desktop.journal import Entry, Part


class Planned(Part, frozen=True):
    """What is planned of a kind of money in a year: ``in`` or ``out``."""

    direction: str
    kind: str
    amount: int


class BudgetDecided(Entry, frozen=True):
    """The budget of a year: all of it anew."""

    KIND: ClassVar[str] = "budget/1"

    year: int
    decision: int | None
    lines: tuple[Planned, ...]


class AssetRegistered(Entry, frozen=True):
    """A pump, tank, pipe or other thing that wears out and has to be replaced."""

    KIND: ClassVar[str] = "asset/1"

    asset: int
    what: str
    """pump, tank, pipes, meters, source, building or other."""
    name: str
    bought_on: date
    cost: int
    life: int
    """Years that it is expected to last."""
    replacement: int
    """What a new one would cost today."""
