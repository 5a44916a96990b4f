"""The file of a book: one SQLite database, its pragmas, and the check that it is ours."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from typing import Final, Literal
from urllib.parse import quote

from imt_desktop.journal import errors, held
from imt_desktop.journal.lock import is_held
from imt_desktop.journal.rooms import Rooms, UnreadableEntry
from imt_desktop.journal.schema import MetaData
from imt_desktop.journal.tables import APPLICATION_ID, COPY, KEPT, LAPTOP, TABLES_VERSION, TRIGGERS

_HEADER_BYTES = 100
_MAGIC = b"SQLite format 3\0"
_SEALED = b"age-encryption.org/"

_ROOM_TO_READ: Final = 64 * 1024
"""Bytes that SQLite needs beside a book that is only read: the index of its log, with some to spare."""

_NOTHING_YET: Final = 3
"""Bytes to which SQLite cuts that index before it is used."""

TOO_LONG_TO_WAIT = 5.0
"""Seconds for another program that holds the file."""

PRAGMAS: Final = {
    "journal_mode": "wal",
    "synchronous": 2,  # FULL: NORMAL lost acknowledged entries in simulated power cuts
    "foreign_keys": 1,
    "secure_delete": 1,  # a forgotten word leaves no trace in free pages
    "recursive_triggers": 1,  # otherwise INSERT OR REPLACE goes round the append-only triggers
    "trusted_schema": 0,
}


CACHE: Final = 32 * 1024
"""KiB of pages that who writes may keep: with SQLite's 2 MiB, what a spreadsheet of 100,000 rows changes
goes to the disk and comes back several times before it is committed."""

_UNDO_IN_MEMORY: Final = "PRAGMA temp_store = MEMORY"
"""Before a statement that writes many rows changes a page, SQLite keeps it, to undo a half of the statement.
In a temporary file that was half a million writes for a spreadsheet of 100,000 rows."""
_WIPE_IN_A_FILE: Final = "PRAGMA temp_store = FILE"
"""A book that is written anew needs as much room as it has, which is not there in memory."""


def kept_schema() -> list[str]:
    """Return the SQL that makes the kept tables."""
    return [*_tables(KEPT), *TRIGGERS]


def derived_tables(rooms: Rooms, but: str = "") -> list[str]:
    """Return the SQL that makes the derived tables, all of them or all ``but`` one."""
    return [line for room in rooms.all for line in _tables(room.tables, but)]


def derived_indexes(rooms: Rooms) -> list[str]:
    """Return the SQL that makes their indexes, which posting itself does not need."""
    return [
        index.sql(table.name)
        for room in rooms.all
        for table in room.tables.sorted_tables
        for index in sorted(table.indexes, key=lambda index: index.name)
    ]


def _tables(metadata: MetaData, but: str = "") -> list[str]:
    return [table.sql() for table in metadata.sorted_tables if table.name != but]


_MARK: Final = _tables(COPY)[0]
_TRIES: Final = _tables(LAPTOP)[0]


def lay_out(connection: sqlite3.Connection, statements: list[str]) -> None:
    """Make tables, indexes and triggers."""
    for statement in statements:
        connection.execute(statement)


Objects = set[tuple[str, str, str]]


def objects(connection: sqlite3.Connection, database: str = "main") -> Objects:
    """List what a database is made of: type, name and exact SQL.

    The mark of a copy and what only this laptop counts are left out.
    """
    found = connection.execute(
        f"SELECT type, name, sql FROM {database}.sqlite_master WHERE sql IS NOT NULL"
    )
    return {row for row in found if row[2] not in (_MARK, _TRIES)}


def left_out(connection: sqlite3.Connection, database: str = "main") -> tuple[str, ...]:
    """Name the kept tables that a copy left out; none for a book that is whole.

    What is no name, as in a damaged copy, excuses nothing.
    """
    marked = connection.execute(
        f"SELECT 1 FROM {database}.sqlite_master WHERE sql = ?", (_MARK,)
    ).fetchone()
    if not marked:
        return ()
    names = connection.execute(
        f"SELECT name FROM {database}.left_out WHERE typeof(name)='text' ORDER BY name"
    )
    return tuple(name for (name,) in names)


def mark_left_out(connection: sqlite3.Connection, names: Iterable[str]) -> None:
    """Mark a copy: the rows of these kept tables are not in it. Without names, take the mark off."""
    connection.execute("DROP TABLE IF EXISTS left_out")
    if rows := [(name,) for name in sorted(names)]:
        connection.execute(_MARK)
        connection.executemany("INSERT INTO left_out VALUES (?)", rows)


@contextmanager
def counting(path: Path) -> Iterator[sqlite3.Connection]:
    """Write to what only this laptop counts, in a transaction of its own.

    Raises ReadOnlyBookError and what else keeps a book from being written.
    """
    with translated(path), closing(connect(path, "write")) as connection:
        connection.execute("BEGIN IMMEDIATE")
        found = connection.execute("SELECT 1 FROM sqlite_master WHERE sql = ?", (_TRIES,))
        if not found.fetchone():
            connection.execute(_TRIES)
        yield connection
        connection.execute("COMMIT")


def count_nothing(connection: sqlite3.Connection) -> None:
    """Take what only this laptop counts out of a copy."""
    connection.execute("DROP TABLE IF EXISTS tries")


@lru_cache(maxsize=4)
def expected_objects(rooms: Rooms) -> tuple[Objects, Objects]:
    """Return what a book of this version is made of: the kept part, and the derived part."""
    with closing(sqlite3.connect(":memory:")) as connection:
        lay_out(connection, kept_schema())
        kept_objects = objects(connection)
        lay_out(connection, [*derived_tables(rooms), *derived_indexes(rooms)])
        return kept_objects, objects(connection) - kept_objects


def check_header(path: Path) -> None:
    """Look at a file before SQLite does.

    Raises BookMissingError, SealedBookError, NotABookError for another program's file, DamagedBookError
    for one that was cut off, NewerBookError for one from a newer version, DiskFailedError.
    """
    try:
        with held.looking_at(path) as free:
            if not free:  # this program has it open, so it was looked at before
                return
            with path.open("rb") as file:
                header = file.read(_HEADER_BYTES)
                size = file.seek(0, 2)
    except FileNotFoundError:
        raise errors.BookMissingError(str(path)) from None
    except OSError as error:
        why = errors.from_system(str(path), error)
        if isinstance(why, errors.DiskFailedError):  # such as a stick that was pulled out
            raise why from error
        raise errors.NotABookError(str(path)) from error
    application = int.from_bytes(header[68:72], "big")
    if header.startswith(_SEALED):
        raise errors.SealedBookError(str(path))
    if header[:16] != _MAGIC or application != APPLICATION_ID:
        raise errors.NotABookError(str(path))
    page_size = int.from_bytes(header[16:18], "big")
    page_size = 65536 if page_size == 1 else page_size
    # While pages move from the WAL into the file, its first page can say more than there is yet.
    moving = _wal(path).exists() and _wal(path).stat().st_size > 0
    if size < page_size * int.from_bytes(header[28:32], "big") and not moving:
        raise errors.DamagedBookError(str(path))
    if int.from_bytes(header[60:64], "big") > TABLES_VERSION:
        raise errors.NewerBookError(str(path))


def check_objects(path: Path, rooms: Rooms, guarded: bool = True) -> bool:
    """Compare what the database is made of with what we would have made.

    Returns whether its derived tables are today's; raises NotABookError for anything that we did
    not make, and GuardsChangedError where only triggers are others, since they would run when we write.
    Who only reads may let it be: a book whose triggers are not ours is not ``guarded``, and still says
    what was changed in it.
    """
    connection = connect(path, "read")
    try:
        with translated(path):
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            found = objects(connection)
    finally:
        connection.close()
    if version > TABLES_VERSION:
        raise errors.NewerBookError(str(path))
    kept, derived = expected_objects(rooms)
    passed = set() if guarded else {"trigger"}
    strangers = {kind for kind, _name, _sql in found - kept} - {"table", "index"} - passed
    missing = {kind for kind, _name, _sql in kept - found} - passed
    if missing | strangers == {"trigger"}:
        raise errors.GuardsChangedError(str(path))
    if missing or strangers:
        raise errors.NotABookError(str(path))
    return version == TABLES_VERSION and found == kept | derived


def connect(path: Path, purpose: Literal["create", "write", "read"]) -> sqlite3.Connection:
    """Connect to the file of a book with the pragmas that protect it."""
    with translated(path):
        connection = held.connect(
            address(path, purpose),
            path,
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            timeout=TOO_LONG_TO_WAIT,
        )
        for name, value in PRAGMAS.items():
            if purpose != "read" or name != "journal_mode":
                connection.execute(f"PRAGMA {name} = {value}")
        if purpose == "read":
            connection.execute("PRAGMA query_only = 1")
        else:
            connection.execute(f"PRAGMA cache_size = -{CACHE}")
            connection.execute(_UNDO_IN_MEMORY)
            _assert_pragmas(connection)
    return connection


def wipe(connection: sqlite3.Connection, path: Path) -> None:
    """Write the file anew, so that nothing erased stands in free pages, in gaps or in the WAL.

    Secure delete alone is not enough: a page that was split may keep a copy of what stood in it.
    Raises TracesLeftError where there is no room, or another program still reads the old pages.
    """
    try:
        connection.execute(_WIPE_IN_A_FILE)
        connection.execute("VACUUM")
        connection.execute(_UNDO_IN_MEMORY)
        busy, _frames, _moved = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.OperationalError as error:
        raise errors.TracesLeftError(str(path)) from error
    if busy:
        raise errors.TracesLeftError(str(path))


def address(path: Path, purpose: Literal["create", "write", "read"]) -> str:
    """Return what SQLite calls the file.

    Who reads may still write beside it, since a book in use has files of SQLite's own there. What another
    program writes into is opened so that its log cannot be taken away here at the end: should that program
    have lost its locks, SQLite would take this one for the last that uses the file.
    """
    mode = {"create": "rwc", "write": "rw", "read": "rw"}[purpose]
    if purpose == "read" and not can_write_beside(path):
        mode = "ro&immutable=1" if not _wal(path).exists() else "ro"
    elif purpose == "read" and _alone_on_a_full_disk(path):
        mode = "ro&immutable=1"
    elif purpose == "read" and path.exists() and not held.here(path) and is_held(path):
        mode = "ro"
    return f"file:{quote(str(path))}?mode={mode}"


def _assert_pragmas(connection: sqlite3.Connection) -> None:
    for name, value in PRAGMAS.items():
        found = connection.execute(f"PRAGMA {name}").fetchone()[0]
        if found != value:
            raise RuntimeError(f"SQLite keeps {name} at {found}, not {value}")


def _wal(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def can_write_beside(path: Path) -> bool:
    """Whether the file and its folder may be written: SQLite keeps a log beside the file."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _alone_on_a_full_disk(path: Path) -> bool:
    """Whether nobody has the book open, and what SQLite would write beside it finds no room."""
    with suppress(OSError):
        if shutil.disk_usage(path.parent).free < _ROOM_TO_READ:
            beside = (_wal(path), path.with_name(path.name + "-shm"))
            return all(not file.exists() or file.stat().st_size <= _NOTHING_YET for file in beside)
    return False


