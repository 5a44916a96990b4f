"""The derived tables as posting sees them: rows are added, amounts added up, the rest is SQL.

Rows and sums wait and are written many at once, which makes a rebuild several times faster. Whatever
else is run finds them written: the order in which entries are posted is kept.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import MetaData, Table

Key = tuple[Any, ...]
"""The primary key of a row, in the order of its columns."""

MOST_WAITING: Final = 20_000
"""Rows and sums that may wait; then they are written."""

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

    def insert(self, table: str, *row: Any) -> None:
        """Add a row, all its columns in their order."""
        waiting = self._rows.get(table)
        if waiting is None:
            waiting = self._rows[table] = []
        waiting.append(row)

    def increase(self, table: str, column: str, key: Key, amount: int) -> None:
        """Add an amount to a column of the row with this key."""
        sums = self._sums.get((table, column))
        if sums is None:
            sums = self._sums[table, column] = {}
        sums[key] = sums.get(key, 0) + amount

    def execute(self, sql: str, parameters: Sequence[Any] = ()) -> sqlite3.Cursor:
        """Run any other statement, after what waits."""
        self.flush()
        return self._cursor.execute(sql, parameters)

    def executemany(self, sql: str, parameters: Iterable[Sequence[Any]]) -> sqlite3.Cursor:
        """Run any other statement for many rows, after what waits."""
        self.flush()
        return self._cursor.executemany(sql, parameters)

    def flush_many(self) -> None:
        """Write what waits if it is much."""
        waiting = sum(map(len, self._rows.values())) + sum(map(len, self._sums.values()))
        if waiting > MOST_WAITING:
            self.flush()

    def flush(self) -> None:
        """Write what waits: rows first, since sums may go to rows that are as new."""
        rows, sums = self._rows, self._sums
        if rows:
            self._rows = {}
            for table, waiting in rows.items():
                self._cursor.executemany(self._forms[table].insert, waiting)
        if sums:
            self._sums = {}
            for (table, column), amounts in sums.items():
                sql = self._forms[table].increase[column]
                pairs = [(amount, *key) for key, amount in amounts.items()]
                self._cursor.executemany(sql, pairs)
