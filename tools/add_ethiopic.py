"""Adds the letters of Amharic and Tigrinya to Noto Sans: ReportLab takes every letter from one font.

    python -m pip install fonttools
    python tools/add_ethiopic.py NotoSans-Bold.ttf NotoSansEthiopic-Bold.ttf OUT.ttf

Both have the same units and the same height of a line, so nothing else changes. Noto Sans has no
slanted Ethiopic letters: the italic face takes the upright ones.
"""

from __future__ import annotations

import sys

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

BLOCKS = ((0x1200, 0x139F), (0x2D80, 0x2DDF), (0xAB00, 0xAB2F))
"""Ethiopic, its supplement and its extensions, by their code points."""


def add(latin: TTFont, ethiopic: TTFont) -> int:
    """Copy the letters of the blocks as outlines without hints; returns how many."""
    if latin["head"].unitsPerEm != ethiopic["head"].unitsPerEm:
        raise SystemExit("The two fonts are drawn on different grids.")
    glyphs = ethiopic.getGlyphSet()
    known = latin.getBestCmap()
    wanted = {
        code: name
        for code, name in sorted(ethiopic.getBestCmap().items())
        if any(first <= code <= last for first, last in BLOCKS) and code not in known
    }
    tables = [table for table in latin["cmap"].tables if table.isUnicode()]
    for code, name in wanted.items():
        recording = DecomposingRecordingPen(glyphs)
        glyphs[name].draw(recording)
        pen = TTGlyphPen(None)
        recording.replay(pen)
        ours = f"ethiopic.{code:04X}"
        latin.setGlyphOrder([*latin.getGlyphOrder(), ours])
        latin["glyf"][ours] = pen.glyph()
        latin["hmtx"][ours] = ethiopic["hmtx"][name]
        for table in tables:
            table.cmap[code] = ours
    return len(wanted)


def main() -> None:
    """Write the font with the letters of both."""
    latin, ethiopic = TTFont(sys.argv[1]), TTFont(sys.argv[2])
    count = add(latin, ethiopic)
    latin.save(sys.argv[3])
    sys.stdout.write(f"{count} letters added\n")


if __name__ == "__main__":
    main()
