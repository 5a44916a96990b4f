"""A loan that came in is owed until it was paid back."""

from __future__ import annotations

import pytest

from imt_desktop.i18n import Translator
from imt_desktop.journal import Ref
from imt_desktop.ledger import errors
from imt_desktop.ledger.statements import income_and_expenditure, open_items, owing
from imt_desktop.period import Month
from imt_desktop.wording.errors import sentence
from tests.builders import BANK, KES, Desk, expense, kes, opening, standing


def test_a_loan_is_owed_and_paid_back_in_parts(desk: Desk) -> None:
    loan = desk.get(30_000, "loan", account=BANK, payer="Savings group", receipt=False)
    before = standing(desk)
    paid = desk.pay_owed(Ref(loan.seq), 10_000, account=BANK)
    (left,) = desk.see(open_items, "loan")
    assert (left.who, left.left) == ("Savings group", kes(20_000))
    assert desk.see(owing, desk.clock.now.date()).we_owe == kes(20_000)
    month = desk.see(income_and_expenditure, Month(2026, 10).period)
    assert month.expense == {"loan-repaid": kes(10_000)}
    assert month.income == {"loan": kes(30_000)}

    desk.void(paid.seq)
    assert standing(desk) == before
    desk.void(loan.seq)
    assert not desk.see(open_items, "loan")
    assert desk.balance(BANK) == kes(0)


def test_a_loan_of_the_old_book_is_paid_back_as_one(desk: Desk) -> None:
    old = desk.open(opening("loan", 5_000, payee="Church"))
    with pytest.raises(errors.NotEnoughError):
        desk.pay_owed(Ref(old.seq), 5_001)
    paid = desk.pay_owed(Ref(old.seq), 5_000)
    assert desk.rows("SELECT kind FROM posting WHERE seq=?", paid.seq) == [("out:loan-repaid",)]
    assert not desk.see(open_items, "loan")


def test_a_loan_that_was_partly_paid_back_is_not_cancelled_alone(desk: Desk) -> None:
    loan = desk.get(30_000, "loan", account=BANK, payer="Bank", receipt=False)
    paid = desk.pay_owed(Ref(loan.seq), 10_000, account=BANK)
    with pytest.raises(errors.ReliedOnError) as refused:
        desk.void(loan.seq)
    assert refused.value.later == (paid.seq,)


def test_an_advance_is_not_paid_like_a_debt(desk: Desk) -> None:
    desk.get(5_000)
    advance = desk.advance(1_000)
    with pytest.raises(errors.NoSuchOpenItemError):
        desk.pay_owed(Ref(advance.seq), 500)


def test_while_loans_are_owed_it_is_said_which_is_paid_back(desk: Desk) -> None:
    desk.spend(100, "loan-repaid")  # the book knows of no loan
    loan = desk.get(30_000, "loan", account=BANK, payer="Savings group", receipt=False)
    old = desk.open(opening("loan", 5_000, payee="Church"))
    before = standing(desk)
    with pytest.raises(errors.LoanUnnamedError) as refused:
        desk.spend(10_000, "loan-repaid", account=BANK)
    assert refused.value.field == "category"
    said = sentence(refused.value, Translator("en", "KE"), KES)
    assert (
        f"Savings group (KSh\xa030,000, {loan.seq}/1), Church (KSh\xa05,000, {old.seq}/1)" in said
    )
    with pytest.raises(errors.LoanUnnamedError):
        desk.owe(10_000, "loan-repaid")
    assert standing(desk) == before

    desk.pay_owed(Ref(loan.seq), 30_000, account=BANK)
    desk.pay_owed(Ref(old.seq), 5_000)
    desk.spend(10_000, "loan-repaid", account=BANK)


def test_an_advance_pays_back_no_loan_without_saying_which(desk: Desk) -> None:
    desk.get(5_000, "loan", payer="Church", receipt=False)
    advance = desk.advance(1_000)
    with pytest.raises(errors.LoanUnnamedError) as refused:
        desk.settle_advance(Ref(advance.seq), expense(1_000, "loan-repaid"))
    assert refused.value.field == "1/category"
