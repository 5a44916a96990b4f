"""A workbook as plain values: what was read, with rows and columns numbered as in the file."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Final

from msgspec import Struct, field

from imt_desktop.ledger.importing.cell_errors import (
    UnknownSheetError,
)

UNCALCULATED: Final = "uncalculated"
"""The code of a cell whose formula has no stored result."""


class CellError(Struct, frozen=True):
    """A cell without a value: a formula's failure such as ``#REF!``, or ``UNCALCULATED``."""

    code: str

    def __str__(self) -> str:
        return self.code


Cell = str | int | Decimal | date | datetime | bool | CellError | None
"""A cell's value. Never a float; a bool is not a number here."""


class Sheet(Struct, frozen=True):
    """A sheet. ``rows[0]`` is row ``first_row`` of the file and every row begins at column A.

    ``sums`` are the places (row, column from 0) of formulas that add up the rows above them.
    ``ragged`` says that a row can have more values than its header has columns (csv).
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    first_row: int = 1
    hidden: bool = False
    ragged: bool = False
    sums: frozenset[tuple[int, int]] = field(default_factory=frozenset)

    def row(self, number: int) -> tuple[Cell, ...]:
        """Return the row of that number as in the file; an empty one beyond the end."""
        index = number - self.first_row
        return self.rows[index] if 0 <= index < len(self.rows) else ()


class Workbook(Struct, frozen=True):
    """What a file holds. ``sha256`` is of its bytes; ``encoding``, ``delimiter`` only of a csv."""

    name: str
    sheets: tuple[Sheet, ...]
    sha256: str
    encoding: str = ""
    delimiter: str = ""

    def sheet(self, name: str) -> Sheet:
        """Find a sheet by its name, as written or but for case and spaces.

        Raises UnknownSheetError.
        """
        for sheet in self.sheets:
            if sheet.name == name:
                return sheet
        wanted = " ".join(name.split()).casefold()
        for sheet in self.sheets:
            if " ".join(sheet.name.split()).casefold() == wanted:
                return sheet
        raise UnknownSheetError(name, tuple(sheet.name for sheet in self.sheets))


def column_letter(index: int) -> str:
    """Name a column, counted from 0, as spreadsheet programs do: A, Z, AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_index(letters: str) -> int:
    """Return the number, from 0, of a column named by letters A to Z."""
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1


def shown(cell: Cell) -> str:
    """Write a cell's value as plain text, for a preview or a message."""
    match cell:
        case None:
            return ""
        case bool():
            return "TRUE" if cell else "FALSE"
        case datetime():
            return cell.isoformat(" ", "minutes")
        case date():
            return cell.isoformat()
        case _:
            return str(cell)
