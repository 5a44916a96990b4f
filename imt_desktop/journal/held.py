"""The files that this program has open in SQLite, which nothing else here may open and close.

On Unix a program loses every lock on a file as soon as it closes any handle of it. A look at the
first bytes of an open book would so take SQLite's locks away, and the next program that reads the
book would throw its log away, with all that was saved in it
(https://www.sqlite.org/howtocorrupt.html, 2.2).
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Any, Final

_turn: Final = RLock()
_open: Final[Counter[tuple[int, int]]] = Counter()


class Held(sqlite3.Connection):
    """A connection that lets go of its file when it is closed."""

    holds: tuple[int, int] | None = None

    def close(self) -> None:
        """Close it, and let go of the file."""
        with _turn:
            super().close()
            if self.holds:
                _open[self.holds] -= 1
            self.holds = None


def connect(address: str, path: Path, **more: Any) -> Held:
    """Connect to a file, which is held from here on until the connection is closed."""
    with _turn:
        connection: Held = sqlite3.connect(address, factory=Held, **more)
        connection.holds = key(path)
        _open[connection.holds] += 1
        return connection


@contextmanager
def looking_at(path: Path) -> Iterator[bool]:
    """Say whether a file may be opened and closed by hand; nobody connects to it meanwhile.

    Raises OSError where there is no such file.
    """
    with _turn:
        yield not _open[key(path)]


def here(path: Path) -> bool:
    """Whether this program itself has a file open."""
    with _turn:
        return bool(_open[key(path)])


def stands(path: Path, file: tuple[int, int]) -> bool:
    """Whether the file that was opened as ``file`` still has its name."""
    try:
        return key(path) == file
    except OSError:
        return False


def key(path: Path) -> tuple[int, int]:
    """Return what tells a file from every other. Raises OSError where there is none."""
    found = path.stat()
    return found.st_dev, found.st_ino
