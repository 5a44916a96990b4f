"""What the views of the costs show, read at once."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from imt_desktop.committee.queries import Decision, decisions
from imt_desktop.journal import Reading
from imt_desktop.ledger.accounts import OwnKind, own_categories
from imt_desktop.ledger.recovery.assets import Asset, assets
from imt_desktop.ledger.recovery.budget import BudgetLine, budget, decision_of
from imt_desktop.ledger.recovery.cost import Recovery, recovery
from imt_desktop.ledger.recovery.in_kind import Gift, NotMoney, gifts, not_money
from imt_desktop.ledger.recovery.reserve import Reserve, reserves
from imt_desktop.period import Period


class CostsLook(Struct, frozen=True):
    """A year of the book."""

    year: Period
    recovery: Recovery
    budget: tuple[BudgetLine, ...]
    before: tuple[BudgetLine, ...]
    """The year before, for a budget that is written for the first time."""
    budget_decision: int | None
    assets: tuple[Asset, ...]
    reserves: tuple[Reserve, ...]
    gifts: tuple[Gift, ...]
    given: NotMoney
    own: tuple[OwnKind, ...]
    decisions: tuple[Decision, ...]

    @property
    def own_names(self) -> Mapping[str, str]:
        """The committee's own kinds of money by their codes."""
        return {one.code: one.name for one in self.own}

    @property
    def planned(self) -> bool:
        """Whether a budget is written for the year."""
        return any(one.planned for one in self.budget)


def read_costs(book: Reading, year: Period) -> CostsLook:
    """Read it."""
    number = year.first.year
    return CostsLook(
        year,
        recovery(book, year),
        budget(book, number),
        budget(book, number - 1),
        decision_of(book, number),
        assets(book, gone=True),
        reserves(book),
        gifts(book, year),
        not_money(book, year),
        own_categories(book),
        decisions(book),
    )
