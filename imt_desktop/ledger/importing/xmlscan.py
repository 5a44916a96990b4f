"""Looks through a workbook's XML as bytes, without parsing it, for what would harm a parser.

The patterns accept less than XML does: a cell that is written in an odd but legal way is refused,
never overlooked. What spreadsheet programs write passes.
"""

from __future__ import annotations

import re
import string
from array import array
from collections.abc import Iterable
from typing import Final

from msgspec import Struct, field

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

_TAG: Final = rb"""<(?:[^\s<>/!?"'=]*:)?"""
_ATTRIBUTES: Final = rb"""(?:\s+(?!r\s*=)[^\s<>/"'=]+\s*=\s*(?:"[^"'<>]*"|'[^"'<>]*'))*"""
_CLOSE: Final = rb"\s*/?>"
_CELL: Final = re.compile(
    _TAG + rb"c" + _ATTRIBUTES + rb"""\s+r\s*=\s*["']([A-Z]{1,3})([1-9][0-9]{0,6})["']"""
    + _ATTRIBUTES + _CLOSE
)  # fmt: skip
_ROW: Final = re.compile(
    _TAG + rb"row" + _ATTRIBUTES + rb"""\s+r\s*=\s*["']([1-9][0-9]{0,6})["']"""
    + _ATTRIBUTES + _CLOSE
)  # fmt: skip
_USUAL_REST: Final = rb"""(?: (?!r=)[\w:]+="[^"<>]*")*\s*/?>"""
"""A second ``r`` would be the one that calamine goes by."""
_USUAL_CELL: Final = re.compile(rb'<c r="([A-Z]{1,3}[1-9][0-9]{0,6})"' + _USUAL_REST)
_USUAL_ROW: Final = re.compile(rb'<row r="([1-9][0-9]{0,6})"' + _USUAL_REST)
_CELL_STARTS: Final = (re.compile(rb"<c[\s/>]"), re.compile(rb":c[\s/>]"))
_ROW_STARTS: Final = (re.compile(rb"<row[\s/>]"), re.compile(rb":row[\s/>]"))
_CELL_START: Final = re.compile(_TAG + rb"c(?=[\s/>])")
_ROW_START: Final = re.compile(_TAG + rb"row(?=[\s/>])")
_TEXT_START: Final = re.compile(_TAG + rb"si(?=[\s/>])")
_SHEET_DATA: Final = re.compile(_TAG + rb"sheetData(?=[\s/>])")
_DIMENSION: Final = re.compile(_TAG + rb"dimension(?=[\s/>])[^>]*>")
_LAST_CORNER: Final = re.compile(rb"""([A-Z]{1,3})([0-9]{1,7})["']""")
_DECLARATION: Final = re.compile(rb"<!(?!--|\[CDATA\[)")
_ENCODING: Final = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']""")
_SHARED: Final = re.compile(rb"""\st\s*=\s*["']s["'][^>]*>\s*<(?:\w+:)?v>\s*([0-9]{1,9})\s*<""")
_FAILED: Final = re.compile(rb"""\st\s*=\s*["']e["']""")
_WORDS: Final = re.compile(rb"""\st\s*=\s*["']str["']""")
_FORMULA_START: Final = re.compile(_TAG + rb"f[\s/>]")
_FORMULA: Final = re.compile(_TAG + rb"f(?:\s[^>]*)?>([^<]*)<")
_VALUE: Final = re.compile(_TAG + rb"v(?:\s[^>]*)?>\s*([^<\s][^<]*)<")
_SUM: Final = re.compile(
    rb"\s*(?:SUM|SUBTOTAL|(?:_xlfn\.)?AGGREGATE)\s*\((?:\s*[0-9]+\s*,)*"
    rb"\s*\$?[A-Z]{1,3}\$?([0-9]{1,7})\s*:\s*\$?[A-Z]{1,3}\$?([0-9]{1,7})\s*\)\s*$",
    re.IGNORECASE,
)
_STARTS: Final = tuple(
    mark + name
    for name in (b"c ", b"c>", b"row ", b"row>", b"si>", b"si ", b"sheetData", b"sst")
    for mark in (b"<", b":")
)
"""Where a piece may be cut: a cell or a shared text then stands in one piece with its markup."""
_ENDS: Final = (b"/sheetData>", b":sheetData>", b"/sst>", b":sst>")
_NEAR_THE_END: Final = 4096
"""A piece is searched from here for where it may be cut, and as a whole only where nothing is found."""
_SHORT_TEXT: Final = 64
_LETTERS: Final = string.ascii_uppercase.encode()
_FIGURES: Final = string.digits.encode()


class Marks(Struct):
    """What calamine does not tell about a sheet's cells, by (row, column from 0)."""

    sums: set[tuple[int, int]] = field(default_factory=set)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)


