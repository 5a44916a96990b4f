"""The practice book: a believable committee, the same one for the same seed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from imt_desktop.committee.queries import committee, officers
from imt_desktop.community.service import queries as service
from imt_desktop.community.support.queries import contacts, requests
from imt_desktop.journal import Book, Reading
from imt_desktop.journal.verify import verify
from imt_desktop.ledger.accounts import accounts
from imt_desktop.ledger.charging.agreements import agreements
from imt_desktop.ledger.charging.drives import drives
from imt_desktop.ledger.charging.kiosks import kiosk_sales
from imt_desktop.ledger.charging.meter_rounds import meter_walk
from imt_desktop.ledger.openings import unconfirmed
from imt_desktop.ledger.register import members
from imt_desktop.ledger.statements import (
    income_and_expenditure,
    lines_behind,
    open_items,
    owing,
)
from imt_desktop.ledger.tariffs import entries_that_billed, prices
from imt_desktop.oversight.practice import practice
from imt_desktop.oversight.service import cost
from imt_desktop.oversight.whole import ROOMS, open_book
from imt_desktop.period import Month, Period
from imt_desktop.reports.notice.build import build_notice

TODAY = date(2026, 11, 24)


def make(folder: Path, members: int = 48, months: int = 13, seed: int = 7, name: str = "p") -> Book:
    return practice(folder / f"{name}.imt", members_=members, months=months, seed=seed, today=TODAY)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    made = make(tmp_path_factory.mktemp("practice"))
    yield made
    made.close()


@pytest.fixture
def reading(book: Book) -> Iterator[Reading]:
    with book.read() as opened:
        yield opened


def story(book: Book) -> list[tuple[Any, ...]]:
    """What was done when, without salts and ids."""
    with book.read() as reading:
        return [(one.on, one.at, one.envelope.kind, one.entry) for one in reading.journal(2)]


def test_the_same_seed_gives_the_same_committee_and_another_seed_another(tmp_path: Path) -> None:
    books = [make(tmp_path, 20, 3, seed, name) for seed, name in ((7, "a"), (7, "b"), (8, "c"))]
    first, second, other = map(story, books)
    for one in books:
        one.close()
    assert first == second
    assert first != other


def test_its_book_verifies(tmp_path: Path) -> None:
    make(tmp_path, 30, 6).close()
    assert verify(tmp_path / "p.imt", ROOMS).problems == ()


def test_it_does_not_grow_rich_and_keeps_a_reserve(reading: Reading) -> None:
    """Over the year it spends what it takes in, within a tenth, and is never without money."""
    months = [Month(2025, 12).shift(n).period for n in range(11)]
    years = [income_and_expenditure(reading, month) for month in months]
    came = sum(one.total_in.minor for one in years)
    went = sum(one.total_out.minor for one in years)
    assert abs(came - went) < came // 10
    for one in years:
        there = sum(balance.minor for balance in one.closing.values())
        bills = 22_000_00
        assert bills < there < 4 * bills


def test_the_sums_that_are_kept_by_month_are_those_of_its_days(reading: Reading) -> None:
    months = [Month(2025, 12).shift(n).period for n in range(12)]
    for period in (*months, Period(months[0].first, months[-1].last)):
        kept = income_and_expenditure(reading, period)
        by_day = reading.driver.execute(
            "SELECT kind, sum(amount) FROM posting WHERE void IS NULL AND effective_on BETWEEN ? AND ?"
            " AND kind LIKE '%:%' GROUP BY kind HAVING sum(amount)<>0",
            (period.first.isoformat(), period.last.isoformat()),
        ).fetchall()
        sums = {f"in:{kind}": amount.minor for kind, amount in kept.income.items()}
        sums |= {f"out:{kind}": -amount.minor for kind, amount in kept.expense.items()}
        assert sums == dict(by_day)


def test_no_account_is_ever_overdrawn(reading: Reading) -> None:
    (least,) = reading.driver.execute(
        "SELECT min(balance) FROM (SELECT sum(amount) OVER (PARTITION BY account ORDER BY seq,"
        " line, part) AS balance FROM posting WHERE account IS NOT NULL)"
    ).fetchone()
    assert least >= 0


def test_everything_that_can_be_practised_is_in_it(reading: Reading) -> None:
    kinds = {kind for (kind,) in reading.driver.execute("SELECT DISTINCT kind FROM entry")}
    assert {
        "bills/2", "bill-corrected/1", "bill-disputed/1", "payments/1", "void/1", "money-in/1",
        "money-out/1", "owed-paid/1", "advance/1", "advance-settled/1", "move/1", "count/2",
        "opening/1", "opening-confirmed/1", "decision/2", "tariff/2", "member-status/1",
        "connection/1", "ladder/2", "arrears-step/1", "agreement/1", "relief/1",
    } <= kinds  # fmt: skip
    for what in ("owed", "advance", "unknown"):
        assert len(open_items(reading, what)) == 1
    assert unconfirmed(reading)
    rows = {row.number: row for row in members(reading)}
    assert len(rows) == 48
    assert any(row.ahead for row in rows.values())
    beside = owing(reading, TODAY)
    assert 3 < beside.members_behind < 24
    sums = dict(reading.driver.execute("SELECT kind, sum(amount_in) FROM account_month GROUP BY 1"))
    assert sums["in:grant"] > 0 and sums["in:kiosk"] > 0


def test_one_count_was_short_and_says_why(reading: Reading) -> None:
    counts = reading.driver.execute(
        "SELECT counted, expected, explanation FROM cash_count"
    ).fetchall()
    short = [one for one in counts if one[0] != one[1]]
    assert len(counts) == 12
    assert len(short) == 1 and short[0][2]


def test_the_kiosk_hands_in_what_it_sold_and_says_why_it_once_did_not(reading: Reading) -> None:
    sales = kiosk_sales(reading, Period(date(2025, 11, 1), TODAY))
    assert len(sales) == 13
    short = [one for one in sales if one.difference]
    assert [(one.difference.minor, bool(one.text)) for one in short] == [(-5_00, True)]
    assert len({one.pad for one in sales}) == len(sales)


def test_a_tap_is_shared_and_a_school_pays_more(reading: Reading) -> None:
    shares = reading.driver.execute(
        "SELECT count(*) FROM holder JOIN connection c ON c.id=connection WHERE c.type='shared'"
    ).fetchone()
    fees = reading.driver.execute("SELECT DISTINCT amount FROM bill WHERE item='fee'").fetchall()
    assert shares == (2,)
    assert {450_00, 1500_00, 300_00} <= {fee for (fee,) in fees}


def test_its_service_log_stands_on_the_notice(reading: Reading) -> None:
    """A valve from 27 July until 1 August, a belt from 18 to 20 August: 5 + 2 days without water."""
    assert build_notice(reading, Period.year(2026), TODAY).dry_days == 7
    leak, belt, valve = service.breakdowns(reading)
    assert (leak.repaired, bool(belt.repaired), bool(valve.repaired)) == (None, True, True)
    assert cost(reading, belt.spent) and not valve.spent
    assert [one.good for one in service.tests(reading, date(2025, 11, 1), TODAY)] == [
        False,
        True,
    ] + [True] * 2
    assert [one.part for one in service.stores(reading) if one.short] == ["Tap washers"]
    assert all(one.due_on for one in service.tasks(reading))


def test_somebody_outside_is_asked_for_help(reading: Reading) -> None:
    (asked,) = requests(reading)
    known = {one.id: one for one in contacts(reading)}
    assert known[asked.contact].role == "county" and known[asked.contact].then
    assert (asked.answered, asked.due_on) == (None, date(2026, 12, 6))


def test_it_says_that_it_is_made_up(reading: Reading) -> None:
    described = committee(reading)
    assert described is not None and described.practice
    assert len(officers(reading, TODAY)) == 4
    assert all(one.until for one in officers(reading))


@pytest.mark.parametrize("members", (1, 2, 5, 8, 13, 21))
def test_a_committee_of_any_size(tmp_path: Path, members: int) -> None:
    book = make(tmp_path, members, 2)
    with book.read() as reading:
        assert all(one.balance.minor >= 0 for one in accounts(reading))
    book.close()


def test_it_is_worked_on_at_once(tmp_path: Path) -> None:
    """Made until today, its last entry does not lie ahead of the computer's clock."""
    book = practice(tmp_path / "p.imt", members_=5, months=1, seed=1, today=date.today())
    assert book.clock_behind() is None
    book.close()
    again = open_book(tmp_path / "p.imt")
    assert again.clock_behind() is None
    again.close()