class Connections:
    """Connections to the file of a book for one purpose, each lent to one at a time and used again."""

    def __init__(self, path: Path, purpose: Literal["write", "read"]) -> None:
        self._path: Final = path
        self._purpose: Final = purpose
        self._idle: Final[list[sqlite3.Connection]] = []
        self._closed = False

    @contextmanager
    def lent(self) -> Iterator[sqlite3.Connection]:
        """Lend one, for work outside of transactions."""
        try:
            connection = self._idle.pop()
        except IndexError:
            connection = connect(self._path, self._purpose)
        try:
            yield connection
        finally:
            if self._closed or connection.in_transaction:  # this could not even be rolled back
                connection.close()
            else:
                self._idle.append(connection)

    @contextmanager
    def begin(self) -> Iterator[sqlite3.Connection]:
        """Lend one within a transaction, which is committed when its ``with`` ends well."""
        with self.lent() as connection:
            connection.execute("BEGIN IMMEDIATE" if self._purpose == "write" else "BEGIN")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    connection.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """Close those that are idle now, and each other when it comes back."""
        self._closed = True
        while self._idle:
            self._idle.pop().close()


def is_older(connection: sqlite3.Connection) -> bool:
    """Whether the derived tables of a book were laid out by an earlier version of the program."""
    return 0 < int(connection.execute("PRAGMA user_version").fetchone()[0]) < TABLES_VERSION


