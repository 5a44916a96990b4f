"""What a printed bill is headed by, and what it says was paid, worked or put into instalments."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from imt_desktop.errors import UserError
from imt_desktop.i18n import Translator
from imt_desktop.period import Period
from imt_desktop.reports import printing
from imt_desktop.reports.bill.build import build_bill, build_bills
from imt_desktop.reports.bill.chart import names_of
from imt_desktop.reports.bill.facts import BillFacts, BillsFacts
from imt_desktop.reports.bill.words import sums_in_words
from imt_desktop.reports.kinds import PaperWanted
from imt_desktop.reports.paper.bilingual import Bilingual
from tests.book.charging.village import ask, read, tariff
from tests.builders import Desk, household, kes

Book = Callable[..., Desk]
FLAT = {"connection_type": "household", "fixed": "450"}
EN = Bilingual(Translator("en"))
JAN, LATER = Period.parse("2026-01"), date(2026, 12, 31)


@pytest.mark.parametrize("every", ["quarter", "year"])
def test_a_bill_is_headed_by_its_own_period(book_with: Book, every: str) -> None:
    desk = book_with(members=2)
    tariff(desk, FLAT, every=every)
    desk.bill("2026-02")
    own = Period.parse("2026-Q1" if every == "quarter" else "2026")
    assert desk.see(build_bill, "1", JAN, LATER).period == own
    assert {one.period for one in desk.see(build_bills, JAN, LATER).bills} == {own}
    paper = desk.do(printing.issue, PaperWanted("bills", ("en",)))  # nobody said which period
    assert isinstance(paper.facts, BillsFacts)
    assert [one.period for one in paper.facts.bills] == [own, own]


def test_the_bill_of_a_member_who_left_is_the_last_one_they_got(book_with: Book) -> None:
    desk = book_with(members=2)
    tariff(desk, FLAT)
    desk.bill("2026-08")
    ask(
        desk,
        "connection-status",
        connection=1,
        status="ended",
        reason="moved away",
        on="2026-08-31",
    )
    desk.bill("2026-09")
    paper = desk.do(printing.issue, PaperWanted("bill", ("en",), member="1"))
    assert isinstance(paper.facts, BillFacts)
    assert paper.facts.period == Period.parse("2026-08")


def test_where_nobody_was_billed_there_is_nothing_to_print(book_with: Book) -> None:
    desk = book_with(members=1)
    tariff(desk, FLAT)
    with pytest.raises(UserError) as wrong:
        desk.do(printing.issue, PaperWanted("bills", ("en",)))
    assert type(wrong.value).__name__ == "NotBilledError"


def test_the_reading_of_a_whole_quarter_stands_on_its_bill(book_with: Book) -> None:
    desk = book_with(members=1)
    tariff(desk, every="quarter")
    read(desk, "2026-01", c1="100")
    read(desk, "2026-04", c1="109")
    desk.bill("2026-04")
    bill = desk.see(build_bill, "1", Period.parse("2026-04"), LATER)
    assert [(one.before, one.now) for one in bill.meters] == [(100_000, 109_000)]


def test_labour_and_instalments_are_not_called_paid(book_with: Book) -> None:
    desk = book_with()
    desk.join(household("Otieno"), household("Wanjiru"), on=date(2026, 8, 1))
    tariff(desk, FLAT, labour={"days": 4, "value": "100"})
    desk.bill("2026-08")
    ask(desk, "labour", lines=[{"member": "1", "days": "1.5", "on": "2026-10-12"}])
    desk.pay("1", 80)
    ask(desk, "agreement", member="1", count=2, first="2026-11-30", decision=1)
    desk.pay("1", 30)

    def sums(number: str) -> list[tuple[str, object]]:
        bill = desk.see(build_bill, number, Period.parse("2026-08"), LATER)
        return [*((said.main, money) for said, money in sums_in_words(bill, EN)), ("", bill.to_pay)]

    assert sums("1") == [
        ("This bill", kes(450)), ("Paid already", kes(-110)), ("Labour given", kes(-150)),
        ("", kes(190)),
    ]  # fmt: skip
    assert sums("2") == [("This bill", kes(450)), ("", kes(450))]


@pytest.mark.parametrize(
    ("days", "names"),
    [
        ([date(2026, 9, 30), date(2026, 10, 31), date(2026, 10, 31)], ["Sept", "Oct", "Oct"]),
        ([date(2026, 6, 30), date(2026, 9, 30)], ["Jun", "Sept"]),
        ([date(2025, 12, 31), date(2026, 12, 31)], ["2025", "2026"]),
        ([date(2026, 11, 22), date(2026, 11, 29)], ["22 Nov", "29 Nov"]),
    ],
)
def test_bars_of_weeks_and_years_are_told_apart(days: list[date], names: list[str]) -> None:
    assert names_of(days, Translator("en")) == names


def test_weeks_on_one_bill_say_each_what_the_meter_said(book_with: Book) -> None:
    desk = book_with(members=1)
    terms = {"connection_type": "household", "unit": "m3", "blocks": [{"price": "2"}]}
    tariff(desk, terms, every="week")
    for day, value in (("2026-09-27", "50"), ("2026-10-04", "75"), ("2026-10-11", "85")):
        ask(desk, "readings", month=day, lines=[{"member": "1", "value": value, "on": day}])
    for day in ("2026-10-04", "2026-10-11"):
        desk.bill(day)
    facts = desk.see(build_bill, "1", Period.parse("2026-10"), LATER)
    assert [(said.before, said.now) for said in facts.meters] == [
        (50_000, 75_000),
        (75_000, 85_000),
    ]
    assert [one.used for one in facts.uses] == [25_000, 10_000]


def test_a_bill_printed_anew_says_only_what_was_owed_before_it(book_with: Book) -> None:
    desk = book_with(members=1)
    terms = {"connection_type": "household", "fixed": "50"}
    tariff(desk, terms, every="week")
    for day in ("2026-09-27", "2026-10-04", "2026-10-11"):
        desk.bill(day)

    def owed(day: str) -> tuple[object, object]:
        last = date.fromisoformat(day)
        bill = desk.see(build_bill, "1", Period(last - timedelta(days=6), last), LATER)
        return bill.before, bill.to_pay

    assert owed("2026-09-27") == (kes(0), kes(50))
    assert owed("2026-10-04") == (kes(50), kes(100))
    assert owed("2026-10-11") == (kes(100), kes(150))
    ask(desk, "agreement", member="1", count=2, first="2026-11-30", decision=1)
    assert owed("2026-10-04") == (kes(50), kes(100))
