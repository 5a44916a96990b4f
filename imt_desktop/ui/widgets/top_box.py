"""A column whose parts stay at the top, unless one of them asks for all the room."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QVBoxLayout


class TopBox(QVBoxLayout):
    """Leaves surplus height empty below its parts in place of stretching all of them a little."""

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        """Place the parts."""
        if not self.expandingDirections() & Qt.Orientation.Vertical:
            wanted = self.sizeHint().height()
            if self.hasHeightForWidth():
                wanted = self.heightForWidth(rect.width())
            rect = QRect(rect.left(), rect.top(), rect.width(), min(rect.height(), wanted))
        super().setGeometry(rect)


class AroundBox(QVBoxLayout):
    """A column round a ``TopBox``: asks for all the room only if what is in that one does."""

    def __init__(self, inner: TopBox) -> None:
        super().__init__()
        self._inner = inner

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        """Sideways, and upright as the inner column says."""
        return Qt.Orientation.Horizontal | self._inner.expandingDirections()
