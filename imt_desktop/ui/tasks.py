"""Work off the window's thread: one writer, a few readers, one that draws; answers by queued signal.

A job touches no widget. Its answer or its error arrives on the window's thread.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date
from threading import Event
from typing import Any, Final, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from imt_desktop.errors import UserError
from imt_desktop.journal import Book, Reading, Signing, Writing
from imt_desktop.ui import collecting

T = TypeVar("T")

READERS: Final = 2

log = logging.getLogger(__name__)


class Tasks(QObject):
    """Runs jobs on one book. ``broke`` announces a bug, ``idle`` that nothing is under way."""

    broke = Signal(object)
    idle = Signal()
    _answered = Signal(object, object)

    def __init__(self, book: Book, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._under_way = 0
        self._writer = QThreadPool(self)
        self._writer.setMaxThreadCount(1)
        self._writer.setExpiryTimeout(-1)
        self._readers = QThreadPool(self)
        self._readers.setMaxThreadCount(READERS)
        self._drawer = QThreadPool(self)
        self._drawer.setMaxThreadCount(1)
        self._aside = QThreadPool(self)
        self._stops: set[Event] = set()
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self.who = Signing()
        """Who is at the computer: the entries of every write carry it."""
        self.today: date | None = None
        """The day that somebody confirmed, where the clock is wrong."""

    @property
    def busy(self) -> bool:
        """Whether any job is under way."""
        return self._under_way > 0

    def write(
        self,
        job: Callable[[Writing], T],
        then: Callable[[T], None],
        refused: Callable[[UserError], None],
    ) -> None:
        """Run a use case in a transaction of its own."""
        who, today = self.who, self.today

        def run() -> T:
            with self._book.write(who, today) as writing:
                return job(writing)

        self._start(self._writer, run, then, refused)

    def read(
        self,
        job: Callable[[Reading], T],
        then: Callable[[T], None],
        refused: Callable[[UserError], None],
    ) -> None:
        """Run a query on a connection of its own."""

        def run() -> T:
            with self._book.read() as reading:
                return job(reading)

        self._start(self._readers, run, then, refused)

    def draw(
        self,
        job: Callable[[], T],
        then: Callable[[T], None],
        refused: Callable[[UserError], None],
    ) -> None:
        """Run a job that needs no book: drawing papers, one after another, and printing them."""
        self._start(self._drawer, job, then, refused)

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
        self._start(self._aside, run, then, refused)
        return stop

    def finish(self) -> None:
        """Wait until all jobs are done, before the book is closed; long work is stopped."""
        for stop in tuple(self._stops):
            stop.set()
        for pool in (self._aside, self._writer, self._readers, self._drawer):
            pool.waitForDone()
        collecting.go_on(self)

    def _start(
        self,
        pool: QThreadPool,
        run: Callable[[], T],
        then: Callable[[T], None],
        refused: Callable[[UserError], None],
    ) -> None:
        self._under_way += 1
        collecting.rest(self)
        pool.start(_Job(run, then, refused, self._answered.emit))

    def _deliver(self, answer: Callable[[Any], None] | None, value: Any) -> None:
        self._under_way -= 1
        if answer is None:
            self.broke.emit(value)
        else:
            answer(value)
        if not self._under_way:
            collecting.go_on(self)
            self.idle.emit()


class _Job(QRunnable):
    def __init__(
        self,
        run: Callable[[], Any],
        then: Callable[[Any], None],
        refused: Callable[[UserError], None],
        answered: Callable[[Any, Any], None],
    ) -> None:
        super().__init__()
        self._run, self._then, self._refused, self._answered = (
            run,
            then,
            refused,
            answered,
        )

    def run(self) -> None:
        """Do the job on a worker thread, and hand the answer over."""
        try:
            self._answered(self._then, self._run())
        except UserError as error:
            self._answered(self._refused, error)
        except Exception as bug:
            log.exception("a job broke")
            self._answered(None, bug)
