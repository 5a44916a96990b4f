"""Verify a book: the file, the chain, the kept things, and every derived table.

Checks are plain functions that yield what they found; facts only, the words are made elsewhere.
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import msgspec
from sqlalchemy import MetaData

from imt_desktop.journal import store
from imt_desktop.journal.book import FIRST
from imt_desktop.journal.compare import compare
from imt_desktop.journal.rebuild import EVERY, Progress, post_each
from imt_desktop.journal.rooms import Rooms, UnreadableEntry, stored_bytes
from imt_desktop.journal.tables import TABLES_VERSION

_ATTACHMENT: Final = re.compile(
    rb'\{"media":("(?:[^"\\]|\\.)*"),"sha256":"([^"]*)","size":([0-9]+)\}'
)
"""An attachment in canonical bytes; inside a text its quotes would be escaped."""

_DAMAGE: Final = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_IOERR")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a book that is not as the journal says.

    ``kind`` is file, missing, unreadable, hash, before, book, not-canonical, unknown-kind, body,
    word-missing, word-changed, word-strange, file-missing, file-changed, file-strange, tables-old,
    table-missing, table-strange, posting, row-missing, row-strange or row-changed.
    ``table`` and ``row`` name a kept or derived table and the key of its row. Where several
    entries in a row are missing, ``seq`` is the first and ``detail`` the last.
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


@dataclass(slots=True)
class _Chain:
    """How far the walk along the journal has come."""

    count: int = 0
    seq: int = 0
    before: str = FIRST
    book: str = ""
    files: dict[str, list[tuple[int, str, int]]] = field(default_factory=dict)
    """Files that entries name: entry, media type and size by hash."""


def verify(path: Path, rooms: Rooms, progress: Progress | None = None) -> Verdict:
    """Verify a book from a connection that only reads. Raises what opening a book raises."""
    store.check_header(path)
    store.check_objects(path, rooms)
    connection = store.connect(path, "read")
    connection.text_factory = lambda text: text.decode("utf-8", "replace")  # may be damaged
    try:
        with store.translated(path):
            connection.execute("BEGIN")
            chain = _Chain()
            problems = [
                *_reading(None, _file(connection)),
                *_reading("journal", _journal(connection, rooms, chain, progress)),
                *_reading("file", _files(connection, chain)),
                *_reading(None, _derived(connection, rooms)),
            ]
            return Verdict(chain.count, chain.before if chain.count else "", tuple(problems))
    finally:
        connection.close()


def _reading(table: str | None, found: Iterable[Problem]) -> Iterator[Problem]:
    """Pass problems on; where the file cannot be read further, that is one more."""
    try:
        yield from found
    except sqlite3.DatabaseError as error:
        if not (getattr(error, "sqlite_errorname", "") or "").startswith(_DAMAGE):
            raise
        yield Problem("file", table=table, detail=str(error))


def _file(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Let SQLite look over its pages and indexes."""
    tables = dict(connection.execute("SELECT name, tbl_name FROM sqlite_master"))
    for (answer,) in connection.execute("PRAGMA integrity_check"):
        if answer != "ok":
            named = next((word for word in re.split(r"[\s.]", answer) if word in tables), "")
            yield Problem("file", table=tables.get(named), detail=answer)


def _journal(
    connection: sqlite3.Connection, rooms: Rooms, chain: _Chain, progress: Progress | None
) -> Iterator[Problem]:
    """Walk along the chain, holding each entry's kept words against it."""
    words = _words(connection)
    kept = next(words, None)
    for seq, stored, hashed in connection.execute(
        "SELECT seq, stored, hash FROM journal ORDER BY seq"
    ):
        own: dict[str, str] = {}
        while kept and kept[0] <= seq:
            if kept[0] == seq:
                own[kept[1]] = kept[2]
            else:
                yield _word("strange", *kept[:2])
            kept = next(words, None)
        if seq > chain.seq + 1:
            yield Problem("missing", seq=chain.seq + 1, detail=str(seq - 1))
        digest = hashlib.sha256(stored).digest()
        if digest != hashed:
            yield Problem("hash", seq=seq)
        yield from _entry(rooms, chain, seq, stored, own)
        chain.count += 1
        chain.seq = max(chain.seq, seq)
        chain.before = digest.hex()
        if progress and chain.count % EVERY == 0:
            progress(chain.count)
    while kept:
        yield _word("strange", *kept[:2])
        kept = next(words, None)


def _words(connection: sqlite3.Connection) -> Iterator[tuple[int, str, str]]:
    """List the kept words in the journal's order: entry, path, commitment."""
    for seq, path, salt, text in connection.execute(
        "SELECT seq, path, salt, CAST(text AS BLOB) FROM word ORDER BY seq, path"
    ):
        yield seq, path, hashlib.sha256(salt + text).hexdigest()


