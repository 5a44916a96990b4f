"""Text files with columns (csv): encoding, mark between columns and quotes, nothing guessed.

What cannot be told from the file is asked by an error that carries the choices.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from typing import Final

from msgspec import Struct

from imt_desktop.ledger.importing import limits
from imt_desktop.ledger.importing.errors import (
    DelimiterUnknownError,
    EmptySpreadsheetError,
    EncodingUnknownError,
    NotASpreadsheetError,
    NulBytesError,
    TextTooLongError,
    TooManyColumnsError,
    TooManyRowsError,
    UnclosedQuoteError,
    UnknownDelimiterError,
    UnknownEncodingError,
    WrongEncodingError,
)

ENCODINGS: Final = ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1", "cp850")
"""Encodings that can be chosen; the last three are asked for when a text is not UTF-8."""
ASKED: Final = ENCODINGS[-3:]
DELIMITERS: Final = (",", ";", "\t", "|")

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNPRINTED: Final = bytes({*range(0x20), 0x7F} - {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1A})
_SAMPLE: Final = 80


class Table(Struct, frozen=True):
    """A text file's rows, with what they were read by."""

    rows: tuple[tuple[str, ...], ...]
    encoding: str
    delimiter: str


def read_table(data: bytes, name: str, encoding: str = "", delimiter: str = "") -> Table:
    """Read a text file; what is not given is found out, or asked if it cannot be.

    Raises what ``decode`` and ``split`` raise, and EmptySpreadsheetError.
    """
    text, used = decode(data, name, encoding)
    if text.casefold().startswith("sep=") and not delimiter:  # a line that Excel writes and hides
        first, _, rest = text.partition("\n")
        delimiter, text = first.rstrip("\r")[4:], rest
    table = split(text, name, delimiter)
    if not any(any(row) for row in table.rows):
        raise EmptySpreadsheetError(name)
    return Table(table.rows, used, table.delimiter)


def decode(data: bytes, name: str, encoding: str = "") -> tuple[str, str]:
    """Return a file's text and the encoding that was used.

    A byte order mark decides, then UTF-8 if the bytes are valid; anything else has to be chosen.
    Raises EncodingUnknownError, WrongEncodingError, UnknownEncodingError, NulBytesError,
    NotASpreadsheetError.
    """
    if encoding and encoding not in ENCODINGS:
        raise UnknownEncodingError(encoding, ENCODINGS)
    for bom, known in _BOMS:
        if data.startswith(bom):
            return _decode(data[len(bom) :], known, name), known
    if encoding:
        return _decode_as_chosen(data, encoding, name), encoding
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if data.translate(None, _UNPRINTED) != data:
            raise NotASpreadsheetError(name, "unknown") from None
        line = _line_around(data, error.start)
        samples = tuple(line.decode(choice, "replace").strip()[:_SAMPLE] for choice in ASKED)
        raise EncodingUnknownError(name, ASKED, samples) from None
    _refuse_nul(text, name)
    return text, "utf-8"


def _decode_as_chosen(data: bytes, encoding: str, name: str) -> str:
    """Decode, unless the bytes show that something else was meant: never silent mojibake."""
    if encoding in ASKED and not data.isascii():
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            pass
        else:
            at = next(at for at, byte in enumerate(data) if byte > 0x7F)
            raise WrongEncodingError(name, encoding, data.count(b"\n", 0, at) + 1)
    return _decode(data, encoding, name)


