"""How budgets and assets change the tables."""

from __future__ import annotations

from typing import Final

from imt_desktop.journal import Recorded, Tables
from imt_desktop.journal.rooms import Post
from imt_desktop.ledger.recovery import entries as r


def _budget(tables: Tables, recorded: Recorded, entry: r.BudgetDecided) -> None:
    tables.execute("DELETE FROM budget WHERE year=?", (entry.year,))
    for line in entry.lines:
        tables.insert(
            "budget", entry.year, line.direction, line.kind, line.amount, recorded.seq,
            entry.decision,
        )  # fmt: skip


def _asset(tables: Tables, recorded: Recorded, entry: r.AssetRegistered) -> None:
    tables.insert(
        "asset", entry.asset, recorded.seq, entry.what, entry.name, entry.bought_on.isoformat(),
        entry.cost, entry.life, entry.replacement, None,
    )  # fmt: skip


POSTS: Final[dict[type, Post]] = {r.BudgetDecided: _budget, r.AssetRegistered: _asset}
