"""The planning board as a file: A3 or A2 on its side or tiled, on as many sheets as its cards need."""

from __future__ import annotations

from imt_desktop.reports.board import poster
from imt_desktop.reports.board.facts import BoardFacts
from imt_desktop.reports.board.poster import Board
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import posters, practice
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.format import A2, A3, Paper
from imt_desktop.reports.paper.sheet import Document, Sheet


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
    drawings = _drawings(facts, words, anchor)
    return posters.sheets(name(facts, words), words, paper, drawings, saving, lying=True)


def render_tiled(
    facts: BoardFacts, words: Bilingual, anchor: Anchor | None, paper: Paper = A2, *,
    saving: bool = False,
) -> bytes:  # fmt: skip
    """Draw it over A4 sheets, before each sheet of the board its guide."""
    return draw_tiled(facts, words, anchor, paper, saving=saving).finish()


def draw_tiled(
    facts: BoardFacts, words: Bilingual, anchor: Anchor | None, paper: Paper = A2, *,
    saving: bool = False,
) -> Document:  # fmt: skip
    """Draw the tiled board and return the document."""
    foot = (facts.heading.committee, words.main.date(facts.on))
    return posters.tiled(
        name(facts, words), words, paper, _drawings(facts, words, anchor), saving, anchor, foot,
        facts.heading.practice, lying=True,
    )  # fmt: skip


def _drawings(facts: BoardFacts, words: Bilingual, anchor: Anchor | None) -> list[posters.Drawing]:
    board = Board(facts, words, anchor)
    pages = poster.sheets(board)

    def drawing(number: int) -> posters.Drawing:
        def on_sheet(sheet: Sheet) -> None:
            if facts.heading.practice:
                practice.ground(sheet, words)
            poster.draw(sheet, board, pages[number], number, len(pages))
            if facts.heading.practice:
                practice.bands(sheet, words, poster.CLEAR)

        return on_sheet

    return [drawing(number) for number in range(len(pages))]


def name(facts: BoardFacts, words: Bilingual) -> str:
    """The title of the file."""
    return f"{poster.title(words).main} – {facts.heading.committee}"
