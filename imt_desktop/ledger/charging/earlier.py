"""Entries around charges in an earlier version. They are read, not made."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Final

from imt_desktop.journal import Entry, Part, Private
from imt_desktop.ledger.charging.entries import LadderDecided, LadderStep, MetersRead
from imt_desktop.ledger.entries import Source

BETWEEN: Final = 7
"""Days between two steps, where nothing else was decided: who was reminded today is not warned today."""


class Reading1(Part, frozen=True):
    """What a meter says; of one that was replaced, without how far the old one went."""

    connection: int
    on: date
    through: date
    value: int
    used: int
    charged_to: int
    how: str
    answer: str = ""
    remark: Private = ""


class MetersRead1(Entry, frozen=True):
    """Meters were read, or estimated where they could not be."""

    KIND: ClassVar[str] = "readings/1"

    lines: tuple[Reading1, ...]
    source: Source | None = None


class LadderDecided1(Entry, frozen=True):
    """The assembly decided the steps, before it decided the days between them."""

    KIND: ClassVar[str] = "ladder/1"

    since: date
    decision: int
    steps: tuple[LadderStep, ...]


AnyRead = MetersRead | MetersRead1
AnyLadder = LadderDecided | LadderDecided1
