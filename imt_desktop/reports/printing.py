"""Every paper that the book can print: what it needs, what it says, and how it becomes ink.

    with book.write(who) as writing:
        sheet = issue(writing, PaperWanted("notice", ("en", "sw"), period=october))
    data = draw(sheet)          # committed first; then drawn with that entry's own head

``prepare`` gives the same sheet without an anchor, for a preview that books nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from msgspec.structs import replace

from imt_desktop.committee import queries as committee
from imt_desktop.committee.entries import PaperIssued
from imt_desktop.committee.errors import NotAPaperError, PaperForgottenError, PaperNeedsError
from imt_desktop.committee.languages import spoken
from imt_desktop.community.complaints.queries import hidden_entries
from imt_desktop.i18n import Translator
from imt_desktop.journal import Reading, Writing
from imt_desktop.journal.errors import NoSuchEntryError
from imt_desktop.ledger.as_of import today_of
from imt_desktop.ledger.errors import FutureDayError, NobodyInZoneError
from imt_desktop.period import Month
from imt_desktop.reports import issuing
from imt_desktop.reports.facts import BatchFacts, decode
from imt_desktop.reports.handover.build import newest
from imt_desktop.reports.kinds import PaperKind, PaperWanted, Sheet, Tell, quietly, receipt_ref
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.progress import told_to
from imt_desktop.reports.papers import PAPERS, each_paper
from imt_desktop.reports.receipt.build import edition
from imt_desktop.reports.receipt.facts import Edition
from imt_desktop.reports.voucher.build import meant_expense

__all__ = [
    "PAPERS", "PaperKind", "PaperWanted", "Sheet", "again", "bilingual", "draw", "draw_each",
    "draw_picture", "draw_pictures", "draw_receipts", "draw_untiled", "first_receipt", "households",
    "issue", "prepare", "receipt_ref",
]  # fmt: skip

PREVIEWED: Final = 6
"""Papers of a batch that a preview shows."""


def prepare(book: Reading, wanted: PaperWanted) -> Sheet:
    """Gather what a paper says, without issuing it. Raises what its builder raises."""
    asked = _complete(book, wanted)
    kind = PAPERS[asked.paper]
    if kind.each:
        asked = replace(asked, first=PREVIEWED)
    sheet = Sheet(
        asked.paper, kind.build(book, asked), bilingual(book, asked.languages), asked.size,
        asked.saving,
    )  # fmt: skip
    if asked.paper == "receipt":
        return replace(sheet, edition=edition(book, receipt_ref(book, asked.receipt)))
    return sheet


def issue(book: Writing, wanted: PaperWanted, tell: Tell = quietly) -> Sheet:
    """Write down that a paper is made and what it says; the caller commits before it is drawn.

    A receipt was issued by its payment: this is a copy of it. Of a batch each paper has an entry of its
    own, and ``tell`` hears how many are written down.
    """
    asked = _complete(book, wanted)
    if asked.paper == "receipt":
        ref = receipt_ref(book, asked.receipt)
        facts, anchor, copy = issuing.receipt_again(book, ref, asked.languages)
        words = bilingual(book, asked.languages)
        return Sheet("receipt", facts, words, asked.size, asked.saving, anchor, copy)
    if PAPERS[asked.paper].each:
        return _issue_each(book, asked, tell)
    sheet = prepare(book, asked)
    kind = PAPERS[asked.paper]
    about = kind.about_facts(sheet.facts) if kind.about_facts else kind.about(asked)
    return replace(
        sheet, anchor=issuing.issue(book, asked.paper, about, sheet.facts, asked.languages)
    )


def _issue_each(book: Writing, asked: PaperWanted, tell: Tell) -> Sheet:
    facts: Any = PAPERS[asked.paper].build(book, asked)
    kind = PAPERS[asked.paper].each
    anchors = []
    for one in facts.papers:
        about = PAPERS[kind].about(replace(asked, member=one.member.member))
        anchors.append(issuing.issue(book, kind, about, one, asked.languages))
        tell(len(anchors), facts.all)
    words = bilingual(book, asked.languages)
    return Sheet(
        asked.paper, facts, words, asked.size, asked.saving,
        anchors=tuple(anchors), entries=tuple(one.entry for one in anchors),
    )  # fmt: skip


def again(book: Writing, entry: int, size: str = "", saving: bool = False) -> Sheet:
    """Issue a copy of a paper that an entry issued: it says what the first print said, and has its anchor.

    Raises NoSuchEntryError, also for whoever the complaint on it is about, NotAPaperError, and
    PaperForgottenError where its words were erased.
    """
    if entry in hidden_entries(book, book.who.responsible):
        raise NoSuchEntryError(entry).beside("entry")
    issued = book.recorded(entry).entry
    if not isinstance(issued, PaperIssued):
        raise NotAPaperError(entry).beside("entry")
    if not issued.said:
        raise PaperForgottenError(entry).beside("entry")
    kind = PAPERS[issued.paper]
    if issued.paper == "receipt":
        number = _receipt_of(book, issued.about)
        return issue(book, PaperWanted("receipt", issued.languages, receipt=number, size=size))
    anchor = issuing.printed_anchor(book, issuing.again(book, issued))
    facts = decode(issued.said.encode(), kind.facts)
    return Sheet(
        issued.paper, facts, bilingual(book, issued.languages), size or kind.sizes[0], saving, anchor,
        Edition(copy=anchor.copy, on=anchor.again),
    )  # fmt: skip


def first_receipt(
    book: Reading, number: int, languages: tuple[str, ...], size: str = "", saving: bool = False
) -> Sheet:
    """Return the first print of a receipt, which its payment's own entry issued.

    Without ``languages`` it is in those that the entry names.
    """
    asked = _complete(book, PaperWanted("receipt", languages, receipt=number, size=size))
    facts, anchor, first = issuing.receipt(book, receipt_ref(book, number))
    words = bilingual(book, asked.languages)
    return Sheet("receipt", facts, words, asked.size, saving, anchor, first)


def draw_receipts(sheets: Sequence[Sheet]) -> bytes:
    """Draw several receipts of one size and language into one PDF."""
    from imt_desktop.reports.paper.format import PAPERS as SIZES
    from imt_desktop.reports.receipt import pdf  # heavy: only when something is printed

    receipts: list[Any] = [(one.facts, one.anchor, one.edition) for one in sheets]
    first = sheets[0]
    return pdf.render_many(receipts, first.words, SIZES[first.size], saving=first.saving)


def draw(sheet: Sheet, tell: Tell = quietly) -> bytes:
    """Draw a paper as PDF; knows no book. ``tell`` hears how much of a batch or a list is drawn."""
    with told_to(tell):
        return PAPERS[sheet.paper].ink(sheet, tell)


def draw_each(sheet: Sheet, tell: Tell = quietly) -> Iterator[tuple[str, bytes]]:
    """Draw each paper of a batch as a PDF of its own; gives the member's number and name with it."""
    papers = each_paper(sheet)
    for done, one in enumerate(papers, 1):
        facts: Any = one.facts
        yield f"{facts.member.member} {facts.member.name}", draw(one)
        tell(done, len(papers))


