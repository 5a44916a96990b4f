"""Charges made once, labour, contributions, agreements and debts that are let go."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imt_desktop.errors import UserError
from imt_desktop.journal import Ref
from imt_desktop.journal.verify import verify
from imt_desktop.ledger import errors as ledger
from imt_desktop.ledger import members
from imt_desktop.ledger.balances import told_apart
from imt_desktop.ledger.charging import errors
from imt_desktop.ledger.charging.drives import DriveRequest, drives, not_asked_for
from imt_desktop.ledger.member_account import member_account
from imt_desktop.ledger.particulars import About, Instalment
from imt_desktop.ledger.proof import proof
from imt_desktop.ledger.register import card
from imt_desktop.ledger.tariffs import prices
from imt_desktop.oversight.whole import ROOMS
from imt_desktop.period import Period
from tests.book.charging.village import amounts, ask, decide, tariff
from tests.book.test_second_verifier import agrees, examined
from tests.builders import Desk, kes, standing

Book = Callable[..., Desk]

FLAT = {"connection_type": "household", "fixed": "450"}
ONCE = [
    {"item": "connection", "amount": "300", "first": "100", "instalments": 5},
    {"item": "connection", "connection_type": "business", "amount": "400", "first": "150", "instalments": 6},
    {"item": "reconnection", "amount": "500", "arrears_percent": "75"},
    {"item": "transfer", "amount": "20"},
]  # fmt: skip


@pytest.fixture
def village(book_with: Book) -> Desk:
    desk = book_with(members=3)
    tariff(desk, FLAT, one_offs=ONCE, labour={"value": "100", "days": 4})
    return desk


def whole(desk: Desk) -> None:
    """Hold the book against both verifiers."""
    found, sums = examined(desk.book.path)
    assert found.problems == []
    agrees(desk, sums)
    assert verify(desk.book.path, ROOMS).problems == ()


# Charges made once


def test_a_connection_right_is_paid_in_instalments(village: Desk) -> None:
    recorded = ask(village, "charge", member="1", item="connection", connection=1, on="2026-08-31")
    assert amounts(recorded) == [10000, 5000, 5000, 5000, 5000]
    assert [str(line.due_on) for line in recorded.entry.lines] == [
        "2026-08-31", "2026-09-30", "2026-10-31", "2026-11-30", "2026-12-31",
    ]  # fmt: skip
    assert village.owed("1") == kes(300)
    village.connect("2", type="business")
    assert (
        sum(amounts(ask(village, "charge", member="2", item="connection", connection=4))) == 40000
    )
    assert amounts(ask(village, "charge", member="2", item="transfer")) == [2000]
    with pytest.raises(errors.NotInTariffError):
        ask(village, "charge", member="2", item="meter")


def test_an_instalment_says_which_of_how_many_and_when_it_is_due(village: Desk) -> None:
    ask(village, "charge", member="1", item="connection", connection=1, on="2026-08-31")
    said = [line.particulars for line in village.see(card, "1").history]
    assert (said[1], said[-1]) == (
        Instalment(2, 5, date(2026, 9, 30)),
        Instalment(5, 5, date(2026, 12, 31)),
    )
    village.pay("1", 250)
    assert [bill.particulars for bill in village.see(told_apart, 1)] == [said[-1]]
    ask(village, "agreement", member="1", count=2, first="2026-10-31")
    assert [bill.particulars for bill in village.see(told_apart, 1)] == [
        Instalment(1, 2, date(2026, 10, 31)),
        Instalment(2, 2, date(2026, 11, 30)),
    ]


def test_a_late_fee_names_its_bill(village: Desk) -> None:
    tariff(village, FLAT, since="2026-02", late={"amount": "50"})
    for month in ("2026-07", "2026-08", "2026-09"):
        village.bill(month)
    late = [bill for bill in village.see(told_apart, 1) if bill.item == "late"]
    assert [(bill.left, bill.particulars) for bill in late if bill.period == "2026-09"] == [
        (5000, About("fee", "2026-07", "")),
        (5000, About("fee", "2026-08", "")),
    ]


def test_a_late_fee_in_instalments_still_names_its_bill(village: Desk) -> None:
    tariff(village, FLAT, since="2026-02", late={"amount": "50"})
    for month in ("2026-07", "2026-08"):
        village.bill(month)
    for count in (3, 2):  # the second time pieces of pieces are moved
        ask(village, "agreement", member="1", count=count, first="2026-10-31")
        late = [bill for bill in village.see(told_apart, 1) if bill.item == "late"]
        assert late
        for bill in late:
            assert isinstance(bill.particulars, Instalment)
            assert bill.particulars.many == count
            assert bill.particulars.about == About("fee", "2026-07", "")


def test_a_households_bill_is_counted_once_whatever_its_lines(village: Desk) -> None:
    village.connect("1")
    village.bill("2026-09")  # four lines for three households
    ask(village, "charge", member="1", item="connection", connection=1)
    (price,) = village.see(prices)
    assert price.bills == 4


def test_a_reconnection_waits_for_three_quarters_of_the_arrears(village: Desk) -> None:
    """Homa Bay: a fee of 500, and at least 75 % of the arrears."""
    village.bill("2026-08")
    village.bill("2026-09")  # 900 owed
    wanted = members.MemberStatusRequest(member="1", status="cut-off", reason="two bills")
    village.do(members.change_status, wanted)
    village.pay("1", "674.99")
    with pytest.raises(errors.ArrearsNotPaidError) as refused:
        ask(village, "charge", member="1", item="reconnection")
    assert (refused.value.wanted, refused.value.there) == (67500, 67499)
    village.pay("1", "0.01")
    assert amounts(ask(village, "charge", member="1", item="reconnection")) == [50000]
    assert village.owed("1") == kes(225 + 500)


# Labour


def test_labour_lessens_what_is_owed_and_is_no_cash(village: Desk) -> None:
    village.bill("2026-09")
    recorded = ask(village, "labour", lines=[{"member": "1", "days": "1.5", "done_by": "A nephew"}])
    assert (village.owed("1"), village.balance()) == (kes(300), kes(0))
    ask(village, "labour", lines=[{"member": "1", "days": "4"}])
    assert (village.owed("1"), village.ahead("1")) == (kes(0), kes(100))
    village.bill("2026-10")  # what is left over pays for it
    assert (village.owed("1"), village.ahead("1")) == (kes(350), kes(0))
    account = village.see(member_account, "1", Period.year(2026))
    assert [line.paid for line in account.lines if line.what == "labour"] == [kes(150), kes(400)]
    assert account.carried_forward == kes(350)
    whole(village)
    with pytest.raises(ledger.NothingToCancelError):
        village.void(recorded.seq, 2)
    village.void(recorded.seq)
    assert village.owed("1") == kes(500)
    whole(village)


def test_labour_is_never_given_back_as_money(village: Desk) -> None:
    ask(village, "labour", lines=[{"member": "1"}])
    village.pay("1", 30)
    assert village.ahead("1") == kes(130)
    with pytest.raises(ledger.NotEnoughError):
        village.refund("1", 31)
    village.refund("1", 30)
    assert village.ahead("1") == kes(100)


@pytest.mark.parametrize("days", ["0", "-1", "0.0001", "0.00001"])
def test_days_that_cannot_be_worked(village: Desk, days: str) -> None:
    with pytest.raises(errors.QuantityError) as refused:
        ask(village, "labour", lines=[{"member": "1", "days": days}])
    assert refused.value.field == "1/days"


def test_labour_without_a_value_is_refused(book_with: Book) -> None:
    desk = book_with(members=1, fee=450)
    with pytest.raises(errors.LabourUnknownError):
        ask(desk, "labour", lines=[{"member": "1"}])


# Contributions


def test_a_contribution_shows_who_has_given_and_what_is_missing(village: Desk) -> None:
    decision = decide(village, "New pump")
    ask(village, "contribution", name="New pump", target="1000", decision=decision)
    village.pay("1", 400)
    (drive,) = village.see(drives)
    assert [one.asked for one in drive.households] == [kes(334), kes(333), kes(333)]
    assert (drive.given, drive.missing) == (kes(334), kes(666))
    income = village.rows("SELECT kind, sum(amount) FROM posting GROUP BY kind ORDER BY kind")
    assert income == [("in:ahead", 6600), ("in:contribution", 33400)]
    whole(village)


def test_a_contribution_asked_of_nobody_divides_by_nothing(book_with: Book) -> None:
    desk = book_with()
    with pytest.raises(ledger.NobodyToBillError):
        ask(desk, "contribution", name="Pump", target="1000", decision=decide(desk))


def test_a_contribution_asked_of_an_empty_list_is_not_asked_of_all(village: Desk) -> None:
    before = village.entries()
    with pytest.raises(ledger.EmptyRequestError) as refused:
        ask(
            village, "contribution", name="Pump", target="900", members=[],
            decision=decide(village),
        )  # fmt: skip
    assert refused.value.field == "members"
    with pytest.raises(ledger.EmptyRequestError):
        ask(village, "bill-everyone", month="2026-08", members=[])
    assert village.entries() == before + 1  # the decision


def test_what_of_a_target_nobody_is_asked_for(village: Desk) -> None:
    wanted = DriveRequest(name="Pump", target=Decimal(1000), each=Decimal(300), decision=1)
    assert village.see(not_asked_for, wanted) == kes(100)
    assert not village.see(not_asked_for, msgspec.structs.replace(wanted, target=Decimal(900)))
    assert not village.see(not_asked_for, msgspec.structs.replace(wanted, each=None))


def test_a_contribution_is_cancelled_after_its_bills(village: Desk) -> None:
    ask(village, "contribution", name="Pump", target="300", each="100", decision=decide(village))
    bills = village.entries()
    with pytest.raises(ledger.ReliedOnError) as relied:
        village.void(bills - 1)
    assert relied.value.later == (bills,)
    village.void(bills)
    village.void(bills - 1)
    assert village.see(drives) == ()


# Agreements, and debts let go


def test_an_agreement_puts_a_debt_into_instalments(village: Desk) -> None:
    village.bill("2026-08")
    village.bill("2026-09")
    before = standing(village)
    recorded = ask(village, "agreement", member="1", count=4, first="2026-11-30")
    assert village.owed("1") == kes(900)
    open_ = village.rows("SELECT due_on, sum(open) FROM bill WHERE member=1 AND open>0 GROUP BY 1")
    assert open_ == [("2026-11-30", 22500), ("2026-12-30", 22500), ("2027-01-30", 22500), ("2027-02-28", 22500)]  # fmt: skip
    account = village.see(member_account, "1", Period.year(2026))
    assert {line.what for line in account.lines} == {"bill", "agreed"}
    assert account.carried_forward == kes(900)
    whole(village)
    village.void(recorded.seq)
    assert standing(village) == before
    whole(village)


@pytest.mark.parametrize(
    ("wanted", "kind"),
    [
        ({"lines": [{"due_on": "2026-11-30", "amount": "449.99"}]}, errors.InstalmentsError),
        ({"lines": [{"due_on": "2026-11-30", "amount": "500"}]}, errors.InstalmentsError),
        ({"count": 0, "first": "2026-11-30"}, errors.InstalmentCountError),
        ({"count": 3}, errors.InstalmentCountError),
        ({"count": 121, "first": "2026-11-30"}, errors.InstalmentCountError),
        ({"count": 2, "first": "2026-11-30", "member": "9"}, ledger.NoSuchMemberError),
    ],
)
def test_instalments_that_do_not_add_up(
    village: Desk, wanted: dict[str, Any], kind: type[UserError]
) -> None:
    village.bill("2026-09")
    before = village.entries()
    with pytest.raises(kind):
        ask(village, "agreement", **{"member": "1", **wanted})
    assert village.entries() == before


def test_who_owes_nothing_needs_no_agreement(village: Desk) -> None:
    with pytest.raises(errors.NothingOwedError):
        ask(village, "agreement", member="1", count=2, first="2026-11-30")


def test_what_is_let_go_is_owed_no_more(village: Desk) -> None:
    bill = Ref(village.bill("2026-09").seq)
    village.pay("1", 100)
    ref = {"entry": bill.entry, "line": bill.line}
    with pytest.raises(ledger.ReasonMissingError):
        ask(village, "write-off", bill=ref, decision=1, reason=" ")
    with pytest.raises(UserError):
        ask(village, "write-off", bill=ref, decision=99, reason="died")
    ask(village, "write-off", bill=ref, decision=1, reason="died without heirs")
    assert (village.owed("1"), village.balance()) == (kes(0), kes(100))
    with pytest.raises(errors.NothingOwedError):
        ask(village, "write-off", bill=ref, decision=1, reason="again")
    whole(village)


def test_what_is_let_go_is_found_from_the_member_and_from_the_bill(village: Desk) -> None:
    """The bill keeps its amount in the history, and what was let go of it is a line that can be opened."""
    bill = Ref(village.bill("2026-09").seq)
    village.pay("1", 100)
    ref = {"entry": bill.entry, "line": bill.line}
    ask(village, "write-off", bill=ref, decision=1, reason="died without heirs")
    let_go = Ref(village.entries())

    lines = village.see(card, "1").history
    assert [(one.ref, one.what, one.billed, one.balance) for one in lines if one.billed] == [
        (bill, "bill", kes(450), kes(450)),
        (let_go, "let-go", kes(-350), kes(0)),
    ]
    account = village.see(member_account, "1", Period.parse("2026"))
    assert [(one.what, one.billed) for one in account.lines if one.billed] == [
        ("bill", kes(450)), ("let-go", kes(-350)),
    ]  # fmt: skip

    billed = village.see(proof, bill)
    assert billed.billed == kes(450) and billed.amount == kes(100)
    assert let_go in billed.links
    found = village.see(proof, let_go)
    assert (found.what, found.amount, found.number) == ("let-go", kes(350), "1")
    assert found.links == (bill,)
    assert found.let_go is not None and billed.bill is not None
    assert billed.bill.let_go == (found.let_go,)
    assert (found.let_go.decision, found.text) == (1, "died without heirs")


def test_what_was_put_right_after_it_was_let_go_tells_what_the_line_said(village: Desk) -> None:
    bill = Ref(village.bill("2026-09").seq)
    ref = {"entry": bill.entry, "line": bill.line}
    ask(village, "write-off", bill=ref, decision=1, reason="died without heirs")
    village.correct(bill, 50, "the heirs came")
    first, let_go = village.see(card, "1").history
    assert (first.billed, let_go.billed, let_go.balance) == (kes(500), kes(-450), kes(50))
    assert first.corrected == (kes(450), "the heirs came")


@given(st.integers(1, 100_000), st.integers(1, 24))
def test_a_plan_loses_nothing(owed: int, count: int) -> None:
    from imt_desktop.ledger.charging.agreements import _lines
    from imt_desktop.ledger.charging.working_out import split
    from imt_desktop.ledger.settling import OpenBill

    day = date(2026, 10, 14)
    cut = [part for part in split(owed, min(3, owed)) if part]
    debts = [
        OpenBill(Ref(at), "fee", None, part, part, day, False, True, "")
        for at, part in enumerate(cut, 1)
    ]
    plan = [(day, part) for part in split(owed, count) if part]
    made = _lines(1, debts, plan)
    assert sum(line.amount for line in made) == owed
    for debt in debts:
        assert sum(line.amount for line in made if line.bill == debt.ref) == debt.left
