"""The sidebar: words in groups (208 px, more for a long name), or a rail of 88 px on small screens."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.i18n.translator import Translator
from imt_desktop.ui.shell.entries import PageEntry
from imt_desktop.ui.shell.head_block import HeadBlock
from imt_desktop.ui.shell.nav_item import NavItem
from imt_desktop.ui.shell.nav_list import NavList
from imt_desktop.ui.shell.nav_scroll import NavScroll
from imt_desktop.ui.shell.officer_block import OfficerBlock
from imt_desktop.ui.theme import colour, current, em, paint_drawing

WIDE, WIDEST, RAIL = 208, 248, 88
_LANDSCAPE, _STRIP = 80, 14
LOW = 700
"""Below this height of the window (at scale 1) the landscape goes, and where pages need its room."""


class Sidebar(QWidget):
    """Committee, pages, officer. One tab stop, with arrows inside."""

    chosen = Signal(str)

    def __init__(self, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr.gettext("Pages"))
        self.head = HeadBlock()
        self.officer = OfficerBlock(tr)
        self._list = NavList(tr)
        self._rail = False
        self._list.chosen.connect(self.chosen)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._scroll = NavScroll(self._list)
        self._column.addWidget(self.head)
        self._column.addWidget(self._scroll, 1)
        self._column.addWidget(self.officer)
        self._fit()

    def set_entries(self, entries: Sequence[PageEntry]) -> None:
        """Show other pages."""
        self._list.set_entries(entries)
        self._list.set_rail(self._rail)
        self._order_tabs()
        self._fit()

    def _order_tabs(self) -> None:
        """Pages first, then the officer and the lock.

        Qt orders only tab stops, and never moves the very first one behind the last: hence the
        first two moves.
        """
        items, current = self._list.items, self._list.current
        if not items:
            return
        for item in items:
            item.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        officer, lock = self.officer.officer, self.officer.lock
        moves = ((items[0], lock), (items[0], officer), (items[-1], officer), (officer, lock))
        for first, second in moves:
            QWidget.setTabOrder(first, second)
        self._list.set_current(current)

    def set_rail(self, rail: bool) -> None:
        """Choose between words and icons."""
        self._rail = rail
        for part in (self.head, self._list, self.officer):
            part.set_rail(rail)
        self._fit()

    def set_current(self, key: str) -> None:
        """Mark the page that is shown."""
        self._list.set_current(key)
        self._scroll.bring_current()

    def set_count(self, key: str, count: int) -> None:
        """Show a number beside a page."""
        self._list.set_count(key, count)

    def stand_on(self, key: str) -> None:
        """Put the cursor on a line, also on one that just came."""
        self._list.stand_on(self.item(key))

    @property
    def keys(self) -> tuple[str, ...]:
        """The pages shown, from above."""
        return tuple(item.entry.key for item in self._list.items)

    def item(self, key: str) -> NavItem:
        """Return the line of a page."""
        return self._list.item(key)

    @property
    def rail(self) -> bool:
        """Whether only icons over short words are shown."""
        return self._rail

    @property
    def has_landscape(self) -> bool:
        """Whether there is room for the landscape."""
        if not current().ornaments or self.window().height() < em(LOW):
            return False
        return self._list.tall() <= self._room(self._strip)

    @property
    def _strip(self) -> int:
        return _STRIP + 4 if self._rail else _LANDSCAPE + 2

    def _room(self, foot: int) -> int:
        """How much height is left for the pages over a foot so high."""
        taken = self.head.sizeHint().height() + self.officer.sizeHint().height()
        return self.height() - taken - foot

    def _foot(self) -> int:
        return self._strip if self.has_landscape else 8

    def _fit(self) -> None:
        wanted = min(max(em(WIDE), self._list.wanted + 1), em(WIDEST))
        self.setFixedWidth(em(RAIL) if self._rail else wanted)
        self._column.setContentsMargins(0, 0, 1, self._foot())
        self._list.set_room(self._room(self._foot()))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Let the landscape go first, then the words of the groups."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Measure again when the look changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the ground and the landscape."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colour("side"))
        if self.has_landscape:
            name, tall = ("foot-rail", _STRIP) if self._rail else ("foot", _LANDSCAPE)
            where = QRectF(0, self.height() - tall, self.width(), tall)
            paint_drawing(painter, name, where, stretched=self._rail or self.width() != WIDE)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), colour("line"))
