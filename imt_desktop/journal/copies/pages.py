"""Copying a book page by page with SQLite's own backup, while it may be in use, and checking it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from msgspec import Struct

from imt_desktop.journal import errors, store
from imt_desktop.journal.book import Head
from imt_desktop.journal.copies import disk
from imt_desktop.journal.following import follow
from imt_desktop.journal.rooms import Rooms


class Ends(Struct, frozen=True):
    """Which book a file holds, and its newest entry."""

    book: str
    head: Head
    left_out: tuple[str, ...] = ()


def ends(path: Path, rooms: Rooms) -> Ends:
    """Say which book a file holds and how far it goes. Raises what opening a book raises."""
    store.check_header(path)
    with store.translated(path), closing(store.connect(path, "read")) as connection:
        first = connection.execute("SELECT stored FROM journal WHERE seq = 1").fetchone()
        last = connection.execute(
            "SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1"
        ).fetchone()
        if first is None:
            raise errors.DamagedBookError(str(path))
        try:
            return Ends(rooms.envelope(first[0]).book, Head(*last), store.left_out(connection))
        except ValueError as error:
            raise errors.DamagedBookError(str(path)) from error


def has(path: Path, head: Head) -> bool:
    """Whether a copy has an entry, and so all before it; one that cannot be read has none."""
    try:
        store.check_header(path)
        with store.translated(path), closing(store.connect(path, "read")) as copy:
            row = copy.execute("SELECT hash FROM journal WHERE seq = ?", (head.seq,)).fetchone()
    except errors.BookError:
        return False
    return row is not None and row[0] == head.hash


def copy_pages(source: Path, part: Path) -> None:
    """Copy a book into one file of its own, as it is at this moment. The part is not yet flushed."""
    with store.translated(source), closing(store.connect(source, "read")) as book:
        copy_open(book, part)


def copy_open(book: sqlite3.Connection, part: Path) -> None:
    """Copy a book that is open, also where its file was deleted since: what is open is still there."""
    with disk.writing(part):
        disk.remove(part)
    with store.translated(part), closing(sqlite3.connect(part, isolation_level=None)) as copy:
        copy.execute("PRAGMA synchronous = OFF")  # it is flushed when it is whole
        book.backup(copy)
        store.count_nothing(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # so that a copy is one file


@contextmanager
def changing(part: Path) -> Iterator[sqlite3.Connection]:
    """Change a copy that is not yet flushed, in one transaction."""
    with store.translated(part), closing(sqlite3.connect(part, isolation_level=None)) as copy:
        copy.execute("PRAGMA synchronous = OFF")
        copy.execute("PRAGMA trusted_schema = 0")
        copy.execute("BEGIN IMMEDIATE")
        yield copy
        copy.execute("COMMIT")


def shrink(part: Path) -> None:
    """Write a copy anew, without the room of what was left out."""
    with store.translated(part), closing(sqlite3.connect(part, isolation_level=None)) as copy:
        copy.execute("PRAGMA synchronous = OFF")
        copy.execute("VACUUM")


def check(part: Path, rooms: Rooms) -> Ends:
    """Check a copy before it counts: its pages and its chain. Raises NotWholeError."""
    with store.translated(part), closing(store.connect(part, "read")) as connection:
        ((answer,),) = connection.execute("PRAGMA quick_check(1)").fetchall()
        found, left_out = follow(connection, rooms), store.left_out(connection)
    if answer != "ok" or found.broken or not found.head.seq:
        raise errors.NotWholeError(str(part))
    return Ends(found.book, found.head, left_out)


def finish(part: Path, path: Path) -> None:
    """Flush a copy that was checked, and give it its name."""
    with disk.writing(path):
        disk.flush(part)
        disk.put(part, path)
