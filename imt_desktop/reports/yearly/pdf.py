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


POSTER = Poster(_drawings, lambda words: words.both(poster.name))
draw, render, render_tiled = POSTER.draw, POSTER.render, POSTER.render_tiled
