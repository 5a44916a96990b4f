"""A window over the book of a committee with PINs, and those who sit at it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from imt_desktop.committee import queries
from imt_desktop.journal import Book
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pin_dialog import PinDialog
from imt_desktop.ui.widgets import Dialog
from tests.builders import Desk as Hand
from tests.officers import PINS, TREASURER
from tests.ui.pages.conftest import idle

D = TypeVar("D", bound=Dialog)


@dataclass
class Office:
    """A window over the book of a committee with PINs."""

    window: MainWindow
    qtbot: QtBot
    book: Book
    hand: Hand
    """Does things in the book without the window."""

    @property
    def desk(self) -> Desk:
        return self.window.desk

    def ask(self, sits: int = TREASURER) -> None:
        with self.book.read() as reading:
            officers = queries.officers(reading)
        for card in self.window.sign_in.cards:
            card.deleteLater()
        self.window.desk.officer = officers[sits - 1]
        self.window.show_sign_in(officers, may_leave=False)

    def type_pin(self, pin: str) -> None:
        field = self.window.sign_in.pin_card.pin
        QTest.keyClicks(field, pin)
        QTest.keyClick(field, Qt.Key.Key_Return)
        idle(self.qtbot, self.desk)

    def sign_in(self, sits: int = TREASURER) -> None:
        self.ask(sits)
        self.type_pin(PINS[sits])
        assert self.window.shell.isVisible()

    def dialog(self) -> PinDialog:
        return open_dialog(self, PinDialog)

    def last_hand(self) -> tuple[int | None, tuple[int, ...], str]:
        with self.book.read() as reading:
            envelope = reading.recorded(reading.head().seq).envelope
        return envelope.responsible, envelope.countersigned, envelope.signature

    def sign(self, pin: str) -> None:
        """Type a PIN into the question on top."""
        asked = self.dialog()
        QTest.keyClicks(asked.pin, pin)
        QTest.keyClick(asked.pin, Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: not isValid(asked) or not asked.isVisible())
        idle(self.qtbot, self.desk)


def open_dialog(office: Office, kind: type[D]) -> D:
    """Return the dialog on top, once it is there."""

    def found() -> list[D]:
        return [one for one in office.window.findChildren(kind) if one.isVisible()]

    office.qtbot.waitUntil(lambda: bool(found()))
    return found()[-1]
