"""Every list and statement that can be had as a spreadsheet, and the workbook of a whole year.

with book.read() as reading:
    write(path, workbook(reading, ListWanted("members"), Translator("sw")))
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from msgspec import Struct

from imt_desktop.committee.errors import PaperNeedsError
from imt_desktop.i18n import Translator
from imt_desktop.journal import Reading
from imt_desktop.journal.rebuild import without_pauses
from imt_desktop.ledger.as_of import today_of
from imt_desktop.ledger.errors import FutureDayError, NoSuchAccountError
from imt_desktop.period import Month, Period
from imt_desktop.reports.excel.about import about_sheet
from imt_desktop.reports.excel.capacity import capacity_sheet
from imt_desktop.reports.excel.community import complaints_sheet, meetings_sheet
from imt_desktop.reports.excel.covering import assets_sheet, budget_sheet
from imt_desktop.reports.excel.entries import journal_sheet
from imt_desktop.reports.excel.facts import Listing, Workbook
from imt_desktop.reports.excel.kiosks import kiosks_sheet
from imt_desktop.reports.excel.money import (
    cash_sheet,
    counts_sheet,
    expenses_sheet,
    income_sheet,
    open_sheet,
    places_sheet,
)
from imt_desktop.reports.excel.papers import papers_sheet, wages_sheet
from imt_desktop.reports.excel.people import (
    arrears_sheet,
    bills_sheet,
    members_sheet,
    payments_sheet,
    statement_sheet,
)
from imt_desktop.reports.excel.plan import plan_sheet
from imt_desktop.reports.excel.said import Said


class ListWanted(Struct, frozen=True):
    """What is wanted: a key of ``LISTS`` or ``year``, and about what.

    Without a period it is the usual one. ``people``: with names, telephone numbers and notes about people.
    """

    what: str
    period: Period | None = None
    member: str = ""
    account: int | None = None
    people: bool = True


Make = Callable[[Reading, Said, ListWanted, Period], Listing]

YEAR: Final = "year"
"""All lists of a period in one workbook, for an accountant or auditor."""


def workbook(book: Reading, wanted: ListWanted, tr: Translator) -> Workbook:
    """Gather a list, or a whole year. Raises PaperNeedsError, FutureDayError and what its reads raise."""
    today = today_of(book)
    period = wanted.period or usual_period(wanted.what, today)
    if period.first > today and wanted.what != "budget":
        raise FutureDayError(period.first.isoformat(), today.isoformat()).beside("period")
    with without_pauses():
        said = Said.of(book, tr, today, wanted.people)
        if wanted.what == YEAR:
            sheets = _year(book, said, wanted, period)
        else:
            sheets = (LISTS[wanted.what](book, said, wanted, period),)
    return Workbook(sheets, book.currency, wanted.people, sheets[0].title, said.name)


def has_entries(book: Reading, period: Period) -> bool:
    """Whether anything in the book is of a period; lines of an entry may have days of their own."""
    days = {"first": period.first.isoformat(), "last": period.last.isoformat()}
    row = book.driver.execute(
        "SELECT EXISTS (SELECT 1 FROM entry WHERE effective_on BETWEEN :first AND :last)"
        " OR EXISTS (SELECT 1 FROM posting WHERE effective_on BETWEEN :first AND :last)",
        days,
    ).fetchone()
    return bool(row[0])


def usual_period(what: str, today: date) -> Period:
    """Return the period of a list that is asked for without one."""
    month = Month.of(today)
    if what == "statement":
        return Period(month.shift(-5).first, month.last)
    return month.period if what == "cashbook" else Period.year(today.year)


def _year(book: Reading, said: Said, wanted: ListWanted, period: Period) -> tuple[Listing, ...]:
    sheets = tuple(
        LISTS[what](book, said, ListWanted(what, period, people=wanted.people), period)
        for what in LISTS
        if what != "statement"
    )
    return (about_sheet(book, said, period, sheets), *sheets)


def _day(said: Said, period: Period) -> date:
    """Return the last day that a list can tell of."""
    return min(period.last, said.today)


def _cashbook(book: Reading, said: Said, wanted: ListWanted, period: Period) -> Listing:
    if wanted.account is not None and wanted.account not in said.places():
        raise NoSuchAccountError(wanted.account).beside("account")
    return cash_sheet(book, said, period, wanted.account)


def _statement(book: Reading, said: Said, wanted: ListWanted, period: Period) -> Listing:
    if not wanted.member.strip():
        raise PaperNeedsError("statement", "member").beside("member")
    return statement_sheet(book, said, wanted.member.strip(), period)


LISTS: Final[dict[str, Make]] = {
    "income": lambda book, said, _wanted, period: income_sheet(book, said, period),
    "accounts": lambda book, said, _wanted, period: places_sheet(book, said, period),
    "cashbook": _cashbook,
    "counts": lambda book, said, _wanted, period: counts_sheet(book, said, period),
    "payments": lambda book, said, _wanted, period: payments_sheet(book, said, period),
    "expenses": lambda book, said, _wanted, period: expenses_sheet(book, said, period),
    "bills": lambda book, said, _wanted, period: bills_sheet(book, said, period),
    "kiosks": lambda book, said, _wanted, period: kiosks_sheet(book, said, period),
    "members": lambda book, said, _wanted, period: members_sheet(book, said, _day(said, period)),
    "arrears": lambda book, said, _wanted, period: arrears_sheet(book, said, _day(said, period)),
    "open": lambda book, said, _wanted, period: open_sheet(book, said, _day(said, period)),
    "budget": lambda book, said, _wanted, period: budget_sheet(book, said, period),
    "assets": lambda book, said, _wanted, _period: assets_sheet(book, said),
    "capacity": lambda book, said, _wanted, _period: capacity_sheet(book, said),
    "wages": lambda book, said, _wanted, period: wages_sheet(book, said, period),
    "complaints": lambda book, said, _wanted, period: complaints_sheet(book, said, period),
    "meetings": lambda book, said, _wanted, period: meetings_sheet(book, said, period),
    "plan": lambda book, said, _wanted, _period: plan_sheet(book, said),
    "papers": lambda book, said, _wanted, period: papers_sheet(book, said, period),
    "journal": lambda book, said, _wanted, period: journal_sheet(book, said, period),
    "statement": _statement,
}
"""In the order of the sheets of a year."""
