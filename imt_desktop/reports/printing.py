"""Every paper that the book can print: what it needs, what it says, and how it becomes ink.

    with book.write(who) as writing:
        sheet = issue(writing, PaperWanted("notice", ("en", "sw"), period=october))
    data = draw(sheet)          # committed first; then drawn with that entry's own head

``prepare`` gives the same sheet without an anchor, for a preview that books nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from imt_desktop.committee import queries as committee
from imt_desktop.committee.entries import PaperIssued
from imt_desktop.committee.errors import NotAPaperError, PaperForgottenError, PaperNeedsError
from imt_desktop.committee.languages import spoken
from imt_desktop.errors import CannotWriteError
from imt_desktop.i18n import Translator
from imt_desktop.journal import Reading, Ref, Writing
from imt_desktop.ledger.as_of import today_of
from imt_desktop.ledger.errors import FutureDayError, NoSuchReceiptError
from imt_desktop.period import Month, Period
from imt_desktop.reports import issuing
from imt_desktop.reports.cashbook.build import build_cashbook
from imt_desktop.reports.cashbook.facts import CashbookFacts
from imt_desktop.reports.closing.build import build_closing
from imt_desktop.reports.closing.facts import ClosingFacts
from imt_desktop.reports.facts import Anchor, Facts, decode
from imt_desktop.reports.income.build import build_income
from imt_desktop.reports.income.facts import IncomeFacts
from imt_desktop.reports.notice.build import build_notice
from imt_desktop.reports.notice.facts import NoticeFacts
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.receipt.build import build_receipt, edition
from imt_desktop.reports.receipt.facts import Edition, ReceiptFacts
from imt_desktop.reports.statement.build import build_statement
from imt_desktop.reports.statement.facts import StatementFacts


@dataclass(frozen=True, slots=True)
class PaperWanted:
    """What is to be printed: a key of ``PAPERS``, and about what.

    ``languages`` empty means the committee's own, ``size`` empty the paper's usual one. ``saving``
    leaves filled areas out.
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


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper that is ready to be drawn: its facts, and the anchor where it was issued."""

    paper: str
    facts: Facts
    words: Bilingual
    size: str
    saving: bool = False
    anchor: Anchor | None = None
    edition: Edition = field(default_factory=Edition)


@dataclass(frozen=True, slots=True)
class PaperKind:
    """One kind of paper. ``needs`` names the fields of ``PaperWanted`` that it cannot do without.

    ``usual`` is the period of a paper that is asked for without one, on a day.
    """

    sizes: tuple[str, ...]
    needs: tuple[str, ...]
    build: Callable[[Reading, PaperWanted], Facts]
    about: Callable[[PaperWanted], str]
    ink: Callable[[Sheet], bytes]
    facts: type[Facts]
    usual: Callable[[Month], Period] = lambda month: month.period


def prepare(book: Reading, wanted: PaperWanted) -> Sheet:
    """Gather what a paper says, without issuing it. Raises what its builder raises."""
    asked = _complete(book, wanted)
    kind = PAPERS[asked.paper]
    sheet = Sheet(
        asked.paper, kind.build(book, asked), bilingual(book, asked.languages), asked.size,
        asked.saving,
    )  # fmt: skip
    if asked.paper == "receipt":
        return replace(sheet, edition=edition(book, receipt_ref(book, asked.receipt)))
    return sheet


def issue(book: Writing, wanted: PaperWanted) -> Sheet:
    """Write down that a paper is made and what it says; the caller commits before it is drawn.

    A receipt was issued by its payment: this is a copy of it.
    """
    asked = _complete(book, wanted)
    if asked.paper == "receipt":
        ref = receipt_ref(book, asked.receipt)
        facts, anchor, copy = issuing.receipt_again(book, ref, asked.languages)
        words = bilingual(book, asked.languages)
        return Sheet("receipt", facts, words, asked.size, asked.saving, anchor, copy)
    sheet = prepare(book, asked)
    about = PAPERS[asked.paper].about(asked)
    return replace(
        sheet, anchor=issuing.issue(book, asked.paper, about, sheet.facts, asked.languages)
    )


def again(book: Writing, entry: int, size: str = "", saving: bool = False) -> Sheet:
    """Issue a copy of a paper that an entry issued: it says what the first print said, and has its anchor.

    Raises NoSuchEntryError, NotAPaperError, and PaperForgottenError where its words were erased.
    """
    issued = book.recorded(entry).entry
    if not isinstance(issued, PaperIssued):
        raise NotAPaperError(entry).beside("entry")
    if not issued.said:
        raise PaperForgottenError(entry).beside("entry")
    kind = PAPERS[issued.paper]
    if issued.paper == "receipt":
        number = _receipt_of(book, issued.about)
        return issue(book, PaperWanted("receipt", issued.languages, receipt=number, size=size))
    anchor = issuing.again(book, issued)
    facts = decode(issued.said.encode(), kind.facts)
    return Sheet(
        issued.paper, facts, bilingual(book, issued.languages), size or kind.sizes[0], saving, anchor,
        Edition(copy=anchor.copy, on=anchor.again),
    )  # fmt: skip


def first_receipt(book: Reading, number: int, languages: tuple[str, ...], size: str = "") -> Sheet:
    """Return the first print of a receipt, which its payment's own entry issued."""
    asked = _complete(book, PaperWanted("receipt", languages, receipt=number, size=size))
    facts, anchor, first = issuing.receipt(book, receipt_ref(book, number))
    return Sheet(
        "receipt", facts, bilingual(book, asked.languages), asked.size, anchor=anchor, edition=first
    )


