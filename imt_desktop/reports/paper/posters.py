"""A poster as a file: on sheets of any size, or tiled over A4 sheets with a guide first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import guide, practice, tiling
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.format import A3, A4, Paper
from imt_desktop.reports.paper.sheet import Document, Sheet

Drawing = Callable[[Sheet], None]
"""Draws a poster, or one sheet of it, on a sheet of A3's size."""


def one_sheet(
    title: str, words: Bilingual, paper: Paper, drawing: Drawing, saving: bool = False
) -> Document:
    """Draw a poster on one sheet, scaled from A3."""
    return sheets(title, words, paper, [drawing], saving)


def sheets(
    title: str,
    words: Bilingual,
    paper: Paper,
    drawings: Sequence[Drawing],
    saving: bool = False,
    lying: bool = False,
) -> Document:
    """Draw each sheet of a poster, scaled from A3; ``lying`` on its side."""
    wide, tall = _size(paper, lying)
    document = Document(wide, tall, title, words.main.code)
    for drawing in drawings:
        sheet = document.sheet(wide, tall, saving)
        with sheet.zoomed(paper.width / A3.width) as inner:
            drawing(inner)
        document.canvas.showPage()
    return document


def tiled(
    title: str,
    words: Bilingual,
    paper: Paper,
    drawings: Sequence[Drawing],
    saving: bool,
    anchor: Anchor | None,
    foot: Sequence[str],
    of_practice: bool,
    lying: bool = False,
) -> Document:
    """Draw each sheet of a poster over A4 sheets: four from A2, two from A3, and its guide before them.

    ``foot`` stands on each of them.
    """
    document = Document(A4.width, A4.height, title, words.main.code)
    size = _size(paper, lying)
    code = anchor.code if anchor else ""
    fours = " ".join(code[at : at + 4] for at in range(0, len(code), 4))
    for number, drawing in enumerate(drawings):
        form = f"{tiling.FORM}{number}"
        document.canvas.beginForm(form, 0, 0, *size)
        whole = Sheet(document.canvas, *size, saving)
        with whole.zoomed(paper.width / A3.width) as inner:
            drawing(inner)
        document.canvas.endForm()
        tiles = tiling.plan(*size, [box for box in whole.boxes if box.kind == "code"], form)
        cover = document.sheet(A4.width, A4.height, saving)
        if of_practice:
            practice.ground(cover, words)
        guide.draw(cover, words, tiles, size, anchor)
        if of_practice:
            practice.bands(cover, words, A4.margin)
        document.canvas.showPage()
        tiling.sheets(document, words, tiles, size, foot, fours)
    return document


def _size(paper: Paper, lying: bool) -> tuple[float, float]:
    return (paper.height, paper.width) if lying else (paper.width, paper.height)
