"""A box to tick."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from imt_desktop.ui.theme import colour, em, font, paint_icon, width_of
from imt_desktop.ui.widgets.draw import box, wrapped, write_words
from imt_desktop.ui.widgets.painted import ring_on


class CheckBox(QCheckBox):
    """A tick and words that may wrap."""

    def __init__(self, words: str, checked: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.set_words(words)
        self.setChecked(checked)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_words(self, words: str) -> None:
        """Write other words beside the box."""
        self._words = words
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def _beside(self) -> int:
        return em(18) + 4 + 10 + 6

    def sizeHint(self) -> QSize:  # noqa: N802
        """All words in one line."""
        wide = width_of(self._words)
        return QSize(self._beside() + wide, em(32))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Room for a few words a line."""
        return QSize(min(self.sizeHint().width(), em(160)), em(32))

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Words may wrap."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """As high as the wrapped words ask for."""
        return max(em(32), wrapped(self._words, font(), width - self._beside()).height() + 12)

    def hitButton(self, pos: object) -> bool:  # noqa: N802
        """Words can be clicked as well as the box."""
        return True

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Measure again when the look changes."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw box, tick and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = em(18)
        where = QRectF(4, (self.height() - size) / 2, size, size)
        on = self.isChecked()
        box(painter, where, "card", "teal" if on else "field", 4, 2 if on else 1)
        if on:
            tick = em(14)
            at = where.center() - QPointF(tick / 2, tick / 2)
            paint_icon(painter, "check", "teal", at, tick)
        painter.setFont(font())
        painter.setPen(colour("ink" if self.isEnabled() else "ink3"))
        words = QRectF(self.rect()).adjusted(size + 14, 0, -2, 0)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        write_words(painter, words, middle, self._words)
        ring_on(self, painter, colour("card"), 0)
