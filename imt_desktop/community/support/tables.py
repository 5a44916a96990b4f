"""The tables of support from outside."""

from typing import Final

from imt_desktop.community.tables import TABLES
from imt_desktop.journal.schema import Column, Integer, Table, Text

CONTACT: Final = Table(
    "contact",
    TABLES,
    Column("id", Integer, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("role", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("mandate", Text, nullable=False),
    Column("phone", Text, nullable=False),
    Column("then_ask", Integer),
    Column("ended", Integer, nullable=False),
)

SUPPORT: Final = Table(
    "support",
    TABLES,
    Column("id", Integer, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("contact", Integer, nullable=False),
    Column("words", Text, nullable=False),
    Column("asked_on", Text, nullable=False),
    Column("due_on", Text, nullable=False),
    Column("answered", Integer),
    Column("answered_on", Text),
    Column("outcome", Text),
)
"""``answered`` is the entry with the answer."""

REPORT: Final = Table(
    "report_owed",
    TABLES,
    Column("id", Integer, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("contact", Integer),
    Column("what", Text, nullable=False),
    Column("due_on", Text, nullable=False),
    Column("months", Integer, nullable=False),
    Column("ended", Integer, nullable=False),
    Column("sent_for", Text),
    Column("sent_on", Text),
)
"""``sent_for`` is the latest deadline that was met."""

RECEIVED: Final = Table(
    "visit_received",
    TABLES,
    Column("seq", Integer, primary_key=True),
    Column("contact", Integer),
    Column("came_on", Text, nullable=False),
)
