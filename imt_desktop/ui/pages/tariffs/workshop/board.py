"""The workshop's bars: what a year costs beside what comes in, if all pay and as they really do."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from imt_desktop.ui.pages.tariffs.workshop.picture import Picture, Side
from imt_desktop.ui.theme import Step, colour, current, em, font, paint_icon
from imt_desktop.ui.theme.contrast import ratio
from imt_desktop.ui.widgets.draw import lines_of, upper_round, write_words
from imt_desktop.ui.widgets.painted import Painted, ring_on

_OVER: Final[tuple[Step, ...]] = ("body", "second", "small")
"""Sizes for what stands over a bar, the first that fits."""

_DARK, _PALE = "#1C2B2A", "#FFFFFF"


@lru_cache(maxsize=32)
def ink_on(fill: str) -> QColor:
    """Return what is read best on a bar of a colour."""
    return QColor(max((_DARK, _PALE), key=lambda ink: ratio(ink, fill)))


class Board(Painted):
    """Paints a ``Picture``. ``times`` makes all of it larger, for a projector."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: Picture | None = None
        self._headline = self._hint = ""
        self.times = 1.0
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_picture(self, picture: Picture, headline: str = "", hint: str = "") -> None:
        """Show other figures; a headline stands over them where one is given, and small a hint."""
        self._picture, self._headline, self._hint = picture, headline, hint
        text = picture.text()
        self.setAccessibleDescription(f"{headline}\n{text}" if headline else text)
        self.update()

    def enlarge(self, times: float) -> None:
        """Make words and bars so many times larger."""
        self.times = times
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Copy the figures."""
        if event.matches(QKeySequence.StandardKey.Copy) and self._picture is not None:
            QGuiApplication.clipboard().setText(self._picture.text())
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802
        """A comfortable size."""
        return QSize(em(640), em(330))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The least at which everything is read."""
        return QSize(em(440), em(300))

    def _len(self, pixels: float) -> float:
        return em(pixels) * self.times

    def _air(self, pixels: float) -> float:
        """Return room between things: it grows less than they do, so that bars stay tall."""
        return float(em(pixels) * self.times**0.4)

    def _font(self, step: Step, bold: bool = False) -> QFont:
        made = font(step, bold)
        made.setPixelSize(round(made.pixelSize() * self.times))
        return made

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw both sides."""
        if self._picture is None:
            return
        painter = self.painter()
        top = self._paint_headline(painter)
        half = self.width() / 2
        foot = max(self._foot(side, half) for side in self._picture.sides)
        painter.setPen(QPen(colour("line"), 1))
        middle = round(half) + 0.5
        painter.drawLine(
            QPointF(middle, top + self._len(24)), QPointF(middle, self.height() - foot - 12)
        )
        for at, side in enumerate(self._picture.sides):
            room = QRectF(at * half, top, half, self.height() - foot - top)
            self._paint_side(painter, room, side)
            self._paint_verdict(painter, QRectF(at * half, room.bottom(), half, foot), side, at)
        ring_on(self, painter, colour("card"), 2)

    def _paint_headline(self, painter: QPainter) -> float:
        if not self._headline:
            return 0
        face = self._font("name", True)
        tall = QFontMetrics(face).height() + self._air(6)
        painter.setFont(face)
        painter.setPen(colour("teal"))
        where = QRectF(0, self._air(6), self.width(), tall)
        write_words(painter, where, Qt.AlignmentFlag.AlignCenter, self._headline)
        painter.setFont(font("small"))
        painter.setPen(colour("ink3"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        write_words(painter, where.adjusted(0, 0, -em(16), 0), right, self._hint)
        return tall

    # One side

    def _paint_side(self, painter: QPainter, room: QRectF, side: Side) -> None:
        picture = self._picture
        assert picture is not None
        y = room.top() + self._air(14)
        self._centred(painter, side.title, "heading", True, "ink", room, y)
        y += max(self._tall(one.title, "heading", True, room) for one in picture.sides)
        self._centred(painter, side.second, "second", False, "ink2", room, y)
        y += max(self._tall(one.second, "second", False, room) for one in picture.sides)
        under = QFontMetrics(self._font("second")).height() + self._air(12)
        base = room.bottom() - under
        above = QFontMetrics(self._font("body", True)).height() + self._air(4)
        tall = max(1.0, base - y - above - self._air(6))
        wide = min(self._len(124), room.width() * 0.36)
        gap = min(self._len(36), room.width() * 0.08)
        left = room.center().x() - wide - gap / 2
        cost = QRectF(left, base - tall * picture.cost / picture.top, wide, 0)
        cost.setBottom(base)
        comes = QRectF(left + wide + gap, base - tall * side.comes / picture.top, wide, 0)
        comes.setBottom(base)
        self._paint_cost(painter, cost)
        said = QFontMetrics(self._font("body", True)).horizontalAdvance(picture.write(picture.cost))
        ends = (cost.center().x() + said / 2 + self._len(8), room.right() - self._len(6))
        self._paint_comes(painter, cost, comes, side, ends)
        painter.setPen(QPen(colour("line2"), 1.5))
        over = self._len(14)
        painter.drawLine(QPointF(left - over, base), QPointF(comes.right() + over, base))
        for box, words in ((cost, picture.costs), (comes, picture.comes)):
            where = QRectF(box.left() - gap / 2, base, wide + gap, under)
            self._centred(painter, words, "second", False, "ink2", where, base + self._air(4))

    def _centred(
        self,
        painter: QPainter,
        words: str,
        step: Step,
        bold: bool,
        ink: str,
        room: QRectF,
        y: float,
    ) -> float:
        """Write words in the middle of a room, in lines that fit; returns how tall they are."""
        face = self._font(step, bold)
        metrics = QFontMetrics(face)
        painter.setFont(face)
        painter.setPen(colour(ink))
        lines = lines_of(words, face, round(room.width() - 12), 2)
        for at, line in enumerate(lines):
            where = QRectF(room.left(), y + at * metrics.height(), room.width(), metrics.height())
            write_words(painter, where, Qt.AlignmentFlag.AlignCenter, line)
        return float(len(lines) * metrics.height())

    def _tall(self, words: str, step: Step, bold: bool, room: QRectF) -> int:
        """Return how tall words are: bars of both sides stand beside each other, and begin together."""
        face = self._font(step, bold)
        return len(lines_of(words, face, round(room.width() - 12), 2)) * QFontMetrics(face).height()

    def _paint_cost(self, painter: QPainter, box: QRectF) -> None:
        picture = self._picture
        assert picture is not None
        low = box.bottom()
        face = self._font("small")
        for number, part in enumerate(picture.parts):
            tall = box.height() * part.amount / max(1, picture.cost)
            rect = QRectF(box.left(), low - tall, box.width(), max(1.0, tall - 2))
            fill = colour(part.role)
            if number == len(picture.parts) - 1:
                painter.fillPath(upper_round(rect, min(3.0, rect.height() / 2)), fill)
            else:
                painter.fillRect(rect, fill)
            if rect.height() > QFontMetrics(face).height() * 0.95:
                painter.setFont(face)
                painter.setPen(ink_on(fill.name()))
                words = lines_of(part.words, face, round(rect.width() - 4), 1)
                write_words(painter, rect, Qt.AlignmentFlag.AlignCenter, words[0] if words else "")
            low -= tall
        self._over(painter, box, picture.write(picture.cost), "ink")

    def _over(
        self,
        painter: QPainter,
        box: QRectF,
        words: str,
        ink: str,
        ends: tuple[float, float] | None = None,
    ) -> None:
        """Write something right over a bar, between two ends: smaller rather than beyond them."""
        left, right = ends or (box.left() - self._len(60), box.right() + self._len(60))
        faces = [self._font(step, True) for step in _OVER]
        fits = (one for one in faces if QFontMetrics(one).horizontalAdvance(words) <= right - left)
        face = next(fits, faces[-1])
        metrics = QFontMetrics(face)
        wide = metrics.horizontalAdvance(words) + 2
        at = max(min(box.center().x() - wide / 2, right - wide), left)
        painter.setFont(face)
        painter.setPen(colour(ink))
        where = QRectF(at, box.top() - metrics.height() - self._air(3), wide, metrics.height())
        write_words(painter, where, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_comes(
        self,
        painter: QPainter,
        cost: QRectF,
        box: QRectF,
        side: Side,
        ends: tuple[float, float],
    ) -> None:
        picture = self._picture
        assert picture is not None
        fill = colour("teal")
        if box.height() >= 1:
            painter.fillPath(upper_round(box, min(3.0, box.height() / 2)), fill)
        if side.good:
            if box.top() < cost.top() - 2:
                self._paint_level(painter, cost, box)
            self._over(painter, box, side.mark, "ok", ends)
        elif side.known:
            missing = QRectF(box.left(), cost.top(), box.width(), box.top() - cost.top() - 1)
            self._paint_missing(painter, missing)
            self._over(painter, missing, side.mark, "bad", ends)
        face = self._font("body", True)
        tall = QFontMetrics(face).height()
        if box.height() > tall * 1.3:
            painter.setFont(face)
            painter.setPen(ink_on(fill.name()))
            where = QRectF(box.left(), box.top() + self._len(8), box.width(), tall)
            write_words(painter, where, Qt.AlignmentFlag.AlignCenter, picture.write(side.comes))

    def _paint_level(self, painter: QPainter, cost: QRectF, comes: QRectF) -> None:
        """Lead the height of the cost over to what comes in."""
        painter.setPen(QPen(colour("ink3"), 1, Qt.PenStyle.DashLine))
        y = round(cost.top()) + 0.5
        painter.drawLine(QPointF(cost.right(), y), QPointF(comes.left(), y))

    def _paint_missing(self, painter: QPainter, box: QRectF) -> None:
        """Draw what is missing: a dashed outline with diagonal lines."""
        if box.height() < 3:
            return
        painter.save()
        painter.setPen(QPen(colour("bad"), max(1.5, current().border), Qt.PenStyle.DashLine))
        painter.setBrush(QBrush(colour("bad"), Qt.BrushStyle.BDiagPattern))
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.restore()

    # The verdict

    def _lines(self, side: Side, wide: float) -> list[tuple[QFont, str, str]]:
        """Return the lines of a verdict with font and ink."""
        room = round(wide - self._len(20 + 26 + 14 + 16))
        head, body = self._font("button", True), self._font("second")
        said = [
            (head, line, "ink" if side.good or not side.known else "bad")
            for line in lines_of(side.verdict, head, room, 2)
        ]
        return said + [(body, line, "ink2") for line in lines_of(side.line, body, room, 3)]

    def _foot(self, side: Side, wide: float) -> float:
        lines = self._lines(side, wide)
        return sum(QFontMetrics(face).height() for face, _words, _ink in lines) + self._air(22)

    def _paint_verdict(self, painter: QPainter, room: QRectF, side: Side, at: int) -> None:
        painter.fillRect(room, colour("sunk"))
        painter.setPen(QPen(colour("line"), 1))
        painter.drawLine(room.topLeft(), room.topRight())
        if at:
            painter.drawLine(room.topLeft(), room.bottomLeft())
        size = self._len(26)
        icon, ink = ("circle-check", "ok") if side.good else ("triangle-alert", "bad")
        if not side.known:
            icon, ink = "circle-help", "ink2"
        lines = self._lines(side, room.width())
        tall = sum(QFontMetrics(face).height() for face, _words, _ink in lines)
        y = room.center().y() - tall / 2
        left = room.left() + self._len(20)
        paint_icon(painter, icon, ink, QPointF(left, room.center().y() - size / 2), round(size))
        for face, words, role in lines:
            high = QFontMetrics(face).height()
            painter.setFont(face)
            painter.setPen(colour(role))
            where = QRectF(left + size + self._len(14), y, room.width(), high)
            write_words(
                painter, where, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words
            )
            y += high
