"""The derived tables as posting sees them: rows are added, amounts added up, the rest is SQL.

Rows and sums wait and are written many at once, which makes a rebuild several times faster. What is
added to a row that still waits is added there. A statement that names a table finds its rows written,
and one that names a column its sums as well.
"""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain
from operator import itemgetter
from typing import Any, Final

from sqlalchemy import MetaData, Table

Key = tuple[Any, ...]
"""The primary key of a row, in the order of its columns."""

MOST_WAITING: Final = 50_000
"""Rows that may wait; then they are written."""

AT_ONCE: Final = 40
"""Rows that one statement writes, which takes a third less time than one each."""

ADDED_UP: Final = "added_up"
"""Mark in a table's ``info``: its rows are sums, and one that is not there begins with nothing."""

GROWS: Final = "grows"
"""Mark in a table's ``info``: amounts are soon added to new rows, so these are found while they wait."""


@dataclass(frozen=True, slots=True)
class Form:
    """The statements that posting needs for a table."""

    insert: str
    """Adds a row."""
    insert_many: str
    """Adds ``AT_ONCE`` rows."""
    find: str
    """Finds a row by its key."""
    places: Mapping[str, int]
    """By column: where it stands in a row."""
    key_of: Callable[[Key], Key] | None
    """Takes the key out of a row, if rows are found while they wait."""
    increase: Mapping[str, str]
    """By column: adds an amount to it; the amount comes first, then the key."""
    change: Mapping[str, str]
    """By column: changes it; the value comes first, then the key."""


def forms_of(tables: Iterable[MetaData]) -> dict[str, Form]:
    """Return the form of every derived table by its name."""
    return {table.name: _form(table) for metadata in tables for table in metadata.sorted_tables}


def _form(table: Table) -> Form:
    columns = [column.name for column in table.columns]
    keys = [column.name for column in table.primary_key]
    sums = _add_up if table.info.get(ADDED_UP) else _increase
    row = f"({','.join('?' * len(columns))})"
    places = {column: at for at, column in enumerate(columns)}
    return Form(
        f"INSERT INTO {table.name} VALUES {row}",
        f"INSERT INTO {table.name} VALUES {','.join([row] * AT_ONCE)}",
        f"SELECT * FROM {table.name} WHERE {_where(keys)}",
        places,
        itemgetter(*(places[key] for key in keys)) if table.info.get(GROWS) else None,
        {column: sums(table.name, column, keys, columns) for column in columns},
        {column: f"UPDATE {table.name} SET {column}=? WHERE {_where(keys)}" for column in columns},
    )


def _increase(table: str, column: str, keys: list[str], _columns: list[str]) -> str:
    return f"UPDATE {table} SET {column}={column}+? WHERE {_where(keys)}"


def _where(keys: list[str]) -> str:
    return " AND ".join(f"{key}=?" for key in keys)


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
        self._rows: dict[str, list[Sequence[Any]]] = {name: [] for name in forms}
        self._growing: dict[str, dict[Key, list[Any]]] = {
            name: {} for name, form in forms.items() if form.key_of
        }
        self._sums: defaultdict[tuple[str, str], defaultdict[Key, int]]
        self._sums = defaultdict(partial(defaultdict, int))
        self._waiting = 0

    def insert(self, table: str, *row: Any) -> None:
        """Add a row, all its columns in their order."""
        self._rows[table].append(self._findable(table, row) if table in self._growing else row)
        self._waiting += 1

    def _findable(self, table: str, row: Key) -> list[Any]:
        key_of, found = self._forms[table].key_of, list(row)
        assert key_of
        self._growing[table][key_of(row)] = found
        return found

    def increase(self, table: str, column: str, key: Key, amount: int) -> None:
        """Add an amount to a column of the row with this key."""
        growing = self._growing.get(table)
        if growing and key in growing:
            growing[key][self._forms[table].places[column]] += amount
            return
        self._sums[table, column][key] += amount

    def look_up(self, table: str, key: Key, *columns: str) -> Key | None:
        """Return columns of the row with this key, of a table that grows."""
        form, row = self._forms[table], self._growing[table].get(key)
        found = row or self._cursor.execute(form.find, key).fetchone()
        if found is None:
            return None
        return tuple(
            found[form.places[column]] + self._sums[table, column].get(key, 0)
            if (table, column) in self._sums
            else found[form.places[column]]
            for column in columns
        )

    def change(self, table: str, key: Key, column: str, value: Any) -> None:
        """Put a value in the place of another, in the row with this key of a table that grows."""
        form, row = self._forms[table], self._growing[table].get(key)
        if row:
            row[form.places[column]] = value
        else:
            self._sums[table, column].pop(key, None)
            self._cursor.execute(form.change[column], (value, *key))

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
        for table in self._rows:
            self._write_rows(table)
        for table, column in list(self._sums):
            self._write_sums(table, column)
        self._waiting = 0

    def _write_named(self, sql: str) -> None:
        names = _names(sql)
        for table in self._rows.keys() & names:
            self._write_rows(table)
        for table, column in list(self._sums):
            if table in names and (column in names or "*" in names):
                self._write_sums(table, column)

    def _write_rows(self, table: str) -> None:
        form, rows = self._forms[table], self._rows[table]
        if not rows:
            return
        self._rows[table] = []
        many = len(rows) - len(rows) % AT_ONCE
        for at in range(0, many, AT_ONCE):
            values = list(chain.from_iterable(rows[at : at + AT_ONCE]))
            self._cursor.execute(form.insert_many, values)
        self._cursor.executemany(form.insert, rows[many:])
        if table in self._growing:
            self._growing[table].clear()

    def _write_sums(self, table: str, column: str) -> None:
        self._write_rows(table)
        pairs = [(amount, *key) for key, amount in self._sums.pop((table, column)).items()]
        self._cursor.executemany(self._forms[table].increase[column], pairs)


@cache
def _names(sql: str) -> frozenset[str]:
    """Return every word of a statement, the names of tables and columns among them."""
    return frozenset(re.findall(r"\w+|\*", sql))
