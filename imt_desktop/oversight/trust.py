"""What a suspicious neighbour would ask: was the cash counted, is it on paper?"""

from __future__ import annotations

from dataclasses import dataclass

from imt_desktop.committee.queries import Paper, last_paper
from imt_desktop.journal import Reading
from imt_desktop.ledger.accounts import Counted, last_count
from imt_desktop.ledger.statements import last_receipt


@dataclass(frozen=True, slots=True)
class Trust:
    """The newest count, the newest paper in people's hands, and what came after it."""

    count: Counted | None
    paper: Paper | None
    """The newest paper that was printed; None where a receipt is newer, or nothing was."""
    receipt: int | None
    """The number of the newest receipt, where that is the newest paper."""
    entries: int
    not_on_paper: int


def trust(book: Reading) -> Trust:
    """Return what speaks for the book today."""
    entries = book.head().seq
    paper, receipt = last_paper(book), last_receipt(book)
    printed = paper.entry if paper else 0
    given = receipt[0] if receipt else 0
    return Trust(
        last_count(book),
        paper if printed > given else None,
        receipt[1] if receipt and given > printed else None,
        entries,
        entries - max(printed, given),
    )
