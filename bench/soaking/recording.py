"""What the program's own use cases ask of SQLite and of the disk, written down and done again.

Every statement that they ran is taken from SQLite's own trace; every flush, rename and copy from the
few functions that do them. Doing it again on a disk in memory gives the log for the power cuts.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import apsw

from bench.soaking.disk import Disk
from bench.soaking.vfs import NAME, PowerCutVFS
from imt_desktop.journal.copies import disk as real_disk

ASKING = ("SELECT", "EXPLAIN", "--")
"""Statements that change nothing need not be done again; a trigger's are done by the trigger."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that was done: ``what`` is sql, close, backup, write, flush, flush-names, rename,
    link, remove or done; ``on`` a connection or a file, ``said`` the statement, bytes or other file.
    """

    what: str
    on: str
    said: Any = None


@dataclass
class Recording:
    """The files of a folder before, and what was done to them."""

    folder: Path
    start: dict[str, bytes]
    events: list[Event] = field(default_factory=list)

    def done(self, what: Any) -> None:
        """Somebody was told that something is saved: from here on it may not be lost."""
        self.events.append(Event("done", "", what))

    def name_of(self, path: str | os.PathLike[str]) -> str | None:
        """Return a file's name within the folder; None for any other file."""
        with suppress(ValueError):
            return Path(os.path.abspath(path)).relative_to(self.folder).as_posix()
        return None


@contextmanager
def recording(folder: Path) -> Iterator[Recording]:
    """Write down what happens to the files of a folder; no book in it may be open before."""
    folder = Path(os.path.abspath(folder))
    start = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.endswith((".lock", "-shm"))
    }
    kept = Recording(folder, start)
    with _traced(kept), _watched(kept):
        yield kept


@contextmanager
def _traced(kept: Recording) -> Iterator[None]:
    real, count = sqlite3.connect, 0

    class Traced:
        """``key`` names a connection in the events; empty where it only reads or is on another file."""

        key = ""
        path = ""

        def close(self) -> None:
            if self.key:
                kept.events.append(Event("close", self.key))
            super().close()  # type: ignore[misc]

        def backup(self, target: sqlite3.Connection, **more: Any) -> None:
            super().backup(target, **more)  # type: ignore[misc]
            assert isinstance(target, Traced)
            if target.key:
                source = kept.name_of(self.path) or os.path.abspath(self.path)
                kept.events.append(Event("backup", target.key, source))

        def listen(self, sql: str) -> None:
            """Take a statement that was run; a connection that only reads is forgotten."""
            if sql.startswith("PRAGMA query_only"):
                kept.events[:] = [event for event in kept.events if event.on != self.key]
                self.key = ""
            elif self.key and not _asks(sql):
                kept.events.append(Event("sql", self.key, sql))

    def connect(
        database: Any, *args: Any, factory: type = sqlite3.Connection, **more: Any
    ) -> sqlite3.Connection:
        nonlocal count
        traced = type("TracedConnection", (Traced, factory), {})
        connection = real(database, *args, factory=traced, **more)
        path = str(database)
        if path.startswith("file:"):
            path = unquote(path.removeprefix("file:").partition("?")[0])
        connection.path = path
        if path and path != ":memory:" and (name := kept.name_of(path)):
            count += 1
            connection.key = f"{count} {name}"
            connection.set_trace_callback(connection.listen)
        return connection

    sqlite3.connect = connect  # type: ignore[assignment]
    try:
        yield
    finally:
        sqlite3.connect = real


def _asks(sql: str) -> bool:
    """Whether a statement changes nothing, or is a part of another one that is done again whole."""
    return sql.lstrip().upper().startswith(ASKING) or "vacuum_" in sql


@contextmanager
def _watched(kept: Recording) -> Iterator[None]:
    """Write down what is asked of names, and every flush."""
    watched: list[tuple[Any, str, Any]] = []

    def watch(place: Any, name: str, tell: Callable[..., Iterator[Event]]) -> None:
        real = getattr(place, name)
        watched.append((place, name, real))

        def wrapped(*args: Any, **more: Any) -> Any:
            events = list(tell(*args))
            answer = real(*args, **more)
            kept.events.extend(events)
            return answer

        setattr(place, name, wrapped)

    def told(what: str) -> Callable[..., Iterator[Event]]:
        def tell(*paths: Any) -> Iterator[Event]:
            names = [kept.name_of(path) for path in paths]
            there = what != "remove" or os.path.exists(paths[0])
            if all(name is not None for name in names) and there:
                yield Event(what, str(names[0]), names[1] if len(names) > 1 else None)

        return tell

    def written(path: Any, data: bytes) -> Iterator[Event]:
        if name := kept.name_of(path):
            yield Event("write", name, bytes(data))

    watch(Path, "write_bytes", written)
    watch(os, "replace", told("rename"))
    watch(os, "link", told("link"))
    watch(Path, "unlink", told("remove"))
    watch(real_disk, "flush", told("flush"))
    watch(real_disk, "flush_folder", lambda _folder: iter((Event("flush-names", ""),)))
    try:
        yield
    finally:
        for place, name, real in reversed(watched):
            setattr(place, name, real)


