"""Notes and coins: which there are of a currency, and what a count of them comes to."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Final

from imt_desktop.errors import AmountTooLargeError
from imt_desktop.ledger import entries as e
from imt_desktop.ledger import errors
from imt_desktop.ledger.requests import RequestLine
from imt_desktop.money import MOST_DIGITS, Currency, Money

PACK: Final = Path(__file__).resolve().parents[1] / "packs" / "money" / "denominations.toml"

MOST_PIECES: Final = 1_000_000
"""More pieces of one value than this are a slip of the finger."""


class PiecesLine(RequestLine, frozen=True):
    """So many notes or coins of a value in whole units."""

    value: Decimal
    count: int


@dataclass(frozen=True, slots=True)
class Denomination:
    """A note or a coin."""

    value: Money
    coin: bool


@cache
def _pack() -> dict[str, Any]:
    return tomllib.loads(PACK.read_text(encoding="utf-8"))


def denominations(currency: Currency) -> tuple[Denomination, ...]:
    """Return the notes and coins of a currency, the largest first; none where no list is known.

    Coins smaller than what the book keeps are left out.
    """
    rows = _pack().get(currency.code, {})
    return tuple(
        Denomination(currency.money(Decimal(value)), coin)
        for key, coin in (("notes", False), ("coins", True))
        for value in rows.get(key, ())
        if Decimal(value).scaleb(currency.decimals) % 1 == 0
    )


def counted_pieces(currency: Currency, wanted: Iterable[PiecesLine]) -> tuple[e.Pieces, ...]:
    """Turn typed pieces into those of an entry: each value once, the largest first.

    Raises PiecesError, and the errors of amounts.
    """
    sums: dict[int, int] = {}
    for line in wanted:
        value = currency.money(line.value).require_positive().minor
        if not 0 <= line.count <= MOST_PIECES:
            raise errors.PiecesError(str(line.value), line.count)
        sums[value] = sums.get(value, 0) + line.count
    pieces = tuple(
        e.Pieces(value=value, count=count)
        for value, count in sorted(sums.items(), reverse=True)
        if count
    )
    if len(str(worth(pieces))) > MOST_DIGITS:
        raise AmountTooLargeError(str(worth(pieces)), MOST_DIGITS)
    return pieces


def worth(pieces: Iterable[e.Pieces]) -> int:
    """Return what pieces come to, in minor units."""
    return sum(piece.value * piece.count for piece in pieces)
