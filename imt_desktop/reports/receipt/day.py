"""All receipts of a day, to be printed in one go."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from imt_desktop.journal import Reading, Ref
from imt_desktop.reports.facts import Anchor, Facts
from imt_desktop.reports.issuing import RECEIPT, paper_anchor
from imt_desktop.reports.receipt.build import build_receipt, edition
from imt_desktop.reports.receipt.facts import Edition, ReceiptFacts


class DayReceipt(Facts, frozen=True, kw_only=True):
    """A receipt, the anchor that its payment's own entry gave it, and which print it is."""

    receipt: ReceiptFacts
    anchor: Anchor
    edition: Edition


class ReceiptsFacts(Facts, frozen=True, kw_only=True):
    """The receipts of a day by their numbers; cancelled ones are left out."""

    on: date
    receipts: tuple[DayReceipt, ...]


def build_receipts(
    book: Reading, day: date, unprinted: Collection[int] | None = None
) -> ReceiptsFacts:
    """Return the receipts of a day; what was printed before by this or singly is a copy.

    A receipt's first print is in no entry of its own: where ``unprinted`` is given, a receipt that is not
    among these numbers has come out already.
    """
    refs = [
        Ref(*row)
        for row in book.driver.execute(
            "SELECT seq, line FROM money_line WHERE receipt IS NOT NULL AND void IS NULL"
            " AND effective_on=? ORDER BY receipt",
            (day.isoformat(),),
        ).fetchall()
    ]
    receipts = tuple(_one(book, ref, day, unprinted) for ref in refs)
    return ReceiptsFacts(on=day, receipts=receipts)


def _one(book: Reading, ref: Ref, day: date, unprinted: Collection[int] | None) -> DayReceipt:
    (printed,) = book.driver.execute(
        "SELECT count(*) FROM paper WHERE (paper=? AND about=?) OR (paper='receipts' AND about=?)",
        (RECEIPT, str(ref), day.isoformat()),
    ).fetchone()
    receipt = build_receipt(book, ref)
    came_out = unprinted is not None and receipt.number not in unprinted
    return DayReceipt(
        receipt=receipt,
        anchor=paper_anchor(book.recorded(ref.entry)),
        edition=edition(book, ref, max(printed + 1, 2 if came_out else 1)),
    )
