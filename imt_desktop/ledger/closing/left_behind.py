"""Receipt numbers that no entry has because a restore left them behind: nobody took those away."""

from __future__ import annotations

from collections.abc import Iterable

from imt_desktop.journal import Reading
from imt_desktop.ledger.closing.entries import Span


def left_behind(book: Reading, missing: Iterable[Span]) -> tuple[Span, ...]:
    """Return those of missing receipt numbers that were given in a part which a restore left behind."""
    parts = _parts(book)
    met = ((max(one.first, first), min(one.last, last)) for one in missing for first, last in parts)
    return tuple(Span(first=first, last=last) for first, last in met if first <= last)


def _parts(book: Reading) -> list[tuple[int, int]]:
    """List from which to which number each restore went on: after the highest of the book itself."""
    found, end = [], 0
    for last, before in book.driver.execute(
        "SELECT max(coalesce(r.last_receipt,0), coalesce(r.left_receipt,0)),"
        " (SELECT coalesce(max(l.receipt),0) FROM money_line l WHERE l.seq<r.seq)"
        " FROM restored r ORDER BY r.seq"
    ):
        first = max(before, end) + 1
        if first <= last:
            found.append((first, last))
        end = max(end, last)
    return found
