"""Names that would turn the words around them: written from right to left, or with signs that turn."""

from __future__ import annotations

import re
from typing import Final

TURNS: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What shows nothing, but turns the letters after it round."""

_FROM_RIGHT: Final = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]"
"""A letter that is written from right to left: Hebrew, Arabic, Thaana, N'Ko and others."""

_NAME_FROM_RIGHT: Final = re.compile(rf"{_FROM_RIGHT}(?:[ \u00a0\u200b'’.-]*{_FROM_RIGHT})*")


def unturned(words: str) -> str:
    """Return words without the signs that turn what stands after them."""
    return words if words.isascii() else TURNS.sub("", words)


def isolated(words: str) -> str:
    """Set what is written from right to left apart, so that it turns no sentence round."""
    if words.isascii():
        return words
    return _NAME_FROM_RIGHT.sub(lambda found: f"\u2068{found[0]}\u2069", unturned(words))
