"""Facts of a letter that asks for help from the book."""

from __future__ import annotations

from datetime import date

from imt_desktop.community.service import queries as service
from imt_desktop.community.support import queries
from imt_desktop.errors import at
from imt_desktop.journal import Reading
from imt_desktop.ledger.statements import income_and_expenditure
from imt_desktop.money import total
from imt_desktop.oversight.service import water_lost
from imt_desktop.period import Month, Period
from imt_desktop.reports.heading import heading
from imt_desktop.reports.support_letter.facts import Backing, SupportLetterFacts

MONTHS = 12


def build_letter(book: Reading, number: int, today: date) -> SupportLetterFacts:
    """Return what the letter of a request says. Raises NoSuchSupportError."""
    with at("request"):
        asked = queries.request(book, number)
    contact = queries.contact(book, asked.contact)
    return SupportLetterFacts(
        heading=heading(book, _year(today)),
        on=asked.asked_on,
        due_on=asked.due_on,
        name=contact.name,
        role=contact.role,
        text=asked.words,
        backing=_backing(book, today),
    )


def _year(today: date) -> Period:
    return Period(Month.of(today).shift(1 - MONTHS).first, today)


def _backing(book: Reading, today: date) -> Backing:
    first = _year(today).first
    hours = service.hours_a_day(book, first, today)
    lost = water_lost(book, first, today)
    households = book.driver.execute(
        "SELECT count(*) FROM member WHERE void IS NULL AND status<>'left'"
    ).fetchone()[0]
    money = income_and_expenditure(book, _year(today))
    return Backing(
        households=households,
        breakdowns=sum(one.reported_on >= first for one in service.breakdowns(book)),
        dry_days=service.dry_days(book, first, today, today),
        hours=None if hours is None else int(hours * 10),
        lost=None if lost is None else lost.share,
        money_in=money.total_in,
        money_out=money.total_out,
        there=total(money.closing.values(), book.currency),
    )
