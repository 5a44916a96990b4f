"""What is out of use, the reserve and its target, and what is given that is no money."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from imt_desktop.errors import UserError
from imt_desktop.journal.verify import verify
from imt_desktop.ledger import errors as ledger
from imt_desktop.ledger.recovery import errors
from imt_desktop.ledger.recovery.assets import assets, yearly
from imt_desktop.ledger.recovery.cost import recovery
from imt_desktop.ledger.recovery.in_kind import gifts, not_money
from imt_desktop.ledger.recovery.reserve import reserves
from imt_desktop.ledger.statements import income_and_expenditure
from imt_desktop.oversight.whole import ROOMS
from imt_desktop.period import Period
from tests.book.charging.village import ask, tariff
from tests.builders import BANK, Desk, kes

Book = Callable[..., Desk]

PUMP = {"what": "pump", "name": "Pump", "bought_on": "2024-03-01", "cost": "180000", "life": 10}
YEAR = Period.year(2026)
SAND = {"what": "materials", "worth": "3500", "giver": "Practice School", "text": "sand"}


def reserve(desk: Desk) -> int:
    return int(ask(desk, "account", type="reserve", name="Pump savings").entry.account)


def test_nothing_is_set_aside_for_what_is_out_of_use(book_with: Book) -> None:
    desk = book_with()
    ask(desk, "asset", **PUMP)
    ask(desk, "asset", **{**PUMP, "what": "tank", "name": "Tank", "life": 30})
    gone = ask(desk, "asset-out", asset=1, on="2026-10-01", reason="burnt out")
    assert [one.name for one in desk.see(assets)] == ["Tank"]
    assert desk.see(yearly) == kes(6000)
    _tank, pump = desk.see(assets, gone=True)
    assert (pump.name, pump.out_on, pump.reason) == ("Pump", date(2026, 10, 1), "burnt out")
    assert not pump.yearly
    with pytest.raises(errors.NoSuchAssetError):
        ask(desk, "asset-out", asset=1, reason="again")
    desk.void(gone.seq)
    assert desk.see(yearly) == kes(24000)
    assert verify(desk.book.path, ROOMS).problems == ()


def test_a_reserve_says_how_far_it_is_from_its_target(book_with: Book) -> None:
    desk = book_with()
    number = reserve(desk)
    assert [(one.target, one.reached) for one in desk.see(reserves)] == [(None, None)]
    ask(desk, "reserve-target", account=number, target="1")
    ask(desk, "reserve-target", account=number, target="20000", yearly="1200")
    desk.get(9000, "donation", account=BANK)
    desk.move(BANK, number, 5000)
    (one,) = desk.see(reserves)
    assert (one.account.balance, one.target, one.reached) == (kes(5000), kes(20000), 25)
    assert desk.see(recovery, YEAR).costs["reserve"] == kes(1200)
    assert verify(desk.book.path, ROOMS).problems == ()


def test_what_is_no_money_is_added_up_and_moves_none(book_with: Book) -> None:
    desk = book_with(members=2)
    tariff(desk, labour={"days": 4, "value": "300"})
    before = desk.see(income_and_expenditure, YEAR)
    ask(desk, "labour", lines=[{"member": "1", "days": "1.5"}, {"member": "2"}])
    worked = ask(desk, "labour", lines=[{"member": "1"}])
    given = ask(desk, "in-kind", lines=[SAND, {**SAND, "what": "tools", "worth": "50.50"}])
    desk.void(worked.seq)
    found = desk.see(not_money, YEAR)
    assert (found.days, found.labour) == (2500, kes(750))
    assert found.gifts == {"materials": kes(3500), "tools": kes("50.50")}
    assert found.worth == kes("4300.50")
    after = desk.see(income_and_expenditure, YEAR)
    assert (after.income, after.expense, after.closing) == (
        before.income, before.expense, before.closing,
    )  # fmt: skip
    desk.void(given.seq, line=1)
    assert [one.what for one in desk.see(gifts, YEAR)] == ["tools"]
    assert desk.see(not_money, Period.year(2025)).nothing
    assert verify(desk.book.path, ROOMS).problems == ()


@pytest.mark.parametrize(
    ("kind", "wanted", "error", "field"),
    [
        ("asset-out", {"asset": 7, "reason": "x"}, errors.NoSuchAssetError, "asset"),
        ("asset-out", {"asset": 1, "reason": " "}, ledger.ReasonMissingError, "reason"),
        ("asset-out", {"asset": 1, "reason": "x", "on": "2027-01-01"}, ledger.FutureDayError, "on"),
        ("asset-out", {"asset": 1, "reason": "x", "on": "2020-01-01"}, errors.OutBeforeBoughtError, "on"),
        ("reserve-target", {"account": 1, "target": "5"}, errors.NotAReserveError, "account"),
        ("reserve-target", {"account": 9, "target": "5"}, ledger.NoSuchAccountError, "account"),
        ("reserve-target", {"account": 4, "target": "0"}, UserError, "target"),
        ("reserve-target", {"account": 4, "target": "5", "yearly": "-1"}, UserError, "yearly"),
        ("reserve-target", {"account": 4, "target": "5", "decision": 3}, UserError, None),
        ("in-kind", {"lines": []}, ledger.EmptyRequestError, "lines"),
        ("in-kind", {"lines": [{"what": "goat", "worth": "1"}]}, ledger.UnknownCodeError, "1/what"),
        ("in-kind", {"lines": [SAND, {"what": "food", "worth": "0"}]}, UserError, "2/worth"),
        ("in-kind", {"lines": [{**SAND, "on": "2027-01-01"}]}, ledger.FutureDayError, "1/on"),
    ],
)  # fmt: skip
def test_what_is_refused(
    book_with: Book, kind: str, wanted: dict[str, Any], error: type[UserError], field: str | None
) -> None:
    desk = book_with()
    ask(desk, "asset", **PUMP)
    assert reserve(desk) == 4
    before = desk.entries()
    with pytest.raises(error) as refused:
        ask(desk, kind, **wanted)
    assert refused.value.field == field
    assert desk.entries() == before


def test_the_cost_by_the_fields_groups_and_by_those_of_irc(book_with: Book) -> None:
    desk = book_with(members=2, fee=450)
    ask(desk, "category", direction="out", name="Guard", group="operation", code="guard")
    spent = {
        "fuel": 1000, "guard": 30, "repairs": 200, "office": 50, "renewal": 4000, "support": 70,
        "loan-interest": 9, "other": 11, "asset": 6000,
    }  # fmt: skip
    for kind, amount in spent.items():
        desk.spend(amount, kind)
    ask(desk, "asset", **{**PUMP, "cost": "6000"})
    desk.get(2500, "grant")
    desk.bill()
    desk.pay("1", 450)
    found = desk.see(recovery, YEAR)
    assert {group: cost.decimal for group, cost in found.costs.items()} == {
        "operation": Decimal(1030), "maintenance": Decimal(200), "administration": Decimal(50),
        "capital-maintenance": Decimal(4000), "support": Decimal(70), "capital": Decimal(9),
        "other": Decimal(11), "replacement": Decimal(600), "reserve": Decimal(0),
    }  # fmt: skip
    assert {term: cost.decimal for term, cost in found.expert.items()} == {
        "OpEx": Decimal(1291), "CapManEx": Decimal(4600), "CoC": Decimal(9), "ExpDS": Decimal(70),
    }  # fmt: skip
    assert sum(cost.minor for cost in found.expert.values()) == found.cost.minor
    # 450 of 5,370 of expenses without the asset, and 600 set aside: 450 / 5,970 is 7.53 %.
    assert (found.bought, found.subsidy, found.covered) == (kes(6000), kes(2500), 753)
