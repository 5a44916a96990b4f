"""How long the till takes from Enter to the receipt, and how long the window stands still meanwhile."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import count
from statistics import quantiles

from bench.books import BIG, SMALL, Size, copy_of
from bench.measuring import Figure, figure
from bench.windows import application, window_over, work
from imt_desktop.ledger.register import members
from imt_desktop.oversight.whole import open_book

PAYMENTS = 60
STANDS_STILL = 0.05
"""Seconds: a person sees a window that stands still for longer."""


def measure() -> Iterator[Figure]:
    """Take payments in the real window, by its keys, without a screen."""
    for name, size in (("big", BIG), ("small", SMALL)):
        booked, still = _payments(size)
        yield figure(f"a payment booked and shown, {name} book", booked, most=STANDS_STILL)
        slow = quantiles(booked, n=20)[-1]
        yield figure(f"a payment booked and shown, {name} book, p95", [slow], most=STANDS_STILL)
        yield figure(f"the window's longest stand meanwhile, {name} book", still, most=STANDS_STILL)


def _payments(size: Size) -> tuple[list[float], list[float]]:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from imt_desktop.ui.pages.receive.page import ReceivePage

    app = application()
    with copy_of(size) as path:
        book = open_book(path)
        with book.read() as reading:
            rows = [row for row in members(reading) if row.owed.minor >= 200_00]
        window = window_over(book)
        window.go("receive")
        page = window.page("receive")
        assert isinstance(page, ReceivePage)
        work(app, lambda: not window.desk.tasks.busy)
        booked, still, number = [], [], count()
        for _ in range(PAYMENTS + 1):
            page.choose(rows[next(number) % len(rows)])
            work(app, lambda: not window.desk.tasks.busy)
            page.paying.handed.setText("1")
            begun = time.perf_counter()
            QTest.keyClick(page.paying.handed, Qt.Key.Key_Return)
            still.append(work(app, page.saved.isVisible, time.perf_counter() - begun))
            booked.append(time.perf_counter() - begun)
            work(app, lambda: not window.desk.tasks.busy)
        window.close()
        book.close()
        return booked[1:], still[1:]
