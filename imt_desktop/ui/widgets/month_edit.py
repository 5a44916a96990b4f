"""A field for a month, with the one before and the one after."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from imt_desktop.i18n.translator import Translator
from imt_desktop.period import Month
from imt_desktop.ui.theme import colour, em, font
from imt_desktop.ui.widgets.draw import box
from imt_desktop.ui.widgets.icon_button import IconButton
from imt_desktop.ui.widgets.painted import Painted

_STEPS = {
    Qt.Key.Key_Left: -1, Qt.Key.Key_Minus: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: -12,
    Qt.Key.Key_Right: 1, Qt.Key.Key_Plus: 1, Qt.Key.Key_Up: 1, Qt.Key.Key_PageDown: 12,
}  # fmt: skip


class MonthEdit(Painted):
    """A month between two bounds (None: no bound). Arrows, + and - move it."""

    changed = Signal(object)

    def __init__(
        self,
        tr: Translator,
        month: Month,
        earliest: Month | None = None,
        latest: Month | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tr, self._month = tr, month
        self._earliest, self._latest = earliest, latest
        self._wrong = False
        self._back = IconButton("chevron-left", tr.gettext("The month before"), parent=self)
        self._on = IconButton("chevron-right", tr.gettext("The month after"), parent=self)
        for button, step in ((self._back, -1), (self._on, 1)):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _=False, by=step: self._move(by))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._refresh()

    def value(self) -> Month:
        """Return the month."""
        return self._month

    def set_value(self, month: Month) -> None:
        """Show another month, within the bounds."""
        if self._earliest is not None:
            month = max(month, self._earliest)
        if self._latest is not None:
            month = min(month, self._latest)
        if month != self._month:
            self._month = month
            self._refresh()
            self.changed.emit(month)

    def set_wrong(self, wrong: bool) -> None:
        """Mark it as a mistake, or as right again."""
        self._wrong = wrong
        self.update()

    def _move(self, months: int) -> None:
        self.set_value(self._month.shift(months))

    def _refresh(self) -> None:
        self._back.setEnabled(self._month != self._earliest)
        self._on.setEnabled(self._month != self._latest)
        self.setAccessibleDescription(self._tr.month(self._month))
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Move the month."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._move(step)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for the words between two chevrons."""
        words = QFontMetrics(font("body", True)).horizontalAdvance(self._tr.month(self._month))
        return QSize(max(words + 2 * em(32) + 24, em(190)), em(36) + 4)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The same: a month is never cut."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the chevrons at the ends."""
        super().resizeEvent(event)
        side = em(32)
        top = (self.height() - side) // 2
        self._back.setGeometry(4, top, side, side)
        self._on.setGeometry(self.width() - side - 4, top, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the field."""
        painter = self.painter()
        role = "bad" if self._wrong else "teal" if self.hasFocus() else "field"
        thick = 2 if self._wrong or self.hasFocus() else 0
        box(painter, QRectF(self.rect()), "card", role, 8, thick)
        painter.setFont(font())
        painter.setPen(colour("ink"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._tr.month(self._month))
