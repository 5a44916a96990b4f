"""Pages that find no room are scrolled to: a chevron at either end says that there are more."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from imt_desktop.ui.shell.nav_list import NavList
from imt_desktop.ui.theme import colour, em, paint_icon
from imt_desktop.ui.widgets.scroll import Scroll

_TALL = 20


class NavScroll(Scroll):
    """Holds the list without a bar, which would take the width that words need."""

    def __init__(self, pages: NavList, parent: QWidget | None = None) -> None:
        super().__init__(pages, parent)
        self._pages = pages
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.above, self.below = _More(self, -1), _More(self, 1)
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._say_more)
        bar.rangeChanged.connect(self._ranged)
        pages.stood_on.connect(self.bring)
        self._say_more()

    def bring(self, line: QWidget) -> None:
        """Scroll so far that a line is in view, clear of the chevrons."""
        for edge in (line.geometry().bottom() + 1, line.geometry().top()):
            self.ensureVisible(0, edge, 0, em(_TALL))  # for a whole widget Qt forgets the margin

    def bring_current(self) -> None:
        """Scroll to the page that is shown, once the lines have their places."""
        QTimer.singleShot(0, self, self._bring_current)

    def _bring_current(self) -> None:
        found = next((item for item in self._pages.items if item.is_current), None)
        if found is not None:
            self.bring(found)
        self._place()

    def _ranged(self) -> None:
        self._say_more()
        self.bring_current()

    def _say_more(self) -> None:
        bar = self.verticalScrollBar()
        self.above.setVisible(bar.value() > bar.minimum())
        self.below.setVisible(bar.value() < bar.maximum())
        self._place()

    def _place(self) -> None:
        """Keep the chevrons at the ends; they cover a line that is not whole."""
        first, last = em(_TALL), self.height() - em(_TALL)
        for item in self._pages.items:
            top = item.y() - self.verticalScrollBar().value()
            bottom = top + item.height()
            if top < em(_TALL) < bottom:
                first = bottom
            if top < self.height() - em(_TALL) < bottom:
                last = top
        self.above.setGeometry(0, 0, self.width(), first)
        self.below.setGeometry(0, last, self.width(), self.height() - last)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the chevrons where they belong."""
        super().resizeEvent(event)
        self._place()
        self.bring_current()


class _More(QWidget):
    """Says that there are more pages that way; a click goes there."""

    def __init__(self, over: NavScroll, way: int) -> None:
        super().__init__(over)
        self._over, self._way = over, way
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mousePressEvent(self, _event: QMouseEvent) -> None:  # noqa: N802
        """Go a good part of the list that way."""
        bar = self._over.verticalScrollBar()
        bar.setValue(bar.value() + self._way * self._over.height() // 2)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw the chevron on the ground of the sidebar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, self.width(), self.height()), colour("side"))
        size = em(16)
        at = QPointF((self.width() - size) / 2, (self.height() - size) / 2)
        paint_icon(painter, "chevron-up" if self._way < 0 else "chevron-down", "ink2", at, size)
