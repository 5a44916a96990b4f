"""What every paper of a committee begins and ends with."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from imt_desktop.committee import queries, rules
from imt_desktop.committee.entries import (
    CommitteeDescribed,
    OfficerChanged,
    OfficerLeft,
    OfficerNamed,
)
from imt_desktop.committee.handovers import rebuilt
from imt_desktop.journal import Reading, Recorded
from imt_desktop.period import Period
from imt_desktop.reports.facts import Contact, Heading, Officer


def heading(book: Reading, *about: Period | date) -> Heading:
    """Return whose paper it is, with the officers in post today; ``about`` are its periods and days."""
    committee = queries.committee(book)
    today = book.book.now().date()
    return _heading(
        book,
        committee.name if committee else "",
        committee.area if committee else "",
        tuple(_officer(one) for one in queries.officers(book, today)),
        _anew(book, about),
    )


def heading_then(book: Reading, recorded: Recorded, day: date) -> Heading:
    """Return whose paper it was when an entry was made: a later name or officer is not on it.

    ``day`` is what it is about: that it was rebuilt is on it whenever that was marked.
    """
    described = CommitteeDescribed(
        name="", area="", languages=(), first_month="", cash_limit=None, complaints="",
        next_assembly="",
    )  # fmt: skip
    named: dict[int, OfficerNamed | OfficerChanged] = {}
    gone: dict[int, date] = {}
    for (seq,) in book.driver.execute(
        "SELECT seq FROM entry WHERE kind IN (?,?,?,?) AND seq<=? ORDER BY seq",
        (CommitteeDescribed.KIND, OfficerNamed.KIND, OfficerChanged.KIND, OfficerLeft.KIND,
         recorded.seq),
    ).fetchall():  # fmt: skip
        match book.recorded(seq).entry:
            case CommitteeDescribed() as described:
                pass
            case OfficerNamed() | OfficerChanged() as one:
                named[one.officer] = one
            case OfficerLeft() as left:
                gone[left.officer] = left.on
    made = (recorded.at + timedelta(minutes=recorded.envelope.offset)).date()
    in_post = tuple(
        Officer(name=one.name, post=one.post, until=one.until)
        for one in named.values()
        if one.since <= made and made < gone.get(one.officer, date.max)
    )
    return _heading(book, described.name, described.area, in_post, _anew(book, (day,)))


def _anew(book: Reading, about: Iterable[Period | date]) -> bool:
    """Whether any of the days that a paper is about was put together again."""
    periods = (Period(one, one) if isinstance(one, date) else one for one in about)
    return any(rebuilt(book, one) for one in periods)


def _heading(
    book: Reading, name: str, area: str, officers: tuple[Officer, ...], anew: bool
) -> Heading:
    return Heading(
        committee=name,
        area=area,
        practice=book.book.founded.practice,
        one_signature=rules.alone(officer.post for officer in officers),
        rebuilt=anew,
        officers=officers,
    )


def officer_of(book: Reading, recorded: Recorded) -> Officer:
    """Return who is responsible for an entry; an entry without anybody has no name."""
    responsible = recorded.envelope.responsible
    for officer in queries.officers(book):
        if officer.id == responsible:
            return _officer(officer)
    return Officer(name="", post="treasurer")


def whom_to_pay(book: Reading) -> Contact | None:
    """Return the treasurer in post, with a telephone number only if it may stand on papers."""
    for officer in queries.officers(book, book.book.now().date()):
        if officer.post == "treasurer":
            phone = officer.phone if officer.phone_public else ""
            return Contact(name=officer.name, post=officer.post, telephone=phone)
    return None


def whom_to_ask(book: Reading) -> Contact | None:
    """Return whom to ask and where to complain, in the committee's own words."""
    committee = queries.committee(book)
    return Contact(text=committee.complaints) if committee and committee.complaints else None


def _officer(officer: queries.Officer) -> Officer:
    return Officer(name=officer.name, post=officer.post, until=officer.until)