def first_receipts(book: Reading, numbers: Sequence[int], size: str = "") -> list[Sheet]:
    """Return first prints in their order; cancelled receipts and unknown numbers are left out."""
    found = []
    for number in numbers:
        try:
            sheet = first_receipt(book, number, (), size)
        except NoSuchReceiptError:  # of a book that was put back to an earlier day
            continue
        if not sheet.edition.cancelled:
            found.append(sheet)
    return found


def draw_receipts(sheets: Sequence[Sheet]) -> bytes:
    """Draw several receipts of one size and language into one PDF."""
    from imt_desktop.reports.paper.format import PAPERS as SIZES
    from imt_desktop.reports.receipt import pdf  # heavy: only when something is printed

    receipts: list[Any] = [(one.facts, one.anchor, one.edition) for one in sheets]
    return pdf.render_many(receipts, sheets[0].words, SIZES[sheets[0].size])


def draw(sheet: Sheet) -> bytes:
    """Draw a paper as PDF; knows no book."""
    return PAPERS[sheet.paper].ink(sheet)


def draw_pictures(sheet: Sheet, dpi: float = 150) -> list[bytes]:
    """Draw every page of a paper as PNG, to send by telephone; what is tiled is drawn whole, as A4."""
    from imt_desktop.reports.paper import raster  # heavy: only for pictures

    pdf = draw(replace(sheet, size="A4") if sheet.size == "tiled" else sheet)
    return [raster.png(pdf, page, dpi) for page in range(raster.pages(pdf))]


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


