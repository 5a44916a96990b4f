"""Names as they are searched: without case, accents and apostrophes; and how near two of them are."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

APOSTROPHES: Final = "'’‘ʼʻʹ`´"
"""``Nyong'o`` is written with any of these, or with none."""

_NONE: Final = dict.fromkeys(map(ord, APOSTROPHES))

_FOREIGN: Final = re.compile("[\u0300-\U0010ffff]+")
"""Accents begin here; what lies before them is most of a text, and need not be looked at by the letter."""

PHONE_DIGITS: Final = 6
"""Fewer digits are a number of a member, or a slip; they look for no telephone."""

NUMBER, NAME, BEGINS, WITHIN, PHONE = range(5)
"""How well words fit a member, the best first: the number and the whole name; words that begin or
lie within the names, the house or the old number; the telephone."""

_EACH: Final = 0.4
_ALL: Final = 0.55
"""How alike each word, and all words together, have to be to be offered as a near name."""


def folded(text: str) -> str:
    """Return a text as it is compared: ``Núñez`` finds ``nunez``, ``Nyong'o`` finds ``nyongo``."""
    return plain(text.translate(_NONE))


def plain(text: str) -> str:
    """Return a text without case and accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return parts if parts.isascii() else _FOREIGN.sub(_unmarked, parts)


def _unmarked(found: re.Match[str]) -> str:
    return "".join(letter for letter in found[0] if not unicodedata.combining(letter))


def fit(words: str, number: str, name: str, others: str, old_number: str, phone: str) -> int | None:
    """Say how well words fit a member; None where they do not. ``others``: names besides, and house."""
    wanted = folded(words).split()
    if not wanted:
        return None
    if wanted == folded(number).split():
        return NUMBER
    if wanted == folded(name).split():
        return NAME
    text = f" {folded(f'{number} {name} {others} {old_number}')}"
    if all(f" {word}" in text for word in wanted):
        return BEGINS
    if all(word in text and not word.isdecimal() for word in wanted):
        return WITHIN
    return PHONE if _calls(words, phone) else None


def _calls(words: str, phone: str) -> bool:
    """Whether digits are (part of) a telephone number, with or without 0 or the country's code."""
    typed, known = _digits(words), _digits(phone)
    if any(letter.isalpha() for letter in words) or len(typed) < PHONE_DIGITS or not known:
        return False
    return typed in known or (len(known) >= PHONE_DIGITS and typed.endswith(known))


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdecimal()).lstrip("0")


def likeness(words: str, names: str) -> float:
    """Return how like a name what was typed is, from 0 to 1: the letters that follow one another."""
    wanted, there = folded(words).split(), folded(names).split()
    if not wanted or not there or any(word.isdecimal() for word in wanted):
        return 0
    best = [max(_alike(word, other) for other in there) for word in wanted]
    mean = sum(best) / len(best)
    return mean if min(best) >= _EACH and mean >= _ALL else 0


def _alike(word: str, other: str) -> float:
    """Compare by pairs of letters; a beginning that was typed is held against a beginning."""
    begun = f"^{other[: len(word)]}"
    return max(
        _dice(_pairs(f"^{word}$"), _pairs(f"^{other}$")), _dice(_pairs(f"^{word}"), _pairs(begun))
    )


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))


@lru_cache(maxsize=16_384)
def _pairs(word: str) -> frozenset[str]:
    return frozenset(word[at : at + 2] for at in range(max(len(word) - 1, 1)))
