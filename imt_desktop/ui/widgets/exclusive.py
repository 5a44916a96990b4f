"""Radio buttons painted by hand: one tab stop, arrows choose, as Qt's own do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QPainter
from PySide6.QtWidgets import QRadioButton, QScrollArea, QWidget

from imt_desktop.ui.widgets.choice import Choice


class Exclusive(QRadioButton):
    """One of the choices that lie beside each other in one parent."""

    def __init__(self, choice: Choice, parent: QWidget | None = None) -> None:
        super().__init__(choice.words.replace("&", "&&"), parent)
        self.choice = choice
        self.setAccessibleName(choice.words)
        self.setAccessibleDescription(choice.second)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def choose(self, chosen: bool) -> None:
        """Choose it, or leave nothing chosen in its row."""
        if chosen:
            self.setChecked(True)
            return
        self.setAutoExclusive(False)
        self.setChecked(False)
        self.setAutoExclusive(True)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802
        """All of it can be clicked."""
        return self.rect().contains(pos)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Measure again when the look changes."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
        super().changeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Come into view when an arrow leads here: Qt scrolls after Tab only."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            around = self.parentWidget()
            while around is not None and not isinstance(around, QScrollArea):
                around = around.parentWidget()
            if around is not None:
                around.ensureWidgetVisible(self)

    def smooth(self) -> QPainter:
        """Return a smooth painter on itself."""
        made = QPainter(self)
        made.setRenderHint(QPainter.RenderHint.Antialiasing)
        return made
