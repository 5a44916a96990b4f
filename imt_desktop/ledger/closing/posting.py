"""How closings change the tables; and the door: a closed month takes no more entries of its days."""

from __future__ import annotations

from datetime import date
from typing import Final

from imt_desktop.journal import Entry, Recorded, Tables, Writing
from imt_desktop.journal.rooms import Post
from imt_desktop.ledger import errors
from imt_desktop.ledger.closing import entries as c
from imt_desktop.ledger.requests import first_open_day


def admit(book: Writing, _entry: Entry, on: date) -> None:
    """Refuse an entry with a date in a closed month. Raises ClosedMonthError."""
    open_from = first_open_day(book)
    if open_from and on < open_from:
        raise errors.ClosedMonthError(on.isoformat(), open_from.isoformat()).beside("on")


def _bank(tables: Tables, recorded: Recorded, entry: c.BankCompared) -> None:
    unshown = sum(line.amount for line in entry.unshown)
    tables.insert(
        "bank_paper", recorded.seq, entry.account, entry.day.isoformat(), entry.balance, unshown,
        entry.difference,
    )  # fmt: skip
    for line in entry.shown:
        tables.insert("bank_line", line.entry, line.line, entry.account, recorded.seq)


def _closed(tables: Tables, recorded: Recorded, entry: c.MonthClosed) -> None:
    tables.insert("closed_month", entry.month, recorded.seq)
    for one in entry.accounts:
        tables.insert("closed_account", entry.month, one.account, one.brought, one.carried)


POSTS: Final[dict[type, Post]] = {c.BankCompared: _bank, c.MonthClosed: _closed}
