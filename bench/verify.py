"""How long it takes to verify the big book, in processes of its own, and what a window feels of it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

from bench.books import BIG, copy_of, path_of
from bench.measuring import Figure, command, figure

MOST = 0.05
"""Seconds for which a window may not answer."""
SLOWEST = 100
"""One answer of so many is slower than what is told."""
STEP = 0.005
SECONDS = 3.0


def measure() -> Iterator[Figure]:
    """Verify it through the command line, and from a window's thread, as at opening."""
    path = path_of(BIG)
    yield figure("verify the big book, program start included", command("verify", path), most=8)
    yield from pauses(path)


def pauses(path: Path) -> Iterator[Figure]:
    """Measure how late a window answers while the book is verified, and while its copy is made."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from datetime import date

    from imt_desktop.oversight.beside import copy_beside, verify_beside

    idle = longest(lambda: time.sleep(SECONDS))
    verifying = longest(lambda: verify_beside(path))
    beside = {"most": MOST, "bare": idle, "bare_name": "nothing under way"}
    yield figure(
        "a window answers late, of a hundred times the slowest, while the big book is verified",
        verifying,
        **beside,
    )  # type: ignore[arg-type]
    with copy_of(BIG) as copied:
        copying = longest(lambda: copy_beside(copied, "0" * 32, date.today()))
    yield figure(
        "a window answers late, of a hundred times the slowest, while the copy of the day is made",
        copying,
        **beside,
    )  # type: ignore[arg-type]


def longest(job: Callable[[], object]) -> list[float]:
    """Return how late the slowest hundredth of a timer's calls was while a job ran in a thread aside."""
    from PySide6.QtCore import QCoreApplication, QTimer

    app = QCoreApplication.instance() or QCoreApplication([])
    late: list[float] = []
    due = [time.perf_counter() + STEP]

    def tick() -> None:
        now = time.perf_counter()
        late.append(max(0.0, now - due[0]))
        due[0] = now + STEP

    timer = QTimer()
    timer.setInterval(int(STEP * 1000))
    timer.timeout.connect(tick)
    working = Thread(target=job)
    working.start()
    timer.start()
    while working.is_alive():
        app.processEvents()
        time.sleep(STEP / 10)
    timer.stop()
    return sorted(late)[-max(1, len(late) // SLOWEST) :]
