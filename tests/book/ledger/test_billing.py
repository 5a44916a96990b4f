"""Bills: never twice for the same connection, item and period; shares; corrections; disputes."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imt_desktop.errors import TooManyDecimalsError
from imt_desktop.i18n import Translator
from imt_desktop.journal import Ref
from imt_desktop.ledger import billing, errors, members
from imt_desktop.money import Currency
from imt_desktop.period import Month
from imt_desktop.wording.errors import sentence
from tests.builders import Desk, book_in, kes

Book = Callable[..., Desk]


def set_status(desk: Desk, member: str, status: str) -> None:
    wanted = members.MemberStatusRequest(member=member, status=status, reason="asked")
    desk.do(members.change_status, wanted)


def billed(desk: Desk, month: str = "2026-10") -> dict[int, int]:
    return dict(
        desk.rows(
            "SELECT member, sum(amount) FROM bill WHERE period=? AND void IS NULL AND moved=0"
            " GROUP BY member",
            month,
        )
    )


def test_who_takes_a_share_after_the_month_was_billed_is_not_billed_for_it_again(
    book_with: Book,
) -> None:
    desk = book_with(members=2, fee=450)
    desk.hand_over(2, "1")  # member 2 has no tap now
    desk.bill()
    desk.hand_over(1, "1", "2")
    with pytest.raises(errors.NobodyToBillError):
        desk.bill()
    assert len(desk.bill("2026-11").entry.lines) == 3


def test_who_held_a_tap_twice_on_a_day_is_billed_once(book_with: Book) -> None:
    """Handed over in September, and back again for a day before that."""
    desk = book_with(members=2, fee=450)
    desk.hand_over(1, "2", on=date(2026, 9, 20))
    desk.hand_over(1, "1", on=date(2026, 8, 20))
    desk.bill("2026-08")
    assert billed(desk, "2026-08") == {1: 45000, 2: 45000}


def test_a_tap_is_not_billed_for_a_month_before_it_came(book_with: Book) -> None:
    """Nor where somebody wrote down for an earlier day that it gives water."""
    desk = book_with(members=1, fee=450)
    tap = desk.connect("1", on=date(2026, 10, 7)).entry.connection.connection
    active = members.ConnectionStatusRequest(
        connection=tap, status="active", reason="a leak was mended", on=date(2026, 8, 1)
    )
    desk.do(members.change_connection, active)
    (left_out,) = desk.see(billing.preview, Month.parse("2026-09")).left_out
    assert left_out.reason == "connection-later"
    desk.bill("2026-09")
    assert billed(desk, "2026-09") == {1: 45000}


def test_who_was_left_out_gets_the_own_share_later(book_with: Book) -> None:
    desk = book_with(members=2, fee=451)
    desk.hand_over(1, "1", "2")
    set_status(desk, "2", "cut-off")
    desk.bill()
    assert billed(desk) == {1: 22550}
    set_status(desk, "2", "active")
    desk.bill()
    assert billed(desk) == {1: 22550, 2: 22550 + 45100}


def test_a_tap_that_went_over_is_billed_once_for_the_month(book_with: Book) -> None:
    desk = book_with(members=2, fee=450)
    desk.bill()
    desk.hand_over(1, "2")
    with pytest.raises(errors.NobodyToBillError):
        desk.bill()
    assert [out.reason for out in desk.see(billing.preview, Month(2026, 10)).left_out] == [
        "billed",
        "billed",
    ]


def test_money_without_cents_is_shared_without_losing_a_unit(book_with: Book) -> None:
    desk = book_with(members=2, fee=451, currency=Currency("UGX", 0))
    desk.hand_over(1, "1", "2")
    desk.bill()
    assert billed(desk) == {1: 226, 2: 225 + 451}
    with pytest.raises(TooManyDecimalsError):
        desk.bill_one("1", "0.5")


@settings(max_examples=40)
@given(
    st.lists(
        st.one_of(
            st.lists(st.integers(1, 4), min_size=1, max_size=4, unique=True),
            st.sampled_from(["1", "2", "3", "4"]),
            st.none(),
        ),
        max_size=12,
    )
)
def test_no_month_of_a_tap_ever_costs_more_than_its_fee(
    happened: list[list[int] | str | None],
) -> None:
    """Hand-overs (a list), members cut off or back (a number), and billing, in any order."""
    with tempfile.TemporaryDirectory() as folder:
        desk = book_in(Path(folder), members=4, fee="450.55")
        off: set[str] = set()
        for what in (*happened, None):
            if isinstance(what, list):
                desk.hand_over(1, *map(str, what))
            elif what:
                off ^= {what}
                set_status(desk, what, "cut-off" if what in off else "active")
            else:
                try:
                    desk.bill()
                except errors.NobodyToBillError:
                    pass
            for (total,) in desk.rows("SELECT sum(amount) FROM bill GROUP BY connection, period"):
                assert total <= 45055
        desk.book.close()


def test_single_bills_for_a_connection(book_with: Book) -> None:
    desk = book_with(members=3, fee=450)
    with pytest.raises(errors.NotHolderError):
        desk.bill_one("2", 100, "reconnection", connection=1)
    desk.bill_one("1", 450, "fee", connection=1, period="2026-10")
    for period in ("2026-10", "２０２６-10"):  # the same month in wide digits
        with pytest.raises(errors.BilledAlreadyError):
            desk.bill_one("1", 450, "fee", connection=1, period=period)
    desk.bill_one("1", 450, "connection", connection=1, period="2026-10")
    desk.hand_over(1, "2")
    with pytest.raises(errors.BilledAlreadyError):  # its month was billed to the one before
        desk.bill_one("2", 450, "fee", connection=1, period="2026-10")
    desk.bill_one("1", 450, "fee", connection=1, period="2026-09")  # held it then
    with pytest.raises(errors.NotHolderError):
        desk.bill_one("3", 450, "fee", connection=1, period="2026-08")
    desk.void(desk.rows("SELECT seq FROM bill WHERE period='2026-10' AND item='fee'")[0][0])
    desk.bill_one("2", 450, "fee", connection=1, period="2026-10")


def test_the_due_day_is_the_last_one_of_a_shorter_month(book_with: Book) -> None:
    desk = book_with(members=1)
    desk.adopt(300, "2026-02", due_day=31)
    (line,) = desk.bill("2026-02").entry.lines
    assert line.due_on == date(2026, 2, 28)


def test_a_disputed_bill_is_paid_last(book_with: Book) -> None:
    desk = book_with(members=1)
    old = Ref(desk.bill_one("1", 300, due_on=date(2026, 1, 1)).seq)
    new = Ref(desk.bill_one("1", 200, due_on=date(2026, 9, 1)).seq)
    desk.dispute(old)
    desk.pay("1", 250)
    left = dict(desk.rows("SELECT seq, open FROM bill"))
    assert left == {old.entry: 25000, new.entry: 0}
    desk.dispute(old, False)
    desk.bill_one("1", 10, due_on=date(2026, 10, 1))
    desk.pay("1", 250)
    assert desk.owed("1") == kes(10)


def test_a_correction_below_what_went_to_another_member_is_refused(book_with: Book) -> None:
    desk = book_with(members=2, fee=450)
    bill = Ref(desk.bill().seq)
    desk.pay("1", 100)
    desk.hand_over(1, "2", debt="moves")
    with pytest.raises(errors.DebtMovedError) as refused:
        desk.correct(bill, 300)
    assert kes(350).minor == refused.value.there
    desk.correct(bill, 350)  # the 100 that were paid are free
    assert (desk.owed("1"), desk.ahead("1"), desk.owed("2")) == (kes(0), kes(100), kes(800))


def test_a_month_far_ahead_is_a_slip_of_the_pen(book_with: Book) -> None:
    desk = book_with(members=1, fee=450)
    desk.bill("2026-11")  # the one after this may come early
    with pytest.raises(errors.FutureDayError) as refused:
        desk.bill("2027-10")
    assert refused.value.field == "month"


def test_a_correction_upwards_uses_what_was_paid_ahead(book_with: Book) -> None:
    desk = book_with(members=1, fee=450)
    bill = Ref(desk.bill().seq)
    desk.pay("1", 500)
    desk.correct(bill, 530)
    assert (desk.owed("1"), desk.ahead("1")) == (kes(30), kes(0))
    with pytest.raises(errors.SameAmountError):
        desk.correct(bill, 530)
    with pytest.raises(errors.MoneyNegativeError) as refused:
        desk.correct(bill, -1)
    assert refused.value.field == "amount"
    assert "less than nothing" in sentence(refused.value, Translator("en"))


def test_bills_of_a_month_stand_in_one_entry_and_use_what_was_paid_ahead(book_with: Book) -> None:
    desk = book_with(members=3, fee=450)
    desk.pay("2", 500)
    entry = desk.bill().entry
    assert [line.member for line in entry.lines] == [1, 2, 3]
    assert [sum(use.amount for use in line.credit) for line in entry.lines] == [0, 45000, 0]
    assert desk.ahead("2") == kes(50)
