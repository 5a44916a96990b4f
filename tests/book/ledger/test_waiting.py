"""Expenses above the assembly's limit: they wait visibly, and no money moves until they are approved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imt_desktop.committee import describing, rules
from imt_desktop.committee.errors import SamePersonError, SecondOfficerNeededError
from imt_desktop.i18n import Translator
from imt_desktop.journal import Ref, Signing
from imt_desktop.journal.verify import verify
from imt_desktop.ledger import entries as e
from imt_desktop.ledger import errors, expenses
from imt_desktop.ledger.cashbook import cash_book
from imt_desktop.ledger.closing.checklist import checklist
from imt_desktop.ledger.doubts import Doubt, doubts
from imt_desktop.ledger.waiting import approving
from imt_desktop.ledger.waiting import entries as w
from imt_desktop.ledger.waiting.limit import InParts
from imt_desktop.money import Money
from imt_desktop.oversight.whole import ROOMS
from imt_desktop.period import Month
from imt_desktop.wording.doubts import doubt_words
from tests.builders import TODAY, Desk, expense, kes, standing
from tests.officers import ALONE, BOTH, CHAIR, SECRETARY, committee_in

LIMIT = 1000


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with committee_in(tmp_path) as made:
        limited(made)
        yield made


def limited(desk: Desk) -> None:
    decided = describing.DecisionRequest(minute="1", what="Limit", decided_on=date(2026, 1, 1))
    desk.do(describing.record_decision, decided)
    desk.who = BOTH
    wanted = rules.LimitsRequest(decision=1, expense_limit=Decimal(LIMIT), since=date(2026, 1, 1))
    desk.do(rules.set_limits, wanted)
    desk.get(5000)
    desk.who = ALONE


def approve(desk: Desk, entry: int) -> None:
    desk.do(approving.approve, approving.ApproveRequest(waiting=entry))


def test_up_to_the_limit_one_signature_is_enough(desk: Desk) -> None:
    assert isinstance(desk.spend(LIMIT).entry, e.MoneySpent)
    assert desk.balance() == kes(4000)


def test_above_it_an_expense_waits_and_no_money_moves(desk: Desk) -> None:
    before = standing(desk)
    recorded = desk.spend("1000.01", payee="Hardware", text="pump")
    assert isinstance(recorded.entry, w.ExpenseWaiting)
    assert standing(desk) == before
    (line,) = desk.see(approving.waiting)
    assert (line.payee, line.amount, line.entered_by) == ("Hardware", kes("1000.01"), 1)
    assert not [one for one in desk.see(cash_book, Month(2026, 10).period).lines if one.went]


def test_two_signatures_on_the_spot_pay_at_once(desk: Desk) -> None:
    desk.who = BOTH
    assert isinstance(desk.spend(4000).entry, e.MoneySpent)


def test_a_second_officer_approves_it_later_and_it_is_paid_that_day(desk: Desk) -> None:
    seq = desk.spend(3000, payee="Hardware", text="pump", voucher="17").seq
    desk.clock.now += timedelta(days=3)
    desk.who = Signing(CHAIR, signature="pin")
    approve(desk, seq)
    assert desk.balance() == kes(2000)
    assert not desk.see(approving.waiting)
    line = desk.see(cash_book, Month(2026, 10).period).lines[-1]
    assert (line.what, line.who, line.voucher) == ("out", "Hardware", "17")
    assert line.on == TODAY + timedelta(days=3)
    with pytest.raises(errors.NothingWaitingError):
        approve(desk, seq)
    desk.void(line.ref.entry)
    assert desk.balance() == kes(5000)


def test_who_entered_it_cannot_approve_it(desk: Desk) -> None:
    seq = desk.spend(3000).seq
    with pytest.raises(SamePersonError):
        approve(desk, seq)
    desk.who = Signing()
    with pytest.raises(SecondOfficerNeededError):
        approve(desk, seq)
    assert desk.balance() == kes(5000)


def test_one_that_nobody_signed_takes_two_to_approve(desk: Desk) -> None:
    desk.who = Signing(1)
    seq = desk.spend(3000).seq
    desk.who = Signing(CHAIR, signature="pin")
    with pytest.raises((SamePersonError, SecondOfficerNeededError)):
        approve(desk, seq)
    desk.who = Signing(CHAIR, countersigned=(SECRETARY,), signature="pin")
    approve(desk, seq)


def test_it_can_be_given_up_with_a_reason(desk: Desk) -> None:
    seq = desk.spend(3000).seq
    with pytest.raises(errors.ReasonMissingError):
        desk.do(approving.withdraw, approving.WithdrawRequest(waiting=seq, reason=" "))
    desk.do(approving.withdraw, approving.WithdrawRequest(waiting=seq, reason="too dear"))
    assert not desk.see(approving.waiting)
    desk.who = BOTH
    with pytest.raises(errors.NothingWaitingError):
        approve(desk, seq)
    with pytest.raises(errors.NothingToCancelError):
        desk.void(seq)


def test_cutting_an_expense_in_parts_does_not_help(desk: Desk) -> None:
    desk.spend(600, payee="Hardware")
    assert isinstance(desk.spend(600, payee=" HARDWARE ").entry, w.ExpenseWaiting)
    assert isinstance(desk.spend(600, payee="Another shop").entry, e.MoneySpent)
    lines = tuple(expense(400, payee="A third") for _ in range(3))
    entry = desk.do(expenses.spend, expenses.ExpenseRequest(lines=lines)).entry
    assert isinstance(entry, w.ExpenseWaiting)


def test_parts_on_several_days_are_asked_about_before_they_are_booked_and_at_the_closing(
    desk: Desk,
) -> None:
    month, on = Month(2026, 9), date(2026, 9, 10)

    def parts() -> list[tuple[str, int, Money]]:
        found = desk.see(lambda book: checklist(book, month, TODAY)).in_parts
        return [(one.payee, one.count, one.amount) for one in found]

    def asked(amount: int, payee: str) -> tuple[Doubt, ...]:
        return desk.see(lambda book: doubts(book, 1, kes(amount), "", payee, on))

    desk.spend(600, payee="Hardware", on=date(2026, 9, 3))
    assert asked(400, "Hardware") == ()
    assert asked(401, "Hard  ware") == ()
    (doubt,) = asked(401, " HARDWARE ")
    assert isinstance(doubt, InParts) and (doubt.count, doubt.amount) == (2, kes(1001))
    assert "1,001" in doubt_words(doubt, {}, Translator("en"))
    assert isinstance(desk.spend(500, payee=" HARDWARE ", on=on).entry, e.MoneySpent)
    desk.spend(600, payee="Hardware", on=date(2026, 10, 1))  # of the next month
    assert parts() == [("HARDWARE", 2, kes(1100))]
    assert "in-parts" in desk.see(lambda book: checklist(book, month, TODAY)).questions
    desk.spend(600, payee="Fuel", on=date(2026, 9, 3))
    desk.who = BOTH  # what two signed needs no question
    desk.spend(600, payee="Fuel", on=on)
    assert parts() == [("HARDWARE", 2, kes(1100))]


def test_doubled_spaces_make_no_second_payee(desk: Desk) -> None:
    desk.spend(600, payee="Old Hardware")
    assert isinstance(desk.spend(600, payee="old   hardware").entry, w.ExpenseWaiting)


def test_other_money_out_above_the_limit_is_refused(desk: Desk) -> None:
    owed = Ref(desk.owe(3000).seq)  # to owe is to pay nothing yet
    desk.pay("1", 4000)
    for pay in (
        lambda: desk.pay_owed(owed, 3000),
        lambda: desk.advance(3000),
        lambda: desk.refund("1", 3000),
    ):
        with pytest.raises(SecondOfficerNeededError):
            pay()
    desk.pay_owed(owed, 1000)
    desk.who = BOTH
    desk.pay_owed(owed, 2000)
    desk.advance(3000)
    desk.refund("1", 3000)


def test_a_list_brought_in_above_the_limit_is_refused_whole(desk: Desk) -> None:
    source = e.Source(file="spent.csv", sheet="", kind="expenses", sha256="ab" * 32)
    wanted = expenses.ExpenseRequest(lines=(expense(3000),))
    with pytest.raises(SecondOfficerNeededError):
        desk.do(expenses.spend, wanted, source)


@settings(max_examples=15)
@given(
    st.lists(
        st.tuples(st.integers(1, 2500), st.sampled_from(["pay", "approve", "withdraw"])),
        max_size=6,
    )
)
def test_the_money_is_what_was_within_the_limit_or_approved(
    tmp_path_factory: pytest.TempPathFactory, wanted: list[tuple[int, str]]
) -> None:
    with committee_in(tmp_path_factory.mktemp("book")) as desk:
        limited(desk)
        spent = waiting = 0
        for number, (amount, answer) in enumerate(wanted):
            desk.who = ALONE
            recorded = desk.spend(amount, payee=f"Shop {number}")
            if isinstance(recorded.entry, e.MoneySpent):
                spent += amount
                assert amount <= LIMIT
                continue
            assert amount > LIMIT
            desk.who = Signing(CHAIR, signature="pin")
            if answer == "approve":
                approve(desk, recorded.seq)
                spent += amount
            elif answer == "withdraw":
                request = approving.WithdrawRequest(waiting=recorded.seq, reason="no")
                desk.do(approving.withdraw, request)
            else:
                waiting += amount
        assert desk.balance() == kes(5000 - spent)
        left = sum(line.amount.minor for line in desk.see(approving.waiting))
        assert left == kes(waiting).minor
        assert verify(desk.book.path, ROOMS).problems == ()


def test_an_earlier_date_is_no_way_round_a_limit_that_began_since(tmp_path: Path) -> None:
    with committee_in(tmp_path) as desk:
        decided = describing.DecisionRequest(minute="1", what="Limit", decided_on=TODAY)
        desk.do(describing.record_decision, decided)
        desk.who = BOTH
        desk.get(9000)
        desk.do(rules.set_limits, rules.LimitsRequest(decision=1, expense_limit=Decimal(LIMIT)))
        desk.who = ALONE
        before = TODAY - timedelta(days=1)
        assert isinstance(desk.spend(1500, on=before).entry, w.ExpenseWaiting)
        with pytest.raises(SecondOfficerNeededError):
            desk.advance(1500, on=before)
        assert isinstance(desk.spend(900, on=before).entry, e.MoneySpent)


def test_a_limit_that_was_raised_since_holds_for_the_days_before(desk: Desk) -> None:
    desk.who = BOTH
    higher = rules.LimitsRequest(decision=1, expense_limit=Decimal(3000), since=TODAY)
    desk.do(rules.set_limits, higher)
    desk.who = ALONE
    assert isinstance(desk.spend(2000).entry, e.MoneySpent)
    earlier = desk.spend(2000, payee="Another shop", on=TODAY - timedelta(days=1))
    assert isinstance(earlier.entry, w.ExpenseWaiting)


def test_what_waited_says_for_when_it_was_booked(desk: Desk) -> None:
    late = expenses.ExpenseRequest(lines=(expense(3000),), concerns="2026-09-20")
    seq = desk.do(expenses.spend, late).seq
    desk.who = Signing(CHAIR, signature="pin")
    approve(desk, seq)
    line = desk.see(cash_book, Month(2026, 10).period).lines[-1]
    assert (line.what, line.concerns) == ("out", "2026-09-20")
