"""What may be missing in a book: words that were forgotten by an entry, and what a copy left out.

Whatever is missing and stands in none of the two is tampering.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct

from imt_desktop.journal.entries import BookRestored, Entry, WordsForgotten
from imt_desktop.journal.problems import Problem

_EVERYWHERE: Final = 2**62

TELLING: Final = (WordsForgotten, BookRestored)
"""Entries that tell of something missing."""


class Excuses(Struct, frozen=True):
    """What may be missing.

    ``left_out`` names the kept tables that this copy left out, ``until`` the last entry whose rows
    of a kept table may be missing, and ``forgotten`` the words that entries erased.
    """

    left_out: tuple[str, ...]
    until: dict[str, int]
    forgotten: frozenset[tuple[int, str]]

    def cover(self, problem: Problem) -> bool:
        """Whether something is rightly missing."""
        if not problem.kind.endswith("-missing") or problem.table is None or problem.seq is None:
            return False
        if problem.seq <= self.until.get(problem.table, 0):
            return True
        return problem.table == "word" and (problem.seq, _path(problem)) in self.forgotten

    def still_there(self, connection: sqlite3.Connection) -> Iterator[Problem]:
        """List words that an entry says were erased, and that stand there all the same."""
        for seq, path in sorted(self.forgotten):
            if connection.execute(
                "SELECT 1 FROM word WHERE seq=? AND path=?", (seq, path)
            ).fetchone():
                yield Problem("word-strange", seq=seq, table="word", row=f"{seq}, {path}")


def excuses(left_out: tuple[str, ...], told: Iterable[tuple[int, Entry]]) -> Excuses:
    """Return what may be missing, by a copy's mark and the entries that tell of it."""
    until = dict.fromkeys(left_out, _EVERYWHERE)
    forgotten: set[tuple[int, str]] = set()
    for seq, entry in told:
        if isinstance(entry, WordsForgotten):
            forgotten |= {(word.entry, word.path) for word in entry.words if word.entry < seq}
        elif isinstance(entry, BookRestored):
            until |= {name: max(seq, until.get(name, 0)) for name in entry.left_out}
    return Excuses(left_out, until, frozenset(forgotten))


def note(told: list[tuple[int, Entry]], seq: int, entry: Entry) -> None:
    """Remember an entry that tells of something missing."""
    if isinstance(entry, TELLING):
        told.append((seq, entry))


def _path(problem: Problem) -> str:
    return (problem.row or "").partition(", ")[2]
