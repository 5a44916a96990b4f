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


def _out(tables: Tables, recorded: Recorded, entry: r.AssetOutOfUse) -> None:
    tables.insert(
        "asset_out", recorded.seq, 1, entry.asset, entry.on.isoformat(), entry.reason, None
    )


def _target(tables: Tables, recorded: Recorded, entry: r.ReserveTargetDecided) -> None:
    tables.execute("DELETE FROM reserve_target WHERE account=?", (entry.account,))
    tables.insert(
        "reserve_target", entry.account, recorded.seq, entry.target, entry.yearly, entry.decision
    )


def _given(tables: Tables, recorded: Recorded, entry: r.GivenInKind) -> None:
    for number, line in enumerate(entry.lines, 1):
        tables.insert(
            "in_kind", recorded.seq, number, line.on.isoformat(), line.what, line.worth,
            line.giver, line.text, None,
        )  # fmt: skip


def _scenario(tables: Tables, recorded: Recorded, entry: r.ScenarioKept) -> None:
    tables.execute("DELETE FROM scenario WHERE place=?", (entry.place,))
    tables.insert("scenario", entry.place, recorded.seq)


POSTS: Final[dict[type, Post]] = {
    r.BudgetDecided: _budget,
    r.AssetRegistered: _asset,
    r.AssetOutOfUse: _out,
    r.ReserveTargetDecided: _target,
    r.GivenInKind: _given,
    r.ScenarioKept: _scenario,
}
