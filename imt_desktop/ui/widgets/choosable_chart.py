"""Bars that lead to what is behind them: a click, or the arrows and Enter, choose a label."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from imt_desktop.ui.theme import colour
from imt_desktop.ui.widgets.bar_chart import BarChart
from imt_desktop.ui.widgets.chart_data import Bars


class ChoosableChart(BarChart):
    """A bar chart whose labels can be chosen, but those that are still to come."""

    opened = Signal(int)
    """The position of the label that was chosen."""

    def __init__(self, name: str, bars: Bars, parent: QWidget | None = None) -> None:
        self._at = -1
        super().__init__(name, bars, parent)
        self.setMouseTracking(True)

    def set_bars(self, bars: Bars) -> None:
        """Show other figures; the arrows begin at the newest."""
        super().set_bars(bars)
        known = self._known()
        if self._at not in known:
            self._at = known[-1] if known else -1

    def _known(self) -> list[int]:
        if self.bars.nothing:
            return []
        return [at for at in range(len(self.bars.labels)) if at not in self.bars.ahead]

    def slot_at(self, left: float) -> int:
        """Return which label lies there; -1 where there is none to choose."""
        plot, count = self._plot(), len(self.bars.labels)
        if not count or not plot.left() <= left < plot.right():
            return -1
        at = int((left - plot.left()) / plot.width() * count)
        return at if at in self._known() else -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Show that one can press here."""
        shape, there = Qt.CursorShape, self.slot_at(event.position().x()) >= 0
        self.setCursor(shape.PointingHandCursor if there else shape.ArrowCursor)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Choose."""
        at = self.slot_at(event.position().x())
        if event.button() == Qt.MouseButton.LeftButton and at >= 0:
            self._at = at
            self.opened.emit(at)
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Go from label to label, and choose."""
        known, key = self._known(), event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and known:
            step = 1 if key == Qt.Key.Key_Right else -1
            self._at = known[min(max(known.index(self._at) + step, 0), len(known) - 1)]
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and known:
            self.opened.emit(self._at)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw what the arrows stand on behind the bars."""
        if self.hasFocus() and self._at >= 0:
            plot = self._plot()
            wide = plot.width() / len(self.bars.labels)
            with QPainter(self) as painter:
                place = QRectF(plot.left() + self._at * wide, plot.top(), wide, plot.height())
                painter.fillRect(place, colour("teal_tint"))
        super().paintEvent(event)
