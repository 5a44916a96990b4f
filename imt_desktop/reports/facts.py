"""Facts that all papers share.

Facts are kept in the book as what an issued paper said, so that a reprint equals the first print. They
hold amounts, dates, names and codes; never a formatted or translated text. ``encode`` and ``decode``
turn them into JSON and back.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TypeVar

import msgspec

from imt_desktop.money import Currency, Money, total


class Facts(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
):
    """Base of all facts: frozen, compared by value, unknown fields refused."""


class BatchFacts(Facts, frozen=True, kw_only=True):
    """Many papers of one kind. ``all`` counts those that a preview leaves out too."""

    all: int

    @property
    def papers(self) -> tuple[Facts, ...]:
        """Each of them; each names its ``member``."""
        raise NotImplementedError


class Officer(Facts, frozen=True, kw_only=True):
    """Who holds a post. ``own_post`` is the plain name of a post of the committee's own."""

    name: str
    post: str
    own_post: str = ""
    until: date | None = None


class Heading(Facts, frozen=True, kw_only=True):
    """Whose paper it is. ``practice`` marks papers of a made-up book."""

    committee: str
    area: str = ""
    practice: bool = False
    one_signature: bool = False
    rebuilt: bool = False
    """Days that the paper is about were put together again from papers in people's hands."""
    officers: tuple[Officer, ...] = ()

    @property
    def banded(self) -> bool:
        """Whether bands on its edges say what kind of paper it is."""
        return self.practice or self.rebuilt


class Anchor(Facts, frozen=True, kw_only=True):
    """Where a paper hangs in the journal: 16 characters, the QR payload, entry and local time.

    It is made after the facts are committed, so it is never part of them. A copy of a paper carries the
    first one's anchor; ``copy`` counts from 1 for the first, ``again`` is the day of the copy.
    """

    code: str
    qr: str
    entry: int
    at: datetime
    copy: int = 1
    again: date | None = None


class KindAmount(Facts, frozen=True, kw_only=True):
    """An amount of one kind of money in or out. ``own_name`` names a category of the committee's own."""

    kind: str
    amount: Money
    own_name: str = ""


class Holding(Facts, frozen=True, kw_only=True):
    """What lies in one account: ``cash``, ``bank``, ``mobile``, ``reserve`` or one with its own name.

    ``target`` is what is to lie in a reserve, where that is decided.
    """

    account: str
    amount: Money
    own_name: str = ""
    target: Money | None = None


class NotMoney(Facts, frozen=True, kw_only=True):
    """What was given that is no money: never in a column of amounts, never added to them.

    ``days`` are labour days in thousandths, ``labour`` what they were worth; ``gifts`` are things.
    """

    days: int = 0
    labour: Money | None = None
    gifts: tuple[KindAmount, ...] = ()


class Contact(Facts, frozen=True, kw_only=True):
    """Whom to ask. ``text`` is free: a box, a place, an hour. The telephone stands only if agreed."""

    name: str = ""
    post: str = ""
    own_post: str = ""
    telephone: str = ""
    text: str = ""


F = TypeVar("F", bound=Facts)


def encode(facts: Facts) -> bytes:
    """Write facts as JSON, keys sorted, so that equal facts are equal bytes."""
    return msgspec.json.encode(facts, order="sorted")


def decode(data: bytes, kind: type[F]) -> F:
    """Read facts back. Raises msgspec.ValidationError for anything that is not those facts."""
    return msgspec.json.decode(data, type=kind)


def together(rows: tuple[KindAmount, ...] | tuple[Holding, ...], currency: Currency) -> Money:
    """Add up amounts by kind or account."""
    return total((row.amount for row in rows), currency)


def mask_telephone(number: str) -> str:
    """Keep the first four and last three digits: ``0742 *** 757``; too short a number keeps none."""
    digits = [letter for letter in number if letter.isdigit()]
    if len(digits) < 9:
        return ""
    return f"{''.join(digits[:4])} *** {''.join(digits[-3:])}"


def mask_reference(reference: str) -> str:
    """Keep the last four characters of a mobile-money or bank reference: ``…7KQ2``."""
    return f"\u2026{reference[-4:]}" if len(reference) > 4 else reference
