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
from functools import cache, partial
from operator import itemgetter
from typing import Any, Final

from msgspec import Struct

from imt_desktop.journal.schema import MetaData, Table

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


class Form(Struct, frozen=True):
    """The statements that posting needs for a table."""

    insert: str
    """Adds a row."""
    insert_many: str
    """Adds ``AT_ONCE`` rows. Where one fails all that was written is undone, so SQLite need not keep what
    undoes this statement alone."""
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
    keys = list(table.primary_key)
    sums = _add_up if table.info.get(ADDED_UP) else _increase
    row = f"({','.join('?' * len(columns))})"
    places = {column: at for at, column in enumerate(columns)}
    return Form(
        f"INSERT INTO {table.name} VALUES {row}",
        f"INSERT OR FAIL INTO {table.name} VALUES {','.join([row] * AT_ONCE)}",
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
        self._rows: Final[dict[str, list[Any]]] = {name: [] for name in forms}
        """What waits, value after value, as a statement takes it."""
        self._growing: Final[dict[str, dict[Key, int]]] = {
            name: {} for name, form in forms.items() if form.key_of
        }
        """Where in it the row with a key begins."""
        self._sums: dict[str, defaultdict[str, defaultdict[Key, int]]] = {
            name: defaultdict(partial(defaultdict, int)) for name in forms
        }
        self._waiting = 0

    def insert(self, table: str, *row: Any) -> None:
        """Add a row, all its columns in their order."""
        waiting = self._rows[table]
        if key_of := self._forms[table].key_of:
            self._growing[table][key_of(row)] = len(waiting)
        waiting += row
        self._waiting += 1

    def increase(self, table: str, column: str, key: Key, amount: int) -> None:
        """Add an amount to a column of the row with this key."""
        growing = self._growing.get(table)
        if growing and key in growing:
            at = growing[key] + self._forms[table].places[column]
            self._rows[table][at] += amount
        else:
            self._sums[table][column][key] += amount

    def look_up(self, table: str, key: Key, *columns: str) -> Key | None:
        """Return columns of the row with this key, of a table that grows."""
        form, at = self._forms[table], self._growing[table].get(key)
        if at is None:
            found = self._cursor.execute(form.find, key).fetchone()
        else:
            found = self._rows[table][at : at + len(form.places)]
        if found is None:
            return None
        sums = self._sums[table]
        return tuple(
            found[form.places[column]] + sums[column].get(key, 0)
            if column in sums
            else found[form.places[column]]
            for column in columns
        )

    def change(self, table: str, key: Key, column: str, value: Any) -> None:
        """Put a value in the place of another, in the row with this key of a table that grows."""
        form, at = self._forms[table], self._growing[table].get(key)
        if at is not None:
            self._rows[table][at + form.places[column]] = value
        else:
            self._sums[table][column].pop(key, None)
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
        for table, sums in self._sums.items():
            for column in list(sums):
                self._write_sums(table, column)
        self._waiting = 0

    def _write_named(self, sql: str) -> None:
        names = _names(sql)
        for table in self._rows.keys() & names:
            self._write_rows(table)
            for column in list(self._sums[table]):
                if column in names or "*" in names:
                    self._write_sums(table, column)

    def _write_rows(self, table: str) -> None:
        form, waiting = self._forms[table], self._rows[table]
        if not waiting:
            return
        self._rows[table] = []
        one = len(form.places)
        many = len(waiting) - len(waiting) % (one * AT_ONCE)
        for at in range(0, many, one * AT_ONCE):
            self._cursor.execute(form.insert_many, waiting[at : at + one * AT_ONCE])
        rest = [waiting[at : at + one] for at in range(many, len(waiting), one)]
        self._cursor.executemany(form.insert, rest)
        if table in self._growing:
            self._growing[table].clear()

    def _write_sums(self, table: str, column: str) -> None:
        self._write_rows(table)
        pairs = [(amount, *key) for key, amount in self._sums[table].pop(column).items()]
        self._cursor.executemany(self._forms[table].increase[column], pairs)


@cache
def _names(sql: str) -> frozenset[str]:
    """Return every word of a statement, the names of tables and columns among them."""
    return frozenset(re.findall(r"\w+|\*", sql))
