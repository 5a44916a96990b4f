"""Whether the water price covers the cost: what a year cost, what was billed for it, and what was paid."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from imt_desktop.journal import Reading
from imt_desktop.ledger.recovery.assets import assets
from imt_desktop.ledger.statements import income_and_expenditure
from imt_desktop.money import Money, total
from imt_desktop.period import Period

GROUPS: Final[Mapping[str, tuple[str, ...]]] = {
    "operation": ("fuel", "electricity", "treatment", "wages", "transport"),
    "maintenance": ("repairs", "parts"),
    "administration": ("office", "meetings", "charges", "licences", "rent"),
}
"""Kinds of expense by the cost groups of the field; any other kind but those below is ``other``."""

NOT_A_COST: Final = ("asset", "advance", "loan-repaid", "refund")
"""Money out that is no running cost: what is bought to last is in the sum to set aside."""

FEES: Final = ("fee", "kiosk", "fine", "reconnection")
"""Money in that users pay for the service."""


@dataclass(frozen=True, slots=True)
class Recovery:
    """A period's cost and what stands against it."""

    costs: dict[str, Money]
    """By group; ``replacement`` is what has to be set aside for what wears out."""
    cost: Money
    billed: Money
    """Water fees: what comes in if all pay."""
    collected: Money
    """What users really paid."""
    missing_if_all_pay: Money
    missing: Money
    """At the real payment rate; less than nothing where more comes in than it costs."""
    paid_share: int | None
    """Of what was billed, in hundredths of a per cent; None where nothing was."""


def recovery(book: Reading, period: Period) -> Recovery:
    """Hold what users paid in a period against what it cost."""
    found = income_and_expenditure(book, period)
    costs = {group: book.currency.zero() for group in (*GROUPS, "other", "replacement")}
    groups = {kind: group for group, kinds in GROUPS.items() for kind in kinds}
    for kind, amount in found.expense.items():
        if kind not in NOT_A_COST:
            costs[groups.get(kind, "other")] += amount
    months = len(tuple(period.months()))
    yearly = sum(one.yearly.minor for one in assets(book))
    costs["replacement"] = Money(yearly * months // 12, book.currency)
    cost = total(costs.values(), book.currency)
    billed, paid = _billed(book, period)
    kinds = (amount for kind, amount in found.income.items() if kind in FEES)
    collected = total(kinds, book.currency)
    share = None if not billed else paid * 10_000 // billed
    return Recovery(
        costs, cost, Money(billed, book.currency), collected,
        cost - Money(billed, book.currency), cost - collected, share,
    )  # fmt: skip


def _billed(book: Reading, period: Period) -> tuple[int, int]:
    """Return the fees that were billed in a period, and what is paid of them by now."""
    billed, left = book.driver.execute(
        "SELECT coalesce(sum(amount),0), coalesce(sum(open),0) FROM bill WHERE item='fee'"
        " AND moved=0 AND void IS NULL AND billed_on BETWEEN ? AND ?",
        (period.first.isoformat(), period.last.isoformat()),
    ).fetchone()
    return int(billed), int(billed - left)
