"""Notes and coins: which there are of a currency, and what a count of them comes to."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Final

import msgspec

from imt_desktop.committee.errors import PackError
from imt_desktop.committee.packs import converted, read_tables
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


class Denomination(msgspec.Struct, frozen=True):
    """A note or a coin."""

    value: Money
    coin: bool


class _Listed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The pieces of one currency in the list, and where they come from."""

    notes: tuple[Decimal, ...]
    coins: tuple[Decimal, ...]
    source: str
    confirmed: bool


def read_pack(path: Path = PACK) -> tuple[dict[str, _Listed], tuple[PackError, ...]]:
    """Read the list: the pieces of each currency, and what is wrong with the file."""
    broken: list[PackError] = []
    listed = {
        table.name: converted(path, table, _Listed, broken, table.name)
        for table in read_tables(path, broken)
    }
    return {code: one for code, one in listed.items() if one is not None}, tuple(broken)


@cache
def _pack() -> dict[str, _Listed]:
    """Return the list without what is broken: cash is counted without it too."""
    return read_pack()[0]


def denominations(currency: Currency) -> tuple[Denomination, ...]:
    """Return the notes and coins of a currency, the largest first; none where no list is known.

    Coins smaller than what the book keeps are left out.
    """
    listed = _pack().get(currency.code)
    if listed is None:
        return ()
    return tuple(
        Denomination(currency.money(value), coin)
        for values, coin in ((listed.notes, False), (listed.coins, True))
        for value in values
        if value.scaleb(currency.decimals) % 1 == 0
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
