"""What Home shows at once, read in one go; what is to do is read after it, see `things_to_do`."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from imt_desktop.committee.queries import committee
from imt_desktop.journal import Reading
from imt_desktop.ledger.accounts import Account
from imt_desktop.ledger.statements import MonthSums, Owing, in_hand, owing, sums_by_month
from imt_desktop.money import Money, total
from imt_desktop.oversight.trust import Trust, trust
from imt_desktop.period import Month
from imt_desktop.settings import places

MONTHS = 12


class Figures(Struct, frozen=True):
    """The facts of the day."""

    total: Money
    accounts: tuple[Account, ...]
    owing: Owing
    old: Money
    """All that the households owe whose oldest bill is more than 90 days late."""
    trust: Trust
    year: tuple[MonthSums, ...]
    """Twelve months that end with this one, or begin with the first month of a young book."""


def figures(book: Reading, today: date) -> Figures:
    """Read what Home shows at once."""
    money, accounts = in_hand(book)
    beside = owing(book, today)
    return Figures(
        money,
        accounts,
        beside,
        total((one.owed for one in beside.of_age("over-90")), book.currency),
        trust(book, places().config, today),
        _year(book, Month.of(today)),
    )


def _year(book: Reading, now: Month) -> tuple[MonthSums, ...]:
    described = committee(book)
    first = now.shift(1 - MONTHS)
    if described is not None:
        first = max(first, min(described.first_month, now))
    return sums_by_month(book, first, first.shift(MONTHS - 1))
