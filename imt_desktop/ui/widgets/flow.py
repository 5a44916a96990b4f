"""A row that wraps: what finds no room goes to the next line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QSizePolicy, QWidget

from imt_desktop.ui.widgets.button import level
from imt_desktop.ui.widgets.list_layout import ListLayout


class FlowLayout(ListLayout):
    """Lays things out from left to right, then in the next line."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8, centred: bool = False) -> None:
        super().__init__(parent, gap)
        self._centred = centred

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        """Ask for no more than it needs."""
        return Qt.Orientation(0)

    def wish(self) -> QSize:
        """All in one line."""
        hints = [item.sizeHint() for item in self.shown()]
        wide = sum(hint.width() for hint in hints) + self._gap * max(len(hints) - 1, 0)
        return QSize(wide, max((hint.height() for hint in hints), default=0))

    def place(self, rect: QRect, move: bool) -> int:
        """Fill line after line; what is lower than its line stands in the middle of it."""
        top = rect.top()
        for line in self._lines(rect.width()):
            tall = max(size.height() for _, size in line)
            if move:
                self._place_line(line, rect, top, tall)
            top += tall + self._gap
        return max(top - self._gap - rect.top(), 0)

    def _lines(self, room: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        left = 0
        for item in self.shown():
            size = _size_within(item, room)
            if not lines or left + size.width() > room:
                lines.append([])
                left = 0
            lines[-1].append((item, size))
            left += size.width() + self._gap
        return lines

    def _place_line(
        self, line: list[tuple[QLayoutItem, QSize]], rect: QRect, top: int, tall: int
    ) -> None:
        taken = sum(size.width() + self._gap for _, size in line) - self._gap
        left = rect.left() + (max(rect.width() - taken, 0) // 2 if self._centred else 0)
        for item, size in line:
            at = QPoint(left, top + (tall - size.height()) // 2)
            item.setGeometry(QRect(at, size))
            left += size.width() + self._gap
        level(item for item, _size in line)


def _size_within(item: QLayoutItem, room: int) -> QSize:
    wanted = item.sizeHint()
    wide = min(wanted.width(), max(room, 1))
    tall = item.heightForWidth(wide) if item.hasHeightForWidth() else wanted.height()
    return QSize(wide, tall)


class FlowRow(QWidget):
    """A row of widgets that wraps."""

    def __init__(
        self, widgets: Sequence[QWidget] = (), gap: int = 8, centred: bool = False
    ) -> None:
        super().__init__()
        self._flow = FlowLayout(self, gap, centred)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for widget in widgets:
            self.add(widget)

    def add(self, widget: QWidget) -> None:
        """Add a widget at the end."""
        self._flow.addWidget(widget)
