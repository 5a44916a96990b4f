"""Makes our font of emoji: what Noto Emoji has of single code points, as high as our letters, and some signs.

    npm pack @fontsource/noto-emoji && tar xzf fontsource-noto-emoji-*.tgz
    python -m pip install fonttools brotli
    python -m tools.emoji_font package/files/noto-emoji-emoji-500-normal.woff2 NotoSans-Regular.ttf OUT.ttf \
        NotoSansSymbols2-Regular.ttf NotoSansSymbols-Regular.ttf

What Noto Sans has is left out, and so is what only changes the emoji before it: papers pass over that.
"""

from __future__ import annotations

import sys

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from fontTools.ttLib.tables._g_l_y_f import dropImpliedOnCurvePoints

from tools.add_letters import add, is_sign

GRID = 1000
"""Units of Noto Sans; the others need the same."""

SHARE = 0.8
"""How much smaller emoji get: they reach from a little under the line to the height of a capital."""

LEFT_OUT = frozenset((0x20E3, 0xFE0E, 0xFE0F, *range(0xE0000, 0xE0080)))
"""The key around a digit, variation selectors and the tags of flags."""


def reduced(emoji: TTFont, known: set[int]) -> None:
    """Keep single emoji that are not known, without sequences, smaller and on our grid."""
    options = Options()
    options.hinting = options.glyph_names = False
    options.layout_features = []
    options.drop_tables += ["vhea", "vmtx", "STAT"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=set(emoji.getBestCmap()) - known - LEFT_OUT)
    subsetter.subset(emoji)
    scale_upem(emoji, round(GRID * SHARE))
    emoji["head"].unitsPerEm = GRID
    for name in emoji.getGlyphOrder():
        if emoji["glyf"][name].numberOfContours > 0:
            dropImpliedOnCurvePoints(emoji["glyf"][name])


def main() -> None:
    """Write the font of emoji and signs."""
    emoji, latin = TTFont(sys.argv[1]), TTFont(sys.argv[2])
    emoji.flavor = None
    known = set(latin.getBestCmap())
    reduced(emoji, known)
    for file in sys.argv[4:]:
        add(emoji, TTFont(file), lambda code: is_sign(code) and code not in known)
    emoji.save(sys.argv[3])
    sys.stdout.write(f"{len(emoji.getBestCmap())} emoji and signs\n")


if __name__ == "__main__":
    main()
