"""How tables are declared, and the SQL that makes them.

The SQL is word for word what SQLAlchemy made of the same declarations while it was read for them: a book is
known by the exact SQL of its tables, so no letter of it may change.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

Integer: Final = "INTEGER"
Text: Final = "TEXT"
LargeBinary: Final = "BLOB"

_QUOTED: Final = frozenset(("after", "by", "each"))
"""Names of ours that are words of SQL."""


class Column:
    """One column; where it may not be empty, or is the primary key, it never is."""

    def __init__(
        self, name: str, kind: str, *, primary_key: bool = False, nullable: bool = True
    ) -> None:
        self.name: Final = name
        self.kind: Final = kind
        self.primary_key: Final = primary_key
        self.nullable: Final = nullable


class PrimaryKeyConstraint:
    """A primary key of several columns."""

    def __init__(self, *columns: str) -> None:
        self.columns: Final = columns


class Index:
    """An index over columns, perhaps ``unique``, perhaps only of the rows that ``where`` says."""

    def __init__(self, name: str, *columns: str, unique: bool = False, where: str = "") -> None:
        self.name: Final = name
        self._columns: Final = columns
        self._unique: Final = unique
        self._where: Final = where

    def sql(self, table: str) -> str:
        """Return the SQL that makes it."""
        unique = "UNIQUE " if self._unique else ""
        where = f" WHERE {self._where}" if self._where else ""
        return f"CREATE {unique}INDEX {self.name} ON {table} ({_listed(self._columns)}){where}"


class MetaData:
    """The tables of one room by their name."""

    def __init__(self) -> None:
        self.tables: Final[dict[str, Table]] = {}

    @property
    def sorted_tables(self) -> list[Table]:
        """The tables in the order of their names."""
        return [self.tables[name] for name in sorted(self.tables)]


class Table:
    """A strict table of SQLite. Without ``rowid`` it is kept in the order of its key.

    ``info`` holds marks for whoever works with its rows.
    """

    def __init__(
        self,
        name: str,
        metadata: MetaData,
        *parts: Column | PrimaryKeyConstraint | Index,
        rowid: bool = True,
        info: Mapping[str, Any] | None = None,
    ) -> None:
        self.name: Final = name
        self.columns: Final = tuple(part for part in parts if isinstance(part, Column))
        self.indexes: Final = tuple(part for part in parts if isinstance(part, Index))
        keys = [part.columns for part in parts if isinstance(part, PrimaryKeyConstraint)]
        alone = tuple(column.name for column in self.columns if column.primary_key)
        self.primary_key: Final = keys[0] if keys else alone
        self.info: Final = info or {}
        self._rowid: Final = rowid
        metadata.tables[name] = self

    def sql(self) -> str:
        """Return the SQL that makes it, without its indexes."""
        lines = [
            f"{_name(column.name)} {column.kind}{'' if self._may_be_empty(column) else ' NOT NULL'}"
            for column in self.columns
        ]
        lines.append(f"PRIMARY KEY ({_listed(self.primary_key)})")
        options = " STRICT" if self._rowid else " WITHOUT ROWID,\n STRICT"
        return f"CREATE TABLE {self.name} (\n\t" + ", \n\t".join(lines) + f"\n)\n{options}"

    def _may_be_empty(self, column: Column) -> bool:
        return column.nullable and column.name not in self.primary_key


def _listed(columns: tuple[str, ...]) -> str:
    return ", ".join(map(_name, columns))


def _name(column: str) -> str:
    return f'"{column}"' if column in _QUOTED else column
