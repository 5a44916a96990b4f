"""What wears out: when it was bought, how long it lasts, and what to set aside for a new one."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from msgspec import Struct

from imt_desktop.journal import Reading, Recorded, Writing
from imt_desktop.ledger import errors as ledger
from imt_desktop.ledger.charging.understood import known
from imt_desktop.ledger.charging.working_out import half_up
from imt_desktop.ledger.recovery import entries as r
from imt_desktop.ledger.recovery import errors
from imt_desktop.ledger.requests import Request, amount_of, named, next_id
from imt_desktop.money import Money, total

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


class AssetOutRequest(Request, frozen=True, tag="asset-out"):
    """Something that wears out is used no longer; today if no day is given."""

    asset: int
    reason: str
    on: date | None = None


class Asset(Struct, frozen=True):
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
    out_on: date | None = None
    """Since when it is used no longer, and why; nothing is set aside for it then."""
    reason: str = ""
    out_entry: int | None = None
    """The entry that took it out of use."""


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


def take_out(book: Writing, wanted: AssetOutRequest) -> Recorded:
    """Write down that something is used no longer.

    Raises NoSuchAssetError, ReasonMissingError, FutureDayError, OutBeforeBoughtError.
    """
    found = [one for one in assets(book) if one.id == wanted.asset]
    if not found:
        raise errors.NoSuchAssetError(wanted.asset).beside("asset")
    if not wanted.reason.strip():
        raise ledger.ReasonMissingError().beside("reason")
    on = wanted.on or book.today
    if on > book.today:
        raise ledger.FutureDayError(on.isoformat(), book.today.isoformat()).beside("on")
    if on < found[0].bought_on:
        bought = found[0].bought_on.isoformat()
        raise errors.OutBeforeBoughtError(on.isoformat(), bought).beside("on")
    reason = wanted.reason.strip()
    return book.append(
        r.AssetOutOfUse(asset=wanted.asset, name=found[0].name, on=on, reason=reason)
    )


def assets(book: Reading, gone: bool = False) -> tuple[Asset, ...]:
    """Return what wears out, what has to be replaced first at the top.

    ``gone`` adds what is used no longer, at the end.
    """
    rows = book.driver.execute(
        "SELECT a.id, a.seq, a.what, a.name, a.bought_on, a.cost, a.life, a.replacement,"
        " o.out_on, o.reason, o.seq FROM asset a"
        " LEFT JOIN asset_out o ON o.asset=a.id AND o.void IS NULL"
        " WHERE a.void IS NULL AND (?1 OR o.seq IS NULL)",
        (gone,),
    )
    found = (_asset(book, *row) for row in rows)
    return tuple(sorted(found, key=lambda one: (bool(one.out_on), one.worn_out_on, one.id)))


def yearly(book: Reading) -> Money:
    """Return what to set aside each year for everything in use."""
    return total((one.yearly for one in assets(book)), book.currency)


def _asset(
    book: Reading, number: int, seq: int, what: str, name: str, day: str, cost: int, life: int,
    replacement: int, out_on: str | None, reason: str | None, out_entry: int | None,
) -> Asset:  # fmt: skip
    bought, currency = date.fromisoformat(day), book.currency
    out = date.fromisoformat(out_on) if out_on else None
    each = 0 if out else half_up(replacement, life)
    return Asset(
        number, seq, what, name, bought, Money(cost, currency), life, Money(replacement, currency),
        Money(each, currency), bought.year + life, out, reason or "", out_entry,
    )  # fmt: skip
