"""What the paper of the budget says."""

from __future__ import annotations

from datetime import date

from imt_desktop.money import Currency, Money, total
from imt_desktop.period import Period
from imt_desktop.reports.facts import Facts, Heading, Holding


class PlannedKind(Facts, frozen=True, kw_only=True):
    """A kind of money in or out: what was planned, and what came of it."""

    kind: str
    planned: Money
    actual: Money
    own_name: str = ""


class BudgetFacts(Facts, frozen=True, kw_only=True):
    """A year's budget. ``minute`` is its decision's; ``as_of`` the last day, where the year is not over.

    ``reserves`` are the savings with their targets, at the end of the year or on that day; there
    are none in the budget of a year to come.
    """

    heading: Heading
    period: Period
    currency: Currency
    money_in: tuple[PlannedKind, ...]
    money_out: tuple[PlannedKind, ...]
    minute: str = ""
    decided_on: date | None = None
    as_of: date | None = None
    reserves: tuple[Holding, ...] = ()

    def planned(self, rows: tuple[PlannedKind, ...]) -> Money:
        """Add up what was planned."""
        return total((row.planned for row in rows), self.currency)

    def actual(self, rows: tuple[PlannedKind, ...]) -> Money:
        """Add up what came of it."""
        return total((row.actual for row in rows), self.currency)
