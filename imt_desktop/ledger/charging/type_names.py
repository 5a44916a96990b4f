"""Types of connection by their names: a slip of one that is there already is no type of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Final

from imt_desktop.errors import at
from imt_desktop.ledger.charging import errors
from imt_desktop.ledger.entries import TariffAdopted
from imt_desktop.ledger.search import folded

ALIKE: Final = 0.85
"""From so alike on two words are one and the same, misspelt: Houshold, household."""

SHORTEST: Final = 4
"""Shorter words are another word with another letter."""

_WORDS: Final = re.compile(r"[\W_]+")


def require_no_slip(entry: TariffAdopted, known: Iterable[str], stands_in: str) -> None:
    """Refuse a type whose name is almost that of another one; ``stands_in`` is the field of the prices.

    Raises TypeSlipError.
    """
    types = dict.fromkeys(known)
    for number, terms in enumerate(entry.terms, 1):
        with at(stands_in, number), at("connection_type"):
            _require(terms.connection_type, types)
    types |= dict.fromkeys(terms.connection_type for terms in entry.terms)
    for number, one in enumerate(entry.one_offs, 1):
        with at("one_offs", number), at("connection_type"):
            _require(one.connection_type, types)


def _require(name: str, types: Iterable[str]) -> None:
    near = slip_of(name, types)
    if near is not None:
        raise errors.TypeSlipError(name, near)


def slip_of(name: str, types: Iterable[str]) -> str | None:
    """Return the type that a name is a slip of; None for a type that is there, or differs plainly."""
    every = tuple(types)
    if not name or name in every:
        return None
    return next((one for one in every if _same(name, one)), None)


def _same(one: str, other: str) -> bool:
    words, others = (_WORDS.split(folded(name)) for name in (one, other))
    return len(words) == len(others) and all(map(_alike, words, others))


def _alike(one: str, other: str) -> bool:
    """Say whether two words are one; what tells by a number, such as class1 and class2, is another."""
    if one == other:
        return True
    spelt = min(len(one), len(other)) >= SHORTEST and (one + other).isalpha()
    return spelt and SequenceMatcher(None, one, other).ratio() >= ALIKE
