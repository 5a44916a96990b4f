"""The desk: what every page works with. One book, its tasks, the language, and who sits here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from threading import Event
from typing import TypeVar

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from imt_desktop.committee.errors import SecondOfficerNeededError
from imt_desktop.committee.queries import Committee, Officer
from imt_desktop.committee.roles import may
from imt_desktop.errors import UserError
from imt_desktop.i18n import Translator
from imt_desktop.journal import Book, Reading, Signing, Writing
from imt_desktop.journal.errors import ClockBehindError
from imt_desktop.money import Currency
from imt_desktop.settings import Settings
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.printing.printers import Printers
from imt_desktop.ui.tasks import Tasks, Telling
from imt_desktop.ui.verification import Verification

T = TypeVar("T")


class Desk(QObject):
    """Handed to every page. Pages ask for things by its signals and never call each other."""

    tr: Translator  # type: ignore[assignment]  # Qt's own tr() is used nowhere

    changed = Signal(object)
    """Changes: something in the book is different."""
    go = Signal(str, object)
    """Open a page by its key, with what it should show (or None)."""
    said = Signal(str)
    """A short good news, shown as a toast."""
    refused = Signal(object)
    """A UserError that no field of the page stands for."""
    restyled = Signal(object)
    """Settings: language, theme or size of text changed."""
    kept = Signal(object)
    """Settings: something to remember that changes no look."""
    projected = Signal(bool)
    """What is shown fills the window for a projector from now on, or no longer."""
    veiled = Signal()
    """What others owe is hidden from now on, or shown."""
    replaced = Signal(str)
    """The book's file has another content: open it anew, and say these words."""
    seated = Signal()
    """Another officer sits at the computer."""
    left = Signal()
    """Put this book away, and show the ways to open another one."""
    clock_behind = Signal(object, object, object)
    """ClockBehindError; what to do once the day is said; what to do where it is not said."""
    second_needed = Signal(object, object, object)
    """SecondOfficerNeededError; what to do with the signature of two; what to do without, with an error."""

    def __init__(
        self,
        book: Book,
        tr: Translator,
        settings: Settings,
        committee: Committee,
        officer: Officer | None,
        read_only: UserError | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.book = book
        self.tr = tr
        self.settings = settings
        self.committee = committee
        self.officer = officer
        self.read_only = read_only
        """Why the book can only be read; None where it can be written."""
        self.pages: frozenset[str] = frozenset()
        """The pages that there are, by their keys."""
        self.printers = Printers()
        self.printing = Event()
        """Set while a batch of papers is on its way to a printer, whichever page sent it."""
        self.tasks = Tasks(book, self)
        self.tasks.who = Signing(officer.id if officer else None)
        self.verification = Verification(self)

    def keep(self, **changed: object) -> None:
        """Remember something of this laptop, by the names of ``Settings``."""
        self.settings = msgspec.structs.replace(self.settings, **changed)
        self.kept.emit(self.settings)

    @property
    def hides_balances(self) -> bool:
        """Whether what others owe is hidden from whoever looks over the shoulder."""
        return self.settings.hide_balances

    @property
    def discreet(self) -> Translator:
        """Writes what households owe and paid: dots while a queue looks on."""
        return self.tr.without_amounts() if self.hides_balances else self.tr

    def hide_balances(self, hidden: bool) -> None:
        """Hide what others owe, or show it; this laptop remembers it."""
        if hidden != self.settings.hide_balances:
            self.keep(hide_balances=hidden)
            self.veiled.emit()

    def may(self, kind: str) -> bool:
        """Say whether whoever sits here may be responsible for a kind of entry."""
        return self.officer is None or may(self.officer.role, kind)

    @property
    def reader(self) -> int | None:
        """The number of the officer who sits here: whoever a complaint is about does not see it."""
        return self.officer.id if self.officer else None

    def sit(self, officer: Officer | None, signed: Signing | None = None) -> None:
        """Let an officer take a seat: the entries from now on carry that name, and the signature.

        Who sits here already stays signed in.
        """
        self.officer = officer
        number = officer.id if officer else None
        if signed is not None:
            self.tasks.who = signed
        elif number != self.tasks.who.responsible:
            self.tasks.who = Signing(number)
        self.seated.emit()

    @property
    def currency(self) -> Currency:
        """The one currency of the book."""
        return self.book.currency

    @property
    def today(self) -> date:
        """The day that it is: the clock's, or what somebody confirmed."""
        return self.tasks.today or self.book.now().date()

    def sentence(self, error: UserError) -> str:
        """Put an error into words."""
        from imt_desktop.wording.errors import (
            sentence,
        )  # Home does not wait for all errors there are

        return sentence(error, self.tr, self.currency)

    def read(
        self,
        job: Callable[[Reading], T],
        then: Callable[[T], None],
        refused: Callable[[UserError], None] | None = None,
        telling: Telling | None = None,
    ) -> None:
        """Run a query off the window's thread; ``telling`` stops it."""
        self.tasks.read(job, then, refused or self.refused.emit, telling)

    def aside(
        self,
        job: Callable[[Event], T],
        then: Callable[[T], None],
        refused: Callable[[UserError], None] | None = None,
    ) -> Event:
        """Run long work that needs no book; setting the event that is returned stops it."""
        return self.tasks.aside(job, then, refused or self.refused.emit)

    def write(
        self,
        job: Callable[[Writing], T],
        then: Callable[[T], None],
        changes: Changes,
        refused: Callable[[UserError], None] | None = None,
        signed: Signing | None = None,
        telling: Telling | None = None,
    ) -> None:
        """Run a use case off the window's thread; afterwards say what it changed.

        Where the clock stands before the last entry, the day is asked first, and then it runs. Where
        two officers are needed, the second one is asked to sign. ``signed`` is a signature for this
        use case alone. ``telling`` stops it: then nothing is booked.
        """
        refuse = refused or self.refused.emit

        def done(answer: T) -> None:
            then(answer)
            self.changed.emit(changes)

        def missed(error: UserError, who: Signing | None) -> None:
            if isinstance(error, ClockBehindError):
                self.clock_behind.emit(error, lambda: again(who), lambda: refuse(error))
            elif isinstance(error, SecondOfficerNeededError):
                self.second_needed.emit(error, again, refuse)
            else:
                refuse(error)

        def again(who: Signing | None) -> None:
            self.tasks.write(job, done, lambda error: missed(error, who), who, telling)

        if self.read_only is not None:
            why = self.read_only
            QTimer.singleShot(0, self, lambda: refuse(why))
        else:
            again(signed)
