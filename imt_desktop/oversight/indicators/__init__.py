"""Figures that the book itself answers, with their past: what an action of the plan can watch.

Each is a whole number of its unit: shares in hundredths of a per cent, money in minor units. None
means that there is nothing to work it out from yet, which is not the same as nothing.
"""

from __future__ import annotations

from datetime import date

from imt_desktop.committee import queries as committee
from imt_desktop.journal import Reading
from imt_desktop.oversight.indicators.figure import MONTHS, Asked, Figure
from imt_desktop.oversight.indicators.monthly import BY_MONTH, OF_A_YEAR, TOGETHER, year_to
from imt_desktop.oversight.indicators.standing import STANDING
from imt_desktop.period import Month, Period
from imt_desktop.plan.packs import Indicator, toolbox

__all__ = ["Figure", "figure_of", "figures"]


def figures(book: Reading, today: date, months: int = MONTHS) -> tuple[Figure, ...]:
    """Return every figure of the toolbox that this program can work out."""
    asked = _asked(book, today, months)
    known = (*BY_MONTH, *STANDING)
    return tuple(_figure(asked, one) for one in toolbox().indicators if one.code in known)


def figure_of(book: Reading, code: str, today: date) -> Figure | None:
    """Return one figure by its code; None where the toolbox or this program does not know it."""
    found = next((one for one in toolbox().indicators if one.code == code), None)
    if found is None or code not in (*BY_MONTH, *STANDING):
        return None
    return _figure(_asked(book, today, MONTHS), found)


def _asked(book: Reading, today: date, months: int) -> Asked:
    """Ask for the last months of the book that are over; none in its first one."""
    newest = Month.of(today).shift(-1)
    described = committee.committee(book)
    begun = described.first_month if described else newest
    first, found = max(begun, newest.shift(1 - months)), []
    while first <= newest:
        found.append(first)
        first = first.shift(1)
    return Asked(book, today, tuple(found), begun)


def _figure(asked: Asked, one: Indicator) -> Figure:
    if one.code in STANDING:
        *past, value = STANDING[one.code](asked, (*asked.ends, asked.today))
        return Figure(one, value, tuple(past))
    if not asked.months:
        return Figure(one, None, ())
    series = BY_MONTH[one.code](asked)
    past = [series.get(month) for month in asked.months]
    known = [month for month in asked.months if month in series]
    if not known:
        return Figure(one, None, tuple(past))
    last = known[-1]
    if one.code in TOGETHER:
        share = sum(series[month] for month in known) // len(known)
        return Figure(one, share, tuple(past), Period(known[0].first, last.last))
    first = year_to(asked, last) if one.code in OF_A_YEAR else last
    return Figure(one, series[last], tuple(past), Period(first.first, last.last))
