"""Compare the derived tables of a book with those that its journal gives, row by row.

Both stand in one connection, the book's as ``book``, so that SQLite itself holds row against row.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

from imt_desktop.journal.problems import Problem
from imt_desktop.journal.schema import Table


def compare(connection: sqlite3.Connection, table: Table) -> Iterator[Problem]:
    """Compare one table in both directions by its primary key."""
    name, keys = table.name, list(table.primary_key)
    others = [column.name for column in table.columns if column.name not in keys]
    missing = 0
    for gone, *key in connection.execute(_differing(name, keys, others)):
        missing += gone
        yield Problem("row-missing" if gone else "row-changed", table=name, row=_words(key))
    ((wanted,),) = connection.execute(f"SELECT count(*) FROM main.{name} NOT INDEXED")
    ((there,),) = connection.execute(f"SELECT count(*) FROM book.{name} NOT INDEXED")
    strange = there - (wanted - missing)
    if strange:
        for key in connection.execute(_strange(name, keys)):
            strange -= 1
            yield Problem("row-strange", table=name, row=_words(key))
    if strange:  # such as a key that stands there twice
        yield Problem("row-strange", table=name, detail=str(strange))


def _differing(table: str, keys: list[str], others: list[str]) -> str:
    """Rows that the journal gives and that the book has not, or not so."""
    changed = " OR ".join(f"t.{column} IS NOT b.{column}" for column in others) or "0"
    return (
        f"SELECT b.{keys[0]} IS NULL, {_named('t', keys)} FROM main.{table} t"
        f" LEFT JOIN book.{table} b ON {_same(keys)} WHERE b.{keys[0]} IS NULL OR {changed}"
    )


def _strange(table: str, keys: list[str]) -> str:
    """Rows that only the book has."""
    return (
        f"SELECT {_named('b', keys)} FROM book.{table} b"
        f" WHERE NOT EXISTS (SELECT 1 FROM main.{table} t WHERE {_same(keys)})"
    )


def _named(of: str, columns: list[str]) -> str:
    return ", ".join(f"{of}.{column}" for column in columns)


def _same(keys: list[str]) -> str:
    return " AND ".join(f"t.{key}=b.{key}" for key in keys)


def _words(key: Any) -> str:
    return ", ".join(map(str, key))
