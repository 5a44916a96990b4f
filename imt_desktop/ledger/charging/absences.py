"""Who did not come to an assembly or a labour day; the fines come with the next bills."""

from __future__ import annotations

from datetime import date
from typing import Final

from imt_desktop.journal import Reading, Recorded, Writing
from imt_desktop.ledger import errors as ledger
from imt_desktop.ledger.charging import entries as c
from imt_desktop.ledger.charging import errors
from imt_desktop.ledger.charging.understood import known
from imt_desktop.ledger.requests import Request, booking_day, concerning, member_id, named

GATHERINGS: Final = ("assembly", "labour-day")


class AbsencesRequest(Request, frozen=True, tag="absences"):
    """Write down who was absent from an assembly or a labour day."""

    what: str
    members: tuple[str, ...]
    on: date | None = None
    concerns: str | None = None


def note_absences(book: Writing, wanted: AbsencesRequest) -> Recorded:
    """Write down absences; nobody is fined before bills are made.

    Raises EmptyRequestError, UnknownCodeError, NoSuchMemberError, AbsenceRepeatedError, FutureDayError.
    """
    with named("what"):
        what = known(wanted.what, GATHERINGS)
    if not wanted.members:
        raise ledger.EmptyRequestError().beside("members")
    on = booking_day(book, wanted.on)
    seen = set[int]()
    for number in wanted.members:
        member = member_id(book, number, "members")
        noted = book.driver.execute(
            "SELECT 1 FROM absence WHERE member=? AND absent_on=? AND what=? AND void IS NULL",
            (member, on.isoformat(), what),
        ).fetchone()
        if noted or member in seen:
            raise errors.AbsenceRepeatedError(number, on.isoformat()).beside("members")
        seen.add(member)
    members = (member_id(book, number) for number in wanted.members)
    lines = tuple(c.Absence(member=member, what=what, on=on) for member in members)
    return book.append(
        c.AbsencesNoted(lines=lines), on=on, concerns=concerning(book, wanted.concerns)
    )


def noted_absent(book: Reading, what: str, on: date) -> frozenset[int]:
    """Return which members were written down as absent from a gathering of a day."""
    rows = book.driver.execute(
        "SELECT member FROM absence WHERE what=? AND absent_on=? AND void IS NULL",
        (what, on.isoformat()),
    )
    return frozenset(member for (member,) in rows)
