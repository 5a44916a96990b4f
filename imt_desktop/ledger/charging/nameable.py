"""Who may be named as far behind, where an assembly decided it: fewer than the committee's own list.

Never for a bill that is disputed or paid since, nor for a debt that went into instalments, whose own days
count; and no household that pays less or is freed by decision.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from msgspec import Struct

from imt_desktop.journal import Reading, Ref
from imt_desktop.ledger.as_of import at_end_of, opened
from imt_desktop.ledger.charging.reliefs import reliefs
from imt_desktop.ledger.disputes import disputed_on
from imt_desktop.money import Money
from imt_desktop.period import Month

DAYS: Final = 90
"""Only bills that were due longer ago than this."""


class FarBehind(Struct, frozen=True):
    """A household, and what it owes of bills that were due more than 90 days ago."""

    number: str
    name: str
    owed: Money


_OLD: Final = (
    opened("bill") + "SELECT o.seq, o.line, m.number, m.name, min(o.amount, b.open) FROM opened o"
    " JOIN bill b USING (seq, line) JOIN member m ON m.id=b.member"
    " WHERE b.due_on<:due AND b.open>0 AND b.disputed=0 AND m.name<>''"
)
"""What was open on the day and still is; a name that was erased is none."""


def nameable(book: Reading, day: date) -> tuple[FarBehind, ...]:
    """Return who was more than 90 days behind on a day and still is, the highest debt first."""
    due = (day - timedelta(days=DAYS)).isoformat()
    rows = book.driver.execute(_OLD, at_end_of(book, day, due=due)).fetchall()
    disputed = disputed_on(book, day)
    freed = {one.number for one in reliefs(book) if one.until >= Month.of(day)}
    found: dict[str, FarBehind] = {}
    for seq, line, number, name, left in rows:
        if Ref(seq, line) in disputed or number in freed:
            continue
        before = found[number].owed if number in found else book.currency.zero()
        found[number] = FarBehind(number, name, before + Money(left, book.currency))
    return tuple(sorted(found.values(), key=lambda one: (-one.owed.minor, one.number)))