def receipt_ref(book: Reading, number: int | None) -> Ref:
    """Find the line that gave a receipt. Raises NoSuchReceiptError."""
    row = book.driver.execute(
        "SELECT seq, line FROM money_line WHERE receipt=?", (number,)
    ).fetchone()
    if row is None:
        raise NoSuchReceiptError(number or 0).beside("number")
    return Ref(*row)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all. Raises CannotWriteError."""
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError as error:
        with suppress(OSError):  # there may be no such folder
            part.unlink()
        raise CannotWriteError(str(path)) from error


def _complete(book: Reading, wanted: PaperWanted) -> PaperWanted:
    """Fill in what is usual. Raises PaperNeedsError, FutureDayError for a period that has not begun."""
    kind = PAPERS[wanted.paper]
    for needed in kind.needs:
        if getattr(wanted, needed) in (None, "") and needed != "period":
            raise PaperNeedsError(wanted.paper, needed).beside(needed)
    described = committee.committee(book)
    today = today_of(book)
    period = wanted.period or kind.usual(Month.of(today))
    if period.first > today:
        raise FutureDayError(period.first.isoformat(), today.isoformat()).beside("period")
    return replace(
        wanted,
        languages=wanted.languages or (described.languages if described else ("en",)),
        period=period,
        size=wanted.size or kind.sizes[0],
        member=wanted.member.strip(),
    )


def _receipt_of(book: Reading, about: str) -> int | None:
    """Return the number of the receipt that a copy is of: it names the line that gave it."""
    seq, _slash, line = about.partition("/")
    row = book.driver.execute(
        "SELECT receipt FROM money_line WHERE seq=? AND line=?", (seq, line)
    ).fetchone()
    return row[0] if row else None


def _covered(wanted: PaperWanted) -> Period:
    assert wanted.period is not None  # _complete filled it in
    return wanted.period


def _notice(book: Reading, wanted: PaperWanted) -> Facts:
    return build_notice(book, _covered(wanted), today_of(book))


def _statement(book: Reading, wanted: PaperWanted) -> Facts:
    return build_statement(book, wanted.member, _covered(wanted), today_of(book))


def _cashbook(book: Reading, wanted: PaperWanted) -> Facts:
    return build_cashbook(book, _covered(wanted), today_of(book), wanted.account)


def _income(book: Reading, wanted: PaperWanted) -> Facts:
    return build_income(book, _covered(wanted), today_of(book))


def _half_year(month: Month) -> Period:
    return Period(month.shift(-5).first, month.last)


def _year(month: Month) -> Period:
    return Period.year(month.year)


def _ink_notice(sheet: Sheet) -> bytes:
    from imt_desktop.reports.notice import pdf  # heavy: only when something is printed
    from imt_desktop.reports.paper.format import PAPERS as SIZES

    facts: Any = sheet.facts
    if sheet.size == "tiled":
        return pdf.render_tiled(facts, sheet.words, sheet.anchor, saving=sheet.saving)
    size = SIZES[sheet.size]
    return pdf.render(facts, sheet.words, sheet.anchor, size, saving=sheet.saving)


def _ink_aloud(sheet: Sheet) -> bytes:
    from imt_desktop.reports.notice import aloud  # heavy: only when something is printed

    facts: Any = sheet.facts
    return aloud.render(facts, sheet.words, sheet.anchor)


def _receipt(book: Reading, wanted: PaperWanted) -> Facts:
    return build_receipt(book, receipt_ref(book, wanted.receipt))


def _ink_receipt(sheet: Sheet) -> bytes:
    from imt_desktop.reports.paper.format import PAPERS as SIZES
    from imt_desktop.reports.receipt import pdf  # heavy: only when something is printed

    facts: Any = sheet.facts
    return pdf.render(facts, sheet.words, sheet.anchor, SIZES[sheet.size], sheet.edition)


def _closing(book: Reading, wanted: PaperWanted) -> Facts:
    assert wanted.period is not None
    return build_closing(book, wanted.period)


def _ink_closing(sheet: Sheet) -> bytes:
    from imt_desktop.reports.closing import pdf  # heavy: only when something is printed

    facts: Any = sheet.facts
    return pdf.render(facts, sheet.words, sheet.anchor)


def _ink_statement(sheet: Sheet) -> bytes:
    from imt_desktop.reports.statement import pdf  # heavy: only when something is printed

    facts: Any = sheet.facts
    return pdf.render(facts, sheet.words, sheet.anchor)


def _ink_cashbook(sheet: Sheet) -> bytes:
    from imt_desktop.reports.cashbook import pdf  # heavy: only when something is printed

    facts: Any = sheet.facts
    return pdf.render(facts, sheet.words, sheet.anchor)


def _ink_income(sheet: Sheet) -> bytes:
    from imt_desktop.reports.income import pdf  # heavy: only when something is printed

    facts: Any = sheet.facts
    return pdf.render(facts, sheet.words, sheet.anchor)


def _period(wanted: PaperWanted) -> str:
    return str(wanted.period)


def _member_and_period(wanted: PaperWanted) -> str:
    return f"{wanted.period} {wanted.member}"


def _account_and_period(wanted: PaperWanted) -> str:
    return str(wanted.period) if wanted.account is None else f"{wanted.period} {wanted.account}"


PAPERS: Final[dict[str, PaperKind]] = {
    "notice": PaperKind(
        ("tiled", "A3", "A2", "A4"), ("period",), _notice, _period, _ink_notice, NoticeFacts
    ),
    "aloud": PaperKind(("A4",), ("period",), _notice, _period, _ink_aloud, NoticeFacts),
    "closing": PaperKind(("A4",), ("period",), _closing, _period, _ink_closing, ClosingFacts),
    "receipt": PaperKind(
        ("A6", "A4"), ("receipt",), _receipt, lambda wanted: str(wanted.receipt), _ink_receipt,
        ReceiptFacts,
    ),
    "statement": PaperKind(
        ("A5",), ("member", "period"), _statement, _member_and_period, _ink_statement,
        StatementFacts, _half_year,
    ),
    "cashbook": PaperKind(
        ("A4",), ("period",), _cashbook, _account_and_period, _ink_cashbook, CashbookFacts
    ),
    "income": PaperKind(
        ("A4",), ("period",), _income, _period, _ink_income, IncomeFacts, _year
    ),
}  # fmt: skip
"""Every kind of paper by its key; the first of its sizes is the usual one."""
