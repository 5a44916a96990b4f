"""Facts of the list of a meeting from the book."""

from __future__ import annotations

from imt_desktop.committee import queries as committee
from imt_desktop.community.meetings.queries import Meeting
from imt_desktop.journal import Reading
from imt_desktop.ledger.register import members
from imt_desktop.ledger.walking.rounds import in_walking_order
from imt_desktop.reports.attendance.facts import AttendanceFacts, Invited
from imt_desktop.reports.heading import heading
from imt_desktop.reports.invitation.build import called, gathering


def build_attendance(book: Reading, number: int) -> AttendanceFacts:
    """Return who is asked to a meeting. Raises NoSuchMeetingError, MeetingOffError."""
    known = called(book, number)
    return AttendanceFacts(
        heading=heading(book), meeting=gathering(book, known), asked=asked_to(book, known)
    )


def asked_to(book: Reading, known: Meeting, walked: bool = False) -> tuple[Invited, ...]:
    """Return who is asked to a meeting, by number, or as somebody walks past their houses."""
    if known.what == "committee":
        on = min(known.day, book.book.now().date())
        return tuple(Invited(name=one.name, post=one.post) for one in committee.officers(book, on))
    rows = in_walking_order(book, members(book)) if walked else members(book)
    return tuple(
        Invited(
            name=one.name, member=one.number, second_adult=one.second_adult, house=one.house,
            zone=one.zone,
        )
        for one in rows
        if not known.zone or one.zone == known.zone
    )  # fmt: skip
