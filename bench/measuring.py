"""How a job is timed, and what a figure says."""

from __future__ import annotations

import os
import platform
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

RUNS = 5


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured time in seconds, beside what it must reach and what it is compared with."""

    job: str
    median: float
    worst: float
    target: str = ""
    good: bool | None = None
    """None where there is no target."""
    beside: str = ""
    over: float = 1.0
    """How many times as long as it may take, of its targets the one that is missed most."""


def figure(
    job: str,
    times: list[float],
    *,
    most: float | None = None,
    bare: list[float] | None = None,
    most_times: float | None = None,
    bare_name: str = "",
) -> Figure:
    """Hold measured times against a most in seconds, and a most in times of something bare."""
    median = statistics.median(times)
    targets, over, beside = [], [0.0], ""
    if most is not None:
        targets.append(f"under {shown(most)}")
        over.append(median / most)
    if bare:
        ratio = median / statistics.median(bare)
        beside = f"{bare_name} {shown(statistics.median(bare))}, {ratio:.3g} times"
        if most_times is not None:
            targets.append(f"at most {most_times:g} times")
            over.append(ratio / most_times)
    good = max(over) <= 1 if targets else None
    return Figure(job, median, max(times), ", ".join(targets), good, beside, max(over))


def timed(job: Callable[[], object], runs: int = RUNS) -> list[float]:
    """Run a job several times after once for nothing; returns each run's seconds."""
    job()
    return [_once(job) for _ in range(runs)]


def _once(job: Callable[[], object]) -> float:
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def command(*words: str | Path, runs: int = 3) -> list[float]:
    """Time the command line from start to end, in a process of its own."""
    call = [sys.executable, "-m", "imt_desktop", *map(str, words)]

    def job() -> None:
        subprocess.run(call, check=True, capture_output=True)

    return [_once(job) for _ in range(runs)]


_WATCHED = """
import resource, subprocess, sys, time
begun = time.perf_counter()
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
print(time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
"""Runs a command. In a process of its own: the memory of whoever starts a program counts as the program's."""


def watched(*words: str | Path) -> tuple[float, float]:
    """Run the command line once; returns its seconds, and the most memory of its processes in MB."""
    call = [sys.executable, "-c", _WATCHED, sys.executable, "-m", "imt_desktop", *map(str, words)]
    said = subprocess.run(call, stdout=subprocess.PIPE, text=True, check=True).stdout
    took, most = map(float, said.split())
    return took, most / 1024


def within(found: Figure, sizes: list[float], most: float) -> Figure:
    """Hold the memory of a job against a most as well, both in MB."""
    return replace(
        found,
        good=found.good and max(sizes) < most,
        target=f"{found.target}, under {most:g} MB",
        beside="; ".join(filter(None, (found.beside, f"{max(sizes):.0f} MB"))),
    )


@contextmanager
def bare_database(folder: Path) -> Iterator[sqlite3.Connection]:
    """Give an empty database that keeps what is written as safely as a book does."""
    database = sqlite3.connect(folder / "bare.db", isolation_level=None)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")
    yield database
    database.close()


def shown(seconds: float) -> str:
    """Write a time with as many digits as it has worth."""
    if seconds >= 1:
        return f"{seconds:.1f} s"
    return f"{seconds * 1000:.3g} ms"


def machine() -> str:
    """Say on what it was measured."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    load = os.getloadavg()[0]
    return (
        f"{os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()} {platform.machine()},"
        f" Python {platform.python_version()}, SQLite {sqlite3.sqlite_version};"
        f" others kept {load:.1f} cores busy at the start"
    )
