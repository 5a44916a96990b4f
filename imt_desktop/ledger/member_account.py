"""A member's account over a period: what was billed and paid, from brought to carried forward.

Nothing is put right behind the member's back: a correction is a line of its own day. Only what was struck in
place is gone; of a receipt that was struck its number is left, for the member holds the paper.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from msgspec import Struct

from imt_desktop.journal import Reading, Ref
from imt_desktop.ledger.as_of import (
    BY_DAY,
    LET_GO,
    USED_ON,
    day_of,
    open_bills_of,
    open_bills_of_all,
)
from imt_desktop.ledger.requests import member_id
from imt_desktop.money import Money
from imt_desktop.period import Month, Period


class AccountLine(Struct, frozen=True):
    """A line: ``billed`` makes the debt larger, ``paid`` smaller; either may be negative."""

    ref: Ref
    on: date
    what: str
    """bill, corrected, let-go (by decision), moved, agreed (put into instalments), payment, old-payment
    (its receipt is of the old book), labour, refund, ahead (from the old book); void, used (it came back
    when the line that had used it was cancelled), or restored (the same of money paid back)."""
    item: str
    month: Month | None
    text: str
    number: str
    """The receipt's, ours or an older one."""
    billed: Money
    paid: Money
    balance: Money
    period: str = ""
    """Of a bill for another time than a month: a week, two months, a quarter, a year."""


class BilledMonth(Struct, frozen=True):
    """A month's fee, and what was not paid of it at the end of the period.

    A fee of several months stands in each of them as a whole.
    """

    month: Month
    amount: Money
    left: Money


class MemberAccount(Struct, frozen=True):
    """A period of a member's account. The balance is what is owed, negative where it is paid ahead."""

    brought_forward: Money
    lines: tuple[AccountLine, ...]
    carried_forward: Money
    months: tuple[BilledMonth, ...]
    later: tuple[AccountLine, ...] = ()
    """What put a bill or a payment right that was there at the end, but only after it; its balances go on."""


_LATE: Final = (
    "EXISTS (SELECT 1 FROM open_before v WHERE v.of_seq={0}.seq AND v.of_line={0}.line"
    " AND v.what='void')"
)
"""Whether a void came when the month was closed: then the line stays, and is taken back later."""

_NUMBER: Final = "coalesce(l.receipt, nullif(l.old_receipt, ''), l.pad, '')"

_PAID: Final = "iif(l.receipt IS NULL AND l.old_receipt<>'', 'old-payment', l.what)"

