"""What a typed amount could mean where it is not sure: ``1.350`` is 1,350 to one and 1.35 to another."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from imt_desktop.errors import UserError
from imt_desktop.money import Currency, Money

_SPACES: Final = str.maketrans("", "", " \u00a0\u202f'’")
_MARKS: Final = {".": ",", ",": "."}


def doubtful(typed: str, group: str, currency: Currency) -> bool:
    """Whether what reads as decimals looks like thousands: ``1.350`` in money with two decimals."""
    found = re.fullmatch(r"[1-9]\d{0,2}([.,])\d{3}", typed)
    return found is not None and found[1] != group and currency.decimals < 3


def meanings(typed: str, currency: Currency) -> tuple[Money, ...]:
    """Return what digits with marks can mean, the largest first, whichever mark is the decimal one."""
    marks = typed.translate(_SPACES)
    if not re.fullmatch(r"[\d.,]*\d[\d.,]*", marks):
        return ()
    read = (_read(marks, decimal, group, currency) for decimal, group in _MARKS.items())
    found = {money for money in read if money is not None}
    return tuple(sorted(found, key=lambda money: -money.minor))


def _read(marks: str, decimal: str, group: str, currency: Currency) -> Money | None:
    whole, _mark, rest = marks.partition(decimal)
    first, *threes = whole.split(group)
    grouped = len(first) <= 3 and all(len(three) == 3 for three in threes)
    if marks.count(decimal) > 1 or group in rest or (threes and not grouped):
        return None
    digits = marks.replace(group, "").replace(decimal, ".")
    try:
        return currency.money(Decimal(digits))
    except UserError:
        return None
