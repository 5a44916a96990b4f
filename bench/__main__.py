"""Run the jobs and write what they took: ``python -m bench [JOB ...]``."""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path

from bench.measuring import Figure, machine, shown

JOBS = (
    "starting", "opening", "home", "balances", "statement", "finding", "payment", "till", "billing",
    "charging", "workshop", "importing", "workbook", "table", "standing", "papers", "peers", "verify",
    "rebuild",
)  # fmt: skip
RESULTS = Path(__file__).with_name("RESULTS.md")

HEAD = """# Measured

By `./run bench` on {machine}. Medians, and the worst run. The big book has 2,000 members over 10
years, the small one 500 over 1 year; both are made by `bench/books.py` through the program's own use
cases.

| job | median | worst | must reach | beside it |
|---|---|---|---|---|
"""


def main(wanted: list[str]) -> int:
    """Run jobs; a full run is written to RESULTS.md."""
    for name in wanted:
        if name not in JOBS:
            print(f"There is no job {name}; there are {', '.join(JOBS)}.", file=sys.stderr)
            return 2
    # The program keeps its compiled code, as it does with people.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    on = machine()
    figures: list[Figure] = []
    for name in wanted or JOBS:
        for figure in importlib.import_module(f"bench.{name}").measure():
            figures.append(figure)
            print(row(figure), flush=True)
    if not wanted:
        lines = "\n".join(map(row, figures))
        RESULTS.write_text(HEAD.format(machine=on) + lines + "\n", encoding="utf-8")
    return 0


def row(figure: Figure) -> str:
    """Write a figure as a row of the table."""
    missed = " **missed**" if figure.good is False else ""
    return (
        f"| {figure.job} | {shown(figure.median)} | {shown(figure.worst)}"
        f" | {figure.target}{missed} | {figure.beside} |"
    )


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
