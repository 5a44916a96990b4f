"""The letters: Noto Sans, read from the program's own folder when the first paper is drawn.

What it lacks comes from a font of emoji, if that has it.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from imt_desktop.reports.paper.right_to_left import runs_back, seen

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

FOLDER: Final = Path(__file__).resolve().parents[2] / "assets" / "fonts"

REGULAR: Final = "NotoSans"
BOLD: Final = "NotoSans-Bold"
ITALIC: Final = "NotoSans-Italic"
EMOJI: Final = "NotoEmoji"
"""Behind any of the others; only :func:`width` and :func:`shaped` know of it."""

_FILES: Final = {
    REGULAR: "NotoSans-Regular.ttf",
    BOLD: "NotoSans-Bold.ttf",
    ITALIC: "NotoSans-Italic.ttf",
}

CAP: Final = 0.714
"""Height of a capital or digit, as a share of the size."""

_DEEP: Final = frozenset("يېٻۓ")
"""Arabic letters that reach further down than all others, in our faces."""

_DESCENDING: Final = frozenset("gjpqyQJ,;()[]{}|/_@çÇşŞţŢķģņļŋ")


@cache
def ready() -> frozenset[str]:
    """Register the fonts once; returns the letters that all of them have."""
    from reportlab import rl_config  # 0.1 s: not before the first paper
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    rl_config.useA85 = 0  # binary streams: smaller, and a fifth faster
    letters: list[set[int]] = []
    for name, file in _FILES.items():
        font = TTFont(name, str(FOLDER / file))
        pdfmetrics.registerFont(font)
        letters.append(set(font.face.charToGlyph))
    return frozenset(map(chr, set.intersection(*letters)))


@cache
def emoji() -> frozenset[str]:
    """Return the emoji and signs that the others lack; most papers need none and never read them."""
    from imt_desktop.reports.paper.emoji import register  # needs ReportLab, as above

    return register(EMOJI, FOLDER / "NotoEmoji-Medium.ttf") - ready()


def _pieces(text: str, font: str) -> list[tuple[str, str]]:
    """Return a text in pieces, each behind the font that has its letters."""
    if ready().issuperset(text):
        return [(font, text)]
    found = groupby(text, emoji().__contains__)
    return [(EMOJI if odd else font, "".join(letters)) for odd, letters in found]


@lru_cache(maxsize=16384)
def _width(text: str, font: str) -> float:
    from reportlab.pdfbase import pdfmetrics

    pieces = _pieces(seen(text), font)
    return sum(float(pdfmetrics.stringWidth(part, face, 1000)) for face, part in pieces) / 1000


def width(text: str, font: str, size: float) -> float:
    """Width of a text in points."""
    return _width(text, font) * size


def shaped(canvas: Canvas, font: str, text: str) -> list[tuple[str, str]]:
    """Return a text as a PDF shows it: the names of parts of the font, and which of their letters.

    So ReportLab's own documentation of TrueType fonts does it.
    """
    from reportlab.pdfbase import pdfmetrics

    drawn_on: Any = canvas
    document = drawn_on._doc
    faces: list[tuple[Any, str]] = [
        (pdfmetrics.getFont(name), piece) for name, piece in _pieces(seen(text), font)
    ]
    return [
        (face.getSubsetInternalName(part, document), drawn_on._escape(letters))
        for face, piece in faces
        for part, letters in face.splitString(piece, document)
    ]


def depth(text: str, size: float) -> float:
    """How far a text reaches under its baseline, in points."""
    if runs_back(text):
        return size * (0.34 if _DEEP.intersection(text) else 0.275)
    deep = 0.21 if _DESCENDING.intersection(text) else 0.02
    return size * (deep if text.isascii() or ready().issuperset(text) else max(deep, 0.17))
