"""What ``show`` shows of whether the water price covers the cost: budget, assets, reserves, scenarios."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, Final

from imt_desktop.cli.answers import Answer
from imt_desktop.journal import Reading
from imt_desktop.ledger.charging.understood import written
from imt_desktop.ledger.recovery.assets import assets
from imt_desktop.ledger.recovery.budget import budget, plannable
from imt_desktop.ledger.recovery.cost import recovery
from imt_desktop.ledger.recovery.in_kind import gifts, not_money
from imt_desktop.ledger.recovery.reserve import reserves
from imt_desktop.ledger.recovery.scenarios import Scenario, outcome, scenarios
from imt_desktop.money import Money, total
from imt_desktop.period import Period


def show_budget(book: Reading, period: Period, day: date) -> Answer:
    """The budget of the year in which a period ends, with what came of it beside."""
    year = plannable(period.last.year, day)
    found = budget(book, year)
    rows = [
        {
            "direction": one.direction,
            "kind": one.kind,
            "planned": one.planned,
            "actual": one.actual,
            "left": one.planned - one.actual,
        }
        for one in found
    ]
    sums: dict[str, object] = {"year": year}
    for direction in ("in", "out"):
        mine = [one for one in found if one.direction == direction]
        sums[f"planned_{direction}"] = total((one.planned for one in mine), book.currency)
        sums[f"actual_{direction}"] = total((one.actual for one in mine), book.currency)
    return Answer(rows, sums, as_of=day)


def show_assets(book: Reading, _period: Period, _day: date) -> Answer:
    """What wears out, and what to set aside for it each year; at the end what is used no longer."""
    found = assets(book, gone=True)
    rows = [
        {
            "asset": one.id, "what": one.what, "name": one.name, "bought_on": one.bought_on,
            "cost": one.cost, "life": one.life, "replacement": one.replacement,
            "yearly": one.yearly, "worn_out": one.worn_out_on, "out_of_use": one.out_on,
            "reason": one.reason,
        }
        for one in found
    ]  # fmt: skip
    return Answer(rows, {"yearly": total((one.yearly for one in found), book.currency)})


def show_reserves(book: Reading, _period: Period, _day: date) -> Answer:
    """The accounts for savings: what lies there, and what is to lie there."""
    found = reserves(book)
    rows = [
        {
            "account": one.account.id, "name": one.account.name, "balance": one.account.balance,
            "target": one.target, "reached_percent": one.reached, "yearly": one.yearly,
            "decision": one.decision,
        }
        for one in found
    ]  # fmt: skip
    return Answer(rows, {"balance": total((one.account.balance for one in found), book.currency)})


def show_recovery(book: Reading, _period: Period, day: date) -> Answer:
    """Whether users paid in a year what the water cost, if all pay and as they really do."""
    found = recovery(book, Period.year(day.year))
    rows = [{"group": group, "cost": cost} for group, cost in found.costs.items()]
    return Answer(
        rows,
        {
            "year": day.year,
            "cost": found.cost,
            "billed": found.billed,
            "paid": found.paid,
            "besides": found.besides,
            "collected": found.collected,
            "paid_percent": _per_cent(found.paid_share),
            "covered_percent": _per_cent(found.covered),
            "missing_if_all_pay": found.missing_if_all_pay,
            "missing": found.missing,
            **found.expert,
            "CapEx": found.bought,
            "subsidy": found.subsidy,
        },
        as_of=day,
    )


def _per_cent(share: int | None) -> str | None:
    """Write a share in hundredths of a per cent."""
    return None if share is None else f"{Decimal(share).scaleb(-2):.2f}"


def show_given(book: Reading, period: Period, _day: date) -> Answer:
    """What was given in a period that is no money: labour days, and gifts in kind."""
    rows = [
        {
            "on": one.on, "entry": f"{one.entry}/{one.line}", "what": one.what,
            "giver": one.giver, "text": one.text, "worth": one.worth,
        }
        for one in gifts(book, period)
    ]  # fmt: skip
    found = not_money(book, period)
    return Answer(
        rows,
        {"labour_days": written(found.days), "labour_worth": found.labour, "worth": found.worth},
    )


def show_scenarios(book: Reading, _period: Period, _day: date) -> Answer:
    """Water prices that the assembly weighs: what they cost and bring in a year."""
    rows = [_weighed(book, one) for one in scenarios(book)]
    said = "" if rows else "No water price is kept to be weighed."
    return Answer(rows, {"scenarios": len(rows)}, said=said)


def _weighed(book: Reading, one: Scenario) -> dict[str, Any]:
    plan, found, currency = one.plan, outcome(one.plan, book.currency), book.currency
    return {
        "place": one.place, "fee": Money(plan.terms.fixed, currency), "every": plan.every,
        "blocks": len(plan.terms.blocks), "households": plan.households,
        "paid_percent": f"{plan.share / 100:.2f}", "cost": Money(found.cost, currency),
        "others": Money(plan.others, currency), "kiosks": Money(plan.kiosks, currency),
        "everybody": Money(found.everybody, currency), "really": Money(found.really, currency),
        "over_if_all_pay": Money(found.over, currency),
        "over": Money(found.really_over, currency), "entry": one.entry,
    }  # fmt: skip


COVERING: Final[dict[str, Callable[[Reading, Period, date], Answer]]] = {
    "budget": show_budget,
    "assets": show_assets,
    "reserves": show_reserves,
    "recovery": show_recovery,
    "given": show_given,
    "scenarios": show_scenarios,
}
"""What can be shown, by its word."""
