"""Agreements to pay a debt in instalments, and debts that are let go by decision."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from imt_desktop.committee import queries as committee
from imt_desktop.committee import rules
from imt_desktop.journal import Reading, Recorded, Ref, Writing
from imt_desktop.ledger import entries as e
from imt_desktop.ledger import errors as ledger
from imt_desktop.ledger.balances import open_bills
from imt_desktop.ledger.charging import entries as c
from imt_desktop.ledger.charging import errors
from imt_desktop.ledger.charging.understood import MOST_INSTALMENTS
from imt_desktop.ledger.charging.working_out import in_cash
from imt_desktop.ledger.requests import (
    Request,
    RequestLine,
    amount_of,
    booking_day,
    member_id,
    named,
    of_line,
)
from imt_desktop.ledger.settling import OpenBill
from imt_desktop.ledger.tariffs import cash_step, tariff_for
from imt_desktop.money import Money, total
from imt_desktop.period import Month

Kept = Literal["kept", "broken", "paid", "replaced"]


class InstalmentLine(RequestLine, frozen=True):
    """What is to be paid on a day."""

    due_on: date
    amount: Decimal


class AgreementRequest(Request, frozen=True, tag="agreement"):
    """Let a member pay all that is owed in instalments: ``lines``, or ``count`` equal ones from ``first``."""

    member: str
    lines: tuple[InstalmentLine, ...] = ()
    count: int = 0
    first: date | None = None
    decision: int | None = None
    text: str = ""


class WriteOffRequest(Request, frozen=True, tag="write-off"):
    """Let go what is open of a bill, by decision."""

    bill: Ref
    decision: int
    reason: str


class Instalment(Struct, frozen=True):
    """One of an agreement: when it is due, and what is still to pay of it."""

    due_on: date
    amount: Money
    left: Money
    ref: Ref
    """Its line, the first where it has several."""


class Agreement(Struct, frozen=True):
    """What a member agreed to pay, and on which days. ``replaced`` went into a later agreement."""

    entry: int
    member: int
    made_on: date
    instalments: tuple[Instalment, ...]
    replaced: Money

    @property
    def amount(self) -> Money:
        """All of it."""
        return total((one.amount for one in self.instalments), self.replaced.currency)

    @property
    def left(self) -> Money:
        """What is still to pay."""
        return total((one.left for one in self.instalments), self.replaced.currency)

    def late(self, day: date) -> tuple[Instalment, ...]:
        """Return the instalments that were due before a day and are not paid."""
        return tuple(one for one in self.instalments if one.left and one.due_on < day)

    def following(self, day: date) -> Instalment | None:
        """Return the next instalment that is to be paid from a day on."""
        return next((one for one in self.instalments if one.left and one.due_on >= day), None)

    def state(self, day: date) -> Kept:
        """Say whether it is kept: every instalment that was due is paid."""
        if not self.left:
            return "replaced" if self.replaced else "paid"
        return "broken" if self.late(day) else "kept"


def agree(book: Writing, wanted: AgreementRequest) -> Recorded:
    """Put what a member owes into instalments, each a bill of its own with its day.

    A disputed bill stays outside. Raises NoSuchMemberError, InstalmentCountError, InstalmentPastError,
    InstalmentsError where they do not add up, NothingOwedError, NoSuchDecisionError.
    """
    member = member_id(book, wanted.member)
    debts = [bill for bill in open_bills(book, member) if not bill.disputed]
    owed = sum(bill.left for bill in debts)
    if not owed:
        raise errors.NothingOwedError(wanted.member).beside("member")
    if wanted.decision is not None:
        committee.standing_decision(book, wanted.decision)
    plan = _plan(book, wanted, owed, min(bill.due_on for bill in debts))
    there = sum(amount for _day, amount in plan)
    if there != owed:
        raise errors.InstalmentsError(owed, there).beside("lines")
    lines = tuple(_lines(member, debts, plan))
    return book.append(
        c.DebtAgreed(member=member, lines=lines, decision=wanted.decision, text=wanted.text.strip())
    )


def _require_sense(book: Writing, day: date, since: date) -> None:
    """Refuse a day before anything was owed; who writes down an old book has instalments that are past."""
    first = min(book.today, since)
    if day < first:
        raise errors.InstalmentPastError(day.isoformat(), first.isoformat())


def _plan(
    book: Writing, wanted: AgreementRequest, owed: int, since: date
) -> list[tuple[date, int]]:
    if wanted.lines:
        plan = []
        for number, line in enumerate(wanted.lines, 1):
            with of_line(number):
                with named("due_on"):
                    _require_sense(book, line.due_on, since)
                plan.append((line.due_on, amount_of(book, line.amount).minor))
        return sorted(plan)
    if wanted.first is None:
        raise errors.InstalmentCountError(wanted.count).beside("count")
    with named("first"):
        _require_sense(book, wanted.first, since)
    step = cash_step(book, tariff_for(book, Month.of(book.today)))
    parts = in_equal_parts(Money(owed, book.currency), wanted.count, wanted.first, step)
    return [(day, part.minor) for day, part in parts]


def in_equal_parts(
    owed: Money, count: int, first: date, step: int
) -> tuple[tuple[date, Money], ...]:
    """Cut a debt into instalments, month by month, that are paid in cash; the first takes the rest.

    They are whole steps of the committee's rounding, or whole units of money where the debt is too small for
    that. Raises InstalmentCountError.
    """
    if not 1 <= count <= min(MOST_INSTALMENTS, max(owed.minor, 0)):
        raise errors.InstalmentCountError(count).beside("count")
    step = step if owed.minor >= count * step else owed.currency.unit
    parts = in_cash(owed.minor, count, step)
    days = (Month.of(first).shift(at).day(first.day) for at in range(count))
    return tuple((day, Money(part, owed.currency)) for day, part in zip(days, parts, strict=True))


def to_agree(book: Reading, number: str) -> Money:
    """Return what a member can put into instalments: all that is owed and not disputed."""
    debts = open_bills(book, member_id(book, number))
    return Money(sum(bill.left for bill in debts if not bill.disputed), book.currency)


_AGREED = """
SELECT b.seq, min(b.line), b.member, e.effective_on, b.due_on, sum(b.amount), sum(b.open),
  sum((SELECT coalesce(sum(u.amount), 0) FROM used u
       WHERE u.of_seq=b.seq AND u.of_line=b.line AND u.what='bill'))
