"""Kinds of entries in an earlier version, and the way up to today's. They are read, not made."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from imt_desktop.journal import Entry, Part, Private
from imt_desktop.ledger import entries as e
from imt_desktop.ledger.charging.terms import Due, Terms


class Fee(Part, frozen=True):
    """What a connection of a type pays a month."""

    connection_type: str
    amount: int


class TariffAdopted1(Entry, frozen=True):
    """A flat fee a month by connection type, from a month on."""

    KIND: ClassVar[str] = "tariff/1"

    tariff: int
    name: str
    effective_from: str
    decision: int | None
    fees: tuple[Fee, ...]
    due_day: int
    """Day of the billed month on which its bill is due; the last day in shorter months."""


class Bill1(Part, frozen=True):
    """What a member is asked to pay for one thing, without saying how it was worked out."""

    member: int
    item: str
    amount: int
    due_on: date
    connection: int | None = None
    period: str | None = None
    tariff: int | None = None
    text: Private = ""
    credit: tuple[e.CreditUse, ...] = ()


class Billed1(Entry, frozen=True):
    """Members were billed."""

    KIND: ClassVar[str] = "bills/1"

    lines: tuple[Bill1, ...]
    everyone: bool


AnyBilled = e.Billed | Billed1
AnyTariff = e.TariffAdopted | TariffAdopted1


def as_adopted(entry: AnyTariff) -> e.TariffAdopted:
    """Return a tariff as it is adopted today: a flat fee is a fixed fee a month."""
    if isinstance(entry, e.TariffAdopted):
        return entry
    return e.TariffAdopted(
        tariff=entry.tariff,
        name=entry.name,
        effective_from=entry.effective_from,
        decision=entry.decision,
        every="month",
        terms=tuple(
            Terms(connection_type=fee.connection_type, fixed=fee.amount) for fee in entry.fees
        ),
        due=Due(day=entry.due_day),
    )


class CashCounted1(Entry, frozen=True):
    """The money in an account was counted, without saying in which notes and coins."""

    KIND: ClassVar[str] = "count/1"

    account: int
    counted: int
    expected: int
    by: tuple[e.CountedBy, ...]
    explanation: Private


def as_counted(entry: e.CashCounted | CashCounted1) -> e.CashCounted:
    """Return a count as it is made today."""
    if isinstance(entry, e.CashCounted):
        return entry
    return e.CashCounted(
        account=entry.account,
        counted=entry.counted,
        expected=entry.expected,
        by=entry.by,
        explanation=entry.explanation,
        pieces=(),
    )
