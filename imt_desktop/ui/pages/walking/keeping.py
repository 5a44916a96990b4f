"""Keeps what is typed into a grid on this laptop, a moment after each letter."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QObject, QTimer

from imt_desktop.ui.desk import Desk

D = TypeVar("D")

PAUSE: Final = 400
"""Milliseconds without typing before it is written down."""


class Keeper(QObject, Generic[D]):
    """Asks for the draft when it is time, and writes it off the window's thread, the newest last."""

    def __init__(
        self, desk: Desk, write: Callable[[D], None], draft: Callable[[], D], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self.draft, self._keeps, self._held = desk, draft, True, False
        self._writer = _Writer(write)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.now)

    def soon(self) -> None:
        """Write it down when nothing more is typed."""
        self._pause.start()

    def pause(self) -> None:
        """Keep nothing from now on: for pictures."""
        self._keeps = False

    def now(self) -> None:
        """Write it down."""
        self._pause.stop()
        if not self._keeps or self._held:
            return
        job = self._writer.job(self.draft())
        self._desk.aside(lambda _stop: job(), lambda _: None)

    def flush(self) -> None:
        """Write down what waits for the pause to be over."""
        if self._pause.isActive():
            self.now()

    def hold(self, held: bool) -> None:
        """While something is being booked, what was sent stands in the file, and nothing else."""
        self._held = held
        if not held:
            self.now()

    def before(self, sent: D) -> None:
        """Write down, and wait for it, what is about to be booked. Runs on the thread that books."""
        self._writer.job(sent)()


class _Writer(Generic[D]):
    """Writes drafts in the order in which they were made, whatever thread comes first."""

    def __init__(self, write: Callable[[D], None]) -> None:
        self._write = write
        self._made = self._written = 0
        self._lock = Lock()

    def job(self, draft: D) -> Callable[[], None]:
        """Return the writing of a draft; one that comes too late writes nothing."""
        with self._lock:
            self._made += 1
            number = self._made

        def write() -> None:
            with self._lock:
                if number > self._written:
                    self._written = number
                    self._write(draft)

        return write
