"""Expenses, what is owed, advances, moves and counts; amounts at their limits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from imt_desktop.committee.errors import AttachmentMissingError
from imt_desktop.errors import (
    AmountError,
    AmountNotPositiveError,
    AmountTooLargeError,
    TooManyDecimalsError,
)
from imt_desktop.journal import Attachment, Ref
from imt_desktop.ledger import accounts, errors, expenses, openings, statements
from imt_desktop.ledger.cashbook import cash_book
from imt_desktop.money import Currency
from imt_desktop.period import Period
from tests.builders import BANK, CASH, TODAY, Desk, expense, kes, opening

Book = Callable[..., Desk]

AMOUNTS = {
    "0": AmountNotPositiveError,
    "-1": AmountNotPositiveError,
    "0.001": TooManyDecimalsError,
    "1.0000000000000000000000000000001": TooManyDecimalsError,
    "1e-9999999": TooManyDecimalsError,
    "10000000000000": AmountTooLargeError,
    "1e400": AmountTooLargeError,
    "NaN": AmountError,
    "-Infinity": AmountError,
    "sNaN": AmountError,
}


@pytest.mark.parametrize("amount", AMOUNTS)
def test_amounts_that_are_none_are_refused_beside_the_field(book_with: Book, amount: str) -> None:
    desk = book_with(members=1)
    before = desk.entries()
    for do in (
        lambda: desk.pay("1", amount),
        lambda: desk.bill_one("1", amount),
        lambda: desk.get(amount),
        lambda: desk.spend(amount),
        lambda: desk.advance(amount),
        lambda: desk.move(CASH, BANK, amount),
        lambda: desk.open(opening("debt", amount, member="1")),
    ):
        with pytest.raises(AMOUNTS[amount]) as refused:
            do()
        assert refused.value.field == "amount"
    assert desk.entries() == before


def test_the_largest_amounts_add_up(book_with: Book) -> None:
    desk = book_with(members=1)
    most = "9999999999999.99"  # 15 digits
    for _ in range(3):
        desk.pay("1", most)
    assert desk.balance() == kes(most) * 3
    assert desk.see(statements.owing, TODAY).paid_ahead == kes(most) * 3
    desk.refund("1", most)
    assert desk.ahead("1") == kes(most) * 2


def test_a_currency_without_decimals(book_with: Book) -> None:
    desk = book_with(members=1, currency=Currency("UGX", 0))
    desk.pay("1", "999999999999999")
    with pytest.raises(TooManyDecimalsError):
        desk.pay("1", "1.5")
    with pytest.raises(AmountTooLargeError):
        desk.pay("1", "1000000000000000")
    assert desk.balance().minor == 999999999999999


def test_a_loan_is_owed_until_it_is_paid_back(book_with: Book) -> None:
    desk = book_with()
    loan = Ref(desk.get(5000, "loan", account=BANK).seq)
    old = Ref(desk.open(opening("loan", 300, payee="The shop")).seq)
    assert desk.see(statements.owing, TODAY).we_owe == kes(5300)
    desk.pay_owed(loan, 2000, account=BANK)
    desk.pay_owed(old, 300)
    with pytest.raises(errors.NotEnoughError):
        desk.pay_owed(loan, 3001)
    with pytest.raises(errors.NoSuchOpenItemError):
        desk.pay_owed(old, 1)
    assert desk.see(statements.owing, TODAY).we_owe == kes(3000)
    made = desk.see(statements.income_and_expenditure, Period.parse("2026-10"))
    assert made.expense == {"loan-repaid": kes(2300)}


def test_an_advance_and_unknown_money_cannot_be_paid_like_a_debt(book_with: Book) -> None:
    desk = book_with()
    advance = Ref(desk.advance(50).seq)
    unknown = Ref(desk.get(50, "unknown", reference="a").seq)
    for ref in (advance, unknown, Ref(1), Ref(99, 3)):
        with pytest.raises(errors.NoSuchOpenItemError):
            desk.pay_owed(ref, 1)


def test_an_advance_is_settled_on_the_day_that_is_said(book_with: Book) -> None:
    desk = book_with()
    day = date(2026, 9, 3)
    advance = Ref(desk.advance(300, on=date(2026, 9, 1)).seq)
    desk.settle_advance(
        advance, expense(100), expense(50, on=date(2026, 9, 2)), returned=150, on=day
    )
    assert desk.rows("SELECT DISTINCT effective_on FROM posting ORDER BY 1") == [
        ("2026-09-01",), ("2026-09-02",), ("2026-09-03",),
    ]  # fmt: skip
    made = desk.see(statements.income_and_expenditure, Period.parse("2026-09"))
    assert made.expense == {"fuel": kes(150)}
    lines = desk.see(cash_book, Period.parse("2026-09")).lines
    assert [(line.what, line.who) for line in lines] == [
        ("advance", lines[0].who), ("returned", lines[0].who),
    ]  # fmt: skip
    assert lines[0].who
    with pytest.raises(errors.NoSuchOpenItemError):
        desk.settle_advance(advance, returned=1)


def test_an_advance_takes_no_more_than_was_handed_out(book_with: Book) -> None:
    desk = book_with()
    advance = Ref(desk.advance(300).seq)
    with pytest.raises(errors.NotEnoughError):
        desk.settle_advance(advance, expense(300), returned=1)
    with pytest.raises(errors.EmptyRequestError):
        desk.settle_advance(advance)
    desk.settle_advance(advance, returned=300)
    assert desk.balance() == kes(0)


def test_a_count_is_held_against_the_day_that_was_counted(book_with: Book) -> None:
    desk = book_with(members=1)
    desk.pay("1", 100, on=date(2026, 10, 1))
    desk.pay("1", 50, on=date(2026, 10, 10))
    wanted = accounts.CountRequest(
        counted=Decimal(90), by=("A. B.",), on=date(2026, 10, 9), explanation="no small change"
    )
    entry = desk.do(accounts.count, wanted).entry
    assert (entry.expected, entry.counted) == (10000, 9000)
    wanted = accounts.CountRequest(counted=Decimal(150), by=("A. B.",))
    assert desk.do(accounts.count, wanted).entry.expected == 15000


def test_a_photo_that_is_not_in_the_book_is_refused(book_with: Book) -> None:
    desk = book_with()
    for size, sha256 in ((3, "ab" * 32), (4, "")):
        nowhere = Attachment(sha256=sha256, media="image/jpeg", size=size)
        with pytest.raises(AttachmentMissingError):
            desk.spend(5, attachment=nowhere)

    def with_photo(book: expenses.Writing) -> None:
        photo = book.keep(b"a photo", "image/jpeg")
        expenses.spend(book, expenses.ExpenseRequest(lines=(expense(5, attachment=photo),)))

    desk.do(with_photo)
    assert desk.rows("SELECT count(*) FROM money_line WHERE attachment IS NOT NULL") == [(1,)]


def test_kinds_of_money_in_the_committees_own_words(book_with: Book) -> None:
    desk = book_with()

    def add(code: str = "", name: str = "Honoraria", direction: str = "out") -> str:
        wanted = accounts.CategoryRequest(direction=direction, name=name, code=code)
        return str(desk.do(accounts.add_category, wanted).entry.code)

    codes = [add("own-2", "Honoraria"), *(add(name=name) for name in ("Tips", "Rope", "Lime"))]
    assert codes == ["own-2", "own-1", "own-3", "own-4"]
    for code in ("own-2", " own-2 ", "fuel", "grant"):
        with pytest.raises(errors.CodeTakenError):
            add(code, "Pipes")
    with pytest.raises(errors.CodeTakenError):
        add(name="Honoraria")
    desk.spend(5, "own-1")
    with pytest.raises(errors.UnknownCodeError):
        desk.get(5, "own-1")  # it is a kind of expense


def test_openings(book_with: Book) -> None:
    desk = book_with(members=2)
    for wrong, error in (
        (opening("debt", 5, member="99"), errors.NoSuchMemberError),
        (opening("debt", 5), errors.NoSuchMemberError),
        (opening("account", 5, account=9), errors.NoSuchAccountError),
        (opening("account", 5), errors.NoSuchAccountError),
        (opening("nothing", 5), errors.UnknownCodeError),
        (opening("owed", 5, category="nonsense"), errors.UnknownCodeError),
        (opening("debt", 5, member="1", since=date(2026, 12, 1)), errors.FutureDayError),
    ):
        with pytest.raises(error):
            desk.open(opening("debt", 5, member="2"), wrong)
    assert desk.owed("2") == kes(0)
    taken = desk.open(
        opening("debt", 900, member="1", since=date(2025, 12, 31)),
        opening("ahead", 30, member="2"),
        opening("owed", 70, payee="The shop", category="parts"),
    ).seq
    with pytest.raises(errors.EmptyRequestError):
        desk.do(openings.confirm, openings.ConfirmRequest(balances=()))
    both = openings.ConfirmRequest(balances=(Ref(taken, 1), Ref(taken, 2)))
    desk.do(openings.confirm, both)
    desk.void(taken, 1)
    for done in (Ref(taken, 1), Ref(taken, 2), Ref(taken, 3)):
        with pytest.raises(errors.NoSuchOpenItemError):
            desk.do(openings.confirm, openings.ConfirmRequest(balances=(done,)))
    desk.pay_owed(Ref(taken, 3), 70)
    made = desk.see(statements.income_and_expenditure, Period.parse("2026-10"))
    assert made.expense == {"parts": kes(70)}
