"""Signatures at the window: signing in by PIN, a second officer on the spot, and the lock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from imt_desktop.committee import queries, rules, signing
from imt_desktop.committee.errors import NoPinError, PinNotKeptError, SecondOfficerNeededError
from imt_desktop.committee.queries import Officer
from imt_desktop.committee.rules import WITNESSED
from imt_desktop.errors import UserError
from imt_desktop.journal import Reading, Signing
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.pin_dialog import PinDialog


class Signatures(QObject):
    """Asks for PINs over a window, and hands on what they prove."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._asks: PinDialog | None = None

    @property
    def signed(self) -> bool:
        """Whether who sits here typed a PIN."""
        return self._desk.tasks.who.signature == "pin"

    def prove(
        self,
        officer: Officer,
        pin: str,
        then: Callable[[Signing], object],
        refused: Callable[[UserError], object],
    ) -> None:
        """Sign an officer in."""
        self._desk.read(
            lambda book: _prove(book, officer.id, pin), guarded(self, then), guarded(self, refused)
        )

    def second(
        self,
        error: SecondOfficerNeededError,
        again: Callable[[Signing], object],
        leave: Callable[[UserError], object],
    ) -> None:
        """Ask a second officer to sign what was refused; ``again`` does it with both signatures."""
        sits = self._desk.officer
        if sits is None or self._asks is not None:
            leave(error)
        elif not self.signed and sits.pin is None:
            leave(NoPinError(sits.name))
        elif not self.signed:
            self._ask_first(sits, error, again, leave)
        else:
            today = self._desk.today
            self._desk.read(
                lambda book: _seconds(book, sits, error.act, today),
                guarded(self, lambda found: self._ask_second(found, error, again, leave)),
                guarded(self, leave),
            )

    def _ask_first(
        self,
        sits: Officer,
        error: SecondOfficerNeededError,
        again: Callable[[Signing], object],
        leave: Callable[[UserError], object],
    ) -> None:
        """Let who sits here sign in, and then ask the second one."""

        def signed(who: Signing) -> None:
            self._desk.sit(sits, who)
            self.second(error, again, leave)

        tr = self._desk.tr
        question, text = tr.gettext("First you sign"), self._desk.sentence(error)
        dialog = self._open(question, text, (sits,), _prove, signed)
        dialog.rejected.connect(lambda: leave(error))

    def _ask_second(
        self,
        officers: tuple[Officer, ...],
        error: SecondOfficerNeededError,
        again: Callable[[Signing], object],
        leave: Callable[[UserError], object],
    ) -> None:
        tr, who = self._desk.tr, self._desk.tasks.who
        here = tuple(one for one in officers if one.signs_here)
        if not here:
            leave(PinNotKeptError(officers[0].name) if officers else error)
            return

        def prove(book: Reading, officer: int, pin: str) -> Signing:
            return signing.countersign(book, who, officer, pin, book.book.now())

        question = tr.gettext("A second officer signs")
        dialog = self._open(question, self._desk.sentence(error), here, prove, again)
        dialog.rejected.connect(lambda: leave(error))

    def unlock(self) -> None:
        """Ask who sits here for the PIN again, over the form that is open."""
        sits, desk = self._desk.officer, self._desk
        if sits is None or self._asks is not None:
            return
        self._open(
            desk.tr.gettext("Are you still there?"),
            desk.tr.gettext("Nobody touched the computer for a while. Type your PIN to go on."),
            (sits,),
            _prove,
            lambda who: desk.sit(sits, who),
            may_leave=False,
        )

    def _open(
        self,
        question: str,
        text: str,
        officers: tuple[Officer, ...],
        prove: Callable[[Reading, int, str], Signing],
        then: Callable[[Signing], object],
        may_leave: bool = True,
    ) -> PinDialog:
        over = QApplication.activeModalWidget() or self._window
        dialog = PinDialog(over, self._desk, question, text, officers, prove, then, may_leave)
        self._asks = dialog
        dialog.finished.connect(self._answered)
        dialog.open()
        return dialog

    def _answered(self) -> None:
        self._asks = None


def _prove(book: Reading, officer: int, pin: str) -> Signing:
    return signing.sign_in(book, officer, pin, book.book.now())


def _seconds(book: Reading, sits: Officer, act: str, today: date) -> tuple[Officer, ...]:
    """Return who could sign beside the one who sits here."""
    return tuple(
        other
        for other in queries.officers(book, today)
        if other.id != sits.id
        and other.person != sits.person
        and other.pin
        and rules.serves(book, other, today)
        and (other.role.approves or (act in WITNESSED and other.role.witnesses))
    )
