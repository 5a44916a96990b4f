"""Reading meetings off the window's thread: all of them, and one as near as the book knows it."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from imt_desktop.committee.queries import Decision, Officer, decisions
from imt_desktop.community.meetings import queries
from imt_desktop.community.meetings.entries import MeetingHeld
from imt_desktop.community.meetings.queries import Meeting, Question
from imt_desktop.journal import Attachment, Reading
from imt_desktop.ledger.charging.absences import noted_absent
from imt_desktop.ledger.register import MemberRow, members
from imt_desktop.oversight.meetings import absent
from imt_desktop.ui.pages.charges.gatherings import Missed


class MeetingsLook(Struct, frozen=True):
    """All meetings, the latest first, and what waits beside them."""

    today: date
    meetings: tuple[Meeting, ...]
    waiting: tuple[Question, ...]
    ending: tuple[Officer, ...]
    """Officers whose term ends soon or is over."""
    decided: int
    zones: tuple[str, ...]

    def meeting(self, number: int) -> Meeting | None:
        """Return a meeting by its number."""
        return next((one for one in self.meetings if one.id == number), None)


class NearMeeting(Struct, frozen=True):
    """One meeting with its papers."""

    meeting: Meeting
    agenda: tuple[str, ...]
    attendance: MeetingHeld | None
    words: str
    envelope: str
    attachment: Attachment | None
    photo: bytes | None
    decisions: tuple[Decision, ...]
    questions: tuple[Question, ...]


def look(book: Reading, today: date) -> MeetingsLook:
    """Look at all meetings."""
    return MeetingsLook(
        today=today,
        meetings=queries.meetings(book),
        waiting=queries.questions(book, waiting=True),
        ending=queries.terms_ending(book, today),
        decided=len(decisions(book)),
        zones=tuple(sorted({row.zone for row in members(book) if row.zone})),
    )


def near(book: Reading, number: int) -> NearMeeting:
    """Look at one meeting. Raises NoSuchMeetingError."""
    known = queries.meeting(book, number)
    written = queries.minutes(book, known)
    file = written.attachment if written else None
    kept = book.book.file(file.sha256) if file else None
    picture = kept[1] if kept and kept[0].startswith("image/") else None
    return NearMeeting(
        meeting=known,
        agenda=queries.agenda(book, known),
        attendance=queries.attendance(book, known),
        words=written.words if written else "",
        envelope=written.envelope if written else "",
        attachment=file,
        photo=picture,
        decisions=tuple(one for one in decisions(book) if one.id in known.decisions)[::-1],
        questions=tuple(one for one in queries.questions(book) if one.meeting == number),
    )


def invited(book: Reading, known: Meeting) -> list[MemberRow]:
    """Return the members who can be ticked at a meeting: nobody at one of the committee."""
    if known.what == "committee":
        return []
    return [one for one in members(book) if not known.zone or one.zone == known.zone]


def missed(book: Reading, shown: NearMeeting) -> Missed | None:
    """Return who was not ticked at a meeting, and not written down as absent yet.

    None before it was held, and nobody where nobody was ticked, or fewer than were counted.
    """
    on = shown.meeting.held_on
    if on is None:
        return None
    away = {*absent(book, shown.meeting.id)} - noted_absent(book, "assembly", on)
    rows = (one for one in members(book) if one.id in away and one.status == "active")
    return Missed(
        on,
        tuple(one.number for one in rows if one.since <= on),
        came=shown.meeting.came or 0,
        ticked=len(shown.attendance.present) if shown.attendance else 0,
    )
