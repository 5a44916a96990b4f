"""Where receipts are printed, in a quiet line under the till."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from imt_desktop.committee.languages import Spoken
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.speech import language_choices, spoken_choices
from imt_desktop.ui.widgets import Button, IconLabel, Words
from imt_desktop.wording.papers import size_name


class PrinterLine(QWidget):
    """Says what Enter does beside saving. ``change`` asks for the settings."""

    change = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.words = Words("", "second", wrap=True)
        button = Button(desk.tr.gettext("Change"), "quiet", size="row")
        button.clicked.connect(self.change)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel("printer", "ink2", 18))
        row.addWidget(self.words, 1)
        row.addWidget(button)

    def refresh(self, own: Sequence[Spoken]) -> None:
        """Say which printer it is now; ``own`` are the committee's own languages."""
        tr, now = self._desk.tr, self._desk.settings
        if not now.receipt_printer:
            self.words.set_words(
                tr.gettext("Receipts are not printed: number and code are shown, for the pad.")
            )
            return
        names = {one.value: one.words for one in (*language_choices(), *spoken_choices(own))}
        tongues = ", ".join(names.get(code, code) for code in self._desk.committee.languages)
        size = size_name(now.receipt_size, tr)
        self.words.set_words(f"{now.receipt_printer} · {size} · {tongues}")
