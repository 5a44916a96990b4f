"""Reads the cells of one row by their fields; whatever is wrong becomes a problem."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import Any, Final, TypeVar

from imt_desktop.errors import UserError
from imt_desktop.ledger.importing.amounts import parse_amount
from imt_desktop.ledger.importing.cell_errors import (
    MissingValueError,
)
from imt_desktop.ledger.importing.dates import parse_date
from imt_desktop.ledger.importing.layout import Column, Layout
from imt_desktop.ledger.importing.rows import Options, Problem
from imt_desktop.ledger.importing.sheets import Cell, shown
from imt_desktop.ledger.importing.synonyms import fold, is_blank
from imt_desktop.ledger.importing.table import Line
from imt_desktop.ledger.importing.values import parse_number, parse_text, parse_word
from imt_desktop.money import Money

T = TypeVar("T")

LISTED: Final = {
    "status": "status",
    "connection_type": "connection",
    "method": "method",
    "category": "category",
}
"""Fields whose cells hold a word of a list, and which list."""


_MOST_KNOWN: Final = 20_000
"""Cells of a field: names and numbers of receipts may all be different."""
_ALIKE: Final = frozenset({type(None), str, int, date, datetime})
"""Types of which equal cells are read alike; of decimals ``1.5`` and ``1.50`` are equal, and no one text."""

Parsed = defaultdict[str, dict[Cell, Any]]
"""By field: what cells of a file were read as, since the same ones stand in thousands of rows."""


class RowReader:
    """Reads one row of a sheet after another; ``problems`` are those of the ``line`` that is read."""

    def __init__(self, layout: Layout, options: Options) -> None:
        self.layout: Final = layout
        self.line = Line(0, ())
        self.problems: list[Problem] = []
        self._words: Final = options.words
        self._first: Final = {name: held[0] for name, held in layout.fields.items() if held}
        self._known: Final[Parsed] = defaultdict(dict)
        self._parse_day: Final = partial(parse_date, order=options.date_order, today=options.on)
        self._parse_amount: Final = partial(
            parse_amount, currency=options.currency, decimal=options.decimal
        )

    def begin(self, line: Line) -> None:
        """Go on to a row."""
        self.line, self.problems = line, []

    def text(self, field: str) -> str | None:
        """Read a text."""
        return self.read(field, parse_text)

    def number(self, field: str) -> str | None:
        """Read a number that is kept as text."""
        return self.read(field, parse_number)

    def first_number(self, field: str) -> str | None:
        """Read a number from the first of the field's columns that has one."""
        found = (self._read(column, field, parse_number) for column in self._columns(field))
        return next(filter(None, found), None)

    def day(self, field: str) -> date | None:
        """Read a date."""
        return self.read(field, self._parse_day)

    def amount(self, field: str) -> Money | None:
        """Read an amount of any sign."""
        return self.read(field, self._parse_amount)

    def word(self, field: str) -> str | None:
        """Read a word of the field's list as its code."""
        return self.read(field, lambda cell: parse_word(cell, LISTED[field], field, self._words))

    def meant(self, field: str) -> str | None:
        """Return the code that somebody chose for the words of a cell that is no word of a list."""
        return self._words.get((field, fold(self.remark(field))))

    def remark(self, field: str) -> str:
        """Read what somebody noted down: whatever stands there is no reason to refuse the row."""
        cells = (self.line.cell(column.index) for column in self._columns(field))
        text = " ".join(" ".join(map(shown, cells)).split())
        return "" if is_blank(text) else text

    def name(self) -> str | None:
        """Read a name from all the columns that it is spread over."""
        parts = [self._read(column, "name", parse_text) for column in self._columns("name")]
        return parts[0] if len(parts) == 1 else " ".join(filter(None, parts)) or None

    def read(self, field: str, parse: Callable[[Cell], T | None]) -> T | None:
        """Read a field's cell; None if it has no column, is empty or is wrong."""
        column = self._first.get(field)
        return self._read(column, field, parse) if column else None

    def need(self, *fields: str) -> None:
        """Note that one of these fields should be filled, unless one was found to be wrong."""
        if not any(problem.field in fields for problem in self.problems):
            known = next((field for field in fields if self._columns(field)), fields[0])
            self.refuse(known, MissingValueError(known))

    def refuse(self, field: str, error: UserError) -> None:
        """Note what is wrong with a field's cell."""
        columns = self._columns(field)
        if not columns:
            self.problems.append(Problem(self.line.number, "", "", "", error))
            return
        self._refuse(columns[0], field, error)

    def has(self, field: str) -> bool:
        """Whether the sheet has a column of this field."""
        return field in self._first

    def _read(self, column: Column, field: str, parse: Callable[[Cell], T | None]) -> T | None:
        cells, index = self.line.cells, column.index
        cell = cells[index] if index < len(cells) else None
        known, alike = self._known[field], type(cell) in _ALIKE
        if alike and cell in known:
            found: T | None = known[cell]
            return found
        try:
            found = parse(cell)
        except UserError as error:
            self._refuse(column, field, error)
            return None
        if alike and len(known) < _MOST_KNOWN:
            known[cell] = found
        return found

    def _refuse(self, column: Column, field: str, error: UserError) -> None:
        text = shown(self.line.cell(column.index))
        self.problems.append(
            Problem(
                self.line.number, column.header, column.letter, text, error.beside(field), field
            )
        )

    def _columns(self, field: str) -> tuple[Column, ...]:
        return self.layout.fields.get(field, ())
