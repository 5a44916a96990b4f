"""Tariffs: what an assembly can decide, and what is refused with its place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from imt_desktop.errors import PeriodError, UserError
from imt_desktop.i18n import Translator
from imt_desktop.ledger import errors as ledger
from imt_desktop.ledger.billing import left_to_bill
from imt_desktop.ledger.charging import errors
from imt_desktop.ledger.earlier import Fee, TariffAdopted1
from imt_desktop.ledger.tariffs import forms_of, next_free, prices, tariff_for
from imt_desktop.period import Month
from imt_desktop.wording.errors import sentence
from tests.book.charging.village import amounts, ask, household, plan, read, tariff
from tests.builders import Desk, kes

Book = Callable[..., Desk]


def blocks(*said: tuple[str | None, str | None, str]) -> dict[str, Any]:
    made = [
        {name: value for name, value in zip(("from", "to", "price"), block, strict=True) if value}
        for block in said
    ]
    return household(included="0", fixed="0", blocks=made)


@pytest.mark.parametrize(
    ("change", "kind", "field"),
    [
        ({"types": [blocks((None, "14", "1"), ("10", None, "2"))]}, errors.BlockOverlapError, "types/1/blocks/2/from"),
        ({"types": [blocks((None, "14", "1"), ("15", None, "2"))]}, errors.BlockHoleError, "types/1/blocks/2/from"),
        ({"types": [blocks((None, "14", "1"), (None, "10", "2"), (None, None, "3"))]}, errors.BlockBackwardsError, "types/1/blocks/2/to"),
        ({"types": [blocks((None, "14", "1"), (None, "20", "2"))]}, errors.BlockOpenError, "types/1/blocks/2/to"),
        ({"types": [blocks((None, None, "1"), (None, None, "2"))]}, errors.BlockOpenError, "types/1/blocks/1/to"),
        ({"types": [household(included="9", blocks=[{"to": "8", "price": "1"}, {"price": "2"}])]}, errors.BlockBackwardsError, "types/1/blocks/1/to"),
        ({"types": [household(blocks=[{"to": "20", "price": "1"}, {"to": "10", "price": "2"}])]}, errors.BlockBackwardsError, "types/1/blocks/2/to"),
        ({"types": [household(unit="gallon")]}, ledger.UnknownCodeError, "types/1/unit"),
        ({"types": [household(unit="")]}, errors.UnitMissingError, "types/1/unit"),
        ({"types": [household(each=[{"unit": "cow", "price": "1"}])]}, ledger.UnknownCodeError, "types/1/each/1/unit"),
        ({"types": [household(included="0.0001")]}, errors.QuantityError, "types/1/included"),
        ({"types": [household(fixed="-1")]}, ledger.MoneyNegativeError, "types/1/fixed"),
        ({"types": [household(), household()]}, ledger.FeeRepeatedError, "types/2/connection_type"),
        ({"types": [{"connection_type": "kiosk"}]}, errors.TermsMissingError, "types/1/fixed"),
        ({"types": [household(connection_type="Houshold")]}, errors.TypeSlipError, "types/1/connection_type"),
        ({"types": [household(), {"connection_type": "Household", "fixed": "1"}]}, errors.TypeSlipError, "types/2/connection_type"),
        ({"types": (), "fees": [{"connection_type": "busines", "amount": "1"}]}, errors.TypeSlipError, "fees/1/connection_type"),
        ({"one_offs": [{"item": "meter", "amount": "5", "connection_type": "insitution"}]}, errors.TypeSlipError, "one_offs/1/connection_type"),
        ({"types": []}, ledger.FeesMissingError, "fees"),
        ({"fees": [{"connection_type": "household", "amount": "1"}]}, errors.FeesAndTypesError, "types"),
        ({"decision": None}, errors.DecisionMissingError, "decision"),
        ({"every": "fortnight"}, ledger.UnknownCodeError, "every"),
        ({"every": "quarter", "effective_from": "2026-02"}, errors.PeriodStartError, "effective_from"),
        ({"effective_from": "January"}, PeriodError, "effective_from"),
        ({"due": {"day": 32}}, ledger.DueDayError, "due/day"),
        ({"due": {"seasons": ["02-30"]}}, errors.DueError, "due/seasons"),
        ({"due": {"day": 15, "seasons": ["06-30"]}}, errors.DueTwiceError, "due/seasons"),
        ({"due": {"day": 15, "days_after": 3}}, errors.DueTwiceError, "due/days_after"),
        ({"types": [], "fees": [{"connection_type": "household", "amount": "15"}], "decision": None}, errors.DecisionMissingError, "decision"),
        ({"round": {"to": "0"}}, UserError, "round/to"),
        ({"round": {"to": "5", "how": "sideways"}}, ledger.UnknownCodeError, "round/how"),
        ({"late": {"grace_days": 5}}, errors.ShareOrAmountError, "late/amount"),
        ({"late": {"percent": "120"}}, errors.ShareError, "late/percent"),
        ({"late": {"amount": "5", "ceiling": "3"}}, errors.CeilingError, "late/ceiling"),
        ({"labour": {"value": "0"}}, UserError, "labour/value"),
        ({"one_offs": [{"item": "gift", "amount": "1"}]}, ledger.UnknownCodeError, "one_offs/1/item"),
        ({"one_offs": [{"item": "connection", "amount": "300", "first": "300", "instalments": 3}]}, errors.InstalmentCountError, "one_offs/1/instalments"),
        ({"one_offs": [{"item": "meter", "amount": "1", "instalments": 0}]}, errors.InstalmentCountError, "one_offs/1/instalments"),
        ({"one_offs": [{"item": "reconnection", "amount": "1", "arrears_percent": "101"}]}, errors.ShareError, "one_offs/1/arrears_percent"),
    ],
)  # fmt: skip
def test_what_is_refused_says_where(
    desk: Desk, change: dict[str, Any], kind: type[UserError], field: str | None
) -> None:
    before = desk.entries()
    wanted = {"name": "", "effective_from": "2026-01", "decision": 1, "types": [household()]}
    with pytest.raises(kind) as refused:
        ask(desk, "tariff", **{**wanted, **change})
    assert refused.value.field == field
    assert desk.entries() == before


def test_two_tariffs_from_the_same_day_are_refused(desk: Desk) -> None:
    tariff(desk)
    with pytest.raises(ledger.TariffDayTakenError) as refused:
        tariff(desk, since="2026-01")
    assert refused.value.field == "effective_from"


def test_a_decision_that_nobody_wrote_down_is_refused(desk: Desk) -> None:
    with pytest.raises(UserError) as refused:
        ask(desk, "tariff", name="", effective_from="2026-01", decision=99, types=[household()])
    assert type(refused.value).__name__ == "NoSuchDecisionError"


def test_next_years_tariff_can_be_adopted_today_and_old_months_keep_theirs(
    book_with: Book,
) -> None:
    desk = book_with(members=1)
    tariff(desk)
    tariff(desk, household(fixed="20"), since="2027-01")
    read(desk, "2026-09", c1="100")
    read(desk, "2026-10", c1="109")
    assert amounts(desk.bill("2026-10")) == [2000]
    first, second = desk.see(prices)
    assert (str(first.tariff.effective_from), str(second.tariff.effective_from)) == (
        "2027-01",
        "2026-01",
    )
    assert second.until == Month(2026, 12) and second.decision and second.bills == 1


def test_a_flat_fee_of_the_earlier_version_is_still_read(book_with: Book) -> None:
    desk = book_with(members=2)
    fee = Fee(connection_type="household", amount=45000)
    old = TariffAdopted1(
        tariff=1, name="", effective_from="2026-01", decision=None, fees=(fee,), due_day=15
    )
    desk.do(lambda writing: writing.append(old))
    now = desk.see(tariff_for, Month(2026, 10))
    assert now and now.fees["household"] == kes(450)
    assert desk.see(forms_of, now).every == "month"
    seen = plan(desk)
    assert [line.amount for line in seen.lines] == [kes(450), kes(450)]
    assert seen.due_on.isoformat() == "2026-10-15"
    assert [line.parts[0].what for line in seen.lines] == ["fixed", "fixed"]


@pytest.mark.parametrize(
    ("every", "month", "day", "period", "due"),
    [
        ("month", "2026-10", None, "2026-10", "2026-10-31"),
        ("two-months", "2026-09", None, "2026-09-01..2026-10-31", "2026-10-31"),
        ("two-months", "2026-10", None, "2026-09-01..2026-10-31", "2026-10-31"),
        ("quarter", "2026-08", None, "2026-Q3", "2026-09-30"),
        ("year", "2026-08", None, "2026", "2026-12-31"),
        ("week", "2026-10", "2026-10-07", "2026-10-05..2026-10-11", "2026-10-11"),
    ],
)
def test_any_period(
    book_with: Book, every: str, month: str, day: str | None, period: str, due: str
) -> None:
    desk = book_with(members=2)
    tariff(desk, {"connection_type": "household", "fixed": "450"}, every=every)
    recorded = desk.bill(day or month)
    assert {line.period for line in recorded.entry.lines} == {period}  # type: ignore[attr-defined]
    assert {line.due_on.isoformat() for line in recorded.entry.lines} == {due}  # type: ignore[attr-defined]
    with pytest.raises(ledger.NobodyToBillError):
        desk.bill(day or month)


def test_a_week_has_to_be_named(book_with: Book) -> None:
    desk = book_with(members=1)
    tariff(desk, {"connection_type": "household", "fixed": "5"}, every="week")
    with pytest.raises(errors.WeekNeededError):
        desk.bill("2026-10")
    assert (
        desk.see(left_to_bill, Month(2026, 10), date(2026, 10, 14)).fees == 1
    )  # Home names this week


@pytest.mark.parametrize(
    ("due", "day"),
    [
        ({"day": 15, "months_after": 1}, "2026-11-15"),
        ({"day": 31, "months_after": 1}, "2026-11-30"),
        ({"days_after": 10}, "2026-11-10"),
        ({"seasons": ["05-31", "12-15"]}, "2026-12-15"),
        ({"seasons": ["05-31"]}, "2027-05-31"),
        ({"seasons": ["02-29"]}, "2027-02-28"),
    ],
)
def test_bills_are_due_as_decided(book_with: Book, due: dict[str, Any], day: str) -> None:
    desk = book_with(members=1)
    tariff(desk, {"connection_type": "household", "fixed": "450"}, due=due)
    assert plan(desk).due_on.isoformat() == day


YEARLY = {"connection_type": "household", "fixed": "1200"}


def test_a_price_does_not_cut_what_another_one_charges_as_a_whole(book_with: Book) -> None:
    """Else March would be in the bill of the year and have one of its own."""
    desk = book_with(members=1)
    tariff(desk, YEARLY, every="year")
    with pytest.raises(errors.PeriodCutError) as refused:
        tariff(desk, since="2026-07")
    assert refused.value.field == "effective_from"
    assert sentence(refused.value, Translator("en")) == (
        "July 2026 lies in the middle of January 2026 to December 2026, which is charged as a whole."
        " A price can begin in January 2027."
    )
    assert desk.see(next_free, "month", Month(2026, 2)) == Month(2027, 1)
    tariff(desk, since="2027-01")
    with pytest.raises(errors.PeriodCutError):
        tariff(desk, since="2026-07")


def test_a_later_price_is_not_cut_either(book_with: Book) -> None:
    desk = book_with(members=1)
    tariff(desk, since="2026-08")
    with pytest.raises(errors.PeriodCutError):
        tariff(desk, YEARLY, since="2026-01", every="year")


@pytest.mark.parametrize("asked", ["2026", "2026-Q4", "October"])
def test_a_month_of_the_period_is_asked_for(desk: Desk, asked: str) -> None:
    tariff(desk)
    with pytest.raises(errors.MonthNeededError) as refused:
        desk.bill(asked)
    assert refused.value.field == "month"


def test_a_slip_of_a_type_is_asked_about_and_another_type_is_taken(book_with: Book) -> None:
    desk = book_with(members=1)
    tariff(desk, household(), household(connection_type="mission class 1"))
    with pytest.raises(errors.TypeSlipError) as refused:
        tariff(desk, household(connection_type="Mision class 1"), since="2026-06")
    said = sentence(refused.value, Translator("en"))
    assert said.startswith("“Mision class 1” is almost “mission class 1”, which is known here.")
    others = ("mission class 2", "hotel", "house", "shop a", "shop b")
    tariff(desk, *(household(connection_type=one) for one in others), since="2026-06")
