"""The poster of an audit as a file: A3, A2, the A4 certificate, tiled over A4 sheets, or a picture."""

from __future__ import annotations

from imt_desktop.reports.audit import poster
from imt_desktop.reports.audit.facts import AuditFacts
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import posters, practice
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.format import A2, A3, Paper
from imt_desktop.reports.paper.sheet import Document, Sheet


def render(
    facts: AuditFacts, words: Bilingual, anchor: Anchor | None, paper: Paper = A3, *,
    saving: bool = False,
) -> bytes:  # fmt: skip
    """Draw it on one sheet. ``saving`` leaves out filled areas; no anchor makes a preview."""
    return draw(facts, words, anchor, paper, saving=saving).finish()


def draw(
    facts: AuditFacts, words: Bilingual, anchor: Anchor | None, paper: Paper = A3, *,
    saving: bool = False,
) -> Document:  # fmt: skip
    """Draw it and return the document, sheets and all."""
    drawing = _drawing(facts, words, anchor)
    return posters.one_sheet(name(facts, words), words, paper, drawing, saving)


def render_tiled(
    facts: AuditFacts, words: Bilingual, anchor: Anchor | None, paper: Paper = A2, *,
    saving: bool = False,
) -> bytes:  # fmt: skip
    """Draw it over A4 sheets, a guide first."""
    return draw_tiled(facts, words, anchor, paper, saving=saving).finish()


def draw_tiled(
    facts: AuditFacts, words: Bilingual, anchor: Anchor | None, paper: Paper = A2, *,
    saving: bool = False,
) -> Document:  # fmt: skip
    """Draw the tiled poster and return the document."""
    foot = (facts.heading.committee, poster.title(words).main)
    return posters.tiled(
        name(facts, words), words, paper, [_drawing(facts, words, anchor)], saving, anchor, foot,
        facts.heading.practice,
    )  # fmt: skip


def _drawing(facts: AuditFacts, words: Bilingual, anchor: Anchor | None) -> posters.Drawing:
    def on_sheet(sheet: Sheet) -> None:
        if facts.heading.practice:
            practice.ground(sheet, words)
        poster.draw(sheet, facts, words, anchor)
        if facts.heading.practice:
            practice.bands(sheet, words, poster.CLEAR)

    return on_sheet


def name(facts: AuditFacts, words: Bilingual) -> str:
    """The title of the file."""
    said = (poster.title(words).main, facts.heading.committee)
    return " – ".join(said)
