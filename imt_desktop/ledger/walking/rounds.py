"""The rounds of a collection: each zone's households in walking order, with what they owe."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from msgspec import Struct

from imt_desktop.journal import Reading
from imt_desktop.ledger.register import MemberRow
from imt_desktop.ledger.search import folded
from imt_desktop.money import Money

_ROUNDS = """
SELECT m.zone, m.id, m.number, m.name, m.house, m.status, m.owed, m.ahead, w.place
FROM member m LEFT JOIN walk w ON w.zone=m.zone AND w.member=m.id
WHERE m.void IS NULL AND (m.status<>'left' OR m.owed>0)
"""


class Stop(Struct, frozen=True):
    """A household on the way, and its balance of today."""

    id: int
    number: str
    name: str
    house: str
    status: str
    owed: Money
    ahead: Money


class Round(Struct, frozen=True):
    """The households of a zone, in the order in which they are walked."""

    zone: str
    stops: tuple[Stop, ...]


def rounds(book: Reading) -> tuple[Round, ...]:
    """Return every zone's round, in one query. Households without a zone make the last one.

    Who left is met only while something is owed. Who has no place on the way comes last, by house and number.
    """
    zones: dict[str, list[tuple[Any, ...]]] = {}
    for zone, *row in book.driver.execute(_ROUNDS):
        zones.setdefault(zone, []).append(tuple(row))
    return tuple(
        Round(zone, tuple(_in_order(book, zones[zone]))) for zone in sorted(zones, key=_by_zone)
    )


def in_walking_order(book: Reading, rows: Iterable[MemberRow]) -> list[MemberRow]:
    """Sort members as somebody walks past them, zone by zone, as the rounds do; also those who left."""
    places = {
        (zone, member): place
        for zone, member, place in book.driver.execute("SELECT zone, member, place FROM walk")
    }

    def key(row: MemberRow) -> tuple[object, ...]:
        place = places.get((row.zone, row.id))
        return (_by_zone(row.zone), *_by_place(place, row.house, row.number))

    return sorted(rows, key=key)


def _by_zone(zone: str) -> tuple[bool, str]:
    return (not zone, folded(zone))


def _in_order(book: Reading, rows: Iterable[tuple[Any, ...]]) -> Iterable[Stop]:
    currency = book.currency
    for row in sorted(rows, key=lambda row: _by_place(row[-1], row[3], row[1])):
        number, text, name, house, status, owed, ahead, _place = row
        yield Stop(number, text, name, house, status, Money(owed, currency), Money(ahead, currency))


def _by_place(place: int | None, house: str, number: str) -> tuple[object, ...]:
    return (place is None, place or 0, _natural(house), _by_number(number))


def _natural(text: str) -> tuple[tuple[int, str], ...]:
    """Sort ``A2`` before ``A10``."""
    parts = re.split(r"([0-9]+)", folded(text))
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts if part)


def _by_number(text: str) -> tuple[bool, str]:
    return (not text.isdecimal(), text.zfill(12))
