"""Whether the water price covers the cost: what a time cost, what was billed for it, and what was paid."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final, Literal

from msgspec import Struct

from imt_desktop.journal import Reading
from imt_desktop.ledger.charging.terms import WHOLE
from imt_desktop.ledger.recovery.assets import yearly
from imt_desktop.ledger.recovery.reserve import reserves
from imt_desktop.ledger.statements import Behind, Income, income_and_expenditure, lines_behind
from imt_desktop.money import Money, total
from imt_desktop.period import Period

GROUPS: Final[Mapping[str, tuple[str, ...]]] = {
    "operation": ("fuel", "electricity", "treatment", "wages", "transport"),
    "maintenance": ("repairs", "parts"),
    "administration": ("office", "meetings", "charges", "licences", "rent"),
    "capital-maintenance": ("renewal",),
    "support": ("support",),
    "capital": ("loan-interest",),
}
"""Kinds of expense by the cost groups of the field; any other kind but those below is ``other``.

A committee's own kind belongs to the group that it names.
"""

SET_ASIDE: Final = ("replacement", "reserve")
"""What no money goes out for yet: for what wears out, and for what nobody foresees."""

NOT_A_COST: Final = ("asset", "advance", "loan-repaid", "refund")
"""Money out that is no running cost: what is bought to last is in the sum to set aside."""

EXPERT: Final[Mapping[str, tuple[str, ...]]] = {
    "OpEx": ("operation", "maintenance", "administration", "other"),
    "CapManEx": ("capital-maintenance", "replacement", "reserve"),
    "CoC": ("capital",),
    "ExpDS": ("support",),
}
"""The cost groups by IRC's terms (WASHCost): operation and minor maintenance, capital maintenance, cost of
capital, direct support. CapEx is what was bought to last; indirect support is in no committee's book.
"""

FEES: Final = ("fee", "kiosk", "fine", "reconnection", "ahead")
"""Money in that users pay for the service.

It counts once, on the day it comes: money paid ahead then, and not again when it settles a bill.
"""

GIVEN_BACK: Final = "refund"
"""Money out that users had paid ahead: so much less did they pay."""


class Recovery(Struct, frozen=True):
    """A period's cost and what stands against it."""

    costs: dict[str, Money]
    """By group; ``replacement`` and ``reserve`` are what has to be set aside."""
    cost: Money
    billed: Money
    """Water fees that were billed."""
    paid: Money
    """What money has paid of these fees by now."""
    besides: Money
    """What users paid without such a bill: at a kiosk, fines, reconnections."""
    collected: Money
    """Money that came from users in the period, also for older bills and ahead, less what was given back."""
    paid_share: int | None
    """Of what was billed, in hundredths of a per cent; None where nothing was."""
    bought: Money
    """What was bought to last: no running cost."""
    subsidy: Money
    """Grants and donations, which stand against no cost here."""

    @property
    def if_all_pay(self) -> Money:
        """What this period brings where each of its bills is paid."""
        return self.billed + self.besides

    @property
    def as_paid(self) -> Money:
        """What this period brings as its bills are really paid."""
        return self.paid + self.besides

    @property
    def missing_if_all_pay(self) -> Money:
        """Less than nothing where more comes in than it costs."""
        return self.cost - self.if_all_pay

    @property
    def missing(self) -> Money:
        """The same as its bills are really paid."""
        return self.cost - self.as_paid

    @property
    def expert(self) -> dict[str, Money]:
        """The cost by IRC's terms."""
        return {
            term: total((self.costs[group] for group in groups), self.cost.currency)
            for term, groups in EXPERT.items()
        }

    @property
    def covered(self) -> int | None:
        """How much of the cost ``as_paid`` is, in hundredths of a per cent; None without a cost."""
        return _share(self.as_paid, self.cost)


GIVEN: Final = ("grant", "donation")
"""Money in that somebody else gave."""


