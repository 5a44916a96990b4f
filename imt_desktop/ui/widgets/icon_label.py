"""An icon as a widget, in the colour of a role."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from imt_desktop.ui.theme import em, paint_icon
from imt_desktop.ui.widgets.painted import Painted


class IconLabel(Painted):
    """An icon that follows theme and scale; ``says`` is what it means to who cannot see it."""

    def __init__(
        self,
        icon: str,
        role: str = "ink2",
        size: int = 20,
        says: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._role, self._size = icon, role, size
        self.setAccessibleName(says)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, icon: str, role: str) -> None:
        """Show another icon or colour."""
        self._icon, self._role = icon, role
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Just the icon."""
        return QSize(em(self._size), em(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the icon."""
        if self._icon:
            paint_icon(self.painter(), self._icon, self._role, QPointF(0, 0), em(self._size))
