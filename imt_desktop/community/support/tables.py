"""The tables of support from outside."""

from typing import Final

from sqlalchemy import Column, Integer, Table, Text

from imt_desktop.community.tables import TABLES

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
    sqlite_strict=True,
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
    sqlite_strict=True,
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
    sqlite_strict=True,
)
"""``sent_for`` is the latest deadline that was met."""

RECEIVED: Final = Table(
    "visit_received",
    TABLES,
    Column("seq", Integer, primary_key=True),
    Column("contact", Integer),
    Column("came_on", Text, nullable=False),
    sqlite_strict=True,
)
