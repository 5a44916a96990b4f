"""Wrong PINs: how many tries are left, and how long to wait after too many.

They are counted on this laptop, in a small file beside the book. It belongs to neither the journal nor
the tables and proves nothing; it only makes guessing slow, also over a restart of the program.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Lock
from typing import Final

import msgspec

from imt_desktop.committee.errors import TooManyTriesError
from imt_desktop.journal.errors import ReadOnlyBookError

FREE: Final = 5
"""Wrong PINs before the first wait."""

FIRST_WAIT: Final = timedelta(minutes=1)
LONGEST_WAIT: Final = timedelta(hours=1)


def wait_after(failures: int) -> timedelta:
    """Return how long to wait after so many wrong PINs in a row: 1, 2, 4 … minutes, at most an hour."""
    if failures < FREE:
        return timedelta()
    return min(LONGEST_WAIT, FIRST_WAIT * (1 << min(failures - FREE, 10)))


def waiting(failures: int, last: datetime, now: datetime) -> timedelta:
    """Return how long there is still to wait; a clock that went back makes it no longer."""
    wait = wait_after(failures)
    return max(timedelta(), min(wait, last + wait - now))


def left(failures: int) -> int:
    """Return how many tries there are before the next wait."""
    return max(0, FREE - failures)


class _Failed(msgspec.Struct, frozen=True):
    """Wrong PINs in a row, and when the last one was typed."""

    count: int
    at: datetime


class Tries:
    """The tries at one book, on this laptop."""

    _one_at_a_time: Final = Lock()

    def __init__(self, book: Path) -> None:
        self._book = book
        self._path = book.with_name(book.name + ".tries")

    def begin(self, officer: int, now: datetime) -> int:
        """Count a try before it is made, so that nothing is gained by ending the program.

        Returns the wrong PINs in a row with this one. Raises TooManyTriesError, and
        ReadOnlyBookError where it cannot be written down.
        """
        with self._one_at_a_time:
            failed = self._read()
            known = failed.get(officer)
            if known and (wait := waiting(known.count, known.at, now)):
                raise TooManyTriesError(minutes(wait)).beside("pin")
            count = known.count + 1 if known else 1
            self._write(failed | {officer: _Failed(count, now.astimezone(UTC))})
            return count

    def succeed(self, officer: int) -> None:
        """Forget the wrong PINs of an officer who typed the right one."""
        with self._one_at_a_time:
            failed = self._read()
            failed.pop(officer, None)
            self._write(failed)

    def _read(self) -> dict[int, _Failed]:
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=dict[int, _Failed])
        except (OSError, msgspec.MsgspecError):
            return {}

    def _write(self, failed: dict[int, _Failed]) -> None:
        part = self._path.with_name(self._path.name + ".part")
        try:
            if not failed:
                self._path.unlink(missing_ok=True)
                return
            with part.open("wb") as file:
                file.write(msgspec.json.encode(failed))
                file.flush()
                os.fsync(file.fileno())
            part.replace(self._path)
        except OSError as error:
            raise ReadOnlyBookError(str(self._book)) from error


def minutes(wait: timedelta) -> int:
    """Return a wait in whole minutes, rounded up."""
    return -(-wait // timedelta(minutes=1))
