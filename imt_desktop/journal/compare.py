"""Compare the derived tables of a book with those that its journal gives, row by row."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import MetaData

Difference = Literal["row-missing", "row-strange", "row-changed"]

_Row = tuple[Any, ...]
_Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Differing:
    """A row that is not as the journal says; ``row`` is its primary key in words."""

    kind: Difference
    table: str
    row: str


def compare(
    book: sqlite3.Connection, aside: sqlite3.Connection, tables: MetaData, name: str
) -> Iterator[Differing]:
    """Compare one table in both directions, ordered by its primary key."""
    table = tables.tables[name]
    columns = [f"{column.name}" for column in table.columns]
    keys = [f"{column.name}" for column in table.primary_key]
    order = ", ".join(f'"{key}"' for key in keys)
    picked = ", ".join(f'"{column}"' for column in columns)
    sql = f'SELECT {picked} FROM "{name}" ORDER BY {order}'
    # Texts are compared as bytes: damaged ones cannot be decoded, and the order is SQLite's own.
    book.text_factory = aside.text_factory = bytes
    places = [columns.index(key) for key in keys]
    for kind, key in _merge(book.execute(sql), aside.execute(sql), places):
        yield Differing(kind, name, ", ".join(map(_word, key)))


def _merge(
    ours: sqlite3.Cursor, theirs: sqlite3.Cursor, places: list[int]
) -> Iterator[tuple[Difference, _Key]]:
    mine, right = ours.fetchone(), theirs.fetchone()
    while mine or right:
        here, there = _key(mine, places), _key(right, places)
        if mine == right:
            mine, right = ours.fetchone(), theirs.fetchone()
        elif here == there and here is not None:
            yield "row-changed", here
            mine, right = ours.fetchone(), theirs.fetchone()
        elif here is not None and (there is None or _sorts(here) < _sorts(there)):
            yield "row-strange", here
            mine = ours.fetchone()
        elif there is not None:
            yield "row-missing", there
            right = theirs.fetchone()


def _key(row: _Row | None, places: list[int]) -> _Key | None:
    return None if row is None else tuple(row[place] for place in places)


def _sorts(key: _Key) -> tuple[tuple[int, Any], ...]:
    """Order as SQLite does: nothing, then numbers, then texts."""
    return tuple((0, 0) if p is None else (1 + isinstance(p, bytes), p) for p in key)


def _word(part: Any) -> str:
    return part.decode("utf-8", "replace") if isinstance(part, bytes) else str(part)
