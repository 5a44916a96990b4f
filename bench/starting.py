"""How long it takes from starting the program with the practice book to a window that takes input.

Beside it a bare window of PySide6.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bench.books import PRACTICE, copy_of
from bench.home import RUNS, shown
from bench.measuring import Figure, figure

MOST_MB = 200
MOST_TIMES = 2.5


def measure() -> Iterator[Figure]:
    """Start both by turns, so that both meet the same machine."""
    with copy_of(PRACTICE) as path:
        shown("bench.home_shown", path, "window")  # once for nothing
        shown("bench.bare_window")
        runs = [
            (shown("bench.home_shown", path, "window"), shown("bench.bare_window"))
            for _ in range(RUNS)
        ]
    ours, bare = [took for (took, _mb), _ in runs], [took for _, (took, _mb) in runs]
    most = max(mb for (_took, mb), _ in runs)
    found = figure(
        "from start to a window that takes input, practice book", ours, bare=bare, most_times=MOST_TIMES,
        bare_name="a bare window",
    )  # fmt: skip
    yield replace(
        found,
        good=found.good and most <= MOST_MB,
        target=f"{found.target}, at most {MOST_MB} MB",
        beside=f"{found.beside}; {most:.0f} MB",
    )
