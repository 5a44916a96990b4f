"""How readings, counts, reliefs, absences and contributions change the tables. No money moves here."""

from __future__ import annotations

from typing import Final

from imt_desktop.journal import Recorded, Tables
from imt_desktop.journal.rooms import Post
from imt_desktop.ledger.charging import entries as c
from imt_desktop.ledger.charging.earlier import (
    BETWEEN,
    AnyLadder,
    AnyRead,
    LadderDecided1,
    MetersRead1,
    Reading1,
)

LINES: Final = (
    "reading",
    "quantity",
    "absence",
    "kiosk_sale",
    "arrears_step",
    "in_kind",
    "asset_out",
)
"""Tables of lines that can be cancelled one by one."""


def _read(tables: Tables, recorded: Recorded, entry: AnyRead) -> None:
    lines: tuple[c.Reading | Reading1, ...] = entry.lines
    for number, line in enumerate(lines, 1):
        tables.insert(
            "reading", recorded.seq, number, line.connection, line.on.isoformat(),
            line.through.isoformat(), line.value, line.used, line.charged_to, line.how, None,
        )  # fmt: skip
    if entry.source:
        source = entry.source
        tables.insert(
            "source", recorded.seq, source.sha256, source.file, source.sheet, source.kind, None
        )


def _counted(tables: Tables, recorded: Recorded, entry: c.ThingsCounted) -> None:
    for number, line in enumerate(entry.lines, 1):
        tables.insert(
            "quantity", recorded.seq, number, line.connection, line.unit, line.count,
            line.on.isoformat(), int(line.once), None,
        )  # fmt: skip


def _relieved(tables: Tables, recorded: Recorded, entry: c.ReliefGranted) -> None:
    tables.insert(
        "relief", entry.relief, recorded.seq, entry.member, entry.on, entry.group, entry.share,
        entry.amount, entry.decision, entry.since, entry.until, None,
    )  # fmt: skip


def _absent(tables: Tables, recorded: Recorded, entry: c.AbsencesNoted) -> None:
    for number, line in enumerate(entry.lines, 1):
        tables.insert(
            "absence", recorded.seq, number, line.member, line.what, line.on.isoformat(), None
        )


def _begun(tables: Tables, recorded: Recorded, entry: c.DriveBegun) -> None:
    tables.insert(
        "drive", entry.drive, recorded.seq, entry.name, entry.target, entry.each,
        entry.due_on.isoformat(), entry.decision, None,
    )  # fmt: skip


def _ladder(tables: Tables, recorded: Recorded, entry: AnyLadder) -> None:
    since = entry.since.isoformat()
    between = entry.between if isinstance(entry, c.LadderDecided) else BETWEEN
    for place, step in enumerate(entry.steps, 1):
        tables.insert(
            "ladder", recorded.seq, place, since, entry.decision, step.step, step.after_bills,
            step.after_days, between,
        )  # fmt: skip


def _step(tables: Tables, recorded: Recorded, entry: c.StepTaken) -> None:
    tables.insert(
        "arrears_step", recorded.seq, 1, entry.member, entry.step, recorded.on.isoformat(), None
    )


POSTS: Final[dict[type, Post]] = {
    c.MetersRead: _read,
    MetersRead1: _read,
    c.ThingsCounted: _counted,
    c.ReliefGranted: _relieved,
    c.AbsencesNoted: _absent,
    c.DriveBegun: _begun,
    c.LadderDecided: _ladder,
    LadderDecided1: _ladder,
    c.StepTaken: _step,
}
