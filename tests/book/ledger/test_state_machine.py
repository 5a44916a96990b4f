"""Whatever officers do in whatever order, the book equals a second ledger and adds up."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from builders import TODAY, book_in, expense, household, kes, opening
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from imt_desktop.journal import Ref, store
from imt_desktop.journal.rebuild import rebuild_aside
from imt_desktop.ledger import errors, expenses, register
from imt_desktop.oversight.whole import ROOMS

from .reference import Bill, Credit, Item, Line, Model

FEE = "450.55"  # so that a shared tap splits unevenly

amounts = st.integers(1, 1500)
accounts = st.sampled_from([1, 2, 3])
picks = st.integers(0, 40)
shares = st.integers(1, 100)
days = st.integers(0, 150).map(lambda back: TODAY - timedelta(days=back))
months = st.sampled_from(["2026-08", "2026-09", "2026-10"])
LAST_DAYS = {"2026-08": "2026-08-31", "2026-09": "2026-09-30", "2026-10": "2026-10-31"}


class Officers(RuleBasedStateMachine):
    """Officers at work."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.desk = book_in(self.folder, fee=FEE)
        self.model = Model()
        self.references = 0

    def teardown(self) -> None:
        try:
            self.a_rebuilt_book_equals_the_book()
        finally:
            self.desk.book.close()
            shutil.rmtree(self.folder)

    # Members

    @initialize(count=st.integers(2, 4))
    def begin(self, count: int) -> None:
        self.join(count)

    @precondition(lambda self: len(self.model.members) < 8)
    @rule(count=st.integers(1, 2))
    def join(self, count: int) -> None:
        self.desk.join(*[household() for _ in range(count)])
        for _ in range(count):
            number = len(self.model.members) + 1
            self.model.members.append(number)
            self.model.held[max(self.model.held, default=0) + 1] = [number]

    @rule(one=picks, other=picks)
    def share_a_tap(self, one: int, other: int) -> None:
        holders = list(dict.fromkeys([self.member(one), self.member(other)]))
        self.desk.connect(*map(str, holders))
        self.model.held[max(self.model.held) + 1] = holders

    @rule(tap=picks, one=picks, other=picks, moves=st.booleans())
    def hand_a_tap_over(self, tap: int, one: int, other: int, moves: bool) -> None:
        connection = sorted(self.model.held)[tap % len(self.model.held)]
        holders = list(dict.fromkeys([self.member(one), self.member(other)]))
        debt = "moves" if moves else "stays"
        recorded = self.desk.hand_over(connection, *map(str, holders), debt=debt)
        self.model.hand_over(recorded.seq, connection, holders, moves)

    # Bills

    @rule(month=months, day=days)
    def bill_a_month(self, month: str, day: date) -> None:
        wanted = self.model.month(month, kes(FEE).minor)
        if not wanted:
            with pytest.raises(errors.NobodyToBillError):
                self.desk.bill(month, on=day)
            return
        seq = self.desk.bill(month, on=day).seq
        for number, (connection, member, share) in enumerate(wanted, 1):
            bill = Bill(member, share, share, LAST_DAYS[month], connection, month)
            self.model.bill(Ref(seq, number), bill)

    @rule(member=picks, amount=amounts, due=days)
    def bill_one(self, member: int, amount: int, due: date) -> None:
        who = self.member(member)
        seq = self.desk.bill_one(str(who), amount, due_on=due).seq
        bill = Bill(who, amount * 100, amount * 100, due.isoformat())
        self.model.bill(Ref(seq), bill)

    @precondition(lambda self: self.model.bills)
    @rule(pick=picks, amount=st.integers(0, 900))
    def correct(self, pick: int, amount: int) -> None:
        ref = sorted(self.model.bills, key=lambda r: (r.entry, r.line))[
            pick % len(self.model.bills)
        ]
        bill = self.model.bills[ref]
        if not bill.live:
            with pytest.raises(errors.NoSuchBillError):
                self.desk.correct(ref, amount)
        elif bill.amount == amount * 100:
            with pytest.raises(errors.SameAmountError):
                self.desk.correct(ref, amount)
        elif self.model.correct(ref, self.desk.entries() + 1, amount * 100):
            self.desk.correct(ref, amount)
        else:
            with pytest.raises(errors.NotEnoughError):
                self.desk.correct(ref, amount)

    @precondition(lambda self: any(bill.live for bill in self.model.bills.values()))
    @rule(pick=picks, disputed=st.booleans())
    def dispute(self, pick: int, disputed: bool) -> None:
        live = [ref for ref, bill in self.model.bills.items() if bill.live]
        ref = live[pick % len(live)]
        self.desk.dispute(ref, disputed)
        self.model.bills[ref].disputed = disputed

    # Payments

    @rule(member=picks, amount=amounts, account=accounts, day=days)
    def pay(self, member: int, amount: int, account: int, day: date) -> None:
        who = self.member(member)
        before = self.model.owed(who)
        receipt = self.desk.pay(
            str(who), amount, account=account, on=day, reference=self.reference()
        )
        self.model.pay(Ref(receipt.entry), who, amount * 100, account)
        assert receipt.number == self.model.receipts
        assert receipt.before.minor == before
        assert receipt.after.minor == self.model.owed(who)

    @rule(amount=amounts, account=accounts)
    def receive_unknown(self, amount: int, account: int) -> None:
        seq = self.desk.get(amount, "unknown", account=account, reference=self.reference()).seq
        self.model.spend(Ref(seq), -amount * 100, account)
        self.model.items[Ref(seq)] = Item("unknown", amount * 100, amount * 100)

    @precondition(lambda self: self.open("unknown"))
    @rule(pick=picks, member=picks)
    def identify(self, pick: int, member: int) -> None:
        ref, who = self.pick("unknown", pick), self.member(member)
        amount = self.model.items[ref].open
        receipt = self.desk.identify(ref, str(who))
        self.model.pay(Ref(receipt.entry), who, amount, None, ref)

    @rule(member=picks, share=shares, account=accounts)
    def refund(self, member: int, share: int, account: int) -> None:
        who = self.member(member)
        there = self.model.ahead(who) // 100
        amount = max(1, there * share // 100)
        if not there:
            with pytest.raises(errors.NotEnoughError):
                self.desk.refund(str(who), amount, account=account)
            return
        seq = self.desk.refund(str(who), amount, account=account).seq
        self.model.refund(Ref(seq), who, amount * 100, account)

    @rule(member=picks, amount=amounts, what=st.sampled_from(["debt", "ahead"]))
    def take_over_balance(self, member: int, amount: int, what: str) -> None:
        who, minor = self.member(member), amount * 100
        ref = Ref(self.desk.open(opening(what, amount, member=str(who))).seq)
        if what == "debt":
            self.model.bills[ref] = Bill(who, minor, minor, TODAY.isoformat())
        else:
            self.model.credits[ref] = Credit(who, minor, minor, None)
        self.model.lines[ref] = Line()

    # Other money

    @rule(amounts=st.lists(amounts, min_size=1, max_size=3), account=accounts, day=days)
    def spend(self, amounts: list[int], account: int, day: date) -> None:
        lines = tuple(expense(amount, account=account, on=day) for amount in amounts)
        seq = self.desk.do(expenses.spend, expenses.ExpenseRequest(lines=lines)).seq
        for number, amount in enumerate(amounts, 1):
            self.model.spend(Ref(seq, number), amount * 100, account)

    @rule(amount=amounts, account=accounts)
    def grant(self, amount: int, account: int) -> None:
        seq = self.desk.get(amount, account=account, reference=self.reference()).seq
        self.model.spend(Ref(seq), -amount * 100, account)
        self.model.receipts += 1

    @rule(amount=amounts)
    def owe(self, amount: int) -> None:
        ref = Ref(self.desk.owe(amount).seq)
        self.model.items[ref] = Item("owed", amount * 100, amount * 100)
        self.model.lines[ref] = Line()

    @precondition(lambda self: self.open("owed"))
    @rule(pick=picks, share=shares, account=accounts)
    def pay_owed(self, pick: int, share: int, account: int) -> None:
        ref = self.pick("owed", pick)
        amount = max(1, self.model.items[ref].open * share // 10_000)
        seq = self.desk.pay_owed(ref, amount, account=account).seq
        self.model.spend(Ref(seq), amount * 100, account)
        self.model.use_item(Ref(seq), ref, amount * 100)

    @rule(amount=amounts, account=accounts)
    def give_advance(self, amount: int, account: int) -> None:
        ref = Ref(self.desk.advance(amount, account=account).seq)
        self.model.spend(ref, amount * 100, account)
        self.model.items[ref] = Item("advance", amount * 100, amount * 100)

    @precondition(lambda self: self.open("advance"))
    @rule(pick=picks, share=shares, account=accounts)
    def settle_advance(self, pick: int, share: int, account: int) -> None:
        ref = self.pick("advance", pick)
        left = self.model.items[ref].open // 100
        spent = max(1, left * share // 100)
        back = (left - spent) // 2
        seq = self.desk.settle_advance(ref, expense(spent), returned=back, account=account).seq
        self.model.whole.add(seq)
        self.model.lines[Ref(seq)] = Line()
        self.model.use_item(Ref(seq), ref, spent * 100)
        if back:
            self.model.spend(Ref(seq, 2), -back * 100, account)
            self.model.use_item(Ref(seq, 2), ref, back * 100)

    @rule(source=accounts, into=accounts, amount=amounts)
    def move(self, source: int, into: int, amount: int) -> None:
        if source == into:
            with pytest.raises(errors.SameAccountError):
                self.desk.move(source, into, amount)
            return
        ref = Ref(self.desk.move(source, into, amount).seq)
        self.model.lines[ref] = Line({source: -amount * 100, into: amount * 100})
        self.model.cash[source] -= amount * 100
        self.model.cash[into] += amount * 100

    # Cancelling

    @precondition(lambda self: any(self.model.voidable()))
    @rule(pick=picks, whole=st.booleans(), line=picks)
    def void(self, pick: int, whole: bool, line: int) -> None:
        entries = list(self.model.voidable())
        seq = entries[-1 - pick % len(entries)]
        lines = self.model.of_entry(seq)
        if not whole and seq not in self.model.whole:
            lines = [lines[line % len(lines)]]
        later = set().union(*(self.model.relying(ref) for ref in lines))
        number = lines[0].line if len(lines) == 1 else 0
        if len(lines) == 1 and len(self.model.of_entry(seq)) == 1:
            number = 0
        if later:
            with pytest.raises(errors.ReliedOnError) as refused:
                self.desk.void(seq, number)
            assert set(refused.value.later) == later
        else:
            self.desk.void(seq, number)
            self.model.void(lines)

    @precondition(lambda self: any(not line.live for line in self.model.lines.values()))
    @rule(pick=picks)
    def void_again(self, pick: int) -> None:
        gone = [ref for ref, line in self.model.lines.items() if not line.live]
        ref = gone[pick % len(gone)]
        if ref.entry in self.model.whole:
            return
        with pytest.raises(errors.NothingToCancelError):
            self.desk.void(ref.entry, ref.line)

    # What must always be true

    @invariant()
    def accounts_equal_the_second_ledger_and_their_postings(self) -> None:
        assert dict(self.desk.rows("SELECT id, balance FROM account")) == self.model.cash
        posted = dict(
            self.desk.rows(
                "SELECT account, sum(amount) FROM posting WHERE void IS NULL"
                " AND account IS NOT NULL GROUP BY account"
            )
        )
        assert {account: posted.get(account, 0) for account in self.model.cash} == self.model.cash

    @invariant()
    def months_are_their_postings(self) -> None:
        assert not self.desk.rows(
            "SELECT account, kind, month, sum(came), sum(went) FROM ("
            " SELECT account, kind, month, amount_in AS came, amount_out AS went"
            " FROM account_month UNION ALL"
            " SELECT coalesce(account,0), kind, substr(effective_on,1,7), -max(amount,0),"
            " min(amount,0) FROM posting WHERE void IS NULL"
            ") GROUP BY 1, 2, 3 HAVING sum(came)<>0 OR sum(went)<>0"
        )

    @invariant()
    def changes_of_kind_come_to_nothing(self) -> None:
        assert not self.desk.rows(
            "SELECT seq, sum(amount) FROM posting p WHERE void IS NULL AND NOT EXISTS"
            " (SELECT 1 FROM posting q WHERE q.seq=p.seq AND q.line=p.line AND q.account>0)"
            " GROUP BY seq, line HAVING sum(amount)<>0"
        )

    @invariant()
    def bills_equal_the_second_ledger(self) -> None:
        kept = {
            Ref(*row[:2]): row[2:]
            for row in self.desk.rows(
                "SELECT seq, line, member, amount, open, void IS NULL FROM bill"
            )
        }
        assert kept == {
            ref: (bill.member, bill.amount, bill.open, bill.live)
            for ref, bill in self.model.bills.items()
        }
        for ref, bill in self.model.bills.items():
            paid = sum(one.amount for one in self.model.settled if one.bill == ref)
            if bill.live:
                assert bill.amount == bill.open + paid + sum(bill.moved.values())
            else:
                assert (bill.open, paid) == (0, 0)

    @invariant()
    def a_payment_is_what_it_settled_what_was_given_back_and_what_is_left(self) -> None:
        settled = {
            (Ref(*row[:2]), Ref(*row[2:4])): row[4]
            for row in self.desk.rows(
                "SELECT bill_seq, bill_line, payment_seq, payment_line, sum(amount)"
                " FROM settlement WHERE void IS NULL GROUP BY 1, 2, 3, 4 HAVING sum(amount)<>0"
            )
        }
        wanted: dict[tuple[Ref, Ref], int] = {}
        for one in self.model.settled:
            key = (one.bill, one.payment)
            wanted[key] = wanted.get(key, 0) + one.amount
        assert settled == wanted
        for seq, line, left, live in self.desk.rows(
            "SELECT seq, line, left_over, void IS NULL FROM credit"
        ):
            credit = self.model.credits[Ref(seq, line)]
            assert (left, bool(live)) == (credit.left, credit.live)
            used = sum(part for (_, payment), part in settled.items() if payment == Ref(seq, line))
            if live:
                assert credit.amount == left + used + self.model.refunded(Ref(seq, line))
            else:
                assert (left, used) == (0, 0)

    @invariant()
    def members_owe_their_open_bills(self) -> None:
        for number, owed, ahead in self.desk.rows("SELECT id, owed, ahead FROM member"):
            assert (owed, ahead) == (self.model.owed(number), self.model.ahead(number))
        assert not self.desk.rows("SELECT 1 FROM bill WHERE open<0")
        assert not self.desk.rows("SELECT 1 FROM credit WHERE left_over<0")

    @invariant()
    def a_members_history_ends_with_the_balance(self) -> None:
        for number in self.model.members:
            card = self.desk.see(register.card, str(number))
            ends = card.history[-1].balance if card.history else kes(0)
            assert ends == card.member.owed - card.member.ahead

    @invariant()
    def open_items_equal_the_second_ledger(self) -> None:
        kept = self.desk.rows("SELECT seq, line, what, open FROM open_item ORDER BY seq, line")
        assert {Ref(*row[:2]): row[2:] for row in kept} == {
            ref: (item.what, item.open) for ref, item in self.model.items.items()
        }

    @invariant()
    def receipts_have_no_gaps(self) -> None:
        numbers = [
            row[0]
            for row in self.desk.rows(
                "SELECT receipt FROM money_line WHERE receipt IS NOT NULL ORDER BY 1"
            )
        ]
        assert numbers == list(range(1, self.model.receipts + 1))

    def a_rebuilt_book_equals_the_book(self) -> None:
        aside = sqlite3.connect(":memory:")
        try:
            self.desk.see(lambda reading: rebuild_aside(reading.driver, ROOMS, aside))
            _kept, derived = store.schema(ROOMS)
            assert derived
            for room in ROOMS.all:
                for table in room.tables.sorted_tables:
                    sql = f'SELECT * FROM "{table.name}"'
                    assert sorted(aside.execute(sql), key=repr) == sorted(
                        self.desk.rows(sql), key=repr
                    ), table.name
        finally:
            aside.close()

    # Choosing

    def member(self, pick: int) -> int:
        return self.model.members[pick % len(self.model.members)]

    def reference(self) -> str:
        self.references += 1
        return f"QK{self.references}"

    def open(self, what: str) -> list[Ref]:
        return [
            ref for ref, item in self.model.items.items() if item.what == what and item.open >= 100
        ]

    def pick(self, what: str, pick: int) -> Ref:
        return self.open(what)[pick % len(self.open(what))]


TestOfficers = Officers.TestCase
TestOfficers.settings = settings(max_examples=30, stateful_step_count=25, deadline=None)
