"""The notice as a file: A3, A2, the A4 counter size, tiled over A4 sheets, or a picture."""

from __future__ import annotations

from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.notice import poster
from imt_desktop.reports.notice.facts import NoticeFacts
from imt_desktop.reports.paper import guide, practice, raster, tiling
from imt_desktop.reports.paper.bilingual import DOT, Bilingual
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
    document = Document(paper.width, paper.height, name(facts, words), words.main.code)
    sheet = document.sheet(paper.width, paper.height, saving)
    with sheet.zoomed(paper.width / A3.width) as inner:
        on_sheet(inner, facts, words, anchor)
    document.canvas.showPage()
    return document


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
    document = Document(A4.width, A4.height, name(facts, words), words.main.code)
    size = paper.width, paper.height
    document.canvas.beginForm(tiling.FORM, 0, 0, *size)
    whole = Sheet(document.canvas, *size, saving)
    with whole.zoomed(paper.width / A3.width) as inner:
        on_sheet(inner, facts, words, anchor)
    document.canvas.endForm()
    tiles = tiling.plan(*size, [box for box in whole.boxes if box.kind == "code"])
    cover = document.sheet(A4.width, A4.height, saving)
    if facts.heading.practice:
        practice.ground(cover, words)
    guide.draw(cover, words, tiles, size, anchor)
    if facts.heading.practice:
        practice.bands(cover, words, A4.margin)
    document.canvas.showPage()
    foot = [facts.heading.committee, poster.period(facts, words).main]
    if anchor:
        foot.append(" ".join(anchor.code[at : at + 4] for at in range(0, len(anchor.code), 4)))
    tiling.sheets(document, words, tiles, size, DOT.join(foot))
    return document


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
