"""The journal: an append-only, hash-chained list of entries, and the only way to write a book."""

from imt_desktop.journal.book import Book, Head, Reading, Signing, Writing, system_clock
from imt_desktop.journal.entries import (
    Attachment,
    BookFounded,
    BookRestored,
    Entry,
    Erased,
    LeftBehind,
    Part,
    Private,
    Ref,
    WordsForgotten,
)
from imt_desktop.journal.posting import Tables
from imt_desktop.journal.rooms import Recorded, Room, Rooms

__all__ = [
    "Attachment", "Book", "BookFounded", "BookRestored", "Entry", "Erased", "Head", "LeftBehind",
    "Part", "Private", "Reading", "Recorded", "Ref", "Room", "Rooms", "Signing", "Tables",
    "WordsForgotten", "Writing", "system_clock",
]  # fmt: skip
