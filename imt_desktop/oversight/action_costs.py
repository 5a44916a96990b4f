"""What actions of the plan have cost: only money out can belong to them, and counts once."""

from __future__ import annotations

from collections import defaultdict

from msgspec import Struct

from imt_desktop.journal import Reading, Recorded, Ref, Writing
from imt_desktop.money import Money
from imt_desktop.oversight.errors import NoExpenseError
from imt_desktop.plan import actions
from imt_desktop.plan.actions import ActionCostRequest
from imt_desktop.plan.errors import CostKnownError


class _Expense(Struct, frozen=True):
    """A line of money out."""

    at: Ref
    amount: int
    """Minor units; nothing while it waits for its second signature."""
    bill: Ref | None = None
    """What was owed before, if this pays it."""


def link_cost(book: Writing, wanted: ActionCostRequest) -> Recorded:
    """Say that an expense belongs to an action.

    Raises NoSuchActionError, NoExpenseError, CostKnownError (also for the payment of a bill that
    belongs to an action already, and the other way round).
    """
    one = _expense(book, wanted.spent)
    if one is None:
        raise NoExpenseError(str(wanted.spent)).beside("spent")
    for action, other in _linked(book):
        if one.at in (other.at, other.bill) or other.at == one.bill:
            raise CostKnownError(action).beside("spent")
    return actions.link_cost(book, wanted)


def spent(book: Reading) -> dict[int, Money]:
    """Return what was spent for each action that has an expense; cancelled ones do not count.

    One that waits for its second signature counts from the day on which it is approved. What is owed
    counts from the day on which it was written down, and its payment not once more.
    """
    linked = {one.at: (action, one) for action, one in _linked(book) if one.amount}
    found: dict[int, int] = defaultdict(int)
    for action, one in linked.values():
        if one.bill not in linked:
            found[action] += one.amount
    return {action: Money(amount, book.currency) for action, amount in found.items()}


def _linked(book: Reading) -> list[tuple[int, _Expense]]:
    """Return what belongs to actions; older books may hold links to what is no expense."""
    rows = book.driver.execute("SELECT entry, line, action FROM action_cost").fetchall()
    found = ((action, _expense(book, Ref(entry, line))) for entry, line, action in rows)
    return [(action, one) for action, one in found if one is not None]


def _expense(book: Reading, ref: Ref) -> _Expense | None:
    """Return the money out that a line stands for; None if it is no expense, or was cancelled."""
    key = (ref.entry, ref.line)
    waiting = book.driver.execute(
        "SELECT answer, answered_by FROM waiting WHERE seq=? AND line=?", key
    ).fetchone()
    if waiting:
        answer, by = waiting
        if answer is None:
            return _Expense(ref, 0)
        return _expense(book, Ref(by, ref.line)) if answer == "approved" else None
    row = book.driver.execute(
        "SELECT l.amount, u.of_seq, u.of_line FROM money_line l LEFT JOIN used u"
        " ON u.seq=l.seq AND u.line=l.line AND u.what='item' AND l.what='owed-paid'"
        " WHERE l.seq=? AND l.line=? AND l.void IS NULL"
        " AND l.what IN ('out', 'owed', 'owed-paid', 'spent') AND l.kind<>'difference'",
        key,
    ).fetchone()
    if row is None:
        return None
    return _Expense(ref, row[0], Ref(*row[1:]) if row[1] is not None else None)