@dataclass(frozen=True, slots=True)
class Played:
    """The log of a recording done again, and at which step of it each thing was said to be done."""

    disk: Disk
    done: tuple[tuple[int, Any], ...]


def play(kept: Recording, pragmas: dict[str, str], without: tuple[str, ...] = ()) -> Played:
    """Do a recording again on a disk in memory, with these pragmas in place of the program's.

    ``without`` names kinds of events that are left out, to see that they matter.
    """
    disk = Disk.holding(kept.start)
    vfs = PowerCutVFS(disk)
    player = _Player(disk, kept.folder, pragmas)
    try:
        for event in kept.events:
            if event.what not in without:
                player.do(event)
    finally:
        player.close()
        vfs.unregister()
    return Played(disk, tuple(player.done))


class _Player:
    def __init__(self, disk: Disk, folder: Path, pragmas: dict[str, str]) -> None:
        self._disk, self._folder, self._pragmas = disk, folder, pragmas
        self._open: dict[str, apsw.Connection] = {}
        self.done: list[tuple[int, Any]] = []

    def do(self, event: Event) -> None:
        what = event.what
        if what == "sql":
            self._run(event.on, event.said)
        elif what == "close" and event.on in self._open:
            self._open.pop(event.on).close()
        elif what == "backup":
            self._back_up(event.said, event.on)
        elif what == "write":
            self._disk.write(self._disk.create(event.on), 0, event.said)
        elif what == "flush":
            self._disk.flush(self._disk.names[event.on])
        elif what == "flush-names":
            self._disk.flush_names()
        elif what == "rename":
            self._disk.rename(event.on, event.said)
        elif what == "link":
            self._disk.link(event.on, event.said)
        elif what == "remove" and event.on in self._disk.names:
            self._disk.remove(event.on)
        elif what == "done":
            self.done.append((len(self._disk.log), event.said))

    def close(self) -> None:
        for connection in self._open.values():
            connection.close()

    def _connection(self, key: str) -> apsw.Connection:
        if key not in self._open:
            self._open[key] = _alone(key.partition(" ")[2])
        return self._open[key]

    def _run(self, key: str, sql: str) -> None:
        words = sql.replace("=", " ").split()
        if words[0].upper() == "PRAGMA":
            name = words[1].lower().partition("(")[0]
            if name in self._pragmas:
                sql = f"PRAGMA {name} = {self._pragmas[name]}"
            elif name in ("query_only", "quick_check", "integrity_check", "table_info"):
                return
        self._connection(key).execute(sql).fetchall()
        if words[0].upper() == "PRAGMA" and "journal_mode" in sql:
            self._also(key)

    def _also(self, key: str) -> None:
        """Set what the program leaves at SQLite's own choice."""
        if "wal_autocheckpoint" in self._pragmas:
            self._connection(key).execute(
                f"PRAGMA wal_autocheckpoint = {self._pragmas['wal_autocheckpoint']}"
            ).fetchall()

    def _back_up(self, source: str, target: str) -> None:
        """Copy the pages of a book; one that is open for writing is read by that connection."""
        known = [key for key in self._open if key.partition(" ")[2] == source]
        if known:
            book = self._open[known[0]]
        elif os.path.isabs(source):
            book = apsw.Connection(source)
        else:
            book = _alone(source)
        with self._connection(target).backup("main", book, "main") as copying:
            while not copying.done:
                copying.step(-1)
        if not known:
            book.close()


def _alone(name: str) -> apsw.Connection:
    """Open a file of the disk in memory, alone: a VFS in Python has no memory for sharing a WAL."""
    made = apsw.Connection(name, vfs=NAME)
    made.execute("PRAGMA locking_mode = EXCLUSIVE").fetchall()
    return made
