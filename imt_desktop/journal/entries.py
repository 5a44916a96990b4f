"""What an entry is: a frozen struct that states a fact and its results.

One struct per kind and version. A struct never changes once it was used in a book: a new need is a
new version with its own struct. Amounts are whole minor units of the book's currency, dates ISO.
"""

from datetime import date
from typing import Annotated, ClassVar, Literal

import msgspec

Private = Annotated[str, msgspec.Meta(extra={"private": True})]
"""A word about a person: kept beside the journal, committed to in it, and forgettable.

The empty text stays as it is; it says nothing about anybody. A forgotten word reads as empty.
"""


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of all entries. ``KIND`` is the kind and version that the journal knows it by."""

    KIND: ClassVar[str]


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of what an entry is made of: a line, an amount of a kind, a share."""


class Ref(Part, frozen=True, kw_only=False, gc=False):
    """Points to a line of an entry; line 0 is the whole entry."""

    entry: int
    line: int = 1

    def __str__(self) -> str:
        return f"{self.entry}/{self.line}"


class Attachment(Part, frozen=True):
    """A photo or PDF kept beside the journal, by the SHA-256 of its bytes in hex."""

    sha256: str
    media: str
    size: int


class BookFounded(Entry, frozen=True):
    """The first entry of every book: what can never change about it."""

    KIND: ClassVar[str] = "book/1"

    currency: str
    decimals: int
    country: str
    practice: bool


class Erased(Part, frozen=True):
    """Where a word stood that was erased: its entry, and its path in the entry's body."""

    entry: int
    path: str


class WordsForgotten(Entry, frozen=True):
    """Words about a member were erased. Says where they stood and nothing of what they were."""

    KIND: ClassVar[str] = "forgotten/1"

    member: int
    words: tuple[Erased, ...]


class LeftBehind(Part, frozen=True):
    """The part of a replaced book that the restored copy does not have."""

    head: str
    """Hash of its last entry, hex."""
    first: int
    last: int
    last_receipt: int | None
    """The highest receipt number given in it."""


class BookRestored(Entry, frozen=True, omit_defaults=True):
    """The book was brought back from a copy, which ended with the entry before this one."""

    KIND: ClassVar[str] = "restored/1"

    came_from: str
    """Hash of the copy's last entry, hex."""
    left: LeftBehind | None
    """None where nothing was left behind, or nobody knows."""
    last_receipt: int | None
    """The highest receipt number in people's hands: numbering goes on after it."""
    left_out: tuple[str, ...]
    """Kept tables that the copy did not have: what earlier entries say of them may be missing."""
    earlier: tuple[LeftBehind, ...] = ()
    """Parts that restores within ``left`` had left behind: no other entry of the book tells of them."""

    @property
    def parts(self) -> tuple[LeftBehind, ...]:
        """All parts of which it tells: its own first."""
        return (self.left, *self.earlier) if self.left else ()


class Envelope(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of an entry that is hashed: where it stands, who is responsible, when, and what."""

    book: str
    """128-bit id of the book, hex."""
    seq: int
    before: str
    """SHA-256 of the entry before, hex; zeros for the first."""
    kind: str
    responsible: int | None
    entered_by: int | None
    countersigned: tuple[int, ...]
    signature: Literal["unsigned", "pin"]
    at: str
    """The computer's clock in UTC: ``2026-10-14T07:12:33Z``."""
    offset: int
    """Minutes that the local time was ahead of UTC."""
    clock: Literal["ok", "behind", "ahead"]
    """Whether the clock had jumped against the entry before."""
    effective_on: date
    """The booking date."""
    concerns_on: str | None
    """The day or month it is about, when it comes late: ``2026-09-14`` or ``2026-09``."""
    body: msgspec.Raw
