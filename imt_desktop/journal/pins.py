"""Hashes of PINs: kept beside the journal, committed to in it, and in no copy for somebody else.

An entry holds only the SHA-256 of the hash; what a PIN could be guessed from stands in a table of
its own, which a copy for others leaves empty.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from imt_desktop.journal import store
from imt_desktop.journal.entries import BookRestored, Entry
from imt_desktop.journal.tables import PIN

if TYPE_CHECKING:
    from imt_desktop.journal.book import Reading, Writing


TABLE: Final = PIN.name


class KeepsPin(Entry, frozen=True):
    """Base of an entry by which an officer gets a PIN, in place of the one before."""

    officer: int
    pin: str
    """SHA-256 of the kept hash, hex."""
    replaces: str | None
    """What ``pin`` was before; that hash is erased."""


def commitment(hashed: str) -> str:
    """Return what an entry holds in place of a PIN's hash."""
    return hashlib.sha256(hashed.encode()).hexdigest()


def keep(book: Writing, hashed: str, replaces: str | None) -> str:
    """Keep a PIN's hash and erase the one that it replaces; returns the commitment to it."""
    pin = commitment(hashed)
    book.driver.execute("DELETE FROM pin WHERE pin=?", (replaces,))
    book.driver.execute("INSERT INTO pin VALUES (?,?)", (pin, hashed))
    return pin


def kept(book: Reading, pin: str) -> str | None:
    """Return a kept hash, or None where this copy of the book came without."""
    row = book.driver.execute("SELECT hash FROM pin WHERE pin=?", (pin,)).fetchone()
    return None if row is None else str(row[0])


def left_out(book: Reading, seq: int) -> bool:
    """Say whether a copy left out the hash to which an entry commits, so that it is rightly missing."""
    if TABLE in store.left_out(book.driver):
        return True
    later = book.driver.execute(
        "SELECT seq FROM entry WHERE kind=? AND seq>?", (BookRestored.KIND, seq)
    ).fetchall()
    told = (book.recorded(number).entry for (number,) in later)
    return any(isinstance(entry, BookRestored) and TABLE in entry.left_out for entry in told)


def note(wanted: dict[str, int], seq: int, entry: object) -> None:
    """Remember which hashes an entry commits to, and which it lets go."""
    if isinstance(entry, KeepsPin):
        wanted.pop(entry.replaces or "", None)
        wanted[entry.pin] = seq


def check(
    connection: sqlite3.Connection, wanted: Mapping[str, int]
) -> Iterator[tuple[str, int | None, str]]:
    """Hold the kept hashes against the commitments: what is wrong, the entry, the commitment."""
    found = set()
    for pin, hashed in connection.execute("SELECT pin, CAST(hash AS BLOB) FROM pin"):
        found.add(pin)
        if pin not in wanted:
            yield "pin-strange", None, pin
        elif hashlib.sha256(hashed).hexdigest() != pin:
            yield "pin-changed", wanted[pin], pin
    for pin, seq in wanted.items():
        if pin not in found:
            yield "pin-missing", seq, pin
