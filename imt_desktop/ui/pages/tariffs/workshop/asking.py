"""A plan of the workshop as the request that keeps it."""

from __future__ import annotations

from decimal import Decimal

from imt_desktop.ledger.charging.terms import THOUSAND
from imt_desktop.ledger.recovery.choosing import type_line
from imt_desktop.ledger.recovery.scenarios import CostLine, ScenarioRequest
from imt_desktop.ledger.recovery.workshop import Plan
from imt_desktop.money import Currency, Money


def request_of(plan: Plan, place: str, currency: Currency) -> ScenarioRequest:
    """Return the request that keeps a plan in a place."""

    def money(minor: int) -> Decimal:
        return Money(minor, currency).decimal

    return ScenarioRequest(
        place=place,
        type=type_line(plan.terms, currency),
        households=plan.households,
        percent=Decimal(plan.share) / 100,
        costs=tuple(CostLine(group=group, amount=money(n)) for group, n in plan.costs if n),
        set_aside=money(plan.set_aside),
        others=money(plan.others),
        kiosks=money(plan.kiosks),
        by_number=money(plan.by_number),
        uses=tuple(Decimal(one) / THOUSAND for one in plan.uses),
        income=None if plan.income is None else money(plan.income),
        every=plan.every,
    )
