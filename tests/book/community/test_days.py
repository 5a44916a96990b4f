"""Counting to a deadline, held against a plain count and against what is printed on calendars."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imt_desktop.community.complaints.days import Term, easter, holidays
from imt_desktop.community.packs import Category, categories, deadline_of, rows
from imt_desktop.wording.community import CATEGORIES

DAYS = st.dates(date(2020, 1, 1), date(2060, 12, 31))


@given(DAYS, st.integers(1, 60), st.sets(st.integers(1, 90), max_size=8))
def test_a_term_holds_just_its_working_days(start: date, days: int, free: set[int]) -> None:
    own = frozenset(start + timedelta(days=at) for at in free)
    term = Term(days, True, "KE", own)
    due = term.after(start)
    between = [start + timedelta(days=at) for at in range(1, (due - start).days + 1)]
    off = {day for year in range(start.year, due.year + 1) for day in holidays("KE", year)} | own
    working = [day for day in between if day.isoweekday() <= 5 and day not in off]
    assert len(working) == days and working[-1] == due


@given(DAYS, st.integers(1, 60))
def test_calendar_days_leave_nothing_out(start: date, days: int) -> None:
    assert Term(days, False, "KE").after(start) == start + timedelta(days=days)


@given(DAYS, st.integers(1, 60))
def test_a_later_complaint_is_never_due_earlier(start: date, days: int) -> None:
    term = Term(days, True, "KE")
    assert term.after(start) <= term.after(start + timedelta(days=1))


@pytest.mark.parametrize(
    "day", ["2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2038-04-25"]
)
def test_easter_as_in_calendars(day: str) -> None:
    assert easter(int(day[:4])).isoformat() == day


def test_a_holiday_on_a_sunday_moves_to_the_next_day_that_is_none() -> None:
    # 2022: Christmas on a Sunday, Boxing Day on the Monday: the free day moves to Tuesday.
    assert {date(2022, 12, 26), date(2022, 12, 27)} <= holidays("KE", 2022)
    # 2024: Mashujaa Day on a Sunday, 21 October is free.
    assert date(2024, 10, 21) in holidays("KE", 2024)
    assert holidays("XX", 2024) == frozenset()


def test_the_data_is_whole_and_every_category_has_its_words() -> None:
    assert deadline_of("KE").days == 14 and deadline_of("KE").working
    assert deadline_of("XX") == deadline_of("any")
    assert [one.code for one in categories()] == list(CATEGORIES)
    assert [one.title for one in categories()] == list(CATEGORIES.values())


def test_a_broken_file_is_an_empty_list(tmp_path: Path) -> None:
    (tmp_path / "categories.toml").write_text("[[row", encoding="utf-8")
    assert rows("categories.toml", Category, tmp_path) == ()
