"""What was billed: the bills of a month, and the months that nobody was billed for."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

from msgspec import Struct

from imt_desktop.journal import Reading
from imt_desktop.ledger.billing import ToBill, left_to_bill, without_price
from imt_desktop.ledger.holding import first_joined
from imt_desktop.ledger.tariffs import period_in
from imt_desktop.money import Money, total
from imt_desktop.period import Month, Period


class MadeBill(Struct, frozen=True):
    """A bill of a month that stands in the book, with the late fees and fines that were made with it."""

    number: str
    name: str
    connection_type: str
    """Empty of late fees and fines alone."""
    amount: Money
    left: Money
    """Still to pay, in instalments too that it went into."""


class MadeBills(Struct, frozen=True):
    """All bills of a month."""

    month: Month
    period: Period
    lines: tuple[MadeBill, ...]
    total: Money
    billed: bool
    """Whether any of them is for water."""


def bills_of(book: Reading, month: Month, period: Period | None = None) -> MadeBills:
    """Return the bills that were made for a month, in the order in which they were made.

    Late fees and fines stand with the member's first fee, as in the preview. ``period`` names the week where
    bills are made by the week.
    """
    covered = period or period_in(book, month) or month.period
    made: dict[tuple[int, int | None], list[Any]] = {}
    first: dict[int, list[Any]] = {}
    for member, number, name, kind, connection, item, amount, left in book.driver.execute(
        _MADE, {"period": str(covered)}
    ):
        new = [number, name, kind, 0, 0]
        if item == "fee":
            row = made.setdefault((member, connection), new)
            first.setdefault(member, row)
        else:
            row = first.get(member) or made.setdefault((member, None), new)
        row[3] += amount
        row[4] += left
    lines = tuple(
        MadeBill(number, name, kind, Money(amount, book.currency), Money(left, book.currency))
        for number, name, kind, amount, left in made.values()
    )
    whole = total((line.amount for line in lines), book.currency)
    return MadeBills(month, covered, lines, whole, any(one is not None for _, one in made))


_MADE: Final = """
WITH RECURSIVE mine(seq, line, of_seq, of_line) AS (
  SELECT seq, line, seq, line FROM bill
  WHERE void IS NULL AND moved=0 AND (period=:period AND item IN ('fee', 'late') OR item='fine'
    AND seq IN (SELECT seq FROM bill WHERE item='fee' AND period=:period AND void IS NULL))
  UNION SELECT u.seq, u.line, mine.of_seq, mine.of_line FROM used u
    JOIN mine ON u.of_seq=mine.seq AND u.of_line=mine.line WHERE u.what='bill')
SELECT b.member, m.number, m.name, coalesce(c.type, ''), b.connection, b.item, b.amount, l.open
FROM (SELECT mine.of_seq, mine.of_line, sum(o.open) AS open FROM mine
  JOIN bill o ON o.seq=mine.seq AND o.line=mine.line GROUP BY 1, 2) l
JOIN bill b ON b.seq=l.of_seq AND b.line=l.of_line
JOIN member m ON m.id=b.member LEFT JOIN connection c ON c.id=b.connection
ORDER BY b.item<>'fee', b.seq, b.line
"""


class Unbilled(Struct, frozen=True):
    """What a period that ended with a month still lacks, where nobody was billed for it."""

    fees: int = 0
    """Fees that could be billed."""
    without_price: int = 0
    """Those whose connection has no price."""


def unbilled(book: Reading, month: Month) -> Unbilled:
    """Return what was not billed, where a period ends with a month and nobody was billed for any of it.

    Somebody who joined too late for a run of bills is not looked for, nor is what the old balances hold.
    """
    covered = period_in(book, month) or month.period
    old = _old_balances(book)
    if covered.last != month.last or (old and covered.last < old.first):
        return Unbilled()
    if any(one.meets(covered) for one in _billed(book)):
        return Unbilled()
    priced = period_in(book, month) is not None
    left = left_to_bill(book, month) if priced else ToBill(0, 0)
    return Unbilled(left.fees + left.unread, without_price(book, month))


def never_billed(book: Reading, first: Month, today: date) -> tuple[Period, ...]:
    """Return the periods since the first month that are over and that nobody has a fee for.

    What was owed before the old balances were written down stands in them; and a month without a
    price cannot be billed, nor a period that was over before anybody had joined.
    """
    billed, old = _billed(book), _old_balances(book)
    joined = first_joined(book)
    if joined is None:
        return ()
    start = day = max(first, Month.of(joined), old or first).first
    found = []
    while (month := Month.of(day)) <= Month.of(today):
        period = period_in(book, month, day)
        if period is None:
            day = month.shift(1).first
            continue
        if period.last >= (Month.of(today).first if period.whole_months else today):
            break  # a quarter is billed when it is over
        begun_before = period.first < start and not period.whole_months
        if not begun_before and not any(one.meets(period) for one in billed):
            found.append(period)
        day = period.last + timedelta(days=1)
    return tuple(found)


def _billed(book: Reading) -> tuple[Period, ...]:
    """Return the periods that a fee was billed for, be it to one member alone."""
    rows = book.driver.execute(
        "SELECT DISTINCT period FROM bill WHERE item='fee' AND period IS NOT NULL AND void IS NULL"
    )
    return tuple(Period.parse(row[0]) for row in rows)


def _old_balances(book: Reading) -> Month | None:
    """Return the month of the old book's balances, if there are some."""
    (day,) = book.driver.execute(
        "SELECT max(billed_on) FROM bill WHERE item='opening' AND void IS NULL"
    ).fetchone()
    return Month.parse(day[:7]) if day else None
