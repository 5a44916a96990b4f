"""How long it takes from starting the program until Home of a book shows its figures.

Beside it HomeBank with the same book, by turns on the same machine, see ``bench.homebank``; where it
is not installed its comparison is left out. HomeBank draws on a screen that nobody sees, the
program on none.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench import homebank
from bench.books import BIG, SMALL, copy_of
from bench.measuring import Figure, figure

RUNS = 5


def measure() -> Iterator[Figure]:
    """Start the program with either book, and HomeBank with the big one, by turns."""
    theirs: list[float] = []
    with copy_of(SMALL) as small, copy_of(BIG) as big, homebank.ready(big) as start_theirs:
        for path in (small, big):
            start(path)  # once for nothing
        few, many = [], []
        for _ in range(RUNS):
            few.append(start(small))
            many.append(start(big))
            theirs += start_theirs()
    yield figure("from start to Home, small book", few)
    yield figure(
        "from start to Home, big book", many, bare=few, most_times=1.5, bare_name="the small book"
    )
    if theirs:
        yield figure(
            "the same, beside HomeBank", many, bare=theirs, most_times=0.5, bare_name="HomeBank"
        )


def start(path: Path) -> float:
    """Start the program in a process of its own; returns the seconds until Home is there."""
    return shown("bench.home_shown", path)[0]


def shown(module: str, *words: Path | str) -> tuple[float, float]:
    """Run a module until it says that its window is there; returns the seconds, and its memory in MB."""
    call = [sys.executable, "-m", module, *map(str, words)]
    with tempfile.TemporaryDirectory() as config:
        where = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": config}
        where.pop("PYTHONDONTWRITEBYTECODE", None)  # compiled code is kept, as it is with people
        begun = time.perf_counter()
        with subprocess.Popen(call, env=where, stdout=subprocess.PIPE, text=True) as program:
            assert program.stdout
            said = program.stdout.readline()
            took = time.perf_counter() - begun
    seen, _, memory = said.partition(" ")
    if seen != "shown":
        raise RuntimeError(f"{module} showed no window")
    return took, int(memory) / 1024
