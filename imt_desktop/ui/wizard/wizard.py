"""A few short questions that found a committee's book. None is lost by going back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QThreadPool, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from imt_desktop.errors import AmountError, UserError
from imt_desktop.i18n import Translator
from imt_desktop.journal import Book
from imt_desktop.money import Currency
from imt_desktop.ui.founding import Answers, free_path, set_up
from imt_desktop.ui.jobs import Jobs
from imt_desktop.ui.widgets import (
    Button,
    ConfirmDialog,
    LabelledField,
    Scroll,
    StepItem,
    Words,
    steps_until,
)
from imt_desktop.ui.widgets.bar_layout import BarLayout
from imt_desktop.ui.widgets.enter_cap import EnterCap
from imt_desktop.ui.widgets.tab_order import go_on, plain_enter
from imt_desktop.ui.wizard.committee import CommitteeStep
from imt_desktop.ui.wizard.language import LanguageStep
from imt_desktop.ui.wizard.members import MembersStep
from imt_desktop.ui.wizard.money import MoneyStep
from imt_desktop.ui.wizard.officers import OfficersStep
from imt_desktop.ui.wizard.price import PriceStep
from imt_desktop.ui.wizard.step import Step, Typed, stand_on
from imt_desktop.wording.errors import sentence

_WHERE = {"languages": "languages", "fees": "fee1", "effective_from": "fee1", "amount": "cash",
          "on": "counted_on", "post": "post1"}  # fmt: skip
"""Fields of requests that stand under another name here."""


class Wizard(QWidget):
    """Asks, founds, and announces the book; ``moved`` announces another step."""

    founded = Signal(object, str)
    """The book, and how its members come into it."""
    left = Signal()
    moved = Signal()
    broke = Signal(object)
    spoken = Signal(str)

    def __init__(
        self, tr: Translator, books: Path, today: date | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tr, self.books = tr, books
        self._jobs = Jobs(self)
        today = today or date.today()
        self.language = LanguageStep(tr)
        self.committee = CommitteeStep(tr, today)
        self.officers = OfficersStep(tr, today)
        self.price = PriceStep(tr, self.committee.currency)
        self.money = MoneyStep(tr, self.committee.currency, today)
        self.members = MembersStep(tr, str(books))
        self.steps: tuple[Step, ...] = (
            self.language, self.committee, self.officers, self.price, self.money, self.members,
        )  # fmt: skip
        self._count = Words("", "second")
        self._title = Words("", "fact", wrap=True)
        self._second = Words("", "quiet", wrap=True)
        self.mistake = Words("", "error", wrap=True)
        self._pages = QStackedWidget()
        self.back = Button(tr.gettext("Back"), icon="chevron-left", key="Alt+Left", size="page")
        self.next = Button("", "primary", key="Enter", size="page", listen=False)
        self.leave = Button(tr.gettext("Leave"), "quiet", key="Esc", size="page")
        self._cap = EnterCap(self.next, self._pages, "Ctrl+Enter")
        self._begun: Typed = {}
        self._lay_out()
        self._connect()
        self._go(1)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(64, 36, 50, 28)
        column.setSpacing(2)
        for words in (self._count, self._title, self._second):
            column.addWidget(words)
        column.addSpacing(16)
        for step in self.steps:
            self._pages.addWidget(Scroll(step))
        column.addWidget(self._pages, 1)
        column.addWidget(self.mistake)
        self.mistake.hide()
        column.addSpacing(10)
        foot = BarLayout(gap=12)
        foot.setContentsMargins(0, 0, 14, 0)
        foot.addWidget(self.leave)
        foot.addStretch(1)
        foot.addWidget(self.back)
        foot.addWidget(self.next)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self._go(self.at - 1))
        self.next.clicked.connect(self._next)
        self.leave.clicked.connect(self._leave)
        self._jobs.broke.connect(self._broke)
        self.language.spoken.connect(self.spoken)
        self.committee.money.connect(self._money_is)
        self.committee.beginning.changed.connect(self.money.begins)

    @property
    def at(self) -> int:
        """The step that is shown, from 0."""
        return self._pages.currentIndex()

    @property
    def fields(self) -> dict[str, LabelledField]:
        """All fields by their names."""
        return {name: field for step in self.steps for name, field in step.fields.items()}

    def items(self) -> list[StepItem]:
        """Return the steps as they stand, for the list beside them."""
        return steps_until([step.title for step in self.steps], self.at)

    def _money_is(self, currency: Currency) -> None:
        for step in (self.price, self.money):
            step.money_is(currency)

    def begin(self) -> None:
        """Go on where somebody left, with the cursor in the first field."""
        self._go(self.at)
        self._begun = self._words()

    def _words(self) -> Typed:
        return {name: words for name, words in self.typed().items() if name != "at"}

    def _leave(self) -> None:
        """Leave; ask first where somebody typed, so that no stray key ends it."""
        tr = self._tr
        if self._words() == self._begun:
            self.left.emit()
            return
        asked = ConfirmDialog(
            self,
            tr,
            tr.gettext("Leave these questions?"),
            tr.gettext(
                "No book is made yet. What you typed stays here until the program is closed."
            ),
            tr.gettext("Leave"),
            tr.gettext("Go back"),
        )
        asked.accepted.connect(self.left)
        asked.finished.connect(asked.deleteLater)
        asked.open()

    def _go(self, at: int) -> None:
        tr, last, step = self._tr, len(self.steps) - 1, self.steps[at]
        self._pages.setCurrentIndex(at)
        self._count.set_words(
            tr.gettext("Step {n} of {all}, about ten minutes in all").format(
                n=at + 1, all=len(self.steps)
            )
        )
        self._title.set_words(step.title)
        self._second.set_words(step.second)
        self.back.setVisible(at > 0)
        self.next.set_words(
            tr.gettext("Open the book")
            if at == last
            else tr.gettext("Next: {step}").format(step=self.steps[at + 1].title)
        )
        step.begin()
        self.moved.emit()

    def _next(self) -> None:
        if self._jobs.busy:
            return
        try:
            self._put_right()
            self._check(self.at)
            if self.at < len(self.steps) - 1:
                self._go(self.at + 1)
                return
            answers = self.answers()
        except UserError as error:
            self.refuse(error)
            return
        self._found(answers)

    def _found(self, answers: Answers) -> None:
        """Found the book off the window's thread: a slow disk takes its time."""
        path = free_path(self.books, answers.committee.name)
        begin = self.members.begin_with()
        self.next.setEnabled(False)

        def done(book: Book) -> None:
            self.next.setEnabled(True)
            self.founded.emit(book, begin)

        self._jobs.start(
            QThreadPool.globalInstance(), lambda: set_up(path, answers), done, self.refuse
        )

    def _broke(self, bug: object) -> None:
        self.next.setEnabled(True)
        self.broke.emit(bug)

    def _check(self, at: int) -> None:
        """Raise what is wrong with a step, before the next one is shown."""
        money = self._money_tr(), self.committee.currency
        checks: dict[int, Callable[[], object]] = {
            1: self.committee.request,
            2: self.officers.requests,
            3: lambda: (self.price.fees(*money), self.price.decision()),
            4: lambda: (self.money.places(*money), self.money.day("counted_on")),
        }
        if at in checks:
            checks[at]()

    def _money_tr(self) -> Translator:
        """Read amounts as the book will: with the marks of its country."""
        return Translator(self._tr.code, self.committee.country)

    def answers(self) -> Answers:
        """Return all that was typed. Raises what is wrong with it."""
        tr, currency = self._money_tr(), self.committee.currency
        return Answers(
            committee=self.committee.request(),
            country=self.committee.country,
            currency=currency,
            officers=self.officers.requests(),
            fees=self.price.fees(tr, currency),
            decision=self.price.decision(),
            places=self.money.places(tr, currency),
            counted_on=self.money.day("counted_on"),
        )

    def typed(self) -> Typed:
        """Return everything that was typed, and where."""
        found: Typed = {"at": self.at}
        for step in self.steps[1:]:
            found |= step.typed()
        return found

    def fill(self, typed: Typed) -> None:
        """Put back what was typed, such as after another language was chosen."""
        for step in self.steps[1:]:
            step.fill(typed)
        self._go(int(typed.get("at", self.at)))

    def _put_right(self) -> None:
        self.mistake.hide()
        for step in self.steps:
            step.put_right()

    def refuse(self, error: UserError) -> None:
        """Show a mistake beside its field, on its step."""
        self.next.setEnabled(True)
        words = sentence(error, self._tr, self.committee.currency)
        wanted = error.field or ""
        name = _WHERE.get(wanted, wanted)
        at = next((at for at, step in enumerate(self.steps) if name in step.fields), None)
        if at is None:
            self.mistake.set_words(words)
            self.mistake.show()
            return
        self._go(at)
        field = self.steps[at].fields[name]
        meanings = error.meanings if isinstance(error, AmountError) else ()
        field.set_error(words, meanings)
        stand_on(field.editor)
        scroll = self._pages.currentWidget()
        assert isinstance(scroll, Scroll)
        # Its sentence makes it higher: once it is laid out, all of it is in view.
        QTimer.singleShot(0, scroll, partial(scroll.ensureWidgetVisible, field))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter goes to the next field, and after the last one to the next step."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        focused = QApplication.focusWidget()
        if not (plain_enter(event) and focused is not None and go_on(focused)):
            self._next()
