"""Months and periods: read, written, counted."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imt_desktop.errors import DateError, MonthError, PeriodError, PeriodOrderError
from imt_desktop.period import Month, Period, parse_day

days = st.dates(date(1900, 1, 1), date(2200, 12, 31))
months = st.builds(Month, st.integers(1900, 2200), st.integers(1, 12))
periods = st.tuples(days, days).map(lambda two: Period(min(two), max(two)))
years = st.integers(1900, 2200)


@given(days)
def test_a_day_is_read_as_it_is_written(day: date) -> None:
    assert parse_day(day.isoformat()) == day


@pytest.mark.parametrize(
    "text",
    ["", "2026-2-3", "2026-02-30", "20260203", "2026-W05-1", "2026-02-03T10:00", " 2026-02-03"],
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(DateError) as refused:
        parse_day(text)
    assert refused.value.text == text


@given(months)
def test_a_month_is_read_as_it_is_written(month: Month) -> None:
    assert Month.parse(str(month)) == month
    assert Period.parse(str(month)) == month.period


@given(months, st.integers(-1000, 1000))
def test_a_shift_and_its_return_cancel(month: Month, by: int) -> None:
    there = month.shift(by)
    assert there.shift(-by) == month
    assert (there > month) == (by > 0)


@given(months)
def test_months_touch_without_a_gap(month: Month) -> None:
    assert month.last + timedelta(days=1) == month.shift(1).first
    assert Month.of(month.first) == Month.of(month.last) == month
    assert month.day(31) == month.last
    assert month.day(1) == month.first


@pytest.mark.parametrize(
    "text", ["", "2026", "2026-13", "2026-00", "2026-1", "26-01", "0000-01", "9999-01"]
)
def test_what_is_no_month_is_refused(text: str) -> None:
    with pytest.raises(PeriodError):
        Month.parse(text)


@given(st.one_of(periods, months.map(lambda m: m.period), years.map(Period.year),
                 st.builds(Period.quarter, years, st.integers(1, 4))))  # fmt: skip
def test_a_period_is_read_as_it_is_written(period: Period) -> None:
    assert Period.parse(str(period)) == period


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-10", date(2026, 10, 1), date(2026, 10, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026-Q4", date(2026, 10, 1), date(2026, 12, 31)),
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026-10-01..2026-10-15", date(2026, 10, 1), date(2026, 10, 15)),
    ],
)
def test_periods_as_people_write_them(text: str, first: date, last: date) -> None:
    period = Period.parse(text)
    assert (period.first, period.last) == (first, last)
    assert str(period) == text


def test_months_in_a_row_that_are_no_quarter_are_written_as_days() -> None:
    assert str(Period(date(2026, 2, 1), date(2026, 4, 30))) == "2026-02-01..2026-04-30"


@given(periods)
def test_a_period_holds_its_days_and_months(period: Period) -> None:
    assert period.first in period
    assert period.last in period
    assert period.before not in period
    assert period.last + timedelta(days=1) not in period
    assert period.days == (period.last - period.before).days
    touched = list(period.months())
    assert touched[0] == Month.of(period.first)
    assert touched[-1] == Month.of(period.last)
    assert all(one.shift(1) == after for one, after in itertools.pairwise(touched))
    whole = sum(month.period.days for month in touched)
    assert period.whole_months == (whole == period.days)


def test_a_period_cannot_end_before_it_begins() -> None:
    with pytest.raises(PeriodOrderError):
        Period.parse("2026-10-02..2026-10-01")


@pytest.mark.parametrize("text", ["2026-Q5", "2026-Q0", "26", "October", "2026-10-01..", "9999"])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises((PeriodError, DateError)):
        Period.parse(text)


@pytest.mark.parametrize("text", ["2027-Q2", "2027", "2027-13", "May"])
def test_where_a_month_is_wanted_no_quarter_is_said_to_do(text: str) -> None:
    with pytest.raises(MonthError):
        Month.parse(text)
    if text in ("2027-13", "May"):
        with pytest.raises(PeriodError) as refused:
            Period.parse(text)
        assert type(refused.value) is PeriodError
