"""Copies of the book: make one, see which there are, bring one back, compare, check the book."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from imt_desktop.errors import UserError
from imt_desktop.journal.copies import sealing
from imt_desktop.journal.copies.backups import Backup, backups, folder_of
from imt_desktop.oversight import copies
from imt_desktop.oversight.remembered import Memory, recall
from imt_desktop.oversight.unsealed import Unsealed
from imt_desktop.oversight.whole import SUFFIX
from imt_desktop.settings import places
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.copies.book_card import BookCard
from imt_desktop.ui.pages.copies.bringing_back import bring_back
from imt_desktop.ui.pages.copies.comparing import show_comparison
from imt_desktop.ui.pages.copies.looking import Found, look_at
from imt_desktop.ui.pages.copies.sealed import OpenForm, SealForm
from imt_desktop.ui.pages.copies.taking_along import TakeAlong
from imt_desktop.ui.pages.copies.words_of import reason_words
from imt_desktop.ui.pages.page import Page, guarded
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets import (
    BusyBar,
    Button,
    Card,
    EmptyState,
    EvenRow,
    FlowRow,
    PeopleList,
    PersonLine,
    Refusal,
    StateWord,
    Words,
)
from imt_desktop.ui.widgets.states import done, not_yet

T = TypeVar("T")


class CopiesPage(Page):
    """Making copies at the left, the copies there are at the right, the book itself below."""

    def __init__(self, desk: Desk) -> None:
        tr = desk.tr
        super().__init__(desk, tr.gettext("Copies of the book"), desk.book.path.name)
        self.make = Button(tr.gettext("Make a copy now"), "primary", "save", "Ctrl+S")
        self.stick = Button(tr.gettext("Sealed copy onto a stick"), icon="lock")
        self.elsewhere = Button(tr.gettext("Copy into a folder"), icon="hard-drive")
        self.along = Button(tr.gettext("Take the book to another laptop"), icon="arrow-right")
        self.state = StateWord(not_yet(""))
        self.on_stick = Words("", "second", wrap=True)
        self.said = Words("", "second", wrap=True)
        self.refusal = Refusal()
        self.busy = BusyBar(tr.gettext("This takes a moment …"))
        self.list = PeopleList(
            self._line, tr.gettext("Copies there are"), identity=lambda b: b.path
        )
        self._none = EmptyState(
            tr.gettext("There is no copy yet"),
            tr.gettext("Make the first one now. It takes a moment."),
            drawing="book",
        )
        self.back = Button(tr.gettext("Bring this one back"), icon="history", size="row")
        self.other = Button(tr.gettext("Another file"), icon="download", size="row")
        self.whole = BookCard(desk)
        self._unsealed: Unsealed | None = None
        self._lay_out()
        self._connect()
        self.set_first(self.make)

    def _lay_out(self) -> None:
        tr = self.desk.tr
        making = Card(tr.gettext("Make a copy"))
        making.add(self.state)
        making.add(self.on_stick)
        making.add(
            Words(
                tr.gettext(
                    "A copy is made by itself each day and each time the program is closed, beside the"
                    " book. It is checked, entry by entry, before it counts. One on a stick in another"
                    " house is there when the laptop is gone; sealed, nobody reads it who finds it."
                ),
                "second",
                wrap=True,
            )
        )
        making.add(FlowRow([self.make, self.stick, self.elsewhere, self.along]))
        making.add(self.said)
        making.body.addStretch(1)
        self._there = Card(tr.gettext("Copies there are"), ruled=True, flush=True)
        self.list.setMinimumHeight(em(220))
        self._there.add(self.list, 1)
        self._there.add(self._none, 1)
        for button in (self.back, self.other):
            self._there.foot().addWidget(button)
        self._there.foot().addStretch(1)
        self.add(self.refusal)
        self.add(self.busy)
        self.busy.hide()
        self.add(EvenRow([_column(making, self.whole), self._there], most=2), 1)
        self.said.hide()

    def _connect(self) -> None:
        self.make.clicked.connect(lambda: self.back_up())
        self.stick.clicked.connect(lambda: self._choose_folder(self.seal))
        self.along.clicked.connect(lambda: self._choose_folder(self.take_along))
        self.elsewhere.clicked.connect(lambda: self._choose_folder(self.back_up))
        self.back.clicked.connect(self._bring_back_chosen)
        self.other.clicked.connect(lambda: self._choose_copy(self.bring_back))
        self.whole.compare.clicked.connect(lambda: self._choose_copy(self.compare_with))
        self.whole.refused.connect(self.refusal.say)
        self.list.chosen.connect(lambda one: self.back.setEnabled(one is not None))
        self.list.opened.connect(lambda one: self.bring_back(one.path))

    def show_what(self, what: object) -> None:
        """Go to what another page asked for."""
        places_of: dict[object, QWidget] = {
            "make": self.make, "stick": self.stick, "along": self.along, "back": self.list,
            "compare": self.whole.compare, "check": self.whole.check,
        }  # fmt: skip
        if there := places_of.get(what):
            there.setFocus()
        elif what == "bring":
            QTimer.singleShot(0, self, self.other.click)  # the dialog that asked goes first

    # Which there are

    def load(self) -> None:
        """List the copies beside the book, and say when one was last sealed for a stick."""
        book = self.desk.book
        self._show_stick(recall(places().config, book.id))
        self.desk.aside(
            lambda _stop: backups(folder_of(book.path, book.id)), guarded(self, self._show)
        )

    def _show(self, there: list[Backup]) -> None:
        tr = self.desk.tr
        self.list.set_rows(there)
        self.list.setVisible(bool(there))
        self._none.setVisible(not there)
        self.back.setEnabled(self.list.row() is not None)
        if not there:
            self.state.set_state(not_yet(tr.gettext("There is no copy yet")))
            return
        if self.list.row() is None:
            self.list.choose(there[0])
        said = there[0].said
        words = tr.gettext("Last copy: {day}").format(day=tr.date(said.on))
        self.state.set_state(done(words))

    def _show_stick(self, memory: Memory) -> None:
        """Say which sealed copy is the newest, also long after it was made."""
        tr, on, sealed = self.desk.tr, memory.sealed_on, Path(memory.sealed_as)
        self.on_stick.setVisible(on is not None)
        if on is None:
            return
        words = tr.gettext("Last sealed copy: {day}")
        if memory.sealed_as:
            words = tr.gettext("Last sealed copy: {day}, “{name}” in {folder}")
        self.on_stick.set_words(
            words.format(day=tr.date(on), name=sealed.name, folder=str(sealed.parent))
        )

    def _line(self, one: Backup) -> PersonLine:
        tr, said = self.desk.tr, one.said
        entries = tr.ngettext("{n} entry", "{n} entries", said.entry)
        return PersonLine(
            tr.date(said.on),
            second=reason_words(said.reason, tr),
            amount=entries.format(n=tr.number(said.entry)),
            icon="book-open",
        )

    # What can be done

    def back_up(self, folder: Path | None = None) -> None:
        """Make a copy, beside the book or in another folder."""
        path, today = self.desk.book.path, self.desk.today
        self._work(lambda: copies.back_up(path, "asked", today, folder), self._made)

    def _made(self, made: Backup) -> None:
        tr = self.desk.tr
        place = {"name": made.path.name, "folder": str(made.path.parent)}
        if made.new:
            words = tr.gettext(
                "The copy “{name}” is in {folder}. It was checked: the file is whole, and every entry"
                " follows from the one before it."
            )
        else:
            words = tr.gettext("The copy “{name}” in {folder} has every entry already.")
        self._say(words.format(**place))
        self.desk.changed.emit(Changes())

    def _say(self, words: str) -> None:
        self.said.set_words(words)
        self.said.show()

    def seal(self, folder: Path) -> None:
        """Ask what a sealed copy is to hold, and put it into a folder."""
        form = SealForm(self, self.desk, folder)
        form.sealed.connect(self._say)
        form.open()

    def take_along(self, folder: Path) -> None:
        """Say how the book goes to another laptop, and seal it for the journey."""
        TakeAlong(self, self.desk, folder).open()

    def bring_back(self, copy: Path) -> None:
        """Look at a copy and ask whether the book is to be brought back from it."""
        self._look(copy, self._ask_to_bring_back)

    def _ask_to_bring_back(self, found: Found) -> None:
        form = bring_back(self, self.desk, found)
        form.finished.connect(guarded(self, lambda _result: self._forget(found.holds.path)))

    def compare_with(self, copy: Path) -> None:
        """Compare a copy with the book."""
        self._look(copy, self._show_comparison)

    def _show_comparison(self, found: Found) -> None:
        self._forget(found.holds.path)
        show_comparison(self, self.desk, found)

    def _forget(self, copy: Path) -> None:
        """Remove a sealed copy that was opened for a look."""
        if self._unsealed is not None and self._unsealed.path == copy:
            self._unsealed.forget()
            self._unsealed = None

    def _look(self, copy: Path, then: Callable[[Found], object]) -> None:
        desk = self.desk
        book, currency, tr = desk.book.path, desk.currency, desk.tr
        self._work(lambda: look_at(copy, book, currency, tr), then)

    # How it is done

    def _work(self, job: Callable[[], T], then: Callable[[T], object]) -> None:
        if self.busy.isVisible():
            return
        self._hold(True)

        def answered(answer: T) -> None:
            self._hold(False)
            then(answer)

        def run(_stop: Event) -> T:
            return job()

        self.desk.aside(run, guarded(self, answered), guarded(self, self._refused))

    def _refused(self, error: UserError) -> None:
        self._hold(False)
        if self._unsealed is not None:
            self._forget(self._unsealed.path)
        self.refusal.say(self.desk.sentence(error))

    def _hold(self, busy: bool) -> None:
        self.refusal.say("")
        self.busy.setVisible(busy)
        for button in (
            self.make, self.stick, self.elsewhere, self.along, self.other, self.whole.compare,
        ):  # fmt: skip
            button.setEnabled(not busy)
        self.back.setEnabled(not busy and self.list.row() is not None)

    def _bring_back_chosen(self) -> None:
        row = self.list.row()
        if row is not None:
            self.bring_back(row.path)

    def _choose_folder(self, then: Callable[[Path], object]) -> None:
        title = self.desk.tr.gettext("Where should the copy be put?")
        folder = QFileDialog.getExistingDirectory(self, title, str(Path.home()))
        if folder:
            then(Path(folder))

    def _choose_copy(self, then: Callable[[Path], None]) -> None:
        tr, book = self.desk.tr, self.desk.book
        words = tr.gettext("Books of this program")
        name, _filter = QFileDialog.getOpenFileName(
            self, tr.gettext("Choose a copy"), str(folder_of(book.path, book.id)),
            f"{words} (*{SUFFIX} *{sealing.ENDING})",
        )  # fmt: skip
        if name:
            self.opened(Path(name), then)

    def opened(self, copy: Path, then: Callable[[Path], None]) -> None:
        """Go on with a copy; a sealed one is opened with its words first, and does not stay open."""
        if copy.suffix != sealing.ENDING:
            then(copy)
            return

        def unsealed(place: Unsealed) -> None:
            self._unsealed = place
            then(place.path)

        try:
            OpenForm(self, self.desk, copy, unsealed).open()
        except UserError as error:
            self._refused(error)


def _column(*cards: Card) -> QWidget:
    """Lay cards one under the other; the first takes the room that is left."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(16)
    for number, card in enumerate(cards):
        column.addWidget(card, 0 if number else 1)
    return made
