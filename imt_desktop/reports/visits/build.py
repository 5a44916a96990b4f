"""Slips for visits from the book: households with a step to be decided, as one walks past them."""

from __future__ import annotations

from datetime import date

from imt_desktop.journal import Reading
from imt_desktop.ledger.charging.ladder import standings
from imt_desktop.ledger.register import members
from imt_desktop.ledger.walking.rounds import rounds
from imt_desktop.reports.heading import heading
from imt_desktop.reports.visits.facts import Visit, VisitsFacts


def build_visits(book: Reading, today: date, zone: str = "") -> VisitsFacts:
    """Return a slip for every household about which the committee is to decide."""
    stand = {one.number: one for one in standings(book, today) if one.comes}
    rows = {row.number: row for row in members(book)}
    visits = []
    for one in rounds(book):
        if zone not in ("", one.zone):
            continue
        for stop in one.stops:
            found = stand.get(stop.number)
            if found is None:
                continue
            row = rows[stop.number]
            visits.append(
                Visit(
                    name=row.name,
                    member=row.number,
                    zone=row.zone,
                    house=row.house,
                    people=row.people,
                    step=found.comes,
                    owed=found.owed,
                    bills=found.bills,
                    days=found.days,
                )
            )
    return VisitsFacts(heading=heading(book, today), on=today, visits=tuple(visits), zone=zone)
