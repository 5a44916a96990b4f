"""Looks through a workbook's XML as bytes, without parsing it, for what would harm a parser.

The patterns accept less than XML does: a cell that is written in an odd but legal way is refused,
never overlooked. What spreadsheet programs write passes.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass, field
from typing import Final

from imt_desktop.ledger.importing import limits
from imt_desktop.ledger.importing.errors import (
    CellWithoutPlaceError,
    DamagedFileError,
    DoctypeError,
    TextTooLongError,
    TooManyCellsError,
    TooManyColumnsError,
    TooManyRowsError,
)
from imt_desktop.ledger.importing.sheets import UNCALCULATED, column_index

_PREFIX: Final = rb"<(?:[A-Za-z_][\w.-]*:)?"
_OTHERS: Final = rb"""(?:\s+(?!r\s*=)[\w:.-]+\s*=\s*(?:"[^"'<>]*"|'[^"'<>]*'))*"""
_CELL: Final = re.compile(
    _PREFIX + rb"c" + _OTHERS + rb"""\s+r\s*=\s*["']([A-Z]{1,3})([1-9]\d{0,6})["']"""
    rb"(" + _OTHERS + rb")\\s*/?>".replace(b"\\\\", b"\\")
)  # fmt: skip
_CELL_START: Final = re.compile(_PREFIX + rb"c(?=[\s/>])")
_ROW: Final = re.compile(
    _PREFIX + rb"row" + _OTHERS + rb"""\s+r\s*=\s*["']([1-9]\d{0,6})["']""" + _OTHERS + rb"\s*/?>"
)
_ROW_START: Final = re.compile(_PREFIX + rb"row(?=[\s/>])")
_TEXT_START: Final = re.compile(_PREFIX + rb"si(?=[\s/>])")
_SHEET_DATA: Final = re.compile(_PREFIX + rb"sheetData(?=[\s/>])")
_DIMENSION: Final = re.compile(_PREFIX + rb"dimension(?=[\s/>])[^>]*>")
_SPAN: Final = re.compile(rb"""\sref\s*=\s*["'](?:([A-Z]{1,3})(\d{1,7})(?::|["']))+""")
_DECLARATION: Final = re.compile(rb"<!(?!--|\[CDATA\[)")
_ENCODING: Final = re.compile(rb"""^<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']""")
_SHARED: Final = re.compile(rb"""\st="s"[^>]*>\s*<(?:\w+:)?v>\s*(\d{1,9})\s*<""")
_FORMULA: Final = re.compile(_PREFIX + rb"f(?:\s[^>]*)?>([^<]*)<")
_FORMULA_START: Final = re.compile(_PREFIX + rb"f[\s/>]")
_VALUE: Final = re.compile(_PREFIX + rb"v(?:\s[^>]*)?>\s*([^<\s][^<]*)<")
_SUM: Final = re.compile(
    rb"^\s*(?:SUM|SUBTOTAL|_xlfn\.AGGREGATE|AGGREGATE)\s*\((?:\s*\d+\s*,)*"
    rb"\s*\$?[A-Z]{1,3}\$?(\d{1,7})\s*:\s*\$?[A-Z]{1,3}\$?(\d{1,7})\s*\)\s*$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Marks:
    """What calamine does not tell about a sheet's cells, by (row, column from 0)."""

    sums: set[tuple[int, int]] = field(default_factory=set)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)


class XmlScan:
    """Takes one part piece by piece and raises as soon as it is not harmless.

    ``label`` names the part to the reader: the sheet's name, or the path within the file.
    """

    def __init__(self, name: str, label: str, texts: array[int] | None = None) -> None:
        self.marks: Final = Marks()
        self.lengths: Final = array("L")
        self.spelled = 0
        self._name, self._label, self._texts = name, label, texts
        self._carry = b""
        self._begun = self._in_sheet = False
        self._shared_strings = False
        self._row = self._bottom = self._right = 0
        self._rows = 0
        self._top = self._left = 0

    def feed(self, piece: bytes) -> None:
        """Look at the next piece."""
        text = self._carry + piece if self._carry else piece
        if not self._begun:
            if len(text) < 200 and piece:
                self._carry = text
                return
            text = self._begin(text)
        at = max(text.rfind(b"<c"), text.rfind(b"<row"), text.rfind(b"<si"), text.rfind(b":c"))
        at = text.rfind(b"<", 0, at + 1) if at > 0 else text.rfind(b"<")
        at = max(at, 0)
        self._carry = text[at:]
        if len(self._carry) > limits.MOST_TOKEN_BYTES:
            raise TextTooLongError(self._label, limits.MOST_CELL_TEXT)
        self._look(text[:at])

    def close(self) -> None:
        """Look at what is left after the last piece."""
        if not self._begun:
            self._carry = self._begin(self._carry)
        self._look(self._carry)
        self._carry = b""

    def _begin(self, text: bytes) -> bytes:
        self._begun = True
        text = text.removeprefix(b"\xef\xbb\xbf")
        found = _ENCODING.match(text)
        known = not found or found[1].lower() in (b"utf-8", b"utf8", b"us-ascii", b"ascii")
        if not known or b"\0" in text[:4] or text[:2] in (b"\xfe\xff", b"\xff\xfe"):
            raise DamagedFileError(self._name, self._label)
        return text

    def _look(self, text: bytes) -> None:
        if _DECLARATION.search(text):
            raise DoctypeError(self._name, self._label)
        for found in _DIMENSION.finditer(text):
            if span := _SPAN.search(found[0]):
                self._within(int(span[2]), column_index(span[1].decode()))
        if self._texts is None:
            self._look_at_texts(text)
        if not self._in_sheet:
            found_data = _SHEET_DATA.search(text)
            if not found_data:
                return
            self._in_sheet = True
            text = text[found_data.start() :]
        self._look_at_rows(text)
        self._look_at_cells(text)

    def _look_at_texts(self, text: bytes) -> None:
        starts = [found.start() for found in _TEXT_START.finditer(text)]
        if starts:
            ends = [*starts[1:], len(text)]
            self.lengths.extend(end - start for start, end in zip(starts, ends, strict=True))

    def _look_at_rows(self, text: bytes) -> None:
        rows = [int(row) for row in _ROW.findall(text)]
        if len(rows) != len(_ROW_START.findall(text)):
            raise CellWithoutPlaceError(self._label)
        if rows:
            self._rows += len(rows)
            if self._rows > limits.MOST_ROWS:
                raise TooManyRowsError(self._label, limits.MOST_ROWS)
            self._within(max(rows), 0)

    def _look_at_cells(self, text: bytes) -> None:
        cells = _CELL.findall(text)
        if len(cells) != len(_CELL_START.findall(text)):
            raise CellWithoutPlaceError(self._label)
        if not cells:
            return
        rows = [int(row) for _, row, _ in cells]
        columns = {column_index(column.decode()) for column in {column for column, _, _ in cells}}
        in_order = all(one <= two for one, two in zip(rows, rows[1:], strict=False))
        if not in_order or rows[0] < self._row or len({cell[:2] for cell in cells}) != len(cells):
            raise DamagedFileError(self._name, self._label)  # cells would overwrite one another
        self._row = rows[-1]
        self._within(rows[-1], max(columns))
        if self._texts and max(self._texts) > 64:
            self._spell(text)
        if b't="e"' in text or _FORMULA_START.search(text):
            self._mark(text)

    def _within(self, row: int, column: int) -> None:
        """Check that a place lies where sheets are read, and the rectangle up to it too."""
        if row > limits.MOST_ROWS:
            raise TooManyRowsError(self._label, limits.MOST_ROWS)
        if column >= limits.MOST_COLUMNS:
            raise TooManyColumnsError(self._label, limits.MOST_COLUMNS)
        self._bottom, self._right = max(self._bottom, row), max(self._right, column + 1)
        if self._bottom * self._right > limits.MOST_CELLS:
            raise TooManyCellsError(self._label, limits.MOST_CELLS)

    def _spell(self, text: bytes) -> None:
        """Count the letters of shared texts each time they are used: one long one can fill GBs."""
        texts = self._texts or array("L")
        for index in map(int, _SHARED.findall(text)):
            if index < len(texts):
                self.spelled += texts[index]
        if self.spelled > limits.MOST_SHARED_TEXT:
            raise TooManyCellsError(self._label, limits.MOST_CELLS)

    def _mark(self, text: bytes) -> None:
        found = list(_CELL.finditer(text))
        for cell, following in zip(found, [*found[1:], None], strict=True):
            body = text[cell.end() : following.start() if following else len(text)]
            formula = _FORMULA_START.search(body)
            failed = b't="e"' in cell[0]
            if not formula and not failed:
                continue
            row, column = int(cell[2]), column_index(cell[1].decode())
            value = _VALUE.search(body)
            if failed:
                code = value[1].decode("utf-8", "replace") if value else "#"
                self.marks.errors[row, column] = code
            elif value is None and b't="str"' not in cell[0]:
                self.marks.errors[row, column] = UNCALCULATED
            written = _FORMULA.search(body)
            adds = _SUM.match(written[1]) if written else None
            if adds and int(adds[1]) < int(adds[2]) < row:
                self.marks.sums.add((row, column))
