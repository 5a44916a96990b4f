"""The bills of a month, and the months that nobody was billed for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from imt_desktop.i18n import Translator
from imt_desktop.ledger.billed import bills_of, never_billed
from imt_desktop.period import Month
from imt_desktop.wording.months import months_words
from tests.book.charging.village import ask, plan, tariff
from tests.builders import Desk, kes, opening

JANUARY, OCTOBER = Month(2026, 1), Month(2026, 10)
Book = Callable[..., Desk]


def gap(desk: Desk, first: Month = JANUARY) -> list[str]:
    return [str(period) for period in desk.see(never_billed, first, OCTOBER.first)]


def test_months_without_any_bill_are_found(book_with: Book) -> None:
    desk = book_with(members=2)
    assert gap(desk) == []  # without a price there is nothing to bill
    desk.adopt(since="2026-03")
    desk.bill("2026-05")
    assert gap(desk) == ["2026-03", "2026-04", *(f"2026-{n:02}" for n in range(6, 10))]
    assert gap(desk, Month(2026, 9)) == ["2026-09"]


def test_an_empty_book_has_billed_nobody_and_should_not_have(book_with: Book) -> None:
    desk = book_with()
    desk.adopt()
    assert gap(desk) == []


def test_what_the_old_book_held_needs_no_bill(book_with: Book) -> None:
    desk = book_with(members=1)
    desk.adopt()
    desk.open(opening("debt", 900, member="1"), on=date(2026, 7, 31))
    assert gap(desk) == ["2026-07", "2026-08", "2026-09"]


def test_the_bills_of_a_month(book_with: Book) -> None:
    desk = book_with(members=2)
    desk.adopt(450)
    desk.bill("2026-09")
    desk.pay("1", 450)
    made = desk.see(bills_of, Month(2026, 9))
    assert [(line.number, line.amount, line.left) for line in made.lines] == [
        ("1", kes(450), kes(0)),
        ("2", kes(450), kes(450)),
    ]
    assert made.total == kes(900)
    assert desk.see(bills_of, OCTOBER).lines == ()


def test_what_was_made_is_what_the_preview_promised(book_with: Book) -> None:
    desk = book_with(members=2)
    tariff(desk, {"connection_type": "household", "fixed": "450"}, late={"amount": "50"})
    desk.bill("2026-08")
    promised = plan(desk, "2026-09")
    desk.bill("2026-09")
    made = desk.see(bills_of, Month(2026, 9))
    assert made.total == promised.total == kes(1000)
    assert [(line.number, line.amount) for line in made.lines] == [
        ("1", kes(500)), ("2", kes(500)),
    ]  # fmt: skip
    ask(desk, "agreement", member="1", count=3, first="2026-11-30")
    made = desk.see(bills_of, Month(2026, 9))
    assert [line.left for line in made.lines] == [kes(500), kes(500)], "a promise is not paid"
    assert len(made.lines) == 2


def test_late_fees_alone_are_no_water_bill(book_with: Book) -> None:
    desk = book_with(members=1)
    desk.adopt()
    assert not desk.see(bills_of, OCTOBER).billed
    desk.bill("2026-09")
    assert desk.see(bills_of, Month(2026, 9)).billed


def test_months_in_words() -> None:
    tr = Translator("en", "KE")
    year = [JANUARY.shift(n) for n in range(10)]
    assert months_words(year[:1], tr) == "January 2026"
    assert months_words(year, tr) == "January 2026 to October 2026"
    assert months_words([year[0], year[2]], tr) == "January 2026, March 2026"
    assert months_words(year[::2], tr) == "January 2026, March 2026, May 2026 and 2 more"
