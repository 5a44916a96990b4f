"""Verifying and copying in processes of their own: the same answers and the same refusals."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from imt_desktop.errors import CannotWriteError, WorkStoppedError
from imt_desktop.journal.copies.backups import backups, folder_of
from imt_desktop.journal.errors import BookMissingError, NotABookError
from imt_desktop.journal.verify import verify
from imt_desktop.oversight import beside
from imt_desktop.oversight.whole import ROOMS
from tests.builders import Desk

TODAY = date(2026, 10, 14)


@pytest.fixture(params=["small", "large"])
def size(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways: one child for a small book, two for a large one."""
    if request.param == "large":
        monkeypatch.setattr(beside, "LARGE", 0)


def harm(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as hands, hands:
        for (name,) in hands.execute("SELECT name FROM sqlite_master WHERE type='trigger'"):
            hands.execute(f"DROP TRIGGER {name}")
        hands.execute(statement)


@pytest.mark.usefixtures("size")
@pytest.mark.parametrize(
    "statement",
    [
        "SELECT 1",
        "UPDATE money_line SET amount = amount + 1",
        "INSERT INTO word VALUES (2, 'name', x'00', 'somebody')",
        "DELETE FROM entry WHERE seq = 2",
    ],
)
def test_it_finds_what_one_process_finds(desk: Desk, statement: str) -> None:
    desk.get(500)
    path = desk.book.path
    triggers = _triggers(path)
    harm(path, statement)
    _put_back(path, triggers)
    expected = verify(path, ROOMS)
    assert bool(expected.problems) == (statement != "SELECT 1")
    assert beside.verify_beside(path) == expected
    assert beside.verify_here(path) == expected


def _triggers(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as hands:
        found = hands.execute("SELECT sql FROM sqlite_master WHERE type='trigger'").fetchall()
    return [sql for (sql,) in found]


def _put_back(path: Path, triggers: list[str]) -> None:
    with closing(sqlite3.connect(path)) as hands, hands:
        for sql in triggers:
            hands.execute(sql)


@pytest.mark.usefixtures("size")
def test_what_cannot_be_verified_is_said_as_it_is_here(tmp_path: Path) -> None:
    with pytest.raises(BookMissingError):
        beside.verify_beside(tmp_path / "gone.imt")
    strange = tmp_path / "<b>holiday.imt"
    strange.write_bytes(b"no book")
    with pytest.raises(NotABookError) as refused:
        beside.verify_beside(strange)
    assert refused.value.path == str(strange)


@pytest.mark.usefixtures("size")
def test_it_can_be_stopped(desk: Desk) -> None:
    stop = threading.Event()
    stop.set()
    before = threading.active_count()
    with pytest.raises(WorkStoppedError):
        beside.verify_beside(desk.book.path, stop=stop)
    assert threading.active_count() == before


def test_a_day_gets_one_copy(desk: Desk) -> None:
    path, id = desk.book.path, desk.book.id
    assert beside.copy_beside(path, id, TODAY)
    assert not beside.copy_beside(path, id, TODAY)
    (made,) = backups(folder_of(path, id))
    assert (made.said.reason, made.said.on) == ("daily", TODAY)


def test_a_copy_that_cannot_be_made_is_said_as_it_is_here(desk: Desk) -> None:
    (desk.book.path.parent / "Backups").write_bytes(b"a file where the folder should be")
    with pytest.raises(CannotWriteError):
        beside.copy_beside(desk.book.path, desk.book.id, TODAY)


def test_a_bug_of_the_child_is_a_bug_here(desk: Desk) -> None:
    with (
        pytest.raises(beside.ChildBrokeError, match="KeyError"),
        beside._child("no-such-job", desk.book.path) as wait,
    ):
        wait(None)
