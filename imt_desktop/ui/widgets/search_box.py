"""A box to search with: magnifying glass, a hint of what it understands, a key that jumps to it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import QWidget

from imt_desktop.ui.widgets.line_edit import LineEdit
from imt_desktop.ui.widgets.painted import sequences

PAUSE: Final = 150
"""Milliseconds without typing before a search is announced."""


class SearchBox(LineEdit):
    """Announces what is searched for after a short pause; Esc empties it first."""

    searched = Signal(str)

    def __init__(
        self,
        placeholder: str,
        hint: str = "",
        key: str = "",
        large: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            placeholder=placeholder,
            icon="search",
            hint=hint,
            key=key,
            kind="search" if large else "",
            parent=parent,
        )
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(lambda: self.searched.emit(self.text().strip()))
        self.textChanged.connect(lambda _: self._pause.start())
        if hint:
            self.setAccessibleDescription(hint)
        for sequence in sequences(key) if key else ():
            QShortcut(sequence, self).activated.connect(self._jump_here)

    def _jump_here(self) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def event(self, event: QEvent) -> bool:
        """Keep Esc for itself while there is something to empty."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self.text()
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Empty it on Esc."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)