_EVERY: Final = f"""
SELECT * FROM (
SELECT b.seq, b.line, {day_of("b.seq", "b.line")} AS day, 'bill' AS what, b.item, b.period, b.text, '',
  b.amount + coalesce((SELECT sum(c.amount) FROM open_before c WHERE c.of_seq=b.seq
    AND c.of_line=b.line AND c.what='corrected'), 0), 0, b.member, NULL
FROM bill b WHERE b.member{{of}} AND (b.void IS NULL OR {_LATE.format("b")})
UNION ALL
SELECT c.seq, c.part, c.until_on, iif({LET_GO}, 'let-go', c.what), b.item, b.period, b.text, '',
  iif(c.what='void', -b.amount, -c.amount), 0, b.member,
  iif(c.what='used', NULL, {day_of("b.seq", "b.line")})
FROM bill b JOIN open_before c ON c.of_seq=b.seq AND c.of_line=b.line
WHERE b.member{{of}} AND c.what IN ('corrected', 'void', 'used')
UNION ALL
SELECT c.seq, c.part, c.from_on, 'moved', b.item, b.period, b.text, '', c.amount, 0, b.member, NULL
FROM bill b JOIN open_before c ON c.of_seq=b.seq AND c.of_line=b.line
WHERE b.member{{of}} AND c.what='used'
UNION ALL
SELECT u.seq, u.line, {USED_ON},
  (SELECT l.what FROM money_line l WHERE l.seq=u.seq AND l.line=u.line), b.item, b.period, b.text, '',
  -u.amount, 0, b.member, NULL
FROM bill b JOIN used u ON u.of_seq=b.seq AND u.of_line=b.line WHERE b.member{{of}}
UNION ALL
SELECT l.seq, l.line, l.effective_on, iif(l.void IS NULL OR {_LATE.format("l")}, {_PAID}, 'void'),
  '', NULL, '', {_NUMBER}, 0, iif(l.void IS NULL OR {_LATE.format("l")}, l.amount, 0), l.member, NULL
FROM money_line l WHERE l.member{{of}}
  AND (l.what='payment' OR l.what='labour' AND (l.void IS NULL OR {_LATE.format("l")}))
UNION ALL
SELECT k.seq, k.line, e.effective_on, 'ahead', 'opening', NULL, '', '', 0, k.amount, k.member, NULL
FROM credit k JOIN entry e USING (seq)
WHERE k.member{{of}} AND e.kind='opening/1' AND (k.void IS NULL OR {_LATE.format("k")})
UNION ALL
SELECT c.seq, c.part, c.until_on, iif(c.what='void', 'void', 'restored'), '', NULL, '',
  iif(c.what='void', {_NUMBER}, ''), 0,
  iif(c.what='void', -coalesce(l.amount, k.amount), -c.amount), k.member,
  iif(c.what='void', {day_of("k.seq", "k.line")}, NULL)
FROM credit k JOIN open_before c ON c.of_seq=k.seq AND c.of_line=k.line
LEFT JOIN money_line l ON l.seq=k.seq AND l.line=k.line
WHERE k.member{{of}} AND c.what IN ('void', 'used')
UNION ALL
SELECT seq, line, day, 'refund', '', NULL, '', '', 0, -sum(amount), member, NULL FROM (
  SELECT u.seq, u.line, u.amount, {USED_ON} AS day, k.member
  FROM credit k JOIN used u ON u.of_seq=k.seq AND u.of_line=k.line WHERE k.member{{of}}
  UNION ALL SELECT c.with_seq, c.with_line, -c.amount, c.from_on, k.member
  FROM credit k JOIN open_before c ON c.of_seq=k.seq AND c.of_line=k.line
  WHERE k.member{{of}} AND c.what='used'
) GROUP BY seq, line, day, member
) {BY_DAY}
"""


_LINES: Final = _EVERY.format(of="=:member")
_LINES_OF_ALL: Final = _EVERY.format(of=" IS NOT NULL")


def member_account(book: Reading, number: str, period: Period) -> MemberAccount:
    """Return a member's account over a period. Raises NoSuchMemberError."""
    member = member_id(book, number)
    rows = book.driver.execute(_LINES, {"member": member}).fetchall()
    return _account(book, rows, period, _months(book, member, period))


def member_accounts(book: Reading, period: Period) -> dict[int, MemberAccount]:
    """Return the accounts of all members over a period, by their id: quicker than one after another."""
    rows: dict[int, list[tuple[Any, ...]]] = {}
    for row in book.driver.execute(_LINES_OF_ALL):
        rows.setdefault(row[10], []).append(row)
    months = _months_of_all(book, period)
    every = book.driver.execute("SELECT id FROM member WHERE void IS NULL").fetchall()
    nothing = _sums(period)
    return {
        one: _account(book, rows.get(one, ()), period, _billed(book, months.get(one, nothing)))
        for (one,) in every
    }


def _account(
    book: Reading,
    rows: Iterable[tuple[Any, ...]],
    period: Period,
    months: tuple[BilledMonth, ...],
) -> MemberAccount:
    brought = balance = carried = 0
    lines: list[AccountLine] = []
    later: list[AccountLine] = []
    first, last = period.first.isoformat(), period.last.isoformat()
    for row in rows:
        over = row[2] > last
        if over and not (row[11] and row[11] <= last):
            continue
        balance += row[8] - row[9]
        if not over:
            carried = balance
        if row[2] < first:
            brought = balance
            continue
        (later if over else lines).append(
            AccountLine(
                Ref(row[0], row[1]), date.fromisoformat(row[2]), row[3], row[4],
                _month(row[5]), row[6], str(row[7]),
                Money(row[8], book.currency), Money(row[9], book.currency),
                Money(balance, book.currency), _odd(row[5]),
            )
        )  # fmt: skip
    return MemberAccount(
        Money(brought, book.currency),
        tuple(lines),
        Money(carried, book.currency),
        months,
        tuple(later),
    )


