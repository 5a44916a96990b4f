"""How waiting expenses change the tables: they stand in a list of their own and move no money."""

from __future__ import annotations

from typing import Final

from imt_desktop.journal import Recorded, Tables
from imt_desktop.journal.rooms import Post
from imt_desktop.ledger.waiting import entries as w


def _waiting(tables: Tables, recorded: Recorded, entry: w.ExpenseWaiting) -> None:
    for number, line in enumerate(entry.lines, 1):
        tables.insert(
            "waiting", recorded.seq, number, line.on.isoformat(), line.payee, line.text,
            line.category, line.amount, line.account, None, None,
        )  # fmt: skip


def answered(tables: Tables, recorded: Recorded, waiting: int, how: str) -> None:
    """Note what became of a waiting expense: ``approved`` or ``withdrawn``."""
    tables.execute(
        "UPDATE waiting SET answer=?, answered_by=? WHERE seq=?", (how, recorded.seq, waiting)
    )


def _withdrawn(tables: Tables, recorded: Recorded, entry: w.ExpenseWithdrawn) -> None:
    answered(tables, recorded, entry.waiting, "withdrawn")


POSTS: Final[dict[type, Post]] = {w.ExpenseWaiting: _waiting, w.ExpenseWithdrawn: _withdrawn}
