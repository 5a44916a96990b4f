"""The third step: print, save as PDF, save as a picture; and what hinders it, beside the buttons."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from imt_desktop.i18n import Translator
from imt_desktop.ui.widgets import Button, Words

PATIENCE: Final = 1000
"""Milliseconds of gathering before it can be stopped: most papers are gathered sooner."""


class Deliver(QWidget):
    """Buttons of which the main one is what works here: printing, or saving where there is no printer.

    Without a printer the first button lets the paper wait for one.
    """

    printing = Signal()
    saving = Signal(str)
    """The ending of the file: ``.pdf`` or ``.png``."""
    other_folder = Signal()
    stopping = Signal()
    """Long work is to stop."""

    def __init__(self, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._printers = self._ready = True
        self._doing = ""
        self.print = Button(tr.gettext("Print"), "primary", "printer", "Ctrl+P", "page")
        self.pdf = Button(tr.gettext("Save as PDF"), icon="save", key="Ctrl+S")
        self.png = Button(
            tr.gettext("Picture for the telephone"), "plain", "smartphone", "Ctrl+T", "row",
            short=tr.gettext("Picture"),
        )  # fmt: skip
        self.stop = Button(tr.gettext("Stop"), size="row")
        self.hint = Words("", "second", wrap=True)
        self.mistake = Words("", "error", wrap=True)
        self.folder = Words("", "small", wrap=True)
        self.open = Button(tr.gettext("Open"), "quiet", size="row")
        self.change = Button(tr.gettext("Change"), "quiet", size="row")
        self._folder = Path()
        self._lay_out()
        self.print.clicked.connect(self.printing)
        self.stop.clicked.connect(self.stopping)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self.stop.show)
        self.pdf.clicked.connect(lambda: self.saving.emit(".pdf"))
        self.png.clicked.connect(lambda: self.saving.emit(".png"))
        self.change.clicked.connect(self.other_folder)
        self.open.clicked.connect(self._open_folder)
        self.stop.hide()
        self.set_printers(True)
        self.set_error("")

    def _lay_out(self) -> None:
        column, where = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        where.setSpacing(4)
        where.addWidget(self.folder, 1)
        where.addWidget(self.open)
        where.addWidget(self.change)
        self.open.hide()
        for part in (self.mistake, self.hint, self.stop, self.print, self.pdf, self.png):
            column.addWidget(part)
        column.addLayout(where)

    def set_printers(self, there: bool) -> None:
        """Say whether any printer is set up on this computer."""
        self._printers = there
        words = self._tr.gettext("Print") if there else self._tr.gettext("Print it later")
        self.print.set_words(words)
        self.print.set_icon("printer" if there else "clock")
        self.print.set_kind("primary" if there else "plain")
        self.pdf.set_kind("plain" if there else "primary")
        self._refresh()

    def set_folder(self, folder: Path) -> None:
        """Show where files go."""
        self._folder = folder
        self.open.hide()
        name = folder.name or str(folder)
        self.folder.set_words(self._tr.gettext("Saved in the folder “{name}”").format(name=name))
        self.folder.setToolTip(str(folder))

    def offer_folder(self) -> None:
        """Offer to open the folder: something lies in it now."""
        self.open.show()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def set_ready(self, ready: bool) -> None:
        """Say whether there is a paper to bring out."""
        self._ready = ready
        self._refresh()

    def begin(self, words: str) -> None:
        """Say what is going on; nothing can be pressed meanwhile."""
        self._doing = words
        self.set_error("")
        self._refresh()

    def go_on(self, done: int, every: int) -> None:
        """Say how many of all are done, 0 of 0 while nobody knows; what takes long can be stopped."""
        if self._doing and not every:
            self._patience.start()
        elif self._doing and every > 1:
            tr = self._tr
            said = tr.gettext("{n} of {all}").format(n=tr.number(done), all=tr.number(every))
            self.hint.set_words(f"{self._doing} {said}")
            self.stop.show()

    def end(self, mistake: str = "") -> None:
        """Say that it is over, and what hindered it."""
        self._doing = ""
        self._patience.stop()
        self.stop.hide()
        self.set_error(mistake)
        self._refresh()

    def set_error(self, sentence: str) -> None:
        """Show what hindered it; nothing takes it away."""
        self.mistake.set_words(sentence)
        self.mistake.setVisible(bool(sentence))
        self._say_hint()

    def _refresh(self) -> None:
        for button in (self.print, self.pdf, self.png):
            button.setEnabled(self._ready and not self._doing)
        self._say_hint()

    def _say_hint(self) -> None:
        """Say what is going on, or how it goes without a printer; a mistake is said alone."""
        none = self._tr.gettext("No printer is set up on this computer: save the paper as a PDF.")
        said = self._doing or ("" if self._printers else none)
        self.hint.set_words(said)
        self.hint.setVisible(bool(said) and self.mistake.isHidden())
