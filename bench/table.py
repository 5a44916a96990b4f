"""How a table of 650,000 lines scrolls: the time from a step of the bar to what is painted."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from random import Random
from statistics import quantiles
from typing import TYPE_CHECKING

from bench.books import BIG, path_of
from bench.measuring import Figure, figure
from imt_desktop.ledger.cashbook import CashLine, cash_book
from imt_desktop.oversight.whole import open_book
from imt_desktop.period import Period

if TYPE_CHECKING:
    from imt_desktop.ui.widgets import Table

LINES = 650_000
FRAMES = 200
PAGE = 20
MOST = 0.033
"""Seconds a frame may take: thirty of them a second."""


def measure() -> Iterator[Figure]:
    """Scroll by lines, by pages and by jumps, without a screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from imt_desktop.ui.theme import apply

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    apply(app, "light")
    table = table_of_lines()
    table.set_rows(lines_of(path_of(BIG)))
    table.resize(1100, 700)
    table.show()
    chance = Random(1)
    ways = {
        "line by line": list(range(FRAMES)),
        "page by page": [n * PAGE for n in range(FRAMES)],
        "by jumps": [chance.randrange(LINES) for _ in range(FRAMES)],
    }
    for name, places in ways.items():
        slow = quantiles([_frame(app, table, place) for place in places], n=20)[-1]
        yield figure(f"a table of 650,000 lines scrolled {name}, p95", [slow], most=MOST)
    table.close()


def _frame(app: object, table: Table, place: int) -> float:
    from PySide6.QtWidgets import QApplication

    assert isinstance(app, QApplication)
    begun = time.perf_counter()
    table.verticalScrollBar().setValue(place)
    app.processEvents()
    return time.perf_counter() - begun


def table_of_lines() -> Table:
    """Return a table with the columns of a cash book."""
    from imt_desktop.i18n import Translator
    from imt_desktop.ui.widgets import Column, Table

    tr = Translator("en", "KE")
    return Table(
        [
            Column[CashLine]("Date", lambda line: tr.day(line.on), ink="ink2"),
            Column[CashLine]("Number", lambda line: str(line.receipt or line.voucher), strikes=True),
            Column[CashLine](
                "What for", lambda line: line.text or line.who, note=lambda line: line.reference,
                strikes=True, stretch=1,
            ),
            Column[CashLine]("In", lambda line: tr.amount(line.came), right=True, strikes=True),
            Column[CashLine]("Out", lambda line: tr.amount(line.went), right=True, strikes=True),
            Column[CashLine]("Balance", lambda line: tr.amount(line.balance), right=True, bold=True),
        ],
        "Cash book",
        struck=lambda line: line.void is not None,
    )  # fmt: skip


def lines_of(path: Path) -> list[CashLine]:
    """Return a book's lines, over again until there are enough."""
    book = open_book(path, writable=False)
    with book.read() as reading:
        lines = cash_book(reading, Period.parse("2016-11-01..2026-10-31")).lines
    book.close()
    return list(islice(cycle(lines), LINES))
