"""One writer a book: a file beside it, locked by the system and released even by a crash."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from imt_desktop.journal.errors import BookBusyError, from_system


class Lock:
    """Held while a book is open for writing. Raises BookBusyError if another holds it."""

    def __init__(self, book: Path) -> None:
        path = book.with_name(book.name + ".lock")
        try:
            self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise from_system(str(book), error) from error
        try:
            _lock(self._file)
        except OSError as error:
            os.close(self._file)
            raise BookBusyError(str(book)) from error

    def release(self) -> None:
        """Let another open the book for writing."""
        os.close(self._file)


def is_held(book: Path) -> bool:
    """Whether somebody has a book open for writing; never on Windows, where nobody has to know it."""
    if sys.platform == "win32":
        return False
    try:
        file = os.open(book.with_name(book.name + ".lock"), os.O_RDONLY)
    except OSError:
        return False
    try:
        fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError:
        return True
    finally:
        os.close(file)
    return False


if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
