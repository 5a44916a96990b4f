"""The papers of the community's side: complaints, meetings and support."""

from __future__ import annotations

from typing import Final

from imt_desktop.journal import Reading, Writing
from imt_desktop.ledger.as_of import today_of
from imt_desktop.reports.attendance.build import build_attendance
from imt_desktop.reports.attendance.facts import AttendanceFacts
from imt_desktop.reports.complaint_slip.build import build_slip
from imt_desktop.reports.complaint_slip.facts import ComplaintSlipFacts
from imt_desktop.reports.facts import Facts
from imt_desktop.reports.inking import drawn_by, poster_of
from imt_desktop.reports.invitation.build import build_invitation
from imt_desktop.reports.invitation.facts import InvitationFacts
from imt_desktop.reports.kinds import PaperKind, PaperWanted, Sheet, Tell
from imt_desktop.reports.minutes.build import build_minutes
from imt_desktop.reports.minutes.facts import MinutesFacts
from imt_desktop.reports.support_letter.build import build_letter
from imt_desktop.reports.support_letter.facts import SupportLetterFacts


def _complaint_slip(book: Reading, wanted: PaperWanted) -> Facts:
    """Build the slip of a complaint; whoever it is about does not get to make one."""
    assert wanted.complaint is not None  # a paper that needs it is refused without
    reader = book.who.responsible if isinstance(book, Writing) else None
    return build_slip(book, wanted.complaint, today_of(book), reader)


def _meeting(wanted: PaperWanted) -> int:
    assert wanted.meeting is not None  # as above
    return wanted.meeting


def _invitation(book: Reading, wanted: PaperWanted) -> Facts:
    return build_invitation(book, _meeting(wanted))


def _attendance(book: Reading, wanted: PaperWanted) -> Facts:
    return build_attendance(book, _meeting(wanted))


def _minutes(book: Reading, wanted: PaperWanted) -> Facts:
    return build_minutes(book, _meeting(wanted))


def _letter(book: Reading, wanted: PaperWanted) -> Facts:
    assert wanted.request is not None  # as above
    return build_letter(book, wanted.request, today_of(book))


def _day(facts: Facts) -> str:
    """Return the day of a meeting, and its zone: more than its number says to anybody."""
    assert isinstance(facts, InvitationFacts | AttendanceFacts | MinutesFacts)
    return f"{facts.meeting.day} {facts.meeting.zone}".strip()


def _ink_invitation(sheet: Sheet, tell: Tell) -> bytes:
    if sheet.size != "eight":
        return poster_of("invitation.pdf")(sheet, tell)
    from imt_desktop.reports.invitation import pdf  # heavy: only when it is printed

    assert isinstance(sheet.facts, InvitationFacts)
    return pdf.render_slips(sheet.facts, sheet.words, sheet.anchor)


def _number(wanted: PaperWanted) -> str:
    return str(wanted.meeting)


COMMUNITY: Final[dict[str, PaperKind]] = {
    "complaint-slip": PaperKind(
        ("A5",), ("complaint",), _complaint_slip, lambda wanted: str(wanted.complaint),
        drawn_by("complaint_slip.pdf"), ComplaintSlipFacts,
    ),
    "invitation": PaperKind(
        ("tiled", "A3", "A2", "A4", "eight"), ("meeting",), _invitation, _number, _ink_invitation,
        InvitationFacts, about_facts=_day,
    ),
    "attendance": PaperKind(
        ("A4",), ("meeting",), _attendance, _number, drawn_by("attendance.pdf"), AttendanceFacts,
        about_facts=_day,
    ),
    "minutes": PaperKind(
        ("A4",), ("meeting",), _minutes, _number, drawn_by("minutes.pdf"), MinutesFacts,
        about_facts=_day,
    ),
    "support-letter": PaperKind(
        ("A4",), ("request",), _letter, lambda wanted: str(wanted.request),
        drawn_by("support_letter.pdf"), SupportLetterFacts,
    ),
}  # fmt: skip
"""Every kind of paper of the community's side by its key."""
