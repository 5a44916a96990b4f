"""A page scrolls up and down; sideways only where nothing else would show all of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from imt_desktop.ui.theme import em

_TALL = 160


class Scroll(QScrollArea):
    """Holds one widget, as wide as itself and as high as it wants to be."""

    def __init__(self, widget: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        widget.setProperty("kind", "scrolled")
        self.setWidget(widget)
        self.viewport().setAutoFillBackground(False)
        widget.setAutoFillBackground(False)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Ask for little: what finds no room is scrolled to."""
        wanted = super().sizeHint()
        return QSize(wanted.width(), min(wanted.height(), em(_TALL)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Ask for enough width when the content's least width changes."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self.updateGeometry()
        return super().eventFilter(watched, event)
