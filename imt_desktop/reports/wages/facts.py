"""What a wage sheet says."""

from __future__ import annotations

from datetime import date

from imt_desktop.money import Currency, Money, total
from imt_desktop.period import Period
from imt_desktop.reports.facts import Facts, Heading


class Wage(Facts, frozen=True, kw_only=True):
    """Pay for somebody's work. ``owed`` says that it is not paid yet."""

    name: str
    on: date
    amount: Money
    text: str = ""
    voucher: str = ""
    owed: bool = False


class WagesFacts(Facts, frozen=True, kw_only=True):
    """The wages of a period, for each to sign."""

    heading: Heading
    period: Period
    currency: Currency
    wages: tuple[Wage, ...]
    as_of: date | None = None

    @property
    def all(self) -> Money:
        """What they come to."""
        return total((one.amount for one in self.wages), self.currency)
