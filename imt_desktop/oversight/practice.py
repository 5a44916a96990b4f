"""The practice book: a made-up committee to learn on, kept through the same use cases as any other.

Nobody in it exists. The same seed gives the same committee.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import partial
from pathlib import Path
from random import Random
from typing import Any, Final

from imt_desktop.committee.describing import (
    CommitteeRequest,
    DecisionRequest,
    OfficerRequest,
    name_officer,
    record_decision,
)
from imt_desktop.journal import Book, Signing, Writing
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
from imt_desktop.ledger.register import member
from imt_desktop.money import Currency
from imt_desktop.oversight.whole import found
from imt_desktop.period import Month

FIRST_NAMES: Final = (
    "Amina", "Baraka", "Chausiku", "Daudi", "Eshe", "Faraja", "Gathoni", "Halima", "Imani", "Juma",
    "Kamau", "Lulu", "Mwikali", "Neema", "Otieno", "Pendo", "Rehema", "Subira", "Tatu", "Wanjiru",
)  # fmt: skip
LAST_NAMES: Final = (
    "Practice", "Example", "Sample", "Lesson", "Trial", "Rehearsal", "Exercise", "Model",
)  # fmt: skip
ZONES: Final = ("A", "B", "C", "D")
FEE: Final = Decimal(450)

PAYEES: Final = {
    "fuel": ("Practice Filling Station", "Diesel, 40 litres", 5200, 7400),
    "repairs": ("Practice Hardware", "Pipe fittings", 800, 4500),
    "treatment": ("Practice Chemist", "Chlorine", 900, 1600),
    "office": ("Practice Stationer", "Receipt paper", 150, 600),
}
"""Payee, what for, and the least and most that it costs."""

HOUSEHOLDS_OF_THE_PRICES: Final = 50
"""A larger committee spends as many times more."""

NAME: Final = "Practice Water Committee"


class _Clock:
    """A clock that walks through the months as the committee works."""

    def __init__(self, start: date) -> None:
        self.now = datetime(start.year, start.month, start.day, 6, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def walk_to(self, day: date) -> None:
        """Go on to the morning of a day; never back."""
        wanted = datetime(day.year, day.month, day.day, 6, 0, tzinfo=UTC)
        self.now = max(self.now, wanted)


def practice(path: Path, *, members_: int, months: int, seed: int, today: date) -> Book:
    """Make a practice book that ends on ``today``. Raises what founding a book raises."""
    start = Month.of(today).shift(1 - months)
    clock = _Clock(start.first)
    wanted = CommitteeRequest(
        name=NAME,
        area="Practice Valley",
        first_month=str(start),
        languages=("en", "sw"),
        cash_limit=Decimal(10000),
        complaints="The secretary, or the box at the kiosk",
    )
    book = found(path, wanted, "KE", Currency("KES"), practice=True, clock=clock)
    try:
        committee = _Committee(book, clock, Random(seed), members_)
        committee.begin(start)
        for month in _months(start, months):
            committee.live(month, today)
    except BaseException:
        book.close()
        path.unlink(missing_ok=True)
        raise
    return book


def _months(start: Month, count: int) -> Iterator[Month]:
    return (start.shift(at) for at in range(count))


class _Committee:
    def __init__(self, book: Book, clock: _Clock, chance: Random, households: int) -> None:
        self._book, self._clock, self._chance = book, clock, chance
        self._numbers = [str(number) for number in range(1, households + 1)]
        # How reliably each household pays: most nearly always, some seldom.
        self._reliable = {n: chance.choice((0.97, 0.95, 0.9, 0.85, 0.5)) for n in self._numbers}
        self._reference = 0

    def begin(self, start: Month) -> None:
        """Officers, a water price with its decision, members, and what the old book hands over."""
        with self._book.write(Signing()) as book:
            for name, post in (("Grace Example", "treasurer"), ("Joseph Sample", "chair"),
                               ("Peter Lesson", "secretary")):  # fmt: skip
                name_officer(book, OfficerRequest(name=name, post=post, since=start.first))
            record_decision(
                book,
                DecisionRequest(
                    minute=f"01/{start.year}", what="Water price", decided_on=start.first
                ),
            )
            fees = (
                tariffs.FeeLine(connection_type="household", amount=FEE),
                tariffs.FeeLine(connection_type="institution", amount=Decimal(1500)),
            )
            tariffs.adopt(
                book,
                tariffs.TariffRequest(name="", effective_from=str(start), fees=fees, decision=1),
            )
            lines = tuple(self._household(number) for number in self._numbers)
            members.join(book, members.JoinRequest(lines=lines))
            openings.open_balances(
                book, openings.OpeningRequest(lines=tuple(self._openings(start)))
            )

    def live(self, month: Month, today: date) -> None:
        """One month: bill, collect, spend, bank and count, up to today."""
        for day, job in sorted(self._jobs(month), key=lambda one: one[0]):
            if day <= today:
                self._clock.walk_to(day)
                with self._book.write(Signing(1)) as book:
                    job(book)

    def _household(self, number: str) -> members.MemberLine:
        chance = self._chance
        name = f"{chance.choice(FIRST_NAMES)} {chance.choice(LAST_NAMES)}"
        school = number == "7"
        return members.MemberLine(
            number=number,
            adults=(members.AdultLine(name="Practice School" if school else name),),
            zone=chance.choice(ZONES),
            people=chance.randint(1, 9),
            connections=(members.ConnectionLine(type="institution" if school else "household"),),
        )

    def _openings(self, start: Month) -> Iterator[openings.OpeningLine]:
        yield openings.OpeningLine(what="account", account=1, amount=Decimal(3200))
        yield openings.OpeningLine(what="account", account=2, amount=Decimal(64000))
        for number in self._numbers[:: max(1, len(self._numbers) // 6)]:
            yield openings.OpeningLine(
                what="debt", member=number, amount=FEE * self._chance.randint(1, 4),
                since=start.shift(-1).last,
            )  # fmt: skip

    def _jobs(self, month: Month) -> Iterator[tuple[date, Callable[[Writing], Any]]]:
        chance = self._chance
        bills = billing.BillEveryoneRequest(month=str(month))
        yield month.day(1), partial(billing.bill_everyone, wanted=bills)
        days: dict[int, list[str]] = {}
        for number in self._numbers:
            if chance.random() < self._reliable[number]:
                days.setdefault(chance.choice((3, 5, 8, 12, 15, 19, 22, 26)), []).append(number)
        for day, numbers in days.items():
            yield month.day(day), partial(self._collect, numbers=numbers)
        for at, category in enumerate(PAYEES):
            request = self._expense(category, f"{month.month:02}-{at + 1}", str(month.year))
            yield month.day(chance.randint(4, 25)), partial(expenses.spend, wanted=request)
        yield month.day(28), self._pay_wages
        yield month.day(9), self._kiosk
        yield month.day(13), self._bank
        yield month.day(27), self._bank
        yield month.day(28), self._count

    def _expense(self, category: str, voucher: str, envelope: str) -> expenses.ExpenseRequest:
        payee, what, least, most = PAYEES[category]
        size = max(1, len(self._numbers) // HOUSEHOLDS_OF_THE_PRICES)
        line = expenses.ExpenseLine(
            payee=payee,
            category=category,
            text=what,
            account=2,
            amount=Decimal(self._chance.randrange(least, most, 10) * size),
            voucher=voucher,
            envelope=envelope,
        )
        return expenses.ExpenseRequest(lines=(line,))

    def _collect(self, book: Writing, numbers: list[str]) -> None:
        for number in numbers:
            receipt = payments.receive(
                book,
                payments.PaymentRequest(
                    lines=(self._payment(book, number),), languages=("en", "sw")
                ),
            )[0]
            if self._chance.random() < 0.005:
                request = voids.VoidRequest(entry=receipt.entry, line=1, reason="typed twice")
                voids.void(book, request)

    def _payment(self, book: Writing, number: str) -> payments.PaymentLine:
        fee = Decimal(1500) if number == "7" else FEE
        owed = member(book, number).owed.decimal
        amount = self._chance.choice((owed, owed, owed, owed, fee, fee, owed + fee, fee / 2)) or fee
        mobile = self._chance.random() < 0.25
        self._reference += mobile
        return payments.PaymentLine(
            member=number,
            amount=amount,
            account=3 if mobile else 1,
            reference=f"PRACTICE{self._reference:05}" if mobile else "",
        )

    def _pay_wages(self, book: Writing) -> None:
        line = expenses.ExpenseLine(
            payee="Pump operator (practice)",
            category="wages",
            account=2,
            amount=Decimal(9000 * max(1, len(self._numbers) // 80)),
        )
        expenses.spend(book, expenses.ExpenseRequest(lines=(line,)))

    def _kiosk(self, book: Writing) -> None:
        taken = Decimal(self._chance.randrange(2000, 6000, 5))
        line = income.IncomeLine(amount=taken, income="kiosk", payer="Kiosk (practice)")
        income.receive_other(book, income.IncomeRequest(lines=(line,)))

    def _bank(self, book: Writing) -> None:
        for account in accounts.accounts(book):
            spare = int(account.balance.decimal) - 2000
            if account.type in ("cash", "mobile") and spare > 0:
                accounts.move(
                    book,
                    accounts.MoveRequest(source=account.id, target=2, amount=Decimal(spare)),
                )

    def _count(self, book: Writing) -> None:
        cash = accounts.accounts(book)[0].balance.decimal
        accounts.count(
            book,
            accounts.CountRequest(counted=cash, by=("Grace Example", "Joseph Sample")),
        )
