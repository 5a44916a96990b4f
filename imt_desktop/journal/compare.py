"""Compare the derived tables of a book with those that its journal gives, row by row."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Table

from imt_desktop.journal.problems import Problem

_AT_ONCE: Final = 1000
"""Rows that are held against each other in one go; nearly always they are the same."""

_Row = tuple[Any, ...]
_Key = tuple[Any, ...]


def compare(book: sqlite3.Connection, aside: sqlite3.Connection, table: Table) -> Iterator[Problem]:
    """Compare one table in both directions, ordered by its primary key."""
    columns = [f"{column.name}" for column in table.columns]
    keys = [f"{column.name}" for column in table.primary_key]
    order = ", ".join(f'"{key}"' for key in keys)
    picked = ", ".join(f'"{column}"' for column in columns)
    name = f"{table.name}"  # SQLAlchemy's own kind of text otherwise
    sql = f'SELECT {picked} FROM "{name}" ORDER BY {order}'
    # Texts are compared as bytes: damaged ones cannot be decoded, and the order is SQLite's own.
    book.text_factory = aside.text_factory = bytes
    places = [columns.index(key) for key in keys]
    for kind, key in _merge(book.execute(sql), aside.execute(sql), places):
        yield Problem(kind, table=name, row=", ".join(map(_word, key)))


def _merge(
    ours: sqlite3.Cursor, theirs: sqlite3.Cursor, places: list[int]
) -> Iterator[tuple[str, _Key]]:
    while (mine := ours.fetchmany(_AT_ONCE)) == (right := theirs.fetchmany(_AT_ONCE)):
        if not mine:
            return
    yield from _differences(_Rows(mine, ours), _Rows(right, theirs), places)


class _Rows:
    """A stream of rows of which some were fetched already; ``row`` is the one in hand."""

    def __init__(self, fetched: list[_Row], cursor: sqlite3.Cursor) -> None:
        self._fetched = iter(fetched)
        self._cursor = cursor
        self.next()

    def next(self) -> None:
        self.row: _Row | None = next(self._fetched, None) or self._cursor.fetchone()


def _differences(mine: _Rows, right: _Rows, places: list[int]) -> Iterator[tuple[str, _Key]]:
    while mine.row or right.row:
        here, there = _key(mine.row, places), _key(right.row, places)
        if mine.row == right.row:
            mine.next()
            right.next()
        elif here == there and here is not None:
            yield "row-changed", here
            mine.next()
            right.next()
        elif here is not None and (there is None or _sorts(here) < _sorts(there)):
            yield "row-strange", here
            mine.next()
        elif there is not None:
            yield "row-missing", there
            right.next()


def _key(row: _Row | None, places: list[int]) -> _Key | None:
    return None if row is None else tuple(row[place] for place in places)


def _sorts(key: _Key) -> tuple[tuple[int, Any], ...]:
    """Order as SQLite does: nothing, then numbers, then texts."""
    return tuple((0, 0) if p is None else (1 + isinstance(p, bytes), p) for p in key)


def _word(part: Any) -> str:
    return part.decode("utf-8", "replace") if isinstance(part, bytes) else str(part)
