"""Two copies of a book: the same, one continues the other, or they have forked."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Literal

from msgspec import Struct

from imt_desktop.journal import errors, store
from imt_desktop.journal.book import Head, read_journal
from imt_desktop.journal.following import follow
from imt_desktop.journal.rooms import Recorded, Rooms

Relation = Literal["same", "first-continues", "second-continues", "forked"]


class Comparison(Struct, frozen=True):
    """How two copies stand to each other. ``common`` is the last entry that both have."""

    relation: Relation
    common: int
    first: Head
    second: Head


def compare_copies(first: Path, second: Path, rooms: Rooms) -> Comparison:
    """Compare two copies by their journals.

    Raises AnotherBooksCopyError, BrokenChainError where a chain is broken, and what opening a book
    raises.
    """
    with _opened(first, rooms) as one, _opened(second, rooms) as other:
        ours, theirs = _walked(first, one, rooms), _walked(second, other, rooms)
        if ours[0] != theirs[0]:
            raise errors.AnotherBooksCopyError(str(second))
        with store.translated(second):
            common = _last_common(one, other, min(ours[1].seq, theirs[1].seq))
    return Comparison(_relation(common, ours[1], theirs[1]), common, ours[1], theirs[1])


def entries_after(path: Path, rooms: Rooms, seq: int) -> Iterator[Recorded]:
    """Read what a copy has after an entry."""
    with _opened(path, rooms) as connection, store.translated(path):
        yield from read_journal(connection, rooms, seq + 1)


def _opened(path: Path, rooms: Rooms) -> closing[sqlite3.Connection]:
    store.check_header(path)
    store.check_objects(path, rooms)
    return closing(store.connect(path, "read"))


def _walked(path: Path, connection: sqlite3.Connection, rooms: Rooms) -> tuple[str, Head]:
    with store.translated(path):
        found = follow(connection, rooms)
    if found.broken:
        raise errors.BrokenChainError(str(path), found.broken)
    if not found.head.seq:
        raise errors.DamagedBookError(str(path))
    return found.book, found.head


def _last_common(one: sqlite3.Connection, other: sqlite3.Connection, most: int) -> int:
    """Find the last entry that both chains have; before it they are the same, after it never."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if _hash(one, middle) == _hash(other, middle):
            low = middle
        else:
            high = middle - 1
    return low


def _hash(connection: sqlite3.Connection, seq: int) -> bytes:
    row = connection.execute("SELECT hash FROM journal WHERE seq = ?", (seq,)).fetchone()
    return bytes(row[0])


def _relation(common: int, first: Head, second: Head) -> Relation:
    if first.seq == second.seq == common:
        return "same"
    if second.seq == common:
        return "first-continues"
    return "second-continues" if first.seq == common else "forked"
