"""Papers of the community's side: complaints, meetings, audits, support, the year, and handing over."""

from __future__ import annotations

from typing import Final

from imt_desktop.journal import Reading, Writing
from imt_desktop.ledger.as_of import today_of
from imt_desktop.period import Period
from imt_desktop.reports import about
from imt_desktop.reports.attendance.build import build_attendance
from imt_desktop.reports.attendance.facts import AttendanceFacts
from imt_desktop.reports.audit.build import build_audit, build_to_hear
from imt_desktop.reports.audit.facts import AuditFacts
from imt_desktop.reports.complaining.build import build_complaining
from imt_desktop.reports.complaining.facts import ComplainingFacts
from imt_desktop.reports.complaint_slip.build import build_slip
from imt_desktop.reports.complaint_slip.facts import ComplaintSlipFacts
from imt_desktop.reports.facts import Facts
from imt_desktop.reports.handing.build import build_handing
from imt_desktop.reports.handing.facts import HandingFacts
from imt_desktop.reports.handover.build import build_handover, newest
from imt_desktop.reports.handover.facts import HandoverFacts
from imt_desktop.reports.house_visits.build import build_house_visits
from imt_desktop.reports.house_visits.facts import HouseVisitsFacts
from imt_desktop.reports.inking import drawn_by, poster_of
from imt_desktop.reports.invitation.build import build_invitation
from imt_desktop.reports.invitation.facts import InvitationFacts
from imt_desktop.reports.invitations.build import build_invitations
from imt_desktop.reports.invitations.facts import InvitationsFacts
from imt_desktop.reports.kinds import PaperKind, PaperWanted, Sheet, Tell
from imt_desktop.reports.minutes.build import build_minutes
from imt_desktop.reports.minutes.facts import MinutesFacts
from imt_desktop.reports.packs.build import cover_of
from imt_desktop.reports.packs.facts import CoverFacts
from imt_desktop.reports.packs.parts import PACKS
from imt_desktop.reports.support_letter.build import build_letter
from imt_desktop.reports.support_letter.facts import SupportLetterFacts
from imt_desktop.reports.yearly.build import build_year
from imt_desktop.reports.yearly.facts import YearFacts


def _complaining(book: Reading, _wanted: PaperWanted) -> Facts:
    return build_complaining(book, today_of(book))


def _audit(book: Reading, _wanted: PaperWanted) -> Facts:
    return build_audit(book, today_of(book))


def _to_hear(book: Reading, _wanted: PaperWanted) -> Facts:
    return build_to_hear(book, today_of(book))


def _handover(book: Reading, wanted: PaperWanted) -> Facts:
    return build_handover(book, wanted.handover or newest(book))


def _handing(book: Reading, _wanted: PaperWanted) -> Facts:
    return build_handing(book, today_of(book))


def _yearly(book: Reading, wanted: PaperWanted) -> Facts:
    return build_year(book, about.covered(wanted), today_of(book))


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


def _invitations(book: Reading, wanted: PaperWanted) -> Facts:
    return build_invitations(book, _meeting(wanted), wanted.zone)


def _house_visits(book: Reading, _wanted: PaperWanted) -> Facts:
    return build_house_visits(book)


def _attendance(book: Reading, wanted: PaperWanted) -> Facts:
    return build_attendance(book, _meeting(wanted))


def _minutes(book: Reading, wanted: PaperWanted) -> Facts:
    return build_minutes(book, _meeting(wanted))


def _letter(book: Reading, wanted: PaperWanted) -> Facts:
    assert wanted.request is not None  # as above
    return build_letter(book, wanted.request, today_of(book))


def _day(facts: Facts) -> str:
    """Return the day of a meeting, and its zone: more than its number says to anybody."""
    assert isinstance(facts, InvitationFacts | InvitationsFacts | AttendanceFacts | MinutesFacts)
    zone = facts.zone if isinstance(facts, InvitationsFacts) else ""
    return f"{facts.meeting.day} {zone or facts.meeting.zone}".strip()


def _audited(facts: Facts) -> str:
    """Return the days that an audit looks at."""
    assert isinstance(facts, HouseVisitsFacts)
    return str(Period(facts.first, facts.last))


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
    "invitations": PaperKind(
        ("A4",), ("meeting",), _invitations, _number, drawn_by("invitations.pdf"), InvitationsFacts,
        may=("zone",), about_facts=_day,
    ),
    "invitation-aloud": PaperKind(
        ("A4",), ("meeting",), _invitation, _number, drawn_by("invitation.aloud"), InvitationFacts,
        about_facts=_day,
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
    "complaint-poster": PaperKind(
        ("tiled", "A3", "A2", "A4"), (), _complaining, about.nothing, poster_of("complaining.pdf"),
        ComplainingFacts,
    ),
    "complaint-aloud": PaperKind(
        ("A4",), (), _complaining, about.nothing, drawn_by("complaining.aloud"), ComplainingFacts
    ),
    "audit": PaperKind(
        ("A3", "tiled", "A2", "A4"), (), _audit, about.nothing, poster_of("audit.pdf"), AuditFacts
    ),
    "house-visits": PaperKind(
        ("A4",), (), _house_visits, about.nothing, drawn_by("house_visits.pdf"), HouseVisitsFacts,
        about_facts=_audited,
    ),
    "audit-aloud": PaperKind(
        ("A4",), (), _to_hear, about.nothing, drawn_by("audit.aloud"), AuditFacts
    ),
    "calendar": PaperKind(
        ("A3", "tiled", "A2", "A4"), ("period",), _yearly, about.period, poster_of("yearly.pdf"),
        YearFacts, about.year, ahead=True,
    ),
    "calendar-aloud": PaperKind(
        ("A4",), ("period",), _yearly, about.period, drawn_by("yearly.aloud"), YearFacts, about.year,
        ahead=True,
    ),
    "handing-over": PaperKind(
        ("A4",), (), _handing, about.nothing, drawn_by("handing.pdf"), HandingFacts
    ),
    "handover": PaperKind(
        ("A4",), (), _handover, lambda wanted: str(wanted.handover), drawn_by("handover.pdf"),
        HandoverFacts,
    ),
} | {
    pack: PaperKind(
        ("A4",), ("period",), cover_of(pack), about.period, drawn_by("packs.cover"), CoverFacts,
        about.year, leads=True,
    )
    for pack in PACKS
}  # fmt: skip
"""Every kind of paper of the community's side by its key."""
