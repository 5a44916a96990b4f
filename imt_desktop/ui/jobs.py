"""Work off the window's thread; answers and errors arrive on it by a queued signal."""

from __future__ import annotations

import logging
from collections.abc import Callable
from itertools import count
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

from imt_desktop.errors import UserError
from imt_desktop.ui import collecting

T = TypeVar("T")

log = logging.getLogger(__name__)


class Jobs(QObject):
    """Runs jobs, each on a pool. ``broke`` announces a bug, ``idle`` that nothing is under way.

    A job touches no widget; whatever it needs from the screen is read before it starts.
    """

    broke = Signal(object)
    idle = Signal()
    _answered = Signal(int, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ended = False
        self._numbers = count()
        self._waiting: dict[int, tuple[Callable[[Any], None], Callable[[UserError], None]]] = {}
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether any job is under way."""
        return bool(self._waiting)

    def start(
        self,
        pool: QThreadPool,
        run: Callable[[], T],
        then: Callable[[T], None],
        refused: Callable[[UserError], None],
    ) -> None:
        """Run a job on a pool, and hand its answer or its error over; nothing, once all has ended.

        The worker knows the job by its number only: were it to hold ``then``, the last reference to
        a closed window could be dropped on its thread.
        """
        if self.ended:
            return
        number, answered = next(self._numbers), self._answered.emit
        self._waiting[number] = (then, refused)
        collecting.rest(self)

        def job() -> None:
            try:
                answered(number, run(), None)
            except UserError as error:
                answered(number, None, error)
            except Exception as bug:
                log.exception("a job broke")
                answered(number, None, bug)

        pool.start(job)

    def _deliver(self, number: int, answer: Any, error: Exception | None) -> None:
        then, refused = self._waiting.pop(number)
        if error is None:
            then(answer)
        elif isinstance(error, UserError):
            refused(error)
        else:
            self.broke.emit(error)
        if not self._waiting:
            self.settle()
            self.idle.emit()

    def settle(self) -> None:
        """Let Python collect again what nobody needs: no job of ours is at work any more."""
        collecting.go_on(self)
