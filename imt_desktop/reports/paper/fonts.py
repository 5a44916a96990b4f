"""The letters: Noto Sans, read from the program's own folder when the first paper is drawn."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from imt_desktop.reports.paper.right_to_left import runs_back, seen

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

FOLDER: Final = Path(__file__).resolve().parents[2] / "assets" / "fonts"

REGULAR: Final = "NotoSans"
BOLD: Final = "NotoSans-Bold"
ITALIC: Final = "NotoSans-Italic"

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


@lru_cache(maxsize=16384)
def _width(text: str, font: str) -> float:
    from reportlab.pdfbase import pdfmetrics

    ready()
    return float(pdfmetrics.stringWidth(seen(text), font, 1000)) / 1000


def width(text: str, font: str, size: float) -> float:
    """Width of a text in points."""
    return _width(text, font) * size


def shaped(canvas: Canvas, font: str, text: str) -> list[tuple[str, str]]:
    """Return a text as a PDF shows it: the names of parts of the font, and which of their letters.

    So ReportLab's own documentation of TrueType fonts does it.
    """
    from reportlab.pdfbase import pdfmetrics

    face: Any = pdfmetrics.getFont(font)
    drawn_on: Any = canvas
    document = drawn_on._doc
    return [
        (face.getSubsetInternalName(part, document), drawn_on._escape(letters))
        for part, letters in face.splitString(seen(text), document)
    ]


def depth(text: str, size: float) -> float:
    """How far a text reaches under its baseline, in points."""
    if runs_back(text):
        return size * (0.34 if _DEEP.intersection(text) else 0.275)
    return size * (0.21 if _DESCENDING.intersection(text) else 0.02)
