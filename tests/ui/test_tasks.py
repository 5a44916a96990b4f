"""Work on the book is stopped while it is still gathered, by the window or by its end."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from imt_desktop.committee.describing import DecisionRequest, record_decision
from imt_desktop.errors import UserError, WorkStoppedError
from imt_desktop.journal import Book, Reading, Writing
from imt_desktop.ui.tasks import Tasks
from tests.builders import book_in

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) SELECT count(*) FROM n"


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    made = book_in(tmp_path, 1).book
    yield made
    made.close()


@pytest.fixture
def tasks(qtbot: QtBot, book: Book) -> Iterator[Tasks]:
    made = Tasks(book)
    yield made
    made.finish()


def head(book: Book) -> int:
    with book.read() as reading:
        return reading.head().seq


def nothing(_answer: object) -> None:
    raise AssertionError("it was not stopped")


def test_a_query_is_stopped_and_the_next_one_is_not(tasks: Tasks, qtbot: QtBot, book: Book) -> None:
    refused: list[UserError] = []
    telling = tasks.telling(aloud=False)

    def gather(reading: Reading) -> int:
        telling.stop()  # somebody chooses another paper
        return int(reading.driver.execute(ENDLESS).fetchone()[0])

    tasks.read(gather, nothing, refused.append, telling)
    qtbot.waitUntil(lambda: bool(refused))
    assert isinstance(refused[0], WorkStoppedError)
    found: list[int] = []
    tasks.read(lambda reading: reading.head().seq, found.append, nothing)
    qtbot.waitUntil(lambda: found == [head(book)])


@pytest.mark.parametrize("sql", [ENDLESS, ""])
def test_of_what_is_stopped_nothing_is_booked(
    tasks: Tasks, qtbot: QtBot, book: Book, sql: str
) -> None:
    before, refused = head(book), []
    telling = tasks.telling(aloud=False)

    def issue(writing: Writing) -> None:
        record_decision(writing, DecisionRequest(minute="1", what="A new tap"))
        telling.stop()
        if sql:
            writing.driver.execute(sql).fetchone()

    tasks.write(issue, nothing, refused.append, telling=telling)
    qtbot.waitUntil(lambda: bool(refused))
    assert isinstance(refused[0], WorkStoppedError)
    assert head(book) == before


def test_the_end_of_the_window_waits_for_no_list(tasks: Tasks, book: Book) -> None:
    telling = tasks.telling(aloud=False)

    def gather(reading: Reading) -> None:
        reading.driver.execute(ENDLESS).fetchone()

    tasks.read(gather, nothing, lambda _error: None, telling)
    tasks.finish()
    with pytest.raises(WorkStoppedError):
        telling(1, 2)


def test_nothing_begins_once_the_window_is_closed(tasks: Tasks, book: Book) -> None:
    """Its pools would outlive it, and an answer would come from what is gone."""
    begun: list[Event] = []
    tasks.end()
    tasks.aside(begun.append, nothing, nothing)
    tasks.read(lambda reading: reading.head(), nothing, nothing)
    assert not tasks.busy
    tasks.finish()
    assert not begun
