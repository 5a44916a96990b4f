"""A small committee's book, and what happens in it, through the program's own use cases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

from imt_desktop.committee.describing import CommitteeRequest
from imt_desktop.committee.entries import PaperIssued
from imt_desktop.journal import Book, Recorded, Signing, Writing
from imt_desktop.journal.book import Clock
from imt_desktop.ledger import (
    accounts,
    billing,
    expenses,
    income,
    members,
    openings,
    payments,
    tariffs,
    voids,
)
from imt_desktop.ledger.closing import close
from imt_desktop.ledger.closing.checklist import checklist
from imt_desktop.ledger.closing.month import due_month
from imt_desktop.money import Currency
from imt_desktop.oversight.whole import found

MONTHS = ("2026-01", "2026-02", "2026-03")
FIRST_DAY = date(2026, 1, 1)


@dataclass
class Moment:
    """A clock that somebody sets."""

    now: datetime = datetime(2026, 10, 14, 6, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        """Say what it shows."""
        return self.now

    def pass_by(self, seconds: int) -> None:
        """Let some time go by."""
        self.now += timedelta(seconds=seconds)


def system_moment() -> datetime:
    """Return what this computer takes for now."""
    return datetime.now(UTC)


def do(book: Book, job: Callable[[Writing], Any], today: date | None = None) -> Any:
    """Do one thing in a transaction of its own."""
    with book.write(Signing(), today) as writing:
        return job(writing)


def new_book(path: Path, households: int = 8, clock: Clock | None = None) -> Book:
    """Found a book with members, bills, payments, expenses, a photo, a paper and a void."""
    clock = clock or Moment()
    wanted = CommitteeRequest(name="Soak", first_month="2026-01", languages=("en", "sw"))
    book = found(path, wanted, "KE", Currency("KES"), clock=clock)
    try:
        for job in beginnings(households):
            do(book, job)
    except BaseException:
        book.close()
        raise
    return book


def beginnings(households: int) -> list[Callable[[Writing], Any]]:
    """What a new committee enters first."""
    fee = tariffs.FeeLine(connection_type="household", amount=Decimal(450))
    lines = tuple(
        members.MemberLine(
            adults=(members.AdultLine(name=f"Soak Household {n}"),),
            phone=f"0700 000 {n:03}", phone_consent=True, house=f"House {n}", zone="AB"[n % 2],
        )
        for n in range(1, households + 1)
    )  # fmt: skip
    opening = openings.OpeningLine(what="account", account=1, amount=Decimal(500))
    return [
        lambda book: tariffs.take_over(
            book, tariffs.TariffRequest(name="", effective_from="2026-01", fees=(fee,))
        ),
        lambda book: members.join(book, members.JoinRequest(lines=lines, on=FIRST_DAY)),
        lambda book: openings.open_balances(book, openings.OpeningRequest(lines=(opening,))),
        lambda book: billing.bill_everyone(book, billing.BillEveryoneRequest(month=MONTHS[0])),
        lambda book: pay(book, 1, 450),
        lambda book: pay(book, 2, 700),
        lambda book: spend(book, 300, photo=b"a photo of a voucher" * 60),
        lambda book: issue(book, "2026-01"),
        lambda book: cancel(book, pay(book, 3, 100).entry),
        lambda book: billing.bill_everyone(book, billing.BillEveryoneRequest(month=MONTHS[1])),
    ]


def pay(book: Writing, member: int, amount: int) -> payments.Receipt:
    """Take a payment."""
    line = payments.PaymentLine(member=str(member), amount=Decimal(amount), paid_by="a neighbour")
    return payments.receive(book, payments.PaymentRequest(lines=(line,)))[0]


def spend(book: Writing, amount: int, photo: bytes = b"") -> Recorded:
    """Pay an expense, with a photo of its voucher."""
    kept = book.keep(photo, "image/jpeg") if photo else None
    line = expenses.ExpenseLine(
        payee="Filling station", category="fuel", amount=Decimal(amount), text="diesel",
        attachment=kept,
    )  # fmt: skip
    return expenses.spend(book, expenses.ExpenseRequest(lines=(line,)))


def receive(book: Writing, amount: int) -> Recorded:
    """Take money that is no member's."""
    line = income.IncomeLine(amount=Decimal(amount), income="kiosk", payer="Kiosk")
    return income.receive_other(book, income.IncomeRequest(lines=(line,)))


def cancel(book: Writing, entry: int) -> Recorded:
    """Cancel an entry."""
    return voids.void(book, voids.VoidRequest(entry=entry, reason="typed twice"))


def issue(book: Writing, about: str) -> Recorded:
    """Issue a paper."""
    said = '{"heading":{"committee":"Soak"},"total":{"minor":45000}}'
    entry = PaperIssued(paper="notice", about=about, languages=("en",), copy=1, said=said)
    return book.append(entry)


def close_first(book: Writing) -> Recorded:
    """Count the cash, and close the first month that is open, whatever its checklist asks."""
    cash = next(one.balance for one in accounts.accounts(book) if one.id == 1)
    accounts.count(book, accounts.CountRequest(counted=cash.decimal, by=("A", "B")))
    month = due_month(book)
    asked = checklist(book, month, book.today).questions
    answers = tuple(
        close.AnswerLine(question=one, answer="no-paper" if one == "bank" else "yes", remark="soak")
        for one in asked
    )
    return close.close_month(book, close.CloseRequest(month=str(month), answers=answers))


def anything(book: Writing, chance: Random, households: int) -> Any:
    """Do one of the things that happen in a month."""
    member = chance.randint(1, households)
    bill = billing.BillRequest(
        member=str(member), item="fine", amount=Decimal(chance.randint(1, 90)), text="work day"
    )
    count = accounts.CountRequest(
        counted=Decimal(chance.randint(0, 900)), by=("A", "B"), explanation="not found out"
    )
    jobs: list[Callable[[], Any]] = [
        lambda: pay(book, member, chance.randint(1, 900)),
        lambda: pay(book, member, 450),
        lambda: spend(book, chance.randint(1, 90), photo=chance.randbytes(99)),
        lambda: receive(book, chance.randint(1, 900)),
        lambda: billing.bill_one(book, bill),
        lambda: accounts.count(book, count),
        lambda: issue(book, f"2026-{chance.randint(1, 12):02}"),
        lambda: cancel(book, pay(book, member, 5).entry),
        lambda: accounts.move(
            book, accounts.MoveRequest(source=1, target=2, amount=Decimal(chance.randint(1, 9)))
        ),
    ]
    return chance.choice(jobs)()
