"""The invitation as a file: a poster of any size, tiled over A4 sheets, or eight slips."""

from __future__ import annotations

from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.invitation import poster, slip
from imt_desktop.reports.invitation.facts import InvitationFacts
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.posters import Drawing, Poster


def _drawings(facts: InvitationFacts, words: Bilingual, anchor: Anchor | None) -> list[Drawing]:
    return [lambda sheet: poster.draw(sheet, facts, words, anchor)]


def _title(facts: InvitationFacts, words: Bilingual) -> str:
    return f"{poster.title(words).main} – {facts.heading.committee}"


def _foot(_facts: InvitationFacts, words: Bilingual) -> str:
    return poster.title(words).main


POSTER = Poster(_drawings, _title, _foot)
draw, render, render_tiled = POSTER.draw, POSTER.render, POSTER.render_tiled


def render_slips(facts: InvitationFacts, words: Bilingual, anchor: Anchor | None) -> bytes:
    """Draw eight slips on an A4."""
    return slip.draw(facts, words, anchor).finish()
