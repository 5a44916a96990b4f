"""Verify a book: the file, the chain, the kept things, and every derived table."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

from imt_desktop.journal import store
from imt_desktop.journal.book import read_journal
from imt_desktop.journal.chain import Chain, kept_files, walk
from imt_desktop.journal.compare import compare
from imt_desktop.journal.excuses import excuses
from imt_desktop.journal.posting import Tables
from imt_desktop.journal.problems import Problem, Verdict, while_readable
from imt_desktop.journal.rebuild import EVERY, Progress
from imt_desktop.journal.rooms import Recorded, Rooms
from imt_desktop.journal.tables import TABLES_VERSION

__all__ = ["Problem", "Verdict", "verify"]


def verify(path: Path, rooms: Rooms, progress: Progress | None = None) -> Verdict:
    """Verify a book from connections that only read. Raises what opening a book raises."""
    store.check_header(path)
    store.check_objects(path, rooms)
    with (
        store.translated(path),
        closing(_reader(path)) as connection,
        closing(_Aside(rooms, progress)) as aside,
        ThreadPoolExecutor(1) as beside,
    ):
        # SQLite looks over its own pages meanwhile, without Python and so on the other core.
        look = beside.submit(lambda: list(while_readable(None, _file(path))))
        connection.execute("BEGIN")
        chain = Chain()
        known = excuses(connection, rooms)
        problems = [
            *while_readable("word", known.still_there(connection)),
            *while_readable("journal", walk(connection, rooms, chain, aside.post)),
            *while_readable("file", kept_files(connection, chain)),
            *while_readable(None, _derived(connection, rooms, aside)),
        ]
        head = chain.before if chain.count else ""
        found = (one for one in (*look.result(), *problems) if not known.cover(one))
        return Verdict(chain.count, head, tuple(found), known.left_out)


def _reader(path: Path) -> sqlite3.Connection:
    connection = store.connect(path, "read")
    connection.text_factory = lambda text: text.decode("utf-8", "replace")  # may be damaged
    return connection


def _file(path: Path) -> Iterator[Problem]:
    """Let SQLite look over its pages and indexes."""
    with closing(_reader(path)) as connection:
        tables = dict(connection.execute("SELECT name, tbl_name FROM sqlite_master"))
        for (answer,) in connection.execute("PRAGMA integrity_check"):
            if answer != "ok":
                named = next((word for word in re.split(r"[\s.]", answer) if word in tables), "")
                yield Problem("file", table=tables.get(named), detail=answer)


class _Aside:
    """The derived tables, worked out again beside the book in a temporary file of SQLite's own."""

    def __init__(self, rooms: Rooms, progress: Progress | None = None) -> None:
        self.connection = sqlite3.connect("", isolation_level=None)
        self.stopped: Problem | None = None
        self._rooms = rooms
        self._progress = progress
        self._count = 0
        for pragma in ("synchronous = OFF", "journal_mode = OFF", "cache_size = -65536"):
            self.connection.execute(f"PRAGMA {pragma}")
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
            self._rooms.post(self._tables, recorded)
            self._tables.flush_many()
        except Exception as error:  # a broken entry can break posting in any way
            self.stopped = Problem("posting", detail=repr(error))

    def finish(self, journal: sqlite3.Connection) -> None:
        """Write what still waits; where it cannot be, find out at which entry."""
        try:
            self._tables.flush()
        except Exception as error:  # as above
            self.stopped = self.stopped or Problem("posting", detail=repr(error))
        if self.stopped and self.stopped.seq is None:
            self.stopped = _one_by_one(journal, self._rooms) or self.stopped

    def close(self) -> None:
        """Leave nothing behind."""
        self.connection.close()


def _one_by_one(journal: sqlite3.Connection, rooms: Rooms) -> Problem | None:
    """Post again without waiting, so that the entry that cannot be posted is known."""
    with closing(_Aside(rooms)) as aside:
        tables = Tables(aside.connection, rooms.forms)
        for recorded in read_journal(journal, rooms):
            try:
                rooms.post(tables, recorded)
                tables.flush()
            except Exception as error:  # as above
                return Problem("posting", seq=recorded.seq, detail=repr(error))
    return None


def _derived(connection: sqlite3.Connection, rooms: Rooms, aside: _Aside) -> Iterator[Problem]:
    """Compare every derived table row by row with what the walk posted aside."""
    yield from _forms(connection, rooms)
    aside.finish(connection)
    if aside.stopped:
        yield aside.stopped
        return
    _kept, derived = store.expected_objects(rooms)
    ours = {name for _kind, name, _sql in derived & store.objects(connection)}
    for room in rooms.all:
        for table in room.tables.sorted_tables:
            if table.name in ours:
                found = compare(connection, aside.connection, table)
                yield from while_readable(table.name, found)


def _forms(connection: sqlite3.Connection, rooms: Rooms) -> Iterator[Problem]:
    """Hold the derived tables and indexes themselves against today's."""
    ((version,),) = connection.execute("PRAGMA user_version")
    if version != TABLES_VERSION:
        yield Problem("tables-old", detail=str(version))
    kept, derived = store.expected_objects(rooms)
    found = store.objects(connection)
    for _kind, name, _sql in sorted(derived - found):
        yield Problem("table-missing", table=name)
    for _kind, name, _sql in sorted(found - kept - derived):
        yield Problem("table-strange", table=name)
