"""Facts of a year at a glance from the book."""

from __future__ import annotations

from datetime import date

from imt_desktop.journal import Reading
from imt_desktop.oversight.calendar import calendar
from imt_desktop.period import Period
from imt_desktop.reports.heading import heading
from imt_desktop.reports.yearly.facts import DueFacts, YearFacts

CODED = ("meeting", "term", "finding", "closing")
"""Of these the calendar gives a code in place of words."""


def build_year(book: Reading, period: Period, today: date) -> YearFacts:
    """Return what is due in a period; with today in it, what is late too."""
    found = calendar(book, period.first, period.last, today)
    return YearFacts(
        heading=heading(book),
        first=period.first,
        last=period.last,
        due=tuple(
            DueFacts(on=one.on, what=one.what, words=one.words, late=one.late) for one in found
        ),
    )