def _entry(
    rooms: Rooms, chain: _Chain, seq: int, stored: bytes, words: dict[str, str]
) -> Iterator[Problem]:
    try:
        envelope = rooms.envelope(stored)
    except Exception as error:  # damaged bytes can break decoding in any way
        yield Problem("unreadable", seq=seq, detail=str(error))
        return
    chain.book = chain.book or envelope.book
    if (envelope.seq, envelope.before) != (seq, chain.before):
        yield Problem("before", seq=seq)
    if envelope.book != chain.book:
        yield Problem("book", seq=seq)
    for media, name, size in _ATTACHMENT.findall(stored):
        _name_file(chain, seq, media, name, size)
    known = envelope.kind in rooms.kinds
    if not known:
        yield Problem("unknown-kind", seq=seq, detail=envelope.kind)
    try:
        body = rooms.body(envelope) if known else msgspec.json.decode(envelope.body)
        again = msgspec.json.encode(body, order="sorted")
        promised = rooms.commitments(envelope) if known else words
    except Exception as error:  # as above
        yield Problem("body", seq=seq, detail=str(error))
        return
    if again != bytes(envelope.body) or stored_bytes(envelope) != stored:
        yield Problem("not-canonical", seq=seq)
    yield from _promises(seq, promised, words)


def _name_file(chain: _Chain, seq: int, media: bytes, name: bytes, size: bytes) -> None:
    try:
        text = msgspec.json.decode(media, type=str)
    except ValueError:
        return  # the body is damaged, which is told of anyway
    named = (seq, text, int(size[:18]))
    chain.files.setdefault(name.decode("utf-8", "replace"), []).append(named)


def _promises(seq: int, promised: dict[str, str], words: dict[str, str]) -> Iterator[Problem]:
    """Hold the kept words of an entry against the commitments in it."""
    for path, commitment in promised.items():
        if path not in words:
            yield _word("missing", seq, path)
        elif words[path] != commitment:
            yield _word("changed", seq, path)
    for path in words.keys() - promised.keys():
        yield _word("strange", seq, path)


def _word(how: str, seq: int, path: str) -> Problem:
    return Problem(f"word-{how}", seq=seq, table="word", row=f"{seq}, {path}")


def _files(connection: sqlite3.Connection, chain: _Chain) -> Iterator[Problem]:
    """Hold every kept file against its name, and against the entries that name files."""
    wanted = dict(chain.files)
    for name, media, data in connection.execute("SELECT sha256, media, bytes FROM file"):
        named = wanted.pop(name, [])
        if not named:
            yield Problem("file-strange", table="file", row=name)
            continue
        same = all((media, len(data)) == said[1:] for said in named)
        if not same or hashlib.sha256(data).hexdigest() != name:
            yield Problem("file-changed", seq=named[0][0], table="file", row=name)
    for name, named in wanted.items():
        yield Problem("file-missing", seq=named[0][0], table="file", row=name)


def _derived(connection: sqlite3.Connection, rooms: Rooms) -> Iterator[Problem]:
    """Rebuild aside and compare every derived table row by row."""
    yield from _forms(connection, rooms)
    aside = sqlite3.connect("", isolation_level=None)  # a temporary file of SQLite's own
    try:
        aside.execute("PRAGMA synchronous = OFF")
        aside.execute("BEGIN")
        stopped = _post_all(connection, rooms, aside)
        if stopped:
            yield stopped
            return
        _kept, derived = store.expected_objects(rooms)
        ours = {name for _kind, name, _sql in derived & store.objects(connection)}
        for room in rooms.all:
            for table in room.tables.sorted_tables:
                if table.name in ours:
                    found = _rows(connection, aside, room.tables, f"{table.name}")
                    yield from _reading(f"{table.name}", found)
    finally:
        aside.close()


def _post_all(
    connection: sqlite3.Connection, rooms: Rooms, aside: sqlite3.Connection
) -> Problem | None:
    at = 0
    try:
        for seq in post_each(connection, rooms, aside):
            at = seq
    except UnreadableEntry as entry:
        return Problem("posting", seq=entry.seq)
    except Exception as error:  # a broken entry can break posting in any way
        return Problem("posting", seq=at, detail=repr(error))
    return None


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


def _rows(
    connection: sqlite3.Connection, aside: sqlite3.Connection, tables: MetaData, name: str
) -> Iterator[Problem]:
    for differing in compare(connection, aside, tables, name):
        yield Problem(differing.kind, table=differing.table, row=differing.row)
