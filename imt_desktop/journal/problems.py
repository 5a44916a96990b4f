"""What a verification can find: facts only, the words are made elsewhere."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from operator import methodcaller
from typing import Final, TypeVar

from msgspec import Struct

_WORKED_OUT: Final = (
    "tables-old", "table-missing", "table-strange", "row-missing", "row-strange", "row-changed",
)  # fmt: skip
"""Kinds of problems of what is worked out from the journal, where the journal can be read."""

_DAMAGE: Final = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_IOERR")


class Problem(Struct, frozen=True):
    """Something in a book that is not as the journal says.

    ``kind`` is file, guard (a trigger, named in ``table``), missing, unreadable, hash, before, book,
    not-canonical, unknown-kind, body, word-missing, word-changed, word-strange, file-missing,
    file-changed, file-strange, pin-missing, pin-changed, pin-strange, tables-old, table-missing,
    table-strange, posting, row-missing, row-strange or row-changed.
    ``table`` and ``row`` name a kept or derived table and the key of its row. Where several
    entries in a row are missing, ``seq`` is the first and ``detail`` the last. Of a file that lies
    beside a copy ``detail`` names it.
    """

    kind: str
    seq: int | None = None
    table: str | None = None
    row: str | None = None
    detail: str = ""

    @property
    def beside(self) -> bool:
        """Whether it is about a photo or paper beside a copy, and the copy itself is whole."""
        return self.kind == "file-changed" and bool(self.detail)


class Verdict(Struct, frozen=True):
    """What a verification found: how many entries, the newest one's hash, and the problems.

    ``left_out`` names the kept tables that a copy left out; what they held could not be checked.
    ``not_there`` names the entries whose photo or paper is rightly missing: somebody left it out.
    """

    entries: int
    head: str
    problems: tuple[Problem, ...]
    left_out: tuple[str, ...] = ()
    not_there: tuple[int, ...] = ()
    older: bool = False
    """Whether its derived tables are an earlier version's: they are worked out anew when it is opened."""

    @property
    def only_worked_out(self) -> bool:
        """Whether all that is wrong was worked out from entries that are whole: it can be again."""
        worked_out = all(one.kind in _WORKED_OUT for one in self.problems)
        return bool(self.problems) and worked_out and not self.cut

    @property
    def cut(self) -> bool:
        """Whether entries are listed that the journal does not have: somebody deleted them."""
        return any(one.kind == "row-strange" and one.table == "entry" for one in self.problems)


T = TypeVar("T")


def while_readable(table: str | None, found: Iterable[T]) -> Iterator[T | Problem]:
    """Pass on what is found; where the file cannot be read further, that is one more problem."""
    try:
        yield from found
    except sqlite3.DatabaseError as error:
        if lacks_room(error) or not _name(error).startswith(_DAMAGE):
            raise
        yield Problem("file", table=table, detail=str(error))


def lacks_room(error: Exception) -> bool:
    """Whether the disk is too full for what SQLite writes aside: that says nothing about the book."""
    return _name(error).startswith(("SQLITE_FULL", "SQLITE_IOERR_WRITE"))


def _name(error: Exception) -> str:
    return getattr(error, "sqlite_errorname", "") or ""


even_damaged: Final = methodcaller("decode", "utf-8", "replace")
"""Read text of a file that may be damaged; SQLite's driver asks it for every word that it reads."""
