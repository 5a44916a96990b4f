"""Whom a meeting invites, from the book."""

from __future__ import annotations

from imt_desktop.journal import Reading
from imt_desktop.reports.attendance.build import asked_to
from imt_desktop.reports.heading import heading
from imt_desktop.reports.invitation.build import called, gathering
from imt_desktop.reports.invitations.facts import InvitationsFacts


def build_invitations(book: Reading, number: int, zone: str = "") -> InvitationsFacts:
    """Return whom a meeting invites, zone by zone. Raises NoSuchMeetingError, MeetingOffError."""
    known = called(book, number)
    asked = asked_to(book, known, walked=True)
    return InvitationsFacts(
        heading=heading(book),
        meeting=gathering(book, known),
        asked=tuple(one for one in asked if zone in ("", one.zone)),
        zone=zone,
    )
