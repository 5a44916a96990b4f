"""How long a year's workbook takes, beside the bare library that writes the same cells."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.books import BIG, path_of
from bench.measuring import Figure, figure
from imt_desktop.i18n import Translator
from imt_desktop.journal import Book
from imt_desktop.oversight.whole import open_book
from imt_desktop.period import Month, Period
from imt_desktop.reports.excel.lists import YEAR, ListWanted, workbook
from imt_desktop.reports.excel.write import write

ROWS = 100_000
RUNS = 3
MOST_TIMES = 1.5

Cells = list[list[tuple[int, Any]]]
"""Rows of cells, each with its column."""


def measure() -> Iterator[Figure]:
    """Write it, and then every cell of it with XlsxWriter alone, turn by turn."""
    book = open_book(path_of(BIG), writable=False)
    with TemporaryDirectory() as folder:
        ours, alone = Path(folder) / "ours.xlsx", Path(folder) / "bare.xlsx"
        period, rows = _long_enough(book, ours)
        cells = _cells_of(ours)
        times: list[float] = []
        bare: list[float] = []
        for _ in range(RUNS):
            for job, spent in ((lambda: _ours(book, period, ours), times),
                               (lambda: _bare(cells, alone), bare)):  # fmt: skip
                start = time.perf_counter()
                job()
                spent.append(time.perf_counter() - start)
    yield figure(
        f"a workbook of {rows:,} rows", times, bare=bare, most_times=MOST_TIMES,
        bare_name="XlsxWriter, the same cells",
    )  # fmt: skip
    book.close()


def _ours(book: Book, period: Period, path: Path) -> int:
    with book.read() as reading:
        return write(path, workbook(reading, ListWanted(YEAR, period), Translator("en")))


def _long_enough(book: Book, path: Path) -> tuple[Period, int]:
    """Take as many months as there are 100,000 rows in; a year of the big book has a little less."""
    last = Month.parse(BIG.last)
    for months in range(12, 24):
        period = Period(last.shift(1 - months).first, last.last)
        rows = _ours(book, period, path)
        if rows >= ROWS:
            break
    return period, rows


def _cells_of(path: Path) -> dict[str, Cells]:
    """Read every cell back, as what the library is given: texts, numbers and dates as numbers."""
    from python_calamine import CalamineWorkbook

    whole = CalamineWorkbook.from_path(path)
    sheets = {}
    for name in whole.sheet_names:
        rows = whole.get_sheet_by_name(name).to_python(skip_empty_area=False)
        sheets[name] = [
            [(at, _given(cell)) for at, cell in enumerate(row) if cell != ""] for row in rows
        ]
    return sheets


def _given(cell: Any) -> Any:
    if isinstance(cell, float):
        return Decimal(str(cell))
    return cell if isinstance(cell, str) else 46_000  # a day


def _bare(sheets: dict[str, Cells], path: Path) -> None:
    import xlsxwriter

    file = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    number = file.add_format({"num_format": "#,##0.00"})
    for name, rows in sheets.items():
        page = file.add_worksheet(name)
        _write_rows(page, rows, number)
    file.close()


def _write_rows(page: Any, rows: Sequence[Sequence[tuple[int, Any]]], number: Any) -> None:
    for row, cells in enumerate(rows):
        for at, cell in cells:
            if isinstance(cell, str):
                page.write_string(row, at, cell)
            else:
                page.write_number(row, at, cell, number)
