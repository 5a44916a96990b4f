"""Verify a book: the chain, the kept things, and every derived table against the journal.

Checks are plain functions that yield what they found; facts only, the words are made elsewhere.
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from imt_desktop.journal import store
from imt_desktop.journal.book import FIRST, read_journal
from imt_desktop.journal.entries import Envelope
from imt_desktop.journal.private import commitment
from imt_desktop.journal.rebuild import Progress, rebuild_aside
from imt_desktop.journal.rooms import Rooms, stored_bytes

_SHA256 = re.compile(r'"sha256":"([0-9a-f]{64})"')


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a book that is not as the journal says.

    ``kind`` is file, missing, unreadable, hash, before, book, not-canonical, unknown-kind, body,
    word-missing, word-changed, word-strange, file-missing, file-changed, file-strange, posting,
    row-missing, row-strange or row-changed.
    ``table`` and ``row`` name a derived table and the key of its row.
    """

    kind: str
    seq: int | None = None
    table: str | None = None
    row: str | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a verification found: how many entries, the newest one's hash, and the problems."""

    entries: int
    head: str
    problems: tuple[Problem, ...]


def verify(path: Path, rooms: Rooms, progress: Progress | None = None) -> Verdict:
    """Verify a book from a connection that only reads. Raises what opening a book raises."""
    store.check_header(path)
    store.check_objects(path, rooms)
    connection = store.connect(path, "read")
    try:
        with store.translated(path):
            connection.execute("BEGIN")
            entries, head, found = _chain(connection, rooms, progress)
            problems = [*_file(connection), *found, *_words(connection, rooms), *_files(connection)]
            problems += _derived(connection, rooms)
            return Verdict(entries, head, tuple(problems))
    finally:
        connection.close()


def _file(connection: sqlite3.Connection) -> Iterator[Problem]:
    for (answer,) in connection.execute("PRAGMA quick_check"):
        if answer != "ok":
            yield Problem("file", detail=answer)


def _chain(
    connection: sqlite3.Connection, rooms: Rooms, progress: Progress | None
) -> tuple[int, str, list[Problem]]:
    problems: list[Problem] = []
    before, book, wanted = FIRST, "", 1
    count = 0
    for seq, stored, hashed in connection.execute(
        "SELECT seq, stored, hash FROM journal ORDER BY seq"
    ):
        problems += [Problem("missing", seq=lost) for lost in range(wanted, seq)]
        wanted, count = seq + 1, count + 1
        own = hashlib.sha256(stored).hexdigest()
        if own != hashed.hex():
            problems.append(Problem("hash", seq=seq))
        envelope = _envelope(rooms, stored)
        if envelope is None:
            problems.append(Problem("unreadable", seq=seq))
        else:
            book = book or envelope.book
            problems += _entry(rooms, envelope, stored, (seq, before, book))
        before = own
        if progress and count % 1000 == 0:
            progress(count)
    return count, before if count else "", problems


def _envelope(rooms: Rooms, stored: bytes) -> Envelope | None:
    try:
        return rooms.envelope(stored)
    except (ValueError, msgspec.MsgspecError):
        return None


def _entry(
    rooms: Rooms, envelope: Envelope, stored: bytes, expected: tuple[int, str, str]
) -> Iterator[Problem]:
    seq, before, book = expected
    if envelope.seq != seq or envelope.before != before:
        yield Problem("before", seq=seq)
    if envelope.book != book:
        yield Problem("book", seq=seq)
    body = msgspec.json.decode(envelope.body)
    again = msgspec.structs.replace(
        envelope, body=msgspec.Raw(msgspec.json.encode(body, order="sorted"))
    )
    if stored_bytes(again) != stored:
        yield Problem("not-canonical", seq=seq)
    if envelope.kind not in rooms.kinds:
        yield Problem("unknown-kind", seq=seq, detail=envelope.kind)
        return
    try:
        rooms.entry(envelope, {})
    except (ValueError, msgspec.MsgspecError) as error:
        yield Problem("body", seq=seq, detail=str(error))


