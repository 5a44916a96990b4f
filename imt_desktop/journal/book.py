"""The book: created, opened, read, and written through one door.

    with book.write(Signing(treasurer)) as writing:
        recorded = writing.append(entry)

An entry and all that it changes in the tables stand in one transaction, or not at all.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import RLock
from typing import Final, Literal, Self, cast

from msgspec import Struct

from imt_desktop.errors import WorkStoppedError
from imt_desktop.journal import errors, held, store
from imt_desktop.journal.entries import Attachment, BookFounded, Entry, Envelope
from imt_desktop.journal.lock import Lock
from imt_desktop.journal.posting import Tables
from imt_desktop.journal.private import SALT_BYTES
from imt_desktop.journal.rooms import Recorded, Rooms, UnreadableEntry, stored_bytes
from imt_desktop.journal.tables import APPLICATION_ID, TABLES_VERSION
from imt_desktop.money import Currency

FIRST: Final = "0" * 64
"""What stands in the first entry where the others name the one before."""

CLOCK_AHEAD: Final = timedelta(days=180)
"""A longer silence than this since the last entry flags the clock as perhaps jumped ahead."""

Clock = Callable[[], datetime]


def system_clock() -> datetime:
    """Return what this computer takes for now, with its offset from UTC."""
    return datetime.now(UTC).astimezone()


class Signing(Struct, frozen=True):
    """Who stands behind an entry: officers by their ids."""

    responsible: int | None = None
    entered_by: int | None = None
    countersigned: tuple[int, ...] = ()
    signature: Literal["unsigned", "pin"] = "unsigned"


class Head(Struct, frozen=True):
    """The newest entry: its number and hash, from which anybody can tell the whole book."""

    seq: int
    hash: bytes


STEPS: Final = 1000
"""Of SQLite's small steps, after which it asks once more: some hundred times a second."""


class Reading:
    """A consistent look at the book; ``driver`` is the connection that queries use."""

    def __init__(self, book: Book, driver: sqlite3.Connection) -> None:
        self.book: Final = book
        self.driver: Final = driver

    @property
    def currency(self) -> Currency:
        """The one currency of the book."""
        return self.book.currency

    @contextmanager
    def until(self, stopped: Callable[[], bool]) -> Iterator[None]:
        """Ask again and again, while SQLite looks for rows, whether to stop. Raises WorkStoppedError."""
        self.driver.set_progress_handler(stopped, STEPS)
        try:
            yield
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname != "SQLITE_INTERRUPT":
                raise
            raise WorkStoppedError() from error
        finally:
            self.driver.set_progress_handler(None, 0)

    def likely_today(self) -> date:
        """Return the clock's day, or that of the last entry where the clock stands before it."""
        behind = _clock_behind(_last(self.driver, self.book.rooms), self.book.now())
        return date.fromisoformat(behind.last[:10]) if behind else self.book.now().date()

    def head(self) -> Head:
        """Return the newest entry."""
        return _head(self.driver)

    def recorded(self, seq: int) -> Recorded:
        """Read one entry. Raises NoSuchEntryError."""
        for recorded in self.journal(seq, seq):
            return recorded
        raise errors.NoSuchEntryError(seq)

    def journal(self, first: int = 1, last: int | None = None) -> Iterator[Recorded]:
        """Read entries in their order, private words put back."""
        return read_journal(self.driver, self.book.rooms, first, last)


