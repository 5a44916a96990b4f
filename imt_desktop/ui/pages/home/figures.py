"""What Home shows: one query for the facts, one for the year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from imt_desktop.journal import Reading
from imt_desktop.ledger.accounts import Account
from imt_desktop.ledger.billing import preview
from imt_desktop.ledger.errors import NoTariffError
from imt_desktop.ledger.statements import Owing, in_hand, income_and_expenditure, owing
from imt_desktop.money import Money
from imt_desktop.period import Month

MONTHS = 12


@dataclass(frozen=True, slots=True)
class YearMonth:
    """What came in and went out in a month."""

    month: Month
    came: Money
    went: Money


@dataclass(frozen=True, slots=True)
class Figures:
    """The facts of the day."""

    total: Money
    accounts: tuple[Account, ...]
    owing: Owing
    to_bill: int | None
    """Bills of this month that are not made yet; None where no water price is in force."""
    year: tuple[YearMonth, ...]


def figures(book: Reading, today: date) -> Figures:
    """Read everything that Home shows."""
    total, accounts = in_hand(book)
    now = Month.of(today)
    try:
        to_bill: int | None = len(preview(book, now).lines)
    except NoTariffError:
        to_bill = None
    year = []
    for back in range(MONTHS - 1, -1, -1):
        month = now.shift(-back)
        report = income_and_expenditure(book, month.period)
        year.append(YearMonth(month, report.total_in, report.total_out))
    return Figures(total, accounts, owing(book, today), to_bill, tuple(year))