def _decode(data: bytes, encoding: str, name: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise WrongEncodingError(name, encoding, line) from None
    if encoding == "latin-1":
        for number, line_text in enumerate(text.split("\n"), 1):
            if any("\x80" <= letter <= "\x9f" for letter in line_text):
                raise WrongEncodingError(name, encoding, number)
    _refuse_nul(text, name)
    return text


def _refuse_nul(text: str, name: str) -> None:
    at = text.find("\0")
    if at >= 0:
        raise NulBytesError(name, text.count("\n", 0, at) + 1)


def _line_around(data: bytes, at: int) -> bytes:
    start = data.rfind(b"\n", 0, at) + 1
    end = data.find(b"\n", at)
    return data[start : end if end >= 0 else len(data)][:400]


def split(text: str, name: str, delimiter: str = "") -> Table:
    """Cut a text into rows and columns; without a delimiter, by the one that all lines tell.

    Raises DelimiterUnknownError, UnknownDelimiterError, UnclosedQuoteError, TextTooLongError,
    TooManyRowsError, TooManyColumnsError.
    """
    if delimiter and delimiter not in DELIMITERS:
        raise UnknownDelimiterError(delimiter, DELIMITERS)
    candidates = [mark for mark in DELIMITERS if mark in text]
    if delimiter or not candidates:
        delimiter = delimiter or DELIMITERS[0]
        return Table(_rows(text, name, delimiter), "", delimiter)
    found: list[tuple[int, str]] = []
    tables = {}
    failed: UnclosedQuoteError | None = None
    for mark in candidates:
        try:
            tables[mark] = _rows(text, name, mark)
        except UnclosedQuoteError as error:
            failed = failed or error
        else:
            found.append((_agreeing(tables[mark]), mark))
    if not found:
        raise failed or UnclosedQuoteError(name, 1)
    found.sort(reverse=True)
    if failed and not found[0][0]:
        raise failed
    best = [mark for agreeing, mark in found if agreeing == found[0][0]]
    if len(best) > 1 and found[0][0]:
        raise DelimiterUnknownError(name, tuple(best))
    return Table(tables[found[0][1]], "", found[0][1])


def _agreeing(rows: tuple[tuple[str, ...], ...]) -> int:
    """Count the rows that have as many columns as most have, if that is more than one."""
    widths = Counter(len(row) for row in rows if len(row) > 1)
    return widths.most_common(1)[0][1] if widths else 0


def _rows(text: str, name: str, delimiter: str) -> tuple[tuple[str, ...], ...]:
    lines = io.StringIO(text, newline="").readlines()
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    csv.field_size_limit(limits.MOST_CELL_TEXT)
    rows: list[tuple[str, ...]] = []
    spans: list[tuple[int, int, int]] = []
    begun = 0
    try:
        for row in reader:
            if len(rows) >= limits.MOST_ROWS:
                raise TooManyRowsError(name, limits.MOST_ROWS)
            if len(row) > limits.MOST_COLUMNS:
                raise TooManyColumnsError(name, limits.MOST_COLUMNS)
            if reader.line_num > begun + 1:
                spans.append((begun, reader.line_num, len(rows)))
            rows.append(tuple(row))
            begun = reader.line_num
    except csv.Error:
        # Open quotes, letters behind a closing quote, or a text without end.
        if any(len(line) > limits.MOST_CELL_TEXT for line in lines[begun : begun + 1]):
            raise TextTooLongError(name, limits.MOST_CELL_TEXT) from None
        raise UnclosedQuoteError(name, begun + 1) from None
    _refuse_swallowed(lines, spans, rows, name, delimiter)
    return tuple(rows)


def _refuse_swallowed(
    lines: list[str],
    spans: list[tuple[int, int, int]],
    rows: list[tuple[str, ...]],
    name: str,
    delimiter: str,
) -> None:
    """Refuse a quoted text that runs over several lines which look like rows of their own.

    That is what a forgotten quotation mark does when a later one happens to close it. A newline in
    a name stays allowed.
    """
    widths = Counter(len(row) for row in rows if len(row) > 1)
    usual = widths.most_common(1)[0][0] if widths else 0
    for first, last, _ in spans:
        full = sum(line.count(delimiter) >= usual - 1 for line in lines[first:last])
        if usual and full > 1:
            raise UnclosedQuoteError(name, first + 1)