def households(sheet: Sheet) -> tuple[int, int] | None:
    """Of a batch return how many papers are in it, and of how many; None for other papers."""
    facts = sheet.facts
    return (len(facts.papers), facts.all) if isinstance(facts, BatchFacts) else None


def draw_untiled(sheet: Sheet) -> bytes:
    """Draw a paper as the PDF that pictures are made of: what is tiled is drawn whole, as A4."""
    return draw(replace(sheet, size="A4") if sheet.size == "tiled" else sheet)


def draw_pictures(sheet: Sheet, dpi: float = 150) -> list[bytes]:
    """Draw every page of a paper as PNG, to send by telephone."""
    from imt_desktop.reports.paper import raster  # heavy: only for pictures

    return raster.pngs(draw_untiled(sheet), dpi)


def draw_picture(sheet: Sheet, dpi: float = 150) -> bytes:
    """Draw the first page of a paper as PNG."""
    return draw_pictures(sheet, dpi)[0]


def bilingual(book: Reading, codes: tuple[str, ...]) -> Bilingual:
    """Return the one or two languages of a paper, in the committee's own words where it has some.

    Raises LanguageCodeError.
    """
    described = committee.committee(book)
    country = described.country if described else None
    found = [spoken(book, code) for code in codes]
    said = [Translator(one.base, country, one.phrases) for one in found]
    return Bilingual(said[0], said[1] if len(said) > 1 else None)


def _complete(book: Reading, wanted: PaperWanted) -> PaperWanted:
    """Fill in what is usual.

    Raises PaperNeedsError, NobodyInZoneError, FutureDayError for a period that has not begun, and what
    ``meant_expense`` raises.
    """
    kind, expense = PAPERS[wanted.paper], wanted.expense.strip()
    for needed in kind.needs:
        if getattr(wanted, needed) in (None, "") and needed not in ("period", "day"):
            raise PaperNeedsError(wanted.paper, needed).beside(needed)
    today = today_of(book)
    period = wanted.period or kind.last(book, wanted, today) or kind.usual(Month.of(today))
    day = wanted.day or today
    for asked, field in ((period.first, "period"), (day, "day")):
        if asked > today and not (kind.ahead and field == "period"):
            raise FutureDayError(asked.isoformat(), today.isoformat()).beside(field)
    zone = wanted.zone.strip()
    if zone and not book.driver.execute("SELECT 1 FROM member WHERE zone=?", (zone,)).fetchone():
        raise NobodyInZoneError(zone).beside("zone")
    return replace(
        wanted,
        languages=wanted.languages or _usual_languages(book, wanted),
        period=period,
        size=wanted.size or kind.sizes[0],
        member=wanted.member.strip(),
        zone=zone,
        day=day,
        expense=meant_expense(book, expense) if "expense" in kind.needs else expense,
        handover=newest(book)
        if wanted.paper == "handover" and not wanted.handover
        else wanted.handover,
    )


def _usual_languages(book: Reading, wanted: PaperWanted) -> tuple[str, ...]:
    """Return the languages in which a receipt was issued, else the committee's own."""
    if wanted.paper == "receipt":
        issued = issuing.languages_of(book, receipt_ref(book, wanted.receipt))
        if issued:
            return issued
    described = committee.committee(book)
    return described.languages if described else ("en",)


def _receipt_of(book: Reading, about: str) -> int | None:
    """Return the number of the receipt that a copy is of: it names the line that gave it."""
    seq, _slash, line = about.partition("/")
    row = book.driver.execute(
        "SELECT receipt FROM money_line WHERE seq=? AND line=?", (seq, line)
    ).fetchone()
    return row[0] if row else None