class XmlScan:
    """Takes one part piece by piece and raises as soon as it is not harmless.

    ``label`` names the part to the reader: the sheet's name, or the path within the file.
    ``texts`` are the lengths of the shared texts, gathered in ``lengths`` by an earlier scan.
    """

    def __init__(self, name: str, label: str, texts: array[int] | None = None) -> None:
        self.marks: Final = Marks()
        self.lengths: Final = array("L")
        self._name, self._label = name, label
        self._texts = texts if texts and max(texts) > _SHORT_TEXT else None
        self._spelled = 0
        self._carry = b""
        self._begun = self._whole = self._in_sheet = False
        self._row = self._rows = self._bottom = self._right = 0

    def feed(self, piece: bytes) -> None:
        """Look at the next piece. Raises what its methods below say."""
        text = self._carry + piece
        if not self._begun:
            if len(text) < 200:
                self._carry = text
                return
            text = self._begin(text)
        at = self._cut(text)
        self._carry = text[at:]
        if len(self._carry) > limits.MOST_TOKEN_BYTES:
            raise TextTooLongError(self._label, limits.MOST_CELL_TEXT)
        self._look(text[:at])

    def _cut(self, text: bytes) -> int:
        """Return where to cut: before the last cell or shared text, elsewhere before the last tag."""
        if not self._whole:
            self._whole = b"<sheetData" in text or b":sheetData" in text or b"sst" in text
        if not self._whole:
            return max(0, text.rfind(b"<"))
        near = max(0, len(text) - _NEAR_THE_END)
        starts = _last(_STARTS, text, near)
        if starts < 0:
            near, starts = 0, _last(_STARTS, text, 0)
        if starts <= _last(_ENDS, text, near):
            self._whole = False  # the table is over: what follows it has no cells
            return max(0, text.rfind(b"<"))
        return max(0, text.rfind(b"<", 0, starts + 1))

    def close(self) -> None:
        """Look at what is left after the last piece."""
        self._look(self._carry if self._begun else self._begin(self._carry))
        self._carry = b""

    def _begin(self, text: bytes) -> bytes:
        """Raise DamagedFileError unless the part is UTF-8, the only encoding the scan can read."""
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
        for found in _DIMENSION.finditer(text) if b"dimension" in text else ():
            for column, row in _LAST_CORNER.findall(found[0]):
                self._within(int(row), column_index(column.decode()))
        if not self._in_sheet:
            begin = _SHEET_DATA.search(text)
            if not begin:
                self._look_at_texts(text)
                return
            self._in_sheet = True
            text = text[begin.start() :]
        self._look_at_rows(text)
        self._look_at_cells(text)

    def _look_at_texts(self, text: bytes) -> None:
        starts = [found.start() for found in _TEXT_START.finditer(text)]
        if starts:
            ends = [*starts[1:], len(text)]
            self.lengths.extend(end - start for start, end in zip(starts, ends, strict=True))

    def _look_at_rows(self, text: bytes) -> None:
        """Raise CellWithoutPlaceError, TooManyRowsError."""
        rows = list(map(int, _USUAL_ROW.findall(text)))
        if not _are_all(len(rows), text, b"<row", _ROW_STARTS):
            rows = list(map(int, _ROW.findall(text)))
            if len(rows) != len(_ROW_START.findall(text)):
                raise CellWithoutPlaceError(self._label)
        if rows:
            self._rows += len(rows)
            if self._rows > limits.MOST_ROWS:
                raise TooManyRowsError(self._label, limits.MOST_ROWS)
            self._within(max(rows), 0)

    def _look_at_cells(self, text: bytes) -> None:
        """Raise CellWithoutPlaceError; DamagedFileError if cells would overwrite one another."""
        places = _USUAL_CELL.findall(text)
        if not _are_all(len(places), text, b"<c", _CELL_STARTS):
            places = [column + row for column, row in _CELL.findall(text)]
            if len(places) != len(_CELL_START.findall(text)):
                raise CellWithoutPlaceError(self._label)
        if not places:
            return
        together = b" ".join(places)  # taken apart all at once: a file has a million of them
        rows = list(map(int, together.translate(None, _LETTERS).split()))
        if rows[0] < self._row or rows != sorted(rows) or len(set(places)) != len(places):
            raise DamagedFileError(self._name, self._label)
        self._row = rows[-1]
        columns = set(together.translate(None, _FIGURES).split())
        self._within(rows[-1], max(column_index(column.decode()) for column in columns))
        if self._texts:
            self._spell(text, self._texts)
        if any(hint in text for hint in (b"<f", b":f", b'"e"', b"'e'")):
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

    def _spell(self, text: bytes, lengths: array[int]) -> None:
        """Count shared texts each time they are used: one long one could fill the memory."""
        used = map(int, _SHARED.findall(text))
        self._spelled += sum(lengths[index] for index in used if index < len(lengths))
        if self._spelled > limits.MOST_SHARED_TEXT:
            raise TooManyCellsError(self._label, limits.MOST_CELLS)

    def _mark(self, text: bytes) -> None:
        """Note formulas and failed cells. Raises DamagedFileError."""
        cells = list(_CELL.finditer(text))
        if not cells:  # a cell begins here, and its tag never ends
            raise DamagedFileError(self._name, self._label)
        ends = [*(cell.start() for cell in cells[1:]), len(text)]
        for cell, end in zip(cells, ends, strict=True):
            body = text[cell.end() : end]
            place = int(cell[2]), column_index(cell[1].decode())
            value = _VALUE.search(body)
            if _FAILED.search(cell[0]):
                self.marks.errors[place] = value[1].decode("utf-8", "replace") if value else "#"
            elif not _FORMULA_START.search(body):
                continue
            elif value is None and not _WORDS.search(cell[0]):
                self.marks.errors[place] = UNCALCULATED
            formula = _FORMULA.search(body)
            added = _SUM.match(formula[1]) if formula else None
            if added and int(added[1]) < int(added[2]) < place[0]:
                self.marks.sums.add(place)


def _are_all(usual: int, text: bytes, mark: bytes, starts: tuple[re.Pattern[bytes], ...]) -> bool:
    """Whether no row or cell begins in another way than the usual; mostly counting the ``mark`` tells."""
    plain, prefixed = starts
    begun = usual if text.count(mark) == usual else len(plain.findall(text))
    return begun + len(prefixed.findall(text)) == usual


def _last(marks: Iterable[bytes], text: bytes, near: int) -> int:
    """Return where the last of these marks begins from a place on; -1 if there is none."""
    return max(text.rfind(mark, near) for mark in marks)
