"""A member's account over a period: what was billed and paid, from brought to carried forward.

Nothing is put right behind the member's back: a correction is a line of its own day. Only what was struck in
place is gone; of a receipt that was struck its number is left, for the member holds the paper.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from imt_desktop.journal import Reading, Ref
from imt_desktop.ledger.as_of import USED_ON, day_of, open_bills_of
from imt_desktop.ledger.requests import member_id
from imt_desktop.money import Money
from imt_desktop.period import Month, Period


@dataclass(frozen=True, slots=True)
class AccountLine:
    """A line: ``billed`` makes the debt larger, ``paid`` smaller; either may be negative."""

    ref: Ref
    on: date
    what: str
    """bill, corrected, moved, payment, refund, ahead (from the old book); void, used (it came back when the
    line that had used it was cancelled), or restored (the same of money paid back)."""
    item: str
    month: Month | None
    text: str
    number: str
    """The receipt's, ours or an older one."""
    billed: Money
    paid: Money
    balance: Money


@dataclass(frozen=True, slots=True)
class BilledMonth:
    """A month's fee, and what was not paid of it at the end of the period."""

    month: Month
    amount: Money
    left: Money


@dataclass(frozen=True, slots=True)
class MemberAccount:
    """A period of a member's account. The balance is what is owed, negative where it is paid ahead."""

    brought_forward: Money
    lines: tuple[AccountLine, ...]
    carried_forward: Money
    months: tuple[BilledMonth, ...]


_LATE: Final = (
    "EXISTS (SELECT 1 FROM open_before v WHERE v.of_seq={0}.seq AND v.of_line={0}.line"
    " AND v.what='void')"
)
"""Whether a void came when the month was closed: then the line stays, and is taken back later."""

_NUMBER: Final = "coalesce(l.receipt, nullif(l.old_receipt, ''), l.pad, '')"

_LINES: Final = f"""
SELECT b.seq, b.line, {day_of("b.seq", "b.line")}, 'bill', b.item, b.period, b.text, '',
  b.amount + coalesce((SELECT sum(c.amount) FROM open_before c WHERE c.of_seq=b.seq
    AND c.of_line=b.line AND c.what='corrected'), 0), 0
FROM bill b WHERE b.member=:member AND (b.void IS NULL OR {_LATE.format("b")})
UNION ALL
SELECT c.seq, c.part, c.until_on, c.what, b.item, b.period, b.text, '',
  iif(c.what='void', -b.amount, -c.amount), 0
FROM bill b JOIN open_before c ON c.of_seq=b.seq AND c.of_line=b.line
WHERE b.member=:member AND c.what IN ('corrected', 'void', 'used')
UNION ALL
SELECT c.seq, c.part, c.from_on, 'moved', b.item, b.period, b.text, '', c.amount, 0
FROM bill b JOIN open_before c ON c.of_seq=b.seq AND c.of_line=b.line
WHERE b.member=:member AND c.what='used'
UNION ALL
SELECT u.seq, u.line, {USED_ON}, 'moved', b.item, b.period, b.text, '',
  -u.amount, 0
FROM bill b JOIN used u ON u.of_seq=b.seq AND u.of_line=b.line WHERE b.member=:member
UNION ALL
SELECT l.seq, l.line, l.effective_on, iif(l.void IS NULL OR {_LATE.format("l")}, 'payment', 'void'),
  '', NULL, '', {_NUMBER}, 0, iif(l.void IS NULL OR {_LATE.format("l")}, l.amount, 0)
FROM money_line l WHERE l.member=:member AND l.what='payment'
UNION ALL
SELECT k.seq, k.line, e.effective_on, 'ahead', 'opening', NULL, '', '', 0, k.amount
FROM credit k JOIN entry e USING (seq)
WHERE k.member=:member AND e.kind='opening/1' AND (k.void IS NULL OR {_LATE.format("k")})
UNION ALL
SELECT c.seq, c.part, c.until_on, iif(c.what='void', 'void', 'restored'), '', NULL, '',
  iif(c.what='void', {_NUMBER}, ''), 0,
  iif(c.what='void', -coalesce(l.amount, k.amount), -c.amount)
FROM credit k JOIN open_before c ON c.of_seq=k.seq AND c.of_line=k.line
LEFT JOIN money_line l ON l.seq=k.seq AND l.line=k.line
WHERE k.member=:member AND c.what IN ('void', 'used')
UNION ALL
SELECT seq, line, day, 'refund', '', NULL, '', '', 0, -sum(amount) FROM (
  SELECT u.seq, u.line, u.amount, {USED_ON} AS day
  FROM credit k JOIN used u ON u.of_seq=k.seq AND u.of_line=k.line WHERE k.member=:member
  UNION ALL SELECT c.with_seq, c.with_line, -c.amount, c.from_on
  FROM credit k JOIN open_before c ON c.of_seq=k.seq AND c.of_line=k.line
  WHERE k.member=:member AND c.what='used'
) GROUP BY seq, line, day
ORDER BY 3, 1, 2
"""


def member_account(book: Reading, number: str, period: Period) -> MemberAccount:
    """Return a member's account over a period. Raises NoSuchMemberError."""
    member = member_id(book, number)
    brought = balance = book.currency.zero()
    lines: list[AccountLine] = []
    for row in book.driver.execute(_LINES, {"member": member}):
        on = date.fromisoformat(row[2])
        if on > period.last:
            break
        billed, paid = Money(row[8], book.currency), Money(row[9], book.currency)
        balance += billed - paid
        if on < period.first:
            brought = balance
            continue
        lines.append(
            AccountLine(
                Ref(row[0], row[1]), on, row[3], row[4], Month.parse(row[5]) if row[5] else None,
                row[6], str(row[7]), billed, paid, balance,
            )
        )  # fmt: skip
    return MemberAccount(brought, tuple(lines), balance, _months(book, member, period))


def _months(book: Reading, member: int, period: Period) -> tuple[BilledMonth, ...]:
    left = open_bills_of(book, member, period.last)
    sums: dict[Month, list[int]] = {month: [0, 0] for month in period.months()}
    for seq, line, month, amount, there in book.driver.execute(
        f"SELECT seq, line, period, amount, {day_of('bill.seq', 'bill.line')} FROM bill"
        " WHERE member=? AND item='fee' AND period IS NOT NULL AND void IS NULL",
        (member,),
    ):
        parsed = Month.parse(month)
        if parsed in sums and there <= period.last.isoformat():
            sums[parsed][0] += amount
            sums[parsed][1] += left.get(Ref(seq, line), 0)
    return tuple(
        BilledMonth(month, Money(amount, book.currency), Money(open_, book.currency))
        for month, (amount, open_) in sums.items()
    )
