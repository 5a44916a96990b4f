"""Rebuild: throw the derived tables away and post the whole journal again."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from imt_desktop.journal import store
from imt_desktop.journal.book import read_journal
from imt_desktop.journal.rooms import Rooms
from imt_desktop.journal.tables import KEPT, TABLES_VERSION

EVERY = 1000
"""Entries between two words about how far it has come."""

Progress = Callable[[int], None]


def rebuild_file(path: Path, rooms: Rooms, progress: Progress | None = None) -> int:
    """Rebuild the derived tables of a book's file, in one transaction; returns how many entries.

    The caller holds the book's lock. A crash leaves the old tables.
    """
    connection = store.connect(path, "write")
    try:
        with store.translated(path):
            connection.execute("BEGIN IMMEDIATE")
            _drop_derived(connection)
            count = rebuild_aside(connection, rooms, connection, progress)
            connection.execute(f"PRAGMA user_version = {TABLES_VERSION}")
            connection.execute("COMMIT")
            return count
    finally:
        connection.close()


def rebuild_aside(
    journal: sqlite3.Connection,
    rooms: Rooms,
    target: sqlite3.Connection,
    progress: Progress | None = None,
) -> int:
    """Lay the derived tables out in ``target`` and post every entry of ``journal`` to them."""
    _kept, derived = store.schema(rooms)
    store.lay_out(target, derived)
    cursor = target.cursor()
    count = 0
    for recorded in read_journal(journal, rooms):
        rooms.post(cursor, recorded)
        count += 1
        if progress and count % EVERY == 0:
            progress(count)
    return count


def _drop_derived(connection: sqlite3.Connection) -> None:
    tables = [
        row[0]
        for row in connection.execute(
            "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite_%'"
        )
    ]
    for name in tables:
        if name not in KEPT.tables:
            connection.execute(f'DROP TABLE "{name}"')
