"""One line of the sidebar, or one icon over a word in the rail."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from imt_desktop.ui.shell.entries import PageEntry
from imt_desktop.ui.theme import colour, current, em, font, paint_icon, width_of
from imt_desktop.ui.widgets.draw import box, write_words
from imt_desktop.ui.widgets.painted import PaintedButton, ring_on
from imt_desktop.ui.widgets.tips import plain_tip

_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)

_RING, _LEAST = 6, 8
"""Room for the ring of the focus at each side of a short word, and its smallest letters, in pixels."""


class NavItem(PaintedButton):
    """Leads to a page; the current one has a white ground and a bar."""

    def __init__(self, entry: PageEntry, here: str, parent: QWidget | None = None) -> None:
        super().__init__(entry.title, parent=parent)
        self.entry = entry
        self._here_words = here
        self._current = False
        self._rail = False
        self._low = False
        self._count = 0
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def count(self) -> int:
        """The number beside it."""
        return self._count

    @property
    def is_current(self) -> bool:
        """Whether its page is shown."""
        return self._current

    def set_current(self, current: bool) -> None:
        """Say whether its page is shown; only that one is a tab stop."""
        self._current = current
        strong, click = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(strong if current else click)
        self._describe()

    def set_rail(self, rail: bool) -> None:
        """Choose the layout."""
        self._rail = rail
        self.setToolTip(plain_tip(self.entry.title) if rail else "")
        self.updateGeometry()
        self.update()

    def set_low(self, low: bool) -> None:
        """Say whether the line is lower than usual, so that more pages find room."""
        if low != self._low:
            self._low = low
            self.updateGeometry()
            self.update()

    def tall(self, low: bool) -> int:
        """How high the line is, usually or when room is short."""
        if self._rail:
            return em(42) if low else em(46)
        return em(30) if low else em(36)

    def set_count(self, count: int) -> None:
        """Show a number of things that wait; 0 shows none."""
        self._count = count
        self._describe()

    def _describe(self) -> None:
        parts = (self._here_words if self._current else "", str(self._count or ""))
        self.setAccessibleDescription(", ".join(part for part in parts if part))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Leave the arrows to the sidebar."""
        if event.key() in _ARROWS:
            event.ignore()
            return
        super().keyPressEvent(event)

    @property
    def wanted(self) -> int:
        """How wide the line would like to be: its words are written in full."""
        return 12 + em(20) + 12 + width_of(self.entry.title, "body", True) + 10

    def sizeHint(self) -> QSize:  # noqa: N802
        """36 px in the sidebar, 46 in the rail; less where many pages share little room."""
        return QSize(em(60), self.tall(self._low))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The same height."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the line."""
        painter = self.painter()
        where = QRectF(self.rect())
        if self._current:
            strong = not current().ornaments
            box(painter, where, "card", "teal" if strong else "line", 8, 2 if strong else 1)
            tall = em(28) if self._rail else em(20)
            bar = QRectF(0, (self.height() - tall) / 2, 4, tall)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("teal"))
            painter.drawRoundedRect(bar, 2, 2)
        elif self.underMouse():
            box(painter, where, "teal_tint2" if current().ornaments else "teal_tint")
        (self._paint_rail if self._rail else self._paint_line)(painter)
        ring_on(self, painter, colour("card"), 0)  # on the edge: further in it would cross the icon

    def _paint_line(self, painter: QPainter) -> None:
        ink = "teal" if self._current else "ink2"
        size = em(20)
        paint_icon(painter, self.entry.icon, ink, QPointF(12, (self.height() - size) / 2), size)
        face = font("body", self._current)
        painter.setFont(face)
        painter.setPen(colour("teal" if self._current else "ink"))
        words = QRectF(self.rect()).adjusted(12 + size + 12, 0, -8, 0)
        if self._count:
            words.adjust(0, 0, -em(30), 0)
        write_words(painter, words, Qt.AlignmentFlag.AlignVCenter, self.entry.title)
        if self._count:
            self._paint_count(painter, self.width() - 12, self.height() / 2)

    def _paint_rail(self, painter: QPainter) -> None:
        ink = "teal" if self._current else "ink2"
        size = em(18 if self._low else 20)
        at = QPointF((self.width() - size) / 2, em(4))
        paint_icon(painter, self.entry.icon, ink, at, size)
        painter.setFont(self.rail_font())
        painter.setPen(colour("teal" if self._current else "ink"))
        words = QRectF(-8, em(22 if self._low else 24), self.width() + 16, em(18))
        write_words(painter, words, Qt.AlignmentFlag.AlignCenter, self.entry.short_title)
        if self._count:
            self._paint_count(painter, self.width() - 4, em(11))

    def rail_font(self) -> QFont:
        """Return the letters of the short word: bold only where it finds room so, and never cut."""
        room, words = self.width() - 2 * _RING, self.entry.short_title
        for bold in (True, False) if self._current else (False,):
            face = font("small", bold)
            if QFontMetrics(face).horizontalAdvance(words) <= room:
                return face
        while QFontMetrics(face).horizontalAdvance(words) > room and face.pixelSize() > _LEAST:
            face.setPixelSize(face.pixelSize() - 1)
        return face

    def _paint_count(self, painter: QPainter, right: float, middle: float) -> None:
        face = font("small", True)
        words = str(self._count)
        tall = em(20)
        wide = max(QFontMetrics(face).horizontalAdvance(words) + em(12), tall)
        pill = QRectF(right - wide, middle - tall / 2, wide, tall)
        box(painter, pill, "warn_tint", "" if current().ornaments else "warn_line", tall / 2, 1)
        painter.setFont(face)
        painter.setPen(colour("warn"))
        write_words(painter, pill, Qt.AlignmentFlag.AlignCenter, words)
