"""Large options: an icon, what it is, one line more, and a tick when chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from imt_desktop.ui.theme import colour, em, font, paint_icon, width_of
from imt_desktop.ui.widgets.choice import Choice
from imt_desktop.ui.widgets.draw import box, wrapped, write_words
from imt_desktop.ui.widgets.even_row import EvenRow
from imt_desktop.ui.widgets.exclusive import Exclusive
from imt_desktop.ui.widgets.painted import ring_on

_PAD = 20


class ChoiceCard(Exclusive):
    """One large option; exclusive among the cards of the same parent."""

    def __init__(self, choice: Choice, parent: QWidget | None = None) -> None:
        super().__init__(choice, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _left(self) -> int:
        return _PAD + (em(22) + 16 if self.choice.icon else 0)

    def _room(self, width: int) -> int:
        return width - self._left() - em(22) - _PAD - 12

    def sizeHint(self) -> QSize:  # noqa: N802
        """Each line whole."""
        wide = max(
            width_of(self.choice.words, "body", True),
            width_of(self.choice.second, "second"),
        )
        return QSize(wide + self._left() + em(22) + _PAD + 12, self._height_of(10_000))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Room for a few words a line."""
        return QSize(min(self.sizeHint().width(), em(200)), em(48))

    def _height_of(self, width: int) -> int:
        room = self._room(width)
        tall = wrapped(self.choice.words, font("body", True), room).height()
        if self.choice.second:
            tall += wrapped(self.choice.second, font("second"), room).height()
        return max(tall + 26, em(56))

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Words may wrap."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """As high as the wrapped words ask for."""
        return self._height_of(width)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the card."""
        painter = self.smooth()
        on = self.isChecked()
        hover = self.underMouse() and self.isEnabled()
        ground = "teal_tint2" if on or hover else "card"
        box(painter, QRectF(self.rect()), ground, "teal" if on else "field", 10, 2 if on else 0)
        size = em(22)
        middle = (self.height() - size) / 2
        if self.choice.icon:
            ink = "teal" if on else "ink2"
            paint_icon(painter, self.choice.icon, ink, QPointF(_PAD, middle), size)
        if on:
            at = QPointF(self.width() - _PAD + 4 - size, middle)
            paint_icon(painter, "circle-check", "teal", at, size)
        self._paint_words(painter)
        ring_on(self, painter, colour(ground), 4)

    def _paint_words(self, painter: QPainter) -> None:
        room = self._room(self.width())
        flags = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        first = wrapped(self.choice.words, font("body", True), room).height()
        second = 0
        if self.choice.second:
            second = wrapped(self.choice.second, font("second"), room).height()
        top = (self.height() - first - second) / 2
        painter.setFont(font("body", True))
        painter.setPen(colour("ink"))
        write_words(painter, QRectF(self._left(), top, room, first + 1), flags, self.choice.words)
        painter.setFont(font("second"))
        painter.setPen(colour("ink2"))
        under = QRectF(self._left(), top + first, room, second + 1)
        write_words(painter, under, flags, self.choice.second)


class ChoiceCards(QWidget):
    """Large options of which one is chosen: side by side, or one under another (``column``)."""

    chosen = Signal(object)
    """The value that a person chose."""

    def __init__(
        self,
        choices: Sequence[Choice],
        value: object = None,
        column: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._cards = [ChoiceCard(choice) for choice in choices]
        row = EvenRow(self._cards, most=1 if column else len(self._cards))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(row)
        for card in self._cards:
            card.clicked.connect(lambda _=False, of=card: self.chosen.emit(of.choice.value))
        self.set_value(value)

    def value(self) -> object:
        """Return the value chosen; None if nothing is."""
        return next((card.choice.value for card in self._cards if card.isChecked()), None)

    def set_value(self, value: object) -> None:
        """Choose a value; None chooses nothing."""
        for card in self._cards:
            card.choose(value is not None and card.choice.value == value)
        chosen = [card for card in self._cards if card.isChecked()]
        if first := [*chosen, *self._cards][:1]:
            self.setFocusProxy(first[0])
