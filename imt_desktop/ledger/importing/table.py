"""Tells a table's data from what stands between it: totals, empty rows, repeated headers, notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Final

from msgspec import Struct

from imt_desktop.ledger.importing.layout import NEEDED, Layout, could_be_header, header_fields
from imt_desktop.ledger.importing.rows import Skipped
from imt_desktop.ledger.importing.sheets import Cell, Sheet, shown
from imt_desktop.ledger.importing.synonyms import KINDS, code_of, fold, is_blank, is_total

_AMOUNTS: Final = ("amount", "owed", "ahead", "balance")
_KEYS: Final = {
    "members": ("number",),
    "opening": ("number",),
    "payments": ("on",),
    "expenses": ("on",),
}
"""Fields that a row of totals leaves empty, or where it says that it is one."""
_FEWEST_HEADERS: Final = 3
OFTEN: Final = 512
"""After so many rows long work looks whether it should stop."""


class Line(Struct, frozen=True):
    """A row of data: its number and cells. ``too_wide`` if it has more values than columns.

    A struct, as a file has a hundred thousand.
    """

    number: int
    cells: tuple[Cell, ...]
    too_wide: bool = False

    def cell(self, index: int) -> Cell:
        """Return the cell of a column, None beyond the row's end."""
        return self.cells[index] if index < len(self.cells) else None


def lines(
    sheet: Sheet, layout: Layout, halt: Callable[[], None] = lambda: None
) -> tuple[list[Line], tuple[Skipped, ...]]:
    """Part the rows below the header into data and what was passed over, and why.

    ``halt`` is called now and then; it raises where somebody does not want to wait any longer.
    """
    data: list[Line] = []
    passed: list[Skipped] = []
    width = _width(sheet, layout) if sheet.ragged else (0, 0)
    places = _Places.of(layout)
    elsewhere = False
    start = max(layout.header_row + 1, sheet.first_row)
    for number in range(start, sheet.first_row + len(sheet.rows)):
        if not number % OFTEN:
            halt()
        line = Line(number, sheet.row(number))
        reason = _reason(sheet, layout, line, places)
        elsewhere = reason == "table" or (elsewhere and reason != "header")
        if elsewhere and reason != "empty":
            reason = "table"
        if reason:
            passed.append(Skipped(number, number, reason, _first_text(line)))
        else:
            too_wide = sheet.ragged and _too_wide(line, *width)
            data.append(Line(number, line.cells, True) if too_wide else line)
    return data, tuple(_joined(passed))


class _Places(Struct, frozen=True):
    """The columns by which every row is judged, looked up once for a sheet."""

    keys: tuple[int, ...]
    amounts: frozenset[int]
    cancelled: tuple[int, ...]
    fields: tuple[tuple[str, tuple[int, ...]], ...]

    @classmethod
    def of(cls, layout: Layout) -> _Places:
        """Look them up."""
        fields = {name: tuple(one.index for one in held) for name, held in layout.fields.items()}
        keys = (index for name in _KEYS[layout.kind] for index in fields.get(name, ()))
        amounts = (index for name in _AMOUNTS for index in fields.get(name, ()))
        cancelled = fields.get("cancelled", ())
        return cls(tuple(keys), frozenset(amounts), cancelled, tuple(fields.items()))


def _reason(sheet: Sheet, layout: Layout, line: Line, places: _Places) -> str:
    if _is_empty(line.cells):
        return "empty"
    if could_be_header(line.cells):
        if _repeats_header(sheet, layout, line):
            return "header"
        if _begins_table(line):
            return "table"
    if _is_total(sheet, line, places):
        return "total"
    for column in places.cancelled:
        if _says_yes(line.cell(column)):
            return "cancelled"
    only_number = layout.kind in ("members", "opening")
    filled = ""
    for name, columns in places.fields:
        for column in columns:
            if _is_filled(line.cell(column)):
                filled = name
                if name != "number" or not only_number:
                    return ""
    return "number" if filled else "aside"


def _is_empty(cells: tuple[Cell, ...]) -> bool:
    for cell in cells:  # the first cell of most rows tells it
        if isinstance(cell, str):
            if cell.strip():
                return False
        elif cell is not None:
            return False
    return True


def _is_filled(cell: Cell) -> bool:
    return not (cell is None or (isinstance(cell, str) and is_blank(cell)))


def _says_yes(cell: Cell) -> bool:
    """Whether a cell says that something is so: a word, a mark or an amount, but no ``no`` and no 0."""
    return _is_filled(cell) and code_of("answer", shown(cell)) != "no" and cell != 0


def _repeats_header(sheet: Sheet, layout: Layout, line: Line) -> bool:
    header = sheet.row(layout.header_row) if layout.header_row else ()
    return bool(header) and _folded(header) == _folded(line.cells)


def _folded(cells: tuple[Cell, ...]) -> list[str]:
    texts = [fold(shown(cell)) for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    return texts


def _begins_table(line: Line) -> bool:
    """Whether a row is the header of some other table: mostly headers, and all that one needs."""
    filled = sum(cell is not None for cell in line.cells)
    for kind in KINDS:
        found = header_fields(line.cells, kind)
        known = sum(len(columns) for columns in found.values())
        whole = all(any(field in found for field in group) for group in NEEDED[kind])
        if len(found) >= _FEWEST_HEADERS and whole and 2 * known > filled:
            return True
    return False


def _is_total(sheet: Sheet, line: Line, places: _Places) -> bool:
    summed = {column for row, column in sheet.sums if row == line.number} if sheet.sums else set()
    if summed & places.amounts:
        return True
    for column in places.keys:
        if _is_filled_key(line.cell(column)):
            return False
    return bool(summed) or any(isinstance(cell, str) and is_total(cell) for cell in line.cells)


def _is_filled_key(cell: Cell) -> bool:
    return _is_filled(cell) and not (isinstance(cell, str) and is_total(cell))


def _width(sheet: Sheet, layout: Layout) -> tuple[int, int]:
    """Return how many columns the header has, and how many most rows have."""
    widths = Counter(len(row) for row in sheet.rows if any(cell is not None for cell in row))
    usual = widths.most_common(1)[0][0] if widths else 0
    return (len(sheet.row(layout.header_row)) if layout.header_row else usual), usual


def swallowed(sheet: Sheet, layout: Layout) -> tuple[int, int] | None:
    """Return found and usual width if the header line of a text file seems to hold a row as well.

    That is so when a line break is lost: more columns than the rows have, and figures in them.
    """
    if not sheet.ragged:
        return None
    header, usual = _width(sheet, layout)
    cells = sheet.row(layout.header_row) if layout.header_row else ()
    figures = any(re.fullmatch(r"[\W\d_]*\d[\W\d_]*", shown(cell)) for cell in cells)
    return (header, usual) if figures and header > usual else None


def _too_wide(line: Line, header: int, usual: int) -> bool:
    """Whether a line of a text file has values beyond its header: a mark too many shifts them."""
    if len(line.cells) <= header:
        return False
    return len(line.cells) != usual or any(cell is not None for cell in line.cells[header:])


def _first_text(line: Line) -> str:
    return next((shown(cell) for cell in line.cells if cell is not None), "")


def _joined(passed: list[Skipped]) -> Iterator[Skipped]:
    """Join neighbouring rows that were passed over for the same reason, but for totals."""
    run: Skipped | None = None
    for each in passed:
        if run and run.reason == each.reason != "total" and run.last + 1 == each.first:
            run = Skipped(run.first, each.last, run.reason, run.text)
            continue
        if run:
            yield run
        run = each
    if run:
        yield run
