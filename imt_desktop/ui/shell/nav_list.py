"""The pages in the sidebar, in groups."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.i18n.translator import Translator
from imt_desktop.ui.shell.entries import PageEntry
from imt_desktop.ui.shell.nav_item import NavItem
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets.card import Hairline
from imt_desktop.ui.widgets.words import Words

_TOP = 8


class NavList(QWidget):
    """Lines of pages under the words of their groups; in the rail hairlines part the groups.

    ``stood_on`` announces the line that the arrows came to.
    """

    chosen = Signal(str)
    stood_on = Signal(QWidget)

    def __init__(self, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._items: list[NavItem] = []
        self._groups: list[tuple[Words, QWidget]] = []
        self._rail = False
        self._room = 10_000
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)

    @property
    def wanted(self) -> int:
        """How wide the longest line would like to be, edges included."""
        edges = self._column.contentsMargins()
        longest = max((item.wanted for item in self._items), default=0)
        return longest + edges.left() + edges.right()

    def set_entries(self, entries: Sequence[PageEntry]) -> None:
        """Show other pages; counters and the current page are kept."""
        kept = {item.entry.key: item.count for item in self._items}
        current = self.current
        self._clear()
        group = ""
        for entry in entries:
            if entry.group != group:
                self._add_group(entry.group)
                group = entry.group
            self._add_item(entry, kept.get(entry.key, 0))
        self._column.addStretch(1)
        self.set_current(current)
        self._show_groups()

    def _clear(self) -> None:
        while (taken := self._column.takeAt(0)) is not None:
            if widget := taken.widget():
                widget.hide()
                widget.deleteLater()
        self._items, self._groups = [], []

    def _add_group(self, words: str) -> None:
        label = Words(words, "small")
        label.setContentsMargins(12, 6, 0, 3)
        line = QWidget()
        row = QVBoxLayout(line)
        row.setContentsMargins(12, 4, 12, 4)
        row.addWidget(Hairline())
        self._groups.append((label, line))
        self._column.addWidget(label)
        self._column.addWidget(line)

    def _add_item(self, entry: PageEntry, count: int) -> None:
        item = NavItem(entry, self._tr.gettext("current page"))
        item.set_count(count)
        item.set_rail(self._rail)
        item.clicked.connect(lambda: self.chosen.emit(entry.key))
        self._items.append(item)
        self._column.addWidget(item)

    @property
    def items(self) -> tuple[NavItem, ...]:
        """The lines, from above."""
        return tuple(self._items)

    @property
    def current(self) -> str:
        """The key of the page that is shown, or nothing."""
        return next((item.entry.key for item in self._items if item.is_current), "")

    def item(self, key: str) -> NavItem:
        """Return the line of a page."""
        return next(item for item in self._items if item.entry.key == key)

    def set_current(self, key: str) -> None:
        """Mark the page that is shown; where none is marked the first is the tab stop."""
        for item in self._items:
            item.set_current(item.entry.key == key)
        if self._items and not any(item.is_current for item in self._items):
            self._items[0].setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_count(self, key: str, count: int) -> None:
        """Show a number beside a page."""
        for item in self._items:
            if item.entry.key == key:
                item.set_count(count)

    def set_rail(self, rail: bool) -> None:
        """Choose between words and icons."""
        self._rail = rail
        side = 6 if rail else 10
        self._column.setContentsMargins(side, _TOP - (2 if rail else 0), side, 4)
        for item in self._items:
            item.set_rail(rail)
        self._show_groups()

    def set_room(self, room: int) -> None:
        """Say how much height there is; where it is short the words of groups go, then lines get lower."""
        self._room = room
        self._show_groups()

    def tall(self, words: bool = True, low: bool = False) -> int:
        """How high all pages are, with the words of their groups or without."""
        lines = sum(item.tall(low) for item in self._items) + _TOP + 4
        return lines + len(self._groups) * (em(27) if words and not self._rail else 9)

    def _show_groups(self) -> None:
        words = self.tall() <= self._room
        low = not words and self.tall(words=False) > self._room
        for item in self._items:
            item.set_low(low)
        for label, line in self._groups:
            label.setVisible(words and not self._rail and bool(label.text()))
            line.setVisible(not label.isVisibleTo(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Move among the pages with the arrows."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._move_focus(step)

    def _move_focus(self, step: int) -> None:
        at = next((n for n, item in enumerate(self._items) if item.hasFocus()), None)
        if at is not None and 0 <= at + step < len(self._items):
            self.stand_on(self._items[at + step])

    def stand_on(self, item: NavItem) -> None:
        """Put the cursor on a line; one that just came is not on the screen by itself yet."""
        item.show()
        item.setFocus(Qt.FocusReason.OtherFocusReason)
        self.stood_on.emit(item)
