"""Somebody at the page Bring in a spreadsheet, who presses its real buttons."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from imt_desktop.journal import Book
from imt_desktop.ledger.register import MemberRow, members
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.bringing_in.page import BringingInPage
from imt_desktop.ui.widgets import ChoiceCard, ComboBox

KIBOKO = Path(__file__).resolve().parents[2] / "cases" / "kiboko-committee.xlsx"
LONG = 30_000
"""Milliseconds to wait at most, on a busy machine."""


@dataclass
class Sitting:
    """A window over a new book without members, and the page."""

    window: MainWindow
    qtbot: QtBot
    book: Book

    @property
    def page(self) -> BringingInPage:
        """The page, opened by its key."""
        if self.window.shell.page_key() != "bringing-in":
            control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
            QTest.keyClick(self.window, Qt.Key.Key_I, control)
            self.settle()
        page = self.window.page("bringing-in")
        assert isinstance(page, BringingInPage)
        return page

    def settle(self) -> None:
        """Wait until all answers have arrived."""
        self.qtbot.waitUntil(lambda: not self.window.desk.tasks.busy, timeout=LONG)

    def take(self, path: Path) -> None:
        """Choose a file."""
        self.page.take(path)
        self.settle()

    def csv(self, folder: Path, text: str, name: str = "list.csv") -> None:
        """Choose a text file that says this."""
        path = folder / name
        path.write_text(text, encoding="utf-8")
        self.take(path)

    def press(self, button: QWidget) -> None:
        """Press a button that can be seen."""
        assert button.isVisible() and button.isEnabled()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def go(self) -> None:
        """Press the main button at the foot."""
        self.press(self.page.bar.go)

    def choose(self, inside: QWidget, value: object) -> None:
        """Press the card of a choice."""
        (card,) = (one for one in inside.findChildren(ChoiceCard) if one.choice.value == value)
        self.press(card)

    def pick(self, box: QWidget, value: object) -> None:
        """Choose in a list box, as a person does."""
        assert isinstance(box, ComboBox)
        box.set_value(value)
        box.activated.emit(box.currentIndex())
        self.settle()

    def leave_out_and_book(self) -> None:
        """Leave wrong rows out, and bring the others in."""
        assert not self.page.bar.go.isEnabled()
        QTest.mouseClick(self.page.bar.leave_out, Qt.MouseButton.LeftButton)
        self.go()

    def answer(self, about: str, value: str) -> None:
        """Answer a question about the whole file."""
        self.choose(self.page.views.what.questions.asked[about], value)

    @property
    def step(self) -> QWidget:
        """The view that is shown."""
        shown = self.page.views.currentWidget()
        assert shown is not None
        return shown

    @property
    def refusal(self) -> str:
        """The sentence of a refused file."""
        refusal = self.page.views.start.refusal
        return refusal.words() if refusal.isVisible() else ""

    def wrong(self) -> list[tuple[str, str]]:
        """The cells that are wrong, and what stands in them."""
        rows = self.page.views.preview.wrong.rows()
        return [(f"{one.letter}{one.row}", one.text) for one in rows]

    def cells(self, at: int) -> list[str]:
        """What a row of the preview shows."""
        model = self.page.views.preview.table.rows_model
        return [column.shown(model.rows[at]) for column in model.columns]

    def members(self) -> list[MemberRow]:
        """The members in the book."""
        with self.book.read() as reading:
            return members(reading)

    def entries(self) -> int:
        """How many entries the book has."""
        with self.book.read() as reading:
            return reading.head().seq
