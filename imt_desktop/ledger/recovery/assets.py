"""What wears out: when it was bought, how long it lasts, and what to set aside for a new one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from imt_desktop.journal import Reading, Recorded, Writing
from imt_desktop.ledger import errors as ledger
from imt_desktop.ledger.charging.understood import known
from imt_desktop.ledger.charging.working_out import half_up
from imt_desktop.ledger.recovery import entries as r
from imt_desktop.ledger.recovery import errors
from imt_desktop.ledger.requests import Request, amount_of, named, next_id
from imt_desktop.money import Money

THINGS: Final = ("pump", "tank", "pipes", "meters", "source", "building", "other")
LONGEST: Final = 200


class AssetRequest(Request, frozen=True, tag="asset"):
    """Register something that wears out; ``replacement`` is its cost again if not given."""

    what: str
    name: str
    bought_on: date
    cost: Decimal
    life: int
    replacement: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Asset:
    """Something that wears out."""

    id: int
    entry: int
    what: str
    name: str
    bought_on: date
    cost: Money
    life: int
    replacement: Money
    yearly: Money
    """What to set aside for it each year: its replacement over its life."""
    worn_out_on: int
    """The year in which it is expected to be replaced."""


def register(book: Writing, wanted: AssetRequest) -> Recorded:
    """Register an asset. Raises UnknownCodeError, NameMissingError, LifeError, FutureDayError."""
    with named("what"):
        what = known(wanted.what, THINGS)
    if not wanted.name.strip():
        raise ledger.NameMissingError().beside("name")
    if not 1 <= wanted.life <= LONGEST:
        raise errors.LifeError(wanted.life).beside("life")
    if wanted.bought_on > book.today:
        day = wanted.bought_on.isoformat()
        raise ledger.FutureDayError(day, book.today.isoformat()).beside("bought_on")
    cost = amount_of(book, wanted.cost, "cost").minor
    replacement = cost
    if wanted.replacement is not None:
        replacement = amount_of(book, wanted.replacement, "replacement").minor
    return book.append(
        r.AssetRegistered(
            asset=next_id(book, "asset"),
            what=what,
            name=wanted.name.strip(),
            bought_on=wanted.bought_on,
            cost=cost,
            life=wanted.life,
            replacement=replacement,
        )
    )


def assets(book: Reading) -> tuple[Asset, ...]:
    """Return everything that wears out, what has to be replaced first at the top."""
    rows = book.driver.execute(
        "SELECT id, seq, what, name, bought_on, cost, life, replacement FROM asset"
        " WHERE void IS NULL"
    )
    found = (_asset(book, *row) for row in rows)
    return tuple(sorted(found, key=lambda one: (one.worn_out_on, one.id)))


def _asset(
    book: Reading, number: int, seq: int, what: str, name: str, day: str, cost: int, life: int,
    replacement: int,
) -> Asset:  # fmt: skip
    bought, currency = date.fromisoformat(day), book.currency
    return Asset(
        number, seq, what, name, bought, Money(cost, currency), life, Money(replacement, currency),
        Money(half_up(replacement, life), currency), bought.year + life,
    )  # fmt: skip
