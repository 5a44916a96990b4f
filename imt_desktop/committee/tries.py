"""Wrong PINs: how many tries are left, and how long to wait after too many.

They are counted on this laptop, in a table that is in the book's file and in no copy of it. It belongs
neither to the journal nor to what follows from it and proves nothing; it only makes guessing slow, also
over a restart of the program.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from sqlite3 import Connection
from typing import Final

from imt_desktop.committee.errors import TooManyTriesError
from imt_desktop.journal import store

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


class Tries:
    """The tries at one book, on this laptop."""

    def __init__(self, book: Path) -> None:
        self._path = book

    def begin(self, officer: int, now: datetime) -> int:
        """Count a try before it is made, so that nothing is gained by ending the program.

        Returns the wrong PINs in a row with this one. Raises TooManyTriesError, and what keeps a
        book from being written.
        """
        with store.counting(self._path) as table:
            count, last = _failed(table, officer)
            if last and (wait := waiting(count, last, now)):
                raise TooManyTriesError(minutes(wait)).beside("pin")
            row = (officer, count + 1, int(now.timestamp()))
            table.execute("INSERT OR REPLACE INTO tries VALUES (?,?,?)", row)
            return count + 1

    def succeed(self, officer: int) -> None:
        """Forget the wrong PINs of an officer who typed the right one."""
        with store.counting(self._path) as table:
            table.execute("DELETE FROM tries WHERE officer = ?", (officer,))


def _failed(table: Connection, officer: int) -> tuple[int, datetime | None]:
    """Return the wrong PINs in a row and when the last was typed; what is no time locks nobody out."""
    row = table.execute("SELECT failed, at FROM tries WHERE officer = ?", (officer,)).fetchone()
    if row is None:
        return 0, None
    count, seconds = row
    try:
        return count, datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, ValueError, OSError):
        return 0, None


def minutes(wait: timedelta) -> int:
    """Return a wait in whole minutes, rounded up."""
    return -(-wait // timedelta(minutes=1))
