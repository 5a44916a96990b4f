"""The index of entries, held against the journal by whoever walks along it.

It is the one derived table whose rows are written once and never change. So it is checked beside the
chain, and the other tables are posted aside with the book's own index in its place (``aside``): where
neither finds anything, both are right.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any, Final

from imt_desktop.journal import store
from imt_desktop.journal.entries import Envelope
from imt_desktop.journal.problems import Problem, while_readable
from imt_desktop.journal.rooms import Rooms
from imt_desktop.journal.tables import ENTRY, index_row

NAME: Final = ENTRY.name


def is_there(connection: sqlite3.Connection, rooms: Rooms, database: str = "main") -> bool:
    """Say whether a book has the index, in today's form."""
    _kept, derived = store.expected_objects(rooms)
    ours = derived & store.objects(connection, database)
    return ("table", NAME) in {(kind, name) for kind, name, _sql in ours}


class Listed:
    """The rows of the index in their order, each taken when the walk comes to its entry."""

    def __init__(self, connection: sqlite3.Connection, rooms: Rooms) -> None:
        there = is_there(connection, rooms)  # if it is not, whoever looks at the tables tells of it
        rows = connection.execute(f"SELECT * FROM {NAME} ORDER BY seq") if there else ()
        self._there = there
        self._rows = while_readable(NAME, rows)
        self._row: Any = next(self._rows, None)

    def next_is(self, envelope: Envelope | None) -> bool:
        """Whether the next row is that of an entry; then it is done."""
        if envelope is None or self._row != index_row(envelope):
            return False
        self._row = next(self._rows, None)
        return True

    def odd(self, seq: int, envelope: Envelope | None) -> Iterator[Problem]:
        """Say what is wrong where the next row is not that of an entry; None: it cannot be read."""
        yield from self._strange(before=seq)
        if self.next_is(envelope):
            return
        if self._row is not None and self._row[0] == seq:
            self._row = next(self._rows, None)
            if envelope is not None:
                yield Problem("row-changed", table=NAME, row=str(seq))
        elif envelope is not None and self._there:
            yield Problem("row-missing", table=NAME, row=str(seq))

    def rest(self) -> Iterator[Problem]:
        """List the rows that come after the last entry."""
        yield from self._strange(before=2**63)

    def _strange(self, before: int) -> Iterator[Problem]:
        while self._row is not None and not self._ended() and self._row[0] < before:
            yield Problem("row-strange", table=NAME, row=str(self._row[0]))
            self._row = next(self._rows, None)
        if self._ended():
            yield self._row
            self._row, self._there = None, False

    def _ended(self) -> bool:
        """Whether the file could not be read further."""
        return isinstance(self._row, Problem)
