"""What is to be done this month is read from the book, and what speaks for it."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from imt_desktop.committee.describing import (
    CommitteeRequest,
    OfficerRequest,
    describe,
    name_officer,
)
from imt_desktop.journal import Ref
from imt_desktop.ledger.accounts import CountRequest, count
from imt_desktop.ledger.billed import unbilled
from imt_desktop.ledger.expenses import ExpenseLine
from imt_desktop.ledger.openings import ConfirmRequest, confirm, unconfirmed
from imt_desktop.ledger.statements import income_and_expenditure, sums_by_month
from imt_desktop.oversight.calendar import calendar
from imt_desktop.oversight.month import Thing, things_to_do
from imt_desktop.oversight.trust import trust
from imt_desktop.period import Month
from imt_desktop.reports.printing import PaperWanted, issue
from tests.book.charging.village import ask, read, tariff
from tests.builders import BANK, CASH, MOBILE, TODAY, Desk, book_in, kes, opening

NOW = Month.of(TODAY)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return book_in(tmp_path, members=3, fee=450)


def to_do(desk: Desk) -> dict[str, Thing]:
    return {thing.what: thing for thing in desk.see(things_to_do, TODAY)}


def limit(desk: Desk, amount: int) -> None:
    wanted = CommitteeRequest(
        name="Kiboko", first_month="2026-01", languages=("en",), cash_limit=Decimal(amount)
    )
    desk.do(describe, wanted)


def test_a_new_book_asks_for_members_and_a_price(tmp_path: Path) -> None:
    things = to_do(book_in(tmp_path))
    assert things["members"].when == things["price"].when == "now"
    assert "bill" not in things and "count" not in things


def test_bills_are_to_make_until_everybody_has_one(desk: Desk) -> None:
    assert to_do(desk)["bill"] == Thing("bill", "soon", count=3, periods=(Month.of(TODAY).period,))
    desk.bill(str(NOW))
    assert to_do(desk)["bill"] == Thing("bill", "done", periods=(Month.of(TODAY).period,))


def test_meters_that_are_not_read_yet_keep_the_bills_open(desk: Desk) -> None:
    tariff(desk, since=str(NOW))  # by the meter
    month = (NOW.period,)
    assert to_do(desk)["bill"] == Thing("bill", "soon", unread=3, periods=month)
    assert desk.see(unbilled, NOW).fees == 3, "which the closing asks about, too"
    read(desk, str(NOW), c1=9, c2=3)
    assert to_do(desk)["bill"] == Thing("bill", "soon", count=2, unread=1, periods=month)
    desk.bill(str(NOW))
    assert to_do(desk)["bill"] == Thing("bill", "soon", unread=1, periods=month)


def test_cash_above_the_limit_is_to_bank_now(desk: Desk) -> None:
    limit(desk, 1000)
    desk.get(1000)
    assert "bank" not in to_do(desk)
    desk.get(1)
    assert to_do(desk)["bank"] == Thing("bank", "now", amount=kes(1001), limit=kes(1000))
    desk.move(CASH, BANK, 500)
    assert "bank" not in to_do(desk)


def test_cash_is_counted_every_week(desk: Desk) -> None:
    assert "count" not in to_do(desk)
    desk.get(500, on=TODAY - timedelta(days=7))
    assert to_do(desk)["count"] == Thing("count", "soon")
    wanted = CountRequest(
        counted=Decimal(450), by=("A",), on=TODAY - timedelta(days=6), explanation="lost"
    )
    desk.do(count, wanted)
    assert to_do(desk)["count"] == Thing("count", "done", on=wanted.on, amount=-kes(50))
    later = desk.see(things_to_do, TODAY + timedelta(days=1))
    assert Thing("count", "soon", on=wanted.on) in later


def test_who_is_behind_is_counted_and_old_balances_wait_for_their_members(desk: Desk) -> None:
    old = TODAY - timedelta(days=40)
    desk.open(opening("debt", 900, member="1", since=old), opening("ahead", 450, member="2"))
    things = to_do(desk)
    assert things["behind"].count == 1
    assert things["confirm"].count == 2
    found = desk.see(unconfirmed)
    assert [(one.number, one.what, one.amount) for one in found] == [
        ("1", "debt", kes(900)), ("2", "ahead", kes(450)),
    ]  # fmt: skip
    desk.do(confirm, ConfirmRequest(balances=tuple(one.ref for one in found)))
    assert "confirm" not in to_do(desk)


def test_money_not_yet_known_whose_waits(desk: Desk) -> None:
    got = desk.get(450, "unknown", account=MOBILE, reference="QX1")
    assert to_do(desk)["unknown"] == Thing("unknown", "soon", 1, kes(450))
    desk.identify(Ref(got.seq, 1), "1")
    assert "unknown" not in to_do(desk)


def test_an_advance_becomes_urgent_and_then_is_settled(desk: Desk) -> None:
    given = desk.advance(1000, on=TODAY - timedelta(days=14))
    assert to_do(desk)["advance"] == Thing("advance", "month", 1, kes(1000), who="Wanjiru")
    tomorrow = desk.see(things_to_do, TODAY + timedelta(days=1))
    assert Thing("advance", "now", 1, kes(1000), who="Wanjiru") in tomorrow
    line = ExpenseLine(payee="Shop", category="parts", amount=Decimal(1000), account=None)
    desk.settle_advance(Ref(given.seq, 1), line)
    assert "advance" not in to_do(desk)


def test_what_we_owe_is_to_pay_when_its_day_has_come(desk: Desk) -> None:
    desk.owe(300, due_on=TODAY + timedelta(days=1))
    assert "owed" not in to_do(desk)
    desk.owe(200, due_on=TODAY)
    assert to_do(desk)["owed"] == Thing("owed", "now", 1, kes(200), on=TODAY)


def test_the_notice_of_last_month_is_to_print_until_it_is(desk: Desk) -> None:
    before = NOW.shift(-1)
    assert to_do(desk)["notice"] == Thing("notice", "month", on=before.first)
    desk.do(issue, PaperWanted("notice", ("en",), period=before.period))
    assert to_do(desk)["notice"] == Thing("notice", "done", on=TODAY)


def test_a_term_that_is_over_is_named(desk: Desk) -> None:
    until = TODAY - timedelta(days=1)
    wanted = OfficerRequest(name="Amina", post="chair", since=until, until=until)
    desk.do(name_officer, wanted)
    assert to_do(desk)["term"] == Thing("term", "month", 1, on=until, who="Amina")
    for name, post in (("Baraka", "treasurer"), ("Zawadi", "secretary")):
        desk.do(name_officer, OfficerRequest(name=name, post=post, since=until, until=TODAY))
    both = Thing(
        "term", "month", 3, on=until, who="Amina", others=("Baraka", "Zawadi"), until=TODAY
    )
    assert to_do(desk)["term"] == both


def test_what_is_urgent_comes_first_and_what_is_done_last(desk: Desk) -> None:
    limit(desk, 100)
    desk.get(500)
    desk.bill(str(NOW))
    whens = [thing.when for thing in desk.see(things_to_do, TODAY)]
    assert whens[0] == "now" and whens[-1] == "done"


def test_entries_after_the_newest_paper_are_not_on_paper(desk: Desk, tmp_path: Path) -> None:
    assert desk.see(trust, tmp_path, TODAY).paper is None
    assert desk.see(trust, tmp_path, TODAY).not_on_paper == desk.entries()
    desk.pay("1", 450)
    after_receipt = desk.see(trust, tmp_path, TODAY)
    assert (after_receipt.receipt, after_receipt.not_on_paper) == (1, 0)
    desk.bill(str(NOW))
    assert desk.see(trust, tmp_path, TODAY).not_on_paper == 1
    desk.do(issue, PaperWanted("notice", ("en",), period=NOW.period))
    printed = desk.see(trust, tmp_path, TODAY)
    assert printed.paper is not None and printed.paper.about == str(NOW)
    assert (printed.receipt, printed.not_on_paper) == (None, 0)


def test_the_months_of_the_chart_are_those_of_the_statement(desk: Desk) -> None:
    desk.get(500)
    desk.spend(200)
    desk.bill(str(NOW))
    desk.pay("1", 450)
    voided = desk.pay("2", 450)
    desk.void(voided.entry)
    desk.move(CASH, BANK, 100, charges=Decimal(5))
    months = desk.see(sums_by_month, NOW.shift(-2), NOW)
    assert [one.month for one in months] == [NOW.shift(-2), NOW.shift(-1), NOW]
    assert not months[0].came and not months[0].went
    report = desk.see(income_and_expenditure, NOW.period)
    assert (months[2].came, months[2].went) == (report.total_in, report.total_out)
    assert (months[2].came, months[2].went) == (kes(950), kes(205))


def test_a_month_with_money_in_it_is_to_be_closed_once_it_is_over(desk: Desk) -> None:
    assert "close" not in to_do(desk)  # nothing came yet
    desk.get(500, on=TODAY.replace(month=8, day=3))
    wanted = to_do(desk)["close"]
    assert (wanted.when, wanted.count, wanted.on) == ("now", 2, TODAY.replace(month=8, day=1))
    # The calendar says the same: both months, late since the first of them was to be closed.
    (due,) = (
        one for one in desk.see(calendar, TODAY, TODAY, TODAY) if one.what == "closing"
    )  # fmt: skip
    assert (
        (due.words, due.late) == (str(wanted.periods[0]), True) == ("2026-08-01..2026-09-30", True)
    )
    desk.count(500, on=TODAY.replace(month=8, day=31))
    desk.close("2026-08", bills="yes")
    assert (to_do(desk)["close"].when, to_do(desk)["close"].count) == ("month", 1)
    desk.count(500, on=TODAY.replace(month=9, day=30))
    desk.close("2026-09", bills="yes")
    assert to_do(desk)["close"] == Thing("close", "done", on=TODAY)


def test_a_complaint_that_waits_too_long_stands_on_home(desk: Desk) -> None:
    ask(desk, "complaint", words="dry", name="A. B.", on="2026-10-12")
    assert "complaint" not in to_do(desk), "there is time until 2 November"
    ask(desk, "complaint", words="dry", name="A. B.", on="2026-09-28")
    assert to_do(desk)["complaint"] == Thing("complaint", "soon", 1, on=date(2026, 10, 16), about=2)
    ask(desk, "complaint", words="dry", name="A. B.", on="2026-09-07")
    assert to_do(desk)["complaint"] == Thing("complaint", "now", 1, on=date(2026, 9, 25), about=3)


def test_a_meeting_and_maintenance_of_the_week_stand_on_home(desk: Desk) -> None:
    ask(desk, "meeting", day="2026-10-21")
    ask(desk, "meeting", day="2026-10-22")
    ask(desk, "maintenance", what="Grease", component="pump", months=1, first_on="2026-10-14")
    things = to_do(desk)
    assert things["meeting"] == Thing("meeting", "soon", 1, on=date(2026, 10, 21), about=1)
    assert things["maintenance"] == Thing("maintenance", "soon", 1, on=TODAY, about=1)


def test_late_actions_and_an_overdue_visit_of_the_plan_stand_on_home(desk: Desk) -> None:
    def day(days: int) -> str:
        return (TODAY + timedelta(days=days)).isoformat()

    ask(desk, "round", name="1", on=day(-90))
    for title, days in (("Pads", -30), ("A wall", -2), ("A box", 3), ("Later", 90)):
        ask(desk, "action", plan={"title": title, "person": "A. W.", "deadline": day(days)})
    assert to_do(desk)["action"] == Thing("action", "now", 2, on=TODAY - timedelta(days=30))
    ask(desk, "action-moved", action=1, state="done")
    ask(desk, "action-moved", action=2, state="done")
    assert to_do(desk)["action"] == Thing("action", "soon", 1, on=TODAY + timedelta(3), about=3)
    assert "visit" not in to_do(desk)
    ask(desk, "visit", by="A. W.", women=1, decided="Go on", on=day(-60), next_on=day(-1))
    assert to_do(desk)["visit"] == Thing("visit", "now", 1, on=TODAY - timedelta(1), about=1)
    ask(desk, "visit", by="A. W.", women=1, decided="Go on", next_on=day(30))
    assert "visit" not in to_do(desk)
    ask(desk, "visit", by="A. W.", women=1, decided="Go on", next_on=day(1))
    assert to_do(desk)["visit"].when == "soon"
    ask(desk, "round-ended")
    assert "visit" not in to_do(desk), "a round that is over is not walked"
