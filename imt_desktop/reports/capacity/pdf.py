"""The capacity sheet as a file: A3, A2, the A4 counter size, or tiled over A4 sheets."""

from __future__ import annotations

from imt_desktop.reports.capacity import poster
from imt_desktop.reports.capacity.facts import CapacityFacts
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.posters import Drawing, Poster


def _drawings(facts: CapacityFacts, words: Bilingual, anchor: Anchor | None) -> list[Drawing]:
    return [lambda sheet: poster.draw(sheet, facts, words, anchor)]


def _title(facts: CapacityFacts, words: Bilingual) -> str:
    return f"{poster.title(words).main} – {facts.heading.committee}"


def _foot(facts: CapacityFacts, words: Bilingual) -> str:
    return words.main.date(facts.on)


POSTER = Poster(_drawings, _title, _foot)
draw, render, render_tiled = POSTER.draw, POSTER.render, POSTER.render_tiled
