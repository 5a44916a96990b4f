"""The invitation as a file: a poster of any size, tiled over A4 sheets, or eight slips."""

from __future__ import annotations

from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.invitation import poster, slip
from imt_desktop.reports.invitation.facts import InvitationFacts
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.posters import Poster, one_sheet

POSTER = Poster(one_sheet(poster.draw), poster.title)
draw, render, render_tiled = POSTER.draw, POSTER.render, POSTER.render_tiled


def render_slips(facts: InvitationFacts, words: Bilingual, anchor: Anchor | None) -> bytes:
    """Draw eight slips on an A4."""
    return slip.draw(facts, words, anchor).finish()
