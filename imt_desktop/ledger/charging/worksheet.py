"""All that a run of bills needs to know, read from the book at once: what was used, counted, granted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import Final

from msgspec import Struct

from imt_desktop.journal import Reading, Ref
from imt_desktop.ledger.charging.terms import THOUSAND, Terms
from imt_desktop.ledger.charging.working_out import (
    ChargePart,
    Less,
    bill_of,
    charge,
    late_parts,
    total_of,
)
from imt_desktop.ledger.entries import TariffAdopted
from imt_desktop.period import Month, Period

LATE_ITEMS: Final = ("fee", "connection", "reconnection", "transfer", "meter")
"""What costs a late fee when it is overdue; a fine, or a late fee itself, does not."""


class Extra(Struct, frozen=True):
    """A late fee or a fine that comes with a run of bills."""

    member: int
    number: str
    name: str
    item: str
    parts: tuple[ChargePart, ...]
    about: Ref


class Worksheet:
    """Works out the bills of a period by one tariff. Each table is read once, and only if needed."""

    def __init__(self, book: Reading, forms: TariffAdopted, period: Period) -> None:
        self._book, self.forms, self.period = book, forms, period
        self.terms: Final[Mapping[str, Terms]] = {one.connection_type: one for one in forms.terms}
        self._first, self._last = period.first.isoformat(), period.last.isoformat()

    def why_not(self, connection: int, kind: str, holders: Sequence[int]) -> str | None:
        """Say why a connection cannot be charged: no-fee, no-reading or no-count."""
        terms = self.terms.get(kind)
        if terms is None:
            return "no-fee"
        if terms.unit and self._measured(terms.unit, connection) is None:
            return "no-reading"
        if any(self._count(one.unit, connection, holders) is None for one in terms.each):
            return "no-count"
        return None

    def parts(self, connection: int, kind: str, holders: Sequence[int]) -> tuple[ChargePart, ...]:
        """Work out what a connection pays, before it is shared and lessened."""
        terms = self.terms[kind]
        used = self._measured(terms.unit, connection) if terms.unit else 0
        counts = {one.unit: self._count(one.unit, connection, holders) or 0 for one in terms.each}
        return charge(terms, used or 0, counts)

    def bill(
        self, parts: Sequence[ChargePart], holders: Sequence[int], place: int
    ) -> tuple[ChargePart, ...]:
        """Make one holder's bill of what a connection pays."""
        less = self._less.get((holders[place], "fee"), ())
        return bill_of(parts, self.forms.rounding, place, len(holders), less)

    def extras(self, on: date) -> list[Extra]:
        """Return late fees of bills that are overdue on a day, and fines for absences not billed yet."""
        return [*self._late(on), *self._fines()]

    # What was measured and counted

    @cached_property
    def _readings(self) -> dict[int, int]:
        rows = self._book.driver.execute(
            "SELECT connection, sum(used) FROM reading WHERE through BETWEEN ? AND ?"
            " AND void IS NULL GROUP BY connection",
            (self._first, self._last),
        )
        return dict(rows.fetchall())

    @cached_property
    def _sold(self) -> dict[tuple[int, str], int]:
        rows = self._book.driver.execute(
            "SELECT connection, unit, sum(count) FROM quantity WHERE once=1"
            " AND counted_on BETWEEN ? AND ? AND void IS NULL GROUP BY 1, 2",
            (self._first, self._last),
        )
        return {(connection, unit): count for connection, unit, count in rows}

    @cached_property
    def _standing(self) -> dict[tuple[int, str], int]:
        rows = self._book.driver.execute(
            "SELECT connection, unit, count FROM quantity WHERE once=0 AND counted_on<=?"
            " AND void IS NULL ORDER BY counted_on, seq, line",
            (self._last,),
        )
        return {(connection, unit): count for connection, unit, count in rows}

    @cached_property
    def _people(self) -> dict[int, int | None]:
        return dict(self._book.driver.execute("SELECT id, people FROM member").fetchall())

    def _measured(self, unit: str, connection: int) -> int | None:
        """Return what a meter measured, or what an attendant wrote down as sold in the period."""
        if (connection, unit) in self._sold:
            return self._sold[connection, unit]
        return self._readings.get(connection)

    def _count(self, unit: str, connection: int, holders: Sequence[int]) -> int | None:
        """Return how many there are; a tap is one, and persons are those of the households."""
        key = connection, unit
        if key in self._sold:
            return self._sold[key]
        if key in self._standing:
            return self._standing[key]
        if unit == "tap":
            return THOUSAND
        if unit != "person":
            return None
        people = [self._people.get(member) for member in holders]
        known = [one for one in people if one is not None]
        return sum(known) * THOUSAND if len(known) == len(people) else None

    # Who pays less, and what is added

    @cached_property
    def _less(self) -> dict[tuple[int, str], list[Less]]:
        month = str(Month.of(self.period.last))
        found: dict[tuple[int, str], list[Less]] = {}
        for member, item, group, share, amount in self._book.driver.execute(
            "SELECT member, on_item, group_code, share, amount FROM relief"
            " WHERE since<=?1 AND until>=?1 AND void IS NULL ORDER BY id",
            (month,),
        ):
            found.setdefault((member, item), []).append(Less(group, share, amount))
        return found

    def _late(self, on: date) -> list[Extra]:
        rule = self.forms.late
        if rule is None:
            return []
        before = (on - timedelta(days=rule.grace_days)).isoformat()
        made = []
        for seq, line, member, number, name, left, due, charged in self._book.driver.execute(
            _OVERDUE, {"before": before, "period": str(self.period)}
        ):
            day = date.fromisoformat(due)
            parts = late_parts(left, charged, rule, self.forms.rounding, day)
            made.append(Extra(member, number, name, "late", parts, Ref(seq, line)))
        return [extra for extra in made if extra.parts]

    def _fines(self) -> list[Extra]:
        fines = self.forms.fines
        if fines is None:
            return []
        costs = {"assembly": fines.assembly, "labour-day": fines.labour_day}
        made = []
        for seq, line, member, number, name, what, day in self._book.driver.execute(
            _ABSENCES, {"last": self._last}
        ):
            part = ChargePart(
                what="absence", amount=costs[what], unit=what, day=date.fromisoformat(day)
            )
            less = self._less.get((member, "fine"), ())
            parts = bill_of((part,), None, 0, 1, less)
            made.append(Extra(member, number, name, "fine", parts, Ref(seq, line)))
        return [extra for extra in made if total_of(extra.parts)]


