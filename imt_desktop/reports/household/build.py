"""Slips by household from the book."""

from __future__ import annotations

from datetime import date

from imt_desktop.journal import Reading
from imt_desktop.ledger.charging.periods import months_of
from imt_desktop.ledger.register import members
from imt_desktop.ledger.walking.rounds import in_walking_order
from imt_desktop.period import Month
from imt_desktop.reports.heading import heading
from imt_desktop.reports.household.facts import Slip, SlipsFacts


def build_slips(book: Reading, today: date, zone: str = "") -> SlipsFacts:
    """Return a slip for every household that has something to pay today."""
    months, others = _months(book), _others(book)
    return SlipsFacts(
        heading=heading(book, today),
        on=today,
        slips=tuple(
            Slip(
                name=one.name, member=one.number, zone=one.zone, house=one.house, owed=one.owed,
                months=months.get(one.id, ()), other=one.id in others,
            )
            for one in in_walking_order(book, members(book))
            if one.owed and zone in ("", one.zone)
        ),
        zone=zone,
    )  # fmt: skip


def _months(book: Reading) -> dict[int, tuple[Month, ...]]:
    """Return the months of which a fee is open, by member."""
    found: dict[int, tuple[Month, ...]] = {}
    for member, month in book.driver.execute(
        "SELECT member, period FROM bill WHERE open>0 AND void IS NULL AND period IS NOT NULL"
        " AND item='fee' GROUP BY member, period ORDER BY period"
    ):
        found[member] = (*found.get(member, ()), *months_of(month))
    return found


def _others(book: Reading) -> frozenset[int]:
    """Return who has something else to pay beside fees of months."""
    rows = book.driver.execute(
        "SELECT DISTINCT member FROM bill WHERE open>0 AND void IS NULL"
        " AND (period IS NULL OR item<>'fee')"
    )
    return frozenset(member for (member,) in rows)