def _words(connection: sqlite3.Connection, rooms: Rooms) -> Iterator[Problem]:
    """Hold every kept word against the commitment in its entry."""
    kept: dict[int, dict[str, tuple[bytes, str]]] = {}
    for seq, path, salt, text in connection.execute("SELECT seq, path, salt, text FROM word"):
        kept.setdefault(seq, {})[path] = (salt, text)
    for seq, stored in connection.execute("SELECT seq, stored FROM journal ORDER BY seq"):
        words = kept.pop(seq, {})
        envelope = _envelope(rooms, stored)
        if envelope is None or envelope.kind not in rooms.kinds:
            continue
        for path, promised in _commitments(rooms, envelope).items():
            if path not in words:
                yield Problem("word-missing", seq=seq, detail=path)
            elif commitment(*words.pop(path)) != promised:
                yield Problem("word-changed", seq=seq, table="word", row=f"{seq}, {path}")
        for path in words:
            yield Problem("word-strange", seq=seq, table="word", row=f"{seq}, {path}")
    for seq, words in kept.items():
        for path in words:
            yield Problem("word-strange", seq=seq, table="word", row=f"{seq}, {path}")


def _commitments(rooms: Rooms, envelope: Envelope) -> dict[str, str]:
    try:
        return rooms.commitments(envelope)
    except (AttributeError, KeyError, TypeError):
        return {}  # the body is not of its kind, which the chain has told already


def _files(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Hold every kept file against its name, and against the entries that name files."""
    named: dict[str, int] = {}
    for seq, stored in connection.execute(
        "SELECT seq, stored FROM journal WHERE instr(stored, CAST('\"attachment\":{' AS BLOB))"
    ):
        for name in _SHA256.findall(stored.decode("utf-8", "replace")):
            named.setdefault(name, seq)
    for name, data in connection.execute("SELECT sha256, bytes FROM file"):
        if hashlib.sha256(data).hexdigest() != name:
            yield Problem("file-changed", seq=named.get(name), table="file", row=name)
        if named.pop(name, None) is None:
            yield Problem("file-strange", table="file", row=name)
    for name, seq in named.items():
        yield Problem("file-missing", seq=seq, table="file", row=name)


def _derived(connection: sqlite3.Connection, rooms: Rooms) -> Iterator[Problem]:
    """Rebuild aside and compare every derived table row by row."""
    aside = sqlite3.connect("")  # a temporary file of SQLite's own
    aside.execute("PRAGMA synchronous = OFF")
    aside.isolation_level = None
    try:
        aside.execute("BEGIN")
        try:
            rebuild_aside(connection, rooms, aside)
        except Exception as error:  # a broken entry can break posting in any way
            yield Problem(
                "posting", seq=_where_posting_stopped(connection, rooms), detail=repr(error)
            )
            return
        for room in rooms.all:
            for table in room.tables.sorted_tables:
                keys = [f"{column.name}" for column in table.primary_key]
                columns = [f"{column.name}" for column in table.columns]
                yield from _compare(connection, aside, f"{table.name}", keys, columns)
    finally:
        aside.close()


def _where_posting_stopped(connection: sqlite3.Connection, rooms: Rooms) -> int | None:
    seq = 0
    try:
        for recorded in read_journal(connection, rooms):
            seq = recorded.seq
    except Exception:
        return seq + 1
    return None


def _compare(
    kept: sqlite3.Connection,
    aside: sqlite3.Connection,
    table: str,
    keys: list[str],
    columns: list[str],
) -> Iterator[Problem]:
    names = ", ".join(f'"{name}"' for name in columns)
    order = ", ".join(f'"{name}"' for name in keys)
    sql = f'SELECT {names} FROM "{table}" ORDER BY {order}'
    places = [columns.index(key) for key in keys]
    ours, theirs = kept.execute(sql), aside.execute(sql)
    mine, right = ours.fetchone(), theirs.fetchone()
    while mine or right:
        if mine == right:
            mine, right = ours.fetchone(), theirs.fetchone()
            continue
        here, there = _key(mine, places), _key(right, places)
        if here == there:
            yield Problem("row-changed", table=table, row=_name(here))
            mine, right = ours.fetchone(), theirs.fetchone()
        elif there is None or (here is not None and _sorts(here) < _sorts(there)):
            yield Problem("row-strange", table=table, row=_name(here))
            mine = ours.fetchone()
        else:
            yield Problem("row-missing", table=table, row=_name(there))
            right = theirs.fetchone()


Key = tuple[Any, ...]


def _key(row: Key | None, places: list[int]) -> Key | None:
    return None if row is None else tuple(row[place] for place in places)


def _sorts(key: Key) -> tuple[tuple[bool, Any], ...]:
    return tuple((isinstance(part, str), part) for part in key)


def _name(key: Key | None) -> str:
    return ", ".join(str(part) for part in key or ())