class Writing(Reading):
    """A transaction that may append; it is committed when its ``with`` ends well."""

    def __init__(
        self,
        book: Book,
        driver: sqlite3.Connection,
        who: Signing,
        now: datetime,
        today: date | None,
    ) -> None:
        super().__init__(book, driver)
        self.who: Final = who
        self._now = now
        self._tables = Tables(self.driver, book.rooms.forms)
        last = _last(self.driver, book.rooms)
        behind = _clock_behind(last, now)
        if today is None and behind:
            raise behind
        self.clock_behind: Final = behind is not None
        """Whether the clock stands before the last entry, so that somebody said the day."""
        self._last_at = datetime.fromisoformat(last.at) if last else None
        self._last_right = _last_right(last)
        self.today: Final = today or now.date()
        self.erased = False
        """Whether words were erased: then no trace of them may stay in the file."""

    def append(self, entry: Entry, on: date | None = None, concerns: str | None = None) -> Recorded:
        """Append an entry to the journal and post it to the tables.

        ``on`` is the booking date, today if not given; ``concerns`` the day or month that it is
        about when it comes late. Raises what the rooms' guards raise.
        """
        rooms, head = self.book.rooms, _head(self.driver)
        rooms.admit(self, entry, on or self.today)
        body, words = rooms.seal(entry, lambda: secrets.token_bytes(SALT_BYTES))
        moment = _whole_seconds(self._now)
        offset = self._now.utcoffset() or timedelta()
        envelope = Envelope(
            book=self.book.id,
            seq=head.seq + 1,
            before=head.hash.hex() if head.seq else FIRST,
            kind=entry.KIND,
            responsible=self.who.responsible,
            entered_by=self.who.entered_by,
            countersigned=self.who.countersigned,
            signature=self.who.signature,
            at=moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
            offset=int(offset.total_seconds()) // 60,
            clock=self._clock_state(moment),
            effective_on=on or self.today,
            concerns_on=concerns,
            body=body,
        )
        stored = stored_bytes(envelope)
        hashed = hashlib.sha256(stored).digest()
        self._last_at = moment
        driver = self.driver
        driver.execute("INSERT INTO journal VALUES (?,?,?)", (envelope.seq, stored, hashed))
        driver.executemany(
            "INSERT INTO word VALUES (?,?,?,?)",
            [(envelope.seq, word.path, word.salt, word.text) for word in words],
        )
        recorded = Recorded(envelope, entry, hashed)
        rooms.post(self._tables, recorded)
        self._tables.flush()
        return recorded

    def keep(self, data: bytes, media: str) -> Attachment:
        """Keep a photo or PDF beside the journal; the entry that names it commits to it."""
        name = hashlib.sha256(data).hexdigest()
        self.driver.execute("INSERT OR IGNORE INTO file VALUES (?,?,?)", (name, media, data))
        ((media,),) = self.driver.execute("SELECT media FROM file WHERE sha256 = ?", (name,))
        return Attachment(sha256=name, media=media, size=len(data))

    def _clock_state(self, moment: datetime) -> Literal["ok", "behind", "ahead"]:
        if self._last_at is None:
            return "ok"
        if moment < self._last_at or self._now.date() < self.today:
            return "behind"
        since = max(self._last_at, self._last_right)
        return "ahead" if moment - since > CLOCK_AHEAD else "ok"


