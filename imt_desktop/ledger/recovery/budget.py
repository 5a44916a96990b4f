"""The budget of a year, with what really came in and went out beside it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from msgspec import Struct

from imt_desktop.committee import queries as committee
from imt_desktop.errors import at
from imt_desktop.journal import Reading, Recorded, Writing
from imt_desktop.ledger import errors as ledger
from imt_desktop.ledger.charging.understood import money
from imt_desktop.ledger.recovery import entries as r
from imt_desktop.ledger.recovery import errors
from imt_desktop.ledger.requests import Request, RequestLine, known_code
from imt_desktop.ledger.statements import income_and_expenditure
from imt_desktop.money import Money
from imt_desktop.period import Period


class PlannedLine(RequestLine, frozen=True):
    """What is planned of a kind of income (``in``) or expense (``out``)."""

    direction: str
    kind: str
    amount: Decimal


class BudgetRequest(Request, frozen=True, tag="budget"):
    """Write the budget of a year down; a later one takes its place."""

    year: int
    lines: tuple[PlannedLine, ...]
    decision: int | None = None


class BudgetLine(Struct, frozen=True):
    """A kind of money: what was planned, and what came of it."""

    direction: str
    kind: str
    planned: Money
    actual: Money


def decide_budget(book: Writing, wanted: BudgetRequest) -> Recorded:
    """Write a budget down.

    Raises YearError, EmptyRequestError, UnknownCodeError, PlannedTwiceError, NoSuchDecisionError.
    """
    if not 1990 <= wanted.year <= 2200:
        raise errors.YearError(wanted.year).beside("year")
    if not wanted.lines:
        raise ledger.EmptyRequestError().beside("lines")
    if wanted.decision is not None:
        committee.standing_decision(book, wanted.decision)
    lines: dict[tuple[str, str], r.Planned] = {}
    for number, line in enumerate(wanted.lines, 1):
        with at("lines", number):
            made = _planned(book, line)
            if (made.direction, made.kind) in lines:
                raise errors.PlannedTwiceError(made.kind).beside("kind")
            lines[made.direction, made.kind] = made
    entry = r.BudgetDecided(year=wanted.year, decision=wanted.decision, lines=tuple(lines.values()))
    return book.append(entry)


def _planned(book: Reading, line: PlannedLine) -> r.Planned:
    if line.direction not in ("in", "out"):
        raise ledger.UnknownCodeError(line.direction, ("in", "out")).beside("direction")
    kind = known_code(book, line.direction, line.kind, "kind")
    with at("amount"):
        return r.Planned(
            direction=line.direction, kind=kind, amount=money(book.currency, line.amount)
        )


def plannable(year: int, today: date) -> int:
    """Return a year whose budget there may be to see: the next one's is decided before it begins.

    Raises FutureDayError.
    """
    if year > today.year + 1:
        raise ledger.FutureDayError(date(year, 1, 1).isoformat(), today.isoformat())
    return year


def budget(book: Reading, year: int) -> tuple[BudgetLine, ...]:
    """Return the budget of a year beside what came of it; what nobody planned is a line as well."""
    zero = book.currency.zero()
    planned = {
        (direction, kind): Money(amount, book.currency)
        for direction, kind, amount in book.driver.execute(
            "SELECT direction, kind, amount FROM budget WHERE year=?", (year,)
        )
    }
    found = income_and_expenditure(book, Period.year(year))
    actual = {("in", kind): amount for kind, amount in found.income.items()}
    actual |= {("out", kind): amount for kind, amount in found.expense.items()}
    keys = sorted({*planned, *actual}, key=lambda key: (key[0] != "in", key[1]))
    return tuple(BudgetLine(*key, planned.get(key, zero), actual.get(key, zero)) for key in keys)


def decision_of(book: Reading, year: int) -> int | None:
    """Return the number of the decision behind a year's budget, if there is one."""
    row = book.driver.execute(
        "SELECT decision FROM budget WHERE year=? LIMIT 1", (year,)
    ).fetchone()
    return None if row is None else row[0]
