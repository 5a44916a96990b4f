"""Days in words, as this program and people write them: ``6 Sept 2026``, ``6 de septiembre de 2026``."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from babel import Locale

_PARTS: Final = re.compile(r"\d+|[^\W\d_]+")
_SMALL: Final = frozenset({"de", "er"})
"""Words that stand between the parts and say nothing."""

_YEAR: Final = 4
"""Figures of a year."""

_LEAST: Final = 3
"""Letters of a month's name that are enough, where no other month begins so."""


def day_in_words(text: str, locale: Locale) -> dt.date | None:
    """Read a day, a month's name and a year of four figures in any order; None where it is no such day."""
    parts = [part for part in _PARTS.findall(_plain(text)) if part not in _SMALL]
    names = _months(locale)
    months = [names[part] for part in parts if part in names]
    years = [int(part) for part in parts if part.isdecimal() and len(part) == _YEAR]
    days = [int(part) for part in parts if part.isdecimal() and len(part) < _YEAR]
    if (len(parts), len(months), len(years), len(days)) != (3, 1, 1, 1):
        return None
    try:
        return dt.date(years[0], months[0], days[0])
    except ValueError:
        return None


@lru_cache
def _months(locale: Locale) -> dict[str, int]:
    """Return the months by their names, and the beginnings of these, in English and in the language.

    What the language itself calls a month comes first.
    """
    from babel import Locale

    return _named(Locale("en")) | _named(locale)


def _named(locale: Locale) -> dict[str, int]:
    """Return the months by their names and by beginnings that no other month has."""
    from babel.dates import get_month_names  # seldom needed, and not at the start

    names = {
        _plain(name).strip("."): number
        for width in ("wide", "abbreviated")
        for context in ("format", "stand-alone")
        for number, name in get_month_names(width, context, locale).items()
    }
    begun: dict[str, set[int]] = {}
    for name, number in names.items():
        for letters in range(_LEAST, len(name)):
            begun.setdefault(name[:letters], set()).add(number)
    return {part: min(numbers) for part, numbers in begun.items() if len(numbers) == 1} | names


def _plain(text: str) -> str:
    marked = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in marked if not unicodedata.combining(letter))
