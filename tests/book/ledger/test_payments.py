"""Payments: references, receipts without a gap, pads, old receipts, unknown money, refunds."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from imt_desktop.journal import Ref
from imt_desktop.ledger import entries as e
from imt_desktop.ledger import errors, income, payments
from tests.builders import BANK, MOBILE, TODAY, Desk, kes

Book = Callable[..., Desk]

SOURCE = e.Source(file="paid.xlsx", sheet="1", kind="payments", sha256="ab" * 32)


def line(member: str, amount: int = 100, **more: object) -> payments.PaymentLine:
    return payments.PaymentLine(member=member, amount=Decimal(amount), **more)  # type: ignore[arg-type]


def receipts(desk: Desk) -> list[int]:
    found = desk.rows("SELECT receipt FROM money_line WHERE receipt IS NOT NULL ORDER BY 1")
    return [row[0] for row in found]


@pytest.mark.parametrize("again", ["QK12AB", "qk12ab", " qk 12 ab ", "Qk12aB\t"])
def test_a_repeated_reference_is_refused_however_it_is_written(book_with: Book, again: str) -> None:
    desk = book_with(members=2)
    first = desk.pay("1", 5, account=MOBILE, reference="QK12ab")
    for account in (MOBILE, BANK):
        with pytest.raises(errors.ReferenceUsedError) as refused:
            desk.pay("2", 5, account=account, reference=again)
        assert refused.value.entry == first.entry
    with pytest.raises(errors.ReferenceUsedError):
        desk.get(5, "unknown", account=MOBILE, reference=again)
    lines = (line("1", reference="X1"), line("2", reference=again.replace("12", "99")),
             line("1", reference=again.lower().replace("12", "99")))  # fmt: skip
    with pytest.raises(errors.ReferenceUsedError):
        desk.do(payments.receive, payments.PaymentRequest(lines=lines))
    desk.void(first.entry)
    desk.pay("2", 5, account=MOBILE, reference=again)


def test_mobile_money_needs_its_reference(book_with: Book) -> None:
    desk = book_with(members=1)
    for typed in ("", "  "):
        with pytest.raises(errors.ReferenceMissingError):
            desk.pay("1", 5, account=MOBILE, reference=typed)
    desk.pay("1", 5, account=MOBILE, old_receipt="817")  # from the old book
    desk.pay("1", 5, account=BANK)


def test_receipts_have_no_gap_whatever_they_are_given_for(book_with: Book) -> None:
    desk = book_with(members=2)
    desk.pay("1", 5)
    desk.get(100)  # a grant
    desk.get(100, "interest", receipt=False)
    received = desk.get(100, "unknown", reference="a").seq
    lines = (line("1", old_receipt="817"), line("2"), line("1", old_receipt="818"), line("1"))
    imported = desk.do(payments.receive, payments.PaymentRequest(lines=lines), SOURCE)
    assert [receipt.number for receipt in imported] == [None, 3, None, 4]
    desk.identify(Ref(received), "1")
    cancelled = desk.pay("2", 5)
    desk.void(cancelled.entry)
    with pytest.raises(errors.NoSuchMemberError):
        desk.pay("99", 5)
    desk.pay("2", 5)
    assert receipts(desk) == list(range(1, 8))
    old = desk.rows("SELECT old_receipt FROM money_line WHERE receipt IS NULL AND old_receipt<>''")
    assert old == [("817",), ("818",)]


def test_two_hands_at_once_number_their_receipts_without_a_gap(book_with: Book) -> None:
    desk = book_with(members=2)
    broke: list[BaseException] = []

    def pay(member: str) -> None:
        try:
            for _ in range(20):
                desk.pay(member, 5)
        except BaseException as error:
            broke.append(error)

    hands = [threading.Thread(target=pay, args=(member,)) for member in "12"]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    assert not broke
    assert receipts(desk) == list(range(1, 41))
    assert desk.balance() == kes(200)


def test_a_number_of_a_paper_pad_is_typed_once(book_with: Book) -> None:
    desk = book_with(members=2)
    first = desk.pay("1", 5, pad="17")
    for lines, refused in (
        ((line("2", pad=" 17 "),), errors.PadNumberUsedError),
        ((line("1", pad="18"), line("2", pad="18")), errors.PadNumberTwiceError),
    ):
        with pytest.raises(refused):
            desk.do(payments.receive, payments.PaymentRequest(lines=lines))
    desk.void(first.entry)
    desk.pay("2", 5, pad="17")


def test_pads_do_not_overlap(book_with: Book) -> None:
    desk = book_with()
    for first, last, fits in (
        (1, 50, True), (50, 60, False), (0, 3, False), (9, 5, False), (20, 30, False),
        (51, 51, True), (1, 100, False),
    ):  # fmt: skip
        wanted = payments.PadRequest(first=first, last=last, holder="kiosk")
        if fits:
            desk.do(payments.register_pad, wanted)
        else:
            with pytest.raises(errors.PadRangeError):
                desk.do(payments.register_pad, wanted)


def test_one_member_twice_in_a_list(book_with: Book) -> None:
    desk = book_with(members=1, fee=450)
    desk.bill()
    got = desk.do(payments.receive, payments.PaymentRequest(lines=(line("1", 300), line("1", 300))))
    assert [(one.before, one.after, one.ahead) for one in got] == [
        (kes(450), kes(150), kes(0)),
        (kes(150), kes(0), kes(150)),
    ]


def test_days_of_a_list_are_its_lines_own(book_with: Book) -> None:
    desk = book_with(members=2)
    days = [date(2026, 8, 3), date(2026, 9, 30), date(2026, 7, 1)]
    lines = tuple(line("1", on=day, old_receipt=f"{day}") for day in days)
    got = desk.do(payments.receive, payments.PaymentRequest(lines=lines), SOURCE)
    recorded = desk.see(lambda book: book.recorded(got[0].entry))
    assert recorded.on == max(days)
    assert desk.rows("SELECT month, amount_in FROM account_month ORDER BY 1") == [
        ("2026-07", 10000), ("2026-08", 10000), ("2026-09", 10000),
    ]  # fmt: skip
    desk.void(got[0].entry, 2)
    assert desk.rows("SELECT month FROM account_month WHERE amount_in>0 ORDER BY 1") == [
        ("2026-07",),
        ("2026-08",),
    ]


def test_nothing_is_booked_on_a_day_that_is_still_to_come(book_with: Book) -> None:
    desk = book_with(members=1)
    tomorrow = TODAY.replace(day=TODAY.day + 1)
    for do in (
        lambda: desk.pay("1", 5, on=tomorrow),
        lambda: desk.get(5, on=tomorrow),
        lambda: desk.spend(5, on=tomorrow),
        lambda: desk.owe(5, on=tomorrow),
        lambda: desk.advance(5, on=tomorrow),
        lambda: desk.move(1, 2, 5, on=tomorrow),
        lambda: desk.bill_one("1", 5, on=tomorrow),
    ):
        with pytest.raises(errors.FutureDayError):
            do()


def test_a_refund_takes_the_oldest_credit_and_no_more_than_there_is(book_with: Book) -> None:
    desk = book_with(members=1)
    first, second = desk.pay("1", 100).entry, desk.pay("1", 50).entry
    with pytest.raises(errors.NotEnoughError):
        desk.refund("1", "150.01")
    desk.refund("1", 120)
    assert desk.rows("SELECT seq, left_over FROM credit") == [(first, 0), (second, 3000)]
    assert (desk.ahead("1"), desk.balance()) == (kes(30), kes(30))


def test_income_of_a_list_is_checked_like_payments(book_with: Book) -> None:
    desk = book_with()
    same = income.IncomeLine(amount=Decimal(5), income="grant", account=BANK, reference="a b")
    with pytest.raises(errors.ReferenceUsedError):
        desk.do(income.receive_other, income.IncomeRequest(lines=(same, same)))
    with pytest.raises(errors.EmptyRequestError):
        desk.do(income.receive_other, income.IncomeRequest(lines=()))
