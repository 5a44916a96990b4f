"""The tables of meetings."""

from typing import Final

from imt_desktop.community.tables import TABLES
from imt_desktop.journal.schema import Column, Index, Integer, PrimaryKeyConstraint, Table, Text

MEETING: Final = Table(
    "meeting",
    TABLES,
    Column("id", Integer, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("what", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("hour", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("quorum", Integer),
    Column("off", Integer),
    Column("held", Integer),
    Column("held_on", Text),
    Column("members", Integer),
    Column("women", Integer),
    Column("men", Integer),
    Column("represented", Integer),
    Column("minutes", Integer),
    Index("meeting_by_day", "day"),
)
"""``off``, ``held`` and ``minutes`` are the entries that say so; the newest holds."""

MEETING_DECISION: Final = Table(
    "meeting_decision",
    TABLES,
    Column("meeting", Integer, nullable=False),
    Column("decision", Integer, nullable=False),
    PrimaryKeyConstraint("meeting", "decision"),
)

QUESTION: Final = Table(
    "meeting_question",
    TABLES,
    Column("id", Integer, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("meeting", Integer, nullable=False),
    Column("words", Text, nullable=False),
    Column("due_on", Text, nullable=False),
    Column("answered_on", Text),
    Column("answer", Text, nullable=False),
)

ELECTED: Final = Table(
    "elected",
    TABLES,
    Column("officer", Integer, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("decision", Integer, nullable=False),
    Column("votes", Integer),
    Column("until", Text),
)
