"""Run the jobs and write what they took: ``python -m bench [JOB ...]``."""

from __future__ import annotations

import importlib
import os
import sys
import time
import traceback
from pathlib import Path

from bench.measuring import Figure, machine, shown

JOBS = (
    "starting", "opening", "home", "balances", "statement", "finding", "payment", "till", "billing",
    "charging", "workshop", "importing", "workbook", "table", "standing", "papers", "packing",
    "peers", "verify", "rebuild", "community", "board",
)  # fmt: skip
RESULTS = Path(__file__).with_name("RESULTS.md")

HEAD = """# Measured

By `./run bench`, last on {machine}. Medians, and the worst run. The big book has 2,000 members over 10
years, the small one 500 over 1 year; both are made by `bench/books.py` through the program's own use
cases. Where a target is missed, it says how many times as long it takes as it may, and `bench/MISSED.md`
why. `./run bench JOB` measures a job of the first column again, and leaves the other rows.

| by | job | median | worst | must reach | beside it |
|---|---|---|---|---|---|
"""


def main(wanted: list[str]) -> int:
    """Run jobs, all if none is named; their rows take the place of older ones in RESULTS.md."""
    for name in wanted:
        if name not in JOBS:
            print(f"There is no job {name}; there are {', '.join(JOBS)}.", file=sys.stderr)
            return 2
    # The program keeps its compiled code, as it does with people.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    on, rows, broken = machine(), earlier(), 0
    for name in wanted or JOBS:
        begun = time.perf_counter()
        rows[name] = []
        try:
            for figure in importlib.import_module(f"bench.{name}").measure():
                rows[name].append(row(name, figure))
                print(rows[name][-1], flush=True)
        except Exception:  # the others are measured all the same
            traceback.print_exc()
            broken += 1
            rows[name].append(f"| {name} | could not be measured | | | | |")
        print(f"{name} took {time.perf_counter() - begun:.0f} s", file=sys.stderr)
        lines = [line for job in JOBS for line in rows.get(job, ())]
        text = HEAD.format(machine=on) + "\n".join(lines) + "\n"
        RESULTS.write_text(text, encoding="utf-8")
    return min(broken, 1)


def earlier() -> dict[str, list[str]]:
    """Read the rows that were measured before, by their job."""
    rows: dict[str, list[str]] = {}
    if RESULTS.exists():
        for line in RESULTS.read_text("utf-8").splitlines():
            name = line.removeprefix("| ").split(" ", 1)[0]
            if line.startswith("| ") and name in JOBS:
                rows.setdefault(name, []).append(line)
    return rows


def row(name: str, figure: Figure) -> str:
    """Write a figure as a row of the table."""
    missed = ""
    if figure.good is False:
        missed = " **missed**" + (f" {figure.over:.1f} times" if figure.over > 1 else "")
    return (
        f"| {name} | {figure.job} | {shown(figure.median)} | {shown(figure.worst)}"
        f" | {figure.target}{missed} | {figure.beside} |"
    )


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
