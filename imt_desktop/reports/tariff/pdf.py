"""The tariff's poster as a file: A3, A2, the A4 counter size, tiled over A4 sheets, or a picture."""

from __future__ import annotations

from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.posters import Drawing, Poster
from imt_desktop.reports.tariff import poster
from imt_desktop.reports.tariff.facts import TariffFacts


def _drawings(facts: TariffFacts, words: Bilingual, anchor: Anchor | None) -> list[Drawing]:
    return [lambda sheet: poster.draw(sheet, facts, words, anchor)]


def _title(facts: TariffFacts, words: Bilingual) -> str:
    said = (poster.title(words).main, facts.heading.committee, poster.since(facts, words).main)
    return " – ".join(said)


def _foot(facts: TariffFacts, words: Bilingual) -> str:
    return poster.since(facts, words).main


POSTER = Poster(_drawings, _title, _foot)
draw, render, render_tiled = POSTER.draw, POSTER.render, POSTER.render_tiled
