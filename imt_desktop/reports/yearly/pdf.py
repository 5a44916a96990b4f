"""The wall calendar as a file: on sheets of any size, or tiled over A4 sheets."""

from __future__ import annotations

from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.posters import Drawing, Poster
from imt_desktop.reports.yearly import poster
from imt_desktop.reports.yearly.facts import YearFacts


def _drawings(facts: YearFacts, words: Bilingual, anchor: Anchor | None) -> list[Drawing]:
    def drawing(page: poster.Page) -> Drawing:
        return lambda sheet: poster.draw(sheet, facts, words, anchor, page)

    return [drawing(page) for page in poster.pages(facts)]


def _title(facts: YearFacts, words: Bilingual) -> str:
    return f"{poster.name(words.main)} – {facts.heading.committee}"


def _foot(_facts: YearFacts, words: Bilingual) -> str:
    return poster.name(words.main)


POSTER = Poster(_drawings, _title, _foot)
draw, render, render_tiled = POSTER.draw, POSTER.render, POSTER.render_tiled
