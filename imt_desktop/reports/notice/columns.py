"""The two columns of the notice: what came in and was there, what went out and is left.

Pure arithmetic: at most four parts and the balances a column, and both columns are of equal height.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from imt_desktop.money import Currency, Money, total
from imt_desktop.reports.facts import KindAmount
from imt_desktop.reports.notice.facts import NoticeFacts

MOST = 4
SMALL = 33
"""A part under one 33rd of all parts, about 3 %, is merged: a large balance hides no spending."""

Kind = tuple[str, str]
"""Code and own name."""

Standing = Literal["had", "have", "short before", "short now"]


class Part(Struct, frozen=True):
    """One part of a column: the kinds in it, and whether it was money of the other column given back."""

    kinds: tuple[Kind, ...]
    amount: Money
    back: bool = False


class Balance(Struct, frozen=True):
    """What was or is there; "short" where an account was overdrawn."""

    standing: Standing
    amount: Money


class Column(Struct, frozen=True):
    """Parts from above, then the balances at the foot. ``total`` is the sum of the parts."""

    parts: tuple[Part, ...]
    balances: tuple[Balance, ...]
    total: Money

    @property
    def height(self) -> Money:
        """Parts and balances together: the same in both columns."""
        return (
            total((balance.amount for balance in self.balances), self.total.currency) + self.total
        )


def columns(facts: NoticeFacts) -> tuple[Column, Column]:
    """Money in with what we had, and money out with what we have."""
    into = _parts(facts.money_in, facts.money_out)
    out = _parts(facts.money_out, facts.money_in)
    had, have = facts.had, facts.have
    left = [Balance("had", had)] if had.minor >= 0 else []
    right = [Balance("short before", -had)] if had.minor < 0 else []
    if have.minor < 0:
        left.append(Balance("short now", -have))
    else:
        right.append(Balance("have", have))
    return (
        _column(into, tuple(left), facts.currency),
        _column(out, tuple(right), facts.currency),
    )


def _column(parts: list[Part], balances: tuple[Balance, ...], currency: Currency) -> Column:
    amount = total((part.amount for part in parts), currency)
    return Column(merged(parts, amount), balances, amount)


def _parts(own: Sequence[KindAmount], other: Sequence[KindAmount]) -> list[Part]:
    """What is positive here, and what is negative there."""
    parts = [
        Part((kind,), amount, back=False)
        for kind, amount in _by_kind(own).items()
        if amount.minor > 0
    ]
    back = [
        Part((kind,), -amount, back=True)
        for kind, amount in _by_kind(other).items()
        if amount.minor < 0
    ]
    return parts + back


def _by_kind(rows: Sequence[KindAmount]) -> dict[Kind, Money]:
    sums: dict[Kind, Money] = {}
    for row in rows:
        kind = (row.kind, row.own_name)
        sums[kind] = sums[kind] + row.amount if kind in sums else row.amount
    return sums


def merged(parts: Sequence[Part], whole: Money) -> tuple[Part, ...]:
    """Order parts by size and merge the small ones and those beyond four into a last one."""
    ordered = sorted(parts, key=lambda part: (-part.amount.minor, part.kinds))
    large = [part for part in ordered if part.amount.minor * SMALL >= whole.minor]
    small = [part for part in ordered if part.amount.minor * SMALL < whole.minor]
    if len(ordered) <= MOST and len(small) <= 1:
        return tuple(ordered)
    if len(large) + bool(small) > MOST:
        large, small = large[: MOST - 1], large[MOST - 1 :] + small
    kinds = tuple(kind for part in small for kind in part.kinds)
    rest = total((part.amount for part in small), whole.currency)
    return (*large, Part(kinds, rest, all(part.back for part in small)))
