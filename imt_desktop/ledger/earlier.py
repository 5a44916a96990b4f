"""Kinds of entries in an earlier version, and the way up to today's. They are read, not made."""

from __future__ import annotations

from typing import ClassVar

from imt_desktop.journal import Entry, Private
from imt_desktop.ledger import entries as e


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
