"""Tables of a paper: heads in two languages, amounts right-aligned, rows as high as their words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from imt_desktop.i18n import Translator
from imt_desktop.money import Money
from imt_desktop.reports.paper.bilingual import Pair
from imt_desktop.reports.paper.figures import amount
from imt_desktop.reports.paper.fit import wrap
from imt_desktop.reports.paper.fonts import BOLD, ITALIC, REGULAR, width
from imt_desktop.reports.paper.gateway import clean
from imt_desktop.reports.paper.ink import INK, LINE, SOFT, TEAL
from imt_desktop.reports.paper.sheet import Align, Sheet

SHARED: Final = 90.0
"""Least width of a column that takes what the others leave."""

SMALLEST: Final = 8.0
MOST_LINES: Final = 3
"""Of a head in one language."""

WIDEST: Final = 150.0
"""Most that a head may ask for; one that is a name can be longer, and is cut."""


class Column(Struct, frozen=True):
    """A column: its head, where it stands, how wide it is, and on which side it is aligned."""

    title: Pair
    x: float
    room: float
    align: Align = "left"


def across(
    titles: Sequence[tuple[Pair, Align]], wide: Sequence[float], left: float, right: float,
    gap: float,
) -> list[Column]:  # fmt: skip
    """Lay columns beside each other. Those of no width share what the others leave.

    None is narrower than its head needs: where they have too little room, they give it up as far as that.
    """
    least = [_least(title) for title, _align in titles]
    taken = [one and max(one, word) for one, word in zip(wide, least, strict=True)]
    shared = taken.count(0)
    room = right - left - gap * (len(taken) - 1)
    if room - sum(taken) < SHARED * shared:  # amounts of many digits are written smaller
        over = sum(taken) - (room - SHARED * shared)
        spare = [max(0.0, one - word) for one, word in zip(taken, least, strict=True)]
        share = min(1.0, over / max(1.0, sum(spare)))
        taken = [one and one - extra * share for one, extra in zip(taken, spare, strict=True)]
    free = (room - sum(taken)) / max(1, shared)
    columns, x = [], left
    for (title, align), one in zip(titles, taken, strict=True):
        of = one or free
        columns.append(Column(title, x + of if align == "right" else x, of, align))
        x += of + gap
    return columns


def _least(title: Pair) -> float:
    """Return how wide a column has to be for its head: no word broken, and in so many lines."""
    return max(_needed(title.main, BOLD), _needed(title.second, ITALIC))


def _needed(words: str, font: str) -> float:
    words = clean(words)
    room = max((width(word, font, SMALLEST) for word in words.split()), default=0) + 0.1
    while room < WIDEST and len(wrap(words, font, SMALLEST, room)) > MOST_LINES:
        room *= 1.05
    return min(room, WIDEST)


def head(
    sheet: Sheet,
    columns: list[Column],
    y: float,
    left: float,
    right: float,
    size: float,
    colour: str = TEAL,
) -> float:
    """Draw the heads and the line under them; ``y`` is their upper edge. Returns the line's y."""
    two = any(column.title.second for column in columns)
    base = y + size
    for column in columns:
        sheet.text(
            column.x, base, column.title.main, size, BOLD, colour, column.align, room=column.room
        )
        if column.title.second:
            small = max(size * 0.8, sheet.floor)
            sheet.text(
                column.x, base + small * 1.22, column.title.second, small, ITALIC, SOFT, column.align,
                room=column.room,
            )  # fmt: skip
    line = base + (max(size * 0.8, sheet.floor) * 1.22 if two else 0) + size * 0.5
    sheet.rule(left, line, right, colour, 1.3)
    return line


def figure(
    sheet: Sheet,
    column: Column,
    y: float,
    money: Money | None,
    size: float,
    tr: Translator,
    cents: bool,
    *,
    colour: str = INK,
    bold: bool = False,
) -> float:
    """Write an amount into a column, nothing for None; returns where it begins."""
    if money is None:
        return column.x
    font = BOLD if bold else REGULAR
    return amount(sheet, column.x, y, money, size, tr, column.room, colour, cents=cents, font=font)


def hairline(sheet: Sheet, left: float, y: float, right: float) -> None:
    """Draw the line between two rows."""
    sheet.rule(left, y, right, LINE, 0.6)
