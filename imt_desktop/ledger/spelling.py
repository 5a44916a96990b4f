"""Texts as SQLite searches them: a pattern that finds a word whatever its case and accents."""

from __future__ import annotations

from functools import cache
from typing import Final

from imt_desktop.ledger.search import APOSTROPHES, plain

_ACCENTED: Final = range(0x00C0, 0x0180)
"""Letters of Latin scripts with their accents, as names in most languages here are written."""

_MARKS: Final = "*?["
"""What means something in a pattern."""


def pattern(word: str) -> str:
    """Return SQLite's GLOB pattern for texts in which a word stands, whatever its case and accents."""
    return f"*{''.join(map(_spellings, plain(word).replace(chr(0), '')))}*"


@cache
def _spellings(letter: str) -> str:
    """Return the class of letters that are compared as one."""
    if letter in APOSTROPHES:
        return f"[{APOSTROPHES}]"
    if letter in _MARKS:
        return f"[{letter}]"
    accented = (chr(code) for code in _ACCENTED)
    same = {letter, letter.upper(), *(one for one in accented if plain(one) == letter)}
    same = {one for one in same if len(one) == 1}
    return f"[{''.join(sorted(same))}]" if len(same) > 1 else letter
