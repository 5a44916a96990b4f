"""Facts of the poster "How to complain" from the book."""

from __future__ import annotations

from datetime import date

from imt_desktop.committee import queries as committee
from imt_desktop.community.complaints import queries as complaints
from imt_desktop.community.complaints.rules import rules
from imt_desktop.community.support import queries as support
from imt_desktop.journal import Reading
from imt_desktop.period import Month
from imt_desktop.reports.complaining.facts import Called, ComplainingFacts, Dealt
from imt_desktop.reports.facts import Contact
from imt_desktop.reports.heading import heading, whom_to_ask

MONTHS = 3
"""So many whole months are counted on the poster."""

HIGHER = ("municipality", "county", "regulator")
"""Who is asked by whoever is not satisfied, in this order."""

MOST_HIGHER = 2
TAKES = ("secretary", "chair")
"""Whose telephone stands on the poster, where it may."""


def build_complaining(book: Reading, today: date) -> ComplainingFacts:
    """Return what the poster says today."""
    kept = rules(book)
    return ComplainingFacts(
        heading=heading(book),
        days=kept.days,
        working=kept.working,
        ask=whom_to_ask(book),
        call=to_call(book, today),
        higher=higher(book),
        dealt=_dealt(book, today),
        called=tuple(Called(code=one.code, name=one.name) for one in kept.categories),
    )


def to_call(book: Reading, today: date) -> Contact | None:
    """Return an officer who takes complaints, and agreed that the telephone stands on papers."""
    there = [one for one in committee.officers(book, today) if one.phone_public and one.phone]
    for post in TAKES:
        for one in there:
            if one.post == post:
                return Contact(name=one.name, post=one.post, telephone=one.phone)
    return None


def higher(book: Reading) -> tuple[Contact, ...]:
    """Return who is asked by whoever is not satisfied, at most two."""
    known = [one for one in support.contacts(book) if one.role in HIGHER and one.name]
    known.sort(key=lambda one: HIGHER.index(one.role))
    return tuple(Contact(name=one.name, telephone=one.phone) for one in known[:MOST_HIGHER])


def _dealt(book: Reading, today: date) -> Dealt | None:
    """Count the complaints of the last whole months; where there were none nothing is said."""
    month = Month.of(today)
    first, last = month.shift(-MONTHS).first, month.shift(-1).last
    found = complaints.counted(book, first, last, today)
    if not found.received:
        return None
    return Dealt(
        first=first, last=last, received=found.received, in_time=found.in_time, fixed=found.fixed
    )
