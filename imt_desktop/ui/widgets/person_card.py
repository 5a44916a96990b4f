"""A person to choose: initials, name and a second line, and a tick when chosen."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from imt_desktop.ui.theme import colour, em, font, paint_icon, width_of
from imt_desktop.ui.widgets.avatar import paint_avatar
from imt_desktop.ui.widgets.choice import Choice
from imt_desktop.ui.widgets.draw import box, wrapped, write_words
from imt_desktop.ui.widgets.exclusive import Exclusive
from imt_desktop.ui.widgets.painted import ring_on

_PAD = 16


class PersonCard(Exclusive):
    """One of the people under one parent; ``taken`` announces a double click."""

    taken = Signal()

    def __init__(self, choice: Choice, parent: QWidget | None = None) -> None:
        super().__init__(choice, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _left(self) -> int:
        return _PAD + em(40) + 16

    def _room(self, width: int) -> int:
        return max(width - self._left() - em(22) - _PAD - 8, 1)

    def sizeHint(self) -> QSize:  # noqa: N802
        """64 px at scale 1, more where a name needs several lines."""
        wide = width_of(self.choice.words, "body", True)
        return QSize(min(wide, em(280)) + self._left() + em(22) + _PAD + 8, em(64))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Room for a usual name in one line beside the tick."""
        return QSize(self._left() + em(120) + em(22) + _PAD + 8, em(64))

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """A name is never cut."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """As high as the wrapped words ask for."""
        return max(em(64), sum(self._talls(width)) + 20)

    def _talls(self, width: int) -> tuple[int, int]:
        room = self._room(width)
        first = wrapped(self.choice.words, font("body", True), room).height()
        second = wrapped(self.choice.second, font("second"), room).height()
        return first, second if self.choice.second else 0

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Take this one at once."""
        super().mouseDoubleClickEvent(event)
        self.setChecked(True)
        self.taken.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the card."""
        painter = self.smooth()
        on = self.isChecked()
        ground = "teal_tint2" if on or self.underMouse() else "card"
        box(painter, QRectF(self.rect()), ground, "teal" if on else "field", 10, 2 if on else 0)
        size = em(40)
        circle = QRectF(_PAD, (self.height() - size) / 2, size, size)
        paint_avatar(painter, self.choice.words, circle, officer=on)
        if on:
            tick = em(22)
            at = QPointF(self.width() - _PAD - tick, (self.height() - tick) / 2)
            paint_icon(painter, "circle-check", "teal", at, tick)
        first, second = self._talls(self.width())
        top = (self.height() - first - second) / 2
        flags = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        room = self._room(self.width())
        painter.setFont(font("body", True))
        painter.setPen(colour("ink"))
        write_words(painter, QRectF(self._left(), top, room, first + 1), flags, self.choice.words)
        painter.setFont(font("second"))
        painter.setPen(colour("ink2"))
        under = QRectF(self._left(), top + first, room, second + 1)
        write_words(painter, under, flags, self.choice.second)
        ring_on(self, painter, colour(ground), 4)
