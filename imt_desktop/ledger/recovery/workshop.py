"""The tariff workshop's arithmetic: what a water price brings in, what is missing, and what would cover it.

Pure, so that bars follow a dragged number: no book, no clock. Amounts are minor units, quantities
thousandths, shares hundredths of a per cent.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from imt_desktop.ledger.charging.terms import WHOLE, Terms
from imt_desktop.ledger.charging.working_out import charge, half_up, total_of

PERIODS: Final[Mapping[str, int]] = {
    "week": 52,
    "month": 12,
    "two-months": 6,
    "quarter": 4,
    "year": 1,
}
"""How many periods a year has, by how often bills are made."""

GUIDANCE: Final = (300, 500)
"""Water should take no more than 3 to 5 % of a household's income (IRC OP-32-E, page 364)."""


class Plan(Struct, frozen=True):
    """A water price that is weighed, and what stands against it."""

    terms: Terms
    """What each connection of the main type pays in a period, beside what is charged by number."""
    every: str
    households: int
    share: int
    set_aside: int
    costs: tuple[tuple[str, int], ...]
    """By cost group, of a year, without what is set aside."""
    others: int = 0
    """What all other connections bring in a year, and what all pay by number."""
    uses: tuple[int, ...] = ()
    """What a household uses in a period, each for an equal part of them."""
    income: int | None = None
    """What a household earns in a month."""
    kiosks: int = 0
    """What kiosks take in a year: paid when it is sold, so that nobody owes it."""
    by_number: int = 0
    """What a household pays by number (persons, heads) in a period, in the mean: it is among ``others``."""

    @property
    def cost(self) -> int:
        """What a year costs, with what is set aside."""
        return sum(amount for _group, amount in self.costs) + self.set_aside


class Outcome(Struct, frozen=True):
    """What comes of a plan in a year."""

    cost: int
    everybody: int
    """What comes in if everybody pays."""
    really: int
    """What comes in as people really pay."""
    bill: int | None
    """What a household pays in a period, on the average; None where no household pays."""
    fee: int | None
    """The fixed fee that would cover the cost as people really pay; None where none would."""
    fee_of_all: int | None
    """The same if everybody pays."""
    needed: int | None
    """The whole per cent that would have to pay; None where not even all would do."""
    of_income: int | None
    """The bill as a share of a household's income."""

    @property
    def over(self) -> int:
        """What is over if everybody pays; less than nothing where something is missing."""
        return self.everybody - self.cost

    @property
    def really_over(self) -> int:
        """What is over as people really pay."""
        return self.really - self.cost


def work_out(plan: Plan, unit: int) -> Outcome:
    """Work a plan out. ``unit`` is to what a fee is rounded up: a whole shilling, not a cent.

    Nothing is ever divided by no households: what would need it is None.
    """
    times = plan.households * PERIODS[plan.every]
    parts = max(1, len(plan.uses))
    bills = _bills(plan)
    owed = half_up(times * bills, parts) + plan.others
    really = half_up(owed * plan.share, WHOLE) + plan.kiosks
    return Outcome(
        plan.cost,
        owed + plan.kiosks,
        really,
        half_up(bills, parts) + plan.by_number if times else None,
        _fee(plan, plan.share, bills - plan.terms.fixed * parts, unit),
        _fee(plan, WHOLE, bills - plan.terms.fixed * parts, unit),
        _needed(owed, plan.cost - plan.kiosks),
        _of_income(plan, bills, parts) if times else None,
    )


def _bills(plan: Plan) -> int:
    """Add up one bill for each of ``uses``; of a flat fee the one bill that there is."""
    return sum(bill(plan.terms, used) for used in plan.uses or (0,))


def bill(terms: Terms, used: int) -> int:
    """Return what a connection pays for what it used in a period, without what is charged by number."""
    return total_of(charge(terms, used, _NONE))


class _Nothing(dict[str, int]):
    """Counts of a household: none of anything."""

    def __missing__(self, key: str) -> int:
        return 0


_NONE: Final = _Nothing()


def _fee(plan: Plan, share: int, beyond: int, unit: int) -> int | None:
    """Return the least fixed fee, in whole ``unit``, that covers the cost if so many pay.

    ``beyond`` is what all parts of the households pay more than it. What comes in is rounded, so that half
    a minor unit less would do; nobody sees that.
    """
    times, parts = plan.households * PERIODS[plan.every], max(1, len(plan.uses))
    if not times or not share:
        return None
    wanted = -((plan.kiosks - plan.cost) * WHOLE // share) - plan.others
    fee = -(-(wanted * parts - times * beyond) // (times * parts))
    return max(0, -(-fee // unit) * unit)


def _needed(owed: int, cost: int) -> int | None:
    if cost <= 0:
        return 0
    if owed < cost:
        return None
    return -(-cost * 100 // owed)


def _of_income(plan: Plan, bills: int, parts: int) -> int | None:
    if not plan.income:
        return None
    paid = bills + plan.by_number * parts
    return half_up(paid * PERIODS[plan.every] * WHOLE, parts * 12 * plan.income)
