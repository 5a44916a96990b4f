"""A dialog whose parts scroll where they find no room in the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets import Dialog, EvenRow, Scroll, Words, shortened
from imt_desktop.ui.widgets.tab_order import tab_as_one_reads

EDGE = 24
"""Pixels that are left free round a sheet in its window, and round what stands on it."""


_QUESTION, _TEXT = 120, 400
"""Letters: names stand in both, and a name of thousands would push the fields out of sight."""


_FOLLOWS = 300
"""Milliseconds that it follows a part that grows: until all is laid out."""


class Sheet(Dialog):
    """As wide as asked for and as high as its parts; both at most the window."""

    def __init__(self, parent: QWidget, question: str, text: str = "", wide: int = 520) -> None:
        super().__init__(parent, shortened(question, _QUESTION), shortened(text, _TEXT), width=wide)
        self._window = parent.window()
        self.inside = QWidget()
        self._column = QVBoxLayout(self.inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._scroll = Scroll(self.inside)
        self._side: QWidget | None = None
        self._beside = QHBoxLayout()
        self._beside.setSpacing(16)
        self._beside.addWidget(self._scroll, 1)
        self.body.addLayout(self._beside)
        self.setFixedWidth(min(em(wide), self._window.width() - 2 * EDGE))
        self._followed: QWidget | None = None
        self.inside.installEventFilter(self)
        self._scroll.verticalScrollBar().rangeChanged.connect(lambda *_: self._stay())

    def add(self, widget: QWidget) -> None:
        """Add a part under the others."""
        self._column.addWidget(widget)

    def stand_beside(self, panel: QWidget, wide: int, least: int = 420) -> None:
        """Let a panel stay in view beside the parts; under them where it leaves them no room."""
        if self.width() - 2 * EDGE - em(wide) < em(least):
            self.add(panel)
            return
        scroll = self._side = Scroll(panel)
        scroll.setFixedWidth(em(wide))
        self._beside.addWidget(scroll)

    def row(self, *parts: QWidget) -> None:
        """Lay parts side by side."""
        self.add(parts[0] if len(parts) == 1 else EvenRow(list(parts), most=len(parts)))

    def note(self, words: str) -> Words:
        """Say something between the parts."""
        made = Words(words, "second", wrap=True)
        self.add(made)
        return made

    def bring_into_view(self, part: QWidget) -> None:
        """Scroll to a part, and follow it while it grows, such as by a sentence under it."""
        self._followed = part
        self._stay()
        QTimer.singleShot(_FOLLOWS, self, self._let_go)

    def _stay(self) -> None:
        part = self._followed
        if part is not None and self.inside.isAncestorOf(part):
            at = part.mapTo(self.inside, QPoint(0, part.height() // 2))
            self._scroll.ensureVisible(at.x(), at.y(), 0, part.height() // 2 + em(8))

    def _let_go(self) -> None:
        self._followed = None

    def read_on(self, steps: int) -> None:
        """Scroll so many steps down, or up where they are negative."""
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + steps * em(40))

    def tab_in_order(self) -> None:
        """Let Tab and Enter go from part to part as they stand, also to those that were just added."""
        self._column.activate()
        tab_as_one_reads(self.inside)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Read on with Page up and Page down: what is only read takes no focus."""
        pages = {Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        if event.key() in pages:
            self.read_on(pages[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        """Go on with Tab, or back."""
        self.tab_in_order()
        return super().focusNextPrevChild(forward)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Take the right size."""
        super().showEvent(event)
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follow the parts as they grow and shrink: a sentence is known after it is laid out."""
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            QTimer.singleShot(0, self, self.fit)
        return super().eventFilter(watched, event)

    def room(self) -> int:
        """Return how high all parts together may be before they scroll."""
        layout = self.layout()
        around = _tall(layout, self.width()) if layout is not None else 0
        around -= self._scroll.minimumHeight()
        return max(self._window.height() - 2 * EDGE - around, em(120))

    def fit(self) -> None:
        """Be as high as the parts ask for, within the window."""
        tab_as_one_reads(self.inside)
        window, layout = self._window, self.layout()
        if layout is None:
            return
        side = self._side.width() + self._beside.spacing() if self._side is not None else 0
        wanted = _tall(self._column, self.width() - 2 * EDGE - side)
        # Qt would give it what it asks for where it is narrowest, and the last words lay out of sight.
        self.inside.setMinimumHeight(wanted)
        room = self.room()
        scrolls, policy = wanted > room, Qt.ScrollBarPolicy
        self._scroll.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if scrolls else policy.ScrollBarAlwaysOff
        )
        self._column.setContentsMargins(0, 0, 8 if scrolls else 0, 0)
        if self._side is not None:
            wanted = room  # what stands beside has its own height
        for scroll in (self._scroll, self._side):
            if scroll is not None:
                scroll.setFixedHeight(min(wanted, room))
        self._beside.invalidate()  # Qt tells the outer layout only
        self.body.invalidate()
        layout.invalidate()
        self.setFixedHeight(_tall(layout, self.width()))
        self.move(window.mapToGlobal(window.rect().center()) - self.rect().center())
        QTimer.singleShot(0, self, self._stay)


def _tall(layout: QLayout, wide: int) -> int:
    if layout.hasHeightForWidth():
        return layout.totalHeightForWidth(wide)
    return layout.totalSizeHint().height()
