"""What somebody asks a tariff to be, as a screen, a file or a request says it: decimals in whole units."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from imt_desktop.ledger.requests import RequestLine


class BlockLine(RequestLine, frozen=True):
    """What a unit costs, from where the block before ends (or ``from``) up to ``to``."""

    price: Decimal
    to: Decimal | None = None
    from_: Decimal | None = msgspec.field(default=None, name="from")


class EachLine(RequestLine, frozen=True):
    """What each person, tap, plot, head, cart or jerrican costs."""

    unit: str
    price: Decimal


class TypeLine(RequestLine, frozen=True):
    """What a connection of a type pays in a period."""

    connection_type: str
    fixed: Decimal = Decimal()
    unit: str = ""
    included: Decimal = Decimal()
    blocks: tuple[BlockLine, ...] = ()
    each: tuple[EachLine, ...] = ()


class DueLine(RequestLine, frozen=True):
    """When bills are due: one of the three."""

    day: int | None = None
    months_after: int = 0
    days_after: int | None = None
    seasons: tuple[str, ...] = ()


class RoundLine(RequestLine, frozen=True):
    """To which sum bills are rounded: nearest, up or down."""

    to: Decimal
    how: str = "nearest"


class LateLine(RequestLine, frozen=True):
    """What an overdue bill costs: an amount, or a percentage of what is open."""

    amount: Decimal | None = None
    percent: Decimal | None = None
    grace_days: int = 0
    ceiling: Decimal | None = None


class FinesLine(RequestLine, frozen=True):
    """What it costs not to come."""

    assembly: Decimal = Decimal()
    labour_day: Decimal = Decimal()


class LabourLine(RequestLine, frozen=True):
    """What a labour day is worth, and how many a household gives a year."""

    value: Decimal
    days: int = 0


class OneOffLine(RequestLine, frozen=True):
    """A charge that is made once."""

    item: str
    amount: Decimal
    connection_type: str = ""
    first: Decimal | None = None
    instalments: int = 1
    arrears_percent: Decimal | None = None
