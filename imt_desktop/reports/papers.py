"""Every kind of paper: what it needs, how its facts are built, and how they become ink."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

import msgspec

from imt_desktop.journal import Reading
from imt_desktop.ledger.as_of import today_of
from imt_desktop.period import Month, Period
from imt_desktop.reports.acta.build import build_acta
from imt_desktop.reports.acta.facts import ActaFacts
from imt_desktop.reports.agreement.build import build_agreement
from imt_desktop.reports.agreement.facts import AgreementFacts
from imt_desktop.reports.assets.build import build_assets
from imt_desktop.reports.assets.facts import AssetsFacts
from imt_desktop.reports.audit.build import build_audit
from imt_desktop.reports.audit.facts import AuditFacts
from imt_desktop.reports.behind.build import build_behind
from imt_desktop.reports.behind.facts import BehindFacts
from imt_desktop.reports.bill.build import build_bill, build_bills
from imt_desktop.reports.bill.facts import BillFacts, BillsFacts
from imt_desktop.reports.board.build import build_board
from imt_desktop.reports.board.facts import BoardFacts
from imt_desktop.reports.budget.build import build_budget
from imt_desktop.reports.budget.facts import BudgetFacts
from imt_desktop.reports.capacity.build import build_capacity
from imt_desktop.reports.capacity.facts import CapacityFacts
from imt_desktop.reports.cashbook.build import build_cashbook
from imt_desktop.reports.cashbook.facts import CashbookFacts
from imt_desktop.reports.charging.build import build_charging
from imt_desktop.reports.charging.facts import ChargingFacts
from imt_desktop.reports.closing.build import build_closing
from imt_desktop.reports.closing.facts import ClosingFacts
from imt_desktop.reports.community_papers import COMMUNITY
from imt_desktop.reports.compared.build import build_compared
from imt_desktop.reports.compared.facts import ComparedFacts
from imt_desktop.reports.complaining.build import build_complaining
from imt_desktop.reports.complaining.facts import ComplainingFacts
from imt_desktop.reports.confirming.build import build_confirmations
from imt_desktop.reports.confirming.facts import ConfirmationsFacts
from imt_desktop.reports.contribution.build import build_contributions
from imt_desktop.reports.contribution.facts import ContributionsFacts
from imt_desktop.reports.daylist.build import build_daylist
from imt_desktop.reports.daylist.facts import DayListFacts
from imt_desktop.reports.facts import BatchFacts, Facts
from imt_desktop.reports.handing.build import build_handing
from imt_desktop.reports.handing.facts import HandingFacts
from imt_desktop.reports.handover.build import build_handover, newest
from imt_desktop.reports.handover.facts import HandoverFacts
from imt_desktop.reports.household.build import build_slips
from imt_desktop.reports.household.facts import SlipsFacts
from imt_desktop.reports.income.build import build_income
from imt_desktop.reports.income.facts import IncomeFacts
from imt_desktop.reports.inking import drawn_by, poster_of
from imt_desktop.reports.kinds import PaperKind, PaperWanted, Sheet, Tell, receipt_ref
from imt_desktop.reports.kiosks.build import build_kiosks
from imt_desktop.reports.kiosks.facts import KiosksFacts
from imt_desktop.reports.letters.build import build_letters
from imt_desktop.reports.letters.facts import LettersFacts
from imt_desktop.reports.lists.build import build_list
from imt_desktop.reports.lists.facts import ListFacts
from imt_desktop.reports.notice.build import build_notice
from imt_desktop.reports.notice.facts import NoticeFacts
from imt_desktop.reports.readings.build import build_sheet
from imt_desktop.reports.readings.facts import ReadingSheetFacts
from imt_desktop.reports.receipt.build import build_receipt
from imt_desktop.reports.receipt.day import ReceiptsFacts, build_receipts
from imt_desktop.reports.receipt.facts import Edition, ReceiptFacts
from imt_desktop.reports.register.build import build_register
from imt_desktop.reports.register.facts import RegisterFacts
from imt_desktop.reports.scenarios.build import build_scenarios
from imt_desktop.reports.scenarios.facts import ScenariosFacts
from imt_desktop.reports.statement.batch import StatementsFacts, build_statements
from imt_desktop.reports.statement.build import build_statement
from imt_desktop.reports.statement.facts import StatementFacts
from imt_desktop.reports.tariff.build import build_tariff
from imt_desktop.reports.tariff.facts import TariffFacts
from imt_desktop.reports.visits.build import build_visits
from imt_desktop.reports.visits.facts import VisitsFacts
from imt_desktop.reports.voucher.build import build_voucher
from imt_desktop.reports.voucher.facts import VoucherFacts
from imt_desktop.reports.wages.build import build_wages
from imt_desktop.reports.wages.facts import WagesFacts
from imt_desktop.reports.worksheets.build import build_worksheets
from imt_desktop.reports.worksheets.facts import WorksheetsFacts
from imt_desktop.reports.yearly.build import build_year
from imt_desktop.reports.yearly.facts import YearFacts


def _covered(wanted: PaperWanted) -> Period:
    assert wanted.period is not None  # filled in before anything is built
    return wanted.period


def _notice(book: Reading, wanted: PaperWanted) -> Facts:
    return build_notice(book, _covered(wanted), today_of(book))


def _tariff(book: Reading, wanted: PaperWanted) -> Facts:
    return build_tariff(book, wanted.tariff, today_of(book))


def _complaining(book: Reading, _wanted: PaperWanted) -> Facts:
    return build_complaining(book, today_of(book))


def _audit(book: Reading, _wanted: PaperWanted) -> Facts:
    return build_audit(book)


def _statement(book: Reading, wanted: PaperWanted) -> Facts:
    return build_statement(book, wanted.member, _covered(wanted), today_of(book))


def _statements(book: Reading, wanted: PaperWanted) -> Facts:
    today = today_of(book)
    return build_statements(book, _covered(wanted), today, wanted.zone, wanted.first)


def _cashbook(book: Reading, wanted: PaperWanted) -> Facts:
    return build_cashbook(book, _covered(wanted), today_of(book), wanted.account)


def _income(book: Reading, wanted: PaperWanted) -> Facts:
    return build_income(book, _covered(wanted), today_of(book))


def _receipt(book: Reading, wanted: PaperWanted) -> Facts:
    return build_receipt(book, receipt_ref(book, wanted.receipt))


def _receipts(book: Reading, wanted: PaperWanted) -> Facts:
    return build_receipts(book, wanted.day or today_of(book), wanted.unprinted)


def _closing(book: Reading, wanted: PaperWanted) -> Facts:
    return build_closing(book, _covered(wanted))


def _handover(book: Reading, wanted: PaperWanted) -> Facts:
    return build_handover(book, wanted.handover or newest(book))


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


def _voucher(book: Reading, wanted: PaperWanted) -> Facts:
    return build_voucher(book, wanted.expense)


def _wages(book: Reading, wanted: PaperWanted) -> Facts:
    return build_wages(book, _covered(wanted), today_of(book))


def _daylist(book: Reading, wanted: PaperWanted) -> Facts:
    return build_daylist(book, wanted.day or today_of(book))


def _scenarios(book: Reading, _wanted: PaperWanted) -> Facts:
    return build_scenarios(book, today_of(book))


def _acta(book: Reading, _wanted: PaperWanted) -> Facts:
    return build_acta(book, Month.of(today_of(book)))


def _budget(book: Reading, wanted: PaperWanted) -> Facts:
    return build_budget(book, _covered(wanted), today_of(book))


def _assets(book: Reading, _wanted: PaperWanted) -> Facts:
    return build_assets(book, today_of(book))


def _board(book: Reading, _wanted: PaperWanted) -> Facts:
    return build_board(book, today_of(book))


def _capacity(book: Reading, _wanted: PaperWanted) -> Facts:
    return build_capacity(book, today_of(book))


def _compared(book: Reading, _wanted: PaperWanted) -> Facts:
    return build_compared(book, today_of(book))


def _worksheets(book: Reading, wanted: PaperWanted) -> Facts:
    return build_worksheets(book, wanted.step)


def _slips(book: Reading, wanted: PaperWanted) -> Facts:
    return build_slips(book, today_of(book), wanted.zone)


def _confirmations(book: Reading, wanted: PaperWanted) -> Facts:
    return build_confirmations(book, today_of(book), wanted.zone)


def _bill(book: Reading, wanted: PaperWanted) -> Facts:
    return build_bill(book, wanted.member, _covered(wanted), today_of(book))


def _bills(book: Reading, wanted: PaperWanted) -> Facts:
    return build_bills(book, _covered(wanted), today_of(book), wanted.zone, wanted.first)


def _readings(book: Reading, wanted: PaperWanted) -> Facts:
    return build_sheet(book, _covered(wanted), wanted.zone)


def _charging(book: Reading, wanted: PaperWanted) -> Facts:
    return build_charging(book, _covered(wanted))


def _kiosks(book: Reading, wanted: PaperWanted) -> Facts:
    return build_kiosks(book, _covered(wanted))


def _contribution(book: Reading, wanted: PaperWanted) -> Facts:
    return build_contributions(book, today_of(book))


def _handing(book: Reading, _wanted: PaperWanted) -> Facts:
    return build_handing(book, today_of(book))


def _yearly(book: Reading, wanted: PaperWanted) -> Facts:
    return build_year(book, _covered(wanted), today_of(book))


def _list_of(what: str) -> Callable[[Reading, PaperWanted], Facts]:
    def build(book: Reading, wanted: PaperWanted) -> Facts:
        return build_list(book, what, _covered(wanted))

    return build


def _half_year(month: Month) -> Period:
    return Period(month.shift(-5).first, month.last)


def _year(month: Month) -> Period:
    return Period.year(month.year)


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


def each_paper(sheet: Sheet) -> tuple[Sheet, ...]:
    """Return the papers of a batch as papers of their own."""
    facts, kind = sheet.facts, PAPERS[sheet.paper].each
    assert isinstance(facts, BatchFacts)
    anchors = sheet.anchors or (None,) * len(facts.papers)
    return tuple(
        replace(sheet, paper=kind, facts=one, size=PAPERS[kind].sizes[0], anchor=anchor, anchors=())
        for one, anchor in zip(facts.papers, anchors, strict=True)
    )


def _period(wanted: PaperWanted) -> str:
    return str(wanted.period)


def _tariff_about(wanted: PaperWanted) -> str:
    return str(wanted.tariff or "")


def _tariff_since(facts: Facts) -> str:
    assert isinstance(facts, TariffFacts)
    return str(Month.of(facts.since))


def _member_and_period(wanted: PaperWanted) -> str:
    return f"{wanted.period} {wanted.member}"


def _account_and_period(wanted: PaperWanted) -> str:
    return str(wanted.period) if wanted.account is None else f"{wanted.period} {wanted.account}"


def _zone_and_period(wanted: PaperWanted) -> str:
    return f"{wanted.period} {wanted.zone}".strip()


def _day(wanted: PaperWanted) -> str:
    return str(wanted.day)


def _zone_and_day(wanted: PaperWanted) -> str:
    return f"{wanted.day} {wanted.zone}".strip()


def _member_and_day(wanted: PaperWanted) -> str:
    return f"{wanted.day} {wanted.member}"


def _nothing(_wanted: PaperWanted) -> str:
    return ""


PAPERS: Final[dict[str, PaperKind]] = {
    "notice": PaperKind(
        ("tiled", "A3", "A2", "A4"), ("period",), _notice, _period, poster_of("notice.pdf"),
        NoticeFacts,
    ),
    "aloud": PaperKind(
        ("A4",), ("period",), _notice, _period, drawn_by("notice.aloud"), NoticeFacts
    ),
    "tariff": PaperKind(
        ("tiled", "A3", "A2", "A4"), (), _tariff, _tariff_about, poster_of("tariff.pdf"),
        TariffFacts, may=("tariff",), about_facts=_tariff_since,
    ),
    "tariff-aloud": PaperKind(
        ("A4",), (), _tariff, _tariff_about, drawn_by("tariff.aloud"), TariffFacts,
        may=("tariff",), about_facts=_tariff_since,
    ),
    "complaint-poster": PaperKind(
        ("tiled", "A3", "A2", "A4"), (), _complaining, _nothing, poster_of("complaining.pdf"),
        ComplainingFacts,
    ),
    "complaint-aloud": PaperKind(
        ("A4",), (), _complaining, _nothing, drawn_by("complaining.aloud"), ComplainingFacts
    ),
    "audit": PaperKind(
        ("A3", "tiled", "A2", "A4"), (), _audit, _nothing, poster_of("audit.pdf"), AuditFacts
    ),
    "board": PaperKind(
        ("A3", "A2", "tiled"), (), _board, _nothing, poster_of("board.pdf"), BoardFacts
    ),
    "cards": PaperKind(("A4",), (), _board, _nothing, drawn_by("board.cutting"), BoardFacts),
    "capacity": PaperKind(
        ("tiled", "A3", "A2", "A4"), (), _capacity, _nothing, poster_of("capacity.pdf"),
        CapacityFacts,
    ),
    "before-after": PaperKind(
        ("A4",), (), _compared, _nothing, drawn_by("compared.pdf"), ComparedFacts
    ),
    "worksheets": PaperKind(
        ("A4",), (), _worksheets, lambda wanted: wanted.step, drawn_by("worksheets.pdf"),
        WorksheetsFacts, may=("step",),
    ),
    "closing": PaperKind(
        ("A4",), ("period",), _closing, _period, drawn_by("closing.pdf"), ClosingFacts
    ),
    "receipt": PaperKind(
        ("A6", "A4", "roll", "eight"), ("receipt",), _receipt, lambda wanted: str(wanted.receipt),
        _ink_receipt, ReceiptFacts,
    ),
    "receipts": PaperKind(
        ("eight", "A6", "A4", "roll"), ("day",), _receipts, _day, _ink_receipts, ReceiptsFacts
    ),
    "pad": PaperKind(("A4",), ("day",), _receipts, _day, _ink_pad, ReceiptsFacts),
    "statement": PaperKind(
        ("A5",), ("member", "period"), _statement, _member_and_period, drawn_by("statement.pdf"),
        StatementFacts, _half_year,
    ),
    "statements": PaperKind(
        ("A5", "each"), ("period",), _statements, _zone_and_period, _ink_statements,
        StatementsFacts, _half_year, ("zone",), each="statement",
    ),
    "bill": PaperKind(
        ("A5", "roll"), ("member", "period"), _bill, _member_and_period, _ink_bill, BillFacts
    ),
    "bills": PaperKind(
        ("A4", "roll", "each"), ("period",), _bills, _zone_and_period, _ink_bills, BillsFacts,
        may=("zone",), each="bill",
    ),
    "readings": PaperKind(
        ("A4",), ("period",), _readings, _zone_and_period, drawn_by("readings.pdf"),
        ReadingSheetFacts, may=("zone",),
    ),
    "charging": PaperKind(
        ("A4",), ("period",), _charging, _period, drawn_by("charging.pdf"), ChargingFacts
    ),
    "kiosks": PaperKind(("A4",), ("period",), _kiosks, _period, drawn_by("kiosks.pdf"), KiosksFacts),
    "contribution": PaperKind(
        ("A4",), (), _contribution, _day, drawn_by("contribution.pdf"), ContributionsFacts
    ),
    "slips": PaperKind(
        ("A4",), (), _slips, _zone_and_day, drawn_by("household.pdf"), SlipsFacts, may=("zone",)
    ),
    "confirmations": PaperKind(
        ("A4",), (), _confirmations, _zone_and_day, drawn_by("confirming.pdf"),
        ConfirmationsFacts, may=("zone",),
    ),
    "letters": PaperKind(
        ("A5",), ("day",), _letters, _zone_and_day, drawn_by("letters.pdf"), LettersFacts,
        may=("zone",),
    ),
    "agreement": PaperKind(
        ("A4",), ("member",), _agreement, _member_and_day, drawn_by("agreement.pdf"),
        AgreementFacts,
    ),
    "visits": PaperKind(
        ("A4",), (), _visits, _zone_and_day, drawn_by("visits.pdf"), VisitsFacts, may=("zone",)
    ),
    "behind": PaperKind(
        ("A4",), ("day",), _behind, _zone_and_day, drawn_by("behind.pdf"), BehindFacts,
        may=("zone",),
    ),
    "members": PaperKind(
        ("A4",), (), _members, _zone_and_day, drawn_by("register.pdf"), RegisterFacts,
        may=("zone",),
    ),
    "daylist": PaperKind(
        ("A4",), ("day",), _daylist, _day, drawn_by("daylist.pdf"), DayListFacts
    ),
    "voucher": PaperKind(
        ("A5",), ("expense",), _voucher, lambda wanted: wanted.expense,
        drawn_by("voucher.pdf", saving=True), VoucherFacts,
    ),
    "wages": PaperKind(
        ("A4",), ("period",), _wages, _period, drawn_by("wages.pdf"), WagesFacts
    ),
    "cashbook": PaperKind(
        ("A4",), ("period",), _cashbook, _account_and_period, drawn_by("cashbook.pdf"),
        CashbookFacts, may=("account",),
    ),
    "receipt-list": PaperKind(
        ("A4",), ("period",), _list_of("receipts"), _period, drawn_by("lists.pdf"), ListFacts
    ),
    "voucher-list": PaperKind(
        ("A4",), ("period",), _list_of("vouchers"), _period, drawn_by("lists.pdf"), ListFacts
    ),
    "decision-list": PaperKind(
        ("A4",), ("period",), _list_of("decisions"), _period, drawn_by("lists.pdf"), ListFacts
    ),
    "complaint-list": PaperKind(
        ("A4",), ("period",), _list_of("complaints"), _period, drawn_by("lists.pdf"), ListFacts
    ),
    "calendar": PaperKind(
        ("A4",), ("period",), _yearly, _period, drawn_by("yearly.pdf"), YearFacts, _year
    ),
    "handing-over": PaperKind(
        ("A4",), (), _handing, _nothing, drawn_by("handing.pdf"), HandingFacts
    ),
    "handover": PaperKind(
        ("A4",), (), _handover, lambda wanted: str(wanted.handover), drawn_by("handover.pdf"),
        HandoverFacts,
    ),
    "income": PaperKind(
        ("A4",), ("period",), _income, _period, drawn_by("income.pdf"), IncomeFacts, _year
    ),
    "scenarios": PaperKind(
        ("A4",), (), _scenarios, _nothing, drawn_by("scenarios.pdf"), ScenariosFacts
    ),
    "acta": PaperKind(("A4",), (), _acta, _nothing, drawn_by("acta.pdf"), ActaFacts),
    "budget": PaperKind(
        ("A4",), ("period",), _budget, _period, drawn_by("budget.pdf"), BudgetFacts, _year
    ),
    "assets": PaperKind(("A4",), (), _assets, _nothing, drawn_by("assets.pdf"), AssetsFacts),
} | COMMUNITY  # fmt: skip
"""Every kind of paper by its key; the first of its sizes is the usual one."""
