"""What was billed: the bills of a month, and the months that nobody was billed for."""

from __future__ import annotations

from dataclasses import dataclass

from imt_desktop.journal import Reading
from imt_desktop.ledger.charging.periods import months_of
from imt_desktop.ledger.holding import first_joined
from imt_desktop.ledger.tariffs import period_in
from imt_desktop.money import Money, total
from imt_desktop.period import Month, Period


@dataclass(frozen=True, slots=True)
class MadeBill:
    """A fee of a month that stands in the book."""

    number: str
    name: str
    connection_type: str
    amount: Money
    left: Money


@dataclass(frozen=True, slots=True)
class MadeBills:
    """All fees of a month."""

    month: Month
    period: Period
    lines: tuple[MadeBill, ...]
    total: Money


def bills_of(book: Reading, month: Month, period: Period | None = None) -> MadeBills:
    """Return the fees that were billed for a month, in the order in which they were made.

    ``period`` names the week where bills are made by the week.
    """
    covered = period or period_in(book, month) or month.period
    rows = book.driver.execute(
        "SELECT m.number, m.name, coalesce(c.type, ''), b.amount, b.open FROM bill b"
        " JOIN member m ON m.id=b.member LEFT JOIN connection c ON c.id=b.connection"
        " WHERE b.item='fee' AND b.period=? AND b.void IS NULL ORDER BY b.seq, b.line",
        (str(covered),),
    )
    lines = tuple(
        MadeBill(number, name, kind, Money(amount, book.currency), Money(left, book.currency))
        for number, name, kind, amount, left in rows
    )
    return MadeBills(
        month,
        period or period_in(book, month) or month.period,
        lines,
        total((line.amount for line in lines), book.currency),
    )


def never_billed(book: Reading, first: Month, now: Month) -> tuple[Month, ...]:
    """Return the months since the first one, before this one, that nobody has a fee for.

    What was owed before the old balances were written down stands in them; and a month without a
    price cannot be billed, nor one that was over before anybody had joined.
    """
    billed = {
        month
        for row in book.driver.execute(
            "SELECT DISTINCT period FROM bill WHERE item='fee' AND period IS NOT NULL"
            " AND void IS NULL"
        )
        for month in months_of(row[0])
    }
    (old,) = book.driver.execute(
        "SELECT max(billed_on) FROM bill WHERE item='opening' AND void IS NULL"
    ).fetchone()
    joined = first_joined(book)
    if joined is None:
        return ()
    month = max(first, Month.of(joined), Month.parse(old[:7]) if old else first)
    found = []
    while month < now:
        period = None if month in billed else period_in(book, month)
        if period and period.last < now.first:  # a quarter is billed when it is over
            found.append(month)
        month = month.shift(1)
    return tuple(found)
