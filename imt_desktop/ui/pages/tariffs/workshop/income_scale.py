"""The bill as a share of a household's income, on a scale that shows what is held to be the most."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from imt_desktop.ledger.recovery.workshop import GUIDANCE
from imt_desktop.ui.pages.tariffs.workshop.picture import OfIncome
from imt_desktop.ui.theme import Step, colour, em, font
from imt_desktop.ui.widgets.draw import lines_of, write_words
from imt_desktop.ui.widgets.painted import Painted

_TALL = 88
"""Pixels of four lines, with air round them."""


class IncomeScale(Painted):
    """Words at the left, the scale, the guidance at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: OfIncome | None = None
        self.times = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, shown: OfIncome) -> None:
        """Show another share."""
        self._shown = shown
        self.setAccessibleName(f"{shown.words}. {shown.second}. {shown.guidance}")
        self.update()

    def enlarge(self, times: float) -> None:
        """Make it so many times larger."""
        self.times = times
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Two or three lines high."""
        return QSize(em(560), round(self._len(_TALL)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The words and a short scale."""
        return QSize(em(400), round(self._len(_TALL)))

    def _len(self, pixels: float) -> float:
        return em(pixels) * self.times

    def _font(self, step: Step, bold: bool = False) -> QFont:
        made = font(step, bold)
        made.setPixelSize(round(made.pixelSize() * self.times))
        return made

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw it."""
        shown = self._shown
        if shown is None:
            return
        painter = self.painter()
        side = self._len(16)
        room = self.width() - 2 * side
        words = room * 0.32
        self._write(painter, QRectF(side, 0, words, self.height()), shown.words, shown.second)
        right = room * 0.26
        at = QRectF(self.width() - side - right, 0, right, self.height())
        self._write(painter, at, "", shown.guidance)
        scale = QRectF(side + words + self._len(14), 0, room - words - right - self._len(32), 0)
        self._paint_scale(painter, scale, shown)

    def _write(self, painter: QPainter, room: QRectF, head: str, second: str) -> None:
        bold, plain = self._font("body", True), self._font("small")
        wide = round(room.width())
        lines = [(bold, line, "ink") for line in lines_of(head, bold, wide, 2)]
        lines += [(plain, line, "ink2") for line in lines_of(second, plain, wide, 4 - len(lines))]
        y = room.center().y() - sum(QFontMetrics(face).height() for face, _w, _i in lines) / 2
        for face, words, ink in lines:
            high = QFontMetrics(face).height()
            painter.setFont(face)
            painter.setPen(colour(ink))
            where = QRectF(room.left(), y, room.width() + 2, high)
            write_words(
                painter, where, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words
            )
            y += high

    def _paint_scale(self, painter: QPainter, room: QRectF, shown: OfIncome) -> None:
        tall = self._len(12)
        top = self.height() / 2 - tall
        groove = QRectF(room.left(), top, room.width(), tall)

        def x(share: int) -> float:
            return groove.left() + groove.width() * share / shown.top

        painter.setPen(QPen(colour("line2"), 1))
        painter.setBrush(colour("sunk"))
        painter.drawRoundedRect(groove, tall / 2, tall / 2)
        low, high = GUIDANCE
        painter.setPen(QPen(colour("warn_line"), 1))
        painter.setBrush(colour("warn_tint"))
        painter.drawRect(QRectF(x(low), top, x(high) - x(low), tall))
        face = self._font("small")
        painter.setFont(face)
        painter.setPen(colour("ink2"))
        for where, words in marks(groove, shown.top, QFontMetrics(face)):
            write_words(painter, where, Qt.AlignmentFlag.AlignCenter, words)
        if shown.share is not None:
            self._paint_pointer(painter, x(shown.share), top, tall, shown.share > high)

    def _paint_pointer(
        self, painter: QPainter, x: float, top: float, tall: float, much: bool
    ) -> None:
        ink = colour("bad" if much else "teal")
        wide = self._len(7)
        painter.setPen(QPen(ink, self._len(2)))
        painter.drawLine(QPointF(x, top - self._len(2)), QPointF(x, top + tall))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        tip = [QPointF(x - wide, top - self._len(11)), QPointF(x + wide, top - self._len(11))]
        painter.drawPolygon(QPolygonF([*tip, QPointF(x, top)]))


def marks(groove: QRectF, top: int, metrics: QFontMetrics) -> Iterator[tuple[QRectF, str]]:
    """Yield what stands under the scale, and where: the guidance first, then what there is room for."""
    air = metrics.horizontalAdvance(" ")

    def mark(share: float, words: str) -> tuple[QRectF, str]:
        wide = metrics.horizontalAdvance(words) + air
        left = groove.left() + groove.width() * share / top - wide / 2
        return QRectF(left, groove.bottom() + 2, wide, metrics.height()), words

    low, high = GUIDANCE
    guidance = [mark(share, f"{share // 100}\u00a0%") for share in GUIDANCE]
    if guidance[0][0].intersects(guidance[1][0]):
        guidance = [mark((low + high) / 2, f"{low // 100}\u2013{high // 100}\u00a0%")]
    yield from guidance
    for where, words in (mark(0, "0"), mark(top, f"{top // 100}\u00a0%")):
        if not any(where.intersects(other) for other, _words in guidance):
            yield where, words
