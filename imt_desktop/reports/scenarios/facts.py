"""What the paper of weighed prices says."""

from __future__ import annotations

from datetime import date

from imt_desktop.ledger.charging.terms import Terms
from imt_desktop.money import Currency, Money, any_cents
from imt_desktop.reports.facts import Facts, Heading, KindAmount


class Weighed(Facts, frozen=True, kw_only=True):
    """A price with what it costs and brings in in a year.

    ``costs`` are by cost group, ``share`` and ``of_income`` hundredths of a per cent, ``needed`` the whole
    per cent that would have to pay.
    """

    letter: str
    terms: Terms
    every: str
    households: int
    share: int
    costs: tuple[KindAmount, ...]
    set_aside: Money
    cost: Money
    others: Money
    """What other connections pay in a year,"""
    kiosks: Money
    """and what kiosks bring: it is paid at once."""
    everybody: Money
    really: Money
    fee: Money | None = None
    needed: int | None = None
    of_income: int | None = None

    @property
    def over(self) -> Money:
        """What is over if everybody pays."""
        return self.everybody - self.cost

    @property
    def really_over(self) -> Money:
        """What is over as people really pay."""
        return self.really - self.cost


class ScenariosFacts(Facts, frozen=True, kw_only=True):
    """One to three prices, in the order of their places. ``income`` is what a household earns a month."""

    heading: Heading
    on: date
    currency: Currency
    prices: tuple[Weighed, ...]
    income: Money | None = None

    @property
    def cents(self) -> bool:
        """Whether any sum needs its decimals."""
        sums = (sum_ for one in self.prices for sum_ in (one.cost, one.everybody, one.really))
        return any_cents(list(sums))
