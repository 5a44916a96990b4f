"""The sheet in the preview: on a table with a shadow, whole or in its true size."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from imt_desktop.ui.theme import colour, current, em, font
from imt_desktop.ui.widgets.draw import write_words
from imt_desktop.ui.widgets.painted import ring_on

MARGIN: Final = 16
_SHADOW: Final = 8
_STEP: Final = 40


class SheetView(QAbstractScrollArea):
    """Shows one page. ``wanted`` asks for its picture at so many dots an inch."""

    wanted = Signal(float)
    turned = Signal(int)
    """A key asked for the page after (1) or before (-1)."""
    zoomed = Signal(int)
    """A key asked for larger (1) or smaller (-1)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)
        self._points: QSizeF | None = None
        self._image = QImage()
        self._zoom: float | None = None
        self._words = ""

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Large enough to tell one paper from another."""
        return QSize(em(200), em(300))

    def show_page(self, points: QSizeF | None, words: str = "", fresh: bool = False) -> None:
        """Show a page of that size; None shows nothing but words. Its picture comes later.

        Until then the picture before stays, unless it is of another paper (``fresh``).
        """
        if points is None or fresh:
            self._image = QImage()
        self._points, self._words = points, words
        self._measure()

    def show_picture(self, image: QImage) -> None:
        """Show the page's picture."""
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self._image = image
        self.viewport().update()

    def set_zoom(self, zoom: float | None) -> None:
        """Show at a share of the true size; None fits the whole page."""
        self._zoom = zoom
        self._measure()

    def share(self) -> float:
        """Return the share of the true size that is shown now."""
        if self._points is None:
            return 1.0
        if self._zoom is not None:
            return self._zoom
        room = self.viewport().size()
        wide = (room.width() - 2 * MARGIN) / (self._points.width() * self._pixels)
        tall = (room.height() - 2 * MARGIN) / (self._points.height() * self._pixels)
        return max(min(wide, tall), 0.05)

    @property
    def _pixels(self) -> float:
        """Pixels a point at the true size."""
        return self.logicalDpiX() / 72

    def _page_size(self) -> QSize:
        assert self._points is not None
        return (self._points * self._pixels * self.share()).toSize()

    def _measure(self) -> None:
        if self._points is not None:
            page, room = self._page_size(), self.viewport().size()
            for bar, wide, most in (
                (self.horizontalScrollBar(), page.width(), room.width()),
                (self.verticalScrollBar(), page.height(), room.height()),
            ):
                over = wide + 2 * MARGIN - most if self._zoom is not None else 0
                bar.setRange(0, max(over, 0))
                bar.setPageStep(most)
                bar.setSingleStep(_STEP)
            dots = self.share() * self._pixels * 72 * self.devicePixelRatioF()
            self.wanted.emit(dots)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fit again."""
        super().resizeEvent(event)
        self._measure()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802
        """Draw what came into view."""
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Turn pages, go nearer or further away; the rest scrolls."""
        turns = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        zooms = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
        key = Qt.Key(event.key())
        if key in turns:
            self.turned.emit(turns[key])
        elif key in zooms:
            self.zoomed.emit(zooms[key])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the table, the sheet and its shadow."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), colour("line" if current().ornaments else "paper"))
        if self._points is not None:
            self._paint_sheet(painter, self._where())
        else:
            self._paint_words(painter)
        ring_on(self, painter, colour("card"), 4)

    def _where(self) -> QRectF:
        page, room = self._page_size(), self.viewport().size()
        left = max((room.width() - page.width()) / 2, MARGIN) - self.horizontalScrollBar().value()
        top = max((room.height() - page.height()) / 2, MARGIN) - self.verticalScrollBar().value()
        return QRectF(QPointF(round(left), round(top)), QSizeF(page))

    def _paint_sheet(self, painter: QPainter, where: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(20, 16, 8, 9))
        for spread in range(_SHADOW, 0, -1):
            edge = where.translated(0, 3).adjusted(-spread, -spread, spread, spread)
            painter.drawRoundedRect(edge, spread, spread)
        painter.fillRect(where, QColor("white"))
        if self._image.isNull():
            return
        size = self._image.deviceIndependentSize()
        if abs(size.width() - where.width()) <= 2:  # drawn for this size: dot by dot
            painter.drawImage(where.topLeft(), self._image)
        else:
            painter.drawImage(where, self._image)

    def _paint_words(self, painter: QPainter) -> None:
        painter.setFont(font())
        painter.setPen(colour("ink2"))
        middle = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        write_words(painter, self.viewport().rect().adjusted(24, 24, -24, -24), middle, self._words)
