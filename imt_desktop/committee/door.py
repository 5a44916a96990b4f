"""The door: before an entry is appended, the committee looks at who stands behind it."""

from __future__ import annotations

from datetime import date

from imt_desktop.committee import queries, rules
from imt_desktop.committee.entries import HandedOver, TwoOfficers
from imt_desktop.committee.errors import PostReadsOnlyError, TermOverError
from imt_desktop.committee.roles import may, role_of
from imt_desktop.journal import Entry, Reading, Writing


def admit(book: Writing, entry: Entry, _on: date) -> None:
    """Refuse what a post does not allow, and a signature of somebody whose term is over.

    Only a handover is still signed by the one whose term is over and who hands over, and everything
    where the terms of all are over.
    Where somebody in term can sign, whose term is over is not named without a signature either.
    Raises PostReadsOnlyError, TermOverError.
    """
    if isinstance(entry, TwoOfficers):
        return  # the program says so itself, after the last signature of somebody who left
    who = book.who
    responsible = None if who.responsible is None else queries.by_id(book, who.responsible)
    if responsible and not may(role_of(responsible.post), entry.KIND):
        raise PostReadsOnlyError(responsible.name, responsible.post)
    if who.signature != "pin":
        over = responsible and not responsible.in_term(book.today)
        if over and rules.signers(book, book.today):
            require_term(book, responsible, book.today)
        return
    leaves = entry.leaves if isinstance(entry, HandedOver) and not entry.forced else None
    for number in (who.responsible, *who.countersigned):
        if number is not None and number != leaves:  # whose term is over still signs off
            require_term(book, queries.by_id(book, number), book.today)


def require_term(book: Reading, officer: queries.Officer | None, today: date) -> None:
    """Raise TermOverError for an officer whose term has not begun, or is over and another's is not."""
    if officer and not rules.serves(book, officer, today):
        last = officer.last_day or officer.since
        raise TermOverError(officer.name, last.isoformat())
