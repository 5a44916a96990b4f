"""Cancelling takes back exactly what was done, says what relies on it, and never gives up a number."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from imt_desktop.journal import Ref
from imt_desktop.journal.verify import verify
from imt_desktop.ledger import (
    cashbook,
    errors,
    expenses,
    members,
    payments,
    register,
    statements,
    tariffs,
    voids,
)
from imt_desktop.ledger.connections import connections_of
from imt_desktop.ledger.member_account import member_account
from imt_desktop.ledger.register import card
from imt_desktop.oversight.whole import ROOMS
from imt_desktop.period import Month, Period
from tests.builders import BANK, CASH, TODAY, Desk, expense, household, kes, opening, standing

Book = Callable[..., Desk]


def relied(desk: Desk, entry: int, line: int = 0) -> tuple[int, ...]:
    with pytest.raises(errors.ReliedOnError) as refused:
        desk.void(entry, line)
    return refused.value.later


def gone(desk: Desk, entry: int, line: int = 0) -> None:
    with pytest.raises(errors.NothingToCancelError):
        desk.void(entry, line)


@pytest.mark.parametrize(
    "do",
    [
        lambda desk: desk.bill("2026-11").seq,
        lambda desk: desk.bill_one("1", 200).seq,
        lambda desk: desk.pay("1", 700).entry,
        lambda desk: desk.pay("2", 5).entry,
        lambda desk: desk.refund("3", 50).seq,
        lambda desk: desk.get(3000, account=BANK).seq,
        lambda desk: desk.get(3000, "loan").seq,
        lambda desk: desk.get(3000, "unknown", reference="QK9").seq,
        lambda desk: desk.spend(70, voucher="9").seq,
        lambda desk: desk.owe(90).seq,
        lambda desk: desk.advance(60).seq,
        lambda desk: desk.move(CASH, BANK, 10).seq,
        lambda desk: (
            desk.open(opening("debt", 9, member="1"), opening("account", 5, account=1)).seq
        ),
    ],
)
def test_an_entry_and_its_void_leave_everything_as_it_was(
    book_with: Book, do: Callable[[Desk], int]
) -> None:
    desk = book_with(members=3, fee=450)
    desk.bill()
    desk.pay("3", 800)
    before = standing(desk)
    entry = do(desk)
    assert standing(desk) != before
    desk.void(entry)
    assert standing(desk) == before
    gone(desk, entry)


def test_a_payment_whose_credit_a_later_bill_used(book_with: Book) -> None:
    desk = book_with(members=1, fee=450)
    paid = desk.pay("1", 1000)
    desk.bill("2026-10")
    desk.bill("2026-11")
    assert (desk.owed("1"), desk.ahead("1")) == (kes(0), kes(100))
    desk.void(paid.entry)
    assert (desk.owed("1"), desk.ahead("1")) == (kes(900), kes(0))
    assert desk.balance() == kes(0)


def test_a_bill_that_was_paid_frees_money_for_what_comes_later_only(book_with: Book) -> None:
    desk = book_with(members=1, fee=450)
    old = desk.bill_one("1", 300).seq
    month = desk.bill().seq
    desk.pay("1", 300)
    desk.void(old)
    # The month's bill was there before; the freed money waits for the next one.
    assert (desk.owed("1"), desk.ahead("1")) == (kes(450), kes(300))
    desk.bill("2026-11")
    assert [row[0] for row in desk.rows("SELECT open FROM bill WHERE seq=?", month)] == [45000]
    assert (desk.owed("1"), desk.ahead("1")) == (kes(600), kes(0))


def test_a_corrected_bill_and_its_payment(book_with: Book) -> None:
    desk = book_with(members=1, fee=450)
    bill = Ref(desk.bill().seq)
    paid = desk.pay("1", 450)
    desk.correct(bill, 300)
    assert desk.ahead("1") == kes(150)
    desk.correct(bill, 500)  # grows again: what was freed is used
    assert (desk.owed("1"), desk.ahead("1")) == (kes(50), kes(0))
    desk.void(paid.entry)
    assert (desk.owed("1"), desk.ahead("1")) == (kes(500), kes(0))
    desk.void(bill.entry)
    assert (desk.owed("1"), desk.ahead("1")) == (kes(0), kes(0))


def test_corrections_counts_and_the_like_are_put_right_by_doing_them_again(
    book_with: Book,
) -> None:
    desk = book_with(members=1, fee=450)
    bill = Ref(desk.bill().seq)
    gone(desk, desk.correct(bill, 300).seq)
    gone(desk, desk.dispute(bill).seq)
    gone(desk, desk.void(bill.entry).seq)  # there is no void of a void


def test_lines_of_an_import_one_by_one_and_then_what_is_left(book_with: Book) -> None:
    desk = book_with(members=3, fee=450)
    desk.bill()
    before = standing(desk)
    lines = tuple(
        payments.PaymentLine(member=number, amount=Decimal(500), reference=f"r{number}")
        for number in "123"
    )
    entry = desk.do(payments.receive, payments.PaymentRequest(lines=lines))[0].entry
    desk.void(entry, 2)
    gone(desk, entry, 2)
    gone(desk, entry, 9)
    assert (desk.owed("2"), desk.balance()) == (kes(450), kes(1000))
    desk.void(entry)
    assert standing(desk) == before
    gone(desk, entry)


def test_a_refund_goes_before_the_payment_that_it_gave_back(book_with: Book) -> None:
    desk = book_with(members=1)
    paid = desk.pay("1", 500)
    refund = desk.refund("1", 200)
    assert relied(desk, paid.entry) == (refund.seq,)
    desk.void(refund.seq)
    assert desk.ahead("1") == kes(500)
    desk.void(paid.entry)
    assert (desk.ahead("1"), desk.balance()) == (kes(0), kes(0))


def test_an_owed_expense_a_loan_and_an_advance_wait_for_what_was_paid_of_them(
    book_with: Book,
) -> None:
    desk = book_with()
    owed, loan = Ref(desk.owe(900).seq), Ref(desk.get(5000, "loan").seq)
    advance = Ref(desk.advance(300).seq)
    some = desk.pay_owed(owed, 100).seq
    more = desk.pay_owed(owed, 200).seq
    back = desk.pay_owed(loan, 2000).seq
    settled = desk.settle_advance(advance, expense(100), expense(50), returned=30).seq
    assert relied(desk, owed.entry) == (some, more)
    assert relied(desk, loan.entry) == (back,)
    assert relied(desk, advance.entry) == (settled,)
    for entry in (some, more, back, settled):
        desk.void(entry, 1)
    left = {what: desk.see(statements.open_items, what) for what in ("owed", "loan", "advance")}
    assert {what: one.left for what, (one,) in left.items()} == {
        "owed": kes(900), "loan": kes(5000), "advance": kes(300),
    }  # fmt: skip
    for ref in (owed, loan, advance):
        desk.void(ref.entry)
    assert desk.balance() == kes(0)


def test_money_that_was_given_to_its_member_and_turns_out_to_be_another_members(
    book_with: Book,
) -> None:
    desk = book_with(members=2, fee=450)
    desk.bill()
    received = Ref(desk.get(450, "unknown", account=BANK, reference="QK1").seq)
    first = desk.identify(received, "1")
    assert relied(desk, received.entry) == (first.entry,)
    with pytest.raises(errors.NoSuchOpenItemError):
        desk.identify(received, "2")
    period = Period.parse("2026-10")
    (line,) = desk.see(cashbook.cash_book, period).lines
    assert (line.who, line.later_receipt, line.kind) == ("Member 1", 1, "known-later")
    desk.void(first.entry)
    (line,) = desk.see(cashbook.cash_book, period).lines
    assert (line.later_receipt, line.kind) == (None, "unknown")
    second = desk.identify(received, "2")
    assert (desk.owed("1"), desk.owed("2"), desk.balance(BANK)) == (kes(450), kes(0), kes(450))
    assert (first.number, second.number) == (1, 2)
    made = desk.see(statements.income_and_expenditure, Period.parse("2026-10"))
    assert made.income == {"fee": kes(450)}


# Hand-overs


def handed_over(desk: Desk) -> tuple[int, int]:
    """Member 1 owes a month for the tap that member 2 takes over with the debt."""
    bill = desk.bill().seq
    return bill, desk.hand_over(1, "2", debt="moves").seq


def test_a_bill_whose_debt_moved_can_be_cancelled_after_the_hand_over(book_with: Book) -> None:
    desk = book_with(members=2, fee=450)
    bill, moved = handed_over(desk)
    assert (desk.owed("1"), desk.owed("2")) == (kes(0), kes(900))
    assert relied(desk, bill, 1) == (moved,)
    # The month is member 2's to pay, and nobody paid for member 1: the card says so as the statement does.
    (line,) = (one for one in desk.see(card, "1").history if one.what == "moved")
    assert (line.billed, line.paid, line.balance) == (kes(-450), kes(0), kes(0))
    account = desk.see(member_account, "1", Month.of(TODAY).period)
    assert [(one.amount, one.left) for one in account.months] == [(kes(0), kes(0))]
    desk.void(moved)
    assert (desk.owed("1"), desk.owed("2")) == (kes(450), kes(450))
    desk.void(bill, 1)
    assert (desk.owed("1"), desk.owed("2")) == (kes(0), kes(450))
    gone(desk, moved)


def test_a_hand_over_is_taken_back_with_its_holders_and_what_was_paid_of_its_debt(
    book_with: Book,
) -> None:
    desk = book_with(members=2, fee=450)
    _bill, moved = handed_over(desk)
    desk.pay("2", 1000)  # 450 of the own month, 450 of the moved one, 100 ahead
    desk.void(moved)
    assert (desk.owed("1"), desk.owed("2"), desk.ahead("2")) == (kes(450), kes(0), kes(550))
    later = desk.bill("2026-11").seq
    assert list(desk.rows("SELECT member, connection FROM bill WHERE seq=?", later)) == [
        (1, 1),
        (2, 2),
    ]


def test_a_hand_over_stays_while_something_later_rests_on_it(book_with: Book) -> None:
    desk = book_with(members=3, fee=450)
    _bill, moved = handed_over(desk)
    again = desk.hand_over(1, "3", debt="moves").seq
    assert desk.owed("3") == kes(900)  # the debt goes on with the tap
    assert relied(desk, moved) == (again,)
    later = desk.bill("2026-11").seq
    assert relied(desk, again) == (later,)
    desk.void(later)
    desk.void(again)
    desk.void(moved)
    assert [desk.owed(n) for n in "123"] == [kes(450)] * 3


def test_a_debt_that_stayed_with_somebody_does_not_go_on_with_the_tap(book_with: Book) -> None:
    desk = book_with(members=3, fee=450)
    desk.bill()
    desk.hand_over(1, "2", debt="stays")
    (second, tap) = desk.see(connections_of, 2)
    assert (second.owed, tap.owed) == (kes(0), kes(450))
    assert (second.nth, tap.nth) == (1, 2)  # two of a household are told apart
    desk.hand_over(1, "3", debt="moves")
    assert [desk.owed(n) for n in "123"] == [kes(450)] * 3


def test_a_debt_that_comes_back_with_the_tap(book_with: Book) -> None:
    desk = book_with(members=2, fee=450)
    handed_over(desk)
    desk.hand_over(1, "1", debt="moves")
    assert (desk.owed("1"), desk.owed("2")) == (kes(450), kes(450))
    assert verify(desk.book.path, ROOMS).problems == ()


def test_a_hand_over_without_debt_is_taken_back_too(book_with: Book) -> None:
    desk = book_with(members=2, fee=450)
    moved = desk.hand_over(1, "2").seq
    desk.void(moved)
    gone(desk, moved)
    gone(desk, desk.hand_over(1, "1").seq)  # nothing changed
    assert desk.see(register.card, "1").connections[0].id == 1


# What an entry founded


def test_a_list_of_members_goes_whole_and_its_numbers_are_free_but_no_id_is_given_again(
    book_with: Book,
) -> None:
    desk = book_with(members=2, fee=450)
    wrong = desk.join(household("Wrong", number="7"), household("Wronger", number="8"))
    ids = [line.member for line in wrong.entry.lines]
    taps = [line.connections[0].connection for line in wrong.entry.lines]
    desk.void(wrong.seq)
    gone(desk, wrong.seq)
    with pytest.raises(errors.NoSuchMemberError):
        desk.pay("7", 5)
    right = desk.join(household("Right", number="7"))
    assert right.entry.lines[0].member not in ids
    assert right.entry.lines[0].connections[0].connection not in taps
    assert [row.name for row in desk.see(register.members)] == ["Member 1", "Member 2", "Right"]
    assert len(desk.bill().entry.lines) == 3


def test_a_list_of_members_stays_while_one_of_them_is_used(book_with: Book) -> None:
    desk = book_with(members=2, fee=450)
    joined = desk.join(household(number="7"), household(number="8")).seq
    paid = desk.pay("7", 100).entry
    shared = desk.connect("7", "1").seq
    taken = desk.hand_over(4, "1").seq
    assert relied(desk, joined) == tuple(sorted([paid, shared, taken]))
    for entry in (paid, taken, shared):
        desk.void(entry)
    desk.do(
        members.change_status,
        members.MemberStatusRequest(member="8", status="cut-off", reason="a leak"),
    )
    desk.void(joined)


def test_the_receipt_of_a_cancelled_payment_of_a_cancelled_member_is_still_read(
    book_with: Book,
) -> None:
    desk = book_with(members=1)
    joined = desk.join(household("Wrong", number="7")).seq
    desk.void(desk.pay("7", 100).entry)
    desk.void(joined)
    (line,) = desk.see(cashbook.cash_book, Period.parse("2026-10")).lines
    assert (line.who, line.receipt, bool(line.void)) == ("Wrong", 1, True)


def test_a_shared_tap_a_price_and_a_pad_are_taken_back(book_with: Book) -> None:
    desk = book_with(members=2)
    shared = desk.connect("1", "2").seq
    price = desk.adopt(4500).seq
    pad = desk.do(payments.register_pad, payments.PadRequest(first=1, last=50, holder="kiosk")).seq
    billed = desk.bill().seq
    typed = desk.pay("1", 5, pad="17").entry
    assert relied(desk, shared) == (billed,)
    assert relied(desk, price) == (billed,)
    assert relied(desk, pad) == (typed,)
    for entry in (typed, billed, shared, price, pad):
        desk.void(entry)
        gone(desk, entry)
    assert desk.see(tariffs.tariff_for, Month(2026, 10)) is None
    desk.adopt(450)
    desk.do(payments.register_pad, payments.PadRequest(first=1, last=100, holder="kiosk"))
    ids = desk.rows("SELECT id FROM tariff UNION ALL SELECT id FROM pad")
    assert ids == [(1,), (2,), (1,), (2,)]
    assert len(desk.bill().entry.lines) == 2  # each their own tap, no shared one


# Closed months


@pytest.fixture
def closed(monkeypatch: pytest.MonkeyPatch) -> Callable[[date], None]:
    """Stand in for the closing of months, which is a later matter."""

    def close(open_from: date) -> None:
        for place in ("requests", "voids", "import_checks"):
            monkeypatch.setattr(
                f"imt_desktop.ledger.{place}.first_open_day", lambda _book: open_from
            )

    return close


SEPTEMBER, OCTOBER = Period.parse("2026-09"), Period.parse("2026-10")


def test_what_a_closed_month_says_stays_and_the_open_one_takes_it_back(
    book_with: Book, closed: Callable[[date], None]
) -> None:
    desk = book_with(members=1, fee=450)
    desk.bill("2026-09", on=date(2026, 9, 1))
    paid = desk.pay("1", 1000, on=date(2026, 9, 5))
    closed(date(2026, 10, 1))
    was = desk.see(cashbook.cash_book, SEPTEMBER)
    voided = desk.void(paid.entry)
    assert isinstance(voided.entry, voids.e.Voided)
    assert not voided.entry.in_place
    now = desk.see(cashbook.cash_book, SEPTEMBER)
    assert (now.came, now.carried_forward) == (was.came, was.carried_forward) == (kes(1000),) * 2
    assert now.lines[0].void == voided.seq  # the original keeps a note
    book = desk.see(cashbook.cash_book, OCTOBER)
    assert [(line.what, line.came, line.went) for line in book.lines] == [
        ("void", kes(0), kes(1000))
    ]
    assert book.carried_forward == kes(0)
    made = desk.see(statements.income_and_expenditure, OCTOBER)
    assert made.income == {"fee": kes(-450), "ahead": kes(-550)}
    assert (desk.owed("1"), desk.ahead("1")) == (kes(450), kes(0))
    gone(desk, paid.entry)


def test_what_is_of_the_open_month_is_struck_in_place(
    book_with: Book, closed: Callable[[date], None]
) -> None:
    desk = book_with(members=1)
    paid = desk.pay("1", 1000, on=date(2026, 10, 2))
    closed(date(2026, 10, 1))
    desk.void(paid.entry)
    (line,) = desk.see(cashbook.cash_book, OCTOBER).lines
    assert (line.what, bool(line.void)) == ("payment", True)


def test_lines_of_a_closed_and_an_open_month_in_one_entry(
    book_with: Book, closed: Callable[[date], None]
) -> None:
    desk = book_with()
    lines = (expense(70, on=date(2026, 9, 30)), expense(30, on=date(2026, 10, 1)))
    spent = desk.do(expenses.spend, expenses.ExpenseRequest(lines=lines)).seq
    closed(date(2026, 10, 1))
    desk.void(spent, 2)
    assert desk.see(cashbook.cash_book, OCTOBER).lines[0].void
    desk.void(spent)
    assert desk.see(cashbook.cash_book, SEPTEMBER).carried_forward == kes(-70)
    assert desk.see(cashbook.cash_book, OCTOBER).carried_forward == kes(0)
    assert verify(desk.book.path, ROOMS).problems == ()
