"""How long it takes from starting the program until Home of a book shows its figures."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.books import BIG, SMALL, copy_of
from bench.measuring import Figure, figure

RUNS = 5


def measure() -> Iterator[Figure]:
    """Start the program with either book, by turns, so that both meet the same machine."""
    with copy_of(SMALL) as small, copy_of(BIG) as big:
        for path in (small, big):
            _start(path)  # once for nothing
        times = [(_start(small), _start(big)) for _ in range(RUNS)]
    few, many = map(list, zip(*times, strict=True))
    yield figure("from start to Home, small book", few)
    yield figure(
        "from start to Home, big book", many, bare=few, most_times=1.5, bare_name="the small book"
    )


def _start(path: Path) -> float:
    """Start the program in a process of its own; returns the seconds until Home is there."""
    with tempfile.TemporaryDirectory() as config:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": config}
        begun = time.perf_counter()
        call = [sys.executable, "-m", "bench.home_shown", str(path)]
        with subprocess.Popen(call, env=environment, stdout=subprocess.PIPE, text=True) as program:
            assert program.stdout
            said = program.stdout.readline()
            took = time.perf_counter() - begun
        if said != "Home\n":
            raise RuntimeError("the window did not show Home")
        return took
