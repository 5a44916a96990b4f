"""What the file itself says to a question: told instead of asked, and to be changed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from imt_desktop.i18n import Translator
from imt_desktop.ledger.importing.rows import Proven
from imt_desktop.ui.widgets import Button, IconLabel, Words
from imt_desktop.wording.spreadsheets import proven_sentence


class SeenBox(QWidget):
    """A sentence, and a button to say something else."""

    changing = Signal()

    def __init__(self, seen: Proven, tr: Translator) -> None:
        super().__init__()
        self._tr = tr
        self._words = Words("", "second", wrap=True)
        self.change = Button(tr.gettext("Change"), "plain", size="row")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel("circle-check", "ok", 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        row.addWidget(self.change, 0, Qt.AlignmentFlag.AlignTop)
        self.change.clicked.connect(self.changing)
        self.show_seen(seen)

    def show_seen(self, seen: Proven) -> None:
        """Say what was seen, and where."""
        self._words.set_words(proven_sentence(seen, self._tr))
        self.change.setAccessibleDescription(self._words.text())

    def words(self) -> str:
        """Return what it says."""
        return self._words.text()
