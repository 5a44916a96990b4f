"""The woven band under the committee's name: teeth 16 px wide, diamonds between."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from imt_desktop.ui.theme import colour, current
from imt_desktop.ui.widgets.painted import Painted

TALL = 10
_TOOTH = 16


def paint_band(painter: QPainter, wide: int) -> None:
    """Draw the band; in high contrast only a row of dots."""
    painter.setPen(Qt.PenStyle.NoPen)
    plain = not current().ornaments
    for left in range(0, wide + _TOOTH, _TOOTH):
        if not plain:
            painter.fillPath(_tooth(left), colour("wave2"))
        painter.setBrush(colour("line2" if plain else "out3"))
        middle = QPointF(left, 3)
        painter.drawPolygon(_diamond(middle, 2.6))


def _tooth(left: float) -> QPainterPath:
    path = QPainterPath(QPointF(left, TALL - 1))
    path.lineTo(left + 8, 2.5)
    path.lineTo(left + 16, TALL - 1)
    path.closeSubpath()
    path.addPolygon(_diamond(QPointF(left + 8, TALL - 2.6), 2))
    return path


def _diamond(at: QPointF, half: float) -> QPolygonF:
    x, y = at.x(), at.y()
    return QPolygonF(
        [
            QPointF(x, y - half),
            QPointF(x + half, y),
            QPointF(x, y + half),
            QPointF(x - half, y),
            QPointF(x, y - half),
        ]
    )


class WovenBand(Painted):
    """The band as a widget, across its parent."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(TALL)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw it."""
        paint_band(self.painter(), self.width())
