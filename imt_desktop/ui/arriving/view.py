"""Three steps bring a book to this laptop: which copy, opening it where it is sealed, and a last look."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QThreadPool, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from imt_desktop.errors import UserError
from imt_desktop.i18n import Translator
from imt_desktop.journal.copies import sealing
from imt_desktop.journal.errors import ClockBehindError, from_system
from imt_desktop.money import Currency
from imt_desktop.oversight import arriving, copies
from imt_desktop.oversight.arriving import Arrived
from imt_desktop.oversight.remembered import remember_leaving
from imt_desktop.oversight.unsealed import Unsealed
from imt_desktop.settings import places
from imt_desktop.ui.arriving.agreeing import LOSES, AgreeingStep
from imt_desktop.ui.arriving.choosing import ChoosingStep
from imt_desktop.ui.arriving.unsealing import UnsealingStep
from imt_desktop.ui.founding import free_path
from imt_desktop.ui.jobs import Jobs
from imt_desktop.ui.opening import Opened, open_or_read
from imt_desktop.ui.widgets import BusyBar, Button, Scroll, StepItem, Words, steps_until
from imt_desktop.ui.widgets.bar_layout import BarLayout
from imt_desktop.ui.widgets.tab_order import go_on, plain_enter
from imt_desktop.ui.wizard.step import Step, stand_on
from imt_desktop.wording.copies import restored_words
from imt_desktop.wording.errors import sentence

T = TypeVar("T")

CHOOSE, UNSEAL, AGREE = 0, 1, 2


class Arriving(QWidget):
    """Asks, brings the book, and announces it; ``moved`` announces another step."""

    arrived = Signal(object, str)
    """The book (``Opened``), and what to say of it."""
    left = Signal()
    moved = Signal()
    broke = Signal(object)

    def __init__(self, tr: Translator, books: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr, self._books = tr, books
        self._lost: Path | None = None
        self._sealed: Path | None = None
        self._plain: Unsealed | None = None
        self._found: Arrived | None = None
        self.jobs = Jobs(self)
        self.choosing, self.unsealing = ChoosingStep(tr), UnsealingStep(tr)
        self.agreeing = AgreeingStep(tr)
        self.steps: tuple[Step, ...] = (self.choosing, self.unsealing, self.agreeing)
        self._title, self._second = Words("", "fact", wrap=True), Words("", "quiet", wrap=True)
        self._pages = QStackedWidget()
        self.mistake = Words("", "error", wrap=True)
        self.busy = BusyBar(tr.gettext("This takes a moment …"))
        self.leave = Button(tr.gettext("Leave"), "quiet", key="Esc", size="page")
        self.back = Button(tr.gettext("Back"), icon="chevron-left", key="Alt+Left", size="page")
        self.next = Button("", "primary", key="Enter", size="page", listen=False)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(64, 36, 50, 28)
        column.setSpacing(2)
        for words in (self._title, self._second):
            column.addWidget(words)
        column.addSpacing(16)
        for step in self.steps:
            self._pages.addWidget(Scroll(step))
        column.addWidget(self._pages, 1)
        column.addWidget(self.busy)
        column.addWidget(self.mistake)
        column.addSpacing(10)
        foot = BarLayout(gap=12)
        foot.setContentsMargins(0, 0, 14, 0)
        foot.addWidget(self.leave)
        foot.addStretch()
        foot.addWidget(self.back)
        foot.addWidget(self.next)
        column.addLayout(foot)
        self.busy.hide()
        self.mistake.hide()

    def _connect(self) -> None:
        self.leave.clicked.connect(self._leave)
        self.back.clicked.connect(lambda: self._go(CHOOSE))
        self.next.clicked.connect(self._next)
        self.choosing.chosen.connect(self.take)
        self.choosing.taken.connect(self._next)
        self.jobs.broke.connect(self._broke)

    @property
    def at(self) -> int:
        """The step that is shown, from 0."""
        return self._pages.currentIndex()

    def items(self) -> list[StepItem]:
        """Return the steps as they stand, for the list beside them."""
        short = (self.choosing.title, self._tr.gettext("Open it"), self._tr.gettext("Look at it"))
        return steps_until(short, self.at)

    def begin(self, lost: Path | None = None) -> None:
        """Ask which copy; ``lost`` is a book here that is damaged or gone."""
        self._lost = lost
        there = arriving.copies_of(lost) if lost is not None else ()
        folder = lost.parent if lost is not None and os.path.isdir(lost.parent) else Path.home()
        self.choosing.show_copies(there, folder, lost)
        self._go(CHOOSE)

    def take(self, copy: Path) -> None:
        """Go on with a copy; a sealed one is opened first."""
        self.mistake.hide()
        if copy.suffix != sealing.ENDING:
            self._look(copy)
            return
        try:
            self.unsealing.show_sealed(sealing.sealed_to(copy))
        except UserError as error:
            self.refuse(error)
            return
        self._sealed = copy
        self._go(UNSEAL)

    def _go(self, at: int) -> None:
        tr, step = self._tr, self.steps[at]
        self.mistake.hide()
        self._pages.setCurrentIndex(at)
        self._title.set_words(step.title)
        self._second.set_words(step.second)
        self._second.setVisible(bool(step.second))
        self.back.setVisible(at != CHOOSE)
        self.next.setVisible(at != CHOOSE or self.choosing.copy() is not None)
        loses = self._found is not None and self._found.relation in LOSES
        self.next.set_kind("danger" if at == AGREE and loses else "primary")
        words = {CHOOSE: tr.gettext("Look at this copy"), UNSEAL: tr.gettext("Open it")}
        self.next.set_words(words.get(at) or self._do_words())
        step.begin()
        self.moved.emit()

    def _do_words(self) -> str:
        same = self._found is not None and self._found.relation == "same"
        return self._tr.gettext("Open the book") if same else self._tr.gettext("Bring it back")

    def _next(self) -> None:
        if self.jobs.busy:
            return
        self.mistake.hide()
        for step in self.steps:
            step.put_right()
        copy = self.choosing.copy()
        if self.at == CHOOSE and copy is not None:
            self.take(copy)
        elif self.at == UNSEAL:
            self._unseal()
        elif self.at == AGREE:
            self._arrive()

    # Work

    def _unseal(self) -> None:
        sealed, books, opens = self._sealed, self._books, self.unsealing.words()
        key = self.unsealing.key_file()
        assert sealed is not None

        def job() -> Unsealed:
            try:
                books.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise from_system(str(books), error) from error
            place = Unsealed(sealed)
            copies.open_sealed(sealed, place.path, key_file=key, opens=opens)
            return place

        def opened(place: Unsealed) -> None:
            self.forget_plain()
            self._plain = place
            self._look(place.path)

        self._work(job, opened)

    def _look(self, copy: Path) -> None:
        fresh = partial(free_path, self._books)
        self._work(lambda: arriving.look(copy, self._books, self._lost, fresh), self._looked)

    def _looked(self, found: Arrived) -> None:
        self._found = found
        self.agreeing.show_arrived(found)
        self._go(AGREE)

    def _arrive(self) -> None:
        found, tr = self._found, self._tr
        assert found is not None
        try:
            asked = self.agreeing.asked()
        except UserError as error:
            self.refuse(error)
            return
        who, memory = self.agreeing.signing(), places().config

        def job() -> tuple[Opened, str]:
            if found.relation == "same":
                return open_or_read(found.place), ""
            done = arriving.arrive(found, who, asked)
            remember_leaving(memory, found.holds.book, None)
            return open_or_read(found.place), "\n".join(restored_words(done, tr))

        def there(answer: tuple[Opened, str]) -> None:
            self.forget_plain()
            self.arrived.emit(*answer)

        self._work(job, there)

    def _work(self, job: Callable[[], T], then: Callable[[T], None]) -> None:
        self._hold(True)

        def answered(answer: T) -> None:
            self._hold(False)
            then(answer)

        self.jobs.start(QThreadPool.globalInstance(), job, answered, self.refuse)

    def _hold(self, busy: bool) -> None:
        self.busy.setVisible(busy)
        for widget in (self.leave, self.back, self.next, self._pages):
            widget.setEnabled(not busy)

    def _broke(self, bug: object) -> None:
        self._hold(False)
        self.broke.emit(bug)

    def forget_plain(self) -> None:
        """Remove the sealed copy that was opened: it lies here in the clear."""
        plain, self._plain = self._plain, None
        if plain is not None:
            plain.forget()

    def _leave(self) -> None:
        self.forget_plain()
        self.left.emit()

    def refuse(self, error: UserError) -> None:
        """Show what is wrong beside its field, or under all where it has none."""
        self._hold(False)
        words, step = sentence(error, self._tr, Currency("KES")), self.steps[self.at]
        if isinstance(error, ClockBehindError) and self.at == AGREE:
            self.agreeing.ask_day()
            error.field = "today"
        wanted = self.unsealing.by if self.at == UNSEAL else error.field
        field = step.fields.get(wanted or "")
        if field is None or field.isHidden():
            self.mistake.set_words(words)
            self.mistake.show()
            step.begin()  # what had the focus was held while the file was read
            return
        field.set_error(words)
        stand_on(field.editor)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter goes to the next field, and after the last one to the next step."""
        if not plain_enter(event):
            super().keyPressEvent(event)
            return
        focused = QApplication.focusWidget()
        if focused is None or not go_on(focused):
            self._next()
