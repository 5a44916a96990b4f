"""How support from outside changes its tables."""

from __future__ import annotations

from typing import Final

from imt_desktop.community.support import entries as e
from imt_desktop.community.support import tables as _tables  # noqa: F401  names its tables
from imt_desktop.journal import Entry, Recorded, Tables
from imt_desktop.journal.rooms import Post


def _contact(tables: Tables, recorded: Recorded, entry: e.ContactKept) -> None:
    tables.execute(
        "INSERT OR REPLACE INTO contact VALUES (?,?,?,?,?,?,?,?)",
        (
            entry.contact, recorded.seq, entry.role, entry.name, entry.mandate, entry.phone,
            entry.then, int(entry.ended),
        ),
    )  # fmt: skip


def _asked(tables: Tables, recorded: Recorded, entry: e.SupportAsked) -> None:
    tables.insert(
        "support", entry.request, recorded.seq, entry.contact, entry.words,
        recorded.on.isoformat(), entry.due_on.isoformat(), None, None, None,
    )  # fmt: skip


def _answered(tables: Tables, recorded: Recorded, entry: e.SupportAnswered) -> None:
    tables.execute(
        "UPDATE support SET answered=?, answered_on=?, outcome=? WHERE id=?",
        (recorded.seq, recorded.on.isoformat(), entry.outcome, entry.request),
    )


def _owed(tables: Tables, recorded: Recorded, entry: e.ReportOwed) -> None:
    tables.execute(
        "INSERT INTO report_owed (id, seq, contact, what, due_on, months, ended)"
        " VALUES (?1,?2,?3,?4,?5,?6,?7) ON CONFLICT (id) DO UPDATE SET"
        " seq=?2, contact=?3, what=?4, due_on=?5, months=?6, ended=?7",
        (
            entry.report, recorded.seq, entry.contact, entry.what, entry.due_on.isoformat(),
            entry.months, int(entry.ended),
        ),
    )  # fmt: skip


def _sent(tables: Tables, recorded: Recorded, entry: e.ReportSent) -> None:
    tables.execute(
        "UPDATE report_owed SET sent_for=?, sent_on=? WHERE id=?",
        (entry.due_on.isoformat(), recorded.on.isoformat(), entry.report),
    )


def _came(tables: Tables, recorded: Recorded, entry: e.VisitReceived) -> None:
    tables.insert("visit_received", recorded.seq, entry.contact, recorded.on.isoformat())


POSTS: Final[dict[type[Entry], Post]] = {
    e.ContactKept: _contact,
    e.SupportAsked: _asked,
    e.SupportAnswered: _answered,
    e.ReportOwed: _owed,
    e.ReportSent: _sent,
    e.VisitReceived: _came,
}
