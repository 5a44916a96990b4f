"""The preview of a run of bills, from the book."""

from __future__ import annotations

from imt_desktop.journal import Reading
from imt_desktop.ledger.charging.overview import look
from imt_desktop.period import Month, Period
from imt_desktop.reports.charging.facts import ChargingFacts, NotToBill, ToBill
from imt_desktop.reports.heading import heading


def build_charging(book: Reading, period: Period) -> ChargingFacts:
    """Return who would be billed how much. Raises NoTariffError."""
    found = look(book, Month.of(period.first), period.first)
    return ChargingFacts(
        heading=heading(book, found.plan.period),
        period=found.plan.period,
        due_on=found.plan.due_on,
        currency=book.currency,
        bills=tuple(
            ToBill(
                name=row.name,
                member=row.number,
                parts=tuple(part for line in row.lines for part in line.parts),
                amount=row.amount,
            )
            for row in found.rows
        ),
        left_out=tuple(
            NotToBill(name=one.name, member=one.number, reason=one.reason, since=one.since)
            for one in found.plan.left_out
            if one.reason != "billed"
        ),
    )
