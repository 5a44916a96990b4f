"""A small line of a figure's past: gaps where nothing is known, the target dashed, a dot at its end."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from imt_desktop.ui.theme import colour, em
from imt_desktop.ui.widgets.painted import Painted

WIDE, TALL = 64, 20
_EDGE = 3


def paint_sparkline(
    painter: QPainter, where: QRectF, past: Sequence[int | None], target: int | None = None
) -> None:
    """Draw it; nothing where nothing is known."""
    known = [value for value in past if value is not None]
    if not known:
        return
    inside = where.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
    values = [*known, *([target] if target is not None else [])]
    low, high = min(values), max(values)

    def height(value: int) -> float:
        share = (value - low) / (high - low) if high > low else 0.5
        return inside.bottom() - share * inside.height()

    if target is not None:
        painter.setPen(QPen(colour("target"), 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(
            QPointF(where.left(), height(target)), QPointF(where.right(), height(target))
        )
    step = inside.width() / max(len(past) - 1, 1)
    points = [
        None if value is None else QPointF(inside.left() + at * step, height(value))
        for at, value in enumerate(past)
    ]
    painter.setPen(QPen(colour("teal"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for before, after in pairwise(points):
        if before is not None and after is not None:
            painter.drawLine(before, after)
    newest = next(point for point in reversed(points) if point is not None)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("teal"))
    painter.drawEllipse(newest, 3, 3)


class Sparkline(Painted):
    """The line as a widget; ``says`` is its text twin."""

    def __init__(self, says: str = "", large: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._past: tuple[int | None, ...] = ()
        self._target: int | None = None
        self._large = large
        self.setAccessibleName(says)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding if large else policy.Fixed, policy.Fixed)

    def show_past(self, past: Sequence[int | None], target: int | None, says: str = "") -> None:
        """Show another past."""
        self._past, self._target = tuple(past), target
        self.setAccessibleName(says)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Small, or as wide as there is room."""
        return QSize(em(240), em(64)) if self._large else QSize(em(WIDE), em(TALL))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Small."""
        return QSize(em(WIDE), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the line."""
        paint_sparkline(self.painter(), QRectF(self.rect()), self._past, self._target)
