"""Reads of support from outside."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from msgspec import Struct

from imt_desktop.community.months import months_after
from imt_desktop.community.support import entries as e
from imt_desktop.community.support.errors import (
    NoSuchContactError,
    NoSuchReportError,
    NoSuchSupportError,
)
from imt_desktop.journal import Reading

MOST_VISITS: Final = 200
"""Visits that are listed with all that was said."""


class Contact(Struct, frozen=True):
    """Somebody outside who can help."""

    id: int
    role: str
    name: str
    mandate: str
    phone: str
    then: int | None
    """Whom to ask when this one does not answer."""
    ended: bool


class Support(Struct, frozen=True):
    """Something that was asked of a contact."""

    id: int
    entry: int
    contact: int
    words: str
    asked_on: date
    due_on: date
    answered: int | None
    answered_on: date | None
    outcome: str | None

    def days_late(self, today: date) -> int:
        """Days since an answer was due; 0 where there is one."""
        return 0 if self.answered_on else max((today - self.due_on).days, 0)


class Report(Struct, frozen=True):
    """A report that is owed, once or again and again."""

    id: int
    contact: int | None
    what: str
    due_on: date
    months: int
    ended: bool
    sent_for: date | None
    """The latest deadline that was met."""
    sent_on: date | None

    @property
    def next_due(self) -> date | None:
        """When it is due next; None where nothing more is owed."""
        if self.ended:
            return None
        if self.sent_for is None or self.sent_for < self.due_on:
            return self.due_on
        if not self.months:
            return None
        passed, times = self.due_on, 0
        while passed <= self.sent_for and passed < date.max:
            times += 1
            passed = months_after(self.due_on, self.months * times)
        return passed


class Visit(Struct, frozen=True):
    """Somebody from outside came; nothing is left of the words where they were erased."""

    entry: int
    on: date
    contact: int | None
    by: str
    words: str


def contact(book: Reading, number: int) -> Contact:
    """Return a contact. Raises NoSuchContactError."""
    found = next((one for one in contacts(book, ended=True) if one.id == number), None)
    if found is None:
        raise NoSuchContactError(number)
    return found


def contacts(book: Reading, *, ended: bool = False) -> tuple[Contact, ...]:
    """Return the contacts, or all that ever were."""
    rows = book.driver.execute(
        "SELECT id, role, name, mandate, phone, then_ask, ended FROM contact"
        " WHERE ended=0 OR ?=1 ORDER BY id",
        (int(ended),),
    )
    return tuple(
        Contact(number, role, name, mandate, phone, then, bool(over))
        for number, role, name, mandate, phone, then, over in rows
    )


_SUPPORT: Final = (
    "SELECT id, seq, contact, words, asked_on, due_on, answered, answered_on, outcome FROM support"
)


def request(book: Reading, number: int) -> Support:
    """Return a request for support. Raises NoSuchSupportError."""
    row = book.driver.execute(f"{_SUPPORT} WHERE id=?", (number,)).fetchone()
    if row is None:
        raise NoSuchSupportError(number)
    return _support(row)


def requests(book: Reading, *, waiting: bool = False) -> tuple[Support, ...]:
    """Return what was asked, or what waits for an answer: that first, by deadline."""
    rows = book.driver.execute(
        f"{_SUPPORT} WHERE answered IS NULL OR ?=0 ORDER BY answered IS NOT NULL, due_on, id",
        (int(waiting),),
    )
    return tuple(_support(row) for row in rows)


_REPORTS: Final = (
    "SELECT id, contact, what, due_on, months, ended, sent_for, sent_on FROM report_owed"
)


def report(book: Reading, number: int) -> Report:
    """Return a report that is owed. Raises NoSuchReportError."""
    row = book.driver.execute(f"{_REPORTS} WHERE id=?", (number,)).fetchone()
    if row is None:
        raise NoSuchReportError(number)
    return _report(row)


def reports(book: Reading) -> tuple[Report, ...]:
    """Return the reports that are owed or were sent, the next first."""
    found = [_report(row) for row in book.driver.execute(_REPORTS)]
    return tuple(sorted(found, key=lambda one: (one.next_due or date.max, one.id)))


def visits(book: Reading, most: int = MOST_VISITS) -> tuple[Visit, ...]:
    """Return the latest visits from outside, the newest first."""
    rows = book.driver.execute(
        "SELECT seq, came_on, contact FROM visit_received ORDER BY came_on DESC, seq DESC LIMIT ?",
        (most,),
    ).fetchall()
    return tuple(_visit(book, *row) for row in rows)


def _visit(book: Reading, seq: int, on: str, of: int | None) -> Visit:
    entry = book.recorded(seq).entry
    assert isinstance(entry, e.VisitReceived)
    return Visit(seq, date.fromisoformat(on), of, entry.by, entry.words)


def _support(row: tuple[Any, ...]) -> Support:
    number, seq, of, text, asked, due, answered, on, outcome = row
    return Support(
        number, seq, of, text, date.fromisoformat(asked), date.fromisoformat(due), answered,
        _day(on), outcome,
    )  # fmt: skip


def _report(row: tuple[Any, ...]) -> Report:
    number, of, what, due, months, ended, sent_for, sent_on = row
    return Report(
        number, of, what, date.fromisoformat(due), months, bool(ended), _day(sent_for),
        _day(sent_on),
    )  # fmt: skip


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
