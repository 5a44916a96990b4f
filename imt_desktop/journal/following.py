"""The chain alone: that every entry carries the hash of the one before, and where it does not."""

from __future__ import annotations

import hashlib
import sqlite3

from msgspec import Struct

from imt_desktop.journal.book import FIRST, Head
from imt_desktop.journal.rooms import Rooms


class Followed(Struct, frozen=True):
    """How far the chain holds: its book, the last entry that follows, the first that does not."""

    book: str
    head: Head
    broken: int | None


def follow(connection: sqlite3.Connection, rooms: Rooms, last: int | None = None) -> Followed:
    """Walk along the chain from its first entry, up to ``last`` or to its end."""
    book, head = "", Head(0, b"")
    for seq, stored, hashed in connection.execute(
        "SELECT seq, stored, hash FROM journal WHERE seq <= ? ORDER BY seq",
        (2**62 if last is None else last,),
    ):
        before = head.hash.hex() if head.seq else FIRST
        try:
            envelope = rooms.envelope(stored)
        except Exception:  # damaged bytes can break decoding in any way
            return Followed(book, head, head.seq + 1)
        said = (envelope.seq, envelope.before, envelope.book)
        if said != (head.seq + 1, before, book or envelope.book) or seq != envelope.seq:
            return Followed(book, head, head.seq + 1)
        if hashlib.sha256(stored).digest() != hashed:
            return Followed(book, head, seq)
        book, head = envelope.book, Head(seq, hashed)
    return Followed(book, head, None)
