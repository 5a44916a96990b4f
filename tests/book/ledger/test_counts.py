"""Counting: by notes and coins or by a total, by two people, with every difference explained."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imt_desktop.committee import describing, queries
from imt_desktop.committee.errors import NoSuchDecisionError, SecondOfficerNeededError
from imt_desktop.errors import AmountTooLargeError
from imt_desktop.i18n.translator import SYMBOLS
from imt_desktop.journal import Recorded
from imt_desktop.ledger import denominations, errors
from imt_desktop.ledger import entries as e
from imt_desktop.ledger.closing.counts import (
    DifferenceRequest,
    book_difference,
    decide_difference,
    newest_count,
    open_differences,
)
from imt_desktop.ledger.closing.entries import DifferenceBooked
from imt_desktop.ledger.denominations import PiecesLine, counted_pieces, worth
from imt_desktop.ledger.earlier import CashCounted1, as_counted
from imt_desktop.ledger.statements import income_and_expenditure
from imt_desktop.money import Currency
from imt_desktop.period import Month
from tests.builders import Desk, kes
from tests.officers import ALONE, BOTH, name

KES = Currency("KES")


def pieces(*pairs: tuple[str, int]) -> tuple[PiecesLine, ...]:
    return tuple(PiecesLine(value=Decimal(value), count=count) for value, count in pairs)


def test_a_count_by_notes_and_coins_adds_itself_up(book_with: Callable[..., Desk]) -> None:
    desk = book_with()
    desk.get("4920.50")
    recorded = desk.count(
        None, pieces=pieces(("0.50", 1), ("1000", 3), ("500", 2), ("20", 46), ("50", 0))
    )
    entry = recorded.entry
    assert isinstance(entry, e.CashCounted)
    assert (entry.counted, entry.expected) == (kes("4920.50").minor, kes("4920.50").minor)
    assert [(piece.value, piece.count) for piece in entry.pieces] == [
        (100000, 3), (50000, 2), (2000, 46), (50, 1),
    ]  # fmt: skip


def test_pieces_and_total_have_to_agree(book_with: Callable[..., Desk]) -> None:
    desk = book_with()
    with pytest.raises(errors.PiecesDifferError) as refused:
        desk.count(4000, pieces=pieces(("1000", 3)))
    assert (refused.value.wanted, refused.value.there) == (400000, 300000)
    with pytest.raises(errors.EmptyRequestError):
        desk.count(None)
    for count in (-1, denominations.MOST_PIECES + 1):
        with pytest.raises(errors.PiecesError):
            desk.count(None, pieces=pieces(("1000", count)))
    with pytest.raises(AmountTooLargeError):
        desk.count(None, pieces=pieces(("9999999999999", denominations.MOST_PIECES)))


def test_a_difference_needs_a_word(book_with: Callable[..., Desk]) -> None:
    desk = book_with()
    desk.get(500)
    with pytest.raises(errors.ExplanationMissingError) as refused:
        desk.count(480)
    assert (refused.value.wanted, refused.value.there) == (48000, 50000)
    assert refused.value.field == "explanation"
    desk.count(480, explanation="change given twice")


def test_two_people_count_unless_there_is_only_one(book_with: Callable[..., Desk]) -> None:
    desk = book_with()
    name(desk, "Amina", "treasurer")
    desk.count(0, by=("Amina",))
    name(desk, "Joseph", "chair")
    for by in (("Amina",), ("Amina", " amina "), ("Amina", "")):
        with pytest.raises(errors.TwoCountersError):
            desk.count(0, by=by)
    with pytest.raises(errors.NameMissingError):
        desk.count(0, by=("", " "))
    desk.count(0, by=("Amina", "Joseph"))


def test_a_count_of_an_earlier_day_is_held_against_that_day(book_with: Callable[..., Desk]) -> None:
    desk = book_with()
    desk.get(500, on=date(2026, 9, 30))
    desk.get(300, on=date(2026, 10, 2))
    entry = desk.count(500, on=date(2026, 9, 30)).entry
    assert isinstance(entry, e.CashCounted) and entry.expected == 50000


def test_an_old_count_reads_as_a_new_one() -> None:
    by = (e.CountedBy(name="A"),)
    old = CashCounted1(account=1, counted=5, expected=7, by=by, explanation="lost")
    new = as_counted(old)
    assert new == e.CashCounted(
        account=1, counted=5, expected=7, by=by, explanation="lost", pieces=()
    )
    assert as_counted(new) is new


@given(
    st.lists(
        st.tuples(st.decimals("0.01", 100_000, places=2, allow_nan=False), st.integers(0, 10_000)),
        max_size=12,
    )
)
def test_pieces_lose_nothing(lines: list[tuple[Decimal, int]]) -> None:
    found = counted_pieces(KES, [PiecesLine(value=v, count=n) for v, n in lines])
    assert worth(found) == sum(KES.money(value).minor * count for value, count in lines)
    assert [piece.value for piece in found] == sorted(
        {piece.value for piece in found}, reverse=True
    )


@pytest.mark.parametrize("code", SYMBOLS)
def test_every_currency_has_a_list_with_its_source(code: str) -> None:
    listed, broken = denominations.read_pack()
    assert not broken
    row = listed[code]
    assert row.source and row.confirmed is False
    found = denominations.denominations(Currency(code))
    for coin in (False, True):
        values = [one.value.minor for one in found if one.coin is coin]
        assert values == sorted(set(values), reverse=True) and values


def test_coins_smaller_than_the_book_keeps_are_left_out() -> None:
    assert denominations.denominations(Currency("MGA", 0))
    whole = denominations.denominations(Currency("PEN", 0))
    assert min(one.value.minor for one in whole) == 1
    assert denominations.denominations(Currency("ZZZ")) == ()


def counted_short(desk: Desk) -> Recorded:
    desk.get(500)
    return desk.count(480, explanation="nobody knows")


def decide(desk: Desk) -> None:
    wanted = describing.DecisionRequest(minute="08/2026", what="Let it go")
    desk.do(describing.record_decision, wanted)


def test_what_stays_unexplained_is_booked_as_the_assembly_decided(signed: Desk) -> None:
    signed.who = ALONE
    count = counted_short(signed)
    with pytest.raises(NoSuchDecisionError):
        signed.do(book_difference, DifferenceRequest(count=count.seq, decision=1))
    decide(signed)
    wanted = DifferenceRequest(
        count=count.seq, decision=1, text="twenty shillings", concerns="2026-09"
    )
    with pytest.raises(SecondOfficerNeededError):
        signed.do(book_difference, wanted)
    signed.who = BOTH
    recorded = signed.do(book_difference, wanted)
    assert recorded.envelope.concerns_on == "2026-09"
    assert signed.balance() == kes(480)
    money = signed.see(income_and_expenditure, Month(2026, 10).period)
    assert money.expense == {"difference": kes(20)}
    with pytest.raises(errors.NoDifferenceError):
        signed.do(book_difference, wanted)
    signed.void(recorded.seq)
    assert signed.balance() == kes(500)
    signed.do(book_difference, wanted)


def test_money_too_much_is_income(book_with: Callable[..., Desk]) -> None:
    desk = book_with()
    decide(desk)
    desk.get(500)
    count = desk.count(530, explanation="nobody knows")
    desk.do(book_difference, DifferenceRequest(count=count.seq, decision=1))
    assert desk.balance() == kes(530)
    money = desk.see(income_and_expenditure, Month(2026, 10).period)
    assert money.income["difference"] == kes(30)


def test_only_the_newest_count_of_an_account_is_booked(book_with: Callable[..., Desk]) -> None:
    desk = book_with()
    decide(desk)
    first = counted_short(desk).seq
    second = desk.count(480, explanation="still so").seq
    assert [one.entry for one in desk.see(open_differences)] == [second]
    with pytest.raises(errors.NoDifferenceError):
        desk.do(book_difference, DifferenceRequest(count=first, decision=1))
    with pytest.raises(errors.NoDifferenceError):
        desk.do(book_difference, DifferenceRequest(count=1, decision=1))
    desk.do(book_difference, DifferenceRequest(count=second, decision=1))
    found = desk.see(newest_count, 1)
    assert found and found.difference == kes(-20)
    assert desk.see(open_differences) == ()


def test_the_decision_is_written_down_with_what_it_decides_or_not_at_all(signed: Desk) -> None:
    signed.who = ALONE
    count = counted_short(signed)
    new = describing.DecisionRequest(minute="09/2026", what="Let it go")
    wanted = DifferenceRequest(count=count.seq, decision=0)
    with pytest.raises(SecondOfficerNeededError):
        signed.do(decide_difference, wanted, new)
    assert signed.see(queries.decisions) == ()
    signed.who = BOTH
    entry = signed.do(decide_difference, wanted, new).entry
    assert isinstance(entry, DifferenceBooked)
    assert entry.decision == signed.see(queries.decisions)[0].id
