"""The derived tables of a book, worked out again aside and held against those that it has."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

from imt_desktop.journal import store
from imt_desktop.journal.book import read_journal
from imt_desktop.journal.compare import compare
from imt_desktop.journal.listed import NAME, is_there
from imt_desktop.journal.posting import Tables
from imt_desktop.journal.problems import Problem, even_damaged, lacks_room, while_readable
from imt_desktop.journal.rebuild import EVERY, Progress, without_pauses
from imt_desktop.journal.rooms import Rooms, UnreadableEntry
from imt_desktop.journal.tables import TABLES_VERSION

CACHE: Final = 64 * 1024
"""KiB of the tables that stay in memory before SQLite's temporary file is written."""


def verify_derived(
    path: Path, rooms: Rooms, progress: Progress | None = None
) -> tuple[Problem, ...]:
    """Post the whole journal again, and compare every derived table row by row.

    Tables of an earlier version are not compared: whoever opens the book works them out anew.
    Raises what opening a book raises.
    """
    with store.translated(path), without_pauses():
        with closing(store.connect(path, "read")) as connection:
            if store.is_older(connection):
                return ()
        try:
            return _compared(_Aside(path, rooms, progress), rooms)
        except sqlite3.OperationalError as error:
            if not lacks_room(error):
                raise
            return _compared(_Aside(path, rooms, progress, place=":memory:"), rooms)


def _compared(made: _Aside, rooms: Rooms) -> tuple[Problem, ...]:
    with closing(made) as aside:
        return tuple(while_readable(None, _derived(aside.connection, rooms, aside)))


class _Aside:
    """The derived tables, worked out again in a temporary file of SQLite's own, or in memory.

    The book is in the same connection under that name, as it is at one moment. Its index of entries, which
    whoever walks along the chain checks, is not worked out again: posting looks into the book's own.
    """

    def __init__(
        self, path: Path, rooms: Rooms, progress: Progress | None = None, place: str = ""
    ) -> None:
        self._rooms: Final = rooms
        self.stopped: Problem | None = None
        self._path, self._place = path, place
        self._progress = progress
        self.connection: Final = sqlite3.connect(place, uri=True, isolation_level=None)
        self.connection.text_factory = even_damaged
        for pragma in ("synchronous = OFF", "journal_mode = OFF", f"cache_size = -{CACHE}"):
            self.connection.execute(f"PRAGMA main.{pragma}")
        self.connection.execute("ATTACH ? AS book", (store.address(path, "read"),))
        self.connection.set_authorizer(_leave_the_book_alone)
        self.connection.execute("BEGIN")
        self.index: Final = is_there(self.connection, rooms, "book")
        store.lay_out(self.connection, store.derived_tables(rooms, but=NAME if self.index else ""))
        self._tables = Tables(self.connection, rooms.forms)
        self._post: Final = rooms.post_beside_index if self.index else rooms.post

    def post(self) -> None:
        """Post the whole journal; after an entry that cannot be read or posted nothing is."""
        tables, post = self._tables, self._post
        try:
            for count, recorded in enumerate(read_journal(self.connection, self._rooms), 1):
                try:
                    post(tables, recorded)
                    tables.flush_many()
                except Exception as error:  # a broken entry can break posting in any way
                    self._stop(error)
                    return
                if self._progress and count % EVERY == 0:
                    self._progress(count)
        except UnreadableEntry as entry:
            self.stopped = Problem("posting", seq=entry.seq)
            return
        try:
            tables.flush()
        except Exception as error:  # as above
            self._stop(error)

    def _stop(self, error: Exception) -> None:
        """Find out which entry cannot be posted: in the tables of another, one by one."""
        _require_room(error)
        with closing(_Aside(self._path, self._rooms, place=self._place)) as again:
            found = again.post_one_by_one()
        self.stopped = found or Problem("posting", detail=repr(error))

    def post_one_by_one(self) -> Problem | None:
        """Post without waiting, so that the entry that cannot be posted is known."""
        for recorded in read_journal(self.connection, self._rooms):
            try:
                self._post(self._tables, recorded)
                self._tables.flush()
            except Exception as error:  # as above
                _require_room(error)
                return Problem("posting", seq=recorded.seq, detail=repr(error))
        return None

    def close(self) -> None:
        """Leave nothing behind."""
        self.connection.close()


_CHANGES: Final = frozenset(
    (
        sqlite3.SQLITE_INSERT,
        sqlite3.SQLITE_UPDATE,
        sqlite3.SQLITE_DELETE,
        sqlite3.SQLITE_DROP_TABLE,
        sqlite3.SQLITE_ALTER_TABLE,
        sqlite3.SQLITE_DETACH,
    )
)


def _leave_the_book_alone(
    action: int, _one: str | None, _other: str | None, database: str | None, _inside: str | None
) -> int:
    """Refuse every statement that would change the book that is verified."""
    return sqlite3.SQLITE_DENY if database == "book" and action in _CHANGES else sqlite3.SQLITE_OK


def _require_room(error: Exception) -> None:
    """Raise what says nothing about the book: that there is no room to work its tables out."""
    if lacks_room(error):
        raise error


def _derived(connection: sqlite3.Connection, rooms: Rooms, aside: _Aside) -> Iterator[Problem]:
    """Compare every derived table row by row with what is posted aside."""
    yield from _forms(connection, rooms)
    aside.post()
    if aside.stopped:
        yield aside.stopped
        return
    _kept, derived = store.expected_objects(rooms)
    ours = {name for _kind, name, _sql in derived & store.objects(connection, "book")}
    for room in rooms.all:
        for table in room.tables.sorted_tables:
            if table.name in ours and not (table.name == NAME and aside.index):
                yield from while_readable(table.name, compare(connection, table))


def _forms(connection: sqlite3.Connection, rooms: Rooms) -> Iterator[Problem]:
    """Hold the derived tables and indexes themselves against today's."""
    ((version,),) = connection.execute("PRAGMA book.user_version")
    if version != TABLES_VERSION:
        yield Problem("tables-old", detail=str(version))
    kept, derived = store.expected_objects(rooms)
    found = store.objects(connection, "book")
    for _kind, name, _sql in sorted(derived - found):
        yield Problem("table-missing", table=name)
    for _kind, name, _sql in sorted(found - kept - derived):
        yield Problem("table-strange", table=name)
