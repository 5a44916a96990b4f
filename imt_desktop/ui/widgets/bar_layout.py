"""A bar: things at the left and things at the right, in more lines where they find no room."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSpacerItem, QWidget

from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets.button import level
from imt_desktop.ui.widgets.list_layout import ListLayout

_WORDS = 140
"""Pixels (at scale 1) that words need beside buttons."""

_Placed = list[tuple[QLayoutItem, int]]


class BarLayout(ListLayout):
    """Used like a ``QHBoxLayout``: what is added after ``addStretch`` stands at the right.

    A thing added with a stretch takes the width that is left. Where not even the least widths fit
    beside each other, lines wrap, the left ones first; what stretches has a line of its own then, if
    that leaves the others one line.
    """

    def __init__(self, parent: QWidget | None = None, gap: int = 8) -> None:
        super().__init__(parent, gap)
        self._split: int | None = None
        self._stretched: list[QLayoutItem] = []
        self._yielding: list[QWidget] = []

    def addWidget(self, widget: QWidget, stretch: int = 0) -> None:  # noqa: N802
        """Add a widget at the end."""
        super().addWidget(widget)
        if stretch:
            self._stretched.append(self._items[-1])

    def insertWidget(self, at: int, widget: QWidget) -> None:  # noqa: N802
        """Add a widget before another one."""
        super().addWidget(widget)
        self._items.insert(at, self._items.pop())
        if self._split is not None and at < self._split:
            self._split += 1

    def addLayout(self, layout: QLayout, stretch: int = 0) -> None:  # noqa: N802
        """Add a layout at the end."""
        self.addChildLayout(layout)
        self.addItem(layout)
        if stretch:
            self._stretched.append(self._items[-1])

    def addSpacing(self, pixels: int) -> None:  # noqa: N802
        """Leave some room between what was added and what follows."""
        self.addItem(QSpacerItem(pixels, 0))

    def setSpacing(self, gap: int) -> None:  # noqa: N802
        """Set the room between things."""
        self._gap = gap
        self.invalidate()

    def give_way(self, *widgets: QWidget) -> None:
        """Let these become narrow before the words of others have to wrap."""
        self._yielding.extend(widgets)

    def addStretch(self, stretch: int = 1) -> None:  # noqa: N802
        """Let what follows stand at the right."""
        self._split = len(self._items)

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Take one thing out; what stood behind it moves up."""
        taken = super().takeAt(index)
        self._stretched = [item for item in self._stretched if item is not taken]
        if taken is not None and self._split is not None and index < self._split:
            self._split -= 1
        return taken

    def beside_first(self) -> int:
        """Return the pixels that all but the first thing would like to have, and the gaps before them."""
        return sum(item.sizeHint().width() + self._gap for item in self.shown()[1:])

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        """Grow sideways."""
        return Qt.Orientation.Horizontal

    def wish(self) -> QSize:
        """All in one line."""
        hints = [item.sizeHint() for item in self.shown()]
        margins = self.contentsMargins()
        wide = sum(hint.width() for hint in hints) + self._gap * max(len(hints) - 1, 0)
        tall = max((hint.height() for hint in hints), default=0)
        return QSize(
            wide + margins.left() + margins.right(), tall + margins.top() + margins.bottom()
        )

    def least(self) -> QSize:
        """The widest thing, with the air around."""
        margins = self.contentsMargins()
        least = super().least()
        return QSize(
            least.width() + margins.left() + margins.right(),
            least.height() + margins.top() + margins.bottom(),
        )

    def place(self, rect: QRect, move: bool) -> int:
        """Place everything in one line, or in several."""
        margins = self.contentsMargins()
        inside = rect.marginsRemoved(margins)
        lines = self._lines(inside.width())
        top = inside.top()
        for line in lines:
            tall = max((_height(item, wide) for item, wide in line), default=0)
            if len(lines) == 1 and inside.height() > tall:
                tall = inside.height()
            if move:
                self._place_line(line, inside, top, tall)
            top += tall + self._gap
        return max(top - self._gap - inside.top(), 0) + margins.top() + margins.bottom()

    def _right(self) -> set[int]:
        split = len(self._items) if self._split is None else self._split
        return {id(item) for item in self._items[split:]}

    def _lines(self, room: int) -> list[_Placed]:
        shown = self.shown()
        if self._fits(shown, room):
            return [self._one_line(shown, room)]
        first, rest = shown[0], shown[1:]
        if first in self._stretched and self._fits(rest, room):
            return [[(first, room)], self._one_line(rest, room)]
        lines: list[_Placed] = []
        left = 0
        for item in shown:
            wide = room if item in self._stretched else min(item.sizeHint().width(), room)
            if not lines or left + wide > room:
                lines.append([])
                left = 0
            lines[-1].append((item, wide))
            left += wide + self._gap
        return lines

    def _fits(self, items: list[QLayoutItem], room: int) -> bool:
        gaps = self._gap * max(len(items) - 1, 0)
        return sum(map(self._least, items)) + gaps <= room

    def _least(self, item: QLayoutItem) -> int:
        """Return how narrow a thing may be: a title is not to stand in a line for each of its words."""
        least = item.minimumSize().width()
        if item not in self._stretched:
            return least
        return max(least, min(item.sizeHint().width() // 2, em(_WORDS)))

    def _one_line(self, items: list[QLayoutItem], room: int) -> _Placed:
        """Give everybody the width wished for; what is missing or left over is shared out."""
        room -= self._gap * max(len(items) - 1, 0)
        wides = {id(item): item.sizeHint().width() for item in items}
        over = room - sum(wides.values())
        growing = [item for item in items if item in self._stretched]
        first = [item for item in items if item.widget() in self._yielding]
        for item in [*first, *growing, *reversed(items)]:
            if over >= 0:
                break
            spare = max(wides[id(item)] - self._least(item), 0)
            take = spare if item in first else min(spare, -over)  # half a key is no key
            wides[id(item)] -= take
            over += take
        if over > 0 and growing:
            wides[id(growing[0])] += over
        return [(item, wides[id(item)]) for item in items]

    def _place_line(self, line: _Placed, rect: QRect, top: int, tall: int) -> None:
        right = self._right()
        moved = [wide + self._gap for item, wide in line if id(item) in right]
        left = rect.left()
        jump = rect.right() + 1 - sum(moved) + self._gap if moved else left
        for item, wide in line:
            if moved and id(item) in right:
                left, moved = max(jump, left), []
            high = min(_height(item, wide), tall)
            item.setGeometry(QRect(QPoint(left, top + (tall - high) // 2), QSize(wide, high)))
            left += wide + self._gap
        level(item for item, _wide in line)


def _height(item: QLayoutItem, width: int) -> int:
    if item.hasHeightForWidth():
        return item.heightForWidth(width)
    return max(item.sizeHint().height(), item.minimumSize().height())