def with_beside(path: Path) -> tuple[Path, ...]:
    """Name a database's file and whatever SQLite and the lock may keep beside it."""
    return tuple(
        path.with_name(path.name + end) for end in ("", "-wal", "-shm", "-journal", ".lock")
    )


def remove(path: Path) -> None:
    """Remove a book that was not finished, with what lies beside it."""
    for file in with_beside(path):
        file.unlink(missing_ok=True)


def empty_the_log(connection: sqlite3.Connection) -> None:
    """Bring everything from the write-ahead log into the file, so that the file alone is whole."""
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def copy_the_log(connection: sqlite3.Connection) -> None:
    """Bring into the file what nobody reads from the log any more; the log stays, nobody is kept waiting."""
    connection.execute("PRAGMA wal_checkpoint(PASSIVE)")


_CODES: Final[dict[str, Callable[[str], errors.BookError]]] = {
    "SQLITE_FULL": errors.DiskFullError,
    "SQLITE_READONLY": errors.ReadOnlyBookError,
    "SQLITE_CANTOPEN": errors.ReadOnlyBookError,
    "SQLITE_PERM": errors.ReadOnlyBookError,
    "SQLITE_BUSY": errors.BookBusyError,
    "SQLITE_LOCKED": errors.BookBusyError,
    "SQLITE_CORRUPT": errors.DamagedBookError,
    "SQLITE_NOTADB": errors.NotABookError,
    "SQLITE_IOERR_WRITE": errors.DiskFullError,
    "SQLITE_IOERR_SHMSIZE": errors.DiskFullError,
    "SQLITE_IOERR_FSYNC": errors.DiskFullError,
    "SQLITE_IOERR_TRUNCATE": errors.DiskFullError,
    "SQLITE_IOERR": errors.DiskFailedError,
}


_DAMAGED: Final = ("Could not decode to UTF-8", "unsupported file format")
"""What SQLite says of damage without a code for it: words, or the number of the schema's format."""


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn the database's own errors into ours, where a person can put them right."""
    try:
        yield
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", "") or ""
        for code, ours in _CODES.items():
            if name.startswith(code):
                raise ours(str(path)) from error
        if str(error).startswith(_DAMAGED):
            raise errors.DamagedBookError(str(path)) from error
        raise
    except UnicodeDecodeError as error:
        if not error.object.startswith(b"malformed database schema"):
            raise
        raise errors.DamagedBookError(str(path)) from error
    except UnicodeEncodeError as error:  # half of a sign, as a damaged name on a disk has it
        raise errors.LettersError(ascii(error.object)) from error
    except UnreadableEntry as entry:
        if entry.kind is not None:
            raise errors.UnknownKindsError(str(path), (entry.kind,)) from entry
        raise errors.DamagedBookError(str(path)) from entry
