"""A state as a sentence: shape, colour and words that wrap."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from imt_desktop.ui.widgets.icon_label import IconLabel
from imt_desktop.ui.widgets.states import State
from imt_desktop.ui.widgets.words import Words


class StateLine(QWidget):
    """Where a ``StateWord`` is too long for one line."""

    def __init__(self, state: State, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = state
        self._shape = IconLabel(state.shape, state.ink, 16)
        self._words = Words(state.shown, "label", wrap=True, ink=state.ink)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._shape, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.set_state(state)

    def set_state(self, state: State) -> None:
        """Show another state."""
        self.state = state
        self._shape.show_icon(state.shape, state.ink)
        self._words.set_words(state.shown)
        self._words.set_ink(state.ink)
