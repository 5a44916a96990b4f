"""A main pane and a panel beside it, which goes below where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLayoutItem, QSizePolicy, QWidget

from imt_desktop.ui.theme import colour, em
from imt_desktop.ui.widgets.list_layout import ListLayout

NARROW = 256
"""The least width of a panel (at scale 1): 264 on small screens, less the frame that desktops draw there."""


class PaneLayout(ListLayout):
    """Two items: the main one, and a panel of a width."""

    def __init__(self, parent: QWidget, width: int, gap: int, first: bool, least: int) -> None:
        super().__init__(parent, gap)
        self._width, self._first, self._least = width, first, least

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        """Fill the page."""
        return Qt.Orientation.Horizontal | Qt.Orientation.Vertical

    def beside(self, width: int) -> bool:
        """Whether both find room beside each other."""
        narrowest = max(em(min(self._width, NARROW)), self._items[1].minimumSize().width())
        return self._panel_width(width) >= narrowest

    def _panel_width(self, width: int) -> int:
        """Return the panel's full width, or what the main pane leaves of it."""
        main, panel = self._items
        least = max(main.minimumSize().width(), em(self._least))
        full = max(em(self._width), panel.minimumSize().width())
        return min(full, width - self._gap - least)

    @property
    def gap(self) -> int:
        """Pixels between the panes."""
        return self._gap

    def between(self) -> QRect:
        """Return the room between the panes."""
        one, other = (item.geometry() for item in self._items)
        if self.beside(self.geometry().width()):
            left = min(one.right(), other.right()) + 1
            return QRect(left, one.top(), self._gap, one.height())
        return QRect(one.left(), min(one.bottom(), other.bottom()) + 1, one.width(), self._gap)

    def wish(self) -> QSize:
        """Both beside each other."""
        hints = [item.sizeHint() for item in self._items]
        tall = max(hint.height() for hint in hints)
        return QSize(hints[0].width() + self._gap + em(self._width), tall)

    def place(self, rect: QRect, move: bool) -> int:
        """Place the panes; beside each other both are as high as the room."""
        main, panel = self._items
        if panel.isEmpty():  # hidden: what it leaves belongs to the main pane
            tall = max(rect.height(), _height(main, rect.width()))
            if move:
                main.setGeometry(QRect(rect.left(), rect.top(), rect.width(), tall))
            return tall
        if not self.beside(rect.width()):
            return self._place_below(rect, move)
        wide = self._panel_width(rect.width())
        room = rect.width() - wide - self._gap
        tall = max(rect.height(), _height(main, room), _height(panel, wide))
        if move:
            left = rect.left() + (wide + self._gap if self._first else 0)
            main.setGeometry(QRect(left, rect.top(), room, tall))
            left = rect.left() + (0 if self._first else room + self._gap)
            panel.setGeometry(QRect(left, rect.top(), wide, tall))
        return tall

    def _place_below(self, rect: QRect, move: bool) -> int:
        order = self._items[::-1] if self._first else self._items
        wanted = [_height(item, rect.width()) for item in order]
        spare = max(rect.height() - sum(wanted) - self._gap, 0)
        top = rect.top()
        wanted[-1] += spare
        for item, tall in zip(order, wanted, strict=True):
            if move:
                item.setGeometry(QRect(rect.left(), top, rect.width(), tall))
            top += tall + self._gap
        return top - self._gap - rect.top()


def _height(item: QLayoutItem, width: int) -> int:
    if item.hasHeightForWidth():
        return max(item.heightForWidth(width), item.minimumSize().height())
    return max(item.sizeHint().height(), item.minimumSize().height())


class Panes(QWidget):
    """``main`` takes the room, ``panel`` is ``width`` px (at scale 1) at the right, 264 on small
    screens, or below the main pane where even that is too much.

    A ``gap`` of 1 is drawn as a hairline. With ``first`` the panel stands at the left, and above
    where it leaves that side. ``least`` is the width that the main pane needs at scale 1.
    """

    def __init__(
        self,
        main: QWidget,
        panel: QWidget,
        width: int = 304,
        gap: int = 16,
        first: bool = False,
        least: int = 480,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._panes = PaneLayout(self, width, gap, first, least)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for part in (panel, main) if first else (main, panel):
            part.setParent(self)  # Tab goes through what stands first, first
        self._panes.addWidget(main)
        self._panes.addWidget(panel)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the hairline between panes that are one pixel apart."""
        if self._panes.gap == 1:
            painter = QPainter(self)
            painter.fillRect(self._panes.between(), colour("line"))

    @property
    def is_beside(self) -> bool:
        """Whether the panel stands beside the main pane now."""
        return self._panes.beside(self.width())
