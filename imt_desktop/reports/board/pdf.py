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


def _title(facts: BoardFacts, words: Bilingual) -> str:
    return f"{poster.title(words).main} – {facts.heading.committee}"


def _foot(facts: BoardFacts, words: Bilingual) -> str:
    return words.main.date(facts.on)


POSTER = Poster(_drawings, _title, _foot, lying=True)
draw, render, render_tiled = POSTER.draw, POSTER.render, POSTER.render_tiled
