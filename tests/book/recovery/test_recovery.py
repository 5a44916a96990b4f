"""The budget, what wears out, and whether the water price covers the cost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from imt_desktop.errors import UserError
from imt_desktop.journal.verify import verify
from imt_desktop.ledger import errors as ledger
from imt_desktop.ledger.recovery import errors
from imt_desktop.ledger.recovery.assets import assets
from imt_desktop.ledger.recovery.budget import budget, plannable
from imt_desktop.ledger.recovery.cost import covered, recovery
from imt_desktop.ledger.recovery.seen import seen
from imt_desktop.oversight.whole import ROOMS
from imt_desktop.period import Period
from tests.book.charging.village import ask, tariff
from tests.builders import Desk, kes

Book = Callable[..., Desk]

PUMP = {"what": "pump", "name": "Pump", "bought_on": "2024-03-01", "cost": "180000", "life": 10}


def line(direction: str, kind: str, amount: str) -> dict[str, str]:
    return {"direction": direction, "kind": kind, "amount": amount}


def test_a_budget_stands_beside_what_came_of_it(book_with: Book) -> None:
    desk = book_with(members=2, fee=450)
    ask(desk, "budget", year=2026, lines=[line("in", "fee", "1")])
    ask(desk, "budget", year=2026, lines=[line("in", "fee", "10800"), line("out", "fuel", "6000")])
    desk.bill()
    desk.pay("1", 450)
    desk.spend(700)
    desk.spend(60, "office")
    found = {(one.direction, one.kind): (one.planned, one.actual) for one in desk.see(budget, 2026)}
    assert found == {
        ("in", "fee"): (kes(10800), kes(450)),
        ("out", "fuel"): (kes(6000), kes(700)),
        ("out", "office"): (kes(0), kes(60)),
    }
    assert verify(desk.book.path, ROOMS).problems == ()


def test_the_next_year_has_a_budget_and_the_one_after_is_too_far() -> None:
    assert plannable(2027, date(2026, 1, 1)) == 2027
    with pytest.raises(ledger.FutureDayError):
        plannable(2028, date(2026, 12, 31))


def test_what_wears_out_says_what_to_set_aside(book_with: Book) -> None:
    desk = book_with()
    ask(desk, "asset", **PUMP, replacement="220000")
    tank = ask(desk, "asset", **{**PUMP, "what": "tank", "name": "Tank", "life": 30})
    pump, other = desk.see(assets)
    assert (pump.yearly, pump.worn_out_on, other.yearly) == (kes(22000), 2034, kes(6000))
    desk.void(tank.seq)
    assert [one.name for one in desk.see(assets)] == ["Pump"]


def test_cost_recovery_at_full_and_at_the_real_payment(book_with: Book) -> None:
    desk = book_with(members=4, fee=450)
    ask(desk, "asset", **{**PUMP, "cost": "6000"})  # 600 a year
    desk.bill()
    for number in ("1", "2", "3"):
        desk.pay(number, 450)
    desk.spend(1000)
    desk.spend(200, "repairs")
    desk.spend(50, "office")
    desk.spend(6000, "asset")
    found = desk.see(recovery, Period.year(2026))
    assert {group: cost for group, cost in found.costs.items() if cost} == {
        "operation": kes(1000), "maintenance": kes(200), "administration": kes(50),
        "replacement": kes(600),
    }  # fmt: skip
    assert (found.cost, found.billed, found.collected) == (kes(1850), kes(1800), kes(1350))
    assert (found.missing_if_all_pay, found.missing) == (kes(50), kes(500))
    assert found.paid_share == 7500


def test_a_promise_and_a_day_worked_are_no_money(book_with: Book) -> None:
    desk = book_with(members=2)
    flat = {"connection_type": "household", "fixed": "450"}
    tariff(desk, flat, labour={"value": "300", "days": 4})
    desk.bill()
    year = Period.year(2026)
    ask(desk, "agreement", member="1", count=3, first="2026-11-30")
    ask(desk, "labour", lines=[{"member": "2", "days": "1"}])
    due = date(2026, 11, 30)
    assert desk.see(recovery, year).paid_share == desk.see(seen, due).plan.share == 0
    desk.pay("1", 300)
    assert desk.see(recovery, year).paid_share == 300 * 10_000 // 900
    assert desk.see(seen, due).plan.share == 3300, "whole per cent, and never more than is paid"
    desk.pay("1", "149.99")
    assert desk.see(seen, due).plan.share == 4900, "a cent before half is not half"


def test_what_a_kiosk_sells_comes_in_whoever_else_pays(book_with: Book) -> None:
    desk = book_with(members=1, fee=450)
    desk.bill()
    desk.pay("1", 450)
    line = {"sold": "212", "price": "3", "handed": "636"}
    ask(desk, "kiosk-sales", lines=[line])
    desk.spend(1000)
    found = desk.see(recovery, Period.year(2026))
    assert (found.billed, found.collected, found.if_all_pay) == (kes(450), kes(1086), kes(1086))
    assert (found.missing_if_all_pay, found.missing) == (kes(-86), kes(-86))


def test_what_users_pay_counts_once_on_the_day_it_comes(book_with: Book) -> None:
    desk = book_with(members=2, fee=450)
    desk.pay("1", 1000, on=date(2026, 9, 5))  # 1,000 ahead
    desk.bill("2026-09")  # 450 of it settle September, the day is in October
    desk.refund("1", 100)
    desk.pay("2", 600)  # 450 for September, 150 ahead
    desk.spend(3600)
    found = desk.see(recovery, Period.year(2026))
    # 1,000 and 600 came, 100 went back: 1,500 of 3,600. The 450 are not counted again.
    assert (found.collected, desk.see(covered, Period.year(2026))) == (kes(1500), 4_166)
    assert (found.covered, found.missing) == (2_500, kes(2700)), "900 of 3,600"
    assert found.if_all_pay == found.as_paid == kes(900), "paid ahead is for bills still to come"
    assert found.missing_if_all_pay == found.missing == kes(2700)
    assert desk.see(recovery, Period.parse("2026-09")).collected == kes(1000)
    assert desk.see(recovery, Period.parse("2026-10")).collected == kes(500)


def test_without_members_nothing_is_divided(book_with: Book) -> None:
    assert book_with().see(recovery, Period.year(2026)).paid_share is None


@pytest.mark.parametrize(
    ("kind", "change", "error", "field"),
    [
        ("asset", {"what": "goat"}, ledger.UnknownCodeError, "what"),
        ("asset", {"life": 0}, errors.LifeError, "life"),
        ("asset", {"name": " "}, ledger.NameMissingError, "name"),
        ("asset", {"bought_on": "2027-01-01"}, ledger.FutureDayError, "bought_on"),
        ("asset", {"cost": "0"}, UserError, "cost"),
        ("budget", {"year": 3}, errors.YearError, "year"),
        ("budget", {"lines": []}, ledger.EmptyRequestError, "lines"),
        ("budget", {"lines": [line("in", "goat", "1")]}, ledger.UnknownCodeError, "lines/1/kind"),
        ("budget", {"lines": [line("up", "fee", "1")]}, ledger.UnknownCodeError, "lines/1/direction"),
        ("budget", {"lines": [line("in", "fee", "1")] * 2}, errors.PlannedTwiceError, "lines/2/kind"),
        ("budget", {"lines": [line("in", "fee", "-1")]}, UserError, "lines/1/amount"),
        ("budget", {"decision": 5}, UserError, None),
    ],
)  # fmt: skip
def test_what_is_refused(
    book_with: Book, kind: str, change: dict[str, Any], error: type[UserError], field: str | None
) -> None:
    desk = book_with()
    wanted = PUMP if kind == "asset" else {"year": 2026, "lines": [line("in", "fee", "1")]}
    with pytest.raises(error) as refused:
        ask(desk, kind, **{**wanted, **change})
    assert refused.value.field == field
