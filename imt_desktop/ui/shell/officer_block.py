"""Who is at the keyboard: name and post, and a lock that hides the book."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from imt_desktop.i18n.translator import Translator
from imt_desktop.ui.theme import colour, em, font
from imt_desktop.ui.widgets.avatar import paint_avatar
from imt_desktop.ui.widgets.draw import box, write_words
from imt_desktop.ui.widgets.icon_button import IconButton
from imt_desktop.ui.widgets.painted import PaintedButton
from imt_desktop.ui.widgets.tips import plain_tip


class OfficerButton(PaintedButton):
    """Initials, name and post; a press changes who is at the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._name, self._post, self._rail = "", "", False
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_officer(self, name: str, post: str) -> None:
        """Show somebody."""
        self._name, self._post = name, post
        self.setAccessibleName(", ".join(part for part in (name, post) if part))
        self.update()

    def set_rail(self, rail: bool) -> None:
        """Choose the layout."""
        self._rail = rail
        self.setToolTip(plain_tip(self._name) if rail else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """44 px at scale 1."""
        return QSize(em(44), em(44))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The initials."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw initials, name and post."""
        painter = self.painter()
        if self.underMouse():
            box(painter, QRectF(self.rect()), "teal_tint2")
        size = em(32)
        left = (self.width() - size) / 2 if self._rail else 4
        if self._name:
            at = QRectF(left, (self.height() - size) / 2, size, size)
            paint_avatar(painter, self._name, at, officer=True)
        if not self._rail:
            room = self.width() - size - 14
            self._paint_line(painter, 3, True, self._name, room)
            self._paint_line(painter, 3 + em(18), False, self._post, room)
        self.ring(painter, colour("side"))

    def _paint_line(self, painter: QPainter, top: int, bold: bool, words: str, room: int) -> None:
        face = font("second" if bold else "small", bold)
        cut = QFontMetrics(face).elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.setFont(face)
        painter.setPen(colour("ink" if bold else "ink2"))
        where = QRectF(4 + em(32) + 10, top, room, em(20))
        write_words(painter, where, Qt.AlignmentFlag.AlignVCenter, cut)


class OfficerBlock(QWidget):
    """The officer and the lock."""

    pressed = Signal()
    lock_pressed = Signal()

    def __init__(self, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rail = self._locks = False
        self.officer = OfficerButton()
        self.lock = IconButton("lock", tr.gettext("Lock the book"))
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 8, 4)
        row.setSpacing(0)
        row.addWidget(self.officer, 1)
        row.addWidget(self.lock)
        self.officer.clicked.connect(self.pressed)
        self.lock.clicked.connect(self.lock_pressed)

    def set_rail(self, rail: bool) -> None:
        """Choose the layout; in the rail a press on the initials leads to the lock."""
        self._rail = rail
        self.officer.set_rail(rail)
        self.lock.setVisible(self._locks and not rail)

    def set_locks(self, locks: bool) -> None:
        """Show the lock only where a PIN opens it again."""
        self._locks = locks
        self.lock.setVisible(locks and not self._rail)
