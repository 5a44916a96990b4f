"""Who came to a meeting, of how many who could have come: what only the register of members knows."""

from __future__ import annotations

from datetime import date

from imt_desktop.committee import queries as committee
from imt_desktop.committee.asking import once
from imt_desktop.community.meetings.calling import MeetingRequest, call
from imt_desktop.community.meetings.errors import OtherZoneError, QuorumTooHighError
from imt_desktop.community.meetings.holding import HeldRequest, hold
from imt_desktop.community.meetings.queries import Meeting, attendance, meeting
from imt_desktop.errors import at
from imt_desktop.journal import Reading, Recorded, Writing
from imt_desktop.ledger.requests import member_id


def call_meeting(book: Writing, wanted: MeetingRequest) -> Recorded:
    """Call a meeting. Raises QuorumTooHighError and what ``call`` does.

    Where the register is still empty nobody knows how many could come.
    """
    if wanted.quorum is not None:
        can = len(_asked(book, wanted.what, wanted.zone.strip(), wanted.day))
        if 0 < can < wanted.quorum:
            raise QuorumTooHighError(wanted.quorum, can).beside("quorum")
    return call(book, wanted)


def hold_meeting(book: Writing, wanted: HeldRequest) -> Recorded:
    """Write down who came. Raises NoSuchMemberError, TwiceError, OtherZoneError and what ``hold`` does."""
    with at("meeting"):
        known = meeting(book, wanted.meeting)
    once(wanted.present, "present")
    present = tuple(member_id(book, number, "present") for number in wanted.present)
    can = _can_come(book, known)
    if known.what == "zone":
        for number, member in zip(wanted.present, present, strict=True):
            if member not in can:
                raise OtherZoneError(number, known.zone).beside("present")
    return hold(book, wanted, len(can), present)


def absent(book: Reading, number: int) -> tuple[int, ...]:
    """Return the members who were asked to a meeting and not ticked, for the absences of it.

    Nobody where no list was kept, or at a meeting of the committee.
    """
    known = meeting(book, number)
    held = attendance(book, known)
    if held is None or not held.present or known.what == "committee":
        return ()
    return tuple(member for member in _can_come(book, known) if member not in set(held.present))


def _can_come(book: Reading, known: Meeting) -> tuple[int, ...]:
    return _asked(book, known.what, known.zone, known.day)


def _asked(book: Reading, what: str, zone: str, day: date) -> tuple[int, ...]:
    """Return who can come: members of the village or zone who have not left, or the officers."""
    if what == "committee":
        on = min(day, book.book.now().date())
        return tuple(one.id for one in committee.officers(book, on))
    rows = book.driver.execute(
        "SELECT id FROM member WHERE void IS NULL AND status<>'left' AND (?1='' OR zone=?1)"
        " ORDER BY id",
        (zone if what == "zone" else "",),
    )
    return tuple(row[0] for row in rows)
