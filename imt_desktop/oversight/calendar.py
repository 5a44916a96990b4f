"""What is due when, from all parts of the book: the calendar of a year. Facts only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import count
from typing import Final

from msgspec import Struct

from imt_desktop.community.audit.queries import audits, open_findings
from imt_desktop.community.complaints import queries as complaints
from imt_desktop.community.meetings import queries as meetings
from imt_desktop.community.months import months_after
from imt_desktop.community.service import queries as service
from imt_desktop.community.support import queries as support
from imt_desktop.journal import Reading
from imt_desktop.ledger.closing.month import closed_by, due_month
from imt_desktop.period import Month, Period
from imt_desktop.plan import queries as plan

AGAIN: Final = 12
"""Months after which the books are audited and the water is tested again: our own rule, where the
committee has done either before; what a country asks for may be more."""


class Due(Struct, frozen=True):
    """Something that is due on a day."""

    on: date
    what: str
    """complaint, meeting, question, term, maintenance, test, audit, finding, support, report, action,
    visit, paper or closing."""
    about: int = 0
    """Its number, where it has one."""
    words: str = ""
    """What it is called; nothing where that is nobody's business, as with complaints."""
    late: bool = False


class _Asked(Struct, frozen=True):
    """The book, the days that are asked for, and today."""

    book: Reading
    first: date
    last: date
    today: date
    reader: int | None


def calendar(
    book: Reading, first: date, last: date, today: date, reader: int | None = None
) -> tuple[Due, ...]:
    """Return what is due in some days, in their order; what is late comes with the days that hold today.

    A complaint is left out for the officer whom it is about, and for ANYBODY if it is about any.
    """
    asked = _Asked(book, first, last, today, reader)
    found = [one for source in _SOURCES for one in source(asked) if _within(asked, one)]
    return tuple(sorted(found, key=lambda one: (one.on, one.what, one.about)))


def _within(asked: _Asked, one: Due) -> bool:
    if one.late and asked.first <= asked.today <= asked.last:
        return one.on <= asked.last
    return asked.first <= one.on <= asked.last


def _due(asked: _Asked, on: date, what: str, about: int = 0, words: str = "") -> Due:
    return Due(on, what, about, words, on < asked.today)


def _complaints(asked: _Asked) -> Iterator[Due]:
    for one in complaints.waiting(asked.book, asked.reader):
        yield _due(asked, one.due_on, "complaint", one.id)


def _meetings(asked: _Asked) -> Iterator[Due]:
    for one in meetings.meetings(asked.book):
        if one.held_on is None and not one.off:
            yield _due(asked, one.day, "meeting", one.id, one.what)
    for question in meetings.questions(asked.book, waiting=True):
        yield _due(asked, question.due_on, "question", question.id, question.words)


def _terms(asked: _Asked) -> Iterator[Due]:
    span = (asked.last - asked.today).days
    for one in meetings.terms_ending(asked.book, asked.today, max(span, 0)):
        assert one.until is not None
        yield _due(asked, one.until, "term", one.id, one.post)


def _maintenance(asked: _Asked) -> Iterator[Due]:
    for one in service.tasks(asked.book):
        for on in _again(asked, one.due_on, one.months):
            yield _due(asked, on, "maintenance", one.id, one.what)


def _tests(asked: _Asked) -> Iterator[Due]:
    for newest in sorted((one.on for one in service.latest_tests(asked.book)), reverse=True)[:1]:
        yield _due(asked, months_after(newest, AGAIN), "test")


def _audits(asked: _Asked) -> Iterator[Due]:
    """Yield the next audit, by the days that the newest one looked at."""
    for newest in audits(asked.book)[:1]:
        if newest.read_on:
            yield _due(asked, Month.of(newest.last).shift(AGAIN).last, "audit")


def _findings(asked: _Asked) -> Iterator[Due]:
    for one in open_findings(asked.book):
        if one.due_on:
            yield _due(asked, one.due_on, "finding", one.id, one.post)


def _support(asked: _Asked) -> Iterator[Due]:
    for one in support.requests(asked.book, waiting=True):
        yield _due(asked, one.due_on, "support", one.id, one.words)
    for report in support.reports(asked.book):
        for on in _again(asked, report.next_due, report.months):
            yield _due(asked, on, "report", report.id, report.what)


def _plan(asked: _Asked) -> Iterator[Due]:
    for one in plan.actions(asked.book):
        if one.open:
            yield _due(asked, one.deadline, "action", one.id, one.title)
    for newest in plan.rounds(asked.book)[:1]:
        if newest.next_visit and newest.ended_on is None:
            yield _due(asked, newest.next_visit, "visit", newest.id)
    for line in plan.complied(asked.book):
        if line.expires:
            yield _due(asked, line.expires, "paper", words=line.item or line.words)


def _closings(asked: _Asked) -> Iterator[Due]:
    """Yield the months to be closed. Today those that are over are one thing, due with the first of them."""
    month, over = due_month(asked.book), Month.of(asked.today).shift(-1)
    if asked.first <= asked.today <= asked.last and month < over:
        span = Period(month.first, over.last)
        yield _due(asked, closed_by(month), "closing", words=str(span))
        month = over.shift(1)
    while month <= Month.of(asked.last):
        yield _due(asked, closed_by(month), "closing", words=str(month))
        month = month.shift(1)


def _again(asked: _Asked, first: date | None, months: int) -> Iterator[date]:
    """Yield a day and those on which it comes again, up to the last day asked for.

    What is late is late once, however often it was passed over since.
    """
    if first is None or first > asked.last:
        return
    yield first
    if not months:
        return
    passed = (asked.today.year - first.year) * 12 + asked.today.month - first.month
    for times in count(max(passed // months, 1)):
        on = months_after(first, months * times)
        if on > asked.last or on == date.max:
            return
        if on >= asked.today:
            yield on


_SOURCES: Final[tuple[Callable[[_Asked], Iterator[Due]], ...]] = (
    _complaints, _meetings, _terms, _maintenance, _tests, _audits, _findings, _support, _plan,
    _closings,
)  # fmt: skip
"""Each yields what it knows of; another one is one more function here."""
