"""A clock that stands before the last entry: the day is asked, and goes on being asked."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from imt_desktop.committee.describing import DecisionRequest, record_decision
from imt_desktop.journal import Reading, Signing
from imt_desktop.journal.errors import ClockBehindError
from imt_desktop.oversight.whole import open_book
from tests.builders import TODAY, Clock, Desk, book_in

NAIROBI = timezone(timedelta(hours=3))
DEAD_BATTERY = datetime(2020, 1, 1, 8, 0, tzinfo=NAIROBI)
DECISION = DecisionRequest(minute="8/2026", what="anything")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return book_in(tmp_path, members=1, fee=450)


def said(desk: Desk, day: date) -> str:
    with desk.book.write(Signing(), day) as writing:
        recorded = record_decision(writing, DECISION)
        assert recorded.on == day
    return recorded.envelope.clock


def test_a_right_clock_is_not_asked_about(desk: Desk) -> None:
    assert desk.book.clock_behind() is None
    assert desk.see(Reading.likely_today) == desk.clock.now.date()


def test_a_dead_battery_is_noticed_before_anything_is_written(desk: Desk) -> None:
    desk.clock.now = DEAD_BATTERY
    behind = desk.book.clock_behind()
    assert behind is not None
    assert behind.clock.startswith("2020-01-01")
    assert behind.last.startswith(TODAY.isoformat())
    assert desk.see(Reading.likely_today) == TODAY


def test_the_day_is_asked_again_after_the_book_was_closed(desk: Desk) -> None:
    """The entry made meanwhile has the wrong clock's time: it must not pass for the newest day."""
    desk.clock.now = DEAD_BATTERY
    assert said(desk, TODAY + timedelta(days=1)) == "behind"
    assert said(desk, TODAY + timedelta(days=1)) == "behind"
    path = desk.book.path
    desk.book.close()
    with_wrong_clock = open_book(path, clock=Clock(DEAD_BATTERY + timedelta(days=2)))
    behind = with_wrong_clock.clock_behind()
    assert behind is not None
    assert behind.last == (TODAY + timedelta(days=1)).isoformat()
    with pytest.raises(ClockBehindError), with_wrong_clock.write(Signing()):
        pass
    with_wrong_clock.close()


def test_a_clock_that_was_put_right_is_believed(desk: Desk) -> None:
    desk.clock.now = DEAD_BATTERY
    said(desk, TODAY + timedelta(days=1))
    desk.clock.now = datetime(2026, 10, 16, 9, 0, tzinfo=NAIROBI)
    assert desk.book.clock_behind() is None
    assert desk.do(record_decision, DECISION).envelope.clock == "ok"


def test_a_clock_that_ran_ahead_is_asked_about_once(desk: Desk) -> None:
    desk.clock.now = datetime(2099, 1, 1, 9, 0, tzinfo=NAIROBI)
    assert desk.do(record_decision, DECISION).envelope.clock == "ahead"
    desk.clock.now = datetime(2026, 10, 15, 9, 0, tzinfo=NAIROBI)
    assert desk.book.clock_behind() is not None
    assert said(desk, date(2026, 10, 15)) == "behind"
    assert desk.book.clock_behind() is None


def test_hands_that_write_one_after_another_stand_or_fall_together(desk: Desk) -> None:
    before = desk.entries()
    with pytest.raises(ZeroDivisionError), desk.book.write_on() as writing:
        record_decision(writing(Signing(1), None), DECISION)
        desk.clock.now += timedelta(minutes=5)
        record_decision(writing(Signing(2), None), DECISION)
        raise ZeroDivisionError
    assert desk.entries() == before
    with desk.book.write_on() as writing:
        first = record_decision(writing(Signing(1), None), DECISION)
        desk.clock.now += timedelta(minutes=5)
        second = record_decision(writing(Signing(2), None), DECISION)
    assert (first.envelope.responsible, second.envelope.responsible) == (1, 2)
    assert second.at - first.at == timedelta(minutes=5)
