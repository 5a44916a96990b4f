"""How audits change their tables."""

from __future__ import annotations

from typing import Final

from imt_desktop.community.audit import entries as e
from imt_desktop.community.audit import tables as _tables  # noqa: F401  names its tables
from imt_desktop.journal import Entry, Recorded, Tables
from imt_desktop.journal.rooms import Post


def _begun(tables: Tables, recorded: Recorded, entry: e.AuditBegun) -> None:
    tables.insert(
        "audit", entry.audit, recorded.seq, recorded.on.isoformat(), entry.first.isoformat(),
        entry.last.isoformat(), entry.decision, None, None,
    )  # fmt: skip


def _listed(tables: Tables, recorded: Recorded, entry: e.ListFixed) -> None:
    tables.execute(
        "INSERT OR REPLACE INTO audit_list VALUES (?,?,?,?,?,NULL)",
        (entry.audit, entry.what, recorded.seq, entry.count, entry.code),
    )


def _drawn(tables: Tables, recorded: Recorded, entry: e.SampleDrawn) -> None:
    tables.execute(
        "UPDATE audit_list SET drawn=? WHERE audit=? AND what=?",
        (recorded.seq, entry.audit, entry.what),
    )


def _checked(tables: Tables, recorded: Recorded, entry: e.ChecksWritten) -> None:
    tables.executemany(
        "INSERT OR REPLACE INTO audit_check VALUES (?,?,?,?,?,?)",
        [
            (entry.audit, line.what, line.item, recorded.seq, line.result, line.differs_by)
            for line in entry.lines
        ],
    )


def _found(tables: Tables, recorded: Recorded, entry: e.FindingWritten) -> None:
    tables.insert(
        "finding", entry.finding, recorded.seq, entry.audit, entry.post, None, None, None, None
    )


def _answered(tables: Tables, recorded: Recorded, entry: e.FindingAnswered) -> None:
    due = entry.due_on.isoformat() if entry.due_on else None
    tables.execute(
        "UPDATE finding SET answered=?, due_on=? WHERE id=?", (recorded.seq, due, entry.finding)
    )


def _followed(tables: Tables, recorded: Recorded, entry: e.FindingFollowed) -> None:
    tables.execute(
        "UPDATE finding SET followed=?, fixed=? WHERE id=?",
        (recorded.seq, int(entry.fixed), entry.finding),
    )


def _read(tables: Tables, recorded: Recorded, entry: e.AuditRead) -> None:
    tables.execute(
        "UPDATE audit SET read=?, read_on=? WHERE id=?",
        (recorded.seq, recorded.on.isoformat(), entry.audit),
    )


POSTS: Final[dict[type[Entry], Post]] = {
    e.AuditBegun: _begun,
    e.ListFixed: _listed,
    e.SampleDrawn: _drawn,
    e.ChecksWritten: _checked,
    e.FindingWritten: _found,
    e.FindingAnswered: _answered,
    e.FindingFollowed: _followed,
    e.AuditRead: _read,
}
