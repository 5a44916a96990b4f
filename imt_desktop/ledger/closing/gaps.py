"""Numbers that were passed over, as spans: pure arithmetic."""

from __future__ import annotations

from collections.abc import Iterable

from imt_desktop.ledger.closing.entries import Span


def gaps(there: Iterable[int], first: int, last: int) -> tuple[Span, ...]:
    """Return the spans between ``first`` and ``last``, both included, that no number is in."""
    found, expected = [], first
    for number in sorted({n for n in there if first <= n <= last}):
        if number > expected:
            found.append(Span(first=expected, last=number - 1))
        expected = number + 1
    if expected <= last:
        found.append(Span(first=expected, last=last))
    return tuple(found)


def how_many(spans: Iterable[Span]) -> int:
    """Return how many numbers spans hold."""
    return sum(span.last - span.first + 1 for span in spans)
