"""Bases of what is painted by hand: follow the theme, tell their name, ring when focused."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QPushButton,
    QStyle,
    QStyleOptionFocusRect,
    QWidget,
)

from imt_desktop.ui.keys import key_words
from imt_desktop.ui.widgets.tips import plain_tip

_LOOK: Final = frozenset(
    {QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange}
)
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def sequences(key: str) -> list[QKeySequence]:
    """Return what to listen for: ``Enter`` means both keys of that name."""
    names = [key.replace("Enter", "Return"), key] if "Enter" in key else [key]
    return [QKeySequence(name) for name in names]


class Painted(QWidget):
    """A widget that paints itself and follows a change of theme or scale."""

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Measure and draw again when the look changes."""
        if event.type() in _LOOK:
            self.updateGeometry()
            self.update()
        super().changeEvent(event)

    def painter(self) -> QPainter:
        """Return a smooth painter on itself."""
        made = QPainter(self)
        made.setRenderHint(QPainter.RenderHint.Antialiasing)
        return made


class PaintedButton(QPushButton):
    """A push button that paints itself; its key, if any, presses it."""

    def __init__(
        self, words: str, key: str = "", listen: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.key = key
        self._words = ""
        self._wanted, self._why_shut = True, ""
        self.set_words(words)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(True)
        if key:
            self.setAccessibleDescription(key_words(key))
        if key and listen:
            for sequence in sequences(key):
                QShortcut(sequence, self).activated.connect(self._pressed_by_key)

    @property
    def words(self) -> str:
        """What stands on the button."""
        return self._words

    def set_words(self, words: str) -> None:
        """Write other words on it."""
        self._words = words
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def setEnabled(self, enabled: bool) -> None:  # noqa: N802
        """Let it be pressed, unless it is shut for another reason."""
        self._wanted = enabled
        super().setEnabled(enabled and not self._why_shut)

    def shut(self, why: str) -> None:
        """Let nobody press it, and say why; an empty reason opens it again."""
        if why != self._why_shut:
            self._why_shut = why
            self.setToolTip(plain_tip(why))
            self.setAccessibleDescription(why or key_words(self.key))
            self.setEnabled(self._wanted)

    def show_key(self, key: str) -> None:
        """Show another key on it, where somebody else listens to it."""
        if key != self.key:
            self.key = key
            self.setAccessibleDescription(key_words(key))
            self.updateGeometry()
            self.update()

    def _pressed_by_key(self) -> None:
        """Enter presses the button that has the focus; any other key presses this one."""
        focused = QApplication.focusWidget()
        if self.key == "Enter" and isinstance(focused, QAbstractButton) and focused.isEnabled():
            focused.click()
        else:
            self.click()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Leave Ctrl+Enter to the button that says so: Qt would press this one."""
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Measure and draw again when the look changes."""
        if event.type() in _LOOK:
            self.updateGeometry()
            self.update()
        super().changeEvent(event)

    def painter(self) -> QPainter:
        """Return a smooth painter on itself."""
        made = QPainter(self)
        made.setRenderHint(QPainter.RenderHint.Antialiasing)
        return made

    def ring(self, painter: QPainter, ground: QColor) -> None:
        """Draw the focus ring 2 px off the edge, if it has the focus."""
        ring_on(self, painter, ground)


def ring_on(
    widget: QWidget, painter: QPainter, ground: QColor, inset: int = 3, wide: int | None = None
) -> None:
    """Draw the program's one focus ring on a widget that has the focus; ``wide`` is what it fills."""
    if not widget.hasFocus():
        return
    option = QStyleOptionFocusRect()
    option.initFrom(widget)
    whole = widget.rect()
    if wide is not None:
        whole.setWidth(min(wide, whole.width()))
    option.rect = whole.adjusted(inset, inset, -inset, -inset)
    option.backgroundColor = ground
    widget.style().drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, option, painter, widget)
