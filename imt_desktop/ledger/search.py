"""Names as they are searched: without case and accents."""

import unicodedata
from functools import cache
from typing import Final

_ACCENTED: Final = range(0x00C0, 0x0180)
"""Letters of Latin scripts with their accents, as names in most languages here are written."""

_MARKS: Final = "*?["
"""What means something in a pattern."""


def folded(text: str) -> str:
    """Return a text as it is compared: ``Núñez`` finds ``nunez``."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def pattern(word: str) -> str:
    """Return SQLite's GLOB pattern for texts in which a word stands, whatever its case and accents."""
    return f"*{''.join(map(_spellings, folded(word).replace(chr(0), '')))}*"


@cache
def _spellings(letter: str) -> str:
    """Return the class of letters that are compared as one."""
    if letter in _MARKS:
        return f"[{letter}]"
    accented = (chr(code) for code in _ACCENTED)
    same = {letter, letter.upper(), *(one for one in accented if folded(one) == letter)}
    same = {one for one in same if len(one) == 1}
    return f"[{''.join(sorted(same))}]" if len(same) > 1 else letter
