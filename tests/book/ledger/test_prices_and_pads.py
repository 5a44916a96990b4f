"""What can be set wrongly can be taken back: a water price nobody was billed by, and a pad."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from imt_desktop.committee.describing import DecisionRequest, record_decision
from imt_desktop.journal.verify import verify
from imt_desktop.ledger import errors
from imt_desktop.ledger.members import ConnectionLine
from imt_desktop.ledger.pads import pads
from imt_desktop.ledger.payments import PadRequest, register_pad
from imt_desktop.ledger.tariffs import (
    FeeLine,
    TariffRequest,
    next_free,
    prices,
    take_over,
    tariff_for,
)
from imt_desktop.oversight.whole import ROOMS
from imt_desktop.period import Month
from tests.builders import FIRST, Desk, household


def hand_out(desk: Desk, first: int, last: int, holder: str = "kiosk") -> int:
    return desk.do(register_pad, PadRequest(first=first, last=last, holder=holder)).seq


def test_a_price_typed_wrongly_is_cancelled_and_set_again(desk: Desk) -> None:
    wrong = desk.adopt(4500)
    with pytest.raises(errors.TariffDayTakenError):
        desk.adopt(450)
    desk.void(wrong.seq)
    assert desk.see(tariff_for, Month(2026, 10)) is None
    desk.adopt(450)
    (price,) = desk.see(prices)
    assert price.tariff.fees["household"].decimal == 450
    with pytest.raises(errors.NothingToCancelError):
        desk.void(wrong.seq)


def with_school(fee: str = "450", **more: Any) -> TariffRequest:
    fees = (
        FeeLine(connection_type="household", amount=Decimal(fee)),
        FeeLine(connection_type="school", amount=Decimal(900)),
    )
    return TariffRequest(name="", effective_from="2026-01", fees=fees, **more)


def test_a_type_without_a_price_gets_one_in_the_month_that_has_one(desk: Desk) -> None:
    desk.adopt(450)
    desk.join(household(), on=FIRST)
    desk.join(household("2", connections=(ConnectionLine(type="school"),)), on=FIRST)
    desk.bill("2026-09")
    desk.do(take_over, with_school())
    now, before = desk.see(prices)
    assert now.tariff.fees["school"].decimal == 900
    assert (str(before.until), now.until) == ("2026-01", None)
    assert (before.replaced, now.replaced) == (True, False)
    assert desk.see(tariff_for, Month(2026, 9)) == now.tariff
    assert sum(line.amount for line in desk.bill("2026-09").entry.lines) == 900_00
    assert [price.bills for price in desk.see(prices)] == [1, 1]
    assert not verify(desk.book.path, ROOMS).problems


def test_the_next_price_begins_with_a_month_that_has_none(desk: Desk) -> None:
    desk.adopt(450, since="2026-10")
    desk.adopt(480, since="2026-11")
    assert desk.see(next_free, "month", Month(2026, 9)) == Month(2026, 9)
    assert desk.see(next_free, "month", Month(2026, 10)) == Month(2026, 12)
    assert desk.see(next_free, "quarter", Month(2026, 10)) == Month(2027, 1)
    assert desk.see(next_free, "year", Month(2026, 2)) == Month(2027, 1)


@pytest.mark.parametrize(
    "changed", [{"fee": "451"}, {"due_day": 15}], ids=["another price", "another day"]
)
def test_a_second_price_of_a_month_changes_nothing_of_the_first(
    desk: Desk, changed: dict[str, Any]
) -> None:
    began, entries = desk.adopt(450), desk.entries()
    with pytest.raises(errors.TariffDayTakenError) as refused:
        desk.do(take_over, with_school(**changed))
    assert refused.value.field == "effective_from"
    assert desk.entries() == entries and desk.see(prices)[0].tariff.entry == began.seq


def test_a_price_by_which_somebody_was_billed_stays(desk: Desk) -> None:
    price = desk.adopt(450)
    desk.join(household(), on=FIRST)
    bills = desk.bill("2026-09")
    with pytest.raises(errors.ReliedOnError) as refused:
        desk.void(price.seq)
    assert refused.value.later == (bills.seq,)
    desk.void(bills.seq)
    desk.void(price.seq)
    assert not desk.see(prices)


def test_the_history_tells_until_when_and_who_decided(desk: Desk) -> None:
    decision = DecisionRequest(minute="07/2026", what="Water price")
    desk.do(record_decision, decision)
    desk.adopt(300, since="2026-01")
    desk.adopt(450, since="2026-07", decision=1)
    desk.join(household(), on=FIRST)
    desk.bill("2026-06")
    now, earlier = desk.see(prices)
    assert (now.until, now.decision.minute if now.decision else "") == (None, "07/2026")
    assert (earlier.until, earlier.decision, earlier.bills) == (Month(2026, 6), None, 1)


def test_a_pad_typed_wrongly_is_cancelled_and_registered_again(desk: Desk) -> None:
    wrong = hand_out(desk, 1, 500)
    with pytest.raises(errors.PadRangeError):
        hand_out(desk, 1, 50)
    desk.void(wrong)
    hand_out(desk, 1, 50)
    assert [(one.first, one.last) for one in desk.see(pads)] == [(1, 50)]


@pytest.mark.parametrize(("first", "last"), [(0, 5), (9, 8), (1, 10**30), (-4, -2)])
def test_what_is_no_range_is_refused(desk: Desk, first: int, last: int) -> None:
    with pytest.raises(errors.PadRangeError):
        hand_out(desk, first, last)
    with pytest.raises(errors.NameMissingError):
        hand_out(desk, 1, 50, " ")


def test_gaps_in_a_pad_are_seen(desk: Desk) -> None:
    desk.join(household())
    hand_out(desk, 101, 150)
    for number in ("101", "104", "9", "x7"):
        desk.pay("1", 10, pad=number)
    (pad,) = desk.see(pads)
    assert (pad.used, pad.missing) == ((101, 104), (102, 103))


def test_a_book_with_them_verifies(desk: Desk) -> None:
    desk.void(desk.adopt(4500).seq)
    desk.void(hand_out(desk, 1, 500))
    loan = desk.get(900, "loan", payer="Bank")
    desk.book.close()
    assert loan.seq
    assert not verify(desk.book.path, ROOMS).problems
