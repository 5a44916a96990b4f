"""The book is not here: it went to another laptop, or its file vanished while it was open."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from imt_desktop.errors import UserError
from imt_desktop.i18n import Translator
from imt_desktop.journal.copies.backups import Backup, rescue
from imt_desktop.journal.errors import BookGoneError
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.widgets import Button, ConfirmDialog, Dialog


class HereAgain(Dialog):
    """``brought``: a stick has it, with what was written meanwhile. ``never_went``: go on as before."""

    brought = Signal()
    never_went = Signal()

    def __init__(self, parent: QWidget, tr: Translator) -> None:
        super().__init__(
            parent,
            tr.gettext("Is the book here again?"),
            tr.gettext(
                "If anything was written on the other laptop, bring it from there first: seal it there, and"
                " open it here. Whoever goes on here without it makes two books that no longer fit together."
            ),
            width=560,
        )
        leave = Button(tr.gettext("Leave"), key="Esc", listen=False)
        stayed = Button(tr.gettext("Nothing was written there"))
        self.bring = Button(tr.gettext("Bring it from the stick"), "primary", "history", "Enter")
        self.add_button(leave).clicked.connect(self.reject)
        self.stayed = self.add_button(stayed)
        self.stayed.clicked.connect(self._stayed)
        self.add_button(self.bring).clicked.connect(self._bring)
        self.bring.setFocus()

    def _stayed(self) -> None:
        self.accept()
        self.never_went.emit()

    def _bring(self) -> None:
        self.accept()
        self.brought.emit()


def save_what_is_open(
    window: QWidget, desk: Desk, error: BookGoneError, close: Callable[[], object]
) -> None:
    """Save what can still be read of a book whose file is gone; then say so, and ask whether to close."""
    book, today = desk.book, desk.today

    def job(_stop: Event) -> Backup:
        return rescue(book, today)

    def saved(copy: Backup) -> None:
        words = desk.tr.gettext(
            "All that it held is saved as the newest copy: “{name}” in {folder}."
        )
        ask(words.format(name=copy.path.name, folder=str(copy.path.parent)))

    def missed(_why: UserError) -> None:
        ask("")

    def ask(saved: str) -> None:
        tr = desk.tr
        title, do = tr.gettext("The file of the book is gone"), tr.gettext("Close program")
        words = "\n".join(filter(None, (desk.sentence(error), saved)))
        asked = ConfirmDialog(window, tr, title, words, do, danger=True)
        asked.accepted.connect(close)
        asked.finished.connect(asked.deleteLater)
        asked.open()

    desk.aside(job, guarded(window, saved), guarded(window, missed))
