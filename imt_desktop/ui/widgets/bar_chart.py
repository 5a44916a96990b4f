"""Bars by month: money in beside money out, or one kind alone."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from imt_desktop.ui.theme import colour, em, font
from imt_desktop.ui.widgets.chart_data import Bars, cells
from imt_desktop.ui.widgets.draw import upper_round, write_words
from imt_desktop.ui.widgets.painted import Painted, ring_on

_GAP = 2

_TO_COME: Final = (30, 44, 36, 58, 50, 66, 60, 78, 70, 88, 80, 96)
"""Heights of the pale bars of a chart that has nothing to show yet, per cent."""


class BarChart(Painted):
    """Draws ``Bars``. Its figures are its accessible description; Ctrl+C copies them."""

    def __init__(self, name: str, bars: Bars, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bars = bars
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.set_bars(bars)

    def set_bars(self, bars: Bars) -> None:
        """Show other figures."""
        self.bars = bars
        self.setAccessibleDescription(bars.text())
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Copy the figures."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.bars.text())
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802
        """A comfortable size."""
        return QSize(em(320), em(180))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The least that can be read."""
        return QSize(em(200), em(120))

    def _plot(self) -> QRectF:
        metrics = QFontMetrics(font("small"))
        words = (self.bars.axis(value) for value in self._steps())
        left = max(metrics.horizontalAdvance(word) for word in words) + 12
        top = metrics.height() / 2 + (metrics.height() if self.bars.marked else 0)
        return QRectF(left, top, self.width() - left, self.height() - top - metrics.height() - 10)

    def _steps(self) -> tuple[int, int, int]:
        return 0, self.bars.top // 2, self.bars.top

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw axis and bars."""
        if not self.bars.labels:
            return
        painter = self.painter()
        plot = self._plot()
        if self.bars.nothing and self.bars.empty:
            self._paint_empty(painter, plot)
            ring_on(self, painter, colour("card"), 0)
            return
        self._paint_axis(painter, plot)
        slot = plot.width() / len(self.bars.labels)
        for at in range(len(self.bars.labels)):
            self._paint_group(
                painter, plot, QRectF(plot.left() + at * slot, plot.top(), slot, 1), at
            )
        self._paint_labels(painter, plot, slot)
        ring_on(self, painter, colour("card"), 0)

    def _paint_axis(self, painter: QPainter, plot: QRectF) -> None:
        painter.setFont(font("small"))
        for value in self._steps():
            level = round(plot.bottom() - plot.height() * value / self.bars.top) + 0.5
            painter.setPen(QPen(colour("line2" if value == 0 else "line"), 1))
            painter.drawLine(QPointF(plot.left(), level), QPointF(plot.right(), level))
            painter.setPen(colour("ink2"))
            where = QRectF(0, level - em(10), plot.left() - 8, em(20))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            write_words(painter, where, right, self.bars.axis(value))

    def _paint_empty(self, painter: QPainter, plot: QRectF) -> None:
        """Pale bars that are still to come, and under them what they will show."""
        room = QFontMetrics(font("body")).boundingRect(
            QRectF(0, 0, min(plot.width(), em(320)), 1000).toRect(),
            Qt.TextFlag.TextWordWrap,
            self.bars.empty,
        )
        ground = QRectF(0, 0, self.width(), self.height() - room.height() - em(40))
        slot = ground.width() / len(_TO_COME)
        for at, tall in enumerate(_TO_COME):
            high = ground.height() * tall / 100
            wide = min(slot * 0.5, em(22))
            box = QRectF((at + 0.5) * slot - wide / 2, ground.bottom() - high, wide, high)
            painter.fillPath(upper_round(box, 3.0), colour("teal_tint"))
        painter.setPen(QPen(colour("line2"), 1))
        painter.drawLine(ground.bottomLeft(), ground.bottomRight())
        painter.setFont(font("body"))
        painter.setPen(colour("ink2"))
        words = QRectF((self.width() - room.width()) / 2, ground.bottom() + em(14), room.width() + 2,
                       room.height() + 2)  # fmt: skip
        centred = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        write_words(painter, words, centred, self.bars.empty)

    def _paint_group(self, painter: QPainter, plot: QRectF, slot: QRectF, at: int) -> None:
        many = len(self.bars.series)
        wide = max(3, min(em(16 if many == 1 else 11), int(slot.width() * 0.66 / many) - 1))
        left = round(slot.center().x() - (many * wide + (many - 1) * _GAP) / 2)
        for series in self.bars.series:
            value = series.values[at]
            box = QRectF(left, plot.top(), wide, plot.height())
            if value is None:
                self._paint_missing(painter, box)
            else:
                tall = plot.height() * value / self.bars.top
                box.setTop(plot.bottom() - max(tall, 1 if value else 0))
                self._paint_bar(painter, box, series.role, at)
                if at in self.bars.marked:
                    self._paint_value(painter, box, self.bars.axis(value))
            left += wide + _GAP

    def _paint_bar(self, painter: QPainter, box: QRectF, role: str, at: int) -> None:
        ink = colour(role)
        if not ink.alpha():
            ink = colour("teal")
        if at in self.bars.unfinished:
            ink.setAlphaF(0.55)
        painter.fillPath(upper_round(box, min(3.0, box.height())), ink)

    def _paint_value(self, painter: QPainter, box: QRectF, words: str) -> None:
        painter.setFont(font("small", True))
        painter.setPen(colour("ink"))
        where = QRectF(box.center().x() - em(30), box.top() - em(18), em(60), em(16))
        write_words(painter, where, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_missing(self, painter: QPainter, box: QRectF) -> None:
        """A dashed outline with diagonal lines: nothing is known of it."""
        where = box.adjusted(0.5, box.height() * 0.4, -0.5, 0)
        painter.save()
        painter.setPen(QPen(colour("bad"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(QBrush(colour("bad"), Qt.BrushStyle.BDiagPattern))
        painter.drawRect(where)
        painter.restore()

    def _paint_labels(self, painter: QPainter, plot: QRectF, slot: float) -> None:
        bold = QFontMetrics(font("small", True))
        widest = max(bold.horizontalAdvance(label) for label in self.bars.labels) + 2
        keep = max(1, -int(-widest // slot))
        for at in cells(self.bars.labels, keep):
            unfinished = at in self.bars.unfinished
            painter.setFont(font("small", unfinished))
            ink = "ink" if unfinished else "ink3" if at in self.bars.ahead else "ink2"
            painter.setPen(colour(ink))
            where = QRectF(plot.left() + (at + 0.5) * slot - 60, plot.bottom() + 4, 120, em(20))
            write_words(painter, where, Qt.AlignmentFlag.AlignCenter, self.bars.labels[at])


class Legend(Painted):
    """Names the series of a chart; the shapes differ as well as the colours."""

    def __init__(self, bars: Bars, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._series = bars.series
        self.setAccessibleName(", ".join(series.words for series in bars.series))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """All words, never cut."""
        metrics = QFontMetrics(font("small"))
        words = sum(metrics.horizontalAdvance(series.words) for series in self._series)
        return QSize(words + len(self._series) * em(18) + em(14) * (len(self._series) - 1), em(20))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw a square for the first, a circle for the second."""
        painter = self.painter()
        metrics = QFontMetrics(font("small"))
        painter.setFont(font("small"))
        left, size = 0.0, em(12)
        for number, series in enumerate(self._series):
            shape = QRectF(left, (self.height() - size) / 2, size, size)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(series.role))
            painter.drawRoundedRect(shape, *((3, 3) if number == 0 else (size / 2, size / 2)))
            painter.setPen(colour("ink2"))
            where = QRectF(left + em(18), 0, self.width(), self.height())
            write_words(painter, where, Qt.AlignmentFlag.AlignVCenter, series.words)
            left += em(18) + metrics.horizontalAdvance(series.words) + em(14)
