"""The invitation as a file: a poster of any size, tiled over A4 sheets, or eight slips."""

from __future__ import annotations

from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.invitation import poster, slip
from imt_desktop.reports.invitation.facts import InvitationFacts
from imt_desktop.reports.paper import one_message, posters, practice
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.format import A2, A3, Paper
from imt_desktop.reports.paper.sheet import Document, Sheet


def render(
    facts: InvitationFacts, words: Bilingual, anchor: Anchor | None, paper: Paper = A3, *,
    saving: bool = False,
) -> bytes:  # fmt: skip
    """Draw it on one sheet. ``saving`` leaves out filled areas; no anchor makes a preview."""
    return draw(facts, words, anchor, paper, saving=saving).finish()


def draw(
    facts: InvitationFacts, words: Bilingual, anchor: Anchor | None, paper: Paper = A3, *,
    saving: bool = False,
) -> Document:  # fmt: skip
    """Draw it and return the document, sheets and all."""
    drawing = _drawing(facts, words, anchor)
    return posters.one_sheet(_name(facts, words), words, paper, drawing, saving)


def render_slips(facts: InvitationFacts, words: Bilingual, anchor: Anchor | None) -> bytes:
    """Draw eight slips on an A4."""
    return slip.draw(facts, words, anchor).finish()


def render_tiled(
    facts: InvitationFacts, words: Bilingual, anchor: Anchor | None, *, saving: bool = False
) -> bytes:
    """Draw it over A4 sheets, a guide first."""
    foot = (facts.heading.committee, poster.title(words).main)
    return posters.tiled(
        _name(facts, words), words, A2, [_drawing(facts, words, anchor)], saving, anchor, foot,
        facts.heading.practice,
    ).finish()  # fmt: skip


def _drawing(facts: InvitationFacts, words: Bilingual, anchor: Anchor | None) -> posters.Drawing:
    def on_sheet(sheet: Sheet) -> None:
        if facts.heading.practice:
            practice.ground(sheet, words)
        poster.draw(sheet, facts, words, anchor)
        if facts.heading.practice:
            practice.bands(sheet, words, one_message.CLEAR)

    return on_sheet


def _name(facts: InvitationFacts, words: Bilingual) -> str:
    return f"{poster.title(words).main} – {facts.heading.committee}"
