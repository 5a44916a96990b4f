"""How long the till takes from Enter to the receipt, and how long the window stands still meanwhile."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from itertools import count

from bench.books import BIG, SMALL, Size, copy_of
from bench.measuring import Figure, figure

PAYMENTS = 60
STANDS_STILL = 0.05
"""Seconds: a person sees a window that stands still for longer."""


def measure() -> Iterator[Figure]:
    """Take payments in the real window, by its keys, without a screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for name, size in (("big", BIG), ("small", SMALL)):
        booked, still = _payments(size)
        yield figure(f"a payment booked and shown, {name} book", booked, most=STANDS_STILL)
        yield figure(f"the window's longest stand meanwhile, {name} book", still, most=STANDS_STILL)


def _payments(size: Size) -> tuple[list[float], list[float]]:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from imt_desktop.committee import queries
    from imt_desktop.i18n import Translator
    from imt_desktop.ledger.register import members
    from imt_desktop.oversight.whole import open_book
    from imt_desktop.settings import Settings
    from imt_desktop.ui.desk import Desk
    from imt_desktop.ui.main_window import MainWindow
    from imt_desktop.ui.pages.receive.page import ReceivePage
    from imt_desktop.ui.theme import apply

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    apply(app, "light")
    with copy_of(size) as path:
        book = open_book(path)
        with book.read() as reading:
            committee, officers = queries.committee(reading), queries.officers(reading)
            rows = [row for row in members(reading) if row.owed.minor >= 200_00]
        assert committee is not None
        window = MainWindow(Desk(book, Translator("en", "KE"), Settings(), committee, officers[0]))
        window.show()
        window.go("receive")
        page = window.page("receive")
        assert isinstance(page, ReceivePage)
        _work(app, lambda: not window.desk.tasks.busy)
        booked, still, number = [], [], count()
        for _ in range(PAYMENTS + 1):
            page.choose(rows[next(number) % len(rows)])
            _work(app, lambda: not window.desk.tasks.busy)
            page.paying.handed.setText("1")
            begun = time.perf_counter()
            QTest.keyClick(page.paying.handed, Qt.Key.Key_Return)
            still.append(_work(app, page.saved.isVisible, time.perf_counter() - begun))
            booked.append(time.perf_counter() - begun)
            _work(app, lambda: not window.desk.tasks.busy)
        window.close()
        book.close()
        return booked[1:], still[1:]


def _work(app: object, until: Callable[[], bool], longest: float = 0.0) -> float:
    """Let the window work; returns the longest time that it did not answer, in seconds."""
    from PySide6.QtWidgets import QApplication

    assert isinstance(app, QApplication)
    while not until():
        begun = time.perf_counter()
        app.processEvents()
        longest = max(longest, time.perf_counter() - begun)
    begun = time.perf_counter()
    app.processEvents()  # what changed is painted
    return max(longest, time.perf_counter() - begun)
