"""Short ways to make a book and to do things in it, so that a test keeps to its point."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from imt_desktop.committee.describing import CommitteeRequest
from imt_desktop.journal import Book, Reading, Recorded, Ref, Signing, Writing
from imt_desktop.ledger import (
    accounts,
    billing,
    expenses,
    income,
    members,
    openings,
    payments,
    register,
    tariffs,
    voids,
)
from imt_desktop.ledger.closing import bank, close
from imt_desktop.money import Currency, Money
from imt_desktop.oversight.whole import found

P = ParamSpec("P")
T = TypeVar("T")

KES = Currency("KES")
CASH, BANK, MOBILE = 1, 2, 3
TODAY = date(2026, 10, 14)
FIRST = date(2026, 1, 1)
"""Of the month with which a book begins."""


def kes(amount: int | str) -> Money:
    """Shillings, as somebody would write them."""
    return KES.money(Decimal(amount))


@dataclass
class Clock:
    """A clock that a test sets."""

    now: datetime = datetime(2026, 10, 14, 9, 12, tzinfo=timezone(timedelta(hours=3)))

    def __call__(self) -> datetime:
        return self.now


@dataclass
class Desk:
    """An open book with somebody at it."""

    book: Book
    clock: Clock = field(default_factory=Clock)
    who: Signing = field(default_factory=Signing)

    def do(
        self, use_case: Callable[Concatenate[Writing, P], T], *args: P.args, **more: P.kwargs
    ) -> T:
        """Do one thing, in a transaction of its own."""
        with self.book.write(self.who) as writing:
            return use_case(writing, *args, **more)

    def see(
        self, query: Callable[Concatenate[Reading, P], T], *args: P.args, **more: P.kwargs
    ) -> T:
        """Ask the book something."""
        with self.book.read() as reading:
            return query(reading, *args, **more)

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Look into the tables."""
        return self.see(lambda reading: reading.driver.execute(sql, values).fetchall())

    def entries(self) -> int:
        """Say how many entries there are."""
        return self.see(lambda reading: reading.head().seq)

    # Members and what they are asked to pay

    def join(self, *lines: members.MemberLine, on: date | None = None) -> Recorded:
        return self.do(members.join, members.JoinRequest(lines=lines, on=on))

    def adopt(self, fee: int | str = 450, since: str = "2026-01", **more: Any) -> Recorded:
        fees = (tariffs.FeeLine(connection_type="household", amount=Decimal(fee)),)
        wanted = {"name": "", "effective_from": since, "fees": fees, **more}
        write = tariffs.adopt if "decision" in more else tariffs.take_over
        return self.do(write, tariffs.TariffRequest(**wanted))

    def bill(self, month: str = "2026-10", **more: Any) -> Recorded:
        return self.do(billing.bill_everyone, billing.BillEveryoneRequest(month=month, **more))

    def bill_one(self, member: str, amount: int | str, item: str = "fine", **more: Any) -> Recorded:
        wanted = billing.BillRequest(member=member, item=item, amount=Decimal(amount), **more)
        return self.do(billing.bill_one, wanted)

    def correct(self, bill: Ref, amount: int | str, reason: str = "wrong") -> Recorded:
        wanted = billing.CorrectBillRequest(bill=bill, amount=Decimal(amount), reason=reason)
        return self.do(billing.correct_bill, wanted)

    def dispute(self, bill: Ref, disputed: bool = True) -> Recorded:
        wanted = billing.DisputeRequest(bill=bill, disputed=disputed, reason="never used it")
        return self.do(billing.dispute, wanted)

    def connect(self, *holders: str, type: str = "household", on: date | None = None) -> Recorded:
        line = members.ConnectionLine(type=type)
        wanted = members.ConnectRequest(holders=holders, connection=line, on=on)
        return self.do(members.connect, wanted)

    def hand_over(
        self, connection: int, *holders: str, debt: str = "stays", **more: Any
    ) -> Recorded:
        wanted = members.HoldersRequest(connection=connection, holders=holders, debt=debt, **more)
        return self.do(members.change_holders, wanted)

    # Money

    def pay(self, member: str, amount: int | str, **more: Any) -> payments.Receipt:
        line = payments.PaymentLine(member=member, amount=Decimal(amount), **more)
        request = payments.PaymentRequest(lines=(line,), languages=("en",))  # as the till does
        (receipt,) = self.do(payments.receive, request)
        return receipt

    def refund(self, member: str, amount: int | str, **more: Any) -> Recorded:
        wanted = payments.RefundRequest(member=member, amount=Decimal(amount), **more)
        return self.do(payments.refund, wanted)

    def get(self, amount: int | str, kind: str = "grant", **more: Any) -> Recorded:
        line = income.IncomeLine(amount=Decimal(amount), income=kind, **more)
        return self.do(income.receive_other, income.IncomeRequest(lines=(line,)))

    def identify(self, received: Ref, member: str) -> payments.Receipt:
        wanted = payments.IdentifyRequest(received=received, member=member)
        (receipt,) = self.do(payments.identify, wanted)
        return receipt

    def spend(self, amount: int | str, category: str = "fuel", **more: Any) -> Recorded:
        return self.do(
            expenses.spend, expenses.ExpenseRequest(lines=(expense(amount, category, **more),))
        )

    def owe(self, amount: int | str, category: str = "repairs", **more: Any) -> Recorded:
        return self.spend(amount, category, account=None, **more)

    def pay_owed(self, owed: Ref, amount: int | str, **more: Any) -> Recorded:
        wanted = expenses.PayOwedRequest(owed=owed, amount=Decimal(amount), **more)
        return self.do(expenses.pay_owed, wanted)

    def advance(self, amount: int | str, person: str = "Wanjiru", **more: Any) -> Recorded:
        wanted = expenses.AdvanceRequest(
            person=person, purpose="pipes", amount=Decimal(amount), **more
        )
        return self.do(expenses.give_advance, wanted)

    def settle_advance(
        self, advance: Ref, *lines: expenses.ExpenseLine, returned: int | str = 0, **more: Any
    ) -> Recorded:
        wanted = expenses.SettleAdvanceRequest(
            advance=advance, lines=lines, returned=Decimal(returned), **more
        )
        return self.do(expenses.settle_advance, wanted)

    def move(self, source: int, target: int, amount: int | str, **more: Any) -> Recorded:
        wanted = accounts.MoveRequest(source=source, target=target, amount=Decimal(amount), **more)
        return self.do(accounts.move, wanted)

    def open(self, *lines: openings.OpeningLine, **more: Any) -> Recorded:
        return self.do(openings.open_balances, openings.OpeningRequest(lines=lines, **more))

    def void(self, entry: int, line: int = 0, reason: str = "typed twice") -> Recorded:
        wanted = voids.VoidRequest(entry=entry, line=line, reason=reason)
        return self.do(voids.void, wanted)

    # Counting and closing

    def count(self, counted: int | str | None, account: int = CASH, **more: Any) -> Recorded:
        wanted = {"by": ("Amina", "Joseph"), **more}
        total = None if counted is None else Decimal(counted)
        return self.do(
            accounts.count, accounts.CountRequest(counted=total, account=account, **wanted)
        )

    def compare(self, balance: int | str, day: date, account: int = BANK, **more: Any) -> Recorded:
        wanted = bank.BankPaperRequest(
            account=account, day=day, balance=Decimal(balance), **{"unshown": (), **more}
        )
        return self.do(bank.compare, wanted)

    def close(self, month: str, **answers: str) -> Recorded:
        lines = tuple(
            close.AnswerLine(question=question.replace("_", "-"), answer=answer)
            for question, answer in answers.items()
        )
        return self.do(close.close_month, close.CloseRequest(month=month, answers=lines))

    # What is asked most

    def balance(self, account: int = CASH) -> Money:
        """Say how much lies in an account."""
        return next(a.balance for a in self.see(accounts.accounts) if a.id == account)

    def owed(self, number: str) -> Money:
        """Say what a member owes."""
        return self.see(register.member, number).owed

    def ahead(self, number: str) -> Money:
        """Say what a member has paid ahead."""
        return self.see(register.member, number).ahead


