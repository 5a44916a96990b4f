"""A button that is only an icon: its name is what it does."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from imt_desktop.ui.theme import colour, em, paint_icon
from imt_desktop.ui.widgets.draw import box
from imt_desktop.ui.widgets.painted import PaintedButton
from imt_desktop.ui.widgets.tips import plain_tip


class IconButton(PaintedButton):
    """An icon to press; ``words`` are its tooltip and what a screen reader says."""

    def __init__(
        self,
        icon: str,
        words: str,
        role: str = "ink2",
        size: int = 32,
        framed: bool = False,
        key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, key, parent=parent)
        self._icon, self._role, self._size, self._framed = icon, role, size, framed
        self.setText("")
        self.setToolTip(plain_tip(words))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, icon: str, role: str = "ink2") -> None:
        """Show another icon."""
        self._icon, self._role = icon, role
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """A square."""
        return QSize(em(self._size), em(self._size))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """A square."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the icon, and a ground while the pointer is on it."""
        painter = self.painter()
        hover = self.isEnabled() and (self.underMouse() or self.isDown())
        ground = "teal_tint2" if hover else "card" if self._framed else ""
        line = "line2" if self._framed else ""
        box(painter, QRectF(self.rect()), ground, line)
        size = em(20 if self._size >= 32 else 16)
        at = QPointF((self.width() - size) / 2, (self.height() - size) / 2)
        paint_icon(painter, self._icon, self._role if self.isEnabled() else "ink3", at, size)
        self.ring(painter, colour("card"))
