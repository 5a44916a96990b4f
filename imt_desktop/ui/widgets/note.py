"""A note: says what is not obvious, at most once a page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from imt_desktop.ui.widgets.icon_label import IconLabel
from imt_desktop.ui.widgets.words import Words


class Note(QFrame):
    """An icon and a sentence on a faint ground."""

    def __init__(self, words: str, icon: str = "info", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "note")
        self._words = Words(words, "quiet", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        row.addWidget(IconLabel(icon, "teal", 20), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)

    def set_words(self, words: str) -> None:
        """Say something else."""
        self._words.set_words(words)
