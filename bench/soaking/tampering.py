"""Somebody changes the file: any value of any row, rows taken away, slipped in or swapped, the end cut."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from bench.soaking import work
from bench.soaking.outcome import Outcome
from imt_desktop.errors import UserError
from imt_desktop.journal.problems import Verdict
from imt_desktop.journal.rebuild import rebuild_file
from imt_desktop.journal.verify import verify
from imt_desktop.oversight.whole import ROOMS

HOUSEHOLDS = 6


@dataclass(frozen=True, slots=True)
class Done:
    """What was done to the file: to which table, and which rows could be named for it."""

    what: str
    table: str
    rows: tuple[str, ...]
    """Keys of rows, as a verification writes them; for the journal the entries' numbers."""


def soak(times: int, seed: int = 1) -> Outcome:
    """Tamper ``times`` times, each with a fresh copy; the newest entry's hash is known outside."""
    chance = Random(seed)
    outcome = Outcome("tampering with the file")
    with tempfile.TemporaryDirectory(dir=memory()) as folder:
        good = Path(folder) / "good.imt"
        busy_book(good, chance, 12)
        known = verify(good, ROOMS)
        path = Path(folder) / "copy.imt"
        while outcome.tried < times:
            shutil.copy(good, path)
            done = _tamper(path, chance)
            if done is None:
                continue
            outcome.tried += 1
            outcome.notes[done.what] += 1
            _judge(path, known, done, outcome)
    return outcome


def busy_book(path: Path, chance: Random, more: int) -> None:
    """Make a book in which many things happened."""
    with closing(work.new_book(path, HOUSEHOLDS)) as book:
        for _ in range(more):
            work.do(book, lambda writing: work.anything(writing, chance, HOUSEHOLDS))


def memory() -> str | None:
    """Where files need no disk: nothing here is about what a disk does."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


def _judge(path: Path, known: Verdict, done: Done, outcome: Outcome) -> None:
    try:
        verdict = verify(path, ROOMS)
    except UserError as error:  # it is not even a book any more
        outcome.notes[f"refused: {type(error).__name__}"] += 1
        return
    if not verdict.problems and (verdict.head, verdict.entries) == (known.head, known.entries):
        outcome.blame(f"not found: {done}")
    elif _located(verdict, known, done):
        outcome.notes["located"] += 1
    else:
        outcome.notes["found and not located"] += 1


def _located(verdict: Verdict, known: Verdict, done: Done) -> bool:
    if done.what == "tail cut" and verdict.entries < known.entries:
        return str(verdict.entries + 1) in done.rows
    if done.table == "journal":
        return any(str(problem.seq) in done.rows for problem in verdict.problems)
    return any(
        problem.table == done.table and (problem.row in done.rows or str(problem.seq) in done.rows)
        for problem in verdict.problems
    )


def _tamper(path: Path, chance: Random) -> Done | None:
    """Do one thing to the file behind the program's back; None where SQLite itself refused it."""
    way = chance.choices(
        (_change, _take_away, _slip_in, _swap, _cut_the_end), weights=(60, 12, 12, 8, 8)
    )[0]
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        triggers = database.execute(
            "SELECT name, sql FROM sqlite_master WHERE type='trigger'"
        ).fetchall()
        for name, _sql in triggers:
            database.execute(f"DROP TRIGGER {name}")
        try:
            done = way(database, chance)
        except sqlite3.IntegrityError:
            done = None
        for _name, sql in triggers:
            database.execute(sql)
    if done and done.what == "tail cut" and chance.random() < 0.7:
        rebuild_file(path, ROOMS)  # whoever cuts the end off can also work the tables out again
    return done


@dataclass(frozen=True, slots=True)
class _Table:
    name: str
    columns: tuple[str, ...]
    types: tuple[str, ...]
    keys: tuple[str, ...]


