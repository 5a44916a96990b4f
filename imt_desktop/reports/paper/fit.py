"""Fitting words into a width: whole size, 90 %, two lines, smaller, narrower, and only then cut."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from msgspec import Struct

from imt_desktop.reports.paper.bilingual import Pair
from imt_desktop.reports.paper.fonts import BOLD, width
from imt_desktop.reports.paper.gateway import ELLIPSIS, clean

NARROWEST: Final = 0.7
"""How narrow the letters of a name may become, as a share of their width, before it is cut."""

HALF: Final = 0.475
"""The letters of two lines in the place of one, as a share of its own."""
SMALLEST: Final = 5.0
"""Points of a name that is whole only so; all else that is printed is larger."""


class Fitted(Struct, frozen=True):
    """Lines of one size that fit; ``narrow`` is the share of their width that the letters keep."""

    lines: tuple[str, ...]
    size: float
    narrow: float = 1.0

    @property
    def text(self) -> str:
        """The lines as one text."""
        return " ".join(self.lines)


@lru_cache(maxsize=4096)
def fit(
    text: str,
    font: str,
    size: float,
    room: float,
    lines: int = 1,
    least: float = 8,
    shrink: float = 0.9,
    narrowest: float = 1.0,
) -> Fitted:
    """Fit a text into ``room`` points and at most so many lines, never under ``least`` points.

    One line at the whole size, one line down to ``shrink``, then wrapped, then smaller and smaller, then
    with narrower letters, down to ``narrowest``. A text that is too long even so ends in three dots: only
    names and free words can come to that.
    """
    text = clean(text)
    least = min(least, size)
    wide = width(text, font, size)
    if wide * shrink <= room:
        once = size if wide <= room else max(size * room / wide, size * shrink)
        if once >= least:
            return Fitted((text,), once)
    for trial in _smaller(size, least):
        found = wrap(text, font, trial, room)
        if len(found) <= lines and not _torn(text, found):
            return Fitted(found, trial)
    found = wrap(text, font, least, room)
    if narrowest < 1 and (len(found) > lines or _torn(text, found)):
        closer = wrap(text, font, least, room / narrowest)
        if len(closer) <= lines and (len(found) > lines or not _torn(text, closer)):
            widest = max(width(line, font, least) for line in closer)
            return Fitted(closer, least, min(1.0, room / widest))
    if len(found) > lines:
        found = (*found[: lines - 1], cut(" ".join(found[lines - 1 :]), font, least, room))
    return Fitted(found, least)


def fit_name(
    name: str, size: float, room: float, least: float, two: float, font: str = BOLD
) -> Fitted:
    """Fit a name on one line; where it would be cut, on two of at most ``two`` points."""
    once = fit(name, font, size, room, 1, least, narrowest=NARROWEST)
    if once.text == clean(name):
        return once
    return fit(name, font, two, room, 2, min(least, two), narrowest=NARROWEST)


def fit_line(text: str, font: str, size: float, room: float, least: float) -> Fitted:
    """Fit a text where one line has its place: where it would be cut, two small ones as high as that."""
    found = fit_name(text, size, room, least, max(size * HALF, SMALLEST), font)
    if found.text == clean(text):
        return found
    return fit(text, font, size, room, 1, least, narrowest=NARROWEST)


def _smaller(size: float, least: float) -> Iterator[float]:
    while size > least:
        yield size
        size *= 0.95
    yield least


def _torn(text: str, lines: tuple[str, ...]) -> bool:
    return " ".join(lines) != text


def beside(
    pair: Pair,
    font: str,
    size: float,
    room: float,
    tail: str = "",
    lines: int = 1,
    least: float = 8,
) -> Fitted:
    """Fit both languages beside each other, or only the main one where they would be cut.

    ``tail`` is what follows the words and must not be lost, such as a number.
    """
    both = fit(pair.beside + tail, font, size, room, lines, least)
    if both.text == clean(pair.beside + tail):
        return both
    return fit(pair.main + tail, font, size, room, lines, least, narrowest=NARROWEST)


_BREAKS = re.compile(r"(?<!«) (?![:;!?»·] |[:;!?»·]$)")
"""Where a line may end: before a word, but no mark that stands alone begins a line, and none ends with «."""


def wrap(text: str, font: str, size: float, room: float) -> tuple[str, ...]:
    """Break a text between words into lines that fit; a word wider than a line is broken too."""
    lines: list[str] = []
    line = ""
    for word in _BREAKS.split(text):
        longer = f"{line} {word}" if line else word
        if width(longer, font, size) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        while width(word, font, size) > room and len(word) > 1:
            head = _longest(word, font, size, room)
            lines.append(word[:head])
            word = word[head:]
        line = word
    return (*lines, line) if line or not lines else tuple(lines)


def cut(text: str, font: str, size: float, room: float) -> str:
    """Shorten a text so that it fits with three dots at its end."""
    if width(text, font, size) <= room:
        return text
    head = _longest(text, font, size, room - width(ELLIPSIS, font, size))
    return text[:head].rstrip(" ,;·") + ELLIPSIS


def _longest(text: str, font: str, size: float, room: float) -> int:
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if width(text[:middle], font, size) <= room:
            low = middle
        else:
            high = middle - 1
    return low