class Book:
    """A committee's book, opened. Made by :meth:`create` or :meth:`open`."""

    def __init__(self, path: Path, rooms: Rooms, lock: Lock | None, clock: Clock) -> None:
        self.path: Final = path
        self.rooms: Final = rooms
        self._lock = lock
        self._clock = clock
        self.turn: Final = RLock()
        """Held while this program writes: one connection does, and two threads would share a transaction."""
        self._readers = store.Connections(path, "read")
        self._writer = store.Connections(path, "write") if lock else None
        self._file: Final = held.key(path)
        if self._writer:
            # A copy that became the book is one file; put into its log while nobody reads it yet.
            with self._writer.lent():
                pass
        try:
            with self.read() as reading:
                founding = reading.recorded(1)
        except errors.NoSuchEntryError as error:
            raise errors.DamagedBookError(str(path)) from error
        self.id: Final = founding.envelope.book
        self.founded: Final = cast("BookFounded", founding.entry)
        self.currency: Final = Currency(self.founded.currency, self.founded.decimals)

    @classmethod
    def create(
        cls,
        path: Path,
        rooms: Rooms,
        founding: BookFounded,
        clock: Clock = system_clock,
    ) -> Self:
        """Found a new book, open for writing.

        Raises BookExistsError, FolderMissingError, ReadOnlyBookError, DiskFullError; leaves no
        half-made file.
        """
        if path.exists():
            raise errors.BookExistsError(str(path))
        if not path.parent.is_dir():  # SQLite would only say that it cannot open the file
            raise errors.FolderMissingError(str(path.parent))
        part = path.with_name(path.name + ".part")
        try:
            store.remove(part)
            _lay_out_book(part, rooms, founding, clock)
            os.replace(part, path)
        except OSError as error:
            raise errors.from_system(str(path), error) from error
        except errors.BookError as error:
            error.path = str(path)
            raise
        finally:
            with suppress(OSError):
                store.remove(part)
        try:
            return cls.open(path, rooms, clock=clock)
        except BaseException:
            store.remove(path)
            raise

    @classmethod
    def open(
        cls,
        path: Path,
        rooms: Rooms,
        *,
        writable: bool = True,
        clock: Clock = system_clock,
    ) -> Self:
        """Open a book; with old tables it is rebuilt first.

        Raises BookMissingError, NotABookError, DamagedBookError, NewerBookError, BookBusyError,
        ReadOnlyBookError; CopyOnlyError for a copy that left something out, and UnknownKindsError
        where entries of a newer program forbid writing.
        """
        path = path.absolute()
        store.check_header(path)
        todays = store.check_objects(path, rooms)
        if writable and not store.can_write_beside(path):
            raise errors.ReadOnlyBookError(str(path))
        if writable:
            _refuse_copies(path)
        lock = Lock(path) if writable or not todays else None
        try:
            if not todays:
                from imt_desktop.journal.rebuild import (
                    rebuild_file,
                )  # only after an upgrade

                rebuild_file(path, rooms)
            if writable:
                _refuse_unknown_kinds(path, rooms)
            elif lock:
                lock.release()
                lock = None
            with store.translated(path):
                return cls(path, rooms, lock, clock)
        except BaseException:
            if lock:
                lock.release()
            raise

    @property
    def writable(self) -> bool:
        """Whether this program may append to it."""
        return self._writer is not None

    def now(self) -> datetime:
        """Return what the clock says."""
        return self._clock()

    @contextmanager
    def read(self) -> Iterator[Reading]:
        """Look at the book, as it is at this moment."""
        with store.translated(self.path), self._readers.begin() as driver:
            yield Reading(self, driver)

    def clock_behind(self) -> errors.ClockBehindError | None:
        """Return the error that writing would raise now, since the day has to be asked."""
        with self.read() as reading:
            return _clock_behind(_last(reading.driver, self.rooms), self._clock())

    @contextmanager
    def write(self, who: Signing, today: date | None = None) -> Iterator[Writing]:
        """Begin a transaction that may append.

        ``today`` is the day that somebody confirmed where the clock is wrong. Raises
        ClockBehindError, BookGoneError, ReadOnlyBookError, DiskFullError, BookBusyError; then
        nothing is booked.
        """
        with self.write_on() as writing:
            yield writing(who, today)

    @contextmanager
    def write_on(self) -> Iterator[Callable[[Signing, date | None], Writing]]:
        """Begin a transaction in which one hand writes after another, all or nothing.

        Each call of what it gives starts with the clock of that moment. Raises what ``write`` does.
        """
        if self._writer is None:
            raise errors.ReadOnlyBookError(str(self.path))
        written: list[Writing] = []
        with self.turn, store.translated(self.path):
            self.require_file()
            with self._writer.begin() as driver:

                def writing(who: Signing, today: date | None) -> Writing:
                    written.append(Writing(self, driver, who, self._clock(), today))
                    return written[-1]

                yield writing
            if any(one.erased for one in written):
                self.wipe()

    def require_file(self) -> None:
        """Refuse where the file was deleted or its stick pulled out: what is written would be lost.

        Who only reads, or closed it, loses nothing. Raises BookGoneError.
        """
        if self._lock and not held.stands(self.path, self._file):
            raise errors.BookGoneError(str(self.path))

    def wipe(self) -> None:
        """Leave no trace of erased words in the file. Raises TracesLeftError."""
        with self.open_file() as connection:
            store.wipe(connection, self.path)

    def fill_file(self) -> None:
        """Bring into the file what still stands in the log beside it.

        So whoever copies the file alone while it is open has all that was written.
        """
        with self.open_file() as connection:
            store.copy_the_log(connection)

    @contextmanager
    def open_file(self) -> Iterator[sqlite3.Connection]:
        """Give the connection that writes, for work that is no entry. Raises ReadOnlyBookError."""
        if self._writer is None:
            raise errors.ReadOnlyBookError(str(self.path))
        with self.turn, store.translated(self.path), self._writer.lent() as connection:
            yield connection

    def file(self, sha256: str) -> tuple[str, bytes] | None:
        """Return the media type and bytes of a kept file, or None where it was erased."""
        with self.read() as reading:
            row = reading.driver.execute(
                "SELECT media, bytes FROM file WHERE sha256 = ?", (sha256,)
            ).fetchone()
        return cast("tuple[str, bytes] | None", row)

    def discard(self) -> None:
        """Close a book that could not be finished, and remove its file."""
        self.close()
        with suppress(OSError):
            store.remove(self.path)

    def close(self) -> None:
        """Close the file and let another open it."""
        self._readers.close()
        if self._writer:
            self._writer.close()
        if self._lock:
            self._lock.release()
            self._lock = None


def read_journal(
    driver: sqlite3.Connection, rooms: Rooms, first: int = 1, last: int | None = None
) -> Iterator[Recorded]:
    """Read entries in their order, private words put back, one query for each table.

    Raises UnreadableEntry.
    """
    until = last if last is not None else 2**62
    words = driver.execute(
        "SELECT seq, path, text FROM word WHERE seq BETWEEN ? AND ? ORDER BY seq",
        (first, until),
    )
    word = words.fetchone()
    for seq, stored, hashed in driver.execute(
        "SELECT seq, stored, hash FROM journal WHERE seq BETWEEN ? AND ? ORDER BY seq",
        (first, until),
    ):
        own: dict[str, str] = {}
        while word and word[0] <= seq:
            if word[0] == seq:
                own[word[1]] = word[2]
            word = words.fetchone()
        yield Recorded(*_read(rooms, seq, stored, own), hashed)


