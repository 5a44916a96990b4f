"""What a sheet of a workbook says: columns, blocks of rows, and formulas with the value they must have.

A formula is a template of Excel's own words: ``SUM({sheet.in})``. The names in braces become addresses when
it is written: ``{in}`` is the cell of that column in the same row, ``{rows.in}`` the column's cells of the
block's rows, ``{block.top.in}`` and ``{block.total.in}`` the cells of its first and last lines, and with a
sheet's key before it (``{cashbook.lines.total.in}``) the same on another sheet.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from imt_desktop.money import Currency, Money

Kind = Literal["text", "count", "money", "day", "moment"]


class Calc(Struct, frozen=True):
    """A formula, and the value that it must give: readers that calculate nothing show that one."""

    formula: str
    value: Money | int


Cell = str | int | Decimal | date | datetime | Money | Calc | None


class Column(Struct, frozen=True):
    """A column. ``private`` ones hold words about people, and can be left out of a copy for others."""

    key: str
    head: str
    kind: Kind = "text"
    wide: int = 14
    private: bool = False


class Line(Struct, frozen=True):
    """A line before or after the rows of a block, with words in its first column: a total, a balance."""

    key: str
    words: str
    cells: Mapping[str, Cell]


class Block(Struct, frozen=True):
    """Rows under the heads of a sheet, in the order of its columns."""

    key: str
    rows: Iterable[Sequence[Cell]]
    title: str = ""
    top: tuple[Line, ...] = ()
    feet: tuple[Line, ...] = ()


class Listing(Struct, frozen=True):
    """A sheet: its name, what stands above the heads, and its blocks."""

    key: str
    name: str
    title: str
    columns: tuple[Column, ...]
    blocks: tuple[Block, ...]
    notes: tuple[str, ...] = ()
    """Lines between the title and the heads: whose it is, of which time, what is left out."""


class Workbook(Struct, frozen=True):
    """A file of sheets, in one currency. ``people``: with words about people."""

    sheets: tuple[Listing, ...]
    currency: Currency
    people: bool = True
    title: str = ""
    author: str = ""


def summed(key: str, value: Money | int) -> Calc:
    """Return the sum of a column's rows, with what it must be."""
    return Calc(f"SUM({{rows.{key}}})", value)


def totals(words: str, **values: Money | int) -> Line:
    """Return the line that adds columns up, by their keys."""
    return Line(
        "total", words, {key.strip("_"): summed(key.strip("_"), v) for key, v in values.items()}
    )
