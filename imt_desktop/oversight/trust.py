"""What a suspicious neighbour would ask: was the cash counted, is it on paper?"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from msgspec import Struct

from imt_desktop.committee.queries import Paper, last_paper
from imt_desktop.community.complaints.queries import ANYBODY, hidden_entries
from imt_desktop.journal import Reading
from imt_desktop.journal.copies.backups import backups, folder_of
from imt_desktop.ledger.accounts import Counted, last_count
from imt_desktop.ledger.statements import last_receipt, number_of_line
from imt_desktop.oversight.remembered import recall, stick_is_due


class Trust(Struct, frozen=True):
    """The newest count, the newest paper in people's hands, and what came after it."""

    count: Counted | None
    paper: Paper | None
    """The newest paper that was printed; None where a receipt is newer, or nothing was.

    Whoever sits here may be whom a complaint is about, so its slip is passed over.
    """
    number: str
    """The number of its receipt or voucher, where it has one."""
    receipt: int | None
    """The number of the newest receipt, where that is the newest paper."""
    entries: int
    not_on_paper: int
    copied_on: date | None
    """The day of the newest copy beside the book; None where there is none."""
    stick_due: bool
    """Whether a week has gone by since a copy was put on a stick from this laptop."""


def trust(book: Reading, memory: Path, today: date) -> Trust:
    """Return what speaks for the book today; ``memory`` is the folder where the laptop remembers."""
    entries = book.head().seq
    newest, receipt = last_paper(book), last_receipt(book)
    paper = last_paper(book, without=hidden_entries(book, ANYBODY))
    printed = paper.entry if paper else 0
    given = receipt[0] if receipt else 0
    return Trust(
        last_count(book),
        paper if printed > given else None,
        number_of_line(book, paper.about) if paper else "",
        receipt[1] if receipt and given > printed else None,
        entries,
        entries - max(newest.entry if newest else 0, given),
        last_copy(book),
        stick_is_due(recall(memory, book.book.id), today),
    )


def last_copy(book: Reading) -> date | None:
    """Return the day of the newest copy beside the book; a folder that cannot be read has none."""
    try:
        there = backups(folder_of(book.book.path, book.book.id))
    except OSError:
        return None
    return there[0].said.on if there else None
