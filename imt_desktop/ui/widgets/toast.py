"""A toast: over the title of the page, six seconds, with one thing to do. Never for errors."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from imt_desktop.ui.theme import colour, em
from imt_desktop.ui.widgets.button import Button
from imt_desktop.ui.widgets.icon_label import IconLabel
from imt_desktop.ui.widgets.words import Words

_LEAST: Final = 280

STAYS: Final = 6000
"""Milliseconds that it stays; it stays longer while pointed at or focused."""


class Toast(QWidget):
    """Says what was done. Shows and removes itself.

    It lies over the title of the page, at ``left`` and ``top``: there it hides no button and no line
    that somebody reads next.
    """

    def __init__(
        self,
        over: QWidget,
        words: str,
        action: str = "",
        do: Callable[[], object] | None = None,
        icon: str = "circle-check",
        left: int = 24,
        top: int = 10,
    ) -> None:
        super().__init__(over)
        self._over, self._left, self._top = over, left, top
        self.setAccessibleName(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 10 if action else 16, 10)
        row.setSpacing(12)
        row.addWidget(IconLabel(icon, "ok", 20))
        row.addWidget(Words(words, "strong"))
        if action:
            self.button = Button(action, "quiet", size="row")
            self.button.setAutoDefault(False)
            self.button.clicked.connect(self._gone)
            if do is not None:
                self.button.clicked.connect(do)
            row.addWidget(self.button)
        self._timer = QTimer(self, singleShot=True, interval=STAYS)
        self._timer.timeout.connect(self._time_is_up)
        over.installEventFilter(self)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def _gone(self) -> None:
        self.hide()
        self.deleteLater()

    def _time_is_up(self) -> None:
        focused = any(child.hasFocus() for child in self.findChildren(QWidget))
        if self.underMouse() or focused:
            self._timer.start()
        else:
            self._gone()

    def _place(self) -> None:
        self.setMaximumWidth(max((self._over.width() - self._left) // 2, em(_LEAST)))
        self.adjustSize()
        self.move(self._left, self._top)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Stay in the corner when the window changes."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour("ok_line"))
        painter.setBrush(colour("card"))
        whole = self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(whole, 10, 10)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("ok"))
        painter.drawRoundedRect(whole.adjusted(0, 8, 4 - whole.width(), -8), 2, 2)
