"""Adds letters of other scripts to Noto Sans: ReportLab takes every letter of a text from one font.

    python -m pip install fonttools
    python tools/add_letters.py NotoSans-Bold.ttf OUT.ttf NotoSansEthiopic-Bold.ttf NotoSansArabic-Bold.ttf \
        NotoSansHebrew-Bold.ttf

All have the same grid, and the height of a line stays that of Noto Sans, so nothing else changes. The other
fonts have no slanted letters: the italic face takes the upright ones.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

ETHIOPIC = ((0x1200, 0x139F), (0x2D80, 0x2DDF), (0xAB00, 0xAB2F))
HEBREW = ((0x05BE, 0x05BE), (0x05D0, 0x05F4))
"""Without vowel signs, which have to be placed."""
ARABIC = ((0x0600, 0x06FF), (0xFB50, 0xFBFF), (0xFE70, 0xFEFF))
"""The letters, and the forms that they take where they are joined."""

BLOCKS = (*ETHIOPIC, *HEBREW, *ARABIC)
"""What is copied into Noto Sans, by code points."""

SIGNS = ((0x2190, 0x2193), (0x2600, 0x27BF))
"""What is copied into the font of emoji: arrows, stars, ticks and the like that are no emoji."""

JOINED = frozenset(
    chr(int(unicodedata.decomposition(chr(code)).split()[1], 16))
    for first, last in ARABIC[1:]
    for code in range(first, last + 1)
    if unicodedata.decomposition(chr(code))
)
"""Arabic letters whose joined forms have code points; others could only be printed torn apart."""


SMALLER, HIGHER = 0.85, 60
"""How much smaller Arabic letters get, and how far they are lifted: they reach far below Latin ones."""


def wanted(code: int) -> bool:
    """Whether a letter is copied."""
    torn = code in range(0x0600, 0x0700) and unicodedata.category(chr(code)) == "Lo"
    return any(first <= code <= last for first, last in BLOCKS) and not (
        torn and chr(code) not in JOINED
    )


def is_sign(code: int) -> bool:
    """Whether a sign is copied."""
    return any(first <= code <= last for first, last in SIGNS)


def add(latin: TTFont, other: TTFont, wanted: Callable[[int], bool] = wanted) -> int:
    """Copy the letters that are wanted as outlines without hints; returns how many."""
    if latin["head"].unitsPerEm != other["head"].unitsPerEm:
        raise SystemExit("The two fonts are drawn on different grids.")
    glyphs = other.getGlyphSet()
    known = latin.getBestCmap()
    letters = {
        code: name
        for code, name in sorted(other.getBestCmap().items())
        if wanted(code) and code not in known
    }
    tables = [table for table in latin["cmap"].tables if table.isUnicode()]
    for code, name in letters.items():
        arabic = any(first <= code <= last for first, last in ARABIC)
        share, up = (SMALLER, HIGHER) if arabic else (1, 0)
        recording = DecomposingRecordingPen(glyphs)
        glyphs[name].draw(recording)
        pen = TTGlyphPen(None)
        recording.replay(TransformPen(pen, (share, 0, 0, share, 0, up)))
        ours = f"added.{code:04X}"
        latin.setGlyphOrder([*latin.getGlyphOrder(), ours])
        latin["glyf"][ours] = pen.glyph()
        latin["hmtx"][ours] = tuple(round(share * of) for of in other["hmtx"][name])
        for table in tables:
            table.cmap[code] = ours
    return len(letters)


def main() -> None:
    """Write the font with the letters of all."""
    latin = TTFont(sys.argv[1])
    count = sum(add(latin, TTFont(file)) for file in sys.argv[3:])
    latin.save(sys.argv[2])
    sys.stdout.write(f"{count} letters added\n")


if __name__ == "__main__":
    main()
