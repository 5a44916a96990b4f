"""Which period a bill is for, and when it is due."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from imt_desktop.errors import DateError, PeriodError
from imt_desktop.ledger.charging.errors import MonthNeededError, WeekNeededError
from imt_desktop.ledger.charging.terms import Due
from imt_desktop.ledger.errors import FutureDayError
from imt_desktop.period import Month, Period, parse_day

_MONTHS: Final = {"month": 1, "two-months": 2, "quarter": 3, "year": 12}
_WEEK: Final = timedelta(days=6)


def said_period(text: str) -> tuple[Month, date | None]:
    """Read the month, or the day in a week, that somebody asks for. Raises MonthNeededError, DateError."""
    if len(text) == len("2026-10-05"):
        day = parse_day(text)
        return Month.of(day), day
    try:
        return Month.parse(text), None
    except PeriodError:
        raise MonthNeededError(text).beside("month") from None


def period_of(every: str, month: Month, day: date | None = None) -> Period:
    """Return the period that a month, or the week that a day lies in. Raises WeekNeededError."""
    if every == "week":
        if day is None:
            raise WeekNeededError().beside("month")
        monday = day - timedelta(days=day.weekday())
        return Period(monday, monday + _WEEK)
    months = _MONTHS[every]
    start = month.shift(-((month.month - 1) % months))
    return Period(start.first, start.shift(months - 1).last)


def require_near(period: Period, today: date) -> None:
    """Refuse a period that lies ahead, as a slip of the pen makes it; the one after this may come early.

    Raises FutureDayError.
    """
    if Month.of(period.first) > Month.of(today).shift(1):
        error = FutureDayError(period.first.isoformat(), today.isoformat())
        raise error.beside("month")


def months_of(text: str) -> tuple[Month, ...]:
    """Return the months that a bill's period touches: ``2026-10``, ``2026-Q4``, a week or a year."""
    return tuple(Period.parse(text).months())


def begins_period(every: str, month: Month) -> bool:
    """Say whether a period begins with a month."""
    return every == "week" or (month.month - 1) % _MONTHS[every] == 0


def due_on(due: Due, period: Period) -> date:
    """Return the day on which a period's bills are due."""
    if due.seasons:
        return min(_seasons(due, period.last))
    if due.days_after is not None:
        return period.last + timedelta(days=due.days_after)
    return Month.of(period.last).shift(due.months_after).day(due.day)


def _seasons(due: Due, last: date) -> list[date]:
    days = [
        Month(year, int(season[:2])).day(int(season[3:]))
        for season in due.seasons
        for year in (last.year, last.year + 1)
    ]
    return [day for day in days if day > last]


def is_season(text: str) -> bool:
    """Say whether a text is a day of the year: ``05-31``."""
    try:
        return bool(parse_day(f"2024-{text}"))
    except DateError:
        return False
