"""Closing a month: what is checked, what is stated, and that nothing moves in it afterwards."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imt_desktop.committee.describing import DecisionRequest, record_decision
from imt_desktop.committee.errors import SecondOfficerNeededError
from imt_desktop.errors import UserError
from imt_desktop.i18n import Translator
from imt_desktop.journal import Recorded, Ref, Signing
from imt_desktop.journal import errors as journal_errors
from imt_desktop.journal.verify import verify
from imt_desktop.ledger import errors, members, payments, proof
from imt_desktop.ledger.billed import Unbilled
from imt_desktop.ledger.cashbook import balance_before, cash_book
from imt_desktop.ledger.closing.checklist import Checklist, checklist
from imt_desktop.ledger.closing.close import AnswerLine, CloseRequest, close_month
from imt_desktop.ledger.closing.counts import DifferenceRequest, book_difference
from imt_desktop.ledger.closing.entries import MonthClosed, Span
from imt_desktop.ledger.closing.gaps import gaps, how_many
from imt_desktop.ledger.closing.month import closed_months, due_month
from imt_desktop.ledger.requests import first_open_day
from imt_desktop.ledger.statements import income_and_expenditure
from imt_desktop.oversight.whole import ROOMS
from imt_desktop.period import Month
from imt_desktop.wording.errors import sentence
from tests.book.charging.village import tariff
from tests.builders import BANK, CASH, MOBILE, TODAY, Desk, book_in, household, kes, opening
from tests.officers import ALONE, AUDITOR, BOTH, SECRETARY, set_pin

SEPTEMBER = Month(2026, 9)
LAST = SEPTEMBER.last


@pytest.fixture
def desk(book_with: Callable[..., Desk]) -> Desk:
    """A September: 7,310 and 1,000 in the bank at its start, fees, diesel, some of it banked."""
    made = book_with(members=2, fee=450)
    made.open(
        opening("account", 7310, account=CASH), opening("account", 1000, account=BANK),
        on=date(2026, 8, 31),
    )  # fmt: skip
    made.pay("1", 900, on=date(2026, 9, 5))
    made.pay("2", 450, on=date(2026, 9, 6))
    made.spend(700, voucher="17", on=date(2026, 9, 12))
    made.move(CASH, BANK, 5000, on=date(2026, 9, 28))
    made.bill("2026-08")
    made.bill("2026-09")
    return made


def checked(desk: Desk, month: Month = SEPTEMBER) -> Checklist:
    return desk.see(checklist, month, TODAY)


def close_august(desk: Desk) -> None:
    desk.count(7310, on=date(2026, 8, 31))
    desk.compare(1000, date(2026, 8, 31))
    desk.close("2026-08")


def ready(desk: Desk) -> None:
    close_august(desk)
    desk.count(2960, on=LAST)
    desk.compare(6000, LAST)


def test_a_closing_states_the_month(desk: Desk) -> None:
    ready(desk)
    assert desk.see(due_month) == SEPTEMBER
    entry = desk.close("2026-09").entry
    assert isinstance(entry, MonthClosed)
    cash, bank, mobile = entry.accounts
    assert (cash.brought, cash.came, cash.went, cash.moved, cash.carried) == (
        731000, 135000, 70000, -500000, 296000,
    )  # fmt: skip
    assert (cash.counted, cash.expected, cash.bank) == (296000, 296000, "")
    assert (bank.brought, bank.moved, bank.carried, bank.bank) == (
        100000,
        500000,
        600000,
        "compared",
    )
    assert (mobile.carried, mobile.bank, mobile.count) == (0, "", None)
    assert (entry.receipts.first, entry.receipts.last, entry.receipts.given) == (1, 2, 2)
    assert (entry.vouchers, entry.without_voucher, entry.answers) == (1, (), ())
    assert [one.month for one in desk.see(closed_months)] == [SEPTEMBER, Month(2026, 8)]
    assert desk.see(first_open_day) == date(2026, 10, 1)
    assert desk.see(due_month) == Month(2026, 10)


def test_opening_balances_stand_in_a_line_of_their_own(desk: Desk) -> None:
    close_august(desk)
    entry = desk.see(lambda book: book.recorded(desk.see(closed_months)[0].entry)).entry
    assert isinstance(entry, MonthClosed)
    assert [(one.brought, one.opened, one.carried) for one in entry.accounts] == [
        (0, 731000, 731000), (0, 100000, 100000), (0, 0, 0),
    ]  # fmt: skip


def test_months_are_closed_in_their_order_and_when_they_are_over(desk: Desk) -> None:
    with pytest.raises(errors.MonthOrderError) as refused:
        desk.close("2026-09")
    assert refused.value.due == "2026-08"
    said = sentence(refused.value, Translator("en"))
    assert said == "Months are closed in their order: next comes August 2026, not September 2026."
    ready(desk)
    desk.close("2026-09")
    with pytest.raises(errors.MonthOrderError):
        desk.close("2026-09")
    with pytest.raises(errors.MonthNotOverError):
        desk.close("2026-10")
    with pytest.raises(UserError):
        desk.close("October")


def test_cash_is_counted_after_its_last_entry(desk: Desk) -> None:
    close_august(desk)
    desk.compare(6000, LAST)
    with pytest.raises(errors.NotCountedError) as refused:
        desk.close("2026-09")
    assert refused.value.account == CASH
    desk.count(2960, on=LAST)
    desk.spend(60, voucher="18", on=date(2026, 9, 29))  # a late one makes the count old
    assert [one.id for one in checked(desk).not_counted] == [CASH]
    desk.count(2900, on=LAST)
    late = desk.spend(100, voucher="19", on=date(2026, 9, 29)).seq
    desk.count(2800, on=LAST)
    desk.void(late)  # and so does cancelling
    assert [one.id for one in checked(desk).not_counted] == [CASH]
    desk.count(2900, on=LAST)
    desk.close("2026-09", same_day="yes")


def test_a_difference_that_was_booked_gives_way_to_the_count_after_it(desk: Desk) -> None:
    first = desk.count(2910, explanation="nobody knows")  # of October, against September's end
    assert checked(desk).accounts[0].count.entry == first.seq
    desk.do(record_decision, DecisionRequest(minute="08/2026", what="Let it go"))
    desk.do(book_difference, DifferenceRequest(count=first.seq, decision=1))
    assert checked(desk).accounts[0].count.entry == first.seq  # there is no other
    second = desk.count(2910)
    found = checked(desk).accounts[0].count
    assert found.entry == second.seq and not found.difference


def test_a_count_of_a_later_day_is_held_against_that_day(desk: Desk) -> None:
    close_august(desk)
    desk.pay("1", 50)  # in October
    desk.count(3000, explanation="ten shillings short")
    desk.compare(6000, LAST)
    entry = desk.close("2026-09").entry
    assert isinstance(entry, MonthClosed)
    cash = entry.accounts[0]
    assert (cash.carried, cash.counted, cash.expected) == (296000, 300000, 301000)


def test_without_the_banks_paper_it_is_said(desk: Desk) -> None:
    close_august(desk)
    desk.count(2960, on=LAST)
    desk.compare(1000, date(2026, 9, 27), unshown=())  # not of the month's end
    assert checked(desk).questions == ("bank",)
    with pytest.raises(errors.UnansweredError) as refused:
        desk.close("2026-09")
    assert refused.value.questions == ("bank",)
    with pytest.raises(errors.UnknownCodeError):
        desk.close("2026-09", bank="yes")
    entry = desk.close("2026-09", bank="no-paper").entry
    assert isinstance(entry, MonthClosed) and entry.accounts[1].bank == "no-paper"
    assert entry.answers[0].question == "bank"


def test_a_paper_of_the_bank_says_nothing_of_what_is_booked_after_it(desk: Desk) -> None:
    ready(desk)
    taken = desk.spend(4000, account=BANK, voucher="18", on=date(2026, 9, 29))
    bank = checked(desk).accounts[1]
    assert (bank.bank, bank.changed) == ("no-paper", True)
    with pytest.raises(errors.UnansweredError):
        desk.close("2026-09")
    desk.compare(6000, LAST, unshown=(Ref(taken.seq, 1),))
    bank = checked(desk).accounts[1]
    assert (bank.bank, bank.changed, bank.unshown) == ("compared", False, 1)
    desk.void(taken.seq)  # and so does cancelling
    assert checked(desk).questions == ("bank", "same-day")
    desk.spend(10, account=BANK, voucher="19")  # of October: it says nothing of September
    desk.compare(6000, LAST)
    desk.close("2026-09", same_day="yes")


def test_a_telephone_can_be_counted_in_place_of_a_paper(desk: Desk) -> None:
    desk.pay("1", 500, account=MOBILE, reference="QX7", on=date(2026, 9, 7))
    close_august(desk)
    desk.count(2960, on=LAST)
    desk.compare(6000, LAST)
    assert checked(desk).questions == ("bank",)
    desk.count(500, account=MOBILE, on=LAST)
    entry = desk.close("2026-09").entry
    assert isinstance(entry, MonthClosed) and entry.accounts[2].bank == "counted"


def test_whatever_is_not_in_order_is_asked_about(desk: Desk) -> None:
    desk.do(payments.register_pad, payments.PadRequest(first=1, last=50, holder="kiosk"))
    on = date(2026, 9, 20)
    for pad in ("00002", "5"):
        desk.pay("1", 100, pad=pad, on=on)
    bare = desk.spend(100, payee="guard", on=on)
    desk.get(200, "unknown", on=on, account=MOBILE, reference="Z1")
    typed_twice = desk.pay("2", 50, on=on)
    desk.void(typed_twice.entry)
    desk.spend(30, "charges", on=on)  # a bank gives no voucher
    desk.do(  # too late for August, on paper for it
        lambda book: payments.receive(
            book,
            payments.PaymentRequest(
                lines=(payments.PaymentLine(member="2", amount=kes(10).decimal, on=on),),
                concerns="2026-08",
            ),
        )
    )
    close_august(desk)
    found = checked(desk)
    assert found.pads[0].missing == (Span(first=1, last=1), Span(first=3, last=4))
    assert found.without_voucher == (Ref(bare.seq),)
    assert (found.unknown, found.unknown_amount) == (1, kes(200))
    assert found.receipts.cancelled == (typed_twice.number,)
    assert [len(one) for one in (found.cancelled, found.same_day, found.late)] == [1, 1, 1]
    assert found.questions == ("bank", "pads", "same-day", "vouchers", "unknown")
    desk.count(2960 + 200 - 100 - 30 + 10, on=LAST)
    yes = {"pads": "yes", "vouchers": "yes", "unknown": "yes"}
    with pytest.raises(errors.UnansweredError) as refused:
        desk.close("2026-09", bank="no-paper", **yes)
    assert refused.value.questions == ("same-day",)
    with pytest.raises(errors.UnknownCodeError):
        desk.close("2026-09", bank="no-paper", weather="yes", **yes)
    entry = desk.close("2026-09", bank="no-paper", same_day="no", **yes).entry
    assert isinstance(entry, MonthClosed)
    assert [(one.question, one.answer) for one in entry.answers][2] == ("same-day", "no")
    assert (entry.late, entry.unknown_amount) == (1, 20000)


def test_a_cancellation_of_a_later_day_is_listed_and_not_asked_about(desk: Desk) -> None:
    seq = desk.spend(10, voucher="20", on=LAST).seq
    desk.clock.now += timedelta(days=1)
    desk.void(seq)
    assert (len(checked(desk).cancelled), checked(desk).same_day) == (1, ())


def test_entries_of_a_wrong_clock_are_asked_about(desk: Desk) -> None:
    desk.clock.now += timedelta(days=400)
    flagged = desk.pay("1", 5, on=date(2026, 9, 30)).entry
    assert desk.see(checklist, SEPTEMBER, TODAY).clock == (flagged,)


def test_a_paper_receipt_noted_with_a_payment_is_accounted_for(desk: Desk) -> None:
    desk.do(payments.register_pad, payments.PadRequest(first=1, last=50, holder="kiosk"))
    on = date(2026, 9, 20)
    desk.pay("1", 100, pad="00001", on=on)
    desk.pay("2", 100, old_receipt="2", on=on)
    desk.pay("1", 100, pad="3", on=on)
    assert checked(desk).pads == ()
    desk.pay("2", 100, old_receipt="0005", on=on)  # and a later one shows what was passed over
    desk.pay("2", 100, old_receipt="B-7", on=on)
    assert checked(desk).pads[0].missing == (Span(first=4, last=4),)


def test_the_banks_paper_is_answered_for_account_by_account(desk: Desk) -> None:
    close_august(desk)
    desk.get(200, account=MOBILE, reference="QX1", on=date(2026, 9, 7))
    desk.count(2960, on=LAST)
    assert checked(desk).without_paper == (BANK, MOBILE)

    def answered(*lines: AnswerLine) -> Recorded:
        return desk.do(close_month, CloseRequest(month="2026-09", answers=lines))

    def without(account: int, remark: str = "") -> AnswerLine:
        return AnswerLine(question="bank", answer="no-paper", remark=remark, account=account)

    with pytest.raises(errors.UnansweredError):
        answered(without(BANK))
    with pytest.raises(errors.NoSuchAccountError):
        answered(without(BANK), without(CASH))
    entry = answered(without(BANK, "asked for"), without(MOBILE, "no signal")).entry
    assert isinstance(entry, MonthClosed)
    assert [(one.question, one.remark) for one in entry.answers] == [
        ("bank", "asked for; no signal")
    ]


def test_a_month_for_which_nobody_was_billed_is_asked_about(book_with: Callable[..., Desk]) -> None:
    desk = book_with(members=2, fee=450)
    assert (checked(desk).unbilled, checked(desk).questions) == (Unbilled(fees=2), ("bills",))
    desk.bill("2026-09")
    assert (checked(desk).unbilled, checked(desk).questions) == (Unbilled(), ())


@pytest.mark.parametrize("every", ["two-months", "quarter", "year"])
def test_a_longer_period_is_asked_about_when_it_is_over(
    book_with: Callable[..., Desk], every: str
) -> None:
    desk = book_with(members=2)
    tariff(desk, {"connection_type": "household", "fixed": "450"}, every=every)
    desk.clock.now += timedelta(days=120)
    first = {"two-months": 7, "quarter": 7, "year": 1}[every]
    last = {"two-months": 8, "quarter": 9, "year": 12}[every]
    for number in range(first, last):
        assert "bills" not in checked(desk, Month(2026, number)).questions
    assert checked(desk, Month(2026, last)).unbilled == Unbilled(fees=2)
    desk.bill(f"2026-{first:02}")
    desk.join(household("Late"), on=date(2026, 2, 1))  # too late for the run of bills
    assert "bills" not in checked(desk, Month(2026, last)).questions


def test_connections_without_any_price_are_asked_about(book_with: Callable[..., Desk]) -> None:
    desk = book_with(members=2)
    assert checked(desk).unbilled == Unbilled(without_price=2)
    assert checked(desk).questions == ("bills",)
    desk.adopt(450, since="2026-10")
    assert checked(desk).unbilled == Unbilled(without_price=2)


def test_a_book_without_connections_is_not_asked_for_bills(book_with: Callable[..., Desk]) -> None:
    assert checked(book_with()).questions == ()


def test_receipts_that_are_missing_are_named(desk: Desk) -> None:
    with desk.book.write(Signing()) as writing:  # as after a restore: numbers go on behind a gap
        writing.driver.execute("UPDATE money_line SET receipt=7 WHERE receipt=2")
    assert checked(desk).receipts.missing == (Span(first=2, last=6),)
    assert "receipts" in checked(desk).questions


@pytest.fixture
def closed(desk: Desk) -> Desk:
    ready(desk)
    desk.close("2026-09")
    return desk


def late(desk: Desk) -> dict[str, Callable[..., Any]]:
    return {
        "payment": lambda **day: desk.pay("1", 5, **day),
        "grant": lambda **day: desk.get(5, **day),
        "expense": lambda **day: desk.spend(5, **day),
        "owed": lambda **day: desk.owe(5, **day),
        "advance": lambda **day: desk.advance(5, **day),
        "move": lambda **day: desk.move(CASH, BANK, 5, **day),
        "count": lambda **day: desk.count(2960, **day),
        "bill": lambda **day: desk.bill_one("1", 5, **day),
        "everyone": lambda **day: desk.bill("2026-09", **day),
        "opening": lambda **day: desk.open(opening("debt", 5, member="1"), **day),
        "household": lambda **day: desk.do(
            members.join, members.JoinRequest(lines=(household(),), **day)
        ),
    }


@pytest.mark.parametrize(
    "what",
    ["payment", "grant", "expense", "owed", "advance", "move", "count", "bill", "everyone",
     "opening", "household"],
)  # fmt: skip
def test_a_closed_month_takes_no_more_entries(closed: Desk, what: str) -> None:
    before = closed.entries()
    with pytest.raises(errors.ClosedMonthError) as refused:
        late(closed)[what](on=LAST)
    assert (refused.value.day, refused.value.open_from) == ("2026-09-30", "2026-10-01")
    assert refused.value.field == "on"
    assert closed.entries() == before


def test_the_door_itself_is_closed(closed: Desk) -> None:
    from imt_desktop.committee.entries import WaterSystemNamed

    with pytest.raises(errors.ClosedMonthError), closed.book.write(Signing()) as writing:
        writing.append(WaterSystemNamed(system=1, name="Spring"), on=LAST)


def test_what_comes_late_is_booked_today_and_says_for_when(closed: Desk) -> None:
    line = payments.PaymentLine(member="1", amount=kes(5).decimal)
    for concerns in ("2026-09", "2026-09-14"):
        wanted = payments.PaymentRequest(lines=(line,), concerns=concerns)
        closed.do(payments.receive, wanted)
        recorded = closed.see(lambda book: book.recorded(book.head().seq))
        assert (recorded.on, recorded.envelope.concerns_on) == (TODAY, concerns)
    for wrong, error in (
        ("September", errors.ConcernsError),
        ("2026-13", errors.ConcernsError),
        ("2026-9-1", errors.ConcernsError),
        ("2027-01", errors.FutureDayError),
    ):
        with pytest.raises(error) as refused:
            closed.do(payments.receive, payments.PaymentRequest(lines=(line,), concerns=wrong))
        assert refused.value.field == "concerns"


def test_cancelling_something_of_a_closed_month_is_a_line_of_the_open_one(closed: Desk) -> None:
    september = closed.see(income_and_expenditure, SEPTEMBER.period)
    spent = next(
        line for line in closed.see(cash_book, SEPTEMBER.period).lines if line.voucher == "17"
    )
    closed.void(spent.ref.entry)
    assert closed.see(income_and_expenditure, SEPTEMBER.period) == september
    october = closed.see(cash_book, Month(2026, 10).period)
    assert [(line.what, line.came) for line in october.lines] == [("void", kes(700))]
    assert closed.balance() == kes(3660)
    (still,) = [
        line for line in closed.see(cash_book, SEPTEMBER.period).lines if line.ref == spent.ref
    ]
    assert still.void is not None
    assert verify(closed.book.path, ROOMS).problems == ()


def test_a_paper_of_the_bank_that_comes_after_the_closing_is_taken(desk: Desk) -> None:
    close_august(desk)
    desk.count(2960, on=LAST)
    desk.close("2026-09", bank="no-paper")
    desk.compare(6000, LAST)


@given(st.sets(st.integers(0, 60)), st.integers(0, 60), st.integers(0, 60))
def test_gaps_are_what_is_not_there(there: set[int], first: int, last: int) -> None:
    found = gaps(there, first, last)
    missing = [n for span in found for n in range(span.first, span.last + 1)]
    assert missing == [n for n in range(first, last + 1) if n not in there]
    assert how_many(found) == len(missing)


# Signatures


def close_signed(desk: Desk, **answers: str) -> None:
    desk.open(opening("account", 100, account=CASH), on=LAST)
    desk.count(100, on=LAST)
    desk.close("2026-09", bills="yes", **answers)


def test_a_closing_is_signed_by_two_and_relatives_are_asked(signed: Desk) -> None:
    signed.who = ALONE
    with pytest.raises(errors.UnansweredError) as refused:
        close_signed(signed)
    assert refused.value.questions == ("relatives",)
    with pytest.raises(SecondOfficerNeededError) as alone:
        signed.close("2026-09", bills="yes", relatives="no")
    assert alone.value.act == "closing"
    signed.who = Signing(1, countersigned=(AUDITOR,), signature="pin")
    recorded = signed.close("2026-09", bills="yes", relatives="no")
    assert recorded.envelope.countersigned == (AUDITOR,)


def test_a_new_pin_without_the_old_one_is_asked_about(signed: Desk) -> None:
    set_pin(signed, SECRETARY, "314159", witness=1)
    assert "pins" in signed.see(checklist, Month(2026, 10), TODAY).questions
    assert signed.see(checklist, SEPTEMBER, TODAY).pins == ()
    signed.who = BOTH


def test_a_committee_without_pins_closes_unsigned(desk: Desk) -> None:
    ready(desk)
    envelope = desk.close("2026-09").envelope
    assert (envelope.signature, envelope.countersigned) == ("unsigned", ())


def test_a_clock_set_back_into_a_closed_month_books_nothing(closed: Desk) -> None:
    closed.clock.now -= timedelta(days=30)
    with pytest.raises(journal_errors.ClockBehindError):
        closed.pay("1", 5)
    with (
        pytest.raises(errors.ClosedMonthError),
        closed.book.write(Signing(), today=date(2026, 9, 14)) as writing,
    ):
        line = payments.PaymentLine(member="1", amount=kes(5).decimal)
        payments.receive(writing, payments.PaymentRequest(lines=(line,)))


# Whatever happens, a closed month stays as it was signed

steps = st.one_of(
    st.tuples(
        st.sampled_from(["pay", "spend", "get", "move", "bill", "advance"]),
        st.integers(1, 3000), st.integers(0, 100),
    ),
    st.tuples(st.just("void"), st.integers(0, 50), st.just(0)),
    st.tuples(st.just("close"), st.just(0), st.just(0)),
)  # fmt: skip


class Months:
    """A desk at which months are closed, and the figures that were signed."""

    def __init__(self, folder: Path) -> None:
        self.desk = book_in(folder, members=3, fee=450)
        self.signed: dict[str, dict[int, int]] = {}
        self.made: list[int] = []
        self.references = 0

    def step(self, what: str, amount: int, back: int) -> None:
        if what == "close":
            self.close()
        elif what == "void":
            self.void(amount)
        else:
            self.book(what, amount, TODAY - timedelta(days=back))

    def book(self, what: str, amount: int, day: date) -> None:
        desk, self.references = self.desk, self.references + 1
        jobs: dict[str, Callable[[], int]] = {
            "pay": lambda: desk.pay(str(amount % 3 + 1), amount, on=day).entry,
            "spend": lambda: desk.spend(amount, account=BANK, on=day, voucher="1").seq,
            "get": lambda: (
                desk.get(amount, account=BANK, on=day, reference=f"R{self.references}").seq
            ),
            "move": lambda: desk.move(CASH, BANK, amount, on=day).seq,
            "bill": lambda: desk.bill_one("1", amount, on=day).seq,
            "advance": lambda: desk.advance(amount, on=day, voucher="2").seq,
        }
        if self.open_from and day < self.open_from:
            with pytest.raises(errors.ClosedMonthError):
                jobs[what]()
        else:
            self.made.append(jobs[what]())

    def void(self, pick: int) -> None:
        if self.made:
            self.desk.void(self.made.pop(pick % len(self.made)))

    def close(self) -> None:
        month = self.desk.see(due_month)
        if month >= Month.of(TODAY):
            return
        cash = self.desk.see(balance_before, month.shift(1).first, CASH)
        if cash.minor < 0:  # nobody can count less than nothing
            return
        self.desk.count(str(cash.decimal), on=month.last)
        recorded = self.desk.close(
            str(month),
            bank="no-paper",
            same_day="yes",
            vouchers="yes",
            unknown="yes",
            bills="yes",
        )
        assert isinstance(recorded.entry, MonthClosed)
        before = self.signed.get(str(month.shift(-1)))
        for one in recorded.entry.accounts:
            assert one.brought + one.opened + one.came - one.went + one.moved == one.carried
            assert before is None or one.brought == before[one.account]
        self.signed[str(month)] = {one.account: one.carried for one in recorded.entry.accounts}

    @property
    def open_from(self) -> date | None:
        return Month.parse(max(self.signed)).shift(1).first if self.signed else None

    def stays(self) -> None:
        for month, accounts in self.signed.items():
            after = Month.parse(month).shift(1).first
            for account, carried in accounts.items():
                assert self.desk.see(balance_before, after, account).minor == carried


@settings(max_examples=40)
@given(st.lists(steps, max_size=30))
def test_a_closed_month_stays_as_it_was_signed(
    tmp_path_factory: pytest.TempPathFactory, wanted: list[tuple[str, int, int]]
) -> None:
    months = Months(tmp_path_factory.mktemp("book"))
    with closing(months.desk.book):
        for step in wanted:
            months.step(*step)
            months.stays()
        assert verify(months.desk.book.path, ROOMS).problems == ()


def test_an_old_balance_that_comes_after_a_closing_needs_two(signed: Desk) -> None:
    signed.who = ALONE
    signed.open(opening("ahead", 50, member="1"), on=LAST)  # while the old book is taken over
    signed.who = BOTH
    close_signed(signed, relatives="no")
    signed.who = ALONE
    with pytest.raises(SecondOfficerNeededError) as refused:
        signed.open(opening("ahead", 5000, member="1"))
    assert refused.value.act == "opening"
    signed.who = BOTH
    signed.open(opening("ahead", 5000, member="1"))
    assert signed.ahead("1") == kes(5050)


def test_what_a_certificate_has_counted_is_cancelled_by_two(signed: Desk) -> None:
    signed.who = BOTH
    paid = signed.pay("1", 450, on=LAST)
    signed.count(450, on=LAST)
    signed.close("2026-09", bills="yes", relatives="no")
    signed.who = ALONE
    with pytest.raises(SecondOfficerNeededError) as refused:
        signed.void(paid.entry)
    assert refused.value.act == "void"
    assert signed.see(proof.proof, Ref(paid.entry, 1)).closed
    signed.who = BOTH
    signed.void(paid.entry)
