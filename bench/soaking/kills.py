"""kill -9 of a program that writes: nothing that it said was saved is lost, and nothing is locked."""

from __future__ import annotations

import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

from bench.soaking import work
from bench.soaking.outcome import Outcome
from imt_desktop.errors import UserError
from imt_desktop.journal.verify import verify
from imt_desktop.oversight.whole import ROOMS, open_book

HOUSEHOLDS = 8
AS_A_PROGRAM = 25
"""One kill in so many is of the whole program, started anew; the others of a process forked from us."""

_STARTED = b"started\n"


def soak(times: int, seed: int = 1) -> Outcome:
    """Kill a writer ``times`` times while it works, and look at its book each time."""
    chance = Random(seed)
    outcome = Outcome("kill -9")
    with tempfile.TemporaryDirectory() as folder:
        good = Path(folder) / "good.imt"
        work.new_book(good, HOUSEHOLDS, work.system_moment).close()
        path = Path(folder) / "soak.imt"
        for number in range(times):
            if number % 40 == 0:
                shutil.copy(good, path)  # a book that was killed often, but does not grow for ever
            start = _program if number % AS_A_PROGRAM == 0 else _forked
            outcome.tried += 1
            outcome.notes["the whole program" if start is _program else "a forked writer"] += 1
            if wrong := _kill_once(start, path, chance, outcome):
                outcome.blame(wrong)
                shutil.copy(good, path)
    return outcome


Start = Callable[[Path, int], tuple[int, int]]
"""Starts a writer on a book: its process, and a pipe on which it tells what is saved."""


def _kill_once(start: Start, path: Path, chance: Random, outcome: Outcome) -> str:
    process, told = start(path, chance.randrange(10**9))
    with os.fdopen(told, "rb", buffering=0) as pipe:
        heard = pipe.read(len(_STARTED))
        end = time.monotonic() + chance.uniform(0, 0.06)
        while (left := end - time.monotonic()) > 0 and heard:
            if select.select([pipe], [], [], left)[0]:
                heard += pipe.read(65536)
        os.kill(process, signal.SIGKILL)
        while more := pipe.read(65536):
            heard += more
    os.waitpid(process, 0)
    lines = heard.removeprefix(_STARTED).split(b"\n")[:-1]
    outcome.notes["entries told as saved"] += len(lines)
    return _look(path, int(lines[-1]) if lines else 0)


def _look(path: Path, saved: int) -> str:
    """Say what is wrong with a book whose writer was killed."""
    try:
        with closing(open_book(path)) as book:
            with book.read() as reading:
                entries = reading.head().seq
            if entries < saved:
                return f"lost: {entries} entries, {saved} were said to be saved"
            if problems := verify(path, ROOMS).problems:
                return f"broken: {problems[0]}"
            work.do(book, lambda writing: work.receive(writing, 5))
    except UserError as error:
        return f"shut: {error!r}"
    return ""


def _forked(path: Path, seed: int) -> tuple[int, int]:
    told, tell = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(told)
        try:
            write_on(path, seed, tell)
        finally:
            os._exit(1)
    os.close(tell)
    return process, told


def _program(path: Path, seed: int) -> tuple[int, int]:
    told, tell = os.pipe()
    root = Path(__file__).resolve().parents[2]
    words = [sys.executable, "-m", "bench.soaking.kills", str(path), str(seed), str(tell)]
    process = subprocess.Popen(words, pass_fds=[tell], cwd=root)
    os.close(tell)
    process.returncode = 0  # it is waited for by its number
    return process.pid, told


def write_on(path: Path, seed: int, tell: int) -> None:
    """Work in a book until somebody kills us; each entry is told once it is saved."""
    chance = Random(seed)
    book = open_book(path)
    os.write(tell, _STARTED)
    while True:
        work.do(book, lambda writing: work.anything(writing, chance, HOUSEHOLDS))
        with book.read() as reading:
            os.write(tell, b"%d\n" % reading.head().seq)


if __name__ == "__main__":
    write_on(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
