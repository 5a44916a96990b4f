"""Facts of the list of a meeting from the book."""

from __future__ import annotations

from imt_desktop.committee import queries as committee
from imt_desktop.journal import Reading
from imt_desktop.ledger.register import members
from imt_desktop.reports.attendance.facts import AttendanceFacts, Invited
from imt_desktop.reports.heading import heading
from imt_desktop.reports.invitation.build import called, gathering


def build_attendance(book: Reading, number: int) -> AttendanceFacts:
    """Return who is asked to a meeting. Raises NoSuchMeetingError, MeetingOffError."""
    known = called(book, number)
    if known.what == "committee":
        on = min(known.day, book.book.now().date())
        asked = [Invited(name=one.name, post=one.post) for one in committee.officers(book, on)]
    else:
        asked = [
            Invited(
                name=one.name, member=one.number, second_adult=one.second_adult, house=one.house,
                zone=one.zone,
            )
            for one in members(book)
            if not known.zone or one.zone == known.zone
        ]  # fmt: skip
    return AttendanceFacts(
        heading=heading(book), meeting=gathering(book, known), asked=tuple(asked)
    )
