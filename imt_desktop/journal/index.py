"""The index of entries, held against the journal that it lists: no entry has to be posted for that."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Final

from imt_desktop.journal import store
from imt_desktop.journal.problems import Problem, while_readable
from imt_desktop.journal.rooms import Rooms
from imt_desktop.journal.tables import COUNTERSIGNED, ENTRY, index_row, signers

LISTED: Final = (ENTRY.name, COUNTERSIGNED.name)
"""Tables that the envelopes alone give."""

_COLUMNS: Final = ", ".join(f"e.{column.name}" for column in ENTRY.columns)


def index_problems(connection: sqlite3.Connection, rooms: Rooms) -> Iterator[Problem]:
    """Compare the index row by row; a table that is not of today's form is told of elsewhere."""
    _kept, derived = store.expected_objects(rooms)
    ours = {name for _kind, name, _sql in derived & store.objects(connection)}
    if ours.issuperset(LISTED):
        pairs: set[tuple[int, int]] = set()
        yield from while_readable(ENTRY.name, _entries(connection, rooms, pairs))
        yield from while_readable(COUNTERSIGNED.name, _countersigned(connection, pairs))


def _entries(
    connection: sqlite3.Connection, rooms: Rooms, pairs: set[tuple[int, int]]
) -> Iterator[Problem]:
    """Hold the list of entries against their envelopes; ``pairs`` gets who countersigned which."""
    for stored, seq, *row in connection.execute(
        f"SELECT j.stored, j.seq, {_COLUMNS} FROM journal j LEFT JOIN entry e USING (seq) ORDER BY seq"
    ):
        try:
            envelope = rooms.envelope(stored)
        except Exception:  # damaged bytes can break decoding in any way; the walk tells of them
            continue
        pairs.update((officer, envelope.seq) for officer in signers(envelope))
        if row[0] is None:
            yield Problem("row-missing", table=ENTRY.name, row=str(seq))
        elif index_row(envelope) != tuple(row):
            yield Problem("row-changed", table=ENTRY.name, row=str(seq))
    for (seq,) in connection.execute(
        "SELECT seq FROM entry WHERE seq NOT IN (SELECT seq FROM journal)"
    ):
        yield Problem("row-strange", table=ENTRY.name, row=str(seq))


def _countersigned(
    connection: sqlite3.Connection, pairs: set[tuple[int, int]]
) -> Iterator[Problem]:
    there = list(connection.execute("SELECT officer, seq FROM countersigned ORDER BY seq, officer"))
    for officer, seq in sorted(pairs.difference(there)):
        yield Problem("row-missing", table=COUNTERSIGNED.name, row=f"{officer}, {seq}")
    for officer, seq in there:
        if (officer, seq) not in pairs:
            yield Problem("row-strange", table=COUNTERSIGNED.name, row=f"{officer}, {seq}")
