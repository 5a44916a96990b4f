"""Tables are made with the exact SQL by which books are known, and connections are lent safely."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from imt_desktop.journal import store
from imt_desktop.ledger.tables import BILL, WALK_APART
from imt_desktop.oversight.whole import ROOMS

KEPT = "1b1ffbcda9fc99a8c09ec17e5f408dbd4afbb1fd922ebd26f520fa71701ba532"
"""Never changes: a book with other kept tables is no book of ours."""


def digest(statements: list[str]) -> str:
    return hashlib.sha256("\n".join(statements).encode()).hexdigest()


def test_the_sql_of_the_kept_tables_never_changes() -> None:
    assert digest(store.kept_schema()) == KEPT


def test_a_table_says_its_key_its_order_and_names_that_are_words_of_sql() -> None:
    assert WALK_APART.sql() == (
        "CREATE TABLE walk_apart (\n\tzone TEXT NOT NULL, \n\tconnection INTEGER NOT NULL, "
        '\n\t"after" INTEGER NOT NULL, \n\tplace INTEGER NOT NULL, '
        "\n\tPRIMARY KEY (zone, connection)\n)\n WITHOUT ROWID,\n STRICT"
    )


def test_an_index_says_whether_it_is_unique_and_of_which_rows() -> None:
    once = next(index for index in BILL.indexes if index.name == "bill_once")
    assert once.sql("bill") == (
        "CREATE UNIQUE INDEX bill_once ON bill (period, item, connection, member)"
        " WHERE void IS NULL AND period IS NOT NULL AND moved=0"
    )


def test_every_name_that_is_a_word_of_sql_is_quoted() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        store.lay_out(connection, store.kept_schema())
        store.lay_out(connection, store.derived_tables(ROOMS))
        store.lay_out(connection, store.derived_indexes(ROOMS))


@pytest.fixture
def connections(tmp_path: Path) -> store.Connections:
    path = tmp_path / "some.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE t (x)")
    return store.Connections(path, "write")


def test_what_fails_leaves_nothing_and_the_connection_serves_again(
    connections: store.Connections,
) -> None:
    with pytest.raises(ZeroDivisionError), connections.begin() as first:
        first.execute("INSERT INTO t VALUES (1)")
        raise ZeroDivisionError
    with connections.begin() as second:
        assert second is first
        second.execute("INSERT INTO t VALUES (2)")
    with connections.lent() as third:
        assert third.execute("SELECT x FROM t").fetchall() == [(2,)]
    connections.close()


def test_a_connection_that_is_lent_while_all_are_closed_is_closed_when_it_comes_back(
    connections: store.Connections,
) -> None:
    with connections.begin() as late:
        connections.close()
        late.execute("INSERT INTO t VALUES (1)")
    with pytest.raises(sqlite3.ProgrammingError):
        late.execute("SELECT 1")
