"""Money meets debts oldest first, and no unit is lost."""

import itertools
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from imt_desktop.journal import Ref
from imt_desktop.ledger.settling import Credit, OpenBill, draw, oldest_first, spread

amounts = st.integers(0, 100_000)
refs = st.builds(Ref, st.integers(1, 30), st.integers(1, 9))


@st.composite
def an_open_bill(draw_one: st.DrawFn) -> OpenBill:
    left = draw_one(st.integers(1, 5000))
    return OpenBill(
        draw_one(refs), "fee", None, left + draw_one(st.integers(0, 500)), left,
        draw_one(st.dates(date(2025, 1, 1), date(2026, 12, 31))), draw_one(st.booleans()), True, "",
    )  # fmt: skip


bills = st.lists(an_open_bill(), max_size=8, unique_by=lambda bill: bill.ref)
credits = st.lists(
    st.builds(Credit, refs, st.integers(0, 5000)), max_size=8, unique_by=lambda c: c.payment
)


@given(amounts, bills)
def test_spreading_loses_nothing(amount: int, debts: list[OpenBill]) -> None:
    shares, over = spread(amount, debts)
    assert sum(share for _bill, share in shares) + over == amount
    assert over == max(0, amount - sum(bill.left for bill in debts))
    assert all(0 < share <= bill.left for bill, share in shares)


@given(amounts, bills)
def test_a_debt_is_paid_whole_before_the_next(amount: int, debts: list[OpenBill]) -> None:
    shares, _over = spread(amount, debts)
    assert [bill for bill, _share in shares] == debts[: len(shares)]
    assert all(share == bill.left for bill, share in shares[:-1])


@given(amounts, credits)
def test_drawing_takes_what_there_is_and_no_more(amount: int, ahead: list[Credit]) -> None:
    drawn = draw(amount, ahead)
    assert sum(part for _credit, part in drawn) == min(amount, sum(c.left for c in ahead))
    assert all(0 < part <= credit.left for credit, part in drawn)
    some = [credit for credit in ahead if credit.left]
    assert [credit for credit, _part in drawn] == some[: len(drawn)]
    assert all(part == credit.left for credit, part in drawn[:-1])


@given(bills)
def test_the_oldest_is_first_and_disputes_are_last(debts: list[OpenBill]) -> None:
    ordered = oldest_first(debts)
    assert sorted(map(id, ordered)) == sorted(map(id, debts))
    for one, after in itertools.pairwise(ordered):
        assert one.disputed <= after.disputed
        if one.disputed == after.disputed:
            assert one.due_on <= after.due_on
            if one.due_on == after.due_on:
                assert (one.ref.entry, one.ref.line) < (after.ref.entry, after.ref.line)


@given(bills, st.randoms())
def test_the_order_does_not_hang_on_where_it_came_from(debts: list[OpenBill], dice) -> None:  # type: ignore[no-untyped-def]
    mixed = list(debts)
    dice.shuffle(mixed)
    assert oldest_first(mixed) == oldest_first(debts)
