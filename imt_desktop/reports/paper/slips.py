"""Slips: eight to an A4, to be cut apart; and what all of them begin with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from imt_desktop.reports.facts import Anchor, Heading
from imt_desktop.reports.paper import anchor as anchors
from imt_desktop.reports.paper import practice
from imt_desktop.reports.paper.bands import band, bands
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.fit import beside, fit_name
from imt_desktop.reports.paper.fonts import BOLD, REGULAR, width
from imt_desktop.reports.paper.format import A4
from imt_desktop.reports.paper.ink import INK, SOFT, TEAL
from imt_desktop.reports.paper.progress import step
from imt_desktop.reports.paper.sheet import Document, Sheet

T = TypeVar("T")

ACROSS: Final = 2
DOWN: Final = 4
EACH: Final = ACROSS * DOWN
WIDE: Final = A4.width / ACROSS
TALL: Final = A4.height / DOWN
PAD: Final = 23.0
"""White on all four sides of a slip: the printer's edge, and room for crooked scissors."""

INNER: Final = WIDE - 2 * PAD
_BAND: Final = 10.0


def draw(
    slips: Sequence[T],
    heading: Heading,
    words: Bilingual,
    title: str,
    one: Callable[[Sheet, T, float, float], None],
    nothing: Pair | None = None,
    anchor: Anchor | None = None,
    down: int = DOWN,
) -> Document:
    """Draw slips; ``one`` gets the sheet and the upper left corner of a slip's inside.

    ``nothing`` is said where there are none, beside the ``anchor``; ``down`` are so many under one
    another.
    """
    document = Document(A4.width, A4.height, title, words.main.code)
    add(document, slips, heading, words, one, nothing, anchor, down)
    return document


def add(
    document: Document,
    slips: Sequence[T],
    heading: Heading,
    words: Bilingual,
    one: Callable[[Sheet, T, float, float], None],
    nothing: Pair | None = None,
    anchor: Anchor | None = None,
    down: int = DOWN,
) -> None:
    """Draw slips on further sheets of a document."""
    tall, each = A4.height / down, ACROSS * down
    for first in range(0, max(1, len(slips)), each):
        sheet = document.sheet(A4.width, A4.height)
        if heading.practice:
            sheet.stamp("practice", lambda form: practice.ground(form, words))
        for at, slip in enumerate(slips[first : first + each]):
            row, column = divmod(at, ACROSS)
            x, y = column * WIDE + PAD, row * tall + PAD
            one(sheet, slip, x, y)
            if heading.rebuilt:  # on each of them, since they are cut apart
                band(sheet, words, heading, x, y - _BAND - 2, INNER, _BAND)
        if slips:
            sheet.stamp("cuts", lambda form: _cuts(form, down))
        elif nothing:
            y = top(sheet, heading, Pair(""), words, PAD, PAD)
            sheet.pair(PAD, y + 24, nothing, 12, INNER)
            alone = heading.one_signature
            anchors.draw(sheet, words, anchor, PAD + INNER, y + 80, anchors.SLIP, alone=alone)
        if heading.banded and not (heading.rebuilt and slips):
            sheet.stamp("bands", lambda form: bands(form, words, heading, PAD))
        document.canvas.showPage()
        step(min(first + each, len(slips)), len(slips))


def _cuts(sheet: Sheet, down: int) -> None:
    tall = A4.height / down
    for row in range(1, down):
        sheet.rule(0, row * tall, A4.width, SOFT, 0.6, (4, 4))
    sheet.line([(WIDE, 0), (WIDE, A4.height)], SOFT, 0.6, (4, 4))
    sheet.icon("scissors", WIDE + 8, tall - 6, 12, SOFT)


def top(sheet: Sheet, heading: Heading, title: Pair, words: Bilingual, x: float, y: float) -> float:
    """Draw whose slip it is and what it is; returns the lower edge."""
    said = beside(title, BOLD, 9.5, INNER * 0.5)
    room = INNER * 0.97 - max(width(line, BOLD, said.size) for line in said.lines)
    name = fit_name(heading.committee, 9.5, room, sheet.floor, sheet.floor)
    more = (len(name.lines) - 1) * 2.4  # what the rule gives way, since the edge above does not
    sheet.lines(x, y + 8 - more, name, BOLD, TEAL, leading=0.93)
    sheet.lines(x + INNER, y + 8, said, BOLD, INK, "right")
    sheet.rule(x, y + 13 + more, x + INNER, TEAL, 1.2)
    return y + 13 + more


def blank(sheet: Sheet, x: float, y: float, label: Pair, room: float, lines: int = 1) -> None:
    """Draw a line to write on, its label under it, on so many lines."""
    sheet.rule(x, y, x + room, INK, 0.7)
    sheet.lines(x, y + 9.5, beside(label, REGULAR, 8, room, lines=lines), REGULAR, SOFT)
