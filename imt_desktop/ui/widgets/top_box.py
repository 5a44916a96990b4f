"""A column whose parts stay at the top, unless one of them asks for all the room."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QVBoxLayout


class TopBox(QVBoxLayout):
    """Leaves surplus height empty below its parts in place of stretching all of them a little."""

    def _fills(self) -> bool:
        if self.expandingDirections() & Qt.Orientation.Vertical:
            return True
        return any(self.stretch(at) for at in range(self.count()))

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        """Place the parts."""
        if not self._fills():
            wanted = self.sizeHint().height()
            if self.hasHeightForWidth():
                wanted = self.heightForWidth(rect.width())
            rect = QRect(rect.left(), rect.top(), rect.width(), min(rect.height(), wanted))
        super().setGeometry(rect)
