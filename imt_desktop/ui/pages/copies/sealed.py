"""Sealed copies: one for the stick, opened by words on paper or by people's keys; and opening one again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from imt_desktop.errors import UserError
from imt_desktop.journal.copies import sealing
from imt_desktop.journal.copies.words import new_words
from imt_desktop.oversight import copies
from imt_desktop.oversight.errors import NobodyChosenError
from imt_desktop.oversight.remembered import KnownKey, recall, remember_stick
from imt_desktop.oversight.unsealed import Unsealed
from imt_desktop.settings import places
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.copies.keys import KeyFile
from imt_desktop.ui.pages.copies.people import AddPerson, PeopleTicks
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.pages.sheet import Sheet
from imt_desktop.ui.widgets import BusyBar, Button, Choice, Note, Segments, Words

WORDS, KEYS = "words", "keys"
"""What opens a sealed copy."""


class Long(Form):
    """A form whose work takes a while and does not write into the book."""

    def __init__(
        self, page: QWidget, desk: Desk, question: str, do: str, text: str, wide: int = 520
    ) -> None:
        super().__init__(page, desk, question, do, text, wide)
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


class SealForm(Long):
    """Asks who is to open the copy and what it is to hold, and seals it."""

    sealed = Signal(str)
    """What to say of a copy that was sealed for people's keys."""

    def __init__(self, page: QWidget, desk: Desk, folder: Path) -> None:
        tr = desk.tr
        super().__init__(
            page, desk, tr.gettext("Sealed copy for the stick"), tr.gettext("Seal it"),
            tr.gettext("Only who has the words or the key can open it, on any computer."), 560,
        )  # fmt: skip
        self._page, self._folder, self._memory = page, folder, places().config
        ways = [
            Choice(tr.gettext("Words on paper"), WORDS, "scroll-text"),
            Choice(tr.gettext("People's keys"), KEYS, "users"),
        ]
        known = recall(self._memory, desk.book.id).keys
        self.way = Segments(ways, KEYS if known else WORDS, name=tr.gettext("What opens it"))
        self.people = PeopleTicks(desk, known)
        self.row(self.put("way", tr.gettext("What opens it"), self.way))
        self.row(self.put("people", tr.gettext("For whom"), self.people))
        self.private = self.tick(
            "private", tr.gettext("With names, telephones, notes and photos"), True
        )
        self.row(self.private)
        self.note(
            tr.gettext("Leave them out where the copy is for somebody outside the committee.")
        )
        self.row(
            self.tick("verifier", tr.gettext("With the small program that checks a book"), True)
        )
        self.add(self.busy)
        self.way.chosen.connect(lambda _way: self._follow())
        self.people.adding.connect(self._add_person)
        self.people.ticked.connect(self._think_of_others)
        self.submits(lambda _again: self._seal())
        self._follow()

    def _follow(self) -> None:
        self.fields["people"].setVisible(self.way.value() == KEYS)

    def _think_of_others(self) -> None:
        """Leave words about people out as soon as somebody outside the committee gets the copy."""
        if self.people.any_outside():
            self.private.setChecked(False)

    def _add_person(self) -> None:
        """Ask for one more in place of this, and come back."""
        self.hide()
        asked = AddPerson(self._page, self.desk, self._added)
        asked.finished.connect(guarded(self, lambda _result: self.open()))
        asked.open()

    def _added(self, one: KnownKey) -> None:
        ticked = (*self.people.value(), one.key)
        self.people.show_people(recall(self._memory, self.desk.book.id).keys, ticked)

    def _seal(self) -> None:
        if self._saving:
            return
        desk = self.desk
        keys = self.people.value() if self.way.value() == KEYS else ()
        if self.way.value() == KEYS and not keys:
            self.refuse(NobodyChosenError().beside("people"))
            return
        words = "" if keys else new_words()
        book, today, folder = desk.book, desk.today, self._folder
        sealed = free(folder, f"{book.path.stem} {today}", sealing.ENDING)
        private, verifier = self.ticked("private"), self.ticked("verifier")
        memory = self._memory

        def job() -> None:
            copies.seal(
                book.path, sealed, keys=keys, opens=words, private=private, verifier=verifier
            )
            remember_stick(memory, book.id, today, sealed)

        def sealed_now() -> None:
            desk.changed.emit(Changes())
            if words:
                show_words(self._page, desk, sealed, words)
            else:
                self.sealed.emit(self._said(sealed))

        self.does(job, sealed_now)

    def _said(self, sealed: Path) -> str:
        tr = self.desk.tr
        words = tr.gettext(
            "The sealed copy “{name}” is in {folder}. It opens with the key of: {people}."
        )
        people = tr.join(self.people.names())
        return words.format(name=sealed.name, folder=str(sealed.parent), people=people)


def show_words(page: QWidget, desk: Desk, sealed: Path, words: str, then: str = "") -> Sheet:
    """Show the words that open a copy, once: they are kept nowhere. ``then`` is what comes next."""
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
    if then:
        sheet.add(Note(then))
    done = sheet.add_button(Button(tr.gettext("I have written them down"), "primary", listen=False))
    done.clicked.connect(sheet.accept)
    sheet.open()
    return sheet


class OpenForm(Long):
    """Asks for the words or the key of a sealed copy, and opens it where it does not stay."""

    def __init__(
        self, page: QWidget, desk: Desk, sealed: Path, then: Callable[[Unsealed], object]
    ) -> None:
        tr = desk.tr
        self._by = sealing.sealed_to(sealed)
        asks = (
            tr.gettext("Type the words that were written down when it was made.")
            if self._by == WORDS
            else tr.gettext("It is sealed for somebody's key: choose the file that has it.")
        )
        super().__init__(
            page, desk, tr.gettext("Open the sealed copy"), tr.gettext("Open it"), asks
        )
        self._sealed, self._then = sealed, then
        if self._by == WORDS:
            self.row(self.line("words", tr.gettext("Words")))
        else:
            self.row(self.put("key", tr.gettext("File of the secret key"), KeyFile(tr)))
        self.add(self.busy)
        self.submits(lambda _again: self._open())

    def _open(self) -> None:
        if self._saving:
            return
        sealed = self._sealed
        words, key = "", None
        if self._by == WORDS:
            words = self.words_of("words")
        else:
            editor = self.fields["key"].editor
            assert isinstance(editor, KeyFile)
            key = editor.path()
        try:
            place = Unsealed(sealed)
        except UserError as error:
            self.refuse(error)
            return
        self.does(
            lambda: copies.open_sealed(sealed, place.path, key_file=key, opens=words),
            lambda: self._then(place),
        )

    def refuse(self, error: UserError) -> None:
        """Show what is wrong beside the words or the key."""
        super().refuse(error.beside("words" if self._by == WORDS else "key"))


def free(folder: Path, name: str, ending: str) -> Path:
    """Return a name that no file has yet."""
    number, path = 1, folder / f"{name}{ending}"
    while path.exists():
        number += 1
        path = folder / f"{name} {number}{ending}"
    return path
