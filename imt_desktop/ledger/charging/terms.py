"""The forms of a tariff, as the parts of its entry. Amounts are minor units of the book's currency.

Quantities are thousandths of their unit (7,000 is 7 m³), shares hundredths of a per cent (3,500 is
35 %), so that nothing here is ever a fraction.
"""

from __future__ import annotations

from typing import Final

from imt_desktop.journal import Part

THOUSAND: Final = 1000
"""Thousandths in one unit."""

WHOLE: Final = 10_000
"""All of something, in hundredths of a per cent."""

MEASURED: Final = ("m3", "litre", "jerrican")
"""Units of water that a meter or an attendant measures; a jerrican holds 20 litres."""

COUNTED: Final = ("person", "tap", "plot", "head", "cart", "jerrican")
"""What else may be charged by number; ``head`` is a head of livestock."""

EVERY: Final = ("week", "month", "two-months", "quarter", "year")
"""How often bills are made."""

ROUNDINGS: Final = ("nearest", "up", "down")

ONE_OFFS: Final = ("connection", "reconnection", "transfer", "meter")
"""Charges that are made once: a connection right, a reconnection, a change of name, a meter."""


class Block(Part, frozen=True):
    """What a unit costs from the end of the block before up to here; None is without end."""

    up_to: int | None
    price: int


class Each(Part, frozen=True):
    """What each person, plot, head of livestock or other thing costs in a period."""

    unit: str
    price: int


class Terms(Part, frozen=True):
    """What a connection of a type pays in a period."""

    connection_type: str
    fixed: int
    unit: str = ""
    """What is measured; empty where nothing is."""
    included: int = 0
    """How much of it the fixed fee includes: the minimum."""
    blocks: tuple[Block, ...] = ()
    each: tuple[Each, ...] = ()


def is_flat(terms: Terms, every: str = "month") -> bool:
    """Whether a type pays one sum a month and nothing else."""
    return every == "month" and not (terms.blocks or terms.each or terms.included)


class Due(Part, frozen=True):
    """When bills are due: so many days after the period, after the harvest, or on a day of a month."""

    day: int
    """Day of a month; the last day in shorter months."""
    months_after: int = 0
    """How many months after the period's last one."""
    days_after: int | None = None
    """Days after the period's last day, in place of a day of a month."""
    seasons: tuple[str, ...] = ()
    """Days of the year (``05-31``), in place of both: the first that comes after the period."""


class Rounding(Part, frozen=True):
    """To which sum a bill is rounded, and how: nearest, up or down."""

    step: int
    how: str


class LateFee(Part, frozen=True):
    """What an overdue bill costs each time bills are made: an amount, or a share of what is open."""

    amount: int
    share: int
    grace_days: int
    ceiling: int | None
    """The most that one bill may ever cost so."""


class Fines(Part, frozen=True):
    """What an absence costs; nothing where it costs nothing."""

    assembly: int
    labour_day: int


class LabourDays(Part, frozen=True):
    """How many labour days a household gives a year, and what a day is worth."""

    days: int
    value: int


class OneOff(Part, frozen=True):
    """A charge that is made once, perhaps in instalments: the first, then equal ones month by month."""

    item: str
    connection_type: str
    """Empty for all types that are not named."""
    amount: int
    first: int
    """The first instalment; nothing where all are equal."""
    instalments: int
    arrears_share: int
    """Of a reconnection: the share of the arrears that has to be paid before."""
