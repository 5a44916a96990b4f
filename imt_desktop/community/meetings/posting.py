"""How meetings change their tables."""

from __future__ import annotations

from typing import Final

from imt_desktop.community.meetings import entries as e
from imt_desktop.community.meetings import tables as _tables  # noqa: F401  names its tables
from imt_desktop.journal import Entry, Recorded, Tables
from imt_desktop.journal.rooms import Post


def _called(tables: Tables, recorded: Recorded, entry: e.MeetingCalled) -> None:
    tables.execute(
        "INSERT INTO meeting (id, seq, what, zone, day, hour, place, quorum)"
        " VALUES (?1,?2,?3,?4,?5,?6,?7,?8) ON CONFLICT (id) DO UPDATE SET"
        " seq=?2, what=?3, zone=?4, day=?5, hour=?6, place=?7, quorum=?8, off=NULL",
        (
            entry.meeting, recorded.seq, entry.what, entry.zone, entry.day.isoformat(), entry.hour,
            entry.place, entry.quorum,
        ),
    )  # fmt: skip


def _off(tables: Tables, recorded: Recorded, entry: e.MeetingOff) -> None:
    tables.execute("UPDATE meeting SET off=? WHERE id=?", (recorded.seq, entry.meeting))


def _held(tables: Tables, recorded: Recorded, entry: e.MeetingHeld) -> None:
    tables.execute(
        "UPDATE meeting SET held=?, held_on=?, members=?, women=?, men=?, represented=? WHERE id=?",
        (
            recorded.seq, recorded.on.isoformat(), entry.members, entry.women, entry.men,
            entry.represented, entry.meeting,
        ),
    )  # fmt: skip


def _minutes(tables: Tables, recorded: Recorded, entry: e.MinutesWritten) -> None:
    tables.execute("UPDATE meeting SET minutes=? WHERE id=?", (recorded.seq, entry.meeting))
    tables.execute("DELETE FROM meeting_decision WHERE meeting=?", (entry.meeting,))
    for decision in entry.decisions:
        tables.insert("meeting_decision", entry.meeting, decision)


def _asked(tables: Tables, recorded: Recorded, entry: e.QuestionAsked) -> None:
    tables.insert(
        "meeting_question", entry.question, recorded.seq, entry.meeting, entry.words,
        entry.due_on.isoformat(), None, "",
    )  # fmt: skip


def _answered(tables: Tables, recorded: Recorded, entry: e.MeetingAnswer) -> None:
    tables.execute(
        "UPDATE meeting_question SET answered_on=?, answer=? WHERE id=?",
        (recorded.on.isoformat(), entry.words, entry.question),
    )


def _elected(tables: Tables, recorded: Recorded, entry: e.ElectionHeld) -> None:
    for line in entry.lines:
        tables.execute(
            "INSERT INTO elected (officer, seq, decision, votes, until)"
            " SELECT id, ?, ?, ?, until FROM officer WHERE id=?",
            (recorded.seq, entry.decision, line.votes, line.officer),
        )


POSTS: Final[dict[type[Entry], Post]] = {
    e.MeetingCalled: _called,
    e.MeetingOff: _off,
    e.MeetingHeld: _held,
    e.MinutesWritten: _minutes,
    e.QuestionAsked: _asked,
    e.MeetingAnswer: _answered,
    e.ElectionHeld: _elected,
}
