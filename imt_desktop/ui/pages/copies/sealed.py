"""Sealed copies: one for the stick, opened by words on paper; and opening one again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

from PySide6.QtWidgets import QWidget

from imt_desktop.errors import UserError
from imt_desktop.journal.copies import sealing
from imt_desktop.journal.copies.words import new_words
from imt_desktop.oversight import copies
from imt_desktop.oversight.remembered import remember_stick
from imt_desktop.oversight.whole import SUFFIX
from imt_desktop.settings import places
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.pages.sheet import Sheet
from imt_desktop.ui.widgets import BusyBar, Button, Note, Words


class _Long(Form):
    """A form whose work takes a while and does not write into the book."""

    def __init__(self, page: QWidget, desk: Desk, question: str, do: str, text: str) -> None:
        super().__init__(page, desk, question, do, text)
        self.busy = BusyBar(desk.tr.gettext("This takes a moment …"))
        self.busy.hide()

    def does(self, job: Callable[[], object], then: Callable[[], object]) -> None:
        """Do something, and close when it is done."""
        self._saving = True
        self.put_right()
        self.hold(True)
        self.busy.show()

        def run(_stop: Event) -> None:
            job()

        def done(_answer: object) -> None:
            self.accept()
            then()

        self.desk.aside(run, guarded(self, done), guarded(self, self._missed))

    def _missed(self, error: UserError) -> None:
        self.hold(False)
        self.busy.hide()
        self.refuse(error)


class SealForm(_Long):
    """Asks what the copy is to hold, seals it, and shows the words that open it."""

    def __init__(self, page: QWidget, desk: Desk, folder: Path) -> None:
        tr = desk.tr
        super().__init__(
            page,
            desk,
            tr.gettext("Sealed copy for the stick"),
            tr.gettext("Seal it"),
            tr.gettext("Only who has the words that come next can open it, on any computer."),
        )
        self._page, self._folder = page, folder
        self.row(self.tick("private", tr.gettext("With names, telephones, notes and photos"), True))
        self.note(
            tr.gettext("Leave them out where the copy is for somebody outside the committee.")
        )
        self.row(
            self.tick("verifier", tr.gettext("With the small program that checks a book"), False)
        )
        self.add(self.busy)
        self._submit = lambda _again: self._seal()

    def _seal(self) -> None:
        if self._saving:
            return
        desk, words = self.desk, new_words()
        book, today, folder = desk.book, desk.today, self._folder
        sealed = _free(folder, f"{book.path.stem} {today}", sealing.ENDING)
        private, verifier = self.ticked("private"), self.ticked("verifier")
        memory = places().config

        def job() -> None:
            copies.seal(book.path, sealed, opens=words, private=private)
            if verifier:
                copies.put_verifier(folder)
            remember_stick(memory, book.id, today)

        def sealed_now() -> None:
            desk.changed.emit(Changes())
            show_words(self._page, desk, sealed, words)

        self.does(job, sealed_now)


def show_words(page: QWidget, desk: Desk, sealed: Path, words: str) -> Sheet:
    """Show the words that open a copy, once: they are kept nowhere."""
    tr = desk.tr
    sheet = Sheet(page, tr.gettext("Write these words down"), wide=560)
    sheet.finished.connect(sheet.deleteLater)
    sheet.note(tr.gettext("They open the copy “{name}”.").format(name=sealed.name))
    sheet.add(Words(words, "heading", wrap=True))
    once = tr.gettext(
        "Keep the paper apart from the stick. The words are shown once and kept nowhere: without them"
        " nobody opens the copy."
    )
    sheet.add(Note(once, "lock"))
    done = sheet.add_button(Button(tr.gettext("I have written them down"), "primary", listen=False))
    done.clicked.connect(sheet.accept)
    sheet.open()
    return sheet


class OpenForm(_Long):
    """Asks for the words of a sealed copy, and opens it beside the book."""

    def __init__(
        self, page: QWidget, desk: Desk, sealed: Path, then: Callable[[Path], object]
    ) -> None:
        tr = desk.tr
        super().__init__(
            page,
            desk,
            tr.gettext("Open the sealed copy"),
            tr.gettext("Open it"),
            tr.gettext("Type the words that were written down when it was made."),
        )
        self._sealed, self._then = sealed, then
        self.row(self.line("words", tr.gettext("Words")))
        self.add(self.busy)
        self._submit = lambda _again: self._open()

    def _open(self) -> None:
        if self._saving:
            return
        book, sealed, words = self.desk.book, self._sealed, self.words_of("words")
        plain = _free(book.path.parent, f"{sealed.stem} opened", SUFFIX)
        self.does(lambda: copies.open_sealed(sealed, plain, opens=words), lambda: self._then(plain))

    def refuse(self, error: UserError) -> None:
        """Show what is wrong beside the words."""
        super().refuse(error.beside("words"))


def _free(folder: Path, name: str, ending: str) -> Path:
    """Return a name that no file has yet."""
    number, path = 1, folder / f"{name}{ending}"
    while path.exists():
        number += 1
        path = folder / f"{name} {number}{ending}"
    return path
