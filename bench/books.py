"""Books of any size, made through the program's own use cases and kept in a temporary folder.

Nobody in them exists. The same size gives the same committee; a book is made once and copied for
whoever measures on it.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from random import Random

import imt_desktop
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
from imt_desktop.money import Currency
from imt_desktop.oversight.whole import found
from imt_desktop.period import Month

FEE = Decimal(450)
ZONES = ("A", "B", "C", "D")
EXPENSES = ("fuel", "wages", "repairs", "treatment", "office", "transport", "meetings", "charges")


@dataclass(frozen=True, slots=True)
class Size:
    """How large a committee is, and for how long it kept its book."""

    members: int
    months: int
    last: str = "2026-10"

    @property
    def name(self) -> str:
        """What the file is called."""
        return f"{self.members}-members-{self.months}-months"


PRACTICE = Size(200, 24)
SMALL = Size(500, 12)
"""About a fortieth of the big book."""
BIG = Size(2000, 120)


def path_of(size: Size) -> Path:
    """Return a book of this size, made now if nobody made it before with this program."""
    folder = Path(tempfile.gettempdir()) / f"imt-desktop-bench-{_program()}"
    folder.mkdir(exist_ok=True)
    path = folder / f"{size.name}.imt"
    if not path.exists():
        print(f"making a book of {size.members} members over {size.months} months", file=sys.stderr)
        part = path.with_suffix(".making")
        part.unlink(missing_ok=True)
        make(part, size)
        os.replace(part, path)
    return path


@contextmanager
def copy_of(size: Size) -> Iterator[Path]:
    """Give a copy that a job may change."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(shutil.copy(path_of(size), folder))


def _program() -> str:
    """Name this program's code, since other code may make another book."""
    digest = sha256(Path(__file__).read_bytes())
    for path in sorted(Path(imt_desktop.__file__).parent.rglob("*.py")):
        if path.parts[-2] in ("journal", "committee", "ledger", "oversight"):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def make(path: Path, size: Size) -> None:
    """Make a book: a committee that bills, collects, spends, banks and counts month after month."""
    start = Month.parse(size.last).shift(1 - size.months)
    clock = _Clock(start.first)
    wanted = CommitteeRequest(
        name="Bench Water Committee", first_month=str(start), languages=("en", "sw")
    )
    book = found(path, wanted, "KE", Currency("KES"), practice=True, clock=clock)
    try:
        committee = _Committee(book, clock, size)
        committee.begin(start)
        for at in range(size.months):
            committee.live(start.shift(at))
    finally:
        book.close()


class _Clock:
    """A clock that walks through the months."""

    def __init__(self, start: date) -> None:
        self.now = datetime(start.year, start.month, start.day, 6, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def walk_to(self, day: date) -> None:
        self.now = datetime(day.year, day.month, day.day, 6, tzinfo=UTC)


class _Committee:
    def __init__(self, book: Book, clock: _Clock, size: Size) -> None:
        self._book, self._clock = book, clock
        self._chance = Random(f"{size}")
        self._numbers = [str(number) for number in range(1, size.members + 1)]
        # Most households pay nearly every month, some every other, a few seldom.
        chance = self._chance
        self._reliable = {n: chance.choice((0.98, 0.97, 0.95, 0.9, 0.5)) for n in self._numbers}
        self._unpaid = dict.fromkeys(self._numbers, 0)
        self._references = 0

    def begin(self, start: Month) -> None:
        fee = tariffs.FeeLine(connection_type="household", amount=FEE)
        adult = members.AdultLine
        with self._book.write(Signing()) as book:
            name_officer(book, OfficerRequest(name="Grace Bench", post="treasurer"))
            record_decision(book, DecisionRequest(minute="01", what="Water price"))
            tariffs.adopt(
                book,
                tariffs.TariffRequest(name="", effective_from=str(start), fees=(fee,), decision=1),
            )
            lines = tuple(
                members.MemberLine(
                    number=number,
                    adults=(adult(name=f"Bench Household {number}"),),
                    zone=self._chance.choice(ZONES),
                )
                for number in self._numbers
            )
            members.join(book, members.JoinRequest(lines=lines))
            balances = [
                openings.OpeningLine(what="account", account=n, amount=Decimal(50_000))
                for n in (1, 2)
            ]
            openings.open_balances(book, openings.OpeningRequest(lines=tuple(balances)))

    def live(self, month: Month) -> None:
        """One month, written down at its end in one transaction."""
        payers: list[list[str]] = [[] for _ in range(26)]
        for number in self._numbers:
            self._unpaid[number] += 1
            if self._unpaid[number] > 0 and self._chance.random() < self._reliable[number]:
                payers[self._chance.randrange(26)].append(number)
        self._clock.walk_to(month.last)
        with self._book.write(Signing(1)) as book:
            billing.bill_everyone(
                book, billing.BillEveryoneRequest(month=str(month), on=month.first)
            )
            for day, numbers in enumerate(payers, 2):
                for number in numbers:
                    self._pay(book, number, month.day(day))
                if day % 3 == 0:
                    self._spend(book, month.day(day))
                if day % 7 == 0:
                    self._bank(book, month.day(day))
            line = income.IncomeLine(amount=Decimal(5200), income="kiosk", payer="Kiosk")
            income.receive_other(book, income.IncomeRequest(lines=(line,)))
            counted = accounts.accounts(book)[0].balance.decimal
            accounts.count(book, accounts.CountRequest(counted=counted, by=("A. B.", "C. D.")))

    def _pay(self, book: Writing, number: str, on: date) -> None:
        chance, months = self._chance, self._unpaid[number]
        paid = months + 1 if chance.random() < 0.03 else chance.choice((months, months, months, 1))
        self._unpaid[number] -= paid
        mobile = chance.random() < 0.25
        self._references += mobile
        line = payments.PaymentLine(
            member=number,
            amount=FEE * paid,
            account=3 if mobile else 1,
            reference=f"BENCH{self._references:07}" if mobile else "",
            on=on,
        )
        wanted = payments.PaymentRequest(lines=(line,), languages=("en", "sw"))
        (receipt,) = payments.receive(book, wanted)
        if chance.random() < 0.004:
            self._unpaid[number] += paid
            voids.void(book, voids.VoidRequest(entry=receipt.entry, reason="typed twice"))

    def _spend(self, book: Writing, on: date) -> None:
        category = EXPENSES[on.day // 3 % len(EXPENSES)]
        line = expenses.ExpenseLine(
            payee="Bench Supplier",
            category=category,
            amount=Decimal(self._chance.randrange(500, 60_000)),
            account=2,
            text="what was bought",
            voucher=f"{on.month}-{on.day}",
            on=on,
        )
        expenses.spend(book, expenses.ExpenseRequest(lines=(line,)))

    def _bank(self, book: Writing, on: date) -> None:
        for account in accounts.accounts(book):
            if account.type in ("cash", "mobile") and account.balance.minor > 0:
                wanted = accounts.MoveRequest(
                    source=account.id, target=2, amount=account.balance.decimal, on=on
                )
                accounts.move(book, wanted)
