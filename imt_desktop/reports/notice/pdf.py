"""The notice as a file: A3, A2, the A4 counter size, tiled over A4 sheets, or a picture."""

from __future__ import annotations

from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.notice import poster
from imt_desktop.reports.notice.facts import NoticeFacts
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.posters import Drawing, Poster


def _drawings(facts: NoticeFacts, words: Bilingual, anchor: Anchor | None) -> list[Drawing]:
    return [lambda sheet: poster.draw(sheet, facts, words, anchor)]


def _title(facts: NoticeFacts, words: Bilingual) -> str:
    said = (poster.title(words).main, facts.heading.committee, poster.period(facts, words).main)
    return " – ".join(said)


def _foot(facts: NoticeFacts, words: Bilingual) -> str:
    return poster.period(facts, words).main


POSTER = Poster(_drawings, _title, _foot)
draw, render, render_tiled = POSTER.draw, POSTER.render, POSTER.render_tiled