def recovery(book: Reading, period: Period) -> Recovery:
    """Hold what users paid in a period against what it cost."""
    found = income_and_expenditure(book, period)
    costs, collected = _costs(book, period, found), _collected(book, found)
    cost, zero = total(costs.values(), book.currency), book.currency.zero()
    billed, paid = billed_and_paid(book, period, "billed_on")
    share = None if not billed else paid * WHOLE // billed
    besides = (found.income.get(kind, zero) for kind in FEES if kind not in ("fee", "ahead"))
    return Recovery(
        costs, cost, Money(billed, book.currency), Money(paid, book.currency),
        total(besides, book.currency), collected, share,
        found.expense.get("asset", zero),
        total((found.income.get(kind, zero) for kind in GIVEN), book.currency),
    )  # fmt: skip


def covered(book: Reading, period: Period) -> int | None:
    """Return how much of a period's cost the money is that came from users, also for older bills and ahead.

    Looks at no bill, unlike ``Recovery.covered``: it is quick in a large book.
    """
    found = income_and_expenditure(book, period)
    cost = total(_costs(book, period, found).values(), book.currency)
    return _share(_collected(book, found), cost)


def _share(part: Money, whole: Money) -> int | None:
    return part.minor * WHOLE // whole.minor if whole.minor > 0 else None


def _costs(book: Reading, period: Period, found: Income) -> dict[str, Money]:
    costs, months = running_costs(book, found.expense), len(tuple(period.months()))
    unforeseen = total((one.yearly for one in reserves(book)), book.currency)
    for group, sum_of_year in (("replacement", yearly(book)), ("reserve", unforeseen)):
        costs[group] = Money(sum_of_year.minor * months // 12, book.currency)
    return costs


def _collected(book: Reading, found: Income) -> Money:
    paid = total((amount for kind, amount in found.income.items() if kind in FEES), book.currency)
    return paid - found.expense.get(GIVEN_BACK, book.currency.zero())


def running_costs(book: Reading, expense: Mapping[str, Money]) -> dict[str, Money]:
    """Sort money out into the cost groups; those that took nothing are there as well."""
    groups = _groups(book)
    costs = {group: book.currency.zero() for group in (*GROUPS, "other", *SET_ASIDE)}
    for kind, amount in expense.items():
        if kind not in NOT_A_COST:
            costs[groups.get(kind, "other")] += amount
    return costs


def lines_of(book: Reading, groups: Collection[str], period: Period, most: int) -> Behind:
    """Return the lines of money that went out for cost groups."""
    named, went = _groups(book), income_and_expenditure(book, period).expense
    kinds = [kind for kind in went if kind not in NOT_A_COST and named.get(kind, "other") in groups]
    return lines_behind(book, [f"out:{kind}" for kind in kinds], period, most)


def _groups(book: Reading) -> dict[str, str]:
    """Return the group of each kind of expense that has one, by its code."""
    own = dict(book.driver.execute("SELECT code, group_name FROM category").fetchall())
    groups = {kind: group for group, kinds in GROUPS.items() for kind in kinds}
    return groups | {kind: group for kind, group in own.items() if group in GROUPS}


_PAID: Final = """
WITH RECURSIVE mine(seq, line) AS (
  SELECT seq, line FROM bill WHERE item='fee' AND moved=0 AND void IS NULL
    AND {day} BETWEEN :first AND :last
  UNION SELECT u.seq, u.line FROM used u JOIN mine ON u.of_seq=mine.seq AND u.of_line=mine.line
    WHERE u.what='bill')
SELECT coalesce(sum(s.amount), 0) FROM mine
JOIN settlement s ON s.bill_seq=mine.seq AND s.bill_line=mine.line
LEFT JOIN money_line l ON l.seq=s.payment_seq AND l.line=s.payment_line
WHERE l.what IS NOT 'labour'
"""
"""What money settled of fees, in the instalments as well that they were put into. A promise is no money,
nor is a day worked."""


def billed_and_paid(
    book: Reading, period: Period, day: Literal["billed_on", "due_on"]
) -> tuple[int, int]:
    """Return the fees that were billed or fell due in a period, and what money has paid of them by now."""
    between = {"first": period.first.isoformat(), "last": period.last.isoformat()}
    (billed,) = book.driver.execute(
        "SELECT coalesce(sum(amount),0) FROM bill WHERE item='fee'"
        f" AND moved=0 AND void IS NULL AND {day} BETWEEN :first AND :last",
        between,
    ).fetchone()
    (paid,) = book.driver.execute(_PAID.format(day=day), between).fetchone()
    return int(billed), int(paid)
