"""Runs of bills: discounts, late fees and fines with the fees, and the preview's sum is booked."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imt_desktop.errors import UserError
from imt_desktop.journal import Ref
from imt_desktop.ledger import errors as ledger
from imt_desktop.ledger import members
from imt_desktop.ledger.billing import BillEveryoneRequest, bill_everyone
from imt_desktop.ledger.charging import errors
from imt_desktop.ledger.charging.countable import countables
from imt_desktop.ledger.charging.explaining import bills_explained
from imt_desktop.ledger.charging.working_out import total_of
from imt_desktop.ledger.entries import Billed
from imt_desktop.period import Month, Period
from tests.book.charging.village import amounts, ask, decide, household, plan, read, tariff
from tests.builders import FIRST, Desk, book_in, kes, standing

Book = Callable[..., Desk]

NAIROBI = timezone(timedelta(hours=3))
FLAT = {"connection_type": "household", "fixed": "450"}


def on(desk: Desk, day: str) -> None:
    desk.clock.now = datetime.fromisoformat(f"{day}T09:00").replace(tzinfo=NAIROBI)


def relief(desk: Desk, member: str = "1", **more: Any) -> Any:
    wanted = {
        "member": member, "group": "elderly", "decision": decide(desk, "Discounts"),
        "since": "2026-10", "until": "2026-12", **more,
    }  # fmt: skip
    return ask(desk, "relief", **wanted)


def test_the_sum_of_the_preview_is_the_sum_booked(book_with: Book) -> None:
    desk = book_with(members=3)
    tariff(desk, late={"percent": "5"}, fines={"assembly": "2"}, round={"to": "0.50"})
    read(desk, "2026-08", c1="0", c2="0", c3="0")
    read(desk, "2026-09", c1="9.3", c2="2", c3="40")
    desk.bill("2026-08", on=None)
    ask(desk, "absences", what="assembly", members=["2"], on="2026-09-20")
    relief(desk, percent="35", since="2026-09")
    seen = plan(desk, "2026-09")
    recorded = desk.bill("2026-09")
    assert isinstance(recorded.entry, Billed)
    assert sum(amounts(recorded)) == seen.total.minor
    assert [line.item for line in recorded.entry.lines] == [
        "fee", "fee", "fee", "late", "late", "late", "fine",
    ]  # fmt: skip
    for made, line in zip(recorded.entry.lines, seen.lines, strict=True):
        assert made.amount == line.amount.minor == total_of(made.parts)
        assert made.tariff == seen.tariff.id


def test_a_discount_ends_with_its_month(book_with: Book) -> None:
    desk = book_with(members=1)
    tariff(desk, FLAT)
    relief(desk, percent="35", since="2026-09", until="2026-09")
    assert [amounts(desk.bill(month)) for month in ("2026-08", "2026-09", "2026-10")] == [
        [45000], [29250], [45000],
    ]  # fmt: skip


def test_who_is_exempt_gets_no_bill(book_with: Book) -> None:
    desk = book_with(members=2)
    tariff(desk, FLAT)
    granted = relief(desk, percent="100")
    seen = plan(desk)
    assert [(one.number, one.reason) for one in seen.left_out] == [("1", "nothing-to-pay")]
    desk.void(granted.seq)
    assert len(plan(desk).lines) == 2


@pytest.mark.parametrize(
    ("change", "kind", "field"),
    [
        ({"percent": "120"}, errors.ShareError, "percent"),
        ({"percent": "0"}, errors.ShareError, "percent"),
        ({}, errors.ShareOrAmountError, "percent"),
        ({"percent": "5", "amount": "5"}, errors.ShareOrAmountError, "percent"),
        ({"percent": "5", "until": "2026-09"}, errors.ExpiryError, "until"),
        ({"percent": "5", "group": "cousin"}, ledger.UnknownCodeError, "group"),
        ({"percent": "5", "member": "77"}, ledger.NoSuchMemberError, "member"),
        ({"percent": "5", "decision": 99}, UserError, None),
    ],
)
def test_a_discount_that_cannot_be(
    book_with: Book, change: dict[str, Any], kind: type[UserError], field: str | None
) -> None:
    desk = book_with(members=1)
    with pytest.raises(kind) as refused:
        relief(desk, **change)
    assert refused.value.field == field


def test_two_officers_let_somebody_pay_less(signed: Desk) -> None:
    signed.join(members.MemberLine(adults=(members.AdultLine(name="Otieno"),)))
    alone = signed.who
    with pytest.raises(UserError) as refused:
        relief(signed, percent="50")
    assert type(refused.value).__name__ == "SecondOfficerNeededError"
    assert signed.who is alone


def test_late_fees_wait_for_the_days_of_grace_and_end_at_the_ceiling(book_with: Book) -> None:
    desk = book_with(members=1)
    tariff(desk, FLAT, late={"percent": "5", "grace_days": 10, "ceiling": "40"})
    on(desk, "2027-01-31")
    desk.bill("2027-01")
    on(desk, "2027-02-10")  # ten days after the 31st: still within the grace
    assert [line.item for line in plan(desk, "2027-02").lines] == ["fee"]
    on(desk, "2027-02-11")
    february = desk.bill("2027-02")
    assert amounts(february) == [45000, 2250]
    with pytest.raises(ledger.NobodyToBillError):
        desk.bill("2027-02")  # once a period
    on(desk, "2027-03-31")
    assert amounts(desk.bill("2027-03")) == [45000, 1750, 2250]  # January up to 40, and February
    on(desk, "2027-04-30")
    assert amounts(desk.bill("2027-04")) == [45000, 1750, 2250]
    desk.pay("1", 5000)
    on(desk, "2027-05-31")
    assert amounts(desk.bill("2027-05")) == [45000]


def test_a_disputed_bill_costs_no_late_fee_and_a_cancelled_one_comes_again(
    book_with: Book,
) -> None:
    desk = book_with(members=1)
    tariff(desk, FLAT, late={"amount": "10"})
    bill = Ref(desk.bill("2026-08").seq)
    desk.dispute(bill)
    assert [line.item for line in plan(desk, "2026-09").lines] == ["fee"]
    desk.dispute(bill, False)
    september = desk.bill("2026-09")
    assert amounts(september) == [45000, 1000]
    with pytest.raises(ledger.ReliedOnError):
        desk.void(bill.entry)  # its late fee first
    desk.void(september.seq, 2)
    assert [line.item for line in plan(desk, "2026-09").lines] == ["late"]


def test_fines_come_with_the_next_bills_and_some_are_freed_by_decision(book_with: Book) -> None:
    desk = book_with(members=3)
    tariff(desk, FLAT, fines={"assembly": "200", "labour_day": "300"})
    relief(desk, "2", percent="100", on="fine", group="carer")
    relief(desk, "3", percent="50", on="fine", group="widow")
    ask(desk, "absences", what="labour-day", members=["1", "2", "3"], on="2026-10-10")
    with pytest.raises(errors.AbsenceRepeatedError):
        ask(desk, "absences", what="labour-day", members=["1"], on="2026-10-10")
    bills = desk.bill("2026-10")
    assert amounts(bills) == [45000, 45000, 45000, 30000, 15000]
    with pytest.raises(ledger.NobodyToBillError):
        desk.bill("2026-10")
    with pytest.raises(ledger.ReliedOnError):
        desk.void(bills.entry.lines[3].about.entry)  # type: ignore[attr-defined]


def test_a_fine_goes_by_how_somebody_stood_when_the_month_ended(book_with: Book) -> None:
    desk = book_with(members=3)
    tariff(desk, FLAT, fines={"assembly": "200", "labour_day": "300"})
    ask(desk, "absences", what="assembly", members=["1", "2", "3"], on="2026-09-10")
    for number, day in (("1", "2026-10-02"), ("2", "2026-09-20")):
        ask(desk, "member-status", member=number, status="left", reason="moved", on=day)
    fined = [line.member for line in plan(desk, "2026-09").lines if line.item == "fine"]
    assert fined == [1, 3]


def test_charges_by_number(book_with: Book) -> None:
    desk = book_with()
    tariff(
        desk,
        {"connection_type": "household", "each": [{"unit": "person", "price": "10"}]},
        {"connection_type": "livestock", "fixed": "5", "each": [{"unit": "head", "price": "0.50"}, {"unit": "tap", "price": "3"}]},
        {"connection_type": "kiosk", "unit": "jerrican", "blocks": [{"price": "5"}]},
    )  # fmt: skip
    desk.join(
        members.MemberLine(adults=(members.AdultLine(name="A"),), people=6),
        members.MemberLine(adults=(members.AdultLine(name="B"),)),
        on=FIRST,
    )
    desk.connect("1", type="livestock", on=FIRST)
    desk.connect("2", type="kiosk", on=FIRST)
    assert [(one.number, one.reason) for one in plan(desk).left_out] == [
        ("2", "no-count"), ("1", "no-count"), ("2", "no-reading"),
    ]  # fmt: skip
    ask(
        desk, "quantities",
        lines=[
            {"connection": 3, "unit": "head", "count": "12", "on": "2026-10-01"},
            {"connection": 2, "unit": "person", "count": "3", "on": "2026-09-01"},
            {"connection": 4, "unit": "jerrican", "count": "100", "on": "2026-10-03", "once": True},
            {"connection": 4, "unit": "jerrican", "count": "112", "on": "2026-10-13", "once": True},
        ],
    )  # fmt: skip
    assert amounts(desk.bill()) == [6000, 3000, 500 + 600 + 300, 106_000]
    assert [one.reason for one in plan(desk, "2026-09").left_out] == ["no-count", "no-reading"]


def test_what_one_of_several_households_still_pays_for_is_counted(book_with: Book) -> None:
    desk = book_with(members=2)
    tariff(
        desk,
        FLAT,
        {"connection_type": "livestock", "each": [{"unit": "head", "price": "5"}]},
    )
    desk.connect("1", "2", type="livestock")
    month = Month.parse("2026-10")

    def listed() -> list[tuple[str, str]]:
        found = desk.see(countables, month, Period.parse("2026-10"))
        return [(one.number, one.type) for one in found]

    assert listed() == [("1", "livestock")]
    desk.do(members.change_status, members.MemberStatusRequest("1", "cut-off", reason="-"))
    assert listed() == [("1", "livestock")]
    desk.do(members.change_status, members.MemberStatusRequest("2", "cut-off", reason="-"))
    assert listed() == []


def test_a_bill_says_which_tariff_it_was_worked_out_from(book_with: Book) -> None:
    desk = book_with(members=1)
    tariff(desk)
    read(desk, "2026-09", c1="0")
    read(desk, "2026-10", c1="9")
    for _once in ("before", "after"):
        (one,) = desk.see(bills_explained, "1", "2026-10")
        assert one.amount == kes(20) and one.tariff and one.decision
        assert [part.what for part in one.parts] == ["minimum", "block"]
        assert one.decision.minute == "07/2026"
        if one.ref is None:
            desk.bill("2026-10")
    assert one.ref is not None


def test_a_fine_is_explained_with_the_bills_that_were_made_with_it(book_with: Book) -> None:
    desk = book_with(members=1)
    tariff(desk, FLAT, fines={"assembly": "200", "labour_day": "300"})
    ask(desk, "absences", what="assembly", members=["1"], on="2026-09-10")
    desk.bill("2026-09")  # in October
    made = desk.see(bills_explained, "1", "2026-09")
    assert [(one.item, one.amount) for one in made] == [("fee", kes(450)), ("fine", kes(200))]
    assert all(one.ref is None for one in desk.see(bills_explained, "1", "2026-10"))


@settings(deadline=None, max_examples=15)
@given(
    st.lists(st.integers(0, 60_000), min_size=6, max_size=6),
    st.lists(st.booleans(), min_size=6, max_size=6),
    st.booleans(),
)
def test_charging_in_two_halves_gives_the_same_balances(
    uses: list[int], first: list[bool], ahead: bool
) -> None:
    found = []
    for halves in (False, True):
        with tempfile.TemporaryDirectory() as folder:
            desk = book_in(Path(folder), members=6)
            tariff(desk, late={"percent": "5"}, round={"to": "5"})
            if ahead:
                desk.pay("2", 30)
            read(desk, "2026-08", **{f"c{n}": "0" for n in range(1, 7)})
            said = [{"value": str(use / 1000), "answer": "nobody-there"} for use in uses]
            read(desk, "2026-09", **{f"c{n}": line for n, line in enumerate(said, 1)})
            for month in ("2026-08", "2026-09"):
                _bill(desk, month, first if halves else [])
            found.append({key: standing(desk)[key] for key in ("accounts", "members")})
            desk.book.close()
    assert found[0] == found[1]


def _bill(desk: Desk, month: str, first: list[bool]) -> None:
    one = tuple(str(n) for n, here in enumerate(first, 1) if here)
    other = tuple(str(n) for n, here in enumerate(first, 1) if not here)
    for numbers in filter(None, (one, other)) if first else (None,):
        desk.do(bill_everyone, BillEveryoneRequest(month=month, members=numbers))


@settings(deadline=None, max_examples=15)
@given(st.permutations(["2026-07", "2026-08", "2026-09"]))
def test_charging_in_any_order_gives_the_same_balances(order: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = book_in(Path(folder), members=2)
        tariff(desk, FLAT)
        tariff(desk, household(unit="", blocks=[], included="0", fixed="500"), since="2026-08")
        relief(desk, percent="35", since="2026-09")
        for month in order:
            desk.bill(month)
        assert [desk.owed("1"), desk.owed("2")] == [kes("1275"), kes("1450")]
        desk.book.close()
