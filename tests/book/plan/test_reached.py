"""On which day a figure first got where an action wants it: by the days of the book, whoever moves the card."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest

from imt_desktop.ledger import accounts
from imt_desktop.oversight.reaching import reached_on
from imt_desktop.plan import queries
from tests.book.charging.village import ask
from tests.builders import BANK, CASH, Desk

Book = Callable[..., Desk]
TODAY = date(2027, 1, 20)


def at(desk: Desk, day: date) -> None:
    desk.clock.now = datetime(day.year, day.month, day.day, 9, tzinfo=timezone(timedelta(hours=3)))


@pytest.fixture
def desk(book_with: Book) -> Desk:
    """A book with two households, in which a round begins on 2 November."""
    made = book_with(members=2, fee=450)
    at(made, date(2026, 11, 2))
    ask(made, "round", name="2026")
    return made


def watch(desk: Desk, figure: str, unit: str, target: str, **more: Any) -> None:
    watched = {"figure": figure, "unit": unit, "target": target, **more}
    card = {"title": figure, "person": "A. B.", "deadline": "2026-12-31", "watch": watched}
    ask(desk, "action", plan=card)


def days(desk: Desk, today: date = TODAY) -> dict[int, date]:
    return desk.see(lambda book: reached_on(book, queries.actions(book), today))


def test_fees_that_are_paid_late_get_there_on_the_day_they_are_paid(desk: Desk) -> None:
    for target in ("50", "100"):
        watch(desk, "collected", "share", target)
    desk.bill("2026-11")
    at(desk, date(2026, 11, 20))
    desk.pay("1", 450)
    assert days(desk, date(2026, 11, 29)) == {}, "November is not over"
    at(desk, date(2026, 12, 9))
    desk.pay("2", 450)
    at(desk, TODAY)
    assert days(desk) == {1: date(2026, 11, 30), 2: date(2026, 12, 9)}


def test_a_month_with_every_voucher_gets_there_with_its_last_day(desk: Desk) -> None:
    watch(desk, "vouchers", "share", "90")
    at(desk, TODAY)
    desk.spend(100, on=date(2026, 11, 10))
    assert days(desk) == {}
    desk.spend(100, on=date(2026, 12, 10), voucher="1")
    assert days(desk) == {1: date(2026, 12, 31)}
    ask(desk, "action-moved", action=1, state="done")
    assert days(desk) == {1: date(2026, 12, 31)}, "moved on 20 January, and reached before"


def test_what_stands_on_a_day_gets_there_on_it(desk: Desk) -> None:
    watch(desk, "arrears-90", "money", "0", upward=False)
    watch(desk, "reserve-set-aside", "share", "25")
    desk.bill("2026-07")
    desk.do(accounts.open_account, accounts.AccountRequest(type="reserve", name="Pump"))
    ask(desk, "reserve-target", account=4, target="1000")
    desk.get(500, on=date(2026, 11, 2))
    assert days(desk, date(2026, 11, 3)) == {}
    at(desk, date(2026, 12, 14))
    for member, day in (("1", 6), ("2", 13)):
        desk.pay(member, 450, on=date(2026, 12, day))
    for amount, day in ((200, 7), (60, 12), (10, 13)):
        desk.move(CASH, 4, amount, on=date(2026, 12, day))
    assert days(desk) == {1: date(2026, 12, 13), 2: date(2026, 12, 12)}


def test_months_count_together_up_to_each(desk: Desk) -> None:
    watch(desk, "bank-reconciled", "share", "50")
    desk.get(1_000, account=BANK, on=date(2026, 10, 3))
    at(desk, TODAY)
    desk.compare(1_000, date(2026, 12, 31))
    assert days(desk) == {}, "one month of three"
    desk.compare(1_000, date(2026, 11, 30))
    assert days(desk) == {1: date(2026, 11, 30)}, "one of two, then two of three"


def test_of_the_months_before_only_the_newest_answer_counts(desk: Desk) -> None:
    at(desk, date(2026, 12, 2))
    watch(desk, "vouchers", "share", "90")
    desk.spend(100, on=date(2026, 11, 10), voucher="1")
    assert days(desk) == {1: date(2026, 11, 30)}
    at(desk, TODAY)
    desk.spend(100, on=date(2026, 12, 10))
    assert days(desk) == {}
