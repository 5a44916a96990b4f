"""The one gateway of every text to a spreadsheet: text stays text, whatever it begins with.

A cell that is written as text is never calculated. The mark for quoted text keeps it so when somebody
edits the cell later. Letters that the format cannot hold become visible.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache
from typing import Final

LONGEST: Final = 32_000
"""Letters of a cell; Excel holds 32,767."""

FORMULA_SIGNS: Final = ("=", "+", "-", "@", "\t", "\r")
"""What makes a program take a typed text for a formula."""

_BEFORE_FIRST: Final = date(1899, 12, 30).toordinal()
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LONGEST_NAME: Final = 31


def clean(text: str) -> str:
    """Return a text as it can be written into a cell."""
    if text.isascii() and text.isprintable() and len(text) <= LONGEST:
        return text
    if len(text) > LONGEST:
        text = text[: LONGEST - 1] + "\u2026"
    return _UNWRITABLE.sub("\ufffd", text)


@lru_cache(maxsize=16_384)
def as_text(text: str) -> tuple[str, bool]:
    """Return a text as it is written, and whether a program would take it for a formula, were it typed."""
    return clean(text), text.startswith(FORMULA_SIGNS)


def day_number(day: date) -> int:
    """Return a day as spreadsheets count them."""
    return day.toordinal() - _BEFORE_FIRST


def moment_number(moment: datetime) -> float:
    """Return a moment as spreadsheets count them: days, and the part of a day. It is no money."""
    seconds = moment.hour * 3600 + moment.minute * 60
    return day_number(moment.date()) + seconds / 86_400


def sheet_name(wanted: str, taken: set[str]) -> str:
    """Return a name that a sheet may have, and that no other has."""
    name = _FORBIDDEN.sub(" ", wanted).strip(" '")[:_LONGEST_NAME] or "Sheet"
    n = 1
    while name.casefold() in taken:
        n += 1
        end = f" {n}"
        name = name[: _LONGEST_NAME - len(end)] + end
    taken.add(name.casefold())
    return name
