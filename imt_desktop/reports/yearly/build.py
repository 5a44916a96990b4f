"""Facts of a year at a glance from the book."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from imt_desktop.community.complaints.queries import ANYBODY
from imt_desktop.journal import Reading
from imt_desktop.ledger.charging.periods import begins_period, due_on, period_of
from imt_desktop.ledger.tariffs import forms_of, tariffs
from imt_desktop.oversight.calendar import Due, calendar
from imt_desktop.period import Month, Period
from imt_desktop.reports.heading import heading
from imt_desktop.reports.yearly.facts import DueFacts, YearFacts

CODED = ("meeting", "term", "finding", "closing", "bills")
"""Of these the calendar gives a code in place of words."""

EARLIER = 15
"""Months before a calendar whose bills may be due in it: those of a year, after the harvest."""


def build_year(book: Reading, period: Period, today: date) -> YearFacts:
    """Return what is due in a period; with today in it, what is late too.

    It hangs on a wall, so nothing is on it of complaints about officers.
    """
    found = calendar(book, period.first, period.last, today, ANYBODY)
    return YearFacts(
        heading=heading(book),
        first=period.first,
        last=period.last,
        due=tuple(
            sorted((*(_due(one) for one in found), *_bills(book, period)), key=lambda one: one.on)
        ),
    )


def _due(one: Due) -> DueFacts:
    return DueFacts(on=one.on, what=one.what, words=one.words, late=one.late)


def _bills(book: Reading, period: Period) -> Iterator[DueFacts]:
    """Yield the days on which bills are due by the prices in force; those by the week fill no wall."""
    decided = tariffs(book)
    for month in Period(Month.of(period.first).shift(-EARLIER).first, period.last).months():
        tariff = next((one for one in reversed(decided) if one.effective_from <= month), None)
        forms = forms_of(book, tariff) if tariff else None
        if forms is None or forms.every == "week" or not begins_period(forms.every, month):
            continue
        on = due_on(forms.due, period_of(forms.every, month))
        if period.first <= on <= period.last:
            yield DueFacts(on=on, what="bills")