def _read(rooms: Rooms, seq: int, stored: bytes, words: dict[str, str]) -> tuple[Envelope, Entry]:
    try:
        envelope = rooms.envelope(stored)
        if envelope.kind in rooms.kinds:
            return envelope, rooms.entry(envelope, words)
    except Exception as error:  # damaged bytes can break decoding in any way
        raise UnreadableEntry(seq) from error
    raise UnreadableEntry(seq, envelope.kind)


def _head(driver: sqlite3.Connection) -> Head:
    row = driver.execute("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    return Head(*row) if row else Head(0, b"")


def _last(driver: sqlite3.Connection, rooms: Rooms) -> Envelope | None:
    row = driver.execute("SELECT stored FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    return rooms.envelope(row[0]) if row else None


def _last_right(last: Envelope | None) -> datetime:
    """Return the morning of the last entry's day where its clock was wrong, else long ago."""
    if last is None or last.clock != "behind":
        return datetime.min.replace(tzinfo=UTC)
    day = last.effective_on
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _clock_behind(last: Envelope | None, now: datetime) -> errors.ClockBehindError | None:
    """Say whether the clock stands before the last entry.

    After an entry that was made with a wrong clock, the day that somebody said then counts.
    """
    if last is None:
        return None
    at = datetime.fromisoformat(last.at)
    if _whole_seconds(now) < at:
        return errors.ClockBehindError(now.isoformat(), at.astimezone(now.tzinfo).isoformat())
    if last.clock == "behind" and now.date() < last.effective_on:
        return errors.ClockBehindError(now.isoformat(), last.effective_on.isoformat())
    return None


def _whole_seconds(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)


def _refuse_copies(path: Path) -> None:
    with store.translated(path), closing(store.connect(path, "read")) as connection:
        if store.left_out(connection):
            raise errors.CopyOnlyError(str(path))


_KINDS: Final = """
WITH RECURSIVE found(kind) AS (
  SELECT min(kind) FROM entry
  UNION ALL
  SELECT (SELECT min(kind) FROM entry WHERE kind>found.kind) FROM found WHERE kind IS NOT NULL
) SELECT kind FROM found WHERE kind IS NOT NULL
"""
"""Every kind that there is, from one to the next: DISTINCT would read the whole index."""


def _refuse_unknown_kinds(path: Path, rooms: Rooms) -> None:
    connection = store.connect(path, "read")
    try:
        with store.translated(path):
            kinds = {row[0] for row in connection.execute(_KINDS)}
    finally:
        connection.close()
    if unknown := kinds - set(rooms.kinds):
        raise errors.UnknownKindsError(str(path), tuple(sorted(unknown)))


def _lay_out_book(part: Path, rooms: Rooms, founding: BookFounded, clock: Clock) -> None:
    connection = store.connect(part, "create")
    try:
        with store.translated(part):
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {TABLES_VERSION}")
            connection.execute("BEGIN IMMEDIATE")
            store.lay_out(connection, store.kept_schema())
            store.lay_out(connection, store.derived_tables(rooms))
            store.lay_out(connection, store.derived_indexes(rooms))
            _found(connection, rooms, founding, clock())
            connection.execute("COMMIT")
            store.empty_the_log(connection)
    finally:
        connection.close()


def _found(
    connection: sqlite3.Connection, rooms: Rooms, founding: BookFounded, now: datetime
) -> None:
    body, _words = rooms.seal(founding, lambda: b"")
    envelope = Envelope(
        book=secrets.token_hex(16),
        seq=1,
        before=FIRST,
        kind=founding.KIND,
        responsible=None,
        entered_by=None,
        countersigned=(),
        signature="unsigned",
        at=_whole_seconds(now).strftime("%Y-%m-%dT%H:%M:%SZ"),
        offset=int((now.utcoffset() or timedelta()).total_seconds()) // 60,
        clock="ok",
        effective_on=now.date(),
        concerns_on=None,
        body=body,
    )
    stored = stored_bytes(envelope)
    hashed = hashlib.sha256(stored).digest()
    connection.execute("INSERT INTO journal VALUES (1,?,?)", (stored, hashed))
    tables = Tables(connection, rooms.forms)
    rooms.post(tables, Recorded(envelope, founding, hashed))
    tables.flush()
