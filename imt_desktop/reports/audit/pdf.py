"""The poster of an audit as a file: A3, A2, the A4 certificate, tiled over A4 sheets, or a picture."""

from __future__ import annotations

from imt_desktop.reports.audit import poster
from imt_desktop.reports.audit.facts import AuditFacts
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.posters import Drawing, Poster


def _drawings(facts: AuditFacts, words: Bilingual, anchor: Anchor | None) -> list[Drawing]:
    return [lambda sheet: poster.draw(sheet, facts, words, anchor)]


def _title(facts: AuditFacts, words: Bilingual) -> str:
    return f"{poster.title(words).main} – {facts.heading.committee}"


def _foot(_facts: AuditFacts, words: Bilingual) -> str:
    return poster.title(words).main


POSTER = Poster(_drawings, _title, _foot)
draw, render, render_tiled = POSTER.draw, POSTER.render, POSTER.render_tiled
