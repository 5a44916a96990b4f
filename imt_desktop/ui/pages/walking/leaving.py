"""Before one leaves what is typed into a grid and not booked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from imt_desktop.i18n import Translator
from imt_desktop.ui.widgets import Button, Dialog


class Unbooked(Dialog):
    """Keep them for later; throw them away; or go back (Esc)."""

    kept = Signal()
    thrown = Signal()

    def __init__(
        self, parent: QWidget, tr: Translator, question: str, text: str, closing: bool = False
    ) -> None:
        super().__init__(parent, question, text, "pencil", width=560)
        self.back = Button(tr.gettext("Go back"), "quiet", key="Esc", listen=False)
        self.throw = Button(tr.gettext("Throw away"), "danger")
        words = tr.gettext("Keep and close") if closing else tr.gettext("Keep for later")
        self.keep = Button(words, "primary", key="Enter", listen=False)
        self.add_button(self.back, left=True).clicked.connect(self.reject)
        self.add_button(self.throw).clicked.connect(lambda: self._answer(keep=False))
        self.add_button(self.keep).clicked.connect(lambda: self._answer(keep=True))
        self.throw.setVisible(not closing)
        self.keep.setFocus()
        self.finished.connect(self.deleteLater)

    def _answer(self, keep: bool) -> None:
        self.accept()
        (self.kept if keep else self.thrown).emit()


def unbooked_amounts(
    parent: QWidget, tr: Translator, count: int, closing: bool = False
) -> Unbooked:
    """Ask about amounts on the collection sheet."""
    question = tr.ngettext(
        "{n} amount is typed and not booked", "{n} amounts are typed and not booked", count
    )
    text = tr.gettext(
        "This laptop keeps what is typed on the collection sheet until it is booked or thrown away."
    )
    return Unbooked(parent, tr, question.format(n=tr.number(count)), text, closing)


def unbooked_readings(parent: QWidget, tr: Translator, count: int) -> Unbooked:
    """Ask about readings while the window is being closed."""
    question = tr.ngettext(
        "{n} reading is typed and not saved", "{n} readings are typed and not saved", count
    )
    text = tr.gettext("This laptop keeps what is typed until it is saved or thrown away.")
    return Unbooked(parent, tr, question.format(n=tr.number(count)), text, closing=True)
