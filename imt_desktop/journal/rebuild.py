"""Rebuild: throw the derived tables away and post the whole journal again."""

from __future__ import annotations

import gc
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from imt_desktop.journal import store
from imt_desktop.journal.book import read_journal
from imt_desktop.journal.errors import ChangedJournalError
from imt_desktop.journal.following import follow
from imt_desktop.journal.posting import Tables
from imt_desktop.journal.rooms import Rooms, UnreadableEntry
from imt_desktop.journal.tables import TABLES_VERSION

EVERY = 1000
"""Entries between two words about how far it has come."""

Progress = Callable[[int], None]


def rebuild_file(path: Path, rooms: Rooms, progress: Progress | None = None) -> int:
    """Rebuild the derived tables of a book's file, in one transaction; returns how many entries.

    The caller holds the book's lock. A crash leaves the old tables. Raises DamagedBookError and
    UnknownKindsError where an entry cannot be read.
    """
    connection = store.connect(path, "write")
    try:
        with store.translated(path), without_pauses():
            connection.execute("BEGIN IMMEDIATE")
            count = rebuild_within(connection, rooms, progress)
            connection.execute(f"PRAGMA user_version = {TABLES_VERSION}")
            connection.execute("COMMIT")
            return count
    finally:
        connection.close()


def rebuild_whole(path: Path, rooms: Rooms, progress: Progress | None = None) -> int:
    """Rebuild as somebody asks for it, unless the journal itself was changed.

    Raises ChangedJournalError, and as ``rebuild_file``.
    """
    with store.translated(path), closing(store.connect(path, "read")) as connection:
        broken = follow(connection, rooms).broken
    if broken:
        raise ChangedJournalError(str(path), broken)
    return rebuild_file(path, rooms, progress)


def rebuild_within(
    connection: sqlite3.Connection, rooms: Rooms, progress: Progress | None = None
) -> int:
    """Rebuild the derived tables in a transaction that somebody else began and will end."""
    _drop_derived(connection, rooms)
    return rebuild_aside(connection, rooms, connection, progress)


def rebuild_aside(
    journal: sqlite3.Connection,
    rooms: Rooms,
    target: sqlite3.Connection,
    progress: Progress | None = None,
) -> int:
    """Lay the derived tables out in ``target`` and post every entry of ``journal`` to them."""
    store.lay_out(target, store.derived_tables(rooms))
    tables = Tables(target, rooms.forms)
    count = 0
    try:
        for count, recorded in enumerate(read_journal(journal, rooms), 1):
            rooms.post(tables, recorded)
            tables.flush_many()
            if progress and count % EVERY == 0:
                progress(count)
        tables.flush()
        # Made at the end: that takes a fraction of the time.
        store.lay_out(target, store.derived_indexes(rooms))
    except (sqlite3.OperationalError, UnreadableEntry):
        raise
    except Exception as error:  # entries that contradict each other can break posting in any way
        raise UnreadableEntry(count) from error
    return count


@contextmanager
def without_pauses() -> Iterator[None]:
    """Let Python not look for cycles of objects: entries and rows make none, and it takes time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _drop_derived(connection: sqlite3.Connection, rooms: Rooms) -> None:
    """Drop whatever is not of the kept form, of whatever version it is."""
    kept, _derived = store.expected_objects(rooms)
    strangers = sorted(store.objects(connection) - kept)  # indexes before tables
    for kind, name, _sql in strangers:
        if not name.startswith("sqlite_"):
            quoted = name.replace('"', '""')
            connection.execute(f'DROP {kind} IF EXISTS "{quoted}"')
