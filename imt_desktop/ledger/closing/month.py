"""An account's month in figures, and which month comes next."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from msgspec import Struct

from imt_desktop.committee import queries as committee
from imt_desktop.journal import Reading
from imt_desktop.ledger.accounts import Account, accounts
from imt_desktop.ledger.cashbook import balance_before
from imt_desktop.money import Money
from imt_desktop.period import Month

CLOSE_WITHIN: Final = 15
"""Days after a month's end by which it is closed."""


class AccountMonth(Struct, frozen=True):
    """What was brought forward, came, went, was moved, and is carried forward."""

    account: Account
    brought: Money
    opened: Money
    came: Money
    went: Money
    moved: Money
    carried: Money

    @property
    def used(self) -> bool:
        """Whether there is or was anything in it."""
        parts = (self.brought, self.opened, self.came, self.went, self.moved, self.carried)
        return any(parts)


class Closed(Struct, frozen=True):
    """A month that was closed, and the entry that says so."""

    month: Month
    entry: int


def closed_months(book: Reading) -> tuple[Closed, ...]:
    """Return the closed months, the newest first."""
    rows = book.driver.execute("SELECT month, seq FROM closed_month ORDER BY month DESC")
    return tuple(Closed(Month.parse(month), seq) for month, seq in rows)


def due_month(book: Reading) -> Month:
    """Return the month that is closed next: after the last closed one, or the first of the book."""
    done = closed_months(book)
    if done:
        return done[0].month.shift(1)
    row = book.driver.execute("SELECT min(effective_on) FROM posting").fetchone()
    described = committee.committee(book)
    starts = [described.first_month] if described else []
    starts += [Month.of(date.fromisoformat(row[0]))] if row[0] else []
    return max(starts, default=Month.of(book.book.now().date()))


def closed_by(month: Month) -> date:
    """Return the day by which a month is closed; from the next on it is late."""
    return month.last + timedelta(days=CLOSE_WITHIN)


def account_months(book: Reading, month: Month) -> tuple[AccountMonth, ...]:
    """Return every account's month, also of those in which nothing happened."""
    sums: dict[tuple[int, str], int] = {}
    for account, kind, amount in book.driver.execute(
        "SELECT account, kind, amount_in-amount_out FROM account_month WHERE month=?", (str(month),)
    ):
        part = kind.partition(":")[0]
        sums[account, part] = sums.get((account, part), 0) + amount
    after = month.last + timedelta(days=1)
    return tuple(
        AccountMonth(
            account=account,
            brought=balance_before(book, month.first, account.id),
            opened=Money(sums.get((account.id, "opening"), 0), book.currency),
            came=Money(sums.get((account.id, "in"), 0), book.currency),
            went=Money(-sums.get((account.id, "out"), 0), book.currency),
            moved=Money(sums.get((account.id, "move"), 0), book.currency),
            carried=balance_before(book, after, account.id),
        )
        for account in accounts(book)
    )
