"""The assembly's limit: what one officer may spend on one payee on one day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from imt_desktop.committee import rules
from imt_desktop.journal import Reading, Writing
from imt_desktop.ledger.search import folded

Spent = tuple[str, date, int]
"""Payee, day and minor units."""


def over_limit(book: Reading, wanted: Sequence[Spent]) -> bool:
    """Say whether an expense is above the limit of its day.

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
    limit = rules.expense_limit(book, day)
    if limit is None:
        return False
    sums: dict[str, int] = {}
    for payee, _day, amount in (*wanted, *_spent_on(book, day)):
        sums[folded(payee.strip())] = sums.get(folded(payee.strip()), 0) + amount
    return any(sums[folded(payee.strip())] > limit.minor for payee, _day, _amount in wanted)


def _spent_on(book: Reading, day: date) -> list[Spent]:
    rows = book.driver.execute(
        "SELECT CASE what WHEN 'refund' THEN 'member ' || m.number ELSE who END, l.amount"
        " FROM money_line l LEFT JOIN member m ON m.id=l.member WHERE l.effective_on=?"
        " AND l.what IN ('out','owed-paid','advance','refund') AND l.void IS NULL"
        " AND l.account IS NOT NULL",
        (day.isoformat(),),
    )
    return [(payee, day, amount) for payee, amount in rows]
