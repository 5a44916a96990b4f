"""Cards: white sheets with rounded corners on the warm ground."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from imt_desktop.ui.theme import colour, current
from imt_desktop.ui.widgets.bar_layout import BarLayout
from imt_desktop.ui.widgets.top_box import AroundBox, TopBox
from imt_desktop.ui.widgets.words import Words

RADIUS = 12


class Hairline(QFrame):
    """A line of one pixel, lying or (``upright``) standing."""

    def __init__(self, upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "hairline")
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)


class Card(QFrame):
    """A card: title, body, and a foot if one asks for it.

    ``body`` is the layout for the content; ``head`` takes things at the right of the title;
    ``ruled`` draws a hairline under the head; ``flush`` lets the content reach the edges (tables,
    lists of rows), its corners then follow the card's, on the ``ground`` that it lies on.
    """

    def __init__(
        self,
        title: str = "",
        second: str = "",
        ruled: bool = False,
        flush: bool = False,
        parent: QWidget | None = None,
        ground: str = "paper",
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.body = TopBox()
        self._whole = AroundBox(self.body)
        self.setLayout(self._whole)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._title = Words(title, "heading")
        self._second = Words(second, "second")
        if not second:
            self._second.hide()
        self.head = BarLayout(gap=12)
        self._foot: BarLayout | None = None
        self._foot_frame: QFrame | None = None
        if title:
            self._lay_head(ruled)
            self.setAccessibleName(title)
        self._lay_body(flush, bool(title) and not ruled)
        self._corners = Corners(self, ground) if flush else None

    def _lay_head(self, ruled: bool) -> None:
        self.head.setContentsMargins(16, 12, 16, 12 if ruled else 8)
        self.head.addWidget(self._title)
        self.head.addWidget(self._second)
        self.head.addStretch(1)
        self._whole.addLayout(self.head)
        if ruled:
            self._whole.addWidget(Hairline())

    def _lay_body(self, flush: bool, under_title: bool) -> None:
        top = 0 if under_title else 16
        if not flush:
            self.body.setContentsMargins(16, top, 16, 16)
        self.body.setSpacing(0 if flush else 12)
        self._whole.addLayout(self.body, 1)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Add a widget to the body."""
        self.body.addWidget(widget, stretch)
        if self._corners is not None:
            self._corners.raise_()

    def show_second(self, shown: bool) -> None:
        """Let the second line beside the title go where there is no room for it."""
        self._second.setVisible(shown and bool(self._second.text()))

    def set_title(self, title: str, second: str = "") -> None:
        """Write another title (the card must have been made with one)."""
        self._title.set_words(title)
        self._second.set_words(second)
        self._second.setVisible(bool(second))
        self.setAccessibleName(title)

    def foot(self) -> BarLayout:
        """Return the bar at the foot (see ``BarLayout``); it appears with the first call."""
        if self._foot is None:
            frame = QFrame()
            frame.setProperty("kind", "foot")
            self._foot = BarLayout(frame)
            self._foot.setContentsMargins(16, 12, 16, 12)
            self._whole.addWidget(frame)
            self._foot_frame = frame
            if self._corners is not None:
                self._corners.raise_()
        return self._foot

    def show_foot(self, shown: bool) -> None:
        """Show the foot, or leave its room to the body while there is nothing to do in it."""
        if self._foot_frame is not None:
            self._foot_frame.setVisible(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the corners over everything."""
        super().resizeEvent(event)
        if self._corners is not None:
            self._corners.setGeometry(self.rect())
            self._corners.raise_()


class Corners(QWidget):
    """Lies over a card and rounds the corners of what is in it; clicks go through."""

    def __init__(self, parent: QWidget, ground: str = "paper") -> None:
        super().__init__(parent)
        self._ground = ground
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the ground outside the corners, and the border."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = current().border
        frame = QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        round_ = QPainterPath()
        round_.addRoundedRect(frame, RADIUS - edge / 2, RADIUS - edge / 2)
        square = QPainterPath()
        square.addRect(QRectF(self.rect()))
        painter.fillPath(square - round_, colour(self._ground))
        painter.setPen(QPen(colour("line"), edge))
        painter.drawPath(round_)
