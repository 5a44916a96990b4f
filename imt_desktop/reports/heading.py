"""What every paper of a committee begins and ends with."""

from __future__ import annotations

from imt_desktop.committee import queries, rules
from imt_desktop.journal import Reading, Recorded
from imt_desktop.reports.facts import Heading, Officer


def heading(book: Reading) -> Heading:
    """Return whose paper it is, with the officers in post today."""
    committee = queries.committee(book)
    today = book.book.now().date()
    in_post = queries.officers(book, today)
    return Heading(
        committee=committee.name if committee else "",
        area=committee.area if committee else "",
        practice=book.book.founded.practice,
        one_signature=rules.of_one(book, today),
        officers=tuple(_officer(officer) for officer in in_post),
    )


def officer_of(book: Reading, recorded: Recorded) -> Officer:
    """Return who is responsible for an entry; an entry without anybody has no name."""
    responsible = recorded.envelope.responsible
    for officer in queries.officers(book):
        if officer.id == responsible:
            return _officer(officer)
    return Officer(name="", post="treasurer")


def _officer(officer: queries.Officer) -> Officer:
    return Officer(name=officer.name, post=officer.post, until=officer.until)
