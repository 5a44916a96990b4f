"""The file at hand: read, understood and held against the book, off the window's thread.

Answers to what was asked before something changed are dropped.
"""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import Any, Final

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from imt_desktop.errors import UserError
from imt_desktop.ledger.importing.errors import ReadingStoppedError
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.bringing_in import actions
from imt_desktop.ui.pages.bringing_in.draft import Draft, OpenedFile
from imt_desktop.ui.pages.bringing_in.outcome import Outcome, RowsRead

_READ_BY: Final = ("date_order", "decimal", "put_zero")
"""Answers by which rows are read; the others matter only when they are booked."""


class Work(QObject):
    """Holds the draft. Each signal announces an answer that still counts."""

    opened = Signal(object)
    """OpenedFile."""
    refused = Signal(object)
    """UserError: the file was not read."""
    changed = Signal(object)
    """Draft: its rows are being read."""
    understood = Signal(object)
    """RowsRead of the draft."""
    judged = Signal(object)
    """Outcome of the draft."""

    def __init__(self, page: QWidget, desk: Desk) -> None:
        super().__init__(page)
        self._page, self._desk = page, desk
        self._stop: Event | None = None
        self._turn = 0
        self.path: Path | None = None
        self.letters: tuple[str, str] = ("", "")
        self.draft: Draft | None = None
        self.rows: RowsRead | None = None

    def read(self, path: Path, letters: tuple[str, str] = ("", "")) -> None:
        """Read a file; ``letters`` are its encoding and the mark between its columns."""
        turn = self._begin()
        self.path, self.letters = path, letters

        def opened(file: OpenedFile) -> None:
            if turn == self._turn:
                self.opened.emit(file)

        def refused(error: UserError) -> None:
            if turn == self._turn and not isinstance(error, ReadingStoppedError):
                self.refused.emit(error)

        self._stop = actions.read_file(self._page, self._desk, path, letters, opened, refused)

    def change(self, draft: Draft) -> None:
        """Understand the sheet anew, by what somebody said."""
        turn = self._begin()
        self.draft = draft
        self.changed.emit(draft)
        if turn != self._turn:
            return  # whoever heard of it halted it

        def understood(rows: RowsRead) -> None:
            if turn == self._turn:
                self.rows = rows
                self.understood.emit(rows)

        def refused(error: UserError) -> None:
            if turn == self._turn and not isinstance(error, ReadingStoppedError):
                self.refused.emit(error)

        self._stop = actions.understand(self._page, self._desk, draft, understood, refused)

    def set_kind(self, kind: str) -> None:
        """Take the file as another kind of data."""
        self.change(self.at_hand().of_kind(kind))

    def set_sheet(self, sheet: str) -> None:
        """Take another sheet."""
        self.change(self.at_hand().on_sheet(sheet))

    def set_header(self, row: int) -> None:
        """Take another row as the one with the headers."""
        self.change(self.at_hand().with_header(row))

    def set_columns(self, name: str, chosen: tuple[int, ...]) -> None:
        """Take a field from other columns."""
        if self.rows is not None:
            header = self.rows.layout.header_row
            self.change(self.at_hand().with_columns(name, chosen, header))

    def answer(self, name: str, said: Any) -> None:
        """Take an answer about the whole file; only some change how rows are read."""
        draft = self.at_hand()
        if name == "word":
            self.change(draft.with_word(*said))
            return
        answered: dict[str, Any] = {name: said}
        draft = replace(draft, **answered)
        if name in _READ_BY or self.rows is None:
            self.change(draft)
            return
        self.draft, self.rows = draft, replace(self.rows, draft=draft)
        self.understood.emit(self.rows)

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.path.name if self.path is not None else ""

    def at_hand(self) -> Draft:
        """Return the draft; there is one once a file was opened."""
        assert self.draft is not None
        return self.draft

    def judge(self) -> None:
        """Hold the rows against the book."""
        assert self.rows is not None
        turn = self._turn

        def judged(outcome: Outcome) -> None:
            if turn == self._turn:
                self.judged.emit(outcome)

        actions.hold_against_book(self._page, self._desk, self.rows, judged)

    def halt(self) -> None:
        """Stop what is under way."""
        self._begin()

    def forget(self) -> None:
        """Stop, and let go of the file; nothing is left of it."""
        self._begin()
        self.draft = None

    def _begin(self) -> int:
        if self._stop is not None:
            self._stop.set()
            self._stop = None
        self.rows = None
        self._turn += 1
        return self._turn
