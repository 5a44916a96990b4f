"""How complaints change their tables."""

from __future__ import annotations

from typing import Final

from imt_desktop.community.complaints import entries as e
from imt_desktop.community.complaints import tables as _tables  # noqa: F401  names its tables
from imt_desktop.journal import Entry, Recorded, Tables
from imt_desktop.journal.rooms import Post


def _rules(tables: Tables, recorded: Recorded, _entry: e.ComplaintRules) -> None:
    tables.insert("complaint_rules", recorded.seq)


def _received(tables: Tables, recorded: Recorded, entry: e.ComplaintReceived) -> None:
    tables.insert(
        "complaint", entry.complaint, recorded.seq, recorded.on.isoformat(), entry.channel,
        entry.source, entry.category, entry.about, entry.assigned, "direct",
        entry.due_on.isoformat(), 0, None, None, 0, None, 0,
    )  # fmt: skip
    _note(tables, recorded, entry.complaint)


def _moved(tables: Tables, recorded: Recorded, entry: e.ComplaintMoved) -> None:
    tables.execute(
        "UPDATE complaint SET missed=max(missed, due_on<?), stage=?, assigned=?, due_on=?"
        " WHERE id=?",
        (
            recorded.on.isoformat(), entry.stage, entry.assigned, entry.due_on.isoformat(),
            entry.complaint,
        ),
    )  # fmt: skip
    _note(tables, recorded, entry.complaint)


def _answered(tables: Tables, recorded: Recorded, entry: e.ComplaintAnswered) -> None:
    on = recorded.on.isoformat()
    tables.execute(
        "UPDATE complaint SET missed=max(missed, due_on<?), answered_on=?, outcome=?, fixed=?,"
        " satisfied=NULL WHERE id=?",
        (on, on, entry.outcome, int(entry.fixed), entry.complaint),
    )
    _note(tables, recorded, entry.complaint)


def _asked(tables: Tables, recorded: Recorded, entry: e.ComplaintAsked) -> None:
    tables.execute(
        "UPDATE complaint SET satisfied=? WHERE id=?", (int(entry.satisfied), entry.complaint)
    )
    _note(tables, recorded, entry.complaint)


def _reopened(tables: Tables, recorded: Recorded, entry: e.ComplaintReopened) -> None:
    tables.execute(
        "UPDATE complaint SET answered_on=NULL, outcome=NULL, fixed=0, satisfied=NULL,"
        " reopened=reopened+1, due_on=? WHERE id=?",
        (entry.due_on.isoformat(), entry.complaint),
    )
    _note(tables, recorded, entry.complaint)


def _note(tables: Tables, recorded: Recorded, complaint: int) -> None:
    tables.insert("complaint_note", complaint, recorded.seq)


POSTS: Final[dict[type[Entry], Post]] = {
    e.ComplaintRules: _rules,
    e.ComplaintReceived: _received,
    e.ComplaintMoved: _moved,
    e.ComplaintAnswered: _answered,
    e.ComplaintAsked: _asked,
    e.ComplaintReopened: _reopened,
}
