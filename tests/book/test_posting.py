"""Rows and sums that wait to be written: however they are asked for, they say the same."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from imt_desktop.journal.posting import AT_ONCE, GROWS, Tables, forms_of
from imt_desktop.journal.schema import Column, Integer, MetaData, PrimaryKeyConstraint, Table, Text

METADATA = MetaData()
Table(
    "debt",
    METADATA,
    Column("seq", Integer),
    Column("line", Integer),
    Column("who", Text),
    Column("open", Integer),
    PrimaryKeyConstraint("seq", "line"),
    info={GROWS: True},
)


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as opened:
        opened.execute("CREATE TABLE debt (seq, line, who, open, PRIMARY KEY (seq, line))")
        yield opened


@pytest.fixture
def tables(connection: sqlite3.Connection) -> Tables:
    return Tables(connection, forms_of([METADATA]))


def written(connection: sqlite3.Connection) -> list[tuple[int, int, str, int]]:
    return connection.execute("SELECT * FROM debt ORDER BY seq, line").fetchall()


def test_what_is_added_to_a_row_that_waits_is_written_with_it(
    connection: sqlite3.Connection, tables: Tables
) -> None:
    tables.insert("debt", 1, 1, "Ann", 500)
    tables.increase("debt", "open", (1, 1), -200)
    tables.change("debt", (1, 1), "who", "Ben")
    assert tables.look_up("debt", (1, 1), "who", "open") == ("Ben", 300)
    assert written(connection) == []
    tables.flush()
    assert written(connection) == [(1, 1, "Ben", 300)]


def test_a_row_that_is_written_is_asked_with_the_sums_that_wait(
    connection: sqlite3.Connection, tables: Tables
) -> None:
    tables.insert("debt", 1, 1, "Ann", 500)
    tables.flush()
    tables.increase("debt", "open", (1, 1), -200)
    assert tables.look_up("debt", (1, 1), "who", "open") == ("Ann", 300)
    assert written(connection) == [(1, 1, "Ann", 500)]
    tables.flush()
    assert written(connection) == [(1, 1, "Ann", 300)]


def test_a_change_takes_the_place_of_sums_that_wait(
    connection: sqlite3.Connection, tables: Tables
) -> None:
    tables.insert("debt", 1, 1, "Ann", 500)
    tables.flush()
    tables.increase("debt", "open", (1, 1), -200)
    tables.change("debt", (1, 1), "open", 0)
    tables.flush()
    assert written(connection) == [(1, 1, "Ann", 0)]


def test_what_is_not_there_is_nothing(tables: Tables) -> None:
    assert tables.look_up("debt", (9, 9), "who") is None


@pytest.mark.parametrize("rows", [1, AT_ONCE - 1, AT_ONCE, AT_ONCE + 1, 3 * AT_ONCE + 2])
def test_however_many_rows_wait_each_is_written_once(
    connection: sqlite3.Connection, tables: Tables, rows: int
) -> None:
    wanted = [(number, 1, f"member {number}", number) for number in range(rows)]
    for row in wanted:
        tables.insert("debt", *row)
    tables.flush()
    tables.flush()
    assert written(connection) == wanted


def test_a_key_that_comes_twice_is_refused(tables: Tables) -> None:
    tables.insert("debt", 1, 1, "Ann", 500)
    tables.insert("debt", 1, 1, "Ben", 500)
    with pytest.raises(sqlite3.IntegrityError):
        tables.flush()


def test_a_statement_that_names_the_table_finds_its_rows(tables: Tables) -> None:
    tables.insert("debt", 1, 1, "Ann", 500)
    tables.increase("debt", "open", (1, 1), -200)
    assert tables.execute("SELECT who, open FROM debt").fetchall() == [("Ann", 300)]
