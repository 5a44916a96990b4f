"""Photos and papers that this laptop holds already: in the book here, or in the backups beside it.

A copy that was brought without its folder of photos lacks them only as far as these have none either.
"""

from __future__ import annotations

import hashlib
from contextlib import closing
from pathlib import Path

from imt_desktop.journal import errors, store
from imt_desktop.journal.copies import backups, files


def found_here(book: Path, name: str) -> bytes | None:
    """Find a file by its hash; a book that cannot be read has none, and need not be there."""
    data = _in_book(book, name)
    if data is not None:
        return data
    for folder in sorted((book.absolute().parent / backups.FOLDER).glob(f"*/{files.FOLDER}")):
        data = files.found(folder, name)
        if data is not None:
            return data
    return None


def _in_book(book: Path, name: str) -> bytes | None:
    try:
        store.check_header(book)
        with store.translated(book), closing(store.connect(book, "read")) as connection:
            row = connection.execute("SELECT bytes FROM file WHERE sha256=?", (name,)).fetchone()
    except errors.BookError:
        return None
    whole = row and isinstance(row[0], bytes) and hashlib.sha256(row[0]).hexdigest() == name
    return row[0] if whole else None
