"""Two officers: since when they are needed, for what, and how it is said in the journal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest

from imt_desktop.committee import describing, errors, handovers, queries, rules
from imt_desktop.committee import entries as e
from imt_desktop.community.complaints import dealing, erasing
from imt_desktop.i18n import Translator
from imt_desktop.journal import Recorded, Ref, Signing
from imt_desktop.ledger import billing, expenses, forgetting, members, voids
from imt_desktop.wording.errors import sentence
from tests.builders import Desk, expense, kes, opening
from tests.officers import (
    ALONE,
    AUDITOR,
    BOTH,
    CHAIR,
    PINS,
    SECRETARY,
    TREASURER,
    name,
    set_pin,
)

TODAY = date(2026, 10, 14)


def kinds(desk: Desk) -> list[str]:
    return [row[0] for row in desk.rows("SELECT kind FROM entry ORDER BY seq")]


def announced(desk: Desk) -> list[tuple[bool, tuple[int, ...]]]:
    with desk.book.read() as reading:
        return [
            (entry.in_force, entry.officers)
            for entry in (recorded.entry for recorded in reading.journal())
            if isinstance(entry, e.TwoOfficers)
        ]


def decide(desk: Desk) -> None:
    desk.do(
        describing.record_decision,
        describing.DecisionRequest(minute="07/2026", what="Limit", decided_on=date(2026, 1, 10)),
    )


def limit(desk: Desk, amount: int | None, since: date | None = None) -> None:
    wanted = rules.LimitsRequest(
        decision=1, expense_limit=None if amount is None else Decimal(amount), since=since
    )
    desk.do(rules.set_limits, wanted)


def test_the_limit_is_the_assemblys(book_with: Callable[..., Desk]) -> None:
    desk = book_with(members=1, fee=450)
    wanted = describing.DecisionRequest(minute="c 7", what="Limit", body="committee")
    desk.do(describing.record_decision, wanted)
    with pytest.raises(errors.AssemblyNeededError) as refused:
        limit(desk, 5000)
    assert refused.value.field == "decision"


def test_a_book_without_pins_works_as_ever(book_with: Callable[..., Desk]) -> None:
    desk = book_with(members=1, fee=450)
    name(desk, "Amina", "treasurer")
    name(desk, "Joseph", "chair")
    decide(desk)
    limit(desk, 100)
    assert desk.spend(5000).envelope.signature == "unsigned"
    assert "two-officers/1" not in kinds(desk)


def test_the_rule_begins_with_the_second_pin_and_says_so(book_with: Callable[..., Desk]) -> None:
    desk = book_with()
    name(desk, "Amina", "treasurer")
    name(desk, "Rose", "auditor")
    name(desk, "Joseph", "chair")
    set_pin(desk, 1, PINS[TREASURER])
    set_pin(desk, 2, PINS[AUDITOR], witness=TREASURER)
    assert announced(desk) == []  # an auditor signs no expense
    set_pin(desk, 3, PINS[CHAIR], witness=TREASURER)
    assert kinds(desk)[-2:] == ["pin-set/1", "two-officers/1"]
    assert announced(desk) == [(True, (1, 3))]


def test_what_needs_two_is_refused_with_one_and_says_what(signed: Desk) -> None:
    decide(signed)
    signed.who = ALONE
    for act, job in {
        "tariff": lambda: signed.adopt(500, since="2026-11"),
        "officers": lambda: name(signed, "Halima", "member"),
        "limits": lambda: limit(signed, 100),
    }.items():
        with pytest.raises(errors.SecondOfficerNeededError) as refused:
            job()
        assert (refused.value.act, refused.value.field) == (act, "second")
    signed.who = Signing()  # nor where nobody signed at all
    with pytest.raises(errors.SecondOfficerNeededError):
        signed.adopt(500, since="2026-11")
    signed.who = Signing(TREASURER, countersigned=(CHAIR,))  # names without PINs are no signatures
    with pytest.raises(errors.SecondOfficerNeededError):
        signed.adopt(500, since="2026-11")
    signed.who = Signing(TREASURER, countersigned=(AUDITOR,), signature="pin")
    with pytest.raises(errors.SecondOfficerNeededError):
        signed.adopt(500, since="2026-11")
    signed.who = BOTH
    assert signed.adopt(500, since="2026-11").envelope.countersigned == (CHAIR,)


def test_a_cancellation_of_the_same_day_is_one_officers(signed: Desk) -> None:
    signed.who = ALONE
    signed.void(signed.spend(100).seq)
    earlier = signed.spend(100, on=date(2026, 10, 1)).seq  # entered today, whatever its date
    signed.void(earlier)
    yesterday = signed.spend(100).seq
    signed.clock.now += timedelta(days=1)
    with pytest.raises(errors.SecondOfficerNeededError) as refused:
        signed.void(yesterday)
    assert refused.value.act == "void"
    signed.who = BOTH
    assert signed.void(yesterday)


def test_what_two_signed_is_no_slip_of_one(signed: Desk) -> None:
    signed.who = BOTH
    together = signed.spend(100).seq
    signed.who = ALONE
    with pytest.raises(errors.SecondOfficerNeededError):
        signed.void(together)
    signed.who = BOTH
    assert signed.void(together)


def test_to_lower_a_bill_of_an_earlier_day_is_to_let_a_debt_go(signed: Desk) -> None:
    signed.who = ALONE
    bill = Ref(signed.bill_one("1", 500).seq)
    signed.correct(bill, 400)
    signed.clock.now += timedelta(days=1)
    signed.correct(bill, 450)  # up is no favour
    with pytest.raises(errors.SecondOfficerNeededError) as refused:
        signed.correct(bill, 100)
    assert refused.value.act == "write-off"
    signed.who = BOTH
    assert signed.correct(bill, 100)


def test_limits_are_dated_decisions(signed: Desk) -> None:
    decide(signed)
    signed.who = BOTH
    limit(signed, 1000, since=date(2026, 9, 1))
    limit(signed, 3000, since=date(2026, 10, 1))
    limit(signed, None, since=date(2026, 12, 1))
    assert signed.see(rules.expense_limit, date(2026, 8, 31)) is None
    assert signed.see(rules.expense_limit, date(2026, 9, 30)) == kes(1000)
    assert signed.see(rules.expense_limit, date(2026, 10, 1)) == kes(3000)
    assert signed.see(rules.expense_limit, date(2027, 1, 1)) is None
    with pytest.raises(errors.NoSuchDecisionError):
        signed.do(rules.set_limits, rules.LimitsRequest(decision=9))


def test_when_only_one_is_left_the_rule_rests_and_says_so(signed: Desk) -> None:
    signed.who = BOTH
    signed.do(describing.end_term, describing.OfficerLeftRequest(officer="Grace"))
    signed.do(describing.end_term, describing.OfficerLeftRequest(officer="Joseph"))
    assert [force for force, _ in announced(signed)] == [True, False]
    signed.who = ALONE
    recorded = signed.adopt(500, since="2026-11")
    assert recorded.envelope.countersigned == () and recorded.envelope.signature == "pin"
    assert signed.see(rules.of_one, TODAY)
    name(signed, "Halima", "chair")
    set_pin(signed, 6, "314159", witness=TREASURER)
    assert [force for force, _ in announced(signed)] == [True, False, True]


def test_terms_that_ran_out_are_noticed_when_it_matters(signed: Desk) -> None:
    signed.who = BOTH
    name(signed, "Halima", "vice-chair", until=date(2026, 10, 20))
    for gone in ("Grace", "Joseph"):
        signed.do(describing.end_term, describing.OfficerLeftRequest(officer=gone))
        signed.who = ALONE if gone == "Joseph" else BOTH
    with signed.book.write(Signing(6, countersigned=(TREASURER,), signature="pin")) as writing:
        from imt_desktop.committee import pins

        pins.set_pin(writing, 6, "314159")
    assert [force for force, _ in announced(signed)] == [True, False, True]
    signed.clock.now += timedelta(days=10)  # Halima's term is over
    signed.adopt(500, since="2026-11")
    assert [force for force, _ in announced(signed)] == [True, False, True, False]


def test_days_are_marked_as_rebuilt_by_two(signed: Desk) -> None:
    wanted = handovers.RebuiltRequest(
        first=date(2026, 9, 1), last=date(2026, 10, 3), reason="stolen", sources="receipts"
    )
    signed.who = ALONE
    with pytest.raises(errors.SecondOfficerNeededError):
        signed.do(handovers.mark_rebuilt, wanted)
    signed.who = Signing(SECRETARY, countersigned=(AUDITOR,), signature="pin")
    signed.do(handovers.mark_rebuilt, wanted)
    from imt_desktop.period import Month

    assert signed.see(handovers.rebuilt, Month(2026, 10).period)
    assert not signed.see(handovers.rebuilt, Month(2026, 8).period)
    later = handovers.RebuiltRequest(first=TODAY, last=date(2026, 10, 15), reason="x")
    with pytest.raises(errors.RebuiltLaterError):
        signed.do(handovers.mark_rebuilt, later)
    begins = signed.see(queries.committee).first_month.first
    earlier = handovers.RebuiltRequest(first=begins - timedelta(days=1), last=TODAY, reason="x")
    with pytest.raises(errors.RebuiltEarlierError) as refused:
        signed.do(handovers.mark_rebuilt, earlier)
    assert refused.value.field == "first"


def test_a_clock_that_is_set_back_makes_no_earlier_day_today(signed: Desk) -> None:
    signed.who = ALONE
    yesterday = signed.spend(100).seq
    bill = Ref(signed.bill_one("1", 500).seq)
    signed.clock.now += timedelta(days=1)
    signed.spend(100)
    signed.clock.now -= timedelta(days=1)
    lowered = billing.CorrectBillRequest(bill=bill, amount=Decimal(1), reason="wrong")
    for use_case, wanted in (
        (voids.void, voids.VoidRequest(entry=yesterday, reason="typed twice")),
        (billing.correct_bill, lowered),
    ):
        with (
            pytest.raises(errors.SecondOfficerNeededError),
            signed.book.write(ALONE, TODAY) as book,
        ):
            use_case(book, wanted)  # type: ignore[operator]
    with signed.book.write(ALONE, TODAY) as book:  # what was made with that very clock is a slip
        slip = expenses.spend(book, expenses.ExpenseRequest(lines=(expense(5),)))
        voids.void(book, voids.VoidRequest(entry=slip.seq, reason="typed twice"))


def test_a_clock_that_is_set_back_reaches_no_day_without_a_second_officer(signed: Desk) -> None:
    decide(signed)
    signed.clock.now -= timedelta(days=300)
    before = date(2025, 12, 20)  # the terms begin with 2026
    wanted = rules.LimitsRequest(decision=1, expense_limit=Decimal(100))
    with (
        pytest.raises(errors.SecondOfficerNeededError),
        signed.book.write(Signing(), before) as book,
    ):
        rules.set_limits(book, wanted)


def test_words_are_erased_by_two(signed: Desk) -> None:
    signed.do(
        members.change_status, members.MemberStatusRequest(member="3", status="left", reason="gone")
    )
    signed.do(dealing.receive, dealing.ComplaintRequest(words="he drank it", source="anonymous"))

    def forgets() -> forgetting.Forgotten:
        return signed.do(forgetting.forget, forgetting.ForgetRequest(member="3"))

    def erases() -> Recorded:
        return signed.do(erasing.erase, erasing.EraseRequest(complaint=1))

    signed.who = ALONE
    for job in (forgets, erases):
        with pytest.raises(errors.SecondOfficerNeededError) as refused:
            job()
        assert (refused.value.act, refused.value.field) == ("forget", "second")
    signed.who = BOTH
    assert forgets().entry < erases().seq


def test_opening_balances_need_no_second_officer(signed: Desk) -> None:
    signed.who = ALONE
    assert signed.open(opening("account", 100, account=1))


def test_a_second_officer_whose_post_may_not_approve_is_told_so(signed: Desk) -> None:
    decide(signed)
    signed.who = Signing(TREASURER, countersigned=(AUDITOR,), signature="pin")
    with pytest.raises(errors.PostMayNotApproveError) as refused:
        limit(signed, 100)
    assert (refused.value.name, refused.value.post) == ("Rose", "auditor")
    words = sentence(refused.value, Translator("en"))
    assert words.startswith("The post of Rose (Auditor) may not sign this")
    assert issubclass(errors.PostMayNotApproveError, errors.SecondOfficerNeededError)


def test_a_term_that_ended_on_its_first_day_does_not_end_before_it(signed: Desk) -> None:
    signed.who = BOTH
    name(signed, "Daudi", "secretary", since=TODAY)
    last = signed.see(queries.officers)[-1].id
    signed.do(describing.end_term, describing.OfficerLeftRequest(officer="Daudi"))
    officer = next(one for one in signed.see(queries.officers) if one.id == last)
    assert officer.last_day == TODAY
    assert not officer.in_term(TODAY)
