"""What can be wished for, a paper that is ready to be drawn, and what a kind of paper is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from msgspec import Struct, field

from imt_desktop.journal import Reading, Ref
from imt_desktop.ledger.errors import NoSuchReceiptError
from imt_desktop.period import Month, Period
from imt_desktop.reports.facts import Anchor, Facts
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.receipt.facts import Edition

Tell = Callable[[int, int], None]
"""Hears how many of how many papers are done; it may raise to stop the work."""


def quietly(_done: int, _all: int) -> None:
    """Tell nobody."""


class PaperWanted(Struct, frozen=True):
    """What is to be printed: a key of ``PAPERS``, and about what.

    ``languages`` empty means the committee's own, of a receipt those in which its payment issued it;
    ``size`` empty means the paper's usual one. ``saving`` leaves filled areas out.
    """

    paper: str
    languages: tuple[str, ...] = ()
    period: Period | None = None
    receipt: int | None = None
    size: str = ""
    saving: bool = False
    member: str = ""
    account: int | None = None
    """Of a cash book; all accounts together if not given."""
    zone: str = ""
    """Of lists and slips; all zones if not given."""
    day: date | None = None
    """Of papers about one day; today if not given."""
    expense: str = ""
    """Of a voucher: the entry, or entry and line, by which money went out."""
    handover: int | None = None
    """The entry of a handover; the newest one if not given."""
    tariff: int | None = None
    """Of a tariff's poster and agreement; the newest one if not given."""
    step: str = ""
    """Of a round's blank sheets; all of them if not given."""
    first: int | None = None
    """Only so many of a batch, for a preview."""
    unprinted: frozenset[int] | None = None
    """Of a day's receipts: the numbers that never came out; None where only the book is asked."""
    complaint: int | None = None
    """Of a complaint's slip."""
    meeting: int | None = None
    """Of an invitation, a list of who comes, or minutes."""
    request: int | None = None
    """Of a letter that asks for help."""


class Sheet(Struct, frozen=True):
    """A paper that is ready to be drawn: its facts, and the anchor where it was issued."""

    paper: str
    facts: Facts
    words: Bilingual
    size: str
    saving: bool = False
    anchor: Anchor | None = None
    edition: Edition = field(default_factory=Edition)
    anchors: tuple[Anchor, ...] = ()
    """Of a batch: the anchor of each of its papers."""
    entries: tuple[int, ...] = ()
    """Of a batch: the entry that issued each. That of a copy is not the one that its anchor names."""


class PaperKind(Struct, frozen=True):
    """One kind of paper. ``needs`` names the fields of ``PaperWanted`` that it cannot do without.

    ``usual`` is the period of a paper that is asked for without one, on a day; ``may`` names what it can
    be about beside what it needs.
    """

    sizes: tuple[str, ...]
    needs: tuple[str, ...]
    build: Callable[[Reading, PaperWanted], Facts]
    about: Callable[[PaperWanted], str]
    ink: Callable[[Sheet, Tell], bytes]
    facts: type[Facts]
    usual: Callable[[Month], Period] = lambda month: month.period
    may: tuple[str, ...] = ()
    each: str = ""
    """Of a batch: what each of its papers is."""
    about_facts: Callable[[Facts], str] | None = None
    """Says what a paper is about from its facts, where what is wanted does not say it."""
    last: Callable[[Reading, PaperWanted, date], Period | None] = lambda *_: None
    """Finds in the book the period of a paper that is asked for without one, before ``usual`` is asked."""
    ahead: bool = False
    """It says what comes, so that its period may not have begun."""
    leads: bool = False
    """It is the first sheet of others, and nobody asks for it alone."""


def receipt_ref(book: Reading, number: int | None) -> Ref:
    """Find the line that gave a receipt. Raises NoSuchReceiptError."""
    row = book.driver.execute(
        "SELECT seq, line FROM money_line WHERE receipt=?", (number,)
    ).fetchone()
    if row is None:
        raise NoSuchReceiptError(number or 0).beside("number")
    return Ref(*row)
