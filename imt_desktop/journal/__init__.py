"""The journal: an append-only, hash-chained list of entries, and the only way to write a book."""

from imt_desktop.journal.book import Book, Head, Reading, Signing, Writing, system_clock
from imt_desktop.journal.entries import (
    Attachment,
    BookFounded,
    Entry,
    Part,
    Private,
    Ref,
)
from imt_desktop.journal.posting import Tables
from imt_desktop.journal.rooms import Recorded, Room, Rooms

__all__ = [
    "Attachment", "Book", "BookFounded", "Entry", "Head", "Part", "Private", "Reading", "Recorded",
    "Ref", "Room", "Rooms", "Signing", "Tables", "Writing", "system_clock",
]  # fmt: skip
