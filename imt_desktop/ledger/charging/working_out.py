"""How a charge is worked out, and why: pure arithmetic, each line with its reason.

The parts of a bill always add up to it. Nothing is lost between them: what is rounded or shared out is a
part of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from msgspec import Struct

from imt_desktop.journal import Part
from imt_desktop.ledger.charging.terms import THOUSAND, WHOLE, LateFee, Rounding, Terms

CEILING: Final = "ceiling"


class ChargePart(Part, frozen=True):
    """A line of a bill: what it is for, how much of it at what price, and what that makes."""

    what: str
    """fixed, minimum, block, each, shared, relief, rounding, late, absence, once, instalment or asked."""
    amount: int
    quantity: int = 0
    """Thousandths; of ``shared`` how many share, of an instalment which one of ``price`` many."""
    unit: str = ""
    """Of an absence, from what; of a relief, for whom; ``ceiling`` of a late fee that ends there."""
    price: int = 0
    """Of a unit; of a relief or a late fee the share, in hundredths of a per cent; to what is rounded."""
    day: date | None = None
    """Of a late fee, when the bill was due; of an absence, when it was."""


class Less(Struct, frozen=True):
    """A discount or exemption: a share, or an amount, and for whom."""

    group: str
    share: int
    amount: int


def half_up(dividend: int, divisor: int) -> int:
    """Divide and round to the nearest whole; a half goes up. For nothing or more."""
    return (2 * dividend + divisor) // (2 * divisor)


def rounded(amount: int, rule: Rounding | None) -> int:
    """Round as the committee decided."""
    if rule is None or rule.step <= 1:
        return amount
    if rule.how == "up":
        return -(-amount // rule.step) * rule.step
    if rule.how == "down":
        return amount // rule.step * rule.step
    return half_up(amount, rule.step) * rule.step


def total_of(parts: Iterable[ChargePart]) -> int:
    """Add up parts."""
    return sum(part.amount for part in parts)


def charge(terms: Terms, used: int, counts: Mapping[str, int]) -> tuple[ChargePart, ...]:
    """Work out what a connection pays in a period, before it is shared, lessened or rounded.

    ``used`` is what the meter says, ``counts`` how many of each thing there are; both in thousandths.
    """
    return (*_base(terms, used), *_blocks(terms, used), *_each(terms, counts))


def _base(terms: Terms, used: int) -> Iterator[ChargePart]:
    if terms.included:
        within = min(used, terms.included)
        yield ChargePart(what="minimum", amount=terms.fixed, quantity=within, unit=terms.unit)
    elif terms.fixed:
        yield ChargePart(what="fixed", amount=terms.fixed)


def _blocks(terms: Terms, used: int) -> Iterator[ChargePart]:
    """Charge what goes beyond the minimum, block by block.

    Rounded is what all blocks make together, so that a bill never falls when more is used.
    """
    start, exact, before = terms.included, 0, 0
    for block in terms.blocks:
        end = used if block.up_to is None else min(used, block.up_to)
        within = max(0, end - start)
        if within:
            exact += within * block.price
            now = half_up(exact, THOUSAND)
            yield ChargePart(
                what="block",
                amount=now - before,
                quantity=within,
                unit=terms.unit,
                price=block.price,
            )
            before = now
        start = max(start, end)


def _each(terms: Terms, counts: Mapping[str, int]) -> Iterator[ChargePart]:
    for one in terms.each:
        count = counts[one.unit]
        amount = half_up(count * one.price, THOUSAND)
        yield ChargePart(what="each", amount=amount, quantity=count, unit=one.unit, price=one.price)


def split(amount: int, shares: int, step: int = 1) -> tuple[int, ...]:
    """Cut an amount into equal shares of whole steps without losing a unit; the first take more."""
    steps, over = divmod(amount, step)
    each, left = divmod(steps, shares)
    cut = [(each + (at < left)) * step for at in range(shares)]
    cut[0] += over
    return tuple(cut)


def bill_of(
    parts: Sequence[ChargePart],
    rule: Rounding | None,
    place: int,
    holders: int,
    less: Sequence[Less],
) -> tuple[ChargePart, ...]:
    """Make one holder's bill of what a connection pays: rounded, shared, lessened, rounded again."""
    made = [*parts, *_rounding(total_of(parts), rule)]
    whole = total_of(made)
    if holders > 1:
        share = split(whole, holders, rule.step if rule else 1)[place]
        made.append(ChargePart(what="shared", amount=share - whole, quantity=holders))
    lessened = [*lessening(total_of(made), less)]
    made += lessened
    if lessened:
        made += _rounding(total_of(made), rule)
    return tuple(made)


def _rounding(amount: int, rule: Rounding | None) -> Iterator[ChargePart]:
    by = rounded(amount, rule) - amount
    if by:
        yield ChargePart(what="rounding", amount=by, price=rule.step if rule else 0)


def lessening(amount: int, less: Iterable[Less]) -> Iterator[ChargePart]:
    """Take off discounts one after another: shares of what is left first, then amounts."""
    for one in sorted(less, key=lambda each: not each.share):
        off = half_up(amount * one.share, WHOLE) if one.share else min(amount, one.amount)
        if off:
            yield ChargePart(what="relief", amount=-off, unit=one.group, price=one.share)
            amount -= off


def late_fee(left: int, charged: int, rule: LateFee, rounding: Rounding | None) -> int:
    """Work out what an overdue bill costs now, of which ``charged`` was charged before.

    A share is rounded; an amount is charged as it was decided, as fines are.
    """
    fee = rule.amount or rounded(half_up(left * rule.share, WHOLE), rounding)
    return fee if rule.ceiling is None else max(0, min(fee, rule.ceiling - charged))


def late_parts(
    left: int, charged: int, rule: LateFee, rounding: Rounding | None, due: date
) -> tuple[ChargePart, ...]:
    """Work out a late fee line by line: what it costs, and what that is rounded by.

    Where the ceiling cuts it, only what is left up to there is said: no share makes that.
    """
    fee = late_fee(left, charged, rule, rounding)
    if not fee:
        return ()
    exact = half_up(left * rule.share, WHOLE)
    if fee < (rule.amount or rounded(exact, rounding)):
        return (ChargePart(what="late", amount=fee, unit=CEILING, day=due),)
    if rule.amount:
        return (ChargePart(what="late", amount=fee, day=due),)
    late = ChargePart(what="late", amount=exact, price=rule.share, day=due)
    return (late, *_rounding(exact, rounding))


def in_cash(amount: int, shares: int, step: int) -> tuple[int, ...]:
    """Cut an amount into shares that can be paid in cash, as far as it is large enough for that."""
    return split(amount, shares, step if amount >= shares * step else 1)


def instalments(amount: int, first: int, count: int, step: int = 1) -> tuple[int, ...]:
    """Cut a charge into instalments that add up to it: the first as decided, the others equal."""
    if not first:
        return in_cash(amount, count, step)
    return (first, *in_cash(amount - first, count - 1, step))


def to_pay_before(arrears: int, share: int) -> int:
    """Return how much of the arrears has to be paid before a reconnection: never less than the share."""
    return -(-arrears * share // WHOLE)