def _tables(database: sqlite3.Connection) -> list[_Table]:
    names = database.execute(
        "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    found = []
    for (name,) in names:
        about = database.execute(f"PRAGMA table_info({name})").fetchall()
        keys = [row[1] for row in sorted(about, key=lambda row: row[5]) if row[5]]
        columns, types = (tuple(row[at] for row in about) for at in (1, 2))
        found.append(_Table(name, columns, types, tuple(keys)))
    return found


def _row(database: sqlite3.Connection, chance: Random, table: _Table) -> dict[str, Any] | None:
    (count,) = database.execute(f"SELECT count(*) FROM {table.name}").fetchone()
    if not count:
        return None
    row = database.execute(
        f"SELECT * FROM {table.name} LIMIT 1 OFFSET ?", (chance.randrange(count),)
    ).fetchone()
    return dict(zip(table.columns, row, strict=True))


def _pick(database: sqlite3.Connection, chance: Random) -> tuple[_Table, dict[str, Any]]:
    while True:
        table = chance.choice(_tables(database))
        if row := _row(database, chance, table):
            return table, row


def _key(table: _Table, row: dict[str, Any]) -> str:
    return ", ".join(str(row[name]) for name in table.keys)


def _where(table: _Table) -> str:
    return " AND ".join(f"{name}=:{name}" for name in table.keys)


def _change(database: sqlite3.Connection, chance: Random) -> Done | None:
    table, row = _pick(database, chance)
    at = chance.randrange(len(table.columns))
    column, declared = table.columns[at], table.types[at]
    new = _other(row[column], declared, chance)
    if new == row[column]:
        return None
    database.execute(
        f"UPDATE {table.name} SET {column}=:new__ WHERE {_where(table)}", {**row, "new__": new}
    )
    return Done("a value changed", table.name, _names(table, row, {**row, column: new}))


def _take_away(database: sqlite3.Connection, chance: Random) -> Done:
    table, row = _pick(database, chance)
    database.execute(f"DELETE FROM {table.name} WHERE {_where(table)}", row)
    return Done("a row taken away", table.name, _names(table, row))


def _slip_in(database: sqlite3.Connection, chance: Random) -> Done:
    table, row = _pick(database, chance)
    column = chance.choice(table.keys)
    declared = table.types[table.columns.index(column)]
    row[column] = _other(row[column], declared, chance)
    marks = ",".join(f":{name}" for name in table.columns)
    made = database.execute(f"INSERT INTO {table.name} VALUES ({marks})", row)
    if row[column] is None:  # SQLite numbered the row itself
        row[column] = made.lastrowid
    return Done("a row slipped in", table.name, _names(table, row))


def _swap(database: sqlite3.Connection, chance: Random) -> Done | None:
    """Let two rows change places: each gets what the other says, but its key."""
    table, one = _pick(database, chance)
    other = _row(database, chance, table)
    rest = [name for name in table.columns if name not in table.keys]
    if other is None or not rest or all(one[name] == other[name] for name in rest):
        return None
    for key, said in ((one, other), (other, one)):
        changes = ", ".join(f"{name}=:{name}__" for name in rest)
        values = {**key, **{f"{name}__": said[name] for name in rest}}
        database.execute(f"UPDATE {table.name} SET {changes} WHERE {_where(table)}", values)
    return Done("two rows swapped", table.name, (*_names(table, one), *_names(table, other)))


def _cut_the_end(database: sqlite3.Connection, chance: Random) -> Done:
    (last,) = database.execute("SELECT max(seq) FROM journal").fetchone()
    first = chance.randint(max(2, last - 9), last)
    database.execute("DELETE FROM journal WHERE seq>=?", (first,))
    database.execute("DELETE FROM word WHERE seq>=?", (first,))
    return Done("tail cut", "journal", tuple(map(str, range(first, last + 1))))


def _names(table: _Table, *rows: dict[str, Any]) -> tuple[str, ...]:
    """Name rows as a verification does: entries by number, others by key or by their entry."""
    names = [_key(table, row) for row in rows]
    if table.name in ("journal", "word"):
        names += [str(row["seq"]) for row in rows]
    return tuple(names)


def _other(value: Any, declared: str, chance: Random) -> Any:
    """Another value that the column takes."""
    makers: dict[str, list[Callable[[], Any]]] = {
        "INTEGER": [
            lambda: (value or 0) + chance.choice((1, -1, 100, -100, 10**6)),
            lambda: chance.randrange(-(2**40), 2**40),
            lambda: None,
        ],
        "TEXT": [
            lambda: f"{value or ''}x",
            lambda: (value or "y")[:-1],
            lambda: (value or "").swapcase(),
            lambda: "",
            lambda: chance.choice(("<b>Jose</b>", "2026-01-01", "0", "🌊")),
        ],
        "BLOB": [lambda: _flipped(value, chance), lambda: value[:-1], lambda: b""],
    }
    return chance.choice(makers[declared])()


def _flipped(value: bytes, chance: Random) -> bytes:
    if not value:
        return b"\0"
    at = chance.randrange(len(value))
    return value[:at] + bytes([value[at] ^ 1 << chance.randrange(8)]) + value[at + 1 :]
