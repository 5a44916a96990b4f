"""How the service's entries change their tables."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from imt_desktop.community.service import entries as e
from imt_desktop.community.service import tables as _tables  # noqa: F401  names its tables
from imt_desktop.journal import Entry, Recorded, Ref, Tables
from imt_desktop.journal.rooms import Post


def _broke(tables: Tables, recorded: Recorded, entry: e.BrokeDown) -> None:
    dry = entry.dry_since.isoformat() if entry.dry_since else None
    tables.insert(
        "breakdown", entry.breakdown, recorded.seq, entry.system or 0, entry.component,
        entry.cause, entry.words, recorded.on.isoformat(), dry, None, None, None,
    )  # fmt: skip


def _repaired(tables: Tables, recorded: Recorded, entry: e.Repaired) -> None:
    back = entry.back_on.isoformat() if entry.back_on else None
    tables.execute(
        "UPDATE breakdown SET repaired=?, repaired_on=?, back_on=? WHERE id=?",
        (recorded.seq, recorded.on.isoformat(), back, entry.breakdown),
    )
    _spent(tables, entry.spent, "breakdown", entry.breakdown)


def _spent(tables: Tables, spent: Iterable[Ref], what: str, about: int) -> None:
    for ref in spent:
        tables.insert("service_cost", ref.entry, ref.line, what, about)


def _turns(tables: Tables, _recorded: Recorded, entry: e.TurnsSet) -> None:
    tables.execute("DELETE FROM supply_turn WHERE zone=?", (entry.zone,))
    for line in entry.lines:
        tables.insert("supply_turn", entry.zone, line.weekday, line.first, line.last)


def _supplied(tables: Tables, _recorded: Recorded, entry: e.SupplyLogged) -> None:
    tables.executemany(
        "INSERT OR REPLACE INTO supply VALUES (?,?,?)",
        [(line.on.isoformat(), line.zone, line.minutes) for line in entry.lines],
    )


def _produced(tables: Tables, _recorded: Recorded, entry: e.WaterProduced) -> None:
    tables.executemany(
        "INSERT OR REPLACE INTO production VALUES (?,?,?)",
        [(line.on.isoformat(), line.system or 0, line.litres) for line in entry.lines],
    )


def _tested(tables: Tables, recorded: Recorded, entry: e.WaterTested) -> None:
    for number, line in enumerate(entry.lines, 1):
        tables.insert(
            "water_test", recorded.seq, number, recorded.on.isoformat(), line.parameter,
            line.value, int(line.good),
        )  # fmt: skip


def _planned(tables: Tables, recorded: Recorded, entry: e.MaintenancePlanned) -> None:
    tables.execute(
        "INSERT INTO maintenance (id, seq, what, component, months, first_on, ended)"
        " VALUES (?1,?2,?3,?4,?5,?6,?7) ON CONFLICT (id) DO UPDATE SET"
        " seq=?2, what=?3, component=?4, months=?5, first_on=?6, ended=?7",
        (
            entry.task, recorded.seq, entry.what, entry.component, entry.months,
            entry.first_on.isoformat(), int(entry.ended),
        ),
    )  # fmt: skip


def _done(tables: Tables, recorded: Recorded, entry: e.MaintenanceDone) -> None:
    tables.execute(
        "UPDATE maintenance SET done_on=max(coalesce(done_on, ''), ?) WHERE id=?",
        (recorded.on.isoformat(), entry.task),
    )
    _spent(tables, entry.spent, "maintenance", entry.task)


def _counted(tables: Tables, _recorded: Recorded, entry: e.StoresCounted) -> None:
    tables.execute("DELETE FROM store")
    for line in entry.lines:
        tables.insert("store", line.part, line.stock, line.least)


def _functional(tables: Tables, recorded: Recorded, entry: e.FunctionalitySaid) -> None:
    tables.insert(
        "functionality", recorded.seq, entry.system or 0, entry.state, recorded.on.isoformat()
    )


POSTS: Final[dict[type[Entry], Post]] = {
    e.BrokeDown: _broke,
    e.Repaired: _repaired,
    e.TurnsSet: _turns,
    e.SupplyLogged: _supplied,
    e.WaterProduced: _produced,
    e.WaterTested: _tested,
    e.MaintenancePlanned: _planned,
    e.MaintenanceDone: _done,
    e.StoresCounted: _counted,
    e.FunctionalitySaid: _functional,
}
