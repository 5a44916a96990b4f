"""While a file is read: what is under way, and a way to stop that leaves nothing behind."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.i18n import Translator
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets import BusyBar, Button, Card, Words


class Waiting(QWidget):
    """A card in the middle of the page."""

    def __init__(self, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Words("", "name", wrap=True)
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.bar = BusyBar(tr.gettext("Working"))
        self.stop = Button(tr.gettext("Stop"), "plain", "x", "Esc")
        card = Card()
        card.setFixedWidth(em(440))
        card.body.setContentsMargins(32, 28, 32, 28)
        card.body.setSpacing(20)
        for part in (self._title, self.bar):
            card.add(part)
        card.body.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignHCenter)
        whole = QVBoxLayout(self)
        whole.addStretch(2)
        whole.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(3)

    def begin(self) -> None:
        """Go to the way out."""
        self.stop.setFocus()

    def show_work(self, words: str, can_stop: bool = True) -> None:
        """Say what is under way, and whether it can be stopped."""
        self._title.set_words(words)
        self.stop.setVisible(can_stop)
