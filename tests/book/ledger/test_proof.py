"""A line opened says all that it says, who made it, and what became of it."""

from __future__ import annotations

from datetime import date

import pytest

from imt_desktop.committee.describing import OfficerRequest, name_officer
from imt_desktop.journal import Ref, Signing
from imt_desktop.ledger import errors, payments
from imt_desktop.ledger.payments import PaymentLine, PaymentRequest
from imt_desktop.ledger.proof import proof
from imt_desktop.ledger.register import card
from tests.builders import BANK, CASH, FIRST, Desk, household, kes, opening


def test_a_payment_tells_which_bills_it_settled_and_who_took_it(desk: Desk) -> None:
    desk.do(name_officer, OfficerRequest(name="<b>Amina", post="treasurer"))
    desk.adopt(450)
    desk.join(household("Otieno"), on=FIRST)
    desk.bill("2026-09")
    line = PaymentLine(member="1", amount=kes(500).decimal, paid_by="his sister", pad="7")
    with desk.book.write(Signing(1)) as writing:
        (receipt,) = payments.receive(writing, PaymentRequest(lines=(line,)))

    found = desk.see(proof, Ref(receipt.entry))
    assert (found.what, found.amount, found.name, found.who) == (
        "payment", kes(500), "Otieno", "his sister",
    )  # fmt: skip
    money = found.money
    assert money is not None
    assert [(one.item, one.period, one.amount) for one in money.settles] == [
        ("fee", "2026-09", kes(450))
    ]
    assert (money.receipt, money.pad, money.ahead, money.account) == (1, "7", kes(50), CASH)
    assert found.entered.responsible == "<b>Amina"
    assert not found.entered.signed
    assert found.entered.at.utcoffset() == desk.clock.now.utcoffset()
    assert found.entered.lines == 1


def test_a_bill_tells_what_was_paid_and_how_it_was_corrected(desk: Desk) -> None:
    desk.join(household())
    bill = Ref(desk.bill_one("1", 450, text="missed work day").seq)
    desk.pay("1", 200)
    desk.correct(bill, 300, "half a day")
    desk.dispute(bill)
    found = desk.see(proof, bill)
    assert found.bill is not None
    assert (found.text, found.amount, found.bill.left) == ("missed work day", kes(300), kes(100))
    assert [(one.receipt, one.amount) for one in found.bill.paid] == [(1, kes(200))]
    assert found.bill.corrections == ((date(2026, 10, 14), kes(450), kes(300), "half a day"),)
    assert found.bill.disputed


def test_a_bill_names_the_old_receipt_that_paid_it_and_what_was_paid_ahead(desk: Desk) -> None:
    desk.join(household())
    desk.open(opening("ahead", 50, member="1"))
    desk.pay("1", 100, old_receipt="817")
    bill = desk.see(proof, Ref(desk.bill_one("1", 200, "fine").seq)).bill
    assert bill is not None
    assert {(one.payment, one.old_receipt, one.amount) for one in bill.paid} == {
        (False, "", kes(50)), (True, "817", kes(100)),
    }  # fmt: skip
    said = {one.text for one in desk.see(card, "1").history if one.what == "payment"}
    assert said == {"817"}


def test_a_cancelled_line_tells_why(desk: Desk) -> None:
    desk.join(household())
    bill = desk.bill_one("1", 450)
    void = desk.void(bill.seq, reason="wrong household")
    found = desk.see(proof, Ref(bill.seq))
    assert found.cancelled is not None
    assert (found.cancelled.entry, found.cancelled.reason) == (void.seq, "wrong household")
    (line,) = desk.see(card, "1").history
    assert (line.void, line.void_reason) == (True, "wrong household")


def test_a_cancelled_credit_of_the_old_book_tells_why(desk: Desk) -> None:
    desk.join(household())
    old = desk.open(opening("ahead", 100, member="1"))
    assert not desk.see(proof, Ref(old.seq)).confirmed
    desk.void(old.seq, reason="not his")
    (line,) = desk.see(card, "1").history
    assert line.void_reason == "not his"


def test_a_move_names_both_sides_and_an_expense_what_is_left(desk: Desk) -> None:
    desk.get(5_000)
    move = desk.see(proof, Ref(desk.move(CASH, BANK, 1_000).seq)).money
    assert move is not None
    assert (move.account, move.other_account) == (CASH, BANK)
    owed = Ref(desk.owe(700).seq)
    desk.pay_owed(owed, 200)
    assert desk.see(proof, owed).left == kes(500)
    loan = Ref(desk.open(opening("loan", 900, payee="Church")).seq)
    assert (desk.see(proof, loan).what, desk.see(proof, loan).who) == ("loan", "Church")


def test_a_whole_list_says_how_many_lines_it_has(desk: Desk) -> None:
    desk.adopt(450)
    desk.join(household(), household(), household())
    bills = desk.bill()
    desk.void(bills.seq, 2)
    assert desk.see(proof, Ref(bills.seq, 1)).entered.lines == 2


def test_what_is_no_line_of_money_has_no_proof(desk: Desk) -> None:
    joined = desk.join(household())
    with pytest.raises(errors.NothingToCancelError):
        desk.see(proof, Ref(joined.seq))
