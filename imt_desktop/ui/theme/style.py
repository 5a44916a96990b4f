"""Fusion with one focus ring for everything that takes focus, and calm small parts."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionFocusRect,
    QTabBar,
    QWidget,
)

from imt_desktop.ui.theme.palette import colour, current

RING: Final = 2
"""Width of the focus ring, and its distance from the edge, in pixels."""


class RingStyle(QProxyStyle):
    """Draws the focus ring; everything else is Fusion's."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def drawPrimitive(  # noqa: N802
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw the ring in place of Fusion's dotted frame."""
        if element is not QStyle.PrimitiveElement.PE_FrameFocusRect:
            super().drawPrimitive(element, option, painter, widget)
            return
        if isinstance(widget, QTabBar):
            return  # a tab has its ring from the style sheet; this one would cross its words
        ground = current().card
        if isinstance(option, QStyleOptionFocusRect):
            ground = option.backgroundColor.name()
        paint_ring(painter, QRectF(option.rect), ground)


def paint_ring(painter: QPainter, box: QRectF, ground: str = "", radius: float = 6) -> None:
    """Draw the focus ring inside a box; on a teal ground it takes the colour of what is written."""
    on_teal = ground.lower() in {current().teal.lower(), current().teal_hover.lower()}
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour("on_teal" if on_teal else "teal"), RING))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)
    painter.restore()
