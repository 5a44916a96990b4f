"""How long the window stands still at most while the book is verified and 650,000 lines are scrolled.

The window over the big book is shown without a screen and a table of its lines beside it; the book is
verified in modest processes of their own, as the window has it done. Until that is over the table is
scrolled by lines, pages and jumps, thirty times a second, and each time that the window does not answer
events is measured; beside it how much of such a time the window's own thread worked at most (the rest
it waited for a processor), and the same scrolling for as long without verifying.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random
from threading import Thread
from typing import TYPE_CHECKING

from bench.books import BIG, copy_of
from bench.home_shown import wait_for_home
from bench.measuring import Figure, figure, shown
from bench.table import LINES, PAGE, lines_of, table_of_lines

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from imt_desktop.ui.widgets import Table

MOST = 0.05
"""Seconds: a person sees a window that stands still for longer."""
EACH = 1 / 30
"""Seconds between two steps of the scroll bar."""


def measure() -> Iterator[Figure]:
    """Scroll while a child verifies, then for as long without."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from imt_desktop import app as program
    from imt_desktop.oversight.beside import verify_beside
    from imt_desktop.settings import Settings, places

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with copy_of(BIG) as path:
        built = program.build(app, places())
        built.settings = Settings(last_book=str(path))
        built.start()
        wait_for_home(app, built)
        assert built.window is not None
        table = table_of_lines()
        table.set_rows(lines_of(path))
        table.resize(1100, 700)
        table.show()
        _scroll(app, table, _for(2.0))  # Home is there, the code is warm
        begun = time.perf_counter()
        verifying = Thread(target=verify_beside, args=(path,))
        verifying.start()
        beside = _scroll(app, table, verifying.is_alive)
        alone = _scroll(app, table, _for(time.perf_counter() - begun))
        table.close()
        built.window.close()
    found = figure(
        "the window's longest stand while the book is verified and its lines are scrolled",
        [beside[0]], most=MOST, bare=[alone[0]], bare_name="without verifying",
    )  # fmt: skip
    yield replace(found, beside=f"{shown(beside[1])} of it at work; {found.beside}")


def _for(seconds: float) -> Callable[[], bool]:
    end = time.perf_counter() + seconds
    return lambda: time.perf_counter() < end


def _scroll(app: QApplication, table: Table, goes_on: Callable[[], bool]) -> tuple[float, float]:
    """Scroll as long as it goes on; returns the longest time without an answer, and of work in it."""
    chance, longest, worked, at, due = Random(1), 0.0, 0.0, 0, 0.0
    while goes_on():
        begun, before = time.perf_counter(), time.thread_time()
        if begun >= due:
            due = begun + EACH
            at = chance.choice((at + 1, at + PAGE, chance.randrange(LINES))) % LINES
            table.verticalScrollBar().setValue(at)
        app.processEvents()
        longest = max(longest, time.perf_counter() - begun)
        worked = max(worked, time.thread_time() - before)
        time.sleep(0.001)
    return longest, worked