_OVERDUE: Final = f"""
SELECT b.seq, b.line, m.id, m.number, m.name, b.open, b.due_on, coalesce(sum(l.amount), 0)
FROM bill b JOIN member m ON m.id=b.member
LEFT JOIN bill_about a ON a.of_seq=b.seq AND a.of_line=b.line
LEFT JOIN bill l ON l.seq=a.seq AND l.line=a.line AND l.item='late' AND l.void IS NULL
WHERE b.open>0 AND b.void IS NULL AND b.disputed=0 AND b.due_on<:before
  AND b.period IS NOT :period
  AND b.item IN ({",".join(f"'{item}'" for item in LATE_ITEMS)}) AND m.status='active'
GROUP BY b.seq, b.line HAVING coalesce(max(l.period=:period), 0)=0
ORDER BY m.id, b.due_on, b.seq, b.line
"""
"""Overdue bills of other periods that had no late fee in this one, and what they were charged before."""

_ABSENCES: Final = """
SELECT x.seq, x.line, m.id, m.number, m.name, x.what, x.absent_on
FROM absence x JOIN member m ON m.id=x.member
WHERE x.void IS NULL AND x.absent_on<=:last AND m.void IS NULL
  AND NOT EXISTS (SELECT 1 FROM bill_about a JOIN bill f USING (seq, line)
    WHERE a.of_seq=x.seq AND a.of_line=x.line AND f.void IS NULL)
ORDER BY m.id, x.absent_on, x.seq, x.line
"""
"""Absences that no bill is about yet, whoever has left since."""
