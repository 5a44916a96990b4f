"""Something went wrong in the program: calm, the book is safe."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from imt_desktop.i18n.translator import Translator
from imt_desktop.ui.widgets.button import Button
from imt_desktop.ui.widgets.dialog import Dialog
from imt_desktop.ui.widgets.words import Words


class CrashDialog(Dialog):
    """Says that the book is safe and what was saved last; ``details`` hold no names or amounts.

    ``accepted`` means go on working, ``close_program`` is announced for the other way.
    """

    close_program = Signal()

    def __init__(
        self, parent: QWidget, tr: Translator, last_saved: str, summary: str, details: str
    ) -> None:
        text = tr.gettext("Your book is safe. What you typed just now was not saved.")
        if last_saved:
            text = tr.gettext(
                "Your book is safe. The last entry saved is {entry}. "
                "What you typed just now was not saved."
            ).format(entry=last_saved)
        question = tr.gettext("Something went wrong in the program")
        super().__init__(parent, question, text, "life-buoy", "warn", 520)
        self._details = details
        self.add(self._sheet(tr, summary))
        self.copy = Button(tr.gettext("Copy details"), "plain", "copy")
        self.close_it = Button(tr.gettext("Close program"), "plain")
        self.go_on = Button(tr.gettext("Go on working"), "primary", key="Enter")
        self.add_button(self.copy, left=True).clicked.connect(self._copy)
        self.add_button(self.close_it).clicked.connect(self._close_program)
        self.add_button(self.go_on).clicked.connect(self.accept)
        self.go_on.setFocus()

    def _sheet(self, tr: Translator, summary: str) -> QFrame:
        sheet = QFrame()
        sheet.setProperty("kind", "sunk")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(2)
        column.addWidget(Words(summary, "small", wrap=True))
        column.addWidget(
            Words(tr.gettext("No names and no amounts are in these details."), "small", wrap=True)
        )
        return sheet

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)

    def _close_program(self) -> None:
        self.reject()
        self.close_program.emit()
