"""Before a receipt is printed from the list: did the first one come out?"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from imt_desktop.i18n import Translator
from imt_desktop.ui.widgets import Button, Dialog


class PrintAgain(Dialog):
    """A copy says that it is one; a first print that failed is simply printed."""

    copy = Signal()
    first = Signal()

    def __init__(self, parent: QWidget, tr: Translator, number: int) -> None:
        super().__init__(
            parent,
            tr.gettext("Print receipt {number} again?").format(number=number),
            tr.gettext("A copy says COPY and is written into the book."),
            "printer",
            width=560,
        )
        leave = Button(tr.gettext("Leave"), "quiet", key="Esc", listen=False)
        first = Button(tr.gettext("The first one never came out"))
        copy = Button(tr.gettext("Print a copy"), "primary", "copy", "Enter", listen=False)
        self.add_button(leave, left=True).clicked.connect(self.reject)
        self.add_button(first).clicked.connect(lambda: self._answer(first=True))
        self.add_button(copy).clicked.connect(lambda: self._answer(first=False))
        copy.setFocus()
        self.finished.connect(self.deleteLater)

    def _answer(self, first: bool) -> None:
        self.accept()
        (self.first if first else self.copy).emit()
