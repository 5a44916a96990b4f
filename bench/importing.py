"""How long it takes to bring in 100,000 payments from a workbook; beside calamine's bare reading."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from bench.books import BIG, copy_of
from bench.measuring import Figure, figure, timed

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
    yield replace(
        found,
        good=found.good and max(sizes) < MOST_MB,
        target=f"{found.target}, under {MOST_MB} MB",
        beside=f"{found.beside}; {max(sizes):.0f} MB",
    )


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


_WATCHED = """
import resource, subprocess, sys, time
begun = time.perf_counter()
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
print(time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
"""Runs a command. In a process of its own: the memory of whoever starts a program counts as the program's."""


def _bring_in(path: Path, workbook: Path) -> tuple[float, float]:
    """Return the seconds that it took, and the most memory of its processes in MB."""
    copy = path.with_name("copy.imt")
    shutil.copy(path, copy)
    call = [sys.executable, "-m", "imt_desktop", "import", copy, workbook, "--as", "payments"]
    watched = [sys.executable, "-c", _WATCHED, *map(str, call), "--officer", "1"]
    said = subprocess.run(watched, stdout=subprocess.PIPE, text=True, check=True).stdout
    took, most = map(float, said.split())
    return took, most / 1024


def _read(workbook: Path) -> None:
    from python_calamine import CalamineWorkbook

    CalamineWorkbook.from_path(str(workbook)).get_sheet_by_index(0).to_python()
