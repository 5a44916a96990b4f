"""Arabic and Hebrew on paper: letters are joined, and a line is put into the order in which it is seen.

A PDF draws glyph after glyph to the right. So each line, after it was wrapped or cut, takes the joined
forms that Unicode has for Arabic letters, and its order by the Unicode Bidirectional Algorithm (UAX 9), for a
paragraph that runs from left to right, as all our languages do. Marks that turn letters round by hand are
gone before (``gateway``), so its rules for embeddings are not needed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

JOINERS: Final = "\u200c\u200d"
"""Keep two letters apart, or join one to nothing; they show nothing themselves."""

_WRITTEN: Final = re.compile("[\u0590-\u06ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LAM: Final = "\u0644"
_MIRRORED: Final = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_OPENING: Final = {"(": ")", "[": "]", "{": "}"}
_NEUTRAL: Final = frozenset({"B", "S", "WS", "ON", "BN"})
_NUMBERS: Final = frozenset({"EN", "AN"})
_ON_BOTH_SIDES: Final = frozenset({"\u0640", "\u200d"})
"""The stroke that makes a word longer, and the joiner."""


def runs_back(text: str) -> bool:
    """Whether something in a text is written from right to left."""
    return not text.isascii() and _WRITTEN.search(text) is not None


def seen(line: str) -> str:
    """Return the letters of a line as they are drawn, from left to right."""
    if not runs_back(line):
        return line
    return _ordered(_joined(line))


@cache
def _forms() -> dict[str, dict[str, str]]:
    """Return the forms of each letter (or of lam with alef) by how it is joined."""
    found: dict[str, dict[str, str]] = {}
    for form in map(chr, (*range(0xFB50, 0xFC00), *range(0xFE70, 0xFEFD))):
        tag, *codes = unicodedata.decomposition(form).split() or [""]
        if tag and codes[0] != "0020":
            found.setdefault("".join(chr(int(code, 16)) for code in codes), {})[tag] = form
    return found


def _joined(text: str) -> str:
    """Give each Arabic letter the form that its neighbours ask for."""
    forms, out, at = _forms(), [], 0
    before = False  # whether the letter before reaches out to this one
    while at < len(text):
        letter = text[at]
        if text[at : at + 2] in forms and letter == _LAM:
            letter = text[at : at + 2]
        at += len(letter)
        if letter in JOINERS:
            before = letter in _ON_BOTH_SIDES
            continue
        if unicodedata.category(letter[0]) == "Mn":
            out.append(letter)
            continue
        known = forms.get(letter, {})
        after = "<initial>" in known and _is_reached(text, at)
        name = {(True, True): "<medial>", (True, False): "<final>", (False, True): "<initial>"}
        out.append(known.get(name.get((before, after), "<isolated>"), letter))
        before = "<initial>" in known or letter in _ON_BOTH_SIDES
    return "".join(out)


def _is_reached(text: str, at: int) -> bool:
    """Whether the next letter, behind marks, is joined to the one before it."""
    for letter in text[at:]:
        if unicodedata.category(letter) != "Mn":
            return letter in _ON_BOTH_SIDES or "<final>" in _forms().get(letter, {})
    return False


def _ordered(line: str) -> str:
    levels = _levels(line)
    pieces = list(line)
    for at, level in enumerate(levels):
        if level == 1:
            pieces[at] = pieces[at].translate(_MIRRORED)
    for least in (2, 1):  # numbers keep their own order inside what runs back
        for first, end in _runs([level >= least for level in levels]):
            pieces[first:end] = pieces[first:end][::-1]
    return "".join(pieces)


def _levels(line: str) -> list[int]:
    kinds = _weak([unicodedata.bidirectional(letter) or "L" for letter in line])
    _pair(line, kinds)
    for first, end in _runs([kind in _NEUTRAL for kind in kinds]):
        before = _side(kinds[first - 1]) if first else "L"
        # Three dots stand for what was cut, so they belong to it.
        last = "R" if line.endswith("\u2026") else "L"
        after = _side(kinds[end]) if end < len(kinds) else last
        kinds[first:end] = [before if before == after else "L"] * (end - first)
    return [{"L": 0, "R": 1}.get(kind, 2) for kind in kinds]


def _weak(kinds: list[str]) -> list[str]:
    """Settle marks, numbers and what stands between numbers (rules W1 to W7)."""
    strong = before = "L"
    for at, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[at] = before
        elif kind == "EN" and strong == "AL":
            kinds[at] = "AN"
        before = kinds[at]
        if before in ("L", "R", "AL"):
            strong = before
    for at in range(1, len(kinds) - 1):
        one, kind, other = kinds[at - 1 : at + 2]
        if one == other and ((kind == "ES" and one == "EN") or (kind == "CS" and one in _NUMBERS)):
            kinds[at] = one
    for first, end in _runs([kind == "ET" for kind in kinds]):
        if "EN" in (*kinds[max(first - 1, 0) : first], *kinds[end : end + 1]):
            kinds[first:end] = ["EN"] * (end - first)
    strong = "L"
    for at, kind in enumerate(kinds):
        if kind in ("ES", "ET", "CS"):
            kinds[at] = "ON"
        elif kind == "AL":
            kinds[at] = "R"
        elif kind == "EN" and strong == "L":
            kinds[at] = "L"
        strong = kinds[at] if kinds[at] in ("L", "R") else strong
    return kinds


def _pair(line: str, kinds: list[str]) -> None:
    """Let two brackets go with what stands in them, or before them (rule N0)."""
    for first, last in sorted(_brackets(line, kinds)):
        inside = {_side(kind) for kind in kinds[first + 1 : last]} - {""}
        before = next((_side(kind) for kind in kinds[:first][::-1] if _side(kind)), "L")
        if inside:
            kinds[first] = kinds[last] = "L" if "L" in inside else before


def _brackets(line: str, kinds: Sequence[str]) -> Iterator[tuple[int, int]]:
    open_: list[tuple[str, int]] = []
    for at, letter in enumerate(line):
        if kinds[at] != "ON":
            continue
        if letter in _OPENING:
            open_.append((_OPENING[letter], at))
        for depth in range(len(open_) - 1, -1, -1):
            if open_[depth][0] == letter:
                yield open_[depth][1], at
                del open_[depth:]
                break


def _side(kind: str) -> str:
    """To which side a letter belongs; numbers count as what runs back."""
    return "R" if kind in ("R", *_NUMBERS) else "L" if kind == "L" else ""


def _runs(marked: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield where each run of marked places begins and ends."""
    first = None
    for at, one in enumerate((*marked, False)):
        if one and first is None:
            first = at
        elif not one and first is not None:
            yield first, at
            first = None
