"""How long it takes to bring in 100,000 payments from a workbook; beside calamine's bare reading."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from bench.books import BIG, copy_of
from bench.measuring import Figure, figure, timed, watched, within

ROWS = 100_000
RUNS = 3
MOST_MB = 512
HEAD = ("Date", "Receipt", "Member no", "Amount", "Method", "Ref", "Name", "Remarks")


def measure() -> Iterator[Figure]:
    """Bring the same workbook into fresh copies of the big book, through the command line."""
    with copy_of(BIG) as path:
        workbook = path.with_name("payments.xlsx")
        _write(workbook)
        runs = [_bring_in(path, workbook) for _ in range(RUNS)]
        bare = timed(lambda: _read(workbook), RUNS)
    times, sizes = map(list, zip(*runs, strict=True))
    found = figure(
        "bring in 100,000 payments", times, most=20,
        bare=bare, most_times=10, bare_name="calamine's bare reading",
    )  # fmt: skip
    yield within(found, sizes, MOST_MB)


def _write(path: Path) -> None:
    from xlsxwriter import Workbook

    book = Workbook(str(path), {"constant_memory": True, "default_date_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet("Payments")
    sheet.write_row(0, 0, HEAD)
    for number in range(ROWS):
        member = 1 + number % BIG.members
        on = date(2026, 10, 1) + timedelta(days=number % 28)
        name = f"Bench Household {member}"
        cells = (on, 500_000 + number, str(member), 450, "cash", "", name, "")
        sheet.write_row(number + 1, 0, cells)
    book.close()


def _bring_in(path: Path, workbook: Path) -> tuple[float, float]:
    """Return the seconds that it took, and the most memory of its processes in MB."""
    copy = path.with_name("copy.imt")
    shutil.copy(path, copy)
    return watched("import", copy, workbook, "--as", "payments", "--officer", "1")


def _read(workbook: Path) -> None:
    from python_calamine import CalamineWorkbook

    CalamineWorkbook.from_path(str(workbook)).get_sheet_by_index(0).to_python()