@pytest.mark.parametrize("size", [1, 12, 40])
def test_a_committee_that_measures_its_water(tmp_path: Path, size: int) -> None:
    path = tmp_path / "metered.imt"
    book = practice(path, members_=size, months=4, seed=5, today=TODAY, metered=True)
    with book.read() as reading:
        before, now = (meter_walk(reading, Month.of(TODAY).shift(back)) for back in (-1, 0))
        assert sum(stop.done is None for stop in before.stops) <= 1, "the one who joins later"
        unread = [one for one in now.rounds if any(stop.done is None for stop in one.stops)]
        assert unread or size == 1
        assert drives(reading)
    book.close()
    assert verify(path, ROOMS).problems == ()


def test_the_lines_behind_a_figure_of_the_year_add_up_to_it(reading: Reading) -> None:
    year = Period.year(2026)
    found = income_and_expenditure(reading, year)
    figures = {f"in:{kind}": amount for kind, amount in found.income.items()}
    figures |= {f"out:{kind}": amount for kind, amount in found.expense.items()}
    assert {
        "in:fee",
        "in:ahead",
        "out:advance",
    } <= figures.keys()  # their lines are of several kinds
    for kind, amount in figures.items():
        behind = lines_behind(reading, [kind], year, 10_000)
        assert sum(part.minor for part in behind.parts.values()) == amount.minor, kind
        assert (behind.count, behind.amount) == (len(behind.parts), amount)
    newest = lines_behind(reading, ["in:fee"], year, 5)
    assert len(newest.parts) == 5 < newest.count
    assert newest.amount == figures["in:fee"]


def test_a_debt_in_instalments_is_no_bill_that_a_price_made(reading: Reading) -> None:
    (price,) = prices(reading)
    made = [reading.recorded(seq) for seq in entries_that_billed(reading, price.tariff.id)]
    assert {one.envelope.kind.partition("/")[0] for one in made} == {"bills"}
    assert agreements(reading)
    members_billed = (len({line.member for line in one.entry.lines}) for one in made)  # type: ignore[attr-defined]
    assert price.bills == sum(members_billed)
