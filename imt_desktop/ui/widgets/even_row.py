"""Columns of equal width that become fewer where there is no room: 6, 3, 2, 1."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QSizePolicy, QWidget

from imt_desktop.ui.widgets.button import level
from imt_desktop.ui.widgets.labelled_field import LabelledField
from imt_desktop.ui.widgets.list_layout import ListLayout

GAP: Final = 12


class EvenLayout(ListLayout):
    """Equal columns, at most ``most``: as many as fit and divide the things evenly, if any do."""

    def __init__(self, parent: QWidget | None = None, most: int = 0, gap: int = GAP) -> None:
        super().__init__(parent, gap)
        self._most = most

    def set_most(self, most: int) -> None:
        """Allow so many beside each other; 0 is no bound."""
        self._most = most
        self.invalidate()

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        """Grow sideways."""
        return Qt.Orientation.Horizontal

    def columns(self, width: int) -> int:
        """How many columns there are at a width."""
        shown = self.shown()
        least = max((item.minimumSize().width() for item in shown), default=1)
        most = min(len(shown), self._most or len(shown))
        fitting = [
            many for many in range(most, 1, -1) if (width + self._gap) // many - self._gap >= least
        ]
        even = (many for many in fitting if len(shown) % many == 0 or many == self._most)
        return next(even, max(fitting, default=1))

    def wish(self) -> QSize:
        """All in one row."""
        hints = [item.sizeHint() for item in self.shown()]
        many = min(len(hints), self._most or len(hints)) or 1
        wide = max((hint.width() for hint in hints), default=0)
        width = many * wide + (many - 1) * self._gap
        return QSize(width, self.heightForWidth(width))

    def place(self, rect: QRect, move: bool) -> int:
        """Fill row after row; everything in a row has the same height, surplus is shared out.

        Fields stand in one line, also where the hint of one takes a line of its own.
        """
        shown = self.shown()
        many = self.columns(rect.width())
        edges = [rect.left() + n * (rect.width() + self._gap) // many for n in range(many + 1)]
        wides = [edges[n + 1] - edges[n] - self._gap for n in range(many)]
        rows = [shown[at : at + many] for at in range(0, len(shown), many)]
        lower = [_sunk(row, wides) for row in rows]
        talls = [max(map(_height, row, wides, down)) for row, down in zip(rows, lower, strict=True)]
        needed = sum(talls) + self._gap * max(len(rows) - 1, 0)
        spare = max(rect.height() - needed, 0) // max(len(rows), 1)
        top = rect.top()
        for row, tall, down in zip(rows, talls, lower, strict=True):
            for item, left, wide, pixels in zip(row, edges, wides, down, strict=False):
                if move:
                    if isinstance(field := item.widget(), LabelledField):
                        field.sink(pixels)
                    item.setGeometry(QRect(left, top, wide, tall + spare))
            if move:
                level(row)
            top += tall + spare + self._gap
        return needed


def _sunk(row: Sequence[QLayoutItem], wides: Sequence[int]) -> list[int]:
    """Return how far each field of a row goes down to stand beside the one with the highest head."""
    fields = [item.widget() for item in row]
    heads = [
        field.head_height(wide) if isinstance(field, LabelledField) else 0
        for field, wide in zip(fields, wides, strict=False)
    ]
    return [max(heads) - head if head else 0 for head in heads]


def _height(item: QLayoutItem, width: int, lower: int) -> int:
    """Return the height of a thing that stands so much lower than it would alone."""
    field = item.widget()
    more = lower - field.sunk if isinstance(field, LabelledField) else 0
    if item.hasHeightForWidth():
        return item.heightForWidth(width) + more
    return max(item.sizeHint().height(), item.minimumSize().height()) + more


class EvenRow(QWidget):
    """Widgets in equal columns, 12 px apart; at most ``most`` beside each other."""

    def __init__(self, widgets: Sequence[QWidget] = (), most: int = 0, gap: int = GAP) -> None:
        super().__init__()
        self._even = EvenLayout(self, most, gap)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for widget in widgets:
            self.add(widget)

    def add(self, widget: QWidget) -> None:
        """Add a widget at the end."""
        self._even.addWidget(widget)

    def set_most(self, most: int) -> None:
        """Allow so many beside each other; 0 is no bound."""
        self._even.set_most(most)
