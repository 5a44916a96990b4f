"""One paper of the list: its icon and name; the chosen one is tinted and has a bar."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from imt_desktop.ui.theme import colour, current, em, font, paint_icon, width_of
from imt_desktop.ui.widgets import Choice
from imt_desktop.ui.widgets.draw import box, wrapped, write_words
from imt_desktop.ui.widgets.exclusive import Exclusive
from imt_desktop.ui.widgets.painted import ring_on

_PAD = 12


class PaperItem(Exclusive):
    """Exclusive among the papers of the same parent; arrows choose."""

    def __init__(self, choice: Choice, parent: QWidget) -> None:
        super().__init__(choice, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _left(self) -> int:
        return _PAD + em(20) + 12

    def sizeHint(self) -> QSize:  # noqa: N802
        """All words in one line."""
        words = width_of(self.choice.words, "body", bold=True)
        return QSize(self._left() + words + _PAD, em(40))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Words in as many lines as there are words."""
        measure = QFontMetrics(font(bold=True))
        words = max(measure.horizontalAdvance(word) for word in self.choice.words.split(" "))
        return QSize(self._left() + words + _PAD, em(40))

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Words may wrap."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """As high as the wrapped words ask for."""
        room = width - self._left() - _PAD
        return max(em(40), wrapped(self.choice.words, font(bold=True), room).height() + em(12))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the line."""
        painter = self.smooth()
        on = self.isChecked()
        ground = "teal_tint" if on else "teal_tint2" if self.underMouse() else "card"
        strong = "teal" if on and not current().ornaments else ""
        box(painter, QRectF(self.rect()), ground, strong, 8, 2 if strong else 0)
        if on:
            tall = em(22)
            bar = QRectF(0, (self.height() - tall) / 2, 4, tall)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("teal"))
            painter.drawRoundedRect(bar, 2, 2)
        size = em(20)
        at = QPointF(_PAD, (self.height() - size) / 2)
        paint_icon(painter, self.choice.icon, "teal" if on else "ink2", at, size)
        painter.setFont(font(bold=on))
        painter.setPen(colour("teal" if on else "ink"))
        words = QRectF(self.rect()).adjusted(self._left(), 0, -_PAD, 0)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        write_words(painter, words, middle, self.choice.words)
        ring_on(self, painter, colour(ground))
