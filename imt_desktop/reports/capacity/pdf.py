"""The capacity sheet as a file: A3, A2, the A4 counter size, or tiled over A4 sheets."""

from __future__ import annotations

from imt_desktop.reports.capacity import poster
from imt_desktop.reports.capacity.facts import CapacityFacts
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import one_message, posters, practice
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.format import A2, A3, Paper
from imt_desktop.reports.paper.sheet import Document, Sheet


def render(
    facts: CapacityFacts, words: Bilingual, anchor: Anchor | None, paper: Paper = A3, *,
    saving: bool = False,
) -> bytes:  # fmt: skip
    """Draw it on one sheet. ``saving`` leaves out filled areas; no anchor makes a preview."""
    return draw(facts, words, anchor, paper, saving=saving).finish()


def draw(
    facts: CapacityFacts, words: Bilingual, anchor: Anchor | None, paper: Paper = A3, *,
    saving: bool = False,
) -> Document:  # fmt: skip
    """Draw it and return the document, sheets and all."""
    drawing = _drawing(facts, words, anchor)
    return posters.one_sheet(name(facts, words), words, paper, drawing, saving)


def render_tiled(
    facts: CapacityFacts, words: Bilingual, anchor: Anchor | None, paper: Paper = A2, *,
    saving: bool = False,
) -> bytes:  # fmt: skip
    """Draw it over A4 sheets, a guide first."""
    foot = (facts.heading.committee, words.main.date(facts.on))
    return posters.tiled(
        name(facts, words), words, paper, [_drawing(facts, words, anchor)], saving, anchor, foot,
        facts.heading.practice,
    ).finish()  # fmt: skip


def _drawing(facts: CapacityFacts, words: Bilingual, anchor: Anchor | None) -> posters.Drawing:
    def on_sheet(sheet: Sheet) -> None:
        if facts.heading.practice:
            practice.ground(sheet, words)
        poster.draw(sheet, facts, words, anchor)
        if facts.heading.practice:
            practice.bands(sheet, words, one_message.CLEAR)

    return on_sheet


def name(facts: CapacityFacts, words: Bilingual) -> str:
    """The title of the file."""
    return f"{poster.title(words).main} – {facts.heading.committee}"
