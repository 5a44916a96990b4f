"""The households that the newest audit drew by lot, in the order in which they were drawn."""

from __future__ import annotations

from imt_desktop.community.audit import queries
from imt_desktop.community.audit.auditing import LISTS
from imt_desktop.community.audit.errors import NoSuchAuditError
from imt_desktop.journal import Reading
from imt_desktop.ledger.register import members
from imt_desktop.period import Period
from imt_desktop.reports.audit.build import drawn_lists
from imt_desktop.reports.audit.facts import DrawnFacts
from imt_desktop.reports.facts import Officer
from imt_desktop.reports.heading import heading
from imt_desktop.reports.house_visits.facts import HouseToVisit, HouseVisitsFacts

LIST = "households"


def build_house_visits(book: Reading) -> HouseVisitsFacts:
    """Return whom the auditors of the newest audit visit. Raises NoSuchAuditError."""
    audits = queries.audits(book)
    if not audits:
        raise NoSuchAuditError(1)
    known = audits[0]
    sample = queries.sample(book, known.id, LIST)
    lists = queries.lists(book, known.id)
    rows = {one.number: one for one in members(book)}
    drawn = sample.drawn if sample else ()
    return HouseVisitsFacts(
        heading=heading(book, Period(known.first, known.last)),
        audit=known.id,
        first=known.first,
        last=known.last,
        houses=tuple(
            HouseToVisit(
                member=number,
                name=rows[number].name if number in rows else "",
                zone=rows[number].zone if number in rows else "",
                house=rows[number].house if number in rows else "",
            )
            for number in drawn
        ),
        auditors=tuple(
            Officer(name=one.name, post="auditor") for one in queries.auditors(book, known.id)
        ),
        drawn=next((one for one in drawn_lists(book, known) if one.what == LIST), None),
        fixed=tuple(
            DrawnFacts(what=what, listed=lists[what].count, drawn=0, code=lists[what].code)
            for what in LISTS
            if what in lists and lists[what].drawn is None
        ),
    )
