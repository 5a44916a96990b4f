"""Reads a file in a process of its own, so that nothing in it can hurt the program or the book."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from imt_desktop.ledger.importing import limits, wire
from imt_desktop.ledger.importing.errors import (
    ReadingStoppedError,
    ReadingTooHeavyError,
    ReadingTooLongError,
)
from imt_desktop.ledger.importing.prescan import file_name
from imt_desktop.ledger.importing.sheets import Workbook

FROZEN_WORD: Final = "--read-spreadsheet"
"""What a frozen program is started with to be the reading process (``child.main`` then runs)."""

_CHILD: Final = "imt_desktop.ledger.importing.child"
_CHECKOUT: Final = Path(__file__).resolve().parents[3]
_LOOK_UP_SECONDS: Final = 0.1


class ReaderBrokeError(RuntimeError):
    """The reading process failed in a way that is our bug; carries what it said."""


def reader_command() -> tuple[str, ...]:
    """Return how the reading process is started from here, frozen or not."""
    if getattr(sys, "frozen", False):
        return (sys.executable, FROZEN_WORD)
    return (sys.executable, "-m", _CHILD)


def read(
    path: Path,
    *,
    encoding: str = "",
    delimiter: str = "",
    command: Sequence[str] | None = None,
    seconds: int = limits.SECONDS,
    stop: threading.Event | None = None,
) -> Workbook:
    """Read a spreadsheet or text file; blocks until it is read, refused or stopped.

    Raises the errors of the file in ``importing.errors``; ReaderBrokeError if it was our fault.
    """
    process = subprocess.Popen(
        [*(command or reader_command()), str(path), encoding, delimiter],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    with process:
        try:
            answer, said = _wait(process, file_name(path), seconds, stop)
        except BaseException:
            process.kill()
            raise
    if process.returncode == 1:
        raise ReaderBrokeError(said.decode("utf-8", "replace")[-4000:])
    if process.returncode != 0:
        raise ReadingTooHeavyError(
            file_name(path)
        )  # ended by the system, or aborted for want of memory
    return wire.decode(answer)


def _wait(
    process: subprocess.Popen[bytes], name: str, seconds: int, stop: threading.Event | None
) -> tuple[bytes, bytes]:
    end = time.monotonic() + seconds
    while True:
        try:
            return process.communicate(timeout=_LOOK_UP_SECONDS)
        except subprocess.TimeoutExpired:
            if stop and stop.is_set():
                raise ReadingStoppedError(name) from None
            if time.monotonic() > end:
                raise ReadingTooLongError(name, seconds) from None


def environment() -> dict[str, str]:
    """Let a child process find this package where it is run from a checkout; nothing else changes."""
    paths = [str(_CHECKOUT), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONUTF8": "1"}
