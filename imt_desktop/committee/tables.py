"""The committee's derived tables."""

from typing import Final

from imt_desktop.journal.schema import Column, Integer, MetaData, PrimaryKeyConstraint, Table, Text

TABLES: Final = MetaData()

COMMITTEE: Final = Table(
    "committee",
    TABLES,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("area", Text, nullable=False),
    Column("languages", Text, nullable=False),
    Column("first_month", Text, nullable=False),
    Column("cash_limit", Integer),
    Column("complaints", Text, nullable=False),
    Column("next_assembly", Text, nullable=False),
)

OFFICER: Final = Table(
    "officer",
    TABLES,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("post", Text, nullable=False),
    Column("since", Text, nullable=False),
    Column("until", Text),
    Column("phone", Text, nullable=False),
    Column("phone_public", Integer, nullable=False),
    Column("left_on", Text),
)

OFFICER_PIN: Final = Table(
    "officer_pin",
    TABLES,
    Column("officer", Integer, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("pin", Text, nullable=False),
)
"""Whose PIN is in use: the entry that set it, and its commitment to the kept hash."""

TWO_OFFICERS: Final = Table(
    "two_officers",
    TABLES,
    Column("seq", Integer, primary_key=True),
    Column("in_force", Integer, nullable=False),
)

LIMITS: Final = Table(
    "limits",
    TABLES,
    Column("seq", Integer, primary_key=True),
    Column("since", Text, nullable=False),
    Column("decision", Integer, nullable=False),
    Column("expense_limit", Integer),
)

NAMES_PUBLISHED: Final = Table(
    "names_published",
    TABLES,
    Column("seq", Integer, primary_key=True),
    Column("since", Text, nullable=False),
    Column("until", Text),
    Column("decision", Integer, nullable=False),
)

HANDOVER: Final = Table(
    "handover",
    TABLES,
    Column("seq", Integer, primary_key=True),
    Column("leaves", Integer, nullable=False),
    Column("takes_over", Integer),
    Column("forced", Integer, nullable=False),
)

REBUILT: Final = Table(
    "rebuilt_period",
    TABLES,
    Column("seq", Integer, primary_key=True),
    Column("first", Text, nullable=False),
    Column("last", Text, nullable=False),
)

DECISION: Final = Table(
    "decision",
    TABLES,
    Column("id", Integer, primary_key=True),
    Column("minute", Text, nullable=False),
    Column("decided_on", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("in_favour", Integer),
    Column("against", Integer),
    Column("abstained", Integer),
    Column("attachment", Text),
    Column("envelope", Text, nullable=False),
)

REVOKED: Final = Table(
    "decision_revoked",
    TABLES,
    Column("decision", Integer, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("by", Integer, nullable=False),
)

WATER_SYSTEM: Final = Table(
    "water_system",
    TABLES,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
)

PAPER: Final = Table(
    "paper",
    TABLES,
    Column("seq", Integer, primary_key=True),
    Column("paper", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("languages", Text, nullable=False),
    Column("copy", Integer, nullable=False),
)

OWN_LANGUAGE: Final = Table(
    "own_language",
    TABLES,
    Column("code", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("base", Text, nullable=False),
)

PHRASE: Final = Table(
    "phrase",
    TABLES,
    Column("language", Text, nullable=False),
    Column("english", Text, nullable=False),
    Column("words", Text, nullable=False),
    PrimaryKeyConstraint("language", "english"),
)
