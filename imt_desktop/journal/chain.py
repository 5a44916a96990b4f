"""The walk along the journal: every entry, its hash, its words and the files that it names."""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections.abc import Iterator
from typing import Any, Final

import msgspec

from imt_desktop.journal import excuses, pins
from imt_desktop.journal.book import FIRST
from imt_desktop.journal.entries import Entry, Envelope
from imt_desktop.journal.listed import Listed
from imt_desktop.journal.problems import Problem
from imt_desktop.journal.rooms import Rooms, canonical, stored_bytes

_ATTACHMENT: Final = re.compile(
    rb'\{"media":("(?:[^"\\]|\\.)*"),"sha256":"([^"]*)","size":([0-9]+)\}'
)
"""An attachment in canonical bytes; inside a text its quotes would be escaped."""

_WORDS: Final = """
SELECT seq, path, salt, CAST(text AS BLOB) FROM word WHERE typeof(seq)='integer'
AND typeof(path)='text' AND typeof(salt)='blob' AND typeof(text)='text' ORDER BY seq, path
"""


class Chain(msgspec.Struct):
    """How far the walk along the journal has come."""

    count: int = 0
    seq: int = 0
    before: str = FIRST
    book: str = ""
    files: dict[str, list[tuple[int, str, int]]] = msgspec.field(default_factory=dict)
    """Files that entries name: entry, media type and size by hash."""
    pins: dict[str, int] = msgspec.field(default_factory=dict)
    """PINs that are in use, and the entries that set them."""
    told: list[tuple[int, Entry]] = msgspec.field(default_factory=list)
    """Entries that tell of something missing."""


def walk(connection: sqlite3.Connection, rooms: Rooms, chain: Chain) -> Iterator[Problem]:
    """Walk along the chain, holding each entry's kept words and its row of the index against it."""
    words, listed = _words(connection), Listed(connection, rooms)
    telling = _telling(rooms)
    kept = next(words, None)
    found: list[Problem] = []
    for seq, stored, hashed in connection.execute(
        "SELECT seq, stored, hash FROM journal ORDER BY seq"
    ):
        own: dict[str, str] = {}
        while kept and kept[0] <= seq:
            if kept[0] == seq:
                own[kept[1]] = kept[2]
            else:
                found.append(_word("strange", *kept[:2]))
            kept = next(words, None)
        if seq > chain.seq + 1:
            found.append(Problem("missing", seq=chain.seq + 1, detail=str(seq - 1)))
        if not isinstance(stored, bytes):
            stored = b""
        digest = hashlib.sha256(stored).digest()
        if digest != hashed:
            found.append(Problem("hash", seq=seq))
        envelope = _entry(rooms, telling, chain, seq, stored, own, found)
        if not listed.next_is(envelope):
            found += listed.odd(seq, envelope)
        chain.count += 1
        if seq > chain.seq:
            chain.seq = seq
        chain.before = digest.hex()
        if found:
            yield from found
            found = []
    while kept:
        yield _word("strange", *kept[:2])
        kept = next(words, None)
    yield from listed.rest()
    yield from _odd_words(connection)


def _telling(rooms: Rooms) -> frozenset[str]:
    """Name the kinds that tell of what is kept beside the journal, and of what may be missing there."""
    bases = (*excuses.TELLING, pins.KeepsPin)
    return frozenset(name for name, kind in rooms.kinds.items() if issubclass(kind, bases))


def _words(connection: sqlite3.Connection) -> Iterator[tuple[int, str, str]]:
    """List the kept words in the journal's order, each with what an entry that has it must say."""
    for seq, path, salt, text in connection.execute(_WORDS):
        yield seq, path, hashlib.sha256(salt + text).hexdigest()


def _odd_words(connection: sqlite3.Connection) -> Iterator[Problem]:
    """List rows that cannot be words at all, such as where a bit of the file was flipped."""
    for seq, path in connection.execute(
        "SELECT seq, path FROM word WHERE typeof(seq)<>'integer' OR typeof(path)<>'text'"
        " OR typeof(salt)<>'blob' OR typeof(text)<>'text'"
    ):
        yield _word("strange", seq, path)


def _entry(
    rooms: Rooms, telling: frozenset[str], chain: Chain, seq: int, stored: bytes,
    words: dict[str, str], found: list[Problem],
) -> Envelope | None:  # fmt: skip
    """Hold one entry against itself, the one before and its words; adds what is wrong to ``found``."""
    try:
        envelope = rooms.envelope(stored)
    except Exception as error:  # damaged bytes can break decoding in any way
        found.append(Problem("unreadable", seq=seq, detail=str(error)))
        return None
    chain.book = chain.book or envelope.book
    if envelope.seq != seq or envelope.before != chain.before:
        found.append(Problem("before", seq=seq))
    if envelope.book != chain.book:
        found.append(Problem("book", seq=seq))
    if b'"sha256"' in stored:
        _name_files(chain, seq, stored)
    try:
        if envelope.kind in rooms.kinds:
            body: Any = rooms.body(envelope)
            if envelope.kind in telling:
                excuses.note(chain.told, seq, body)
                pins.note(chain.pins, seq, body)
            promised = rooms.commitments(body)
        else:
            found.append(Problem("unknown-kind", seq=seq, detail=envelope.kind))
            body = msgspec.json.decode(envelope.body)
            promised = dict(words)
        same = canonical(body) == bytes(envelope.body) and stored_bytes(envelope) == stored
    except Exception as error:  # as above
        found.append(Problem("body", seq=seq, detail=str(error)))
        return envelope
    if not same:
        found.append(Problem("not-canonical", seq=seq))
    if promised or words:
        found += _promises(seq, promised, words)
    return envelope


def _name_files(chain: Chain, seq: int, stored: bytes) -> None:
    for media, name, size in _ATTACHMENT.findall(stored):
        try:
            text = msgspec.json.decode(media, type=str)
        except ValueError:
            continue  # the body is damaged, which is told of anyway
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


def _word(how: str, seq: object, path: object) -> Problem:
    entry = seq if isinstance(seq, int) else None
    return Problem(f"word-{how}", seq=entry, table="word", row=f"{seq}, {path}")


def kept_files(connection: sqlite3.Connection, chain: Chain) -> Iterator[Problem]:
    """Hold every kept file against its name, and against the entries that name files."""
    wanted = dict(chain.files)
    for name, media, data in connection.execute("SELECT sha256, media, bytes FROM file"):
        named = wanted.pop(name, [])
        if not named:
            yield Problem("file-strange", table="file", row=str(name))
            continue
        data = data if isinstance(data, bytes) else b""
        same = all((media, len(data)) == said[1:] for said in named)
        if not same or hashlib.sha256(data).hexdigest() != name:
            yield Problem("file-changed", seq=named[0][0], table="file", row=name)
    for name, named in wanted.items():
        for seq in dict.fromkeys(said[0] for said in named):
            yield Problem("file-missing", seq=seq, table="file", row=name)


def kept_pins(connection: sqlite3.Connection, chain: Chain) -> Iterator[Problem]:
    """Hold the kept hashes of PINs against the entries that set them."""
    for kind, seq, pin in pins.check(connection, chain.pins):
        yield Problem(kind, seq=seq, table="pin", row=pin)
