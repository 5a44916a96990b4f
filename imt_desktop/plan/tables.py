"""The plan's derived tables."""

from typing import Final

from imt_desktop.journal.schema import (
    Column,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
)

TABLES: Final = MetaData()

ROUND: Final = Table(
    "plan_round",
    TABLES,
    Column("id", Integer, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("began_on", Text, nullable=False),
    Column("ended_on", Text),
)

STEP: Final = Table(
    "plan_step",
    TABLES,
    Column("round", Integer, nullable=False),
    Column("step", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("done_on", Text, nullable=False),
    PrimaryKeyConstraint("round", "step"),
)
"""The newest entry of each step of a round: prepared, voted, model, compliance or problems."""

PROBLEM: Final = Table(
    "problem",
    TABLES,
    Column("id", Integer, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("round", Integer, nullable=False),
    Column("card", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("icon", Text, nullable=False),
    Column("votes", Integer),
    Column("chosen", Integer, nullable=False),
    Column("studied", Integer),
    Column("likely", Integer),
    Column("bad", Integer),
)

PROBLEM_TOOL: Final = Table(
    "problem_tool",
    TABLES,
    Column("problem", Integer, nullable=False),
    Column("tool", Text, nullable=False),
    PrimaryKeyConstraint("problem", "tool"),
)

OWN_TOOL: Final = Table(
    "own_tool",
    TABLES,
    Column("id", Integer, primary_key=True),
    Column("seq", Integer, nullable=False),
)

ACTION: Final = Table(
    "plan_action",
    TABLES,
    Column("id", Integer, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("round", Integer, nullable=False),
    Column("problem", Integer),
    Column("tool", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("officer", Integer),
    Column("person", Text, nullable=False),
    Column("post", Text, nullable=False),
    Column("start", Text),
    Column("deadline", Text, nullable=False),
    Column("cost", Integer),
    Column("money_from", Text, nullable=False),
    Column("support", Text, nullable=False),
    Column("shows", Text, nullable=False),
    Column("figure", Text),
    Column("unit", Text),
    Column("target", Integer),
    Column("upward", Integer),
    Column("origin", Text),
    Column("origin_about", Text),
    Column("state", Text, nullable=False),
    Column("state_since", Text, nullable=False),
    Column("state_seq", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    Column("reached_entry", Integer),
    Column("reached_value", Integer),
)

ACTION_NOTE: Final = Table(
    "action_note",
    TABLES,
    Column("action", Integer, nullable=False),
    Column("seq", Integer, nullable=False),
    PrimaryKeyConstraint("action", "seq"),
)
"""The entries that are about an action: the history of its card."""

EVIDENCE: Final = Table(
    "evidence",
    TABLES,
    Column("seq", Integer, primary_key=True),
    Column("action", Integer, nullable=False),
    Column("words", Text, nullable=False),
    Column("envelope", Text, nullable=False),
    Column("sha256", Text),
    Column("media", Text),
    Index("evidence_of_action", "action"),
)

ACTION_COST: Final = Table(
    "action_cost",
    TABLES,
    Column("entry", Integer, nullable=False),
    Column("line", Integer, nullable=False),
    Column("action", Integer, nullable=False),
    PrimaryKeyConstraint("entry", "line"),
)

VISIT: Final = Table(
    "visit",
    TABLES,
    Column("seq", Integer, primary_key=True),
    Column("round", Integer, nullable=False),
    Column("visited_on", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("next_on", Text),
)

ANSWER: Final = Table(
    "question_answer",
    TABLES,
    Column("question", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("answered_on", Text, nullable=False),
    Column("became", Text, nullable=False),
    Column("action", Integer),
    PrimaryKeyConstraint("question", "about"),
)

CAPACITY: Final = Table(
    "capacity_answer",
    TABLES,
    Column("criterion", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("met", Integer, nullable=False),
    Column("asked_on", Text, nullable=False),
    PrimaryKeyConstraint("criterion", "seq"),
)
