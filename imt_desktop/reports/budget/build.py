"""The budget of a year from the book."""

from __future__ import annotations

from datetime import date

from imt_desktop.committee import queries as committee
from imt_desktop.journal import Reading
from imt_desktop.ledger.accounts import own_kinds
from imt_desktop.ledger.recovery.budget import budget, decision_of, plannable
from imt_desktop.ledger.recovery.reserve import reserves
from imt_desktop.ledger.statements import income_and_expenditure
from imt_desktop.period import Period
from imt_desktop.reports.budget.facts import BudgetFacts, PlannedKind
from imt_desktop.reports.facts import Holding
from imt_desktop.reports.heading import heading


def build_budget(book: Reading, period: Period, today: date) -> BudgetFacts:
    """Return the budget of the year that a period begins in. Raises FutureDayError."""
    year = plannable(period.first.year, today)
    whole, own = Period.year(year), own_kinds(book)
    rows = {
        direction: tuple(
            PlannedKind(
                kind=one.kind,
                planned=one.planned,
                actual=one.actual,
                own_name=own.get(one.kind, ""),
            )
            for one in budget(book, year)
            if one.direction == direction
        )
        for direction in ("in", "out")
    }
    number, begun = decision_of(book, year), whole.first <= today
    decided = committee.decision(book, number) if number is not None else None
    return BudgetFacts(
        heading=heading(book, whole),
        period=whole,
        currency=book.currency,
        money_in=rows["in"],
        money_out=rows["out"],
        minute=decided.minute if decided else "",
        decided_on=decided.decided_on if decided else None,
        as_of=today if begun and today < whole.last else None,
        reserves=_reserves(book, whole) if begun else (),
    )


def _reserves(book: Reading, year: Period) -> tuple[Holding, ...]:
    there = income_and_expenditure(book, year).closing
    return tuple(
        Holding(
            account=one.account.type, amount=there[one.account.id], own_name=one.account.name,
            target=one.target,
        )
        for one in reserves(book)
    )  # fmt: skip
