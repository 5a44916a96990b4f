"""A poster as a file: on one sheet of any size, or tiled over A4 sheets with a guide first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import guide, practice, tiling
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.format import A3, A4, Paper
from imt_desktop.reports.paper.sheet import Document, Sheet

Drawing = Callable[[Sheet], None]
"""Draws a poster on a sheet of A3's size."""


def one_sheet(
    title: str, words: Bilingual, paper: Paper, drawing: Drawing, saving: bool = False
) -> Document:
    """Draw a poster on one sheet, scaled from A3."""
    document = Document(paper.width, paper.height, title, words.main.code)
    sheet = document.sheet(paper.width, paper.height, saving)
    with sheet.zoomed(paper.width / A3.width) as inner:
        drawing(inner)
    document.canvas.showPage()
    return document


def tiled(
    title: str,
    words: Bilingual,
    paper: Paper,
    drawing: Drawing,
    saving: bool,
    anchor: Anchor | None,
    foot: Sequence[str],
    of_practice: bool,
) -> Document:
    """Draw a poster over A4 sheets: four from A2, two from A3. ``foot`` stands on each of them."""
    document = Document(A4.width, A4.height, title, words.main.code)
    size = paper.width, paper.height
    document.canvas.beginForm(tiling.FORM, 0, 0, *size)
    whole = Sheet(document.canvas, *size, saving)
    with whole.zoomed(paper.width / A3.width) as inner:
        drawing(inner)
    document.canvas.endForm()
    tiles = tiling.plan(*size, [box for box in whole.boxes if box.kind == "code"])
    cover = document.sheet(A4.width, A4.height, saving)
    if of_practice:
        practice.ground(cover, words)
    guide.draw(cover, words, tiles, size, anchor)
    if of_practice:
        practice.bands(cover, words, A4.margin)
    document.canvas.showPage()
    code = anchor.code if anchor else ""
    fours = " ".join(code[at : at + 4] for at in range(0, len(code), 4))
    tiling.sheets(document, words, tiles, size, foot, fours)
    return document
