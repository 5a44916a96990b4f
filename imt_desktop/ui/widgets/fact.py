"""A fact: what it is, the figure, and one line that explains it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from imt_desktop.ui.theme import Step, colour, em, font, paint_icon, width_of
from imt_desktop.ui.widgets.draw import box, elided, lines_of, two_line_width, write_words
from imt_desktop.ui.widgets.painted import PaintedButton
from imt_desktop.ui.widgets.states import State

_PAD = 16
_BETWEEN = 19
_LABEL = 200
"""Pixels that a label may ask for: a committee gives an account a name of its own."""


class Fact(PaintedButton):
    """A figure to press (``clicked``): the press goes to the entries behind it.

    ``line`` explains it, in one piece or several with thin lines between; a ``State`` in its place
    says that something is wrong with it. ``part`` tells on which piece the mouse pressed: it may lead
    to less than all of the figure. ``choosable`` facts stay chosen, as accounts do.
    """

    def __init__(
        self,
        icon: str,
        label: str,
        figure: str,
        line: str | Sequence[str] | State = "",
        large: bool = True,
        choosable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, parent=parent)
        self._icon, self._large = icon, large
        self._figure = ""
        self.part = -1
        """The place of the explaining piece that the mouse pressed last; -1 for the fact as a whole."""
        self._line: str | Sequence[str] | State = ""
        self.setCheckable(choosable)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_figure(figure, line)

    def set_figure(self, figure: str, line: str | Sequence[str] | State = "") -> None:
        """Show another figure and what explains it."""
        self._figure = figure
        self._line = line
        said = (self.words, figure, *self._parts())
        self.setAccessibleName(", ".join(part for part in said if part))
        self.updateGeometry()
        self.update()

    def _parts(self) -> tuple[str, ...]:
        if isinstance(self._line, State):
            return (self._line.words,)
        if isinstance(self._line, str):
            return (self._line,) if self._line else ()
        return tuple(self._line)

    def _step(self) -> Step:
        return "fact" if self._large else "title"

    def _left(self) -> int:
        return em(20) + 8 if isinstance(self._line, State) else 0

    def _rows(self, width: int) -> list[list[tuple[int, str]]]:
        """Spread the explaining parts over as many lines as they need: (left, words)."""
        if isinstance(self._line, State):
            room = width - 2 * _PAD - self._left()
            return [
                [(0, line)] for line in lines_of(self._line.words, font("second", True), room, 2)
            ]
        metrics = QFontMetrics(font("second"))
        rows: list[list[tuple[int, str]]] = [[]]
        left = 0
        for part in self._parts():
            wide = metrics.horizontalAdvance(part)
            if left and left + wide > width - 2 * _PAD:
                rows.append([])
                left = 0
            rows[-1].append((left, part))
            left += wide + _BETWEEN
        return rows

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Keep which explaining piece is pressed."""
        self.part = self.part_at(event.position().toPoint())
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Press the fact as a whole."""
        self.part = -1
        super().keyPressEvent(event)

    def part_at(self, point: QPoint) -> int:
        """Return the place of the piece at a point, or -1."""
        metrics, part = QFontMetrics(font("second")), -1
        top = 13 + em(22 + (40 if self._large else 30))
        for row in self._rows(self.width()):
            for left, words in row:
                part += 1
                start = _PAD + self._left() + left
                if QRect(start, top, metrics.horizontalAdvance(words), em(20)).contains(point):
                    return part
            top += em(20)
        return -1

    def sizeHint(self) -> QSize:  # noqa: N802
        """Figure and one explaining line."""
        least = self.minimumSizeHint().width()
        return QSize(max(least, em(220)), self.heightForWidth(10_000))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The figure is never cut, nor are the words of a line; those of a state may take two."""
        second = QFontMetrics(font("second"))
        wides = [second.horizontalAdvance(part) for part in self._parts()]
        if isinstance(self._line, State):
            wides = [two_line_width(self._line.words, "second") + self._left()]
        wides.append(width_of(self._figure, self._step(), True))
        label = width_of(self.words, "body", True)
        label = min(label, em(_LABEL))
        wides.append(label + (em(18) + 8 if self._icon else 0))
        return QSize(max(wides) + 2 * _PAD, em(92))

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """The explaining parts may take several lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Label, figure, and the lines."""
        lines = len(self._rows(width))
        return 2 * 13 + em(22 + (40 if self._large else 30)) + em(20) * lines

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the fact."""
        painter = self.painter()
        on = self.isChecked()
        ground = "teal_tint2" if on or self.underMouse() else "card"
        box(painter, QRectF(self.rect()), ground, "teal" if on else "line", 12, 2 if on else 0)
        self._paint_label(painter, on)
        painter.setFont(font(self._step(), True))
        painter.setPen(colour("ink"))
        tall = em(40 if self._large else 30)
        figure = QRectF(_PAD, 13 + em(22), self.width() - _PAD, tall)
        write_words(painter, figure, Qt.AlignmentFlag.AlignVCenter, self._figure)
        self._paint_lines(painter, 13 + em(22) + tall)
        self.ring(painter, colour(ground))

    def _paint_label(self, painter: QPainter, on: bool) -> None:
        left = _PAD
        if self._icon:
            size = em(18)
            at = QPointF(left, 13 + (em(22) - size) / 2)
            paint_icon(painter, self._icon, "teal" if on else "ink2", at, size)
            left += size + 8
        painter.setFont(font("body", on))
        painter.setPen(colour("teal" if on else "ink2"))
        where = QRectF(left, 13, self.width() - left, em(22))
        words = elided(self.words, font("body", on), where.width() - _PAD)
        write_words(painter, where, Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_lines(self, painter: QPainter, top: float) -> None:
        ink = "ink2"
        shift = _PAD
        if isinstance(self._line, State):
            ink = self._line.ink
            size = em(16)
            at = QPointF(_PAD, top + (em(20) - size) / 2)
            paint_icon(painter, self._line.shape, ink, at, size)
            shift += size + 6
        painter.setFont(font("second", isinstance(self._line, State)))
        for row in self._rows(self.width()):
            for left, words in row:
                painter.setPen(colour("line2"))
                if left:
                    bar = shift + left - _BETWEEN / 2 - 1
                    painter.drawLine(QPointF(bar, top + 4), QPointF(bar, top + em(20) - 3))
                painter.setPen(colour(ink))
                where = QRectF(shift + left, top, self.width(), em(20))
                write_words(painter, where, Qt.AlignmentFlag.AlignVCenter, words)
            top += em(20)
