"""The notice as a file: A3, A2, the A4 counter size, tiled over A4 sheets, or a picture."""

from __future__ import annotations

from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.notice import poster
from imt_desktop.reports.notice.facts import NoticeFacts
from imt_desktop.reports.paper import posters, practice, raster
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.format import A2, A3, A4, Paper
from imt_desktop.reports.paper.sheet import Document, Sheet


def render(
    facts: NoticeFacts,
    words: Bilingual,
    anchor: Anchor | None,
    paper: Paper = A3,
    *,
    saving: bool = False,
) -> bytes:
    """Draw the notice on one sheet. ``saving`` leaves out filled areas; no anchor makes a preview."""
    return draw(facts, words, anchor, paper, saving=saving).finish()


def draw(
    facts: NoticeFacts,
    words: Bilingual,
    anchor: Anchor | None,
    paper: Paper = A3,
    *,
    saving: bool = False,
) -> Document:
    """Draw the notice and return the document, sheets and all."""
    return posters.one_sheet(
        name(facts, words), words, paper, _drawing(facts, words, anchor), saving
    )


def render_tiled(
    facts: NoticeFacts,
    words: Bilingual,
    anchor: Anchor | None,
    paper: Paper = A2,
    *,
    saving: bool = False,
) -> bytes:
    """Draw the notice over A4 sheets, a guide first: four sheets from A2, two from A3."""
    return draw_tiled(facts, words, anchor, paper, saving=saving).finish()


def draw_tiled(
    facts: NoticeFacts,
    words: Bilingual,
    anchor: Anchor | None,
    paper: Paper = A2,
    *,
    saving: bool = False,
) -> Document:
    """Draw the tiled notice and return the document."""
    foot = (facts.heading.committee, poster.period(facts, words).main)
    drawing = [_drawing(facts, words, anchor)]
    practice_ = facts.heading.practice
    return posters.tiled(name(facts, words), words, paper, drawing, saving, anchor, foot, practice_)


def _drawing(facts: NoticeFacts, words: Bilingual, anchor: Anchor | None) -> posters.Drawing:
    return lambda sheet: on_sheet(sheet, facts, words, anchor)


def on_sheet(sheet: Sheet, facts: NoticeFacts, words: Bilingual, anchor: Anchor | None) -> None:
    """Draw the poster, and around it what marks a practice book."""
    if facts.heading.practice:
        practice.ground(sheet, words)
    poster.draw(sheet, facts, words, anchor)
    if facts.heading.practice:
        practice.bands(sheet, words, poster.CLEAR)


def png(facts: NoticeFacts, words: Bilingual, anchor: Anchor | None, dpi: float = 150) -> bytes:
    """Draw the notice as a picture of A4's size, to send by telephone."""
    return raster.png(render(facts, words, anchor, A4), 0, dpi)


def name(facts: NoticeFacts, words: Bilingual) -> str:
    """The title of the file."""
    return f"{poster.title(words).main} – {facts.heading.committee} – {poster.period(facts, words).main}"
