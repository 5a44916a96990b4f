"""The one gateway of every text to a paper.

ReportLab drops letters that a font lacks without a word, so that -12,600 prints as 12,600; control letters
can make a name say something else than the book. Here they become visible; what shows nothing itself, but
turns the letters after it round or changes an emoji, goes.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from imt_desktop.reports.paper import fonts
from imt_desktop.reports.paper.right_to_left import JOINERS, runs_back

UNKNOWN: Final = "\ufffd"
"""Stands for a letter that cannot be printed."""

ELLIPSIS: Final = "\u2026"

MOST: Final = 2000
"""Letters of one text that are looked at; the rest is cut, visibly."""

_SAME: Final = str.maketrans(
    {
        "\t": " ",
        "\u2212": "\u2013",  # minus, which Noto Sans lacks: an en dash looks the same
        "\u2012": "\u2013",
        "\u202f": "\u00a0",  # Babel's narrow space
        "\u2009": "\u00a0",
        "\u200a": "\u00a0",
        "\u2007": "\u00a0",
    }
)
_NEW_LINE: Final = re.compile(r"\s*(?:\r\n|[\n\r\v\f\x85\u2028\u2029])\s*")
_NOTHING: Final = re.compile(
    "[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufe0e\ufe0f\ufeff"
    "\U000e0020-\U000e007f]"
)
"""What shows nothing itself: it may turn letters round, ask for colours, or name the region of a flag."""

_TINTS: Final = re.compile("(?<=[^ ])[\U0001f3fb-\U0001f3ff]|(?<=[0-9#*])\u20e3+")
"""Tones of skin, and keys around digits: a paper has one colour, and the digit says it all."""

_SPACES: Final = re.compile(r" {2,}")
_NO_JOINERS: Final = dict.fromkeys(map(ord, JOINERS))
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_MARKS: Final = frozenset({"Mn", "Me", "Mc"})


@lru_cache(maxsize=16384)
def clean(text: str) -> str:
    """Return a text of which every letter can be printed; what cannot shows as a box."""
    if text.isascii() and text.isprintable() and len(text) <= MOST:
        return _SPACES.sub(" ", text)
    if len(text) > MOST:
        text = text[: MOST - 1] + ELLIPSIS
    text = _NEW_LINE.sub(" / ", _TINTS.sub("", _NOTHING.sub("", text)).strip())
    text = unicodedata.normalize("NFC", text)
    known = fonts.ready()
    out: list[str] = []
    marks = 0
    for letter in text.translate(_SAME):
        category = unicodedata.category(letter)
        if category in _MARKS:
            marks += 1
            if letter in known and marks <= 2 and out and out[-1] != UNKNOWN:
                out.append(letter)
                continue
            if marks > 1 and out:  # one box for a whole heap of marks
                continue
        else:
            marks = 0
        printable = letter in JOINERS or (letter in known and category not in _INVISIBLE)
        printable = printable or (letter not in known and letter in fonts.emoji())
        if printable or not out or out[-1] != UNKNOWN or category not in (_INVISIBLE | _MARKS):
            out.append(letter if printable else UNKNOWN)
    shown = "".join(out)
    if not runs_back(shown):
        shown = shown.translate(_NO_JOINERS)
    return _SPACES.sub(" ", shown).strip()
