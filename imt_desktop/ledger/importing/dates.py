"""Dates as they stand in spreadsheets. Their order is said or proven once for a file, never guessed.

A real date cell is a date. A text with the year first in four figures, or with the month as a word,
can be read in one way only; any other text needs the order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from imt_desktop.errors import DateError, UserError
from imt_desktop.ledger.importing.amounts import formula_error
from imt_desktop.ledger.importing.cell_errors import (
    DateOrderUnknownError,
)
from imt_desktop.ledger.importing.sheets import Cell, CellError, shown
from imt_desktop.ledger.importing.synonyms import fold, is_blank, words

ORDERS: Final = ("dmy", "mdy", "ymd")

_FIGURES: Final = re.compile(r"([0-9]{1,4})\s*([/.\-])\s*([0-9]{1,2})\s*\2\s*([0-9]{1,4})")
_TIME: Final = re.compile(r"[ T]+[0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?\s*([AaPp][Mm])?Z?$")
_LINKING: Final = ("de", "del", "of", "the", "tarehe", "le", "el")
_FIRST_YEAR, _LAST_YEAR = 1900, 2199


def parse_date(cell: Cell, order: str | None, today: date) -> date | None:
    """Read a date; None for an empty cell. A year of two figures is the latest one up to next year.

    Raises DateError, DateOrderUnknownError, FormulaError, UncalculatedFormulaError.
    """
    match cell:
        case None:
            return None
        case datetime():
            return _plausible(cell.date(), shown(cell))
        case date():
            return _plausible(cell, shown(cell))
        case CellError():
            raise formula_error(cell)
        case str():
            return None if is_blank(cell) else _read(cell, order, today)
        case _:
            raise DateError(shown(cell))  # a bare number of days is not recognised as a date


def needs_order(cell: Cell, today: date) -> bool:
    """Whether a cell is a date that only the order makes clear."""
    if not isinstance(cell, str):
        return False
    try:
        parse_date(cell, None, today)
    except DateOrderUnknownError:
        return True
    except DateError:
        return False
    return False


def proves(text: str, today: date) -> str | None:
    """Return the one order in which a text is a date, if only one is: ``13/01/2026`` is dmy."""
    fitting = [order for order in ORDERS if _by(order, text, today)]
    return fitting[0] if len(fitting) == 1 else None


def meanings(text: str, today: date) -> dict[str, date]:
    """Return which day a text is in each order in which it is one."""
    found = {}
    for order in ORDERS:
        try:
            day = _read(text, order, today)
        except DateError:
            continue
        found[order] = day
    return found


def _read(text: str, order: str | None, today: date) -> date:
    figures = _figures(text)
    if figures is None:
        return _in_words(text, order, today)
    if len(figures[0]) == 4:
        order = "ymd"
    if order is None:
        meanings = {found.isoformat() for each in ORDERS if (found := _by(each, text, today))}
        if not meanings:
            raise DateError(text)
        raise DateOrderUnknownError(text, tuple(sorted(meanings)))
    found = _by(order, text, today)
    if found is None:
        raise DateError(text)
    return found


def _figures(text: str) -> tuple[str, str, str] | None:
    found = _FIGURES.fullmatch(_TIME.sub("", text.strip()).strip())
    return (found[1], found[3], found[4]) if found else None


def _by(order: str, text: str, today: date) -> date | None:
    figures = _figures(text)
    if figures is None:
        return None
    parts = dict(zip(order, figures, strict=True))
    if len(parts["d"]) > 2 or len(parts["m"]) > 2:
        return None
    return _day(parts["y"], int(parts["m"]), int(parts["d"]), today)


def _in_words(text: str, order: str | None, today: date) -> date:
    """Read ``5 Januari 2026``, ``Jan 5, 2026``, ``05-Jan-26``. Raises DateError."""
    tokens = [token for token in fold(_TIME.sub("", text.strip())).split() if token not in _LINKING]
    months = [words().months[token] for token in tokens if token in words().months]
    numbers = [re.sub(r"(?<=[0-9])(st|nd|rd|th|er|ero|o)$", "", token) for token in tokens]
    numbers = [token for token in numbers if re.fullmatch(r"[0-9]{1,2}|[0-9]{4}", token)]
    if len(tokens) != 3 or len(months) != 1 or len(numbers) != 2:
        raise DateError(text)
    year_first = len(numbers[0]) == 4
    if not year_first and len(numbers[1]) < 4:
        if order is None:
            raise DateOrderUnknownError(text, _either(numbers, months[0], today))
        year_first = order == "ymd"
    year, day = numbers if year_first else reversed(numbers)
    found = _day(year, months[0], int(day), today)
    if found is None:
        raise DateError(text)
    return found


def _either(numbers: Sequence[str], month: int, today: date) -> tuple[str, ...]:
    one, other = numbers
    found = (_day(other, month, int(one), today), _day(one, month, int(other), today))
    return tuple(day.isoformat() for day in found if day)


def _day(year: str, month: int, day: int, today: date) -> date | None:
    if len(year) not in (2, 4):
        return None
    full = int(year)
    if len(year) == 2:
        latest = today.year + 1
        full = latest - (latest - full) % 100
    try:
        return _plausible(date(full, month, day), "")
    except (ValueError, UserError):
        return None


def _plausible(day: date, text: str) -> date:
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise DateError(text)
    return day
