"""Names of backups, and which of them are kept: 7 by day, 4 by week, 12 by month.

A backup's number gives the order; its day is for people, because a clock can be wrong:
``0042 2026-10-14 entry 1234 closing.imt``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable
from datetime import date
from typing import Final, Literal, get_args

from msgspec import Struct

Reason = Literal["asked", "closing", "daily", "gone", "import", "restore", "upgrade"]
"""Why a backup was made: at the end of the work, each day, before something that changes much, or since the
book's file was gone while it was open."""

DAYS: Final = 7
WEEKS: Final = 4
MONTHS: Final = 12

_NAME: Final = re.compile(
    rf"([0-9]{{4,9}}) ([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}) entry ([0-9]{{1,9}})"
    rf" ({'|'.join(get_args(Reason))})\.imt"
)


class BackupName(Struct, frozen=True):
    """What a backup's name says."""

    number: int
    on: date
    entry: int
    reason: str

    def __str__(self) -> str:
        return f"{self.number:04} {self.on} entry {self.entry} {self.reason}.imt"


def parse(name: str) -> BackupName | None:
    """Read a backup's name; None for any other file."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    try:
        on = date.fromisoformat(found[2])
    except ValueError:
        return None
    return BackupName(int(found[1]), on, int(found[3]), found[4])


def to_keep(names: Iterable[str], today: date) -> set[str]:
    """Return which files of a folder stay.

    The newest of each of the last 7 days, 4 weeks and 12 months in which there was one; of today
    also the newest of each reason. What is no backup is not ours to delete.
    """
    every = list(names)
    backups = [(found, name) for name in every if (found := parse(name))]
    backups.sort(key=lambda one: (one[0].number, one[1]), reverse=True)
    kept = {name for name in every if parse(name) is None}
    for most, slot in _SLOTS:
        kept |= _newest_of_each(backups, slot, most)
    ofs_today = [one for one in backups if one[0].on == today]
    return kept | _newest_of_each(ofs_today, lambda one: one.reason, len(ofs_today))


def _week(one: BackupName) -> Hashable:
    return one.on.isocalendar()[:2]


_SLOTS: Final[tuple[tuple[int, Callable[[BackupName], Hashable]], ...]] = (
    (DAYS, lambda one: one.on),
    (WEEKS, _week),
    (MONTHS, lambda one: (one.on.year, one.on.month)),
)


def _newest_of_each(
    backups: list[tuple[BackupName, str]], slot: Callable[[BackupName], Hashable], most: int
) -> set[str]:
    filled: dict[Hashable, str] = {}
    for found, name in backups:
        if slot(found) not in filled and len(filled) < most:
            filled[slot(found)] = name
    return set(filled.values())
