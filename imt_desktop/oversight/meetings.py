"""Who came to a meeting, of how many who could have come: what only the register of members knows."""

from __future__ import annotations

from collections.abc import Mapping, Set
from datetime import date

from imt_desktop.committee import queries as committee
from imt_desktop.committee.asking import once
from imt_desktop.community.meetings.calling import MeetingRequest, call
from imt_desktop.community.meetings.errors import (
    AbsentAndPresentError,
    OtherZoneError,
    QuorumTooHighError,
    WasPresentError,
)
from imt_desktop.community.meetings.holding import HeldRequest, hold
from imt_desktop.community.meetings.queries import Meeting, attendance, meeting, meetings
from imt_desktop.errors import UserError, at
from imt_desktop.journal import Reading, Recorded, Writing
from imt_desktop.ledger.charging import absences
from imt_desktop.ledger.charging.absences import AbsencesRequest, noted_absent
from imt_desktop.ledger.requests import booking_day, member_id


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

    Nobody where no list was kept, where more were counted than ticked, or at a meeting of the committee.
    """
    known = meeting(book, number)
    held = attendance(book, known)
    if held is None or not held.present or known.what == "committee":
        return ()
    if (known.came or 0) > len(held.present):
        return ()
    return tuple(member for member in _can_come(book, known) if member not in set(held.present))


def note_absences(book: Writing, wanted: AbsencesRequest) -> Recorded:
    """Write down absences.

    Raises WasPresentError, AbsentAndPresentError, and what the ledger's ``note_absences`` does.
    """
    if wanted.what == "assembly":
        _check_room(book, wanted)
    return absences.note_absences(book, wanted)


def _check_room(book: Writing, wanted: AbsencesRequest) -> None:
    """Refuse absences of who came, or for which too many came. Of two meetings either may be meant."""
    on = booking_day(book, wanted.on)
    day = wanted.concerns or on.isoformat()
    new = {member_id(book, number, "members"): number for number in wanted.members}
    away = {*new} | noted_absent(book, wanted.what, on)
    held = (one for one in meetings(book) if one.held_on and one.held_on.isoformat() == day)
    meant = [one for one in held if one.what != "committee" and {*new} & {*_can_come(book, one)}]
    refusals = [_refusal(book, one, new, away) for one in meant]
    if refusals and all(refusals):
        assert refusals[0] is not None
        raise refusals[0].beside("members")


def _refusal(
    book: Reading, known: Meeting, new: Mapping[int, str], away: Set[int]
) -> UserError | None:
    """Return what is wrong with absences from a meeting, if anything is."""
    can = {*_can_come(book, known)}
    members, came, absent = max(known.members or 0, len(can)), known.came or 0, len(away & can)
    if absent + came > members:
        return AbsentAndPresentError(absent, came, members)
    held = attendance(book, known)
    there = (number for member, number in new.items() if held and member in held.present)
    return next(map(WasPresentError, there), None)


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
