"""Months and periods: spans of whole days, first and last included."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Final

from msgspec import Struct

from imt_desktop.errors import IsoDateError, MonthError, PeriodError, PeriodOrderError

A_YEAR: Final = timedelta(days=366)
"""The longest one: a day that is further after the last entry is asked about once more."""

_DAY = timedelta(days=1)
_LAST_YEAR = 9998

iso: Final = cache(date.isoformat)
"""Write a day as tables hold it: posting asks a million times, of a few thousand days."""


def parse_day(text: str) -> date:
    """Read an ISO date such as ``2026-10-15``. Raises IsoDateError."""
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        raise IsoDateError(text) from None


class Month(Struct, frozen=True, order=True):
    """A calendar month."""

    year: int
    month: int

    def __post_init__(self) -> None:
        if not (1 <= self.month <= 12 and 1 <= self.year <= _LAST_YEAR):
            raise PeriodError(f"{self.year}-{self.month}")

    @classmethod
    def of(cls, day: date) -> Month:
        """Return the month in which a day lies."""
        return cls(day.year, day.month)

    @classmethod
    def parse(cls, text: str) -> Month:
        """Read ``2026-10``. Raises MonthError."""
        found = re.fullmatch(r"(\d{4})-(\d{2})", text)
        if not found:
            raise MonthError(text)
        try:
            return cls(int(found[1]), int(found[2]))
        except PeriodError:
            raise MonthError(text) from None

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return self.shift(1).first - _DAY

    def shift(self, months: int) -> Month:
        """Return the month so many months later, or earlier if negative."""
        years, month = divmod(self.year * 12 + self.month - 1 + months, 12)
        return Month(years, month + 1)

    def day(self, number: int) -> date:
        """Return the day of that number, or the last day in a shorter month."""
        return date(self.year, self.month, min(number, self.last.day))

    @property
    def period(self) -> Period:
        """The month as a period."""
        return Period(self.first, self.last)


class Period(Struct, frozen=True, order=True):
    """A span of days, first and last included. Raises PeriodOrderError if it ends too early."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise PeriodOrderError(self.first.isoformat(), self.last.isoformat())

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read ``2026-10``, ``2026-Q4``, ``2026`` or ``2026-10-01..2026-10-15``. Raises PeriodError."""
        if found := re.fullmatch(r"(\d{4})-Q([1-4])", text):
            return cls.quarter(int(found[1]), int(found[2]))
        if re.fullmatch(r"\d{4}", text):
            return cls.year(int(text))
        first, dots, last = text.partition("..")
        if dots:
            return cls(parse_day(first), parse_day(last))
        try:
            return Month.parse(text).period
        except MonthError:
            raise PeriodError(text) from None

    @classmethod
    def quarter(cls, year: int, number: int) -> Period:
        """Return the quarter of a year, 1 to 4."""
        start = Month(year, number * 3 - 2)
        return cls(start.first, start.shift(2).last)

    @classmethod
    def year(cls, year: int) -> Period:
        """Return a calendar year. Raises PeriodError."""
        if not 1 <= year <= _LAST_YEAR:
            raise PeriodError(str(year))
        return cls(Month(year, 1).first, Month(year, 12).last)

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __str__(self) -> str:
        if self.whole_months:
            start, end = Month.of(self.first), Month.of(self.last)
            if start == end:
                return str(start)
            if (start.month, end.month, start.year) == (1, 12, end.year):
                return f"{start.year:04}"
            if start.year == end.year and end.month == start.month + 2 and end.month % 3 == 0:
                return f"{start.year:04}-Q{end.month // 3}"
        return f"{self.first}..{self.last}"

    def meets(self, other: Period) -> bool:
        """Say whether the two have a day in common."""
        return self.first <= other.last and other.first <= self.last

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def whole_months(self) -> bool:
        """Whether it begins and ends with a month."""
        return self.first.day == 1 and self.last == Month.of(self.last).last

    def months(self) -> Iterator[Month]:
        """Each month that it touches, in order."""
        month, end = Month.of(self.first), Month.of(self.last)
        while month <= end:
            yield month
            month = month.shift(1)

    @property
    def before(self) -> date:
        """The day before it begins."""
        return self.first - _DAY

    @property
    def previous(self) -> Period:
        """The period of the same length before it: of as many months, or of as many days."""
        if self.whole_months:
            months = len(tuple(self.months()))
            return Period(Month.of(self.first).shift(-months).first, self.before)
        return Period(self.first - _DAY * self.days, self.before)
