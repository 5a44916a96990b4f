"""How money meets debts: oldest first, without losing a unit. Pure arithmetic."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from imt_desktop.journal import Ref
from imt_desktop.ledger.particulars import Particulars


class OpenBill(Struct, frozen=True):
    """A bill that is not paid in full. ``left`` and ``amount`` are minor units."""

    ref: Ref
    item: str
    period: str | None
    amount: int
    left: int
    due_on: date
    disputed: bool
    confirmed: bool
    text: str
    particulars: Particulars | None = None
    """What tells it from others of its name, where somebody is to read it."""


class Credit(Struct, frozen=True):
    """Money paid ahead that is left of a payment, in minor units."""

    payment: Ref
    left: int


def oldest_first(bills: Iterable[OpenBill]) -> list[OpenBill]:
    """Put bills in the order in which they are paid; disputed ones come last."""
    return sorted(
        bills,
        key=lambda bill: (bill.disputed, bill.due_on, bill.ref.entry, bill.ref.line),
    )


def spread(amount: int, bills: Sequence[OpenBill]) -> tuple[list[tuple[OpenBill, int]], int]:
    """Spread an amount over bills in their order; returns the shares and what is left over."""
    shares = []
    for bill in bills:
        share = min(amount, bill.left)
        if share:
            shares.append((bill, share))
            amount -= share
    return shares, amount


def draw(amount: int, credits: Sequence[Credit]) -> list[tuple[Credit, int]]:
    """Draw up to an amount from money paid ahead, the oldest first."""
    drawn = []
    for credit in credits:
        part = min(amount, credit.left)
        if part:
            drawn.append((credit, part))
            amount -= part
    return drawn
