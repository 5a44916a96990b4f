"""The tables of audits."""

from typing import Final

from imt_desktop.community.tables import TABLES
from imt_desktop.journal.schema import Column, Integer, PrimaryKeyConstraint, Table, Text

AUDIT: Final = Table(
    "audit",
    TABLES,
    Column("id", Integer, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("began_on", Text, nullable=False),
    Column("first", Text, nullable=False),
    Column("last", Text, nullable=False),
    Column("decision", Integer, nullable=False),
    Column("read", Integer),
    Column("read_on", Text),
)
"""``read`` is the entry that says that its result was read out."""

DRAWN: Final = Table(
    "audit_list",
    TABLES,
    Column("audit", Integer, nullable=False),
    Column("what", Text, nullable=False),
    Column("listed", Integer, nullable=False),
    Column("count", Integer, nullable=False),
    Column("code", Text, nullable=False),
    Column("drawn", Integer),
    PrimaryKeyConstraint("audit", "what"),
)
"""``listed`` and ``drawn`` are the entries that fixed the list and drew from it."""

CHECK: Final = Table(
    "audit_check",
    TABLES,
    Column("audit", Integer, nullable=False),
    Column("what", Text, nullable=False),
    Column("item", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("result", Text, nullable=False),
    Column("differs_by", Integer),
    PrimaryKeyConstraint("audit", "what", "item"),
)

FINDING: Final = Table(
    "finding",
    TABLES,
    Column("id", Integer, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("audit", Integer, nullable=False),
    Column("post", Text, nullable=False),
    Column("answered", Integer),
    Column("due_on", Text),
    Column("followed", Integer),
    Column("fixed", Integer),
)
"""``answered`` and ``followed`` are the newest entries that did so."""
