"""Cutting a cash book into pages, each with its own totals: pure arithmetic."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from imt_desktop.money import Money
from imt_desktop.reports.cashbook.facts import CashbookFacts, CashLine


class Page(Struct, frozen=True):
    """A page: what it brings from before, its lines with their balances, its totals."""

    brought: Money
    lines: tuple[tuple[CashLine, Money], ...]
    total_in: Money
    total_out: Money
    carried: Money


def pages(
    facts: CashbookFacts,
    room: Callable[[int], float],
    tall: Callable[[CashLine], float],
    foot: float,
) -> list[Page]:
    """Cut the lines; ``room`` is the height for lines of a page, ``foot`` what the last one needs more."""
    cuts: list[list[CashLine]] = [[]]
    used = 0.0
    for line in facts.lines:
        height = tall(line)
        if cuts[-1] and used + height > room(len(cuts) - 1):
            cuts.append([])
            used = 0.0
        cuts[-1].append(line)
        used += height
    if used + foot > room(len(cuts) - 1) and cuts[-1]:
        last = cuts[-1].pop() if len(cuts[-1]) > 1 else None
        cuts.append([last] if last else [])
    return _with_totals(facts, cuts)


def _with_totals(facts: CashbookFacts, cuts: list[list[CashLine]]) -> list[Page]:
    out: list[Page] = []
    zero = facts.brought.currency.zero()
    balance = facts.brought
    for lines in cuts:
        brought, into, spent = balance, zero, zero
        numbered: list[tuple[CashLine, Money]] = []
        for line in lines:
            if not line.struck:
                into += line.into or zero
                spent += line.out or zero
                balance = brought + into - spent
            numbered.append((line, balance))
        out.append(Page(brought, tuple(numbered), into, spent, balance))
    return out
