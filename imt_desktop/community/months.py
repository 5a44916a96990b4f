"""Counting in months: what comes again every so many of them."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, date

MOST_MONTHS = 600
"""Fifty years: nothing is planned further ahead."""


def months_after(day: date, months: int) -> date:
    """Return the same day so many months on, or the last one of a shorter month.

    Where somebody typed a year at the end of all calendars, it is their last day.
    """
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if year > MAXYEAR:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
