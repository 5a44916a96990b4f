"""The planning board as a file: A3 or A2 on its side or tiled, on as many sheets as its cards need."""

from __future__ import annotations

from imt_desktop.reports.board import poster
from imt_desktop.reports.board.facts import BoardFacts
from imt_desktop.reports.board.poster import Board
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.posters import Drawing, Poster


def _drawings(facts: BoardFacts, words: Bilingual, anchor: Anchor | None) -> list[Drawing]:
    board = Board(facts, words, anchor)
    pages = poster.sheets(board)

    def drawing(number: int) -> Drawing:
        return lambda sheet: poster.draw(sheet, board, pages[number], number, len(pages))

    return [drawing(number) for number in range(len(pages))]


POSTER = Poster(_drawings, poster.title, lambda facts, words: words.main.date(facts.on), lying=True)
draw, render, render_tiled = POSTER.draw, POSTER.render, POSTER.render_tiled
