"""A note says what is not obvious, at most once a page; a refusal says what was refused, and why."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from imt_desktop.ui.widgets.icon_label import IconLabel
from imt_desktop.ui.widgets.words import Role, Words


class Note(QFrame):
    """An icon and a sentence on a faint ground."""

    kind: ClassVar[str] = "note"
    ink: ClassVar[str] = "teal"
    role: ClassVar[Role] = "quiet"

    def __init__(self, words: str, icon: str = "info", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", self.kind)
        self._words = Words(words, self.role, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        row.addWidget(IconLabel(icon, self.ink, 20), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self._row = row

    def add(self, widget: QWidget) -> None:
        """Add what can be done about it, at the right."""
        self._row.addWidget(widget)

    def set_words(self, words: str) -> None:
        """Say something else."""
        self._words.set_words(words)

    def words(self) -> str:
        """Return what it says."""
        return self._words.words()


class Refusal(Note):
    """A sentence on why something was refused, and what to do now. Hidden while there is none."""

    kind = "refusal"
    ink = "bad"
    role = "body"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "circle-x", parent)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence; nothing hides it."""
        self.set_words(sentence)
        self.setVisible(bool(sentence))