FROM entry e JOIN bill b USING (seq)
WHERE e.kind='agreement/1' AND b.void IS NULL{of} GROUP BY b.seq, b.member, b.due_on
ORDER BY b.seq DESC, b.due_on
"""


def agreements(book: Reading, member: int | None = None) -> tuple[Agreement, ...]:
    """Return what members agreed to pay in instalments, the newest first; of one member or of all."""
    of, values = ("", ()) if member is None else (" AND b.member=?", (member,))
    found: dict[int, Agreement] = {}
    for seq, line, owner, made, due, amount, left, gone in book.driver.execute(
        _AGREED.format(of=of), values
    ):
        before = found.get(seq)
        part = Instalment(
            date.fromisoformat(due),
            Money(amount, book.currency),
            Money(left, book.currency),
            Ref(seq, line),
        )
        found[seq] = Agreement(
            seq,
            owner,
            date.fromisoformat(made),
            (*(before.instalments if before else ()), part),
            Money(gone + (before.replaced.minor if before else 0), book.currency),
        )
    return tuple(found.values())


def _lines(member: int, debts: list[OpenBill], plan: list[tuple[date, int]]) -> list[e.MovedDebt]:
    """Cut the old bills, the oldest first, into pieces that fill the instalments."""
    made = []
    left = [[bill.ref, bill.left] for bill in debts]
    for due_on, amount in plan:
        while amount:
            ref, there = left[0]
            assert isinstance(ref, Ref) and isinstance(there, int)
            piece = min(amount, there)
            made.append(e.MovedDebt(bill=ref, member=member, amount=piece, due_on=due_on))
            amount -= piece
            left[0][1] = there - piece
            if there == piece:
                left.pop(0)
    return made


def write_off(book: Writing, wanted: WriteOffRequest) -> Recorded:
    """Let a debt go. Needs a decision, a reason and two officers; what was paid stays paid.

    Raises NoSuchBillError, NothingOwedError, ReasonMissingError, NoSuchDecisionError,
    SecondOfficerNeededError.
    """
    row = book.driver.execute(
        "SELECT b.amount, b.open, m.number FROM bill b JOIN member m ON m.id=b.member"
        " WHERE b.seq=? AND b.line=? AND b.void IS NULL",
        (wanted.bill.entry, wanted.bill.line),
    ).fetchone()
    if row is None:
        raise ledger.NoSuchBillError(str(wanted.bill)).beside("bill")
    amount, left, number = row
    if not left:
        raise errors.NothingOwedError(number).beside("bill")
    if not wanted.reason.strip():
        raise ledger.ReasonMissingError().beside("reason")
    committee.standing_decision(book, wanted.decision)
    rules.require_two(book, "write-off")
    return book.append(
        c.DebtLetGo(
            bill=wanted.bill,
            was=amount,
            becomes=amount - left,
            decision=wanted.decision,
            reason=wanted.reason.strip(),
        ),
        on=booking_day(book, None),
    )
