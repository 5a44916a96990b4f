"""The tables of the journal and of what is kept beside it, and the index of entries.

Three classes: the journal, kept things (committed to by the journal), and derived tables (views of
the journal, thrown away and rebuilt at will).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from imt_desktop.journal.schema import (
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
)
from imt_desktop.period import iso

if TYPE_CHECKING:
    from imt_desktop.journal.entries import BookRestored, Envelope
    from imt_desktop.journal.posting import Tables
    from imt_desktop.journal.rooms import Recorded

APPLICATION_ID: Final = 0x494D5431
"""SQLite's mark of whose file it is: "IMT1"."""

TABLES_VERSION: Final = 9
"""Version of the derived tables: a book with an older one is rebuilt when it is opened."""

KEPT: Final = MetaData()
"""The journal and the kept things: their form never changes."""

JOURNAL: Final = Table(
    "journal",
    KEPT,
    Column("seq", Integer, primary_key=True),
    Column("stored", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
)

WORD: Final = Table(
    "word",
    KEPT,
    Column("seq", Integer, nullable=False),
    Column("path", Text, nullable=False),
    Column("salt", LargeBinary, nullable=False),
    Column("text", Text, nullable=False),
    PrimaryKeyConstraint("seq", "path"),
    rowid=False,
)

FILE: Final = Table(
    "file",
    KEPT,
    Column("sha256", Text, primary_key=True),
    Column("media", Text, nullable=False),
    Column("bytes", LargeBinary, nullable=False),
)

COPY: Final = MetaData()
"""What only copies have. It is of none of the three classes and proves nothing."""

LEFT_OUT: Final = Table(
    "left_out",
    COPY,
    Column("name", Text, primary_key=True),
)
"""Kept tables whose rows a copy left out. A book with this mark is for reading only."""

LAPTOP: Final = MetaData()
"""What only the book of this laptop has. It is of none of the three classes and proves nothing."""

TRIES: Final = Table(
    "tries",
    LAPTOP,
    Column("officer", Integer, primary_key=True),
    Column("failed", Integer, nullable=False),
    Column("at", Integer, nullable=False),
)
"""Wrong PINs in a row of an officer, and when the last one was typed (seconds since 1970). It is made by
the first try, in the book itself, so that no file can be taken away to be spared the wait."""

PIN: Final = Table(
    "pin",
    KEPT,
    Column("pin", Text, primary_key=True),
    Column("hash", Text, nullable=False),
)
"""Hashes of PINs, by what entries commit to; empty in a copy for somebody else."""

TRIGGERS: Final = tuple(
    f"CREATE TRIGGER {table}_{verb.lower()} BEFORE {verb} ON {table} "
    f"BEGIN SELECT RAISE(ABORT, 'the {table} is append-only'); END"
    for table, verb in (("journal", "UPDATE"), ("journal", "DELETE"))
)
"""They stop accidents; the chain and the paper stop people."""

INDEX: Final = MetaData()

ENTRY: Final = Table(
    "entry",
    INDEX,
    Column("seq", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("effective_on", Text, nullable=False),
    Column("concerns_on", Text),
    Column("at", Text, nullable=False),
    Column("responsible", Integer),
    Column("entered_by", Integer),
    Column("signature", Text, nullable=False),
    Column("clock", Text, nullable=False),
    Index("entry_kind", "kind", "seq"),
    Index("entry_on", "effective_on", "seq"),
    Index("entry_flagged", "seq", where="clock <> 'ok'"),
)


RESTORED: Final = Table(
    "restored",
    INDEX,
    Column("seq", Integer, primary_key=True),
    Column("came_from", Text, nullable=False),
    Column("left_first", Integer),
    Column("left_last", Integer),
    Column("left_receipt", Integer),
    Column("last_receipt", Integer),
)
"""Where the book was brought back from a copy, and what was left behind of the book that it replaced."""


LEFT_BEHIND: Final = Table(
    "left_behind",
    INDEX,
    Column("seq", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("head", Text, nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    PrimaryKeyConstraint("seq", "number"),
    rowid=False,
)
"""All parts of which a restore tells: its own, and those that restores in that part had left behind."""


COUNTERSIGNED: Final = Table(
    "countersigned",
    INDEX,
    Column("officer", Integer, nullable=False),
    Column("seq", Integer, nullable=False),
    PrimaryKeyConstraint("officer", "seq"),
    rowid=False,
)
"""Who signed an entry beside the first officer."""


def index_row(envelope: Envelope) -> tuple[Any, ...]:
    """Return what the index says of an entry."""
    return (
        envelope.seq,
        envelope.kind,
        iso(envelope.effective_on),
        envelope.concerns_on,
        envelope.at,
        envelope.responsible,
        envelope.entered_by,
        envelope.signature,
        envelope.clock,
    )


def post_index(tables: Tables, envelope: Envelope) -> None:
    """List an entry in the index."""
    tables.insert("entry", *index_row(envelope))


def post_signers(tables: Tables, envelope: Envelope) -> None:
    """List who signed an entry beside the first officer."""
    if envelope.countersigned:
        for officer in dict.fromkeys(envelope.countersigned):
            tables.insert("countersigned", officer, envelope.seq)


def post_restored(tables: Tables, recorded: Recorded, entry: BookRestored) -> None:
    """Write down what a restore left behind, and after which receipt the numbers go on."""
    left = entry.left
    tables.insert(
        "restored",
        recorded.seq,
        entry.came_from,
        left.first if left else None,
        left.last if left else None,
        left.last_receipt if left else None,
        entry.last_receipt,
    )
    for number, part in enumerate(entry.parts, 1):
        tables.insert("left_behind", recorded.seq, number, part.head, part.first, part.last)
