"""Counting days to a deadline: weekends and holidays left out where the rule says so."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from functools import cache
from typing import Final

from msgspec import Struct

from imt_desktop.community.packs import holidays_of

_DAY: Final = timedelta(days=1)
SATURDAY: Final = 5
SUNDAY: Final = 6


class Term(Struct, frozen=True):
    """How many days there are, and which of them count."""

    days: int
    working: bool
    country: str
    free_days: frozenset[date] = frozenset()
    office: bool = False
    """Whether an office answers, so that it ends on a day on which that is open."""

    def after(self, start: date) -> date:
        """Return the last day in time. The day on which it begins does not count."""
        if not self.working:
            day = start + timedelta(days=self.days)
            while self.office and not self.counts(day):
                day += _DAY
            return day
        day, left = start, self.days
        while left:
            day += _DAY
            left -= self.counts(day)
        return day

    def counts(self, day: date) -> bool:
        """Say whether a day is a working one."""
        free = day in self.free_days or day in holidays(self.country, day.year)
        return day.weekday() < SATURDAY and not free


@cache
def holidays(country: str, year: int) -> frozenset[date]:
    """Return a country's holidays of a year; those that move off a Sunday are moved."""
    fixed, moving = set[date](), set[date]()
    for one in holidays_of(country):
        day = _day(one.day, year)
        (moving if one.moves and day.weekday() == SUNDAY else fixed).add(day)
    for day in sorted(moving):
        fixed.add(_next_free(day, fixed | moving))
    return frozenset(fixed | moving)


def _next_free(day: date, taken: Collection[date]) -> date:
    while day in taken:
        day += _DAY
    return day


def _day(rule: str, year: int) -> date:
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule.removeprefix("easter")))
    month, day = rule.split("-")
    return date(year, int(month), int(day))


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876)."""
    golden, century, of_century = year % 19, year // 100, year % 100
    leap, rest = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * rest + 2 * (of_century // 4) - moon - of_century % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)
