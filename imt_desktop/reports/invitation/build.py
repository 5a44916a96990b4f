"""Facts of an invitation from the book."""

from __future__ import annotations

from imt_desktop.community.meetings import queries
from imt_desktop.community.meetings.errors import MeetingOffError
from imt_desktop.community.meetings.queries import Meeting
from imt_desktop.errors import at
from imt_desktop.journal import Reading
from imt_desktop.reports.heading import heading
from imt_desktop.reports.invitation.facts import Gathering, InvitationFacts


def build_invitation(book: Reading, number: int) -> InvitationFacts:
    """Return what the invitation to a meeting says. Raises NoSuchMeetingError, MeetingOffError."""
    return InvitationFacts(heading=heading(book), meeting=gathering(book, called(book, number)))


def called(book: Reading, number: int) -> Meeting:
    """Return a meeting that was not called off. Raises NoSuchMeetingError, MeetingOffError."""
    with at("meeting"):
        known = queries.meeting(book, number)
        if known.off:
            raise MeetingOffError(number)
    return known


def gathering(book: Reading, known: Meeting) -> Gathering:
    """Return a meeting as it was called; what was forgotten of its agenda is left out."""
    return Gathering(
        what=known.what,
        day=known.held_on or known.day,
        zone=known.zone,
        hour=known.hour,
        place=known.place,
        agenda=tuple(words for words in queries.agenda(book, known) if words),
        quorum=known.quorum,
    )
