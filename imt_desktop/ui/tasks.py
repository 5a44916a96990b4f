"""Work off the window's thread: one writer, a few readers, one that draws; answers by queued signal.

A job touches no widget. Its answer or its error arrives on the window's thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import date, timedelta
from threading import Event
from time import monotonic
from typing import Final, TypeVar
from weakref import WeakSet

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from imt_desktop.errors import UserError, WorkStoppedError
from imt_desktop.journal import Book, Reading, Signing, Writing
from imt_desktop.ui.jobs import Jobs

T = TypeVar("T")

READERS: Final = 2
QUIET: Final = 3000
"""Milliseconds without a write after which the book's file gets what stands in the log beside it."""
TELL_EACH: Final = 0.1
"""Seconds between two words about how far long work has come."""


class Telling:
    """Tells the window how far long work has come, and stops it. Holds no widget."""

    def __init__(self, moved: Callable[[int, int], None] | None) -> None:
        self._moved = moved
        self._told = 0.0
        self._stop = Event()

    def stop(self) -> None:
        """Stop the work before its next step."""
        self._stop.set()

    @contextmanager
    def over(self, book: Reading) -> Iterator[None]:
        """Let work on the book be stopped while it gathers what it is about. Raises WorkStoppedError."""
        with book.until(self._stop.is_set):
            self._go_on()
            yield
            self._go_on()

    def _go_on(self) -> None:
        if self._stop.is_set():
            raise WorkStoppedError()

    def __call__(self, done: int, every: int) -> None:
        """Say how many are done of all, 0 of 0 while nobody knows. Raises WorkStoppedError."""
        self._go_on()
        if self._moved is None:
            return
        now = monotonic()
        if now - self._told > TELL_EACH or done == every:
            self._told = now if every else 0.0  # the first that is done is told at once
            self._moved(done, every)


class Tasks(Jobs):
    """Runs jobs on one book. ``moved`` says how many of all are done of long work."""

    moved = Signal(int, int)

    def __init__(self, book: Book, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._writer = QThreadPool(self)
        self._writer.setMaxThreadCount(1)
        self._writer.setExpiryTimeout(-1)
        self._readers = QThreadPool(self)
        self._readers.setMaxThreadCount(READERS)
        self._drawer = QThreadPool(self)
        self._drawer.setMaxThreadCount(1)
        self._aside = QThreadPool(self)
        self._stops: set[Event] = set()
        self._tellings: WeakSet[Telling] = WeakSet()
        self._said: tuple[date, date] | None = None
        self.log = QTimer(self, singleShot=True, interval=QUIET)
        """Runs out when nobody has written for a while: then the file itself gets all that was."""
        self.log.timeout.connect(self._fill_file)
        self.who = Signing()
        """Who is at the computer: the entries of every write carry it."""

    def say_day(self, day: date) -> None:
        """Keep the day that somebody said it is, since the clock is wrong."""
        self._said = (day, self._book.now().date())

    @property
    def today(self) -> date | None:
        """The day that somebody said it is, moved on by midnight; None where nobody was asked.

        A clock that has caught up with that day is believed again.
        """
        if self._said is None:
            return None
        (day, clock_then), clock = self._said, self._book.now().date()
        if clock >= day:
            return clock
        return day + max(clock - clock_then, timedelta())

    @property
    def clock_is_wrong(self) -> bool:
        """Whether the clock still stands before the day that somebody said it is."""
        return self._said is not None and self._book.now().date() < self._said[0]

    def write(
        self,
        job: Callable[[Writing], T],
        then: Callable[[T], None],
        refused: Callable[[UserError], None],
        signed: Signing | None = None,
        telling: Telling | None = None,
    ) -> None:
        """Run a use case in a transaction of its own, signed by ``signed`` or who is at the computer.

        ``telling`` stops it: then nothing is booked.
        """
        who, today = signed or self.who, self.today

        def run() -> T:
            with self._book.write(who, today) as writing, _over(writing, telling):
                return job(writing)

        def written(done: T) -> None:
            self.log.start()
            then(done)

        self.start(self._writer, run, written, refused)

    def _fill_file(self) -> None:
        def nothing(_done: object) -> None: ...

        self.start(self._writer, self._book.fill_file, nothing, nothing)

    def read(
        self,
        job: Callable[[Reading], T],
        then: Callable[[T], None],
        refused: Callable[[UserError], None],
        telling: Telling | None = None,
    ) -> None:
        """Run a query on a connection of its own; ``telling`` stops it."""

        def run() -> T:
            with self._book.read() as reading, _over(reading, telling):
                return job(reading)

        self.start(self._readers, run, then, refused)

    def draw(
        self,
        job: Callable[[], T],
        then: Callable[[T], None],
        refused: Callable[[UserError], None],
    ) -> None:
        """Run a job that needs no book: drawing papers, one after another, and printing them."""
        self.start(self._drawer, job, then, refused)

    def aside(
        self,
        job: Callable[[Event], T],
        then: Callable[[T], None],
        refused: Callable[[UserError], None],
    ) -> Event:
        """Run long work that needs no book, such as reading a file.

        The job looks at the event that is returned, and ends with an error once somebody sets it.
        """
        stop = Event()

        def run() -> T:
            try:
                return job(stop)
            finally:
                self._stops.discard(stop)

        self._stops.add(stop)
        self.start(self._aside, run, then, refused)
        return stop

    def telling(self, aloud: bool = True) -> Telling:
        """Return what a job calls as it goes on, such as with each paper of a batch.

        ``moved`` says so too where it is ``aloud``.
        """
        made = Telling(self.moved.emit if aloud else None)
        self._tellings.add(made)
        return made

    def finish(self) -> None:
        """Wait until all jobs are done, before the book is closed; long work is stopped."""
        for stop in tuple(self._stops):
            stop.set()
        for telling in tuple(self._tellings):
            telling.stop()
        for pool in (self._aside, self._writer, self._readers, self._drawer):
            pool.waitForDone()
        self.settle()
        self.log.stop()

    def end(self) -> None:
        """Finish, and begin nothing any more: the window is closed, and soon gone with its pools."""
        self.finish()
        self.ended = True


def _over(book: Reading, telling: Telling | None) -> AbstractContextManager[None]:
    return nullcontext() if telling is None else telling.over(book)
