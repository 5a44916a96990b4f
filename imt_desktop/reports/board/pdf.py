"""The planning board as a file: A3 or A2 on its side, on as many sheets as its cards need."""

from __future__ import annotations

from imt_desktop.reports.board import poster
from imt_desktop.reports.board.facts import BoardFacts
from imt_desktop.reports.board.poster import Board
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import practice
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.format import A3, Paper
from imt_desktop.reports.paper.sheet import Document


def render(
    facts: BoardFacts, words: Bilingual, anchor: Anchor | None, paper: Paper = A3, *,
    saving: bool = False,
) -> bytes:  # fmt: skip
    """Draw the board. ``saving`` leaves out filled areas; no anchor makes a preview."""
    return draw(facts, words, anchor, paper, saving=saving).finish()


def draw(
    facts: BoardFacts, words: Bilingual, anchor: Anchor | None, paper: Paper = A3, *,
    saving: bool = False,
) -> Document:  # fmt: skip
    """Draw it and return the document, sheets and all."""
    board = Board(facts, words, anchor)
    name = f"{poster.title(words).main} – {facts.heading.committee}"
    document = Document(paper.height, paper.width, name, words.main.code)
    pages = poster.sheets(board)
    for number, parts in enumerate(pages):
        sheet = document.sheet(paper.height, paper.width, saving)
        with sheet.zoomed(paper.width / A3.width) as inner:
            if facts.heading.practice:
                practice.ground(inner, words)
            poster.draw(inner, board, parts, number, len(pages))
            if facts.heading.practice:
                practice.bands(inner, words, poster.CLEAR)
        document.canvas.showPage()
    return document
