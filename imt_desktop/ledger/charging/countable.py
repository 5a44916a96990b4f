"""What a price charges by number: whose it is, and how many there are as far as somebody counted."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from imt_desktop.journal import Reading
from imt_desktop.ledger.tariffs import forms_of, tariff_for
from imt_desktop.ledger.walking.apart import FIRST_HOLDER
from imt_desktop.period import Month, Period

GIVEN: Final = ("tap", "person")
"""Units that need no counting: a tap is one, and persons stand in the register."""


class Countable(Struct, frozen=True):
    """A connection that pays by number. Counts are thousandths, None where nobody counted yet."""

    connection: int
    number: str
    name: str
    type: str
    label: str
    counts: tuple[tuple[str, int | None], ...]
    """By unit, in the order of the price."""

    @property
    def missing(self) -> bool:
        """Whether something has to be counted before it can be billed."""
        return any(count is None and unit not in GIVEN for unit, count in self.counts)


def countables(book: Reading, month: Month, period: Period) -> tuple[Countable, ...]:
    """Return all connections that pay by number in a period; those that are not counted come first."""
    tariff = tariff_for(book, month)
    if tariff is None:
        return ()
    units = {
        terms.connection_type: tuple(each.unit for each in terms.each)
        for terms in forms_of(book, tariff).terms
        if terms.each
    }
    if not units:
        return ()
    first, last = period.first.isoformat(), period.last.isoformat()
    counted: dict[tuple[int, str], int] = {}
    for connection, unit, count in book.driver.execute(
        "SELECT connection, unit, count FROM quantity WHERE void IS NULL AND counted_on<=?2"
        " AND (once=0 OR counted_on>=?1) ORDER BY once, counted_on, seq, line",
        (first, last),
    ):
        counted[connection, unit] = count
    found = [
        Countable(
            connection, number, name, kind, label,
            tuple((unit, counted.get((connection, unit))) for unit in units[kind]),
        )
        for connection, number, name, kind, label in book.driver.execute(
            f"SELECT c.id, m.number, m.name, c.type, c.label FROM connection c {FIRST_HOLDER}"
            " WHERE c.void IS NULL AND c.status='active' AND m.void IS NULL AND EXISTS (SELECT 1"
            " FROM holder o JOIN member w ON w.id=o.member WHERE o.connection=c.id"
            " AND o.until_seq IS NULL AND w.status='active')"
        )
        if kind in units
    ]  # fmt: skip
    return tuple(
        sorted(found, key=lambda one: (not one.missing, one.number.zfill(12), one.connection))
    )
