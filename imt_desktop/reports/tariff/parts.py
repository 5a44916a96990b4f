"""What the poster works out: the steps of a price, examples, and KSh 100 cut in parts. Pure arithmetic."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from imt_desktop.ledger.charging.terms import THOUSAND, Terms
from imt_desktop.ledger.charging.working_out import ChargePart, charge, rounded, total_of
from imt_desktop.reports.facts import KindAmount
from imt_desktop.reports.tariff.facts import TariffFacts

MOST_STEPS = 4
MOST_PARTS = 4
HUNDRED = 100


class Step(Struct, frozen=True):
    """A step of a measured price: from where, up to where (thousandths; None without end), at what price.

    ``fixed`` says that the price is for all of it together.
    """

    start: int
    end: int | None
    price: int
    fixed: bool


def steps(terms: Terms) -> tuple[Step, ...]:
    """Cut a measured price into its steps; without blocks there are none."""
    if not terms.blocks:
        return ()
    found = []
    start = 0
    if terms.included:
        found.append(Step(0, terms.included, terms.fixed, True))
        start = terms.included
    for block in terms.blocks:
        found.append(Step(start, block.up_to, block.price, False))
        start = block.up_to or start
    return tuple(found)


def shown_steps(terms: Terms) -> tuple[Step, ...]:
    """Return the steps where they can be drawn: two to four of them, in cubic metres or litres."""
    found = steps(terms)
    return found if 2 <= len(found) <= MOST_STEPS else ()


def main_type(facts: TariffFacts) -> Terms:
    """Return the type that the poster begins with: households, where there are any."""
    return next((one for one in facts.terms if one.connection_type == "household"), facts.terms[0])


def examples(facts: TariffFacts, terms: Terms) -> Iterator[tuple[int, tuple[ChargePart, ...], int]]:
    """Yield two uses, how their bills come about, and what they make."""
    found = steps(terms)
    bounded = [one.end for one in found if one.end is not None]
    first = (found[0].end or 5 * THOUSAND) if found else 0
    uses = {first + 4 * THOUSAND, (bounded[-1] if bounded else first + 4 * THOUSAND) + 2 * THOUSAND}
    if len(uses) < 2:
        uses.add(max(uses) + 4 * THOUSAND)
    for used in sorted(uses):
        parts = charge(terms, used, {one.unit: THOUSAND for one in terms.each})
        yield used, parts, rounded(total_of(parts), facts.rounding)


class Cut(Struct, frozen=True):
    """A part of a hundred that is spent on some kinds of things."""

    kinds: tuple[tuple[str, str], ...]
    of_hundred: int


def cut_hundred(spent: tuple[KindAmount, ...]) -> tuple[Cut, ...]:
    """Cut a hundred as money was spent: whole parts that make a hundred together, the smallest as one."""
    whole = sum(one.amount.minor for one in spent)
    if not whole:
        return ()
    ordered = sorted(spent, key=lambda one: -one.amount.minor)
    large = [one for one in ordered[: MOST_PARTS - 1] if one.amount.minor * HUNDRED >= 3 * whole]
    rest = [one for one in ordered if one not in large]
    groups = [(one,) for one in large] + ([tuple(rest)] if rest else [])
    sums = [sum(one.amount.minor for one in group) for group in groups]
    cuts = [part * HUNDRED // whole for part in sums]
    order = sorted(range(len(sums)), key=lambda at: -(sums[at] * HUNDRED % whole))
    for at in order[: HUNDRED - sum(cuts)]:
        cuts[at] += 1
    return tuple(
        Cut(tuple((one.kind, one.own_name) for one in group), cut)
        for group, cut in zip(groups, cuts, strict=True)
        if cut
    )
