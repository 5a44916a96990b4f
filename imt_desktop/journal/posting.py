"""The derived tables as posting sees them: rows are added, amounts added up, the rest is SQL.

Rows and sums wait and are written many at once, which makes a rebuild several times faster. A
statement that names a table finds its rows written, and one that names a column its sums as well.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from sqlalchemy import MetaData, Table

Key = tuple[Any, ...]
"""The primary key of a row, in the order of its columns."""

MOST_WAITING: Final = 50_000
"""Rows that may wait; then they are written."""

ADDED_UP: Final = "added_up"
"""Mark in a table's ``info``: its rows are sums, and one that is not there begins with nothing."""


@dataclass(frozen=True, slots=True)
class Form:
    """The statements that posting needs for a table."""

    insert: str
    """Adds a row."""
    increase: Mapping[str, str]
    """By column: adds an amount to it; the amount comes first, then the key."""


def forms_of(tables: Iterable[MetaData]) -> dict[str, Form]:
    """Return the form of every derived table by its name."""
    return {table.name: _form(table) for metadata in tables for table in metadata.sorted_tables}


def _form(table: Table) -> Form:
    columns = [column.name for column in table.columns]
    keys = [column.name for column in table.primary_key]
    sums = _add_up if table.info.get(ADDED_UP) else _increase
    return Form(
        f"INSERT INTO {table.name} VALUES ({','.join('?' * len(columns))})",
        {column: sums(table.name, column, keys, columns) for column in columns},
    )


def _increase(table: str, column: str, keys: list[str], _columns: list[str]) -> str:
    where = " AND ".join(f"{key}=?" for key in keys)
    return f"UPDATE {table} SET {column}={column}+? WHERE {where}"


def _add_up(table: str, column: str, keys: list[str], columns: list[str]) -> str:
    others = [name for name in columns if name not in (column, *keys)]
    return (
        f"INSERT INTO {table} ({','.join((column, *keys, *others))})"
        f" VALUES (?{',?' * len(keys)}{',0' * len(others)})"
        f" ON CONFLICT DO UPDATE SET {column}={column}+excluded.{column}"
    )


class Tables:
    """The derived tables while entries are posted to them. ``flush`` writes what waits."""

    def __init__(self, connection: sqlite3.Connection, forms: Mapping[str, Form]) -> None:
        self._cursor = connection.cursor()
        self._forms = forms
        self._rows: dict[str, list[Key]] = {}
        self._sums: dict[tuple[str, str], dict[Key, int]] = {}
        self._waiting = 0

    def insert(self, table: str, *row: Any) -> None:
        """Add a row, all its columns in their order."""
        waiting = self._rows.get(table)
        if waiting is None:
            waiting = self._rows[table] = []
        waiting.append(row)
        self._waiting += 1

    def increase(self, table: str, column: str, key: Key, amount: int) -> None:
        """Add an amount to a column of the row with this key."""
        sums = self._sums.get((table, column))
        if sums is None:
            sums = self._sums[table, column] = {}
        sums[key] = sums.get(key, 0) + amount

    def execute(self, sql: str, parameters: Sequence[Any] = ()) -> sqlite3.Cursor:
        """Run any other statement. The rows and sums that it names are written before."""
        self._write_named(sql)
        return self._cursor.execute(sql, parameters)

    def executemany(self, sql: str, parameters: Iterable[Sequence[Any]]) -> sqlite3.Cursor:
        """Run any other statement for many rows, as ``execute`` does."""
        self._write_named(sql)
        return self._cursor.executemany(sql, parameters)

    def flush_many(self) -> None:
        """Write what waits if it is much."""
        if self._waiting > MOST_WAITING:
            self.flush()

    def flush(self) -> None:
        """Write what waits: rows first, since sums may go to rows that are as new."""
        for table in list(self._rows):
            self._write_rows(table)
        for table, column in list(self._sums):
            self._write_sums(table, column)
        self._waiting = 0

    def _write_named(self, sql: str) -> None:
        names = _names(sql)
        for table in [table for table in self._rows if table in names]:
            self._write_rows(table)
        for table, column in list(self._sums):
            if table in names and (column in names or "*" in names):
                self._write_sums(table, column)

    def _write_rows(self, table: str) -> None:
        self._cursor.executemany(self._forms[table].insert, self._rows.pop(table))

    def _write_sums(self, table: str, column: str) -> None:
        if table in self._rows:
            self._write_rows(table)
        pairs = [(amount, *key) for key, amount in self._sums.pop((table, column)).items()]
        self._cursor.executemany(self._forms[table].increase[column], pairs)


@cache
def _names(sql: str) -> frozenset[str]:
    """Return every word of a statement, the names of tables and columns among them."""
    return frozenset(re.findall(r"\w+|\*", sql))
