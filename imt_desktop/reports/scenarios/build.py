"""The weighed prices from the book."""

from __future__ import annotations

from datetime import date

from imt_desktop.journal import Reading
from imt_desktop.ledger.charging.working_out import half_up
from imt_desktop.ledger.recovery.errors import NoScenarioError
from imt_desktop.ledger.recovery.scenarios import Scenario, outcome, scenarios
from imt_desktop.money import Money
from imt_desktop.reports.facts import KindAmount
from imt_desktop.reports.heading import heading
from imt_desktop.reports.scenarios.facts import ScenariosFacts, Weighed


def build_scenarios(book: Reading, today: date) -> ScenariosFacts:
    """Return the prices that are kept. Raises NoScenarioError."""
    kept = scenarios(book)
    if not kept:
        raise NoScenarioError()
    incomes = [one.plan.income for one in kept if one.plan.income]
    same = incomes and len(set(incomes)) == 1
    return ScenariosFacts(
        heading=heading(book),
        on=today,
        currency=book.currency,
        prices=tuple(_weighed(book, one) for one in kept),
        income=Money(incomes[0], book.currency) if same else None,
    )


def _weighed(book: Reading, one: Scenario) -> Weighed:
    plan, currency = one.plan, book.currency
    found = outcome(plan, currency)

    def whole(minor: int) -> Money:
        """Round to a whole unit: nobody weighs cents of a year."""
        return Money(half_up(minor, currency.unit) * currency.unit, currency)

    return Weighed(
        letter=one.place,
        terms=plan.terms,
        every=plan.every,
        households=plan.households,
        share=plan.share,
        costs=tuple(
            KindAmount(kind=group, amount=whole(amount)) for group, amount in plan.costs if amount
        ),
        set_aside=whole(plan.set_aside),
        cost=whole(found.cost),
        others=whole(plan.others),
        kiosks=whole(plan.kiosks),
        everybody=whole(found.everybody),
        really=whole(found.really),
        fee=None if found.fee is None else Money(found.fee, currency),
        needed=found.needed,
        of_income=found.of_income,
    )
