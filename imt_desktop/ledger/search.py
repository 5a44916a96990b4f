"""Names as they are searched: without case, accents and apostrophes; and how near two of them are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import Final

APOSTROPHES: Final = "'’‘ʼʻʹ`´"
"""``Nyong'o`` is written with any of these, or with none."""

_NONE: Final = dict.fromkeys(map(ord, APOSTROPHES))

_FOREIGN: Final = re.compile("[\u0300-\U0010ffff]+")
"""Accents begin here; what lies before them is most of a text, and need not be looked at by the letter."""

PHONE_DIGITS: Final = 6
"""Fewer digits are a number of a member, or a slip; they look for no telephone."""

NEAR_EACH: Final = 0.4
NEAR_ALL: Final = 0.55
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


def called_by(typed: str) -> Callable[[str], bool] | None:
    """Return what says whether digits are (part of) a telephone, with or without 0 or country code.

    None where what was typed looks for no telephone.
    """
    wanted = _digits(typed)
    if any(map(str.isalpha, typed)) or len(wanted) < PHONE_DIGITS:
        return None

    def calls(phone: str) -> bool:
        known = _digits(phone)
        return bool(known) and (
            wanted in known or (len(known) >= PHONE_DIGITS and wanted.endswith(known))
        )

    return calls


def _digits(text: str) -> str:
    return "".join(filter(str.isdecimal, text)).lstrip("0")


def alike(word: str, other: str) -> float:
    """Return how like a word another is, from 0 to 1, by pairs of letters.

    A beginning that was typed is held against a beginning.
    """
    begun = f"^{other[: len(word)]}"
    return max(
        _dice(_pairs(f"^{word}$"), _pairs(f"^{other}$")), _dice(_pairs(f"^{word}"), _pairs(begun))
    )


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))


@lru_cache(maxsize=16_384)
def _pairs(word: str) -> frozenset[str]:
    return frozenset(word[at : at + 2] for at in range(max(len(word) - 1, 1)))
