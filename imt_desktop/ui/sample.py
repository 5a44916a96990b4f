"""A small made-up book, through the use cases, for the gallery."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from imt_desktop.committee.describing import CommitteeRequest
from imt_desktop.journal import Book, Signing, Writing, system_clock
from imt_desktop.journal.book import Clock
from imt_desktop.ledger import accounts, billing, expenses, members, payments, voids
from imt_desktop.ledger.accounts import MoveRequest
from imt_desktop.ledger.billing import BillEveryoneRequest
from imt_desktop.ledger.expenses import ExpenseLine, ExpenseRequest
from imt_desktop.ledger.members import AdultLine, JoinRequest, MemberLine
from imt_desktop.ledger.payments import PaymentLine, PaymentRequest
from imt_desktop.period import Month
from imt_desktop.ui.founding import Answers, set_up

NAMES = (
    "Mwikali Nzomo", "Peter Musyoka", "Rose Ndunge", "Daniel Kiilu", "Agnes Mbithe",
    "Kiboko Primary School", "Grace Syombua", "John Wambua", "Fatuma Ali", "Musa Kitheka",
)  # fmt: skip


def sample(path: Path, clock: Clock = system_clock) -> Book:
    """Make a book of ten households and three months."""
    now = Month.of(clock().date())
    first = now.shift(-2)
    committee = CommitteeRequest(
        name="Kiboko Water Project", area="Makueni", first_month=str(first), languages=("en", "sw"),
        cash_limit=Decimal(5000),
    )  # fmt: skip
    answers = Answers(
        committee, "KE", "Amina Wanjiru", "Joseph Mutua", Decimal(450), "Minute 7", Decimal(12350),
        Decimal(168400),
    )  # fmt: skip
    book = set_up(path, answers, clock)
    with book.write(Signing(1)) as writing:
        _fill(writing, first)
    return book


def _fill(book: Writing, first: Month) -> None:
    lines = tuple(
        MemberLine(adults=(AdultLine(name=name),), zone="AB"[n % 2], people=3 + n % 4)
        for n, name in enumerate(NAMES)
    )
    members.join(book, JoinRequest(lines=lines))
    for month in (first, first.shift(1)):
        billing.bill_everyone(book, BillEveryoneRequest(month=str(month)))
    for n in range(2, 9):
        line = PaymentLine(member=str(n), amount=Decimal(450 * (1 + n % 3)))
        payments.receive(book, PaymentRequest(lines=(line,)))
    wrong = PaymentLine(member="8", amount=Decimal(4500))
    receipt = payments.receive(book, PaymentRequest(lines=(wrong,)))[0]
    voids.void(book, voids.VoidRequest(entry=receipt.entry, reason="typed 4,500 for 450"))
    diesel = ExpenseLine(payee="Total Makindu", category="fuel", amount=Decimal(2400), voucher="31")
    parts = ExpenseLine(
        payee="Davis & Shirtliff", category="parts", amount=Decimal(3100), account=None
    )
    expenses.spend(book, ExpenseRequest(lines=(diesel, parts)))
    accounts.move(book, MoveRequest(source=1, target=2, amount=Decimal(3000)))
