"""Work off the window's thread; answers and errors arrive on it by a queued signal."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

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
    _answered = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._under_way = 0
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether any job is under way."""
        return self._under_way > 0

    def start(
        self,
        pool: QThreadPool,
        run: Callable[[], T],
        then: Callable[[T], None],
        refused: Callable[[UserError], None],
    ) -> None:
        """Run a job on a pool, and hand its answer or its error over."""
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
            self.settle()
            self.idle.emit()

    def settle(self) -> None:
        """Let Python collect again what nobody needs: no job of ours is at work any more."""
        collecting.go_on(self)


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
