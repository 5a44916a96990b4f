"""The tables of complaints. No text and no name is kept in them: those stay with their entries."""

from typing import Final

from imt_desktop.community.tables import TABLES
from imt_desktop.journal.schema import Column, Index, Integer, PrimaryKeyConstraint, Table, Text

RULES: Final = Table(
    "complaint_rules",
    TABLES,
    Column("seq", Integer, primary_key=True),
)
"""The entries that set how complaints are dealt with; the newest holds."""

COMPLAINT: Final = Table(
    "complaint",
    TABLES,
    Column("id", Integer, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("received_on", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("category", Text, nullable=False),
    Column("about", Integer),
    Column("assigned", Integer),
    Column("stage", Text, nullable=False),
    Column("due_on", Text, nullable=False),
    Column("missed", Integer, nullable=False),
    Column("answered_on", Text),
    Column("outcome", Text),
    Column("fixed", Integer, nullable=False),
    Column("satisfied", Integer),
    Column("reopened", Integer, nullable=False),
    Index("complaint_by_day", "received_on"),
)
"""``missed``: whether a deadline went by before the complaint was answered or passed on."""

NOTE: Final = Table(
    "complaint_note",
    TABLES,
    Column("complaint", Integer, nullable=False),
    Column("seq", Integer, nullable=False),
    PrimaryKeyConstraint("complaint", "seq"),
)
"""The entries that are about a complaint, the first of them the complaint itself."""
