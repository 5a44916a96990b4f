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


class Connection(sqlite3.Connection):
    """A connection that says for how long it holds its file."""

    def __init__(self, address: str, *args: Any, path: Path, **kwargs: Any) -> None:
        with _turn:
            super().__init__(address, *args, **kwargs)
            self._holds: tuple[int, int] | None = _key(path)
            _open[self._holds] += 1

    def close(self) -> None:
        """Close it, and let go of the file."""
        with _turn:
            super().close()
            if self._holds:
                _open[self._holds] -= 1
            self._holds = None


@contextmanager
def looking_at(path: Path) -> Iterator[bool]:
    """Say whether a file may be opened and closed by hand; nobody connects to it meanwhile.

    Raises OSError where there is no such file.
    """
    with _turn:
        yield not _open[_key(path)]


def _key(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino
