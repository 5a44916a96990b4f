"""Segments: up to four choices joined in one bar."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from imt_desktop.ui.theme import colour, current, em, font, paint_icon
from imt_desktop.ui.widgets.choice import Choice
from imt_desktop.ui.widgets.draw import write_words
from imt_desktop.ui.widgets.exclusive import Exclusive
from imt_desktop.ui.widgets.painted import ring_on

_PAD = 14


class Segment(Exclusive):
    """One part of the bar."""

    def __init__(self, choice: Choice, tall: int, bar: QWidget) -> None:
        super().__init__(choice, bar)
        self._tall, self._bar = tall, bar
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """All words in bold, so that nothing moves when another is chosen."""
        words = QFontMetrics(self._face(True)).horizontalAdvance(self.choice.words)
        return QSize(words + self._icon_room() + 2 * _PAD + 2, em(self._tall))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """All words, never cut; the icon goes where there is no room for both."""
        return self.sizeHint() - QSize(self._icon_room(), 0)

    def _shows_icon(self) -> bool:
        """All segments of a bar show their icons, or none does."""
        return bool(self.choice.icon) and self._bar.width() >= self._bar.sizeHint().width()

    def _face(self, bold: bool) -> QFont:
        return font("second" if self._tall < 40 else "body", bold)

    def _icon_room(self) -> int:
        return em(18) + 10 if self.choice.icon else 0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the part of the bar that lies here."""
        painter = self.smooth()
        ground = self._ground()
        self._paint_bar(painter, ground)
        self._paint_words(painter)
        ring_on(self, painter, colour(ground))

    def _ground(self) -> str:
        if self.isChecked():
            return "teal" if self.isEnabled() else "sunk"
        return "teal_tint2" if self.underMouse() and self.isEnabled() else "card"

    def _paint_bar(self, painter: QPainter, ground: str) -> None:
        bar = self._bar
        wide = current().border
        whole = QRectF(-self.x(), 0, bar.width(), self.height())
        path = QPainterPath()
        path.addRoundedRect(whole.adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2), 8, 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(ground))
        painter.drawPath(path)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.x() + self.width() < bar.width():
            painter.setPen(QPen(colour("line2"), 1))
            right = self.width() - 0.5
            painter.drawLine(QPointF(right, 0), QPointF(right, self.height()))
        painter.setPen(QPen(colour("field"), wide))
        painter.drawPath(path)

    def _paint_words(self, painter: QPainter) -> None:
        chosen = self.isChecked()
        face = self._face(chosen)
        words = QFontMetrics(face).horizontalAdvance(self.choice.words)
        icon = self._shows_icon()
        left = (self.width() - words - (self._icon_room() if icon else 0)) / 2
        usual = "ink" if self.isEnabled() else "ink3"
        ink = "on_teal" if chosen and self.isEnabled() else usual
        if icon:
            size = em(18)
            at = QPointF(left, (self.height() - size) / 2)
            paint_icon(painter, self.choice.icon, ink, at, size)
            left += self._icon_room()
        painter.setFont(face)
        painter.setPen(colour(ink))
        where = QRectF(left, 0, words + 2, self.height())
        write_words(painter, where, Qt.AlignmentFlag.AlignVCenter, self.choice.words)


class Segments(QWidget):
    """A bar of two to four choices, one of them chosen. Arrows choose."""

    chosen = Signal(object)
    """The value that a person chose."""

    def __init__(
        self,
        choices: Sequence[Choice],
        value: object = None,
        even: bool = False,
        small: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(
            QSizePolicy.Policy.Preferred if even else QSizePolicy.Policy.Maximum,
            QSizePolicy.Policy.Fixed,
        )
        self._segments = [Segment(choice, 32 if small else 40, self) for choice in choices]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for segment in self._segments:
            row.addWidget(segment)
            if even:
                segment.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            segment.toggled.connect(lambda _: self._repaint_all())
            segment.clicked.connect(lambda _=False, of=segment: self.chosen.emit(of.choice.value))
        self.set_value(choices[0].value if value is None else value)

    def value(self) -> object:
        """Return the value chosen; None if nothing is."""
        return next((s.choice.value for s in self._segments if s.isChecked()), None)

    def set_value(self, value: object) -> None:
        """Choose a value."""
        for segment in self._segments:
            segment.choose(segment.choice.value == value)
        self._repaint_all()

    def stops(self) -> list[QWidget]:
        """Return the parts, for who sets the order of Tab."""
        return list(self._segments)

    def _repaint_all(self) -> None:
        chosen = (segment for segment in self._segments if segment.isChecked())
        self.setFocusProxy(next(chosen, self._segments[0]))  # a form can begin here
        for segment in self._segments:
            segment.update()
