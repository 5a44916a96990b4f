"""Counting in months: what comes again every so many of them."""

from __future__ import annotations

from datetime import date, timedelta

MOST_MONTHS = 600
"""Fifty years: nothing is planned further ahead."""


def months_after(day: date, months: int) -> date:
    """Return the same day so many months on, or the last one of a shorter month."""
    month = day.month - 1 + months
    first = date(day.year + month // 12, month % 12 + 1, 1)
    next_month = (first + timedelta(days=31)).replace(day=1)
    return first.replace(day=min(day.day, (next_month - timedelta(days=1)).day))
