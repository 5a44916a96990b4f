"""Papers that were issued and not printed yet, drawn pile by pile.

A pile is what goes to the printer as one job: papers of one kind on sheets of one size. What is drawn
here issues nothing: a paper that never came out is printed as it was issued, a copy as that copy.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

import msgspec
from msgspec.structs import replace

from imt_desktop.committee.entries import PaperIssued
from imt_desktop.committee.errors import NotAPaperError, PaperForgottenError
from imt_desktop.community.complaints.queries import hidden_entries
from imt_desktop.journal import Reading, Writing
from imt_desktop.money import Money
from imt_desktop.reports import issuing, printing
from imt_desktop.reports.facts import decode
from imt_desktop.reports.issued import MANY, each_issued, issued_with
from imt_desktop.reports.printing import PAPERS, Sheet
from imt_desktop.reports.receipt.build import edition
from imt_desktop.reports.receipt.facts import Edition
from imt_desktop.reports.reprinting import again_together, together


class Piece(msgspec.Struct, frozen=True):
    """One paper that waits: a receipt by its number, or another one by the entry that issued it."""

    kind: str
    """A key of ``PAPERS``."""
    number: int
    """Of the receipt, or of the entry."""
    on: date
    about: str
    """Its period and such; of a receipt who paid, of a copy of one its number."""
    amount: Money | None = None
    copy: int = 1
    languages: tuple[str, ...] = ()
    """Of a receipt that was asked for in others than those in which it was issued."""

    @property
    def is_receipt(self) -> bool:
        """Whether it is the first print of a receipt."""
        return self.kind == issuing.RECEIPT and self.amount is not None


class Pile(msgspec.Struct, frozen=True):
    """Papers for one job of the printer, in their order."""

    pieces: tuple[Piece, ...]
    sheets: tuple[Sheet, ...]

    @property
    def together(self) -> bool:
        """Whether they are receipts, which are drawn into one file as many as there are."""
        return all(piece.is_receipt for piece in self.pieces)


_RECEIPTS = """
SELECT l.receipt, l.effective_on, coalesce(m.name, l.who), l.amount
FROM money_line l LEFT JOIN member m ON m.id=l.member
WHERE l.receipt IN (SELECT value FROM json_each(?)) AND l.void IS NULL AND l.what<>'void'
ORDER BY l.receipt
"""


def pieces(
    book: Reading,
    receipts: Sequence[int],
    papers: Sequence[int],
    languages: Mapping[int, tuple[str, ...]],
) -> tuple[Piece, ...]:
    """Return what waits, receipts first; cancelled receipts and what the book does not have are left out.

    ``languages`` are those in which some of the receipts were asked for.
    """
    rows = book.driver.execute(_RECEIPTS, (json.dumps(receipts),))
    waiting = [
        Piece(
            issuing.RECEIPT, number, date.fromisoformat(on), who or "", Money(amount, book.currency),
            languages=languages.get(number, ()),
        )
        for number, on, who, amount in rows
    ]  # fmt: skip
    wanted = frozenset(papers)
    issued = tuple(each_issued(book)) if wanted else ()
    others = (
        Piece(one.paper, one.entry, one.on, one.about, copy=one.copy)
        for one in reversed(issued)
        if one.entry in wanted
    )
    return (*waiting, *others)


def as_issued(book: Reading, entry: int, size: str = "") -> Sheet:
    """Return a paper as an entry issued it, for the printer that has not printed it yet.

    Raises NoSuchEntryError, NotAPaperError, and PaperForgottenError where its words were erased.
    """
    recorded = book.recorded(entry)
    issued = recorded.entry
    if not isinstance(issued, PaperIssued):
        raise NotAPaperError(entry).beside("entry")
    if not issued.said:
        raise PaperForgottenError(entry).beside("entry")
    kind, anchor = PAPERS[issued.paper], issuing.printed_anchor(book, recorded)
    sheet = Sheet(
        issued.paper, decode(issued.said.encode(), kind.facts),
        printing.bilingual(book, issued.languages), size or kind.sizes[0], anchor=anchor,
    )  # fmt: skip
    return replace(sheet, edition=_edition(book, issued, recorded.on))


def once_more(book: Writing, entry: int, waits: Collection[int]) -> Sheet:
    """Bring out what an entry issued, with all that was issued in one go: a copy of each.

    Those in ``waits`` never came out: they are themselves. Raises what ``printing.again`` raises.
    """
    every = issued_with(book, entry)
    if len(every) > 1:
        return again_together(book, every, waits)
    if entry in waits and entry not in hidden_entries(book, book.who.responsible):
        return as_issued(book, entry)
    return printing.again(book, entry)


def _edition(book: Reading, issued: PaperIssued, on: date) -> Edition:
    """Return which print it is; a copy says the day of its entry, whenever it is printed."""
    copied = on if issued.copy > 1 else None
    if issued.paper != issuing.RECEIPT:
        return Edition(copy=issued.copy, on=copied)
    found = edition(book, issuing.receipt_of(issued), issued.copy)
    return found if found.cancelled else msgspec.structs.replace(found, on=copied)


def piles(
    book: Reading, wanted: Sequence[Piece], sizes: dict[str, str], saving: Collection[str] = ()
) -> tuple[Pile, ...]:
    """Sort papers into piles; ``sizes`` are the sheets chosen for each kind of paper.

    Kinds in ``saving`` leave filled areas out.

    Raises what ``as_issued`` raises, and NoSuchReceiptError.
    """
    receipts = [piece for piece in wanted if piece.is_receipt]
    found: list[Pile] = []
    if receipts:
        size, saves = sizes.get(issuing.RECEIPT, ""), issuing.RECEIPT in saving
        found += _alike(
            [
                (one, printing.first_receipt(book, one.number, one.languages, size, saves))
                for one in receipts
            ]
        )
    others = [piece for piece in wanted if not piece.is_receipt]
    for kind, of_kind in groupby(others, lambda piece: piece.kind):
        alike = [
            (piece, _as_issued(book, piece, sizes.get(kind, ""), kind in saving))
            for piece in of_kind
        ]
        found += _alike(alike) if kind in MANY else (Pile((a,), (b,)) for a, b in alike)
    return tuple(found)


def _as_issued(book: Reading, piece: Piece, size: str, saving: bool) -> Sheet:
    return replace(as_issued(book, piece.number, size), saving=saving)


def _alike(alike: list[tuple[Piece, Sheet]]) -> Iterator[Pile]:
    """Put papers of a kind that follow one another in the same languages into one pile."""
    for _words, of_them in groupby(
        alike, lambda pair: [tr.code for tr in pair[1].words.translators]
    ):
        pieces, sheets = zip(*of_them, strict=True)
        yield Pile(pieces, sheets)


def draw(pile: Pile) -> bytes:
    """Draw a pile as one PDF; knows no book."""
    if pile.together:
        return printing.draw_receipts(pile.sheets)
    return printing.draw(together(pile.sheets))
