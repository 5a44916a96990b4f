"""Papers of the money of all: notice and tariff, cash book, closing, vouchers, budget and their lists."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from imt_desktop.journal import Reading
from imt_desktop.ledger.as_of import today_of
from imt_desktop.period import Month, Period
from imt_desktop.reports import about
from imt_desktop.reports.acta.build import build_acta
from imt_desktop.reports.acta.facts import ActaFacts
from imt_desktop.reports.assets.build import build_assets
from imt_desktop.reports.assets.facts import AssetsFacts
from imt_desktop.reports.budget.build import build_budget
from imt_desktop.reports.budget.facts import BudgetFacts
from imt_desktop.reports.cashbook.build import build_cashbook
from imt_desktop.reports.cashbook.facts import CashbookFacts
from imt_desktop.reports.charging.build import build_charging
from imt_desktop.reports.charging.facts import ChargingFacts
from imt_desktop.reports.closing.build import build_closing
from imt_desktop.reports.closing.facts import ClosingFacts
from imt_desktop.reports.contribution.build import build_contributions
from imt_desktop.reports.contribution.facts import ContributionsFacts
from imt_desktop.reports.daylist.build import build_daylist
from imt_desktop.reports.daylist.facts import DayListFacts
from imt_desktop.reports.facts import Facts
from imt_desktop.reports.income.build import build_income
from imt_desktop.reports.income.facts import IncomeFacts
from imt_desktop.reports.inking import drawn_by, poster_of
from imt_desktop.reports.kinds import PaperKind, PaperWanted
from imt_desktop.reports.kiosks.build import build_kiosks
from imt_desktop.reports.kiosks.facts import KiosksFacts
from imt_desktop.reports.lists.build import build_list
from imt_desktop.reports.lists.facts import ListFacts
from imt_desktop.reports.notice.build import build_notice
from imt_desktop.reports.notice.facts import NoticeFacts
from imt_desktop.reports.scenarios.build import build_scenarios
from imt_desktop.reports.scenarios.facts import ScenariosFacts
from imt_desktop.reports.tariff.build import build_tariff
from imt_desktop.reports.tariff.facts import TariffFacts
from imt_desktop.reports.voucher.build import build_voucher
from imt_desktop.reports.voucher.facts import VoucherFacts
from imt_desktop.reports.wages.build import build_wages
from imt_desktop.reports.wages.facts import WagesFacts


def _notice(book: Reading, wanted: PaperWanted) -> Facts:
    return build_notice(book, about.covered(wanted), today_of(book))


def _tariff(book: Reading, wanted: PaperWanted) -> Facts:
    return build_tariff(book, wanted.tariff, today_of(book))


def _cashbook(book: Reading, wanted: PaperWanted) -> Facts:
    return build_cashbook(book, about.covered(wanted), today_of(book), wanted.account)


def _income(book: Reading, wanted: PaperWanted) -> Facts:
    return build_income(book, about.covered(wanted), today_of(book))


def _closing(book: Reading, wanted: PaperWanted) -> Facts:
    return build_closing(book, about.covered(wanted))


def _voucher(book: Reading, wanted: PaperWanted) -> Facts:
    return build_voucher(book, wanted.expense)


def _wages(book: Reading, wanted: PaperWanted) -> Facts:
    return build_wages(book, about.covered(wanted), today_of(book))


def _daylist(book: Reading, wanted: PaperWanted) -> Facts:
    return build_daylist(book, wanted.day or today_of(book))


def _scenarios(book: Reading, _wanted: PaperWanted) -> Facts:
    return build_scenarios(book, today_of(book))


def _acta(book: Reading, wanted: PaperWanted) -> Facts:
    return build_acta(book, wanted.tariff, today_of(book))


def _budget(book: Reading, wanted: PaperWanted) -> Facts:
    return build_budget(book, about.covered(wanted), today_of(book))


def _assets(book: Reading, _wanted: PaperWanted) -> Facts:
    return build_assets(book, today_of(book))


def _charging(book: Reading, wanted: PaperWanted) -> Facts:
    return build_charging(book, about.covered(wanted))


def _kiosks(book: Reading, wanted: PaperWanted) -> Facts:
    return build_kiosks(book, about.covered(wanted))


def _contribution(book: Reading, wanted: PaperWanted) -> Facts:
    return build_contributions(book, today_of(book))


def _list_of(what: str) -> Callable[[Reading, PaperWanted], Facts]:
    def build(book: Reading, wanted: PaperWanted) -> Facts:
        return build_list(book, what, about.covered(wanted))

    return build


def _registrations(book: Reading, _wanted: PaperWanted) -> Facts:
    today = today_of(book)
    return build_list(book, "registrations", Period(today, today))


def _tariff_about(wanted: PaperWanted) -> str:
    return str(wanted.tariff or "")


def _tariff_since(facts: Facts) -> str:
    assert isinstance(facts, TariffFacts)
    return str(Month.of(facts.since))


MONEY: Final[dict[str, PaperKind]] = {
    "notice": PaperKind(
        ("tiled", "A3", "A2", "A4"), ("period",), _notice, about.period, poster_of("notice.pdf"),
        NoticeFacts,
    ),
    "aloud": PaperKind(
        ("A4",), ("period",), _notice, about.period, drawn_by("notice.aloud"), NoticeFacts
    ),
    "tariff": PaperKind(
        ("tiled", "A3", "A2", "A4"), (), _tariff, _tariff_about, poster_of("tariff.pdf"),
        TariffFacts, may=("tariff",), about_facts=_tariff_since,
    ),
    "tariff-aloud": PaperKind(
        ("A4",), (), _tariff, _tariff_about, drawn_by("tariff.aloud"), TariffFacts,
        may=("tariff",), about_facts=_tariff_since,
    ),
    "closing": PaperKind(
        ("A4",), ("period",), _closing, about.period, drawn_by("closing.pdf"), ClosingFacts
    ),
    "charging": PaperKind(
        ("A4",), ("period",), _charging, about.period, drawn_by("charging.pdf"), ChargingFacts
    ),
    "kiosks": PaperKind(("A4",), ("period",), _kiosks, about.period, drawn_by("kiosks.pdf"), KiosksFacts),
    "contribution": PaperKind(
        ("A4",), (), _contribution, about.day, drawn_by("contribution.pdf"), ContributionsFacts
    ),
    "daylist": PaperKind(
        ("A4",), ("day",), _daylist, about.day, drawn_by("daylist.pdf"), DayListFacts
    ),
    "voucher": PaperKind(
        ("A5",), ("expense",), _voucher, lambda wanted: wanted.expense,
        drawn_by("voucher.pdf", saving=True), VoucherFacts,
    ),
    "wages": PaperKind(
        ("A4",), ("period",), _wages, about.period, drawn_by("wages.pdf"), WagesFacts
    ),
    "cashbook": PaperKind(
        ("A4",), ("period",), _cashbook, about.account_and_period, drawn_by("cashbook.pdf"),
        CashbookFacts, may=("account",),
    ),
    "receipt-list": PaperKind(
        ("A4",), ("period",), _list_of("receipts"), about.period, drawn_by("lists.pdf"), ListFacts
    ),
    "voucher-list": PaperKind(
        ("A4",), ("period",), _list_of("vouchers"), about.period, drawn_by("lists.pdf"), ListFacts
    ),
    "decision-list": PaperKind(
        ("A4",), ("period",), _list_of("decisions"), about.period, drawn_by("lists.pdf"), ListFacts
    ),
    "complaint-list": PaperKind(
        ("A4",), ("period",), _list_of("complaints"), about.period, drawn_by("lists.pdf"), ListFacts
    ),
    "registration-list": PaperKind(
        ("A4",), (), _registrations, about.nothing, drawn_by("lists.pdf"), ListFacts
    ),
    "income": PaperKind(
        ("A4",), ("period",), _income, about.period, drawn_by("income.pdf"), IncomeFacts, about.year
    ),
    "scenarios": PaperKind(
        ("A4",), (), _scenarios, about.nothing, drawn_by("scenarios.pdf"), ScenariosFacts
    ),
    "acta": PaperKind(
        ("A4",), (), _acta, _tariff_about, drawn_by("acta.pdf"), ActaFacts, may=("tariff",),
    ),
    "budget": PaperKind(
        ("A4",), ("period",), _budget, about.period, drawn_by("budget.pdf"), BudgetFacts,
        about.year, ahead=True,
    ),
    "assets": PaperKind(("A4",), (), _assets, about.nothing, drawn_by("assets.pdf"), AssetsFacts),
}  # fmt: skip
"""Every kind of paper about the money of all by its key."""