LAST_MONTH: Final = 12

_FEES: Final = (
    "SELECT member, seq, line, period, amount - coalesce((SELECT sum(u.amount) FROM used u"
    " JOIN money_line l ON l.seq=u.seq AND l.line=u.line WHERE u.of_seq=bill.seq"
    " AND u.of_line=bill.line AND l.what='moved' AND l.effective_on<=:until), 0),"
    f" {day_of('bill.seq', 'bill.line')} FROM bill"
    " WHERE item='fee' AND void IS NULL AND (period BETWEEN :first AND :last"
    " OR period IN (SELECT value FROM json_each(:longer)))"
)
"""What was billed for each month; what went to another member since is not this one's to pay."""


def _month(period: str | None) -> Month | None:
    """Return the month of a bill's period; of a longer one its last."""
    return _month_of(period) if period else None


def _odd(period: str | None) -> str:
    """Return a period that is no month."""
    month = not period or (len(period) == len("2026-10") and period[5] != "Q")
    return "" if month else str(period)


def _month_of(period: str) -> Month:
    if len(period) == len("2026-10") and period[5] != "Q":  # nearly all are months
        return Month.parse(period)
    return Month.of(Period.parse(period).last)


def _months_in(period: str) -> tuple[Month, ...]:
    """Return the months that a bill is for; a week belongs to the month of its last day."""
    odd = _odd(period)
    if odd and (whole := Period.parse(odd)).whole_months:
        return tuple(whole.months())
    return (_month_of(period),)


def _months(book: Reading, member: int, period: Period) -> tuple[BilledMonth, ...]:
    left = open_bills_of(book, member, period.last)
    rows = book.driver.execute(f"{_FEES} AND member=:member", _span(period) | {"member": member})
    sums = _sums(period)
    _add_up(rows, {member: sums}, left, period)
    return _billed(book, sums)


def _months_of_all(book: Reading, period: Period) -> dict[int, dict[Month, list[int]]]:
    left = open_bills_of_all(book, period.last)
    rows = book.driver.execute(_FEES, _span(period)).fetchall()
    found = {row[0]: _sums(period) for row in rows}
    _add_up(rows, found, left, period)
    return found


def _span(period: Period) -> dict[str, Any]:
    """Return between which texts months, weeks and pairs of months lie, and the longer periods."""
    months = list(period.months())
    quarters = [f"{month.year:04}-Q{month.month // 3}" for month in months if month.month % 3 == 0]
    years = [f"{month.year:04}" for month in months if month.month == LAST_MONTH]
    return {
        "first": str(months[0].shift(-1)),
        "last": f"{months[-1]}~",
        "longer": json.dumps(quarters + years),
        "until": period.last.isoformat(),
    }


def _sums(period: Period) -> dict[Month, list[int]]:
    return {month: [0, 0] for month in period.months()}


def _add_up(
    rows: Iterable[tuple[Any, ...]],
    of: dict[int, dict[Month, list[int]]],
    left: Mapping[Ref, int],
    period: Period,
) -> None:
    """Add up what was billed for each month until the period's end, and what is left of it."""
    last = period.last.isoformat()
    for member, seq, line, month, amount, there in rows:
        for each in _months_in(month) if there <= last else ():
            if now := of[member].get(each):
                now[0] += amount
                now[1] += left.get(Ref(seq, line), 0)


def _billed(book: Reading, sums: Mapping[Month, list[int]]) -> tuple[BilledMonth, ...]:
    return tuple(
        BilledMonth(month, Money(amount, book.currency), Money(open_, book.currency))
        for month, (amount, open_) in sums.items()
    )
