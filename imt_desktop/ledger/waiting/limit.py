"""The assembly's limit: what one officer may spend on one payee on one day.

What is cut into pieces over several days is not stopped, since a caretaker's wage or a month's fuel is
paid in pieces, too. It is asked before it is booked and when the month is closed, by two (``in_parts``).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from imt_desktop.committee import rules
from imt_desktop.journal import Reading, Writing
from imt_desktop.ledger.as_of import today_of
from imt_desktop.ledger.search import folded
from imt_desktop.money import Money
from imt_desktop.period import Period

Spent = tuple[str, date, int]
"""Payee, day and minor units."""


def over_limit(book: Reading, wanted: Sequence[Spent]) -> bool:
    """Say whether an expense is above the limit of its day, or above that of today.

    What the same payee got on the same day counts with it, so that cutting an expense in parts does
    not help.
    """
    days = {day for _payee, day, _amount in wanted}
    return any(_over(book, day, [one for one in wanted if one[1] == day]) for day in days)


def require_within_limit(book: Writing, payee: str, day: date, amount: int) -> None:
    """Refuse money out above the limit with one signature. Raises SecondOfficerNeededError."""
    if over_limit(book, [(payee, day, amount)]):
        rules.require_two(book, "expense")


def _over(book: Reading, day: date, wanted: Sequence[Spent]) -> bool:
    limit = _stricter(book, day)
    if limit is None:
        return False
    sums: dict[str, int] = {}
    spent = ((line.payee, day, line.amount) for line in _spent(book, Period(day, day)))
    for payee, _day, amount in (*wanted, *spent):
        sums[_same(payee)] = sums.get(_same(payee), 0) + amount
    return any(sums[_same(payee)] > limit.minor for payee, _day, _amount in wanted)


def _stricter(book: Reading, day: date) -> Money | None:
    """Return the lower limit of an expense's day and of today: an earlier date is no way round it."""
    limits = (rules.expense_limit(book, each) for each in {day, today_of(book)})
    return min((limit for limit in limits if limit is not None), default=None)


class InParts(Struct, frozen=True):
    """What one payee got in some days, each time with one signature, and together above the limit."""

    payee: str
    count: int
    amount: Money
    limit: Money


def in_parts(book: Reading, period: Period, also: Spent | None = None) -> tuple[InParts, ...]:
    """Return who got several sums with one signature each that come to more than the limit.

    ``also`` is one that is still to be booked; then only its payee is looked at. What two signed is left out.
    """
    limits = {day: rules.expense_limit(book, day) for day in _days_of_limits(book, period)}
    by_payee: dict[str, list[_Line]] = {}
    for line in _spent(book, period):
        if not line.two:
            by_payee.setdefault(_same(line.payee), []).append(line)
    if also:
        key, line = _same(also[0]), _Line(*also, two=False)
        by_payee = {key: [*by_payee.get(key, ()), line]}
    found = []
    for key, lines in by_payee.items():
        limit = max((one for line in lines if (one := _limit(limits, line.on))), default=None)
        amount = Money(sum(line.amount for line in lines), book.currency)
        if key and limit and len(lines) > 1 and amount > limit:
            found.append(InParts(lines[-1].payee.strip(), len(lines), amount, limit))
    return tuple(found)


class _Line(Struct, frozen=True):
    payee: str
    on: date
    amount: int
    two: bool
    """Whether two officers signed."""


def _same(payee: str) -> str:
    """Return a payee as it is compared: without case, accents and doubled spaces."""
    return " ".join(folded(payee).split())


def _days_of_limits(book: Reading, period: Period) -> list[date]:
    """Return the days of a period from which on a limit holds, the first day among them."""
    rows = book.driver.execute(
        "SELECT DISTINCT since FROM limits WHERE since>? AND since<=? ORDER BY since",
        (period.first.isoformat(), period.last.isoformat()),
    )
    return [period.first, *(date.fromisoformat(since) for (since,) in rows)]


def _limit(limits: dict[date, Money | None], on: date) -> Money | None:
    return limits[max(day for day in limits if day <= on)]


def _spent(book: Reading, period: Period) -> list[_Line]:
    rows = book.driver.execute(
        "SELECT CASE what WHEN 'refund' THEN 'member ' || m.number ELSE who END, l.effective_on,"
        " l.amount, e.kind='expense-approved/1'"
        " OR EXISTS (SELECT 1 FROM countersigned c WHERE c.seq=l.seq)"
        " FROM money_line l JOIN entry e USING (seq) LEFT JOIN member m ON m.id=l.member"
        " WHERE l.effective_on BETWEEN ? AND ?"
        " AND l.what IN ('out','owed-paid','advance','refund') AND l.void IS NULL"
        " AND l.account IS NOT NULL ORDER BY l.effective_on, l.seq, l.line",
        (period.first.isoformat(), period.last.isoformat()),
    )
    return [_Line(who, date.fromisoformat(on), amount, bool(two)) for who, on, amount, two in rows]
