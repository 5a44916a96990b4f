"""Asking whether a paper really came out, so that a jam makes no second copy."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from imt_desktop.i18n import Translator
from imt_desktop.ui.widgets import Button, ChipRow, Choice, Dialog, Words

JAM: Final = "jam"
INK: Final = "ink"
SIZE: Final = "size"
PART: Final = "part"
NOTHING: Final = "nothing"


class CameOut(Dialog):
    """Did it come out? Yes; not yet (Esc); or no, and what happened.

    It answers with one of its signals, once.
    """

    yes = Signal()
    later = Signal()
    """Not yet: nobody knows, and it is asked again before it is printed again."""
    put_off = Signal()
    """It did not, and is to be printed later."""
    again = Signal()
    """It did not, and is to be printed once more: the same paper, not a copy."""
    save = Signal()
    """It did not, and is to be saved as a file."""

    def __init__(self, parent: QWidget, tr: Translator, what: str, can_save: bool = True) -> None:
        super().__init__(parent, tr.gettext("Did it come out?"), what, "printer", width=520)
        self._tr, self._can_save, self._did_not = tr, can_save, False
        self._advice = Words("", "quiet", wrap=True)
        self.happened = ChipRow(self._reasons(), name=tr.gettext("What happened?"))
        self.not_yet = Button(tr.gettext("Not yet"), "quiet", key="Esc", listen=False)
        self.no = Button(tr.gettext("No"), icon="circle-x")
        self.did = Button(tr.gettext("Yes, all of it"), "primary", "check", "Enter", listen=False)
        self.save_it = Button(tr.gettext("Save as PDF"), icon="save")
        self.once_more = Button(tr.gettext("Print again"), "primary", "printer")
        self._lay_answers()
        self._connect()

    def _lay_answers(self) -> None:
        question = Words(self._tr.gettext("What happened?"), "label")
        self._about: tuple[QWidget, ...] = (question, self.happened, self._advice)
        for part in self._about:
            self.add(part)
            part.hide()
        self.add_button(self.not_yet, left=True)
        self.add_button(self.no)
        self.add_button(self.save_it).hide()
        self.add_button(self.once_more).hide()
        self.add_button(self.did)
        self.did.setFocus()

    def _connect(self) -> None:
        self.did.clicked.connect(lambda: self._answer(self.yes))
        self.not_yet.clicked.connect(self.reject)
        self.once_more.clicked.connect(lambda: self._answer(self.again))
        self.save_it.clicked.connect(lambda: self._answer(self.save))
        self.no.clicked.connect(self.ask_what)
        self.happened.chosen.connect(lambda code: self._advise(str(code)))
        self.finished.connect(self.deleteLater)

    def _reasons(self) -> list[Choice]:
        tr = self._tr
        return [
            Choice(tr.gettext("The paper jammed"), JAM),
            Choice(tr.gettext("Too pale, or no ink"), INK),
            Choice(tr.gettext("Wrong size of paper"), SIZE),
            Choice(tr.gettext("Some sheets are missing"), PART),
            Choice(tr.gettext("Nothing came"), NOTHING),
        ]

    def ask_what(self) -> None:
        """Ask what happened, and offer what helps."""
        self._did_not = True
        for button in (self.no, self.did):
            button.hide()
        for part in (*self._about, self.once_more):
            part.show()
        self.save_it.setVisible(self._can_save)
        self.not_yet.set_words(self._tr.gettext("Print it later"))
        self.once_more.setDefault(True)
        self.once_more.setFocus()
        self._advise("")

    def _fit(self) -> None:
        layout = self.layout()
        assert layout is not None
        self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def _advise(self, happened: str) -> None:
        tr = self._tr
        advice = {
            JAM: tr.gettext("Take the paper out of the printer and close its cover."),
            INK: tr.gettext("Put ink in, or choose “Save ink” and print again."),
            SIZE: tr.gettext("Choose in the printer's window the paper that lies in the printer."),
            PART: tr.gettext("In the printer's window, choose only the pages that are missing."),
            NOTHING: tr.gettext("Is the printer switched on and connected? Is there paper in it?"),
        }.get(happened, "")
        kept = tr.gettext("The paper keeps its number and code: printing it again makes no copy.")
        self._advice.set_words(f"{advice} {kept}".strip())
        QTimer.singleShot(0, self, self._fit)  # words may take more lines now

    def _answer(self, signal: SignalInstance) -> None:
        self.accept()
        signal.emit()

    def reject(self) -> None:
        """Esc: not yet; or it did not, and waits."""
        super().reject()
        (self.put_off if self._did_not else self.later).emit()
