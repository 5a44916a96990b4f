"""Bills of quarters, weeks and years stand in accounts, papers and lists as those of months do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone

import pytest

from imt_desktop.i18n import Translator
from imt_desktop.journal import Ref
from imt_desktop.ledger.billed import bills_of, never_billed, unbilled
from imt_desktop.ledger.billing import ToBill, left_to_bill
from imt_desktop.ledger.member_account import member_account
from imt_desktop.period import Month, Period
from imt_desktop.reports.household.build import _months
from imt_desktop.reports.receipt.build import build_receipt
from imt_desktop.reports.statement.build import build_statement
from imt_desktop.reports.statement.pdf import what
from imt_desktop.wording.months import periods_words
from imt_desktop.wording.states import item_words
from tests.book.charging.village import ask, tariff
from tests.builders import Desk, kes

FLAT = {"connection_type": "household", "fixed": "450"}
EN = Translator("en")


@pytest.mark.parametrize(
    ("every", "asked", "month", "words", "shortly"),
    [
        ("quarter", "2026-08", Month(2026, 9), "Fee for July – September 2026", "Jul – Sept 2026"),
        ("two-months", "2026-07", Month(2026, 8), "Fee for July – August 2026", "Jul – Aug 2026"),
        ("week", "2026-08-05", Month(2026, 8), "Fee for 3 August – 9 August 2026", "3 Aug – 9 Aug 2026"),
        ("year", "2026-08", Month(2026, 12), "Fee for 2026", "2026"),
    ],
)  # fmt: skip
def test_a_longer_or_shorter_period(
    book_with: Callable[..., Desk], every: str, asked: str, month: Month, words: str, shortly: str
) -> None:
    desk = book_with(members=1)
    tariff(desk, FLAT, every=every, late={"amount": "10"}, due={"days_after": 1})
    desk.bill(asked)
    period = desk.rows("SELECT period FROM bill")[0][0]
    assert item_words("fee", period, EN) == words
    account = desk.see(member_account, "1", Period.year(2026))
    assert [line.month for line in account.lines] == [month]
    whole = (month,) if every == "week" else tuple(Period.parse(period).months())
    assert {one.month: one.amount for one in account.months if one.amount} == dict.fromkeys(
        whole, kes(450)
    )
    assert month in desk.see(_months)[1]
    receipt = desk.pay("1", 450)
    facts = desk.see(build_receipt, Ref(receipt.entry, receipt.line))
    assert facts.lines[0].months == tuple(Period.parse(period).months())
    said = desk.see(build_statement, "1", Period.year(2026), date(2026, 12, 31))
    assert what(said.lines[0], EN, False) == shortly
    assert tuple(one.month for one in said.months if one.state == "paid") == whole


def test_a_quarter_is_missing_once_it_is_over(book_with: Callable[..., Desk]) -> None:
    desk = book_with(members=1)
    tariff(desk, FLAT, every="quarter")
    now, first, second = date(2026, 8, 9), Period.quarter(2026, 1), Period.quarter(2026, 2)
    assert desk.see(never_billed, Month(2026, 1), now) == (first, second)
    assert periods_words((first, second), EN) == "January 2026 to June 2026"
    desk.bill("2026-02")
    assert desk.see(never_billed, Month(2026, 1), now) == (second,)
    assert len(desk.see(bills_of, Month(2026, 3)).lines) == 1
    assert desk.see(left_to_bill, Month(2026, 3)) == ToBill(0, 0)


def test_a_week_that_nobody_was_billed_for_is_missing(book_with: Callable[..., Desk]) -> None:
    desk = book_with(members=1)
    tariff(desk, FLAT, every="week")
    start, wednesday = Month(2026, 8), date(2026, 8, 26)
    weeks = [Period(date(2026, 8, day), date(2026, 8, day + 6)) for day in (3, 10, 17)]
    assert desk.see(never_billed, start, wednesday) == tuple(weeks)
    assert periods_words(weeks, EN) == "3 August 2026 to 23 August 2026"
    assert desk.see(left_to_bill, start, wednesday) == ToBill(1, 0), "this week is to be billed"
    desk.bill("2026-08-26")
    assert desk.see(left_to_bill, start, wednesday) == ToBill(0, 0)
    desk.bill("2026-08-12")
    assert desk.see(never_billed, start, wednesday) == (weeks[0], weeks[2])
    assert periods_words(weeks[::2], EN) == "3 Aug – 9 Aug 2026, 17 Aug – 23 Aug 2026"
    assert desk.see(unbilled, start).fees == 0
    assert desk.see(unbilled, Month(2026, 7)).fees == 1, "which the closing of July asks about"


def test_every_item_has_words_on_the_statement(book_with: Callable[..., Desk]) -> None:
    desk = book_with(members=1)
    once = [{"item": item, "amount": "5"} for item in ("transfer", "meter", "connection")]
    tariff(desk, FLAT, late={"amount": "10"}, one_offs=once, labour={"value": "7"})
    desk.bill("2026-08")
    for item in ("transfer", "meter", "connection"):
        ask(desk, "charge", member="1", item=item)
    desk.clock.now = datetime(2026, 11, 2, 9, tzinfo=timezone(timedelta(hours=3)))
    desk.bill("2026-10")
    ask(desk, "labour", lines=[{"member": "1"}])
    facts = desk.see(build_statement, "1", Period.year(2026), date(2026, 12, 31))
    assert {line.what for line in facts.lines} == {"fee", "sale", "connection", "fine", "labour"}
