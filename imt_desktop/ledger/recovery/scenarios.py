"""Three water prices that an assembly weighs: kept in the book with what they would bring in."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from msgspec import Struct

from imt_desktop.errors import AmountTooLargeError, UserError, at
from imt_desktop.journal import Reading, Recorded, Writing
from imt_desktop.ledger.charging import asked, terms
from imt_desktop.ledger.charging.understood import known, money, quantity, types_of
from imt_desktop.ledger.recovery import entries as r
from imt_desktop.ledger.recovery import errors
from imt_desktop.ledger.recovery.cost import GROUPS
from imt_desktop.ledger.recovery.workshop import Outcome, Plan, work_out
from imt_desktop.ledger.requests import Request, RequestLine
from imt_desktop.money import MOST_DIGITS, Currency

PLACES: Final = ("A", "B", "C")


class CostLine(RequestLine, frozen=True):
    """What a cost group takes in a year."""

    group: str
    amount: Decimal


class ScenarioRequest(Request, frozen=True, tag="scenario"):
    """Keep a water price that is weighed, in one of three places; what was there gives way."""

    place: str
    type: asked.TypeLine
    """What each connection of the main type pays in a period."""
    households: int
    percent: Decimal
    """Of what is billed, what is really paid."""
    costs: tuple[CostLine, ...]
    set_aside: Decimal = Decimal()
    others: Decimal = Decimal()
    kiosks: Decimal = Decimal()
    by_number: Decimal = Decimal()
    uses: tuple[Decimal, ...] = ()
    income: Decimal | None = None
    every: str = "month"


class Scenario(Struct, frozen=True):
    """A water price that is kept to be weighed."""

    place: str
    plan: Plan
    entry: int
    kept_on: date


def keep(book: Writing, wanted: ScenarioRequest) -> Recorded:
    """Keep a water price to be weighed. It charges nobody.

    Raises UnknownCodeError, NobodyPaysError, PaidShareError and what is wrong with its forms.
    """
    with at("place"):
        place = known(wanted.place, PLACES)
    plan = plan_of(wanted, book.currency)
    found = outcome(plan, book.currency)
    if max(found.everybody, found.cost) >= 10**MOST_DIGITS:
        raise AmountTooLargeError(str(max(found.everybody, found.cost)), MOST_DIGITS).beside(
            "households"
        )
    return book.append(
        r.ScenarioKept(
            place=place,
            terms=plan.terms,
            every=plan.every,
            households=plan.households,
            share=plan.share,
            set_aside=plan.set_aside,
            others=plan.others,
            kiosks=plan.kiosks,
            by_number=plan.by_number,
            uses=plan.uses,
            income=plan.income,
            costs=tuple(r.CostOf(group=group, amount=amount) for group, amount in plan.costs),
            cost=found.cost,
            everybody=found.everybody,
            really=found.really,
        )
    )


def plan_of(wanted: ScenarioRequest, currency: Currency) -> Plan:
    """Understand what is weighed, without a book. Raises what ``keep`` does."""
    if wanted.households < 1:
        raise errors.NobodyPaysError().beside("households")
    if not wanted.percent.is_finite() or not 0 <= wanted.percent <= 100:
        raise errors.PaidShareError(str(wanted.percent)).beside("percent")
    with at("every"):
        every = known(wanted.every, terms.EVERY)
    try:
        (mine,) = types_of(currency, (wanted.type,))
    except UserError as error:
        error.field = (error.field or "").replace("types/1", "type", 1)
        raise
    with at("set_aside"):
        set_aside = money(currency, wanted.set_aside)
    with at("others"):
        others = money(currency, wanted.others)
    with at("kiosks"):
        kiosks = money(currency, wanted.kiosks)
    with at("by_number"):
        by_number = money(currency, wanted.by_number)
    with at("income"):
        income = None if wanted.income is None else money(currency, wanted.income)
    with at("uses"):
        uses = tuple(map(quantity, wanted.uses))
    costs = []
    for number, line in enumerate(wanted.costs, 1):
        with at("costs", number):
            with at("group"):
                group = known(line.group, (*GROUPS, "other"))
            with at("amount"):
                costs.append((group, money(currency, line.amount)))
    return Plan(
        mine, every, wanted.households, int(wanted.percent * 100), set_aside, tuple(costs), others,
        uses, income, kiosks, by_number,
    )  # fmt: skip


def outcome(plan: Plan, currency: Currency) -> Outcome:
    """Work out what comes of it; fees are rounded up to a whole unit of the currency."""
    return work_out(plan, currency.unit)


def scenarios(book: Reading) -> tuple[Scenario, ...]:
    """Return what is kept, by its place."""
    found = []
    for place, seq in book.driver.execute("SELECT place, seq FROM scenario ORDER BY place"):
        recorded = book.recorded(seq)
        entry = recorded.entry
        assert isinstance(entry, r.ScenarioKept)
        plan = Plan(
            entry.terms, entry.every, entry.households, entry.share, entry.set_aside,
            tuple((one.group, one.amount) for one in entry.costs), entry.others, entry.uses,
            entry.income, entry.kiosks, entry.by_number,
        )  # fmt: skip
        found.append(Scenario(place, plan, seq, recorded.on))
    return tuple(found)
