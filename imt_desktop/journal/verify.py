"""Verify a book: the file, the chain, the kept things, and every derived table."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Final

from imt_desktop.journal import store
from imt_desktop.journal.book import read_journal
from imt_desktop.journal.chain import Chain, kept_files, kept_pins, walk
from imt_desktop.journal.compare import compare
from imt_desktop.journal.excuses import excuses
from imt_desktop.journal.posting import Tables
from imt_desktop.journal.problems import Problem, Verdict, while_readable
from imt_desktop.journal.rebuild import EVERY, Progress, without_pauses
from imt_desktop.journal.rooms import Recorded, Rooms
from imt_desktop.journal.tables import TABLES_VERSION

__all__ = ["Problem", "Verdict", "verify"]


def verify(path: Path, rooms: Rooms, progress: Progress | None = None) -> Verdict:
    """Verify a book without changing it. Raises what opening a book raises."""
    store.check_header(path)
    store.check_objects(path, rooms)
    with (
        store.translated(path),
        without_pauses(),
        closing(_Aside(path, rooms, progress)) as aside,
        ThreadPoolExecutor(1) as beside,
    ):
        # SQLite looks over its own pages meanwhile, without Python and so on the other core.
        look = beside.submit(lambda: list(while_readable(None, _file(path))))
        chain = Chain()
        problems = [*while_readable("journal", walk(aside.connection, rooms, chain, aside.post))]
        known = excuses(_left_out(aside.connection), chain.told)
        problems += [
            *while_readable("word", known.still_there(aside.connection)),
            *while_readable("file", kept_files(aside.connection, chain)),
            *while_readable("pin", kept_pins(aside.connection, chain)),
            *while_readable(None, _derived(aside)),
        ]
        head = chain.before if chain.count else ""
        found = (one for one in (*look.result(), *problems) if not known.cover(one))
        return Verdict(chain.count, head, tuple(found), known.left_out)


def _left_out(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Name what a copy left out; nothing where the mark cannot be read."""
    try:
        return store.left_out(connection, "book")
    except sqlite3.DatabaseError:  # the file's own problem tells of it
        return ()


def _even_damaged(text: bytes) -> str:
    return text.decode("utf-8", "replace")


def _file(path: Path) -> Iterator[Problem]:
    """Let SQLite look over its pages and indexes."""
    with closing(store.connect(path, "read")) as connection:
        connection.text_factory = _even_damaged
        tables = dict(connection.execute("SELECT name, tbl_name FROM sqlite_master"))
        for (answer,) in connection.execute("PRAGMA integrity_check"):
            if answer != "ok":
                named = next((word for word in re.split(r"[\s.]", answer) if word in tables), "")
                yield Problem("file", table=tables.get(named), detail=answer)


class _Aside:
    """The derived tables, worked out again in a temporary file of SQLite's own.

    The book is in the same connection under that name, as it is at one moment.
    """

    def __init__(self, path: Path, rooms: Rooms, progress: Progress | None = None) -> None:
        self.rooms: Final = rooms
        self.stopped: Problem | None = None
        self._path = path
        self._progress = progress
        self._count = 0
        self.connection: Final = sqlite3.connect("", uri=True, isolation_level=None)
        self.connection.text_factory = _even_damaged
        for pragma in ("synchronous = OFF", "journal_mode = OFF", "cache_size = -65536"):
            self.connection.execute(f"PRAGMA main.{pragma}")
        self.connection.execute("ATTACH ? AS book", (store.address(path, "read"),))
        self.connection.set_authorizer(_leave_the_book_alone)
        self.connection.execute("BEGIN")
        store.lay_out(self.connection, store.derived_tables(rooms))
        self._tables = Tables(self.connection, rooms.forms)

    def post(self, recorded: Recorded | None, seq: int) -> None:
        """Post the next entry of the walk; after one that cannot be posted nothing is."""
        self._count += 1
        if self._progress and self._count % EVERY == 0:
            self._progress(self._count)
        if self.stopped:
            return
        if recorded is None:
            self.stopped = Problem("posting", seq=seq)
            return
        try:
            self.rooms.post(self._tables, recorded)
            self._tables.flush_many()
        except Exception as error:  # a broken entry can break posting in any way
            self.stopped = Problem("posting", detail=repr(error))

    def finish(self) -> None:
        """Write what still waits; where it cannot be, find out at which entry."""
        try:
            self._tables.flush()
        except Exception as error:  # as above
            self.stopped = self.stopped or Problem("posting", detail=repr(error))
        if self.stopped and self.stopped.seq is None:
            with closing(_Aside(self._path, self.rooms)) as again:
                self.stopped = again.post_one_by_one() or self.stopped

    def post_one_by_one(self) -> Problem | None:
        """Post without waiting, so that the entry that cannot be posted is known."""
        for recorded in read_journal(self.connection, self.rooms):
            try:
                self.rooms.post(self._tables, recorded)
                self._tables.flush()
            except Exception as error:  # as above
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


def _derived(aside: _Aside) -> Iterator[Problem]:
    """Compare every derived table row by row with what the walk posted aside."""
    rooms, connection = aside.rooms, aside.connection
    yield from _forms(connection, rooms)
    aside.finish()
    if aside.stopped:
        yield aside.stopped
        return
    _kept, derived = store.expected_objects(rooms)
    ours = {name for _kind, name, _sql in derived & store.objects(connection, "book")}
    for room in rooms.all:
        for table in room.tables.sorted_tables:
            if table.name in ours:
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
