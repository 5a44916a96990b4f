"""Vouchers are kept with the expense; an advance is settled by several of them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from imt_desktop.committee.errors import AttachmentMissingError
from imt_desktop.journal import Attachment, Ref
from imt_desktop.journal.verify import verify
from imt_desktop.ledger import errors, expenses
from imt_desktop.ledger.expenses import ExpenseRequest, SettleAdvanceRequest, payees
from imt_desktop.ledger.proof import proof
from imt_desktop.ledger.vouchers import JPEG, Voucher
from imt_desktop.oversight.whole import ROOMS
from tests.builders import Desk, expense, kes

PHOTO = Voucher("diesel.jpg", JPEG, b"a picture of a voucher")


def test_a_photo_is_kept_and_the_entry_commits_to_it(desk: Desk) -> None:
    wanted = ExpenseRequest(lines=(expense(100), expense(200)))
    spent = desk.do(expenses.spend, wanted, vouchers={1: PHOTO})
    money = desk.see(proof, Ref(spent.seq, 2)).money
    assert money is not None and money.attachment is not None
    assert desk.book.file(money.attachment) == (JPEG, PHOTO.data)
    first = desk.see(proof, Ref(spent.seq, 1)).money
    assert first is not None and first.attachment is None
    desk.book.close()
    assert not verify(desk.book.path, ROOMS).problems


def test_a_refused_expense_keeps_no_photo(desk: Desk) -> None:
    wanted = ExpenseRequest(lines=(expense(100, payee=" "),))
    with pytest.raises(errors.PayeeMissingError):
        desk.do(expenses.spend, wanted, vouchers={0: PHOTO})
    assert desk.rows("SELECT * FROM file") == []


def test_an_expense_cannot_name_a_photo_that_is_not_there(desk: Desk) -> None:
    gone = Attachment(sha256="ab" * 32, media=JPEG, size=7)
    with pytest.raises(AttachmentMissingError) as refused:
        desk.spend(100, attachment=gone)
    assert refused.value.field == "attachment"


def test_an_advance_is_settled_by_several_vouchers_and_the_rest(desk: Desk) -> None:
    desk.get(5_000)
    advance = Ref(desk.advance(3_000).seq)
    wanted = SettleAdvanceRequest(
        advance=advance, lines=(expense(1_200), expense(1_500)), returned=Decimal(300)
    )
    settled = desk.do(expenses.settle_advance, wanted, vouchers={0: PHOTO})
    assert desk.balance() == kes(2_300)
    assert desk.see(proof, advance).left == kes(0)
    money = desk.see(proof, Ref(settled.seq, 1)).money
    assert money is not None and money.attachment


def test_which_voucher_of_an_advance_is_wrong_is_said(desk: Desk) -> None:
    desk.get(5_000)
    advance = Ref(desk.advance(3_000).seq)
    with pytest.raises(errors.PayeeMissingError) as refused:
        desk.settle_advance(advance, expense(1), expense(2, payee=""))
    assert refused.value.field == "2/payee"
    with pytest.raises(errors.NotEnoughError) as too_much:
        desk.settle_advance(advance, expense(3_001))
    assert too_much.value.field == "returned"


def test_who_was_paid_before_is_known(desk: Desk) -> None:
    for payee in ("Hardware", "Filling station", "Hardware"):
        desk.spend(10, payee=payee)
    assert desk.see(payees) == ("Hardware", "Filling station")