def household(name: str = "Otieno", **more: Any) -> members.MemberLine:
    """A household with one grown-up."""
    return members.MemberLine(adults=(members.AdultLine(name=name),), **more)


def expense(amount: int | str, category: str = "fuel", **more: Any) -> expenses.ExpenseLine:
    """Something that was bought."""
    wanted = {"payee": "Filling station", "category": category, **more}
    return expenses.ExpenseLine(amount=Decimal(amount), **wanted)


def opening(what: str, amount: int | str, **more: Any) -> openings.OpeningLine:
    """A balance from the old book."""
    return openings.OpeningLine(what=what, amount=Decimal(amount), **more)


def book_in(
    folder: Path, members: int = 0, fee: int | str | None = None, currency: Currency = KES
) -> Desk:
    """Found a book; members are numbered from 1, each with a household's tap, since its first month."""
    clock = Clock()
    wanted = CommitteeRequest(name="Kiboko", first_month="2026-01", languages=("en",))
    desk = Desk(found(folder / "our.imt", wanted, "KE", currency, clock=clock), clock)
    if fee is not None:
        desk.adopt(fee)
    if members:
        lines = (household(f"Member {n}") for n in range(1, members + 1))
        desk.join(*lines, on=FIRST)
    return desk


def standing(desk: Desk) -> dict[str, object]:
    """Everything that money stands at: what an entry and its void leave as it was."""
    return {
        name: desk.rows(sql)
        for name, sql in {
            "accounts": "SELECT id, balance FROM account ORDER BY id",
            "members": "SELECT id, owed, ahead FROM member ORDER BY id",
            "bills": "SELECT seq, line, member, open FROM bill WHERE open<>0 ORDER BY 1, 2",
            "credits": "SELECT seq, line, left_over FROM credit WHERE left_over<>0 ORDER BY 1, 2",
            "items": "SELECT seq, line, open FROM open_item WHERE open<>0 ORDER BY 1, 2",
            "settled": "SELECT bill_seq, bill_line, payment_seq, payment_line, sum(amount)"
            " FROM settlement GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4",
            "months": "SELECT account, kind, month, amount_in, amount_out FROM account_month"
            " WHERE amount_in<>0 OR amount_out<>0 ORDER BY 1, 2, 3",
        }.items()
    }
