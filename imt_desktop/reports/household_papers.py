"""Papers of one household after another: receipts, bills, statements, letters, slips, and lists of them."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import msgspec
from msgspec.structs import replace

from imt_desktop.journal import Reading
from imt_desktop.ledger.as_of import today_of
from imt_desktop.period import Period
from imt_desktop.reports import about
from imt_desktop.reports.agreement.build import build_agreement
from imt_desktop.reports.agreement.facts import AgreementFacts
from imt_desktop.reports.behind.build import build_behind
from imt_desktop.reports.behind.facts import BehindFacts
from imt_desktop.reports.bill.build import build_bill, build_bills, last_billed
from imt_desktop.reports.bill.facts import BillFacts, BillsFacts
from imt_desktop.reports.confirming.build import build_confirmations
from imt_desktop.reports.confirming.facts import ConfirmationsFacts
from imt_desktop.reports.facts import Facts
from imt_desktop.reports.household.build import build_slips
from imt_desktop.reports.household.facts import SlipsFacts
from imt_desktop.reports.inking import drawn_by
from imt_desktop.reports.kinds import PaperKind, PaperWanted, Sheet, Tell, receipt_ref
from imt_desktop.reports.letters.build import build_letters
from imt_desktop.reports.letters.facts import LettersFacts
from imt_desktop.reports.readings.build import build_sheet
from imt_desktop.reports.readings.facts import ReadingSheetFacts
from imt_desktop.reports.receipt.build import build_receipt
from imt_desktop.reports.receipt.day import ReceiptsFacts, build_receipts
from imt_desktop.reports.receipt.facts import Edition, ReceiptFacts
from imt_desktop.reports.register.build import build_register
from imt_desktop.reports.register.facts import RegisterFacts
from imt_desktop.reports.statement.batch import StatementsFacts, build_statements
from imt_desktop.reports.statement.build import build_statement
from imt_desktop.reports.statement.facts import StatementFacts
from imt_desktop.reports.visits.build import build_visits
from imt_desktop.reports.visits.facts import VisitsFacts


def _statement(book: Reading, wanted: PaperWanted) -> Facts:
    return build_statement(book, wanted.member, about.covered(wanted), today_of(book))


def _statements(book: Reading, wanted: PaperWanted) -> Facts:
    today = today_of(book)
    return build_statements(book, about.covered(wanted), today, wanted.zone, wanted.first)


def _receipt(book: Reading, wanted: PaperWanted) -> Facts:
    return build_receipt(book, receipt_ref(book, wanted.receipt))


def _receipts(book: Reading, wanted: PaperWanted) -> Facts:
    return build_receipts(book, wanted.day or today_of(book), wanted.unprinted)


def _behind(book: Reading, wanted: PaperWanted) -> Facts:
    return build_behind(book, wanted.day or today_of(book), wanted.zone)


def _letters(book: Reading, wanted: PaperWanted) -> Facts:
    return build_letters(book, wanted.day or today_of(book), wanted.zone, wanted.member)


def _visits(book: Reading, wanted: PaperWanted) -> Facts:
    return build_visits(book, today_of(book), wanted.zone)


def _agreement(book: Reading, wanted: PaperWanted) -> Facts:
    return build_agreement(book, wanted.member)


def _members(book: Reading, wanted: PaperWanted) -> Facts:
    return build_register(book, today_of(book), wanted.zone)


def _slips(book: Reading, wanted: PaperWanted) -> Facts:
    return build_slips(book, today_of(book), wanted.zone)


def _confirmations(book: Reading, wanted: PaperWanted) -> Facts:
    return build_confirmations(book, today_of(book), wanted.zone)


def _bill(book: Reading, wanted: PaperWanted) -> Facts:
    return build_bill(book, wanted.member, about.covered(wanted), today_of(book))


def _bills(book: Reading, wanted: PaperWanted) -> Facts:
    return build_bills(book, about.covered(wanted), today_of(book), wanted.zone, wanted.first)


def _last_billed(book: Reading, wanted: PaperWanted, today: date) -> Period | None:
    return last_billed(book, today, wanted.member.strip())


def _readings(book: Reading, wanted: PaperWanted) -> Facts:
    return build_sheet(book, about.covered(wanted), wanted.zone)


def _ink_receipt(sheet: Sheet, _tell: Tell) -> bytes:
    from imt_desktop.reports.paper.format import PAPERS as SIZES
    from imt_desktop.reports.receipt import pdf  # heavy: only when something is printed

    facts: Any = sheet.facts
    size = SIZES[sheet.size]
    return pdf.render(facts, sheet.words, sheet.anchor, size, sheet.edition, saving=sheet.saving)


def _ink_pad(sheet: Sheet, tell: Tell) -> bytes:
    return _ink_receipts(replace(sheet, size="pad"), tell)


def _ink_receipts(sheet: Sheet, _tell: Tell) -> bytes:
    from imt_desktop.reports.paper.format import PAPERS as SIZES
    from imt_desktop.reports.receipt import pdf  # heavy: only when something is printed

    facts: Any = sheet.facts
    printed: list[Any] = [
        (one.receipt, _of_copy(one.anchor, sheet.edition), _later(one.edition, sheet.edition))
        for one in facts.receipts
    ]
    return pdf.render_many(printed, sheet.words, SIZES[sheet.size], saving=sheet.saving)


def _of_copy(anchor: Any, now: Edition) -> Any:
    return anchor if now.copy == 1 else msgspec.structs.replace(anchor, again=now.on)


def _later(then: Edition, now: Edition) -> Edition:
    """Return which print a receipt is where the whole day is printed again."""
    if now.copy == 1:
        return then
    return msgspec.structs.replace(then, copy=then.copy + now.copy - 1, on=now.on)


def _ink_bill(sheet: Sheet, _tell: Tell) -> bytes:
    from imt_desktop.reports.bill import pdf  # heavy: only when something is printed

    facts: Any = sheet.facts
    return pdf.render([(facts, sheet.anchor)], sheet.words, sheet.size, saving=sheet.saving)


def _ink_bills(sheet: Sheet, tell: Tell) -> bytes:
    from imt_desktop.reports.bill import pdf  # heavy: only when something is printed

    facts: Any = sheet.facts
    many = len(facts.bills)
    pairs = list(zip(facts.bills, sheet.anchors or (None,) * many, strict=True))
    return pdf.render(
        pairs, sheet.words, sheet.size, lambda done: tell(done, many), saving=sheet.saving
    )


def _ink_statements(sheet: Sheet, tell: Tell) -> bytes:
    from imt_desktop.reports.statement import pdf  # heavy: only when something is printed

    facts: Any = sheet.facts
    many = len(facts.statements)
    anchors = sheet.anchors or (None,) * many
    pairs = list(zip(facts.statements, anchors, strict=True))
    return pdf.render_many(pairs, sheet.words, lambda done: tell(done, many))


HOUSEHOLDS: Final[dict[str, PaperKind]] = {
    "receipt": PaperKind(
        ("A6", "A4", "roll", "eight"), ("receipt",), _receipt, lambda wanted: str(wanted.receipt),
        _ink_receipt, ReceiptFacts,
    ),
    "receipts": PaperKind(
        ("eight", "A6", "A4", "roll"), ("day",), _receipts, about.day, _ink_receipts, ReceiptsFacts
    ),
    "pad": PaperKind(("A4",), ("day",), _receipts, about.day, _ink_pad, ReceiptsFacts),
    "statement": PaperKind(
        ("A5",), ("member", "period"), _statement, about.member_and_period, drawn_by("statement.pdf"),
        StatementFacts, about.half_year,
    ),
    "statements": PaperKind(
        ("A5", "each"), ("period",), _statements, about.zone_and_period, _ink_statements,
        StatementsFacts, about.half_year, ("zone",), each="statement",
    ),
    "bill": PaperKind(
        ("A5", "roll"), ("member", "period"), _bill, about.member_and_period, _ink_bill, BillFacts,
        last=_last_billed,
    ),
    "bills": PaperKind(
        ("A4", "roll", "each"), ("period",), _bills, about.zone_and_period, _ink_bills, BillsFacts,
        may=("zone",), each="bill", last=_last_billed,
    ),
    "readings": PaperKind(
        ("A4",), ("period",), _readings, about.zone_and_period, drawn_by("readings.pdf"),
        ReadingSheetFacts, may=("zone",),
    ),
    "slips": PaperKind(
        ("A4",), (), _slips, about.zone_and_day, drawn_by("household.pdf"), SlipsFacts, may=("zone",)
    ),
    "confirmations": PaperKind(
        ("A4",), (), _confirmations, about.zone_and_day, drawn_by("confirming.pdf"),
        ConfirmationsFacts, may=("zone",),
    ),
    "letters": PaperKind(
        ("A5",), ("day",), _letters, about.zone_and_day, drawn_by("letters.pdf"), LettersFacts,
        may=("zone",),
    ),
    "agreement": PaperKind(
        ("A4",), ("member",), _agreement, about.member_and_day, drawn_by("agreement.pdf"),
        AgreementFacts,
    ),
    "visits": PaperKind(
        ("A4",), (), _visits, about.zone_and_day, drawn_by("visits.pdf"), VisitsFacts, may=("zone",)
    ),
    "behind": PaperKind(
        ("A4",), ("day",), _behind, about.zone_and_day, drawn_by("behind.pdf"), BehindFacts,
        may=("zone",),
    ),
    "members": PaperKind(
        ("A4",), (), _members, about.zone_and_day, drawn_by("register.pdf"), RegisterFacts,
        may=("zone",),
    ),
}  # fmt: skip
"""Every kind of paper about households by its key."""
