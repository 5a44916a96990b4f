"""The whole book is verified when it is opened, in processes of its own, and again when asked."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from imt_desktop.errors import UserError
from imt_desktop.journal.errors import UnknownKindsError
from imt_desktop.journal.problems import Verdict

if TYPE_CHECKING:
    from imt_desktop.ui.desk import Desk

_AFTER: Final = 2000
"""Milliseconds in which the first page has the computer for itself."""


class Verification(QObject):
    """``moved`` says how many entries are looked at; ``checked`` hands the verdict over."""

    moved = Signal(int)
    checked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._running = False
        self.verdict: Verdict | None = None
        """What the last one found; None where none has ended yet."""

    def at_opening(self) -> None:
        """Begin soon, unless the book has entries of a newer program, which this one cannot judge."""
        if not isinstance(self._desk.read_only, UnknownKindsError):
            # Whoever asks on the page is told why it cannot be done.
            QTimer.singleShot(_AFTER, self, lambda: self.begin(lambda _error: None))

    def begin(self, refused: Callable[[UserError], None]) -> None:
        """Verify the book; one that is under way already goes on."""
        if self._running:
            return
        from imt_desktop.oversight.beside import verify_beside  # after the first paint

        self._running = True
        path, moved = self._desk.book.path, self.moved.emit

        def job(stop: Event) -> Verdict:
            return verify_beside(path, moved, stop)

        def missed(error: UserError) -> None:
            self._running = False
            refused(error)

        self._desk.aside(job, self._ended, missed)

    def _ended(self, verdict: Verdict) -> None:
        self._running, self.verdict = False, verdict
        self.checked.emit(verdict)
