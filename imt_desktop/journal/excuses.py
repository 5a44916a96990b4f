"""What may be missing in a book: words that were forgotten by an entry, and what a copy left out.

Whatever is missing and stands in none of the two is tampering.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from imt_desktop.journal import store
from imt_desktop.journal.entries import BookRestored, Entry, WordsForgotten
from imt_desktop.journal.problems import Problem
from imt_desktop.journal.rooms import Rooms

_EVERYWHERE: Final = 2**62
_TELLING: Final = (WordsForgotten.KIND, BookRestored.KIND)


@dataclass(frozen=True, slots=True)
class Excuses:
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


def excuses(connection: sqlite3.Connection, rooms: Rooms, database: str = "main") -> Excuses:
    """Read from a book what may be missing in it; nothing where the file cannot be read.

    ``database`` is the name that the book has in the connection.
    """
    try:
        return _excuses(connection, rooms, database)
    except sqlite3.DatabaseError:  # verifying tells of it
        return Excuses((), {}, frozenset())


def _excuses(connection: sqlite3.Connection, rooms: Rooms, database: str) -> Excuses:
    left_out = store.left_out(connection, database)
    until = dict.fromkeys(left_out, _EVERYWHERE)
    forgotten: set[tuple[int, str]] = set()
    for seq, entry in _telling(connection, rooms):
        if isinstance(entry, WordsForgotten):
            forgotten |= {(word.entry, word.path) for word in entry.words if word.entry < seq}
        elif isinstance(entry, BookRestored):
            until |= {name: max(seq, until.get(name, 0)) for name in entry.left_out}
    return Excuses(left_out, until, frozenset(forgotten))


def _telling(connection: sqlite3.Connection, rooms: Rooms) -> Iterator[tuple[int, Entry]]:
    """Find the entries that tell of something missing, without reading all of them."""
    rows = connection.execute(
        "SELECT seq, stored FROM journal WHERE instr(stored, CAST(? AS BLOB))"
        " OR instr(stored, CAST(? AS BLOB)) ORDER BY seq",
        [f'"kind":"{kind}"' for kind in _TELLING],
    )
    for seq, stored in rows:
        try:
            envelope = rooms.envelope(stored)
            if envelope.kind in _TELLING:
                yield seq, rooms.body(envelope)
        except Exception:  # damaged: the walk along the chain tells of it
            continue


def _path(problem: Problem) -> str:
    return (problem.row or "").partition(", ")[2]
