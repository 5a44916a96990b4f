"""Opening a book: for writing, or for reading only where there is a good reason."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from imt_desktop.errors import UserError
from imt_desktop.journal import Book, system_clock
from imt_desktop.journal.book import Clock
from imt_desktop.journal.errors import (
    BookBusyError,
    DiskFullError,
    ReadOnlyBookError,
    UnknownKindsError,
)
from imt_desktop.oversight.whole import open_book


class Opened(Struct, frozen=True):
    """A book that was opened, and why it can only be read, if so."""

    book: Book
    read_only: UserError | None = None


def open_or_read(path: Path, clock: Clock = system_clock) -> Opened:
    """Open a book; one that is open elsewhere, or cannot be written, is opened for reading.

    Raises what opening a book raises where it cannot even be read.
    """
    try:
        return Opened(open_book(path, clock=clock))
    except (BookBusyError, DiskFullError, ReadOnlyBookError, UnknownKindsError) as error:
        return Opened(open_book(path, writable=False, clock=clock), error)
