"""Small things that painted widgets share: boxes, key caps, icon tiles, lines of text."""

from __future__ import annotations

import re
from typing import Any, Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPen

from imt_desktop.i18n.turning import isolated
from imt_desktop.ui.keys import key_words
from imt_desktop.ui.theme import Step, colour, current, em, font, paint_icon, width_of

CAP_PAD: Final = 6


def box(
    painter: QPainter,
    rect: QRectF,
    ground: str,
    line: str = "",
    radius: float = 8,
    width: float = 0,
    dashed: bool = False,
) -> None:
    """Fill a rounded box; its border lies inside the rectangle. Roles name the colours."""
    wide = (width or current().border) if line else 0
    inside = rect.adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
    strokes = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
    painter.setPen(QPen(colour(line), wide, strokes) if line else Qt.PenStyle.NoPen)
    painter.setBrush(colour(ground) if ground else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(inside, radius - wide / 2, radius - wide / 2)


def upper_round(rect: QRectF, radius: float) -> QPainterPath:
    """Return a rectangle whose two upper corners are rounded."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(rect, radius, radius)
    path.addRect(rect.adjusted(0, radius, 0, 0))
    return path


_ARROWS: Final = {
    "Up": "chevron-up",
    "Down": "chevron-down",
    "Left": "chevron-left",
    "Right": "chevron-right",
}
"""Keys that are drawn: the font has no arrows."""


def cap_width(key: str) -> int:
    """Return the width of a key cap."""
    if key in _ARROWS:
        return em(14) + 2 * CAP_PAD
    return width_of(key_words(key), "small") + 2 * CAP_PAD


def paint_cap(painter: QPainter, key: str, rect: QRectF, filled: bool = False) -> None:
    """Draw a key cap; ``filled`` says that it stands on a teal button."""
    tall = em(20)
    where = QRectF(rect.left(), rect.center().y() - tall / 2, rect.width(), tall)
    box(painter, where, "" if filled else "sunk", "on_teal" if filled else "line2", 4, 1)
    ink = "on_teal" if filled else "ink2"
    if key in _ARROWS:
        size = em(14)
        at = where.center() - QPointF(size / 2, size / 2)
        paint_icon(painter, _ARROWS[key], ink, at, size)
        return
    painter.setFont(font("small"))
    painter.setPen(colour(ink))
    write_words(painter, where, Qt.AlignmentFlag.AlignCenter, key_words(key))


def paint_tile(painter: QPainter, name: str, rect: QRectF, filled: bool = False) -> None:
    """Draw an icon in its rounded tile; ``filled`` says that it stands on a teal button."""
    painter.setPen(Qt.PenStyle.NoPen)
    ground = colour("on_teal" if filled else "teal_tint")
    if not current().ornaments:
        ground.setAlpha(0)
    elif filled:
        ground.setAlphaF(0.16)
    painter.setBrush(ground)
    painter.drawRoundedRect(rect, 10, 10)
    size = em(20)
    at = rect.center() - QPointF(size / 2, size / 2)
    paint_icon(painter, name, "on_teal" if filled else "teal", at, size)


def wrapped(words: str, face: QFont, width: int) -> QRect:
    """Return the box that words take when they may wrap."""
    metrics = QFontMetrics(face)
    whole = metrics.horizontalAdvance(words)
    if whole <= width + 1 and "\n" not in words:
        return QRect(0, 0, whole, metrics.height())
    flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
    return metrics.boundingRect(QRect(0, 0, max(width, 1), 10_000), int(flags), words)


def two_line_width(words: str, step: Step) -> int:
    """Return about the least width in which bold words take no more than two lines."""
    parts = _words_of(words)
    if len(parts) < 2:
        return width_of(words, step, bold=True)
    lines = ((" ".join(parts[:n]), " ".join(parts[n:])) for n in range(1, len(parts)))
    return min(max(width_of(line, step, bold=True) for line in pair) for pair in lines) + 1


def write_words(painter: QPainter, where: QRect | QRectF, side: Any, words: str) -> None:
    """Write words into a rectangle; no name turns them round. All painted words are written here."""
    painter.drawText(where, side, isolated(words))


def elided(words: str, face: QFont, width: float) -> str:
    """Return words cut at the right with a mark; only for cells of tables."""
    return QFontMetrics(face).elidedText(words, Qt.TextElideMode.ElideRight, int(width))


def _words_of(text: str) -> list[str]:
    """Cut a text where a line may end: not between a number and its unit, nor before a French “?”."""
    return [word for word in re.split(r"[ \t\n]+", text) if word]


def lines_of(words: str, face: QFont, width: int, most: int) -> list[str]:
    """Break words into at most so many lines; what is left over is cut with a mark."""
    metrics = QFontMetrics(face)
    lines: list[str] = []
    for word in _words_of(words):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and (metrics.horizontalAdvance(longer) <= width or len(lines) == most):
            lines[-1] = longer
        else:
            lines.append(word)
    return [elided(line, face, width + 1) for line in lines]  # an advance is rounded down
