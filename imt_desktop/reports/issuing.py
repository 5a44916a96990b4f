"""Issuing papers: what one says is committed first, then it is drawn with that entry's head."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Final, TypeVar

import msgspec

from imt_desktop.committee.entries import PaperIssued
from imt_desktop.journal import Reading, Recorded, Ref, Writing
from imt_desktop.journal.anchor import anchor_of
from imt_desktop.reports.facts import Anchor, Facts, encode
from imt_desktop.reports.receipt.build import build_receipt, edition
from imt_desktop.reports.receipt.facts import Edition, ReceiptFacts

F = TypeVar("F", bound=Facts)

RECEIPT: Final = "receipt"
"""The kind of paper whose first print is issued by a payment's own entry."""


def issue(
    book: Writing, paper: str, about: str, facts: Facts, languages: tuple[str, ...]
) -> Anchor:
    """Write down that a paper was made and what it said; returns the anchor that it carries."""
    said = encode(facts).decode()
    return paper_anchor(
        book.append(PaperIssued(paper=paper, about=about, languages=languages, copy=1, said=said))
    )


def again(book: Writing, paper: PaperIssued) -> Recorded:
    """Issue a copy of a paper; returns its entry."""
    copies = [one for one in _prints(book, paper) if getattr(one.entry, "copy", 1) > 1]
    copy = len(copies) + 2  # one that was issued anew and says the same is no copy
    return book.append(msgspec.structs.replace(paper, copy=copy))


def printed_anchor(book: Reading, issued: Recorded) -> Anchor:
    """Return the anchor that a paper carries: of a copy that of its first print, marked as a copy.

    A receipt carries that of its payment, and says beside it which print it is.
    """
    paper = issued.entry
    assert isinstance(paper, PaperIssued)
    if paper.paper == RECEIPT:
        return paper_anchor(book.recorded(receipt_of(paper).entry))
    if paper.copy == 1:
        return paper_anchor(issued)
    first = paper_anchor(_prints(book, paper)[0])
    return msgspec.structs.replace(first, copy=paper.copy, again=issued.on)


def _prints(book: Reading, paper: PaperIssued) -> list[Recorded]:
    """Return the entries that issued a paper which says the same, the first print first."""
    seqs = book.driver.execute(
        "SELECT seq FROM paper WHERE paper=? AND about=? ORDER BY seq", (paper.paper, paper.about)
    ).fetchall()
    every = [book.recorded(seq) for (seq,) in seqs]
    return [one for one in every if getattr(one.entry, "said", None) == paper.said]


def receipt_of(paper: PaperIssued) -> Ref:
    """Return the payment that a copy of a receipt is about."""
    entry, _slash, line = paper.about.partition("/")
    return Ref(int(entry), int(line or 1))


def receipt(book: Reading, ref: Ref) -> tuple[ReceiptFacts, Anchor, Edition]:
    """Return the first print of a receipt: its payment's own entry is its anchor."""
    return build_receipt(book, ref), paper_anchor(book.recorded(ref.entry)), edition(book, ref)


def languages_of(book: Reading, ref: Ref) -> tuple[str, ...]:
    """Return the languages in which a payment issued its receipt; none where it issued none."""
    return getattr(book.recorded(ref.entry).entry, "languages", ())


def receipt_again(
    book: Writing, ref: Ref, languages: tuple[str, ...]
) -> tuple[ReceiptFacts, Anchor, Edition]:
    """Issue a receipt once more: the first print's figures and anchor, marked as a copy.

    A payment in no languages was saved without a receipt, such as one of a spreadsheet: this is the first.
    """
    facts = build_receipt(book, ref)
    recorded = book.recorded(ref.entry)
    about = str(ref)
    earlier = book.driver.execute(
        "SELECT count(*) FROM paper WHERE paper=? AND about=?", (RECEIPT, about)
    ).fetchone()[0]
    copy = earlier + (2 if languages_of(book, ref) else 1)
    said = encode(facts).decode()
    book.append(PaperIssued(paper=RECEIPT, about=about, languages=languages, copy=copy, said=said))
    return facts, paper_anchor(recorded), edition(book, ref, copy)


def paper_anchor(recorded: Recorded) -> Anchor:
    """Return what a paper shows of its entry: code, QR, number, and the local time."""
    anchor = anchor_of(recorded)
    zone = timezone(timedelta(minutes=recorded.envelope.offset))
    at = datetime.fromisoformat(recorded.envelope.at).astimezone(UTC).astimezone(zone)
    return Anchor(code=anchor.code, qr=anchor.qr, entry=recorded.seq, at=at)
