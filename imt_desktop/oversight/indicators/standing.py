"""Figures of a day: what stands as it is on it. Their past is how it stood at the ends of months."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from imt_desktop.ledger.pads import Pad, pads
from imt_desktop.ledger.recovery.reserve import reserves
from imt_desktop.oversight.indicators.figure import WHOLE, Asked
from imt_desktop.oversight.women import women_by_day

OLD: Final = 90
"""Days after which a debt is an old one."""

Days = Sequence[date]
"""The ends of some months, then today."""
Values = Sequence[int | None]


def _old_arrears(asked: Asked, days: Days) -> Values:
    """Return what was owed for long; what settled a bill after a day is put back for it."""
    driver, since = asked.book.driver, days[0].isoformat()
    owed = driver.execute("SELECT due_on, sum(open) FROM bill WHERE open>0 GROUP BY 1").fetchall()
    later = driver.execute(_LATER, {"since": since, "old": f"+{OLD} days"}).fetchall()
    (first,) = driver.execute(
        "SELECT min(billed_on, due_on) FROM bill ORDER BY seq LIMIT 1"
    ).fetchone() or ("",)
    found: list[int | None] = []
    for day in days:
        on, due = day.isoformat(), (day - timedelta(days=OLD)).isoformat()
        open_now = sum(amount for due_on, amount in owed if due_on < due)
        back = sum(amount for due_on, at, amount in later if due_on < due and at > on)
        known = first and (first <= on or day == asked.today)
        found.append(open_now + back if known else None)
    return found


_LATER: Final = """
SELECT b.due_on, e.effective_on, sum(s.amount) FROM entry e
CROSS JOIN settlement s ON s.payment_seq=e.seq
CROSS JOIN bill b ON b.seq=s.bill_seq AND b.line=s.bill_line
WHERE e.effective_on>:since AND b.void IS NULL AND e.effective_on>date(b.due_on, :old) GROUP BY 1, 2
UNION ALL
SELECT b.due_on, e.effective_on, u.amount FROM used u JOIN entry e USING (seq)
JOIN bill b ON b.seq=u.of_seq AND b.line=u.of_line
WHERE u.what='bill' AND e.effective_on>:since AND b.void IS NULL"""
"""What was paid of old bills, or moved elsewhere, after a day: from entries to bills, which is quick."""


def _pad_gaps(asked: Asked, days: Days) -> Values:
    """Return how many numbers of the pads that were there were missing among those typed in by then."""
    typed = {
        int(text): on
        for text, on in asked.book.driver.execute(
            "SELECT pad, min(effective_on) FROM money_line WHERE pad<>'' AND void IS NULL GROUP BY 1"
        )
        if text.isascii() and text.isdecimal()
    }
    begun = dict(
        asked.book.driver.execute("SELECT seq, effective_on FROM pad JOIN entry USING (seq)")
    )
    found: list[int | None] = []
    for day in days:
        on = day.isoformat()
        there = [pad for pad in pads(asked.book) if begun[pad.entry] <= on]
        found.append(sum(_gaps(pad, typed, on) for pad in there) if there else None)
    return found


def _gaps(pad: Pad, typed: Mapping[int, str], on: str) -> int:
    used = [number for number in pad.used if typed[number] <= on]
    return max(used) - pad.first + 1 - len(used) if used else 0


def _assemblies(asked: Asked, days: Days) -> Values:
    """Return how many assemblies were held in a year; nothing before any meeting was written down."""
    held = "SELECT held_on FROM meeting WHERE what='assembly' AND held_on IS NOT NULL"
    return _of_a_year(asked, days, held, "meeting")


def _tests(asked: Asked, days: Days) -> Values:
    """Return on how many days of a year water was tested; nothing before the first test."""
    return _of_a_year(asked, days, "SELECT DISTINCT tested_on FROM water_test", "water_test")


def _of_a_year(asked: Asked, days: Days, when: str, table: str) -> Values:
    driver = asked.book.driver
    if not driver.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone():
        return [None for _ in days]
    found = [date.fromisoformat(row[0]) for row in driver.execute(when)]
    first = min(found, default=asked.today)
    return [
        sum(day - timedelta(days=365) < one <= day for one in found)
        if first <= day or day == asked.today else None
        for day in days
    ]  # fmt: skip


def _women(asked: Asked, days: Days) -> Values:
    return [
        None if one is None else one[0] * WHOLE // one[1] for one in women_by_day(asked.book, days)
    ]


def _saved(asked: Asked, days: Days) -> Values:
    """Return how much of today's target lay in the reserves; nothing before any money did."""
    found = [one for one in reserves(asked.book) if one.target]
    wanted = sum(one.target.minor for one in found if one.target)
    if not wanted:
        return [None for _ in days]
    moved = [
        row
        for one in found
        for row in asked.book.driver.execute(
            "SELECT effective_on, sum(amount) FROM posting WHERE account=? AND void IS NULL GROUP BY 1",
            (one.account.id,),
        )
    ]
    first = min((on for on, _ in moved), default="")
    values: list[int | None] = []
    for day in days:
        lies = sum(amount for on, amount in moved if on <= day.isoformat())
        known = day == asked.today or (first and first <= day.isoformat())
        values.append(lies * WHOLE // wanted if known else None)
    return values


STANDING: Final[Mapping[str, Callable[[Asked, Days], Values]]] = {
    "arrears-90": _old_arrears,
    "pad-gaps": _pad_gaps,
    "reserve-set-aside": _saved,
    "assemblies-held": _assemblies,
    "water-tests": _tests,
    "women-in-post": _women,
}
