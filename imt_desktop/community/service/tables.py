"""The tables of the service. A system of 0 stands where there is only one."""

from typing import Final

from imt_desktop.community.tables import TABLES
from imt_desktop.journal.schema import Column, Index, Integer, PrimaryKeyConstraint, Table, Text

BREAKDOWN: Final = Table(
    "breakdown",
    TABLES,
    Column("id", Integer, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("system", Integer, nullable=False),
    Column("component", Text, nullable=False),
    Column("cause", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("reported_on", Text, nullable=False),
    Column("dry_since", Text),
    Column("repaired", Integer),
    Column("repaired_on", Text),
    Column("back_on", Text),
    Index("breakdown_by_day", "reported_on"),
)
"""``repaired`` is the entry that says so."""

SPENT: Final = Table(
    "service_cost",
    TABLES,
    Column("entry", Integer, nullable=False),
    Column("line", Integer, nullable=False),
    Column("what", Text, nullable=False),
    Column("about", Integer, nullable=False),
    PrimaryKeyConstraint("entry", "line"),
)
"""Which breakdown (``breakdown``) or task (``maintenance``) an expense belongs to."""

TURN: Final = Table(
    "supply_turn",
    TABLES,
    Column("zone", Text, nullable=False),
    Column("weekday", Integer, nullable=False),
    Column("first", Text, nullable=False),
    Column("last", Text, nullable=False),
    PrimaryKeyConstraint("zone", "weekday", "first"),
)

SUPPLY: Final = Table(
    "supply",
    TABLES,
    Column("day", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("minutes", Integer, nullable=False),
    PrimaryKeyConstraint("day", "zone"),
)

PRODUCTION: Final = Table(
    "production",
    TABLES,
    Column("day", Text, nullable=False),
    Column("system", Integer, nullable=False),
    Column("litres", Integer, nullable=False),
    PrimaryKeyConstraint("day", "system"),
)

TEST: Final = Table(
    "water_test",
    TABLES,
    Column("seq", Integer, nullable=False),
    Column("line", Integer, nullable=False),
    Column("tested_on", Text, nullable=False),
    Column("parameter", Text, nullable=False),
    Column("value", Integer, nullable=False),
    Column("good", Integer, nullable=False),
    PrimaryKeyConstraint("seq", "line"),
    Index("water_test_by_day", "tested_on"),
)

MAINTENANCE: Final = Table(
    "maintenance",
    TABLES,
    Column("id", Integer, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("what", Text, nullable=False),
    Column("component", Text, nullable=False),
    Column("months", Integer, nullable=False),
    Column("first_on", Text, nullable=False),
    Column("ended", Integer, nullable=False),
    Column("done_on", Text),
)

STORE: Final = Table(
    "store",
    TABLES,
    Column("part", Text, primary_key=True),
    Column("stock", Integer, nullable=False),
    Column("least", Integer, nullable=False),
)

FUNCTIONALITY: Final = Table(
    "functionality",
    TABLES,
    Column("seq", Integer, primary_key=True),
    Column("system", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("said_on", Text, nullable=False),
)
