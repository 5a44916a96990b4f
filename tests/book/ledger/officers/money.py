"""Bills, payments and all other money, as officers book it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from imt_desktop.journal import Ref
from imt_desktop.ledger import errors, expenses, openings, payments
from tests.builders import TODAY, expense, opening

from .reference import Bill, Credit, Item, Line, place_of
from .state import LAST_DAYS, Officers, accounts, amounts, days, months, picks, shares

has_members = precondition(lambda self: self.model.numbers)


class Billing(Officers):
    """What members are asked to pay."""

    @rule(month=months, day=days)
    def bill_a_month(self, month: str, day: date) -> None:
        number = self.model.tariff_for(month)
        if number is None:
            with pytest.raises(errors.NoTariffError):
                self.desk.bill(month)
            return
        ended = min(date.fromisoformat(LAST_DAYS[month]), TODAY)
        wanted = self.model.month(month, ended, self.model.tariffs[number].fee)
        if not wanted:
            with pytest.raises((errors.NobodyToBillError, errors.NobodyYetError)):
                self.desk.bill(month, on=self.day(day))
            return
        seq = self.desk.bill(month, on=self.day(day)).seq
        for line, (tap, member, share) in enumerate(wanted, 1):
            bill = Bill(member, share, share, LAST_DAYS[month], tap, month, number)
            self.model.bill(Ref(seq, line), bill)

    @has_members
    @rule(member=picks, amount=amounts, due=days)
    def bill_one(self, member: int, amount: int, due: date) -> None:
        who = self.member(member)
        seq = self.desk.bill_one(self.number(who), amount, due_on=due).seq
        self.model.bill(Ref(seq), Bill(who, amount * 100, amount * 100, due.isoformat()))

    @precondition(lambda self: self.model.bills)
    @rule(pick=picks, amount=st.integers(0, 900))
    def correct(self, pick: int, amount: int) -> None:
        refs = sorted(self.model.bills, key=place_of)
        ref = refs[pick % len(refs)]
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
            with pytest.raises(errors.DebtMovedError):
                self.desk.correct(ref, amount)

    @precondition(lambda self: any(bill.live for bill in self.model.bills.values()))
    @rule(pick=picks, disputed=st.booleans())
    def dispute(self, pick: int, disputed: bool) -> None:
        live = [ref for ref, bill in self.model.bills.items() if bill.live]
        ref = live[pick % len(live)]
        self.desk.dispute(ref, disputed)
        self.model.bills[ref].disputed = disputed


class Till(Officers):
    """Payments of members, and money that was paid ahead."""

    @has_members
    @rule(member=picks, amount=amounts, account=accounts, day=days)
    def pay(self, member: int, amount: int, account: int, day: date) -> None:
        who = self.member(member)
        before = self.model.owed(who)
        receipt = self.desk.pay(
            self.number(who), amount, account=account, on=self.day(day), reference=self.reference()
        )
        self.model.pay(Ref(receipt.entry), who, amount * 100, account)
        assert receipt.number == self.model.receipts
        assert receipt.before.minor == before
        assert receipt.after.minor == self.model.owed(who)

    @has_members
    @rule(paid=st.lists(st.tuples(picks, amounts), min_size=2, max_size=4), account=accounts)
    def pay_a_list(self, paid: list[tuple[int, int]], account: int) -> None:
        lines = tuple(
            payments.PaymentLine(
                member=self.number(self.member(member)), amount=Decimal(amount), account=account,
                reference=self.reference(),
            )
            for member, amount in paid
        )  # fmt: skip
        receipts = self.desk.do(payments.receive, payments.PaymentRequest(lines=lines))
        for receipt, (member, amount) in zip(receipts, paid, strict=True):
            who = self.member(member)
            assert receipt.before.minor == self.model.owed(who)
            self.model.pay(Ref(receipt.entry, receipt.line), who, amount * 100, account)
            assert receipt.number == self.model.receipts
            assert receipt.after.minor == self.model.owed(who)

    @has_members
    @rule(member=picks, months=st.integers(1, 3), account=accounts)
    def pay_ahead(self, member: int, months: int, account: int) -> None:
        who = self.member(member)
        amount = self.model.owed(who) + 45_055 * months
        receipt = self.desk.pay(
            self.number(who), Decimal(amount) / 100, account=account, reference=self.reference()
        )
        self.model.pay(Ref(receipt.entry), who, amount, account)
        assert receipt.ahead.minor == 45_055 * months

    @rule(amount=amounts, account=accounts)
    def receive_unknown(self, amount: int, account: int) -> None:
        seq = self.desk.get(amount, "unknown", account=account, reference=self.reference()).seq
        self.model.spend(Ref(seq), -amount * 100, account)
        self.model.items[Ref(seq)] = Item("unknown", amount * 100, amount * 100)

    @precondition(lambda self: self.model.numbers and self.model.open("unknown"))
    @rule(pick=picks, member=picks)
    def identify(self, pick: int, member: int) -> None:
        ref, who = self.item(pick, "unknown"), self.member(member)
        amount = self.model.items[ref].open
        receipt = self.desk.identify(ref, self.number(who))
        self.model.pay(Ref(receipt.entry), who, amount, None, ref)

    @has_members
    @rule(member=picks, share=shares, account=accounts)
    def refund(self, member: int, share: int, account: int) -> None:
        who = self.member(member)
        there = self.model.ahead(who) // 100
        amount = max(1, there * share // 100)
        if not there:
            with pytest.raises(errors.NotEnoughError):
                self.desk.refund(self.number(who), amount, account=account)
            return
        seq = self.desk.refund(self.number(who), amount, account=account).seq
        self.model.refund(Ref(seq), who, amount * 100, account)


class OldBook(Officers):
    """What the old book hands over."""

    @has_members
    @rule(
        taken=st.lists(
            st.tuples(
                picks, amounts, st.sampled_from(["debt", "ahead", "account", "owed", "loan"])
            ),
            min_size=1,
            max_size=4,
        )
    )
    def take_over(self, taken: list[tuple[int, int, str]]) -> None:
        lines = tuple(
            opening(what, amount, member=self.number(self.member(pick)))
            if what in ("debt", "ahead")
            else opening(what, amount, account=1 + pick % 3 if what == "account" else None)
            for pick, amount, what in taken
        )
        seq = self.desk.open(*lines).seq
        for line, (pick, amount, what) in enumerate(taken, 1):
            ref, amount = Ref(seq, line), amount * 100
            self.model.lines[ref] = Line()
            if what == "account":
                self.model.spend(ref, -amount, 1 + pick % 3)
            elif what == "debt":
                who, due = self.member(pick), TODAY.isoformat()
                self.model.bills[ref] = Bill(who, amount, amount, due)
            elif what == "ahead":
                self.model.credits[ref] = Credit(self.member(pick), amount, amount)
            else:
                self.model.items[ref] = Item(what, amount, amount)

    @rule()
    def confirm_all(self) -> None:
        unconfirmed = [
            Ref(*row)
            for row in self.desk.rows(
                "SELECT seq, line FROM bill WHERE confirmed=0 AND void IS NULL UNION"
                " SELECT seq, line FROM credit WHERE confirmed=0 AND void IS NULL"
            )
        ]
        wanted = openings.ConfirmRequest(balances=tuple(unconfirmed))
        if unconfirmed:
            self.desk.do(openings.confirm, wanted)
            return
        with pytest.raises(errors.EmptyRequestError):
            self.desk.do(openings.confirm, wanted)


class OtherMoney(Officers):
    """Money in and out without a member."""

    @rule(amounts=st.lists(amounts, min_size=1, max_size=3), account=accounts, day=days)
    def spend(self, amounts: list[int], account: int, day: date) -> None:
        lines = tuple(expense(amount, account=account, on=self.day(day)) for amount in amounts)
        seq = self.desk.do(expenses.spend, expenses.ExpenseRequest(lines=lines)).seq
        for number, amount in enumerate(amounts, 1):
            self.model.spend(Ref(seq, number), amount * 100, account)

    @rule(amount=amounts, account=accounts, kind=st.sampled_from(["grant", "loan"]))
    def get(self, amount: int, account: int, kind: str) -> None:
        seq = self.desk.get(amount, kind, account=account, reference=self.reference()).seq
        self.model.spend(Ref(seq), -amount * 100, account)
        self.model.receipts += 1
        if kind == "loan":
            self.model.items[Ref(seq)] = Item("loan", amount * 100, amount * 100)

    @rule(amount=amounts)
    def owe(self, amount: int) -> None:
        ref = Ref(self.desk.owe(amount).seq)
        self.model.items[ref] = Item("owed", amount * 100, amount * 100)
        self.model.lines[ref] = Line()

    @precondition(lambda self: self.model.open("owed", "loan"))
    @rule(pick=picks, share=shares, account=accounts)
    def pay_owed(self, pick: int, share: int, account: int) -> None:
        ref = self.item(pick, "owed", "loan")
        amount = max(1, self.model.items[ref].open * share // 10_000)
        seq = self.desk.pay_owed(ref, amount, account=account).seq
        self.model.spend(Ref(seq), amount * 100, account)
        self.model.use_item(Ref(seq), ref, amount * 100)

    @rule(amount=amounts, account=accounts)
    def give_advance(self, amount: int, account: int) -> None:
        ref = Ref(self.desk.advance(amount, account=account).seq)
        self.model.spend(ref, amount * 100, account)
        self.model.items[ref] = Item("advance", amount * 100, amount * 100)

    @precondition(lambda self: self.model.open("advance"))
    @rule(pick=picks, share=st.integers(0, 100), account=accounts)
    def settle_advance(self, pick: int, share: int, account: int) -> None:
        ref = self.item(pick, "advance")
        left = self.model.items[ref].open // 100
        spent = left * share // 100
        back = (left - spent + 1) // 2
        lines = (expense(spent),) if spent else ()
        seq = self.desk.settle_advance(ref, *lines, returned=back, account=account).seq
        self.model.whole.add(seq)
        self.model.lines[Ref(seq)] = Line()
        if back:
            self.model.spend(Ref(seq, 1 + len(lines)), -back * 100, account)
        self.model.use_item(Ref(seq), ref, (spent + back) * 100)

    @rule(source=accounts, into=accounts, amount=amounts, charges=st.integers(0, 3))
    def move(self, source: int, into: int, amount: int, charges: int) -> None:
        if source == into:
            with pytest.raises(errors.SameAccountError):
                self.desk.move(source, into, amount)
            return
        ref = Ref(self.desk.move(source, into, amount, charges=Decimal(charges)).seq)
        self.model.lines[ref] = Line({source: -amount * 100, into: amount * 100})
        self.model.cash[source] -= amount * 100
        self.model.cash[into] += amount * 100
        if charges:
            self.model.spend(Ref(ref.entry + 1), charges * 100, source)
