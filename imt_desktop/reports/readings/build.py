"""The sheet for reading meters, from the book."""

from __future__ import annotations

from imt_desktop.journal import Reading
from imt_desktop.ledger.charging.meter_rounds import MeterStop, meter_walk
from imt_desktop.ledger.charging.working_out import half_up
from imt_desktop.period import Month, Period
from imt_desktop.reports.heading import heading
from imt_desktop.reports.readings.facts import MeterToRead, ReadingSheetFacts

_TENTH = 100
"""Thousandths: an average is no finer."""


def build_sheet(book: Reading, period: Period, zone: str = "") -> ReadingSheetFacts:
    """Return the meters that are still to be read in a period. Raises NoTariffError."""
    walk = meter_walk(book, Month.of(period.first), period.first, zone)
    meters = tuple(
        _meter(stop, one.zone)
        for one in walk.rounds
        for stop in one.stops
        if stop.done is None and not stop.billed and stop.status == "active"
    )
    return ReadingSheetFacts(
        heading=heading(book, walk.period), period=walk.period, meters=meters, zone=zone
    )


def _meter(stop: MeterStop, zone: str) -> MeterToRead:
    known = stop.meter
    place = ", ".join(part for part in (stop.house, stop.label) if part)
    return MeterToRead(
        name=stop.name, member=stop.number, zone=zone, house=place, connection=stop.id,
        last=known.value if known else None,
        last_on=known.on if known else None,
        usual=half_up(known.usual, _TENTH) * _TENTH if known else 0,
    )  # fmt: skip
