"""A list written by a child process, which is the command line itself: the window stays quick."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from threading import Event, Thread
from typing import IO, Final

import msgspec

from imt_desktop.errors import CannotWriteError
from imt_desktop.ledger.importing.reading import environment
from imt_desktop.reports.excel.lists import ListWanted
from imt_desktop.reports.excel.write import part_of

_LOOK_UP_SECONDS: Final = 0.1


class Progress(msgspec.Struct):
    """How many rows are written by now; the window looks at it from time to time."""

    rows: int = 0


class ListBrokeError(RuntimeError):
    """The child failed in a way that the window did not expect; carries what it said."""


def command() -> tuple[str, ...]:
    """Return how the command line is started from here, frozen or not."""
    if getattr(sys, "frozen", False):
        return (sys.executable,)
    return (sys.executable, "-m", "imt_desktop")


def words_of(book: Path, path: Path, wanted: ListWanted, language: str) -> list[str]:
    """Return the words of the call."""
    words = ["export", str(book), str(path), "--list", wanted.what, "--language", language]
    if wanted.period is not None:
        words += ["--period", str(wanted.period)]
    if wanted.member:
        words += ["--member", wanted.member]
    if wanted.account is not None:
        words += ["--account", str(wanted.account)]
    return [*words, "--names" if wanted.people else "--no-names", "--progress", "--json"]


def write_list(
    book: Path, path: Path, wanted: ListWanted, language: str, progress: Progress, stop: Event
) -> bool:
    """Write a list; returns False where it was stopped, and then nothing is left of it.

    Raises CannotWriteError.
    """
    process = subprocess.Popen(
        [*command(), *words_of(book, path, wanted, language)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    with process:
        assert process.stdout is not None and process.stderr is not None
        listening = Thread(target=_listen, args=(process.stderr, progress), daemon=True)
        listening.start()
        try:
            stopped = _wait(process, stop)
        except BaseException:
            process.kill()
            raise
        said = process.stdout.read()
        listening.join()
    if stopped:
        part_of(path).unlink(missing_ok=True)
        return False
    if process.returncode != 0:
        raise _reason(said, path)
    return True


def _listen(pipe: IO[bytes], progress: Progress) -> None:
    for line in pipe:
        if line.strip().isdigit():
            progress.rows = int(line)


def _wait(process: subprocess.Popen[bytes], stop: Event) -> bool:
    while True:
        try:
            process.wait(_LOOK_UP_SECONDS)
            return False
        except subprocess.TimeoutExpired:
            if stop.is_set():
                process.kill()
                process.wait()
                return True


def _reason(said: bytes, path: Path) -> Exception:
    try:
        error = msgspec.json.decode(said)["error"]
    except (msgspec.DecodeError, KeyError, TypeError):
        return ListBrokeError(said.decode("utf-8", "replace")[-2000:])
    if error["kind"] == CannotWriteError.__name__:
        return CannotWriteError(str(path))
    return ListBrokeError(f"{error['kind']}: {error['text']}")
