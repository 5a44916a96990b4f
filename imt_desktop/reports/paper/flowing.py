"""Papers whose words flow over as many A4 pages as they take, with room to sign at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from msgspec import Struct

from imt_desktop.i18n import Translator
from imt_desktop.reports.facts import Anchor, Heading
from imt_desktop.reports.paper import practice
from imt_desktop.reports.paper.bands import bands
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.fit import wrap
from imt_desktop.reports.paper.fonts import BOLD, ITALIC, REGULAR
from imt_desktop.reports.paper.format import A4
from imt_desktop.reports.paper.gateway import clean
from imt_desktop.reports.paper.ink import INK, SOFT, TEAL, TERRACOTTA
from imt_desktop.reports.paper.letterhead import letterhead
from imt_desktop.reports.paper.sheet import Document, Sheet, rehearsal
from imt_desktop.reports.paper.sheet_foot import sheet_foot
from imt_desktop.reports.paper.signing import signing, signing_height

LEFT, RIGHT, TOP = A4.margin, A4.width - A4.margin, 43.0
BOTTOM: Final = A4.height - A4.margin
ROOM: Final = RIGHT - LEFT
LAST: Final = BOTTOM - 16
"""Where lines end on a page without signatures: its number stands under them."""

SIZE: Final = 11.0
INDENT: Final = 22.0
COMPANY: Final = 3
"""Lines that go along with the signatures to a page of their own."""

WRITE: Final = 24.0
"""Height of a line to write on."""

Say = Callable[[Translator], str]


class Line(Struct, frozen=True):
    """A line of ink: ``tall`` is all the room that it takes. Without words it is one to write on."""

    words: str
    size: float = SIZE
    font: str = REGULAR
    colour: str = INK
    indent: float = 0
    tall: float = SIZE * 1.4
    keeps: bool = False
    """It stays with the line after it."""
    mark: str = ""
    """What stands before it, such as its number."""


class Head(Struct, frozen=True):
    """What the first page begins with: its title, which one it is, and a line under that."""

    title: Pair
    which: Pair
    under: str = ""


class Flow:
    """Breaks words into lines."""

    def __init__(self, words: Bilingual) -> None:
        self.words, self.room = words, ROOM

    def titled(self, say: Say) -> Iterator[Line]:
        """Draw a heading."""
        pair = self.words.both(say)
        yield Line(pair.beside, 13, BOLD, TEAL, tall=30, keeps=True)

    def text(
        self,
        text: str,
        indent: float = 0,
        mark: str = "",
        font: str = REGULAR,
        keeps: bool = False,
    ) -> Iterator[Line]:
        """Break somebody's own words, which stand once; ``keeps`` holds them to what follows."""
        if not text.strip():
            return
        for at, line in enumerate(wrap(clean(text), font, SIZE, self.room - indent)):
            yield Line(line, font=font, indent=indent, mark="" if at else mark, keeps=keeps)

    def said(
        self, say: Say, indent: float = 0, keeps: bool = False, above: float = 0
    ) -> Iterator[Line]:
        """Break a sentence of the program's, and the same in the other language under it."""
        pair: Pair = self.words.both(say)
        for line in wrap(clean(pair.main), REGULAR, SIZE, self.room - indent):
            tall = SIZE * 1.4 + above
            yield Line(line, indent=indent, tall=tall, keeps=keeps or bool(pair.second))
            above = 0
        if pair.second:
            for line in wrap(clean(pair.second), ITALIC, 8.6, self.room - indent):
                yield Line(line, 8.6, ITALIC, SOFT, indent, tall=12, keeps=keeps)

    def to_write(self, many: int, indent: float = 0) -> Iterator[Line]:
        """Leave lines to write on."""
        for _ in range(many):
            yield Line("", indent=indent, tall=WRITE)


def draw(
    heading: Heading, words: Bilingual, anchor: Anchor | None, day: Pair, head: Head,
    lines: Sequence[Line],
) -> Document:  # fmt: skip
    """Draw lines on as many sheets as they take and return the document."""
    document = Document(A4.width, A4.height, head.title.main, words.main.code)
    trial = rehearsal(A4.width, A4.height)
    tops = [_head(trial, heading, day, head, first) for first in (True, False)]
    foot = BOTTOM - signing_height(heading, words, anchor) - 14
    pages = _pages(lines, tops, foot)
    for number, of_page in enumerate(pages):
        sheet = document.sheet(A4.width, A4.height)
        if heading.practice:
            practice.ground(sheet, words)
        y = _head(sheet, heading, day, head, number == 0)
        for line in of_page:
            y = _line(sheet, line, y)
        if number == len(pages) - 1:
            signing(sheet, heading, words, anchor, LEFT, RIGHT, BOTTOM)
        if len(pages) > 1:
            sheet_foot(sheet, words, anchor, number, len(pages))
        bands(sheet, words, heading, TOP)
        document.canvas.showPage()
    return document


def _pages(lines: Sequence[Line], tops: Sequence[float], foot: float) -> list[list[Line]]:
    """Cut the lines: none alone from what it belongs to, and the last page has room to sign."""
    pages: list[list[Line]] = [[]]
    y = tops[0]
    for line in lines:
        if y + line.tall > LAST and pages[-1]:
            kept: list[Line] = []
            while len(pages[-1]) > 1 and pages[-1][-1].keeps:
                kept.insert(0, pages[-1].pop())
            pages.append(kept)
            y = tops[1] + sum(one.tall for one in kept)
        pages[-1].append(line)
        y += line.tall
    if y > foot:
        pages.append(_company(pages[-1]))
    return pages


def _company(lines: list[Line]) -> list[Line]:
    """Take the last few lines to the page of the signatures: nobody signs a sheet that says nothing."""
    taken: list[Line] = []
    while len(lines) > 1 and (len(taken) < COMPANY or lines[-1].keeps):
        taken.insert(0, lines.pop())
    return taken


def _head(sheet: Sheet, heading: Heading, day: Pair, head: Head, first: bool) -> float:
    y = letterhead(sheet, heading, day, LEFT, TOP, RIGHT, 17.5, 16, 0.6)
    if not first:
        return y + 4
    y = sheet.pair(LEFT, y + 34, head.title, 28, ROOM, colour=TEAL, lines=1, second=17, shrink=0.6)
    y = sheet.pair(LEFT, y + 24, head.which, 15, ROOM, lines=1, second=11, shrink=0.7)
    if head.under:
        y = sheet.pair(LEFT, y + 17, Pair(head.under), 11.5, ROOM, font=REGULAR, lines=2)
    return y


def _line(sheet: Sheet, line: Line, y: float) -> float:
    y += line.tall
    if line.mark:
        sheet.text(LEFT, y - 3, line.mark, line.size, BOLD, TERRACOTTA, room=line.indent - 6)
    if line.words:
        sheet.text(
            LEFT + line.indent,
            y - 3,
            line.words,
            line.size,
            line.font,
            line.colour,
            room=ROOM - line.indent,
        )
    else:
        sheet.rule(LEFT + line.indent, y - 2, RIGHT, SOFT, 0.7)
    return y
