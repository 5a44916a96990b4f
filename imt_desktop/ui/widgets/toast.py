"""A toast: beside the title of the page, six seconds, with one thing to do. Never for errors."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from imt_desktop.ui.theme import colour, dress, em
from imt_desktop.ui.widgets.button import Button
from imt_desktop.ui.widgets.icon_label import IconLabel
from imt_desktop.ui.widgets.words import Words, shortened

_LEAST, _TALL = 280, 44

_LETTERS: Final = 300
"""So much is said: a name of thousands of letters would cover the page."""

_FOLLOWS: Final = 200
"""Milliseconds until it looks again where it has room: what came under it may be read only then."""

STAYS: Final = 6000
"""Milliseconds that it stays; it stays longer while pointed at or focused."""


class Toast(QWidget):
    """Says what was done. Shows and removes itself.

    It lies in the room that ``where`` finds in the coordinates of ``over``: there it hides no title, no
    button and no line that somebody reads next. Its words wrap where that is narrow.
    """

    def __init__(
        self,
        over: QWidget,
        words: str,
        action: str = "",
        do: Callable[[], object] | None = None,
        icon: str = "circle-check",
        where: Callable[[], QRect] | None = None,
    ) -> None:
        super().__init__(over)
        dress(self)
        words = shortened(words, _LETTERS)
        self._over, self._where = over, where or self._corner
        self.setAccessibleName(words)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 10 if action else 16, 10)
        row.setSpacing(12)
        row.addWidget(IconLabel(icon, "ok", 20))
        self._words = Words(words, "strong", wrap=True)
        row.addWidget(self._words, 1)
        if action:
            self.button = Button(action, "quiet", size="row")
            self.button.setAutoDefault(False)
            self.button.clicked.connect(self._gone)
            if do is not None:
                self.button.clicked.connect(do)
            row.addWidget(self.button)
        self._timer = QTimer(self, singleShot=True, interval=STAYS)
        self._timer.timeout.connect(self._time_is_up)
        follow = QTimer(self, interval=_FOLLOWS)
        follow.timeout.connect(self.place)
        follow.start()
        over.installEventFilter(self)
        self.place()
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

    def _corner(self) -> QRect:
        return QRect(24, 10, max((self._over.width() - 24) // 2, em(_LEAST)), em(_TALL))

    def place(self) -> None:
        """Take a place, such as after another page came under it."""
        room = self._where()
        wide = min(self._natural(), room.width())
        tall = self.heightForWidth(wide) if self.hasHeightForWidth() else self.sizeHint().height()
        tall = max(tall, self.minimumSizeHint().height())
        self.setGeometry(room.left(), room.top() + max((room.height() - tall) // 2, 0), wide, tall)

    def _natural(self) -> int:
        """How wide it is with its words in one line."""
        self._words.ensurePolished()
        row, edges = self._row, self._row.contentsMargins()
        parts = [part for part in self.children() if isinstance(part, QWidget)]
        wide = sum(part.sizeHint().width() for part in parts if part is not self._words)
        wide += edges.left() + edges.right() + row.spacing() * (row.count() - 1)
        return wide + self._words.fontMetrics().horizontalAdvance(self._words.text()) + 4

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Stay in the corner when the window changes."""
        if event.type() == QEvent.Type.Resize:
            self.place()
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
