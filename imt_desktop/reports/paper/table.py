"""Tables of a paper: heads in two languages, amounts right-aligned, rows as high as their words."""

from __future__ import annotations

from dataclasses import dataclass

from imt_desktop.i18n import Translator
from imt_desktop.money import Money
from imt_desktop.reports.paper.bilingual import Pair
from imt_desktop.reports.paper.figures import amount
from imt_desktop.reports.paper.fonts import BOLD, ITALIC, REGULAR
from imt_desktop.reports.paper.ink import INK, LINE, SOFT, TEAL
from imt_desktop.reports.paper.sheet import Align, Sheet


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, where it stands, how wide it is, and on which side it is aligned."""

    title: Pair
    x: float
    room: float
    align: Align = "left"


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
