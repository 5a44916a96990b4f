"""What the service cost and lost: where breakdowns meet expenses, and production meets meters."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from imt_desktop.community.service import queries
from imt_desktop.community.service.repairing import (
    MaintenanceDoneRequest,
    RepairedRequest,
    look_after,
    repair,
)
from imt_desktop.errors import at
from imt_desktop.journal import Reading, Recorded, Ref, Writing
from imt_desktop.ledger.errors import NoSuchExpenseError
from imt_desktop.money import Money


class WaterLost(Struct, frozen=True):
    """Water that was produced and that no meter of a user saw, in litres."""

    produced: int
    used: int

    @property
    def lost(self) -> int:
        """Litres that were not metered; negative where more was metered than produced."""
        return self.produced - self.used

    @property
    def share(self) -> int | None:
        """Lost of what was produced, in hundredths of a per cent; None where more was metered."""
        if not self.produced or self.lost < 0:
            return None
        return self.lost * 10_000 // self.produced


def repair_breakdown(book: Writing, wanted: RepairedRequest) -> Recorded:
    """Write a repair down with what it cost. Raises NoSuchExpenseError and what ``repair`` does."""
    _require_expenses(book, wanted.spent)
    return repair(book, wanted)


def do_maintenance(book: Writing, wanted: MaintenanceDoneRequest) -> Recorded:
    """Write a task down with what it cost. Raises NoSuchExpenseError and what ``look_after`` does."""
    _require_expenses(book, wanted.spent)
    return look_after(book, wanted)


def cost(book: Reading, spent: tuple[Ref, ...]) -> Money:
    """Return what expenses come to; those that were cancelled cost nothing."""
    return Money(sum(_expense(book, ref) or 0 for ref in spent), book.currency)


def water_lost(book: Reading, first: date, last: date) -> WaterLost | None:
    """Return how much water was lost in a period.

    None where production was not measured, or no meter was read: then nobody knows.
    """
    produced = queries.produced(book, first, last)
    used = book.driver.execute(
        "SELECT sum(used) FROM reading WHERE void IS NULL AND through BETWEEN ? AND ?",
        (first.isoformat(), last.isoformat()),
    ).fetchone()[0]
    return None if produced is None or used is None else WaterLost(produced, int(used))


def _require_expenses(book: Reading, spent: tuple[Ref, ...]) -> None:
    for number, ref in enumerate(spent, 1):
        with at("spent", number):
            if _expense(book, ref) is None:
                raise NoSuchExpenseError(str(ref))


def _expense(book: Reading, ref: Ref) -> int | None:
    row = book.driver.execute(
        "SELECT amount FROM money_line WHERE seq=? AND line=? AND void IS NULL"
        " AND what IN ('out', 'owed', 'spent')",
        (ref.entry, ref.line),
    ).fetchone()
    return None if row is None else int(row[0])
