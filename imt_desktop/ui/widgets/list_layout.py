"""What layouts of our own share: a list of items placed line by line."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QMargins, QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem


class ListLayout(QLayout):
    """Keeps its items in order; how they are placed is for the layouts that derive from it.

    What was measured is kept until Qt says that something changed: layouts in layouts ask each other
    again and again, twice as often with each level. Those that derive say ``wish`` and ``least``,
    and call ``invalidate`` where they change.
    """

    def __init__(self, parent: QWidget | None, gap: int) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._taken: QLayoutItem | None = None
        self._gap = gap
        self._heights: dict[int, int] = {}
        self._wish: QSize | None = None
        self._smallest: QSize | None = None
        self.setContentsMargins(QMargins())

    @abstractmethod
    def place(self, rect: QRect, move: bool) -> int:
        """Place the items (or, without ``move``, only measure); returns the height taken."""

    @abstractmethod
    def wish(self) -> QSize:
        """Measure the size in which everything stands best."""

    def least(self) -> QSize:
        """Measure the widest and the highest thing."""
        sizes = [item.minimumSize() for item in self.shown()]
        return QSize(
            max((size.width() for size in sizes), default=0),
            max((size.height() for size in sizes), default=0),
        )

    def shown(self) -> list[QLayoutItem]:
        """Return the items that are not hidden; spacers count."""
        return [item for item in self._items if item.spacerItem() or not item.isEmpty()]

    def addWidget(self, widget: QWidget) -> None:  # noqa: N802
        """Add a widget at the end, by an item of our own.

        An item that Qt makes may be declared dead on its way between Qt and Python, while the widget lives.
        """
        self.addChildWidget(widget)
        self.addItem(QWidgetItem(widget))
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        """Add a thing at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many things there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Return one thing."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Take one thing out. Whoever takes it destroys it, not we as well."""
        self._taken = self._items.pop(index) if 0 <= index < len(self._items) else None
        return self._taken

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Less width means more lines."""
        return True

    def invalidate(self) -> None:
        """Measure anew."""
        self._heights.clear()
        self._wish = self._smallest = None
        super().invalidate()

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Height of the lines at a width."""
        if width not in self._heights:
            self._heights[width] = self.place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        """Place everything."""
        super().setGeometry(rect)
        self.place(rect, move=True)

    def sizeHint(self) -> QSize:  # noqa: N802
        """The size in which everything stands best."""
        if self._wish is None:
            self._wish = self.wish()
        return self._wish

    def minimumSize(self) -> QSize:  # noqa: N802
        """The least size there is room in."""
        if self._smallest is None:
            self._smallest = self.least()
        return self._smallest
