"""Invitations by name in ink, eight to an A4."""

from __future__ import annotations

from imt_desktop.reports.attendance.facts import Invited
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.invitation import slip
from imt_desktop.reports.invitation import words as said
from imt_desktop.reports.invitation.facts import InvitationFacts
from imt_desktop.reports.invitations.facts import InvitationsFacts
from imt_desktop.reports.paper import slips
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.sheet import Document, Sheet


def render(facts: InvitationsFacts, words: Bilingual, anchor: Anchor | None) -> bytes:
    """Draw all slips. No anchor makes a preview."""
    return draw(facts, words, anchor).finish()


def draw(facts: InvitationsFacts, words: Bilingual, anchor: Anchor | None) -> Document:
    """Draw all slips and return the document, sheets and all."""
    same = InvitationFacts(heading=facts.heading, meeting=facts.meeting)

    def one(sheet: Sheet, whom: Invited, x: float, y: float) -> None:
        slip.draw_one(sheet, same, words, anchor, x, y, whom)

    nothing = words.both(lambda tr: tr.gettext("Nobody is invited."))
    return slips.draw(
        facts.asked, facts.heading, words, said.title(words.main), one, nothing, anchor
    )
