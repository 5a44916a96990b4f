"""The wall calendar as a file: on sheets of any size, or tiled over A4 sheets."""

from __future__ import annotations

from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import one_message, posters, practice
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.format import A2, A3, Paper
from imt_desktop.reports.paper.sheet import Document, Sheet
from imt_desktop.reports.yearly import poster
from imt_desktop.reports.yearly.facts import YearFacts


def render(
    facts: YearFacts, words: Bilingual, anchor: Anchor | None, paper: Paper = A3, *,
    saving: bool = False,
) -> bytes:  # fmt: skip
    """Draw it, six months a sheet. ``saving`` leaves out filled areas; no anchor makes a preview."""
    return draw(facts, words, anchor, paper, saving=saving).finish()


def draw(
    facts: YearFacts, words: Bilingual, anchor: Anchor | None, paper: Paper = A3, *,
    saving: bool = False,
) -> Document:  # fmt: skip
    """Draw it and return the document, sheets and all."""
    drawings = _drawings(facts, words, anchor)
    return posters.sheets(name(facts, words), words, paper, drawings, saving)


def render_tiled(
    facts: YearFacts, words: Bilingual, anchor: Anchor | None, *, saving: bool = False
) -> bytes:
    """Draw it over A4 sheets, before each of its sheets a guide."""
    foot = (facts.heading.committee, poster.name(words.main))
    return posters.tiled(
        name(facts, words), words, A2, _drawings(facts, words, anchor), saving, anchor, foot,
        facts.heading.practice,
    ).finish()  # fmt: skip


def _drawings(facts: YearFacts, words: Bilingual, anchor: Anchor | None) -> list[posters.Drawing]:
    def drawing(page: poster.Page) -> posters.Drawing:
        def on_sheet(sheet: Sheet) -> None:
            if facts.heading.practice:
                practice.ground(sheet, words)
            poster.draw(sheet, facts, words, anchor, page)
            if facts.heading.practice:
                practice.bands(sheet, words, one_message.CLEAR)

        return on_sheet

    return [drawing(page) for page in poster.pages(facts)]


def name(facts: YearFacts, words: Bilingual) -> str:
    """The title of the file."""
    return f"{poster.name(words.main)} – {facts.heading.committee}"
