"""Sizes of type as ratios of the application's font, so that text of 200 % works.

The application's font is 14 px at scale 1. Nothing else says how large text is: ``em(40)`` is 40 px
at scale 1 and 80 px at scale 2.
"""

from __future__ import annotations

from typing import ClassVar, Final, Literal

from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

Step = Literal["amount", "fact", "title", "name", "heading", "button", "body", "second", "small"]

FAMILY: Final = "Noto Sans"
BODY: Final = 14
SIZES: Final[dict[Step, int]] = {
    "amount": 36,
    "fact": 28,
    "title": 22,
    "name": 18,
    "heading": 16,
    "button": 15,
    "body": 14,
    "second": 13,
    "small": 12,
}
"""Pixels of each step at scale 1; ``small`` is the smallest there is."""

LARGEST_SCALE: Final = 3.0

_MOST_WIDTHS: Final = 5_000


class _InForce:
    """How large text is now, its fonts and widths: a page asks thousands of times, and Qt answers slowly."""

    scale = 1.0
    fonts: ClassVar[dict[tuple[Step, bool], QFont]] = {}
    widths: ClassVar[dict[tuple[str, Step, bool], int]] = {}


def scale() -> float:
    """Return how much larger than usual text is; 1.0 to 3.0."""
    return _InForce.scale


def put_font_on(app: QApplication, times: float) -> None:
    """Give the application its font, text so many times as large as usual."""
    app.setFont(_base_font(times))
    put_scale_on(times)


def put_scale_on(times: float) -> None:
    """Let all that is measured and painted from now on be so many times as large as usual."""
    _InForce.scale = _base_font(times).pixelSize() / BODY
    _InForce.fonts.clear()
    _InForce.widths.clear()


def em(pixels: float) -> int:
    """Return a length that grows with the text."""
    return round(pixels * scale())


def font(step: Step = "body", bold: bool = False) -> QFont:
    """Return the application's font at a step of the scale; whoever gets it may change it."""
    made = _InForce.fonts.get((step, bold))
    if made is None:
        made = _InForce.fonts[step, bold] = QFont(QApplication.font())
        made.setPixelSize(max(1, em(SIZES[step])))
        made.setBold(bold)
    return QFont(made)


def width_of(words: str, step: Step = "body", bold: bool = False) -> int:
    """Return how many pixels words are wide in one line."""
    wide = _InForce.widths.get((words, step, bold))
    if wide is None:
        if len(_InForce.widths) > _MOST_WIDTHS:
            _InForce.widths.clear()
        wide = QFontMetrics(font(step, bold)).horizontalAdvance(words)
        _InForce.widths[words, step, bold] = wide
    return wide


def _base_font(times: float) -> QFont:
    """Make the application's font for a scale."""
    made = QFont([FAMILY, "Noto Sans Ethiopic", "Noto Sans Devanagari", "sans-serif"])
    made.setPixelSize(round(BODY * min(max(times, 1.0), LARGEST_SCALE)))
    return made
