"""What becomes of an expense that waits: approved and paid, or withdrawn."""

from __future__ import annotations

from datetime import date

import msgspec

from imt_desktop.committee import queries, rules
from imt_desktop.committee.errors import SamePersonError
from imt_desktop.journal import Reading, Recorded, Writing
from imt_desktop.ledger import errors
from imt_desktop.ledger.requests import Request, booking_day, concerning
from imt_desktop.ledger.waiting import entries as w
from imt_desktop.money import Money


class ApproveRequest(Request, frozen=True, tag="expense-approved"):
    """Approve an expense that waits; it is paid on ``on``."""

    waiting: int
    on: date | None = None
    concerns: str | None = None


class WithdrawRequest(Request, frozen=True, tag="expense-withdrawn"):
    """Do not pay an expense that waits."""

    waiting: int
    reason: str


class Waiting(msgspec.Struct, frozen=True):
    """A line of an expense that is not yet approved."""

    entry: int
    line: int
    on: date
    payee: str
    text: str
    category: str
    amount: Money
    account: int | None
    entered_by: int | None
    """The officer who entered it."""


def waiting(book: Reading) -> tuple[Waiting, ...]:
    """Return what waits for its second signature, the oldest first."""
    rows = book.driver.execute(
        "SELECT w.seq, w.line, w.effective_on, w.payee, w.text, w.category, w.amount, w.account,"
        " e.responsible FROM waiting w JOIN entry e USING (seq) WHERE w.answer IS NULL"
        " ORDER BY w.seq, w.line"
    )
    return tuple(
        Waiting(
            row[0], row[1], date.fromisoformat(row[2]), row[3], row[4], row[5],
            Money(row[6], book.currency), row[7], row[8],
        )
        for row in rows
    )  # fmt: skip


def approve(book: Writing, wanted: ApproveRequest) -> Recorded:
    """Approve a waiting expense, and pay it.

    Raises NothingWaitingError, SamePersonError for the officer who entered it, SecondOfficerNeededError,
    and the errors of days.
    """
    recorded = _still_waiting(book, wanted.waiting)
    assert isinstance(recorded.entry, w.ExpenseWaiting)
    _require_another(book, recorded)
    on = booking_day(book, wanted.on)
    lines = tuple(msgspec.structs.replace(line, on=on) for line in recorded.entry.lines)
    entry = w.ExpenseApproved(waiting=recorded.seq, lines=lines)
    concerns = concerning(book, wanted.concerns) or recorded.envelope.concerns_on
    return book.append(entry, on=on, concerns=concerns)


def withdraw(book: Writing, wanted: WithdrawRequest) -> Recorded:
    """Give up a waiting expense. Raises NothingWaitingError, ReasonMissingError."""
    recorded = _still_waiting(book, wanted.waiting)
    if not wanted.reason.strip():
        raise errors.ReasonMissingError().beside("reason")
    return book.append(w.ExpenseWithdrawn(waiting=recorded.seq, reason=wanted.reason.strip()))


def _still_waiting(book: Reading, entry: int) -> Recorded:
    row = book.driver.execute(
        "SELECT 1 FROM waiting WHERE seq=? AND answer IS NULL", (entry,)
    ).fetchone()
    if row is None:
        raise errors.NothingWaitingError(entry).beside("waiting")
    return book.recorded(entry)


def _require_another(book: Writing, recorded: Recorded) -> None:
    """Two different people have to have signed: who entered it, and who approves it now."""
    if not rules.needed(book):
        rules.announce(book)
        return
    first, who = recorded.envelope, book.who
    signed = {first.responsible} if first.signature == "pin" else set()
    if who.signature == "pin":
        signed |= {who.responsible, *who.countersigned}
    officers = [queries.by_id(book, number) for number in signed if number is not None]
    people = {officer.person for officer in officers if officer and officer.role.approves}
    if len(people) > 1:
        return
    if who.signature == "pin" and who.responsible is not None and people:
        raise SamePersonError(next(o.name for o in officers if o)).beside("second")
    raise rules.second_needed(book, "expense")
