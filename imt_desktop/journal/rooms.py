"""The rooms of a book: which kinds of entries there are, and how each is posted.

Each domain package gives one :class:`Room`; the program puts them together once. The journal itself
knows no fees and no plans.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import Any, Final, TypeVar

import msgspec

from imt_desktop.journal.entries import (
    BookFounded,
    BookRestored,
    Entry,
    Envelope,
    WordsForgotten,
)
from imt_desktop.journal.posting import Tables, forms_of
from imt_desktop.journal.private import PrivateFields, Word
from imt_desktop.journal.schema import MetaData
from imt_desktop.journal.tables import INDEX, post_index, post_restored, post_signers

FORMAT: Final = b"\x01"
"""The first byte of every stored entry: the format of what follows."""


class UnreadableEntry(Exception):
    """An entry that cannot be read: damaged, or of a ``kind`` that this version does not know.

    ``store.translated`` turns it into the error that people read.
    """

    def __init__(self, seq: int, kind: str | None = None) -> None:
        super().__init__(seq, kind)
        self.seq = seq
        self.kind = kind


class Recorded(msgspec.Struct, frozen=True):
    """An entry as it stands in the journal."""

    envelope: Envelope
    entry: Entry
    hash: bytes

    @property
    def seq(self) -> int:
        """Its number in the journal."""
        return self.envelope.seq

    @property
    def on(self) -> date:
        """Its booking date."""
        return self.envelope.effective_on

    @property
    def made_on(self) -> date:
        """The day on which it was made, by the clock and where it stood."""
        return (self.at + timedelta(minutes=self.envelope.offset)).date()

    @property
    def at(self) -> datetime:
        """When the clock said it was made, UTC."""
        return datetime.fromisoformat(self.envelope.at)


Post = Callable[[Tables, Recorded, Any], None]
"""How one kind of entry changes the derived tables: only adds up, asks no setting and no clock."""


Admit = Callable[[Any, Entry, date], None]
"""Asked before an entry is appended: the writing, the entry and its booking date. Raises a UserError."""


class Room(msgspec.Struct, frozen=True):
    """One domain's part of the book: its derived tables, and its kinds with their posting.

    ``admit`` guards the door to the journal, for entries of every room.
    """

    name: str
    tables: MetaData
    posts: Mapping[type[Entry], Post]
    admit: Admit | None = None


def _nothing(_tables: Tables, _recorded: Recorded, _entry: Entry) -> None:
    """Post what changes no table."""


_BASE: Final = Room(
    "journal",
    INDEX,
    {BookFounded: _nothing, BookRestored: post_restored, WordsForgotten: _nothing},
)
"""What can happen to every book, whatever it is about."""


Made = TypeVar("Made")


class _MadeOnce(dict[str, Made]):
    """What belongs to each kind of entry, made when the first entry of the kind is read or written.

    Made for all of them at once it took a tenth of a second, before any book could be opened.
    """

    def __init__(self, make: Callable[[str], Made]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, kind: str) -> Made:
        made = self[kind] = self._make(kind)
        return made


class Rooms:
    """All rooms of a book together."""

    def __init__(self, *rooms: Room) -> None:
        self.all: Final = (_BASE, *rooms)
        self._posts: Final = {kind: post for room in self.all for kind, post in room.posts.items()}
        self.forms: Final = forms_of(room.tables for room in self.all)
        self.kinds: Final = {kind.KIND: kind for kind in self._posts}
        self._guards: Final = [room.admit for room in self.all if room.admit]
        self._private: Final = _MadeOnce(lambda name: PrivateFields(self.kinds[name]))
        self._envelopes: Final = msgspec.json.Decoder(Envelope)
        self._bodies: Final = _MadeOnce(lambda name: msgspec.json.Decoder(self.kinds[name]))

    def seal(self, entry: Entry, new_salt: Callable[[], bytes]) -> tuple[msgspec.Raw, list[Word]]:
        """Turn an entry into the canonical bytes of its body, and the private words beside it."""
        if not self.commitments(entry):  # as a spreadsheet's entry of a hundred thousand lines
            return msgspec.Raw(canonical(entry)), []
        body = msgspec.to_builtins(entry)
        words = self._private[entry.KIND].lift(body, new_salt)
        return msgspec.Raw(canonical(body)), words

    def envelope(self, stored: bytes) -> Envelope:
        """Read the envelope of stored bytes. Raises ValueError where they are no entry."""
        if stored[:1] != FORMAT:
            raise ValueError("unknown format byte")
        return self._envelopes.decode(stored[1:])

    def entry(self, envelope: Envelope, words: Mapping[str, str]) -> Entry:
        """Read the body of an envelope, with its private words put back.

        Raises KeyError for a kind that this version does not know, ValueError for a body that is
        not of its kind.
        """
        body = self.body(envelope)
        return self.put_back(envelope, words) if self.commitments(body) else body

    def body(self, envelope: Envelope) -> Entry:
        """Read the body as it is stored, commitments in the place of private words."""
        return self._bodies[envelope.kind].decode(envelope.body)

    def commitments(self, body: Entry) -> dict[str, str]:
        """List what an entry, read as it is stored, commits to, by path."""
        return self._private[body.KIND].commitments(body)

    def put_back(self, envelope: Envelope, words: Mapping[str, str]) -> Entry:
        """Read the body of an envelope that has commitments, its words in their place."""
        body = msgspec.json.decode(envelope.body)
        self._private[envelope.kind].put_back(body, words)
        return msgspec.convert(body, self.kinds[envelope.kind])

    def admit(self, writing: Any, entry: Entry, on: date) -> None:
        """Ask every room whether the entry may be appended."""
        for guard in self._guards:
            guard(writing, entry, on)

    def post(self, tables: Tables, recorded: Recorded) -> None:
        """Change the derived tables as the entry says; what waits is still to be flushed."""
        post_index(tables, recorded.envelope)
        self.post_beside_index(tables, recorded)

    def post_beside_index(self, tables: Tables, recorded: Recorded) -> None:
        """Change the derived tables but the index of entries."""
        post_signers(tables, recorded.envelope)
        self._posts[type(recorded.entry)](tables, recorded, recorded.entry)


_CANONICAL: Final = msgspec.json.Encoder(order="sorted")


def canonical(value: Any) -> bytes:
    """Return the one way in which a body or an envelope is written as JSON."""
    return _CANONICAL.encode(value)


def stored_bytes(envelope: Envelope) -> bytes:
    """Return the bytes of an entry that are stored and hashed."""
    return FORMAT + canonical(envelope)
