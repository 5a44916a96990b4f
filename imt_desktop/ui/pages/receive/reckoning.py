"""What the till works out before it asks the ledger: change, chips, the day's sums. Pure arithmetic."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from imt_desktop.ledger.accounts import Account
from imt_desktop.ledger.cashbook import CashLine
from imt_desktop.ledger.settling import OpenBill
from imt_desktop.money import Currency, Money, total


class Taken(Struct, frozen=True):
    """How much of what was handed over is booked, and how much goes back."""

    booked: Money
    back: Money
    over: Money
    """More than is owed: it goes back or is kept as paid ahead."""


def taken(handed: Money, owed: Money, keep: bool, cash: bool) -> Taken:
    """Divide what was handed over.

    Change is given only in cash, and only where something was owed: whoever owes nothing pays ahead.
    """
    nothing = handed.currency.zero()
    over = max(handed - owed, nothing)
    if not over or keep or not cash or not owed:
        return Taken(handed, nothing, over if owed and cash else nothing)
    return Taken(owed, over, over)


def month_sums(bills: Sequence[OpenBill], currency: Currency) -> tuple[Money, ...]:
    """Return what the oldest month, the two oldest, and so on come to; the last one is all.

    Only fees of months, or of another time, are counted so: where something else is older, nothing but
    all is offered.
    """
    sums: list[Money] = []
    periods: list[str | None] = []
    for bill in bills:
        left = Money(bill.left, currency)
        before = sums[-1] if sums else currency.zero()
        if bill.period is not None and periods and periods[-1] == bill.period:
            sums[-1] = before + left
        else:
            sums.append(before + left)
            periods.append(bill.period)
    whole = next((at for at, period in enumerate(periods) if period is None), len(periods))
    return (*sums[:whole], sums[-1]) if whole < len(sums) else tuple(sums)


def by_month(bills: Sequence[OpenBill]) -> bool:
    """Whether all fees are of months, and not of weeks, quarters or a harvest."""
    periods = (bill.period for bill in bills if bill.period is not None)
    return all(re.fullmatch(r"\d{4}-\d{2}", period) for period in periods)


class Day(Struct, frozen=True):
    """The receipts of a day, the newest first, and what they come to."""

    receipts: tuple[CashLine, ...]
    cash: Money
    elsewhere: Money
    earlier: Money
    """Cash that came before that day, and got its receipt then."""
    earlier_receipts: int
    """How many receipts these were."""
    voids: int
    box: Money
    types: dict[int, str]
    """What sort each account is, by its number."""
    own: Mapping[str, str]
    """The committee's own kinds of money, by their codes."""


def day_of(
    lines: Sequence[CashLine],
    accounts: Sequence[Account],
    own: Mapping[str, str],
    currency: Currency,
    given: Sequence[CashLine] = (),
) -> Day:
    """Add up a day's receipts; cancelled ones stay in the list and count for nothing.

    ``given`` are receipts with which no cash came that day: the money lay there before, or came earlier.
    """
    boxes = {account.id for account in accounts if account.type == "cash"}
    receipts = [line for line in lines if line.receipt is not None and line.what != "void"]

    def in_cash(some: Iterable[CashLine]) -> list[Money]:
        return [o.came for o in some if o.void is None and o.account in boxes]

    def cash(some: Iterable[CashLine]) -> Money:
        return total(in_cash(some), currency)

    everything = (*receipts, *given)
    of_all = total((line.came for line in everything if line.void is None), currency)
    return Day(
        tuple(sorted(everything, key=lambda line: -(line.receipt or 0))),
        cash(receipts),
        of_all - cash(everything),
        cash(given),
        len(in_cash(given)),
        sum(line.void is not None for line in everything),
        total((account.balance for account in accounts if account.id in boxes), currency),
        {account.id: account.type for account in accounts},
        own,
    )
