"""What can happen to an expense that waits for its second signature."""

from typing import ClassVar

from imt_desktop.journal import Entry, Private
from imt_desktop.ledger.entries import Expense


class ExpenseWaiting(Entry, frozen=True):
    """One officer wants to spend more than one may: not yet approved, and no money has moved."""

    KIND: ClassVar[str] = "expense-waiting/1"

    lines: tuple[Expense, ...]


class ExpenseApproved(Entry, frozen=True):
    """A second officer approved a waiting expense: it is paid. States its lines again, as paid."""

    KIND: ClassVar[str] = "expense-approved/1"

    waiting: int
    lines: tuple[Expense, ...]


class ExpenseWithdrawn(Entry, frozen=True):
    """A waiting expense is not paid."""

    KIND: ClassVar[str] = "expense-withdrawn/1"

    waiting: int
    reason: Private
