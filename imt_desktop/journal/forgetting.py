"""Forgetting: words are erased, and an entry says which, so that the chain stays whole.

The tables are worked out again from what is left, in the same transaction: they then are what a
rebuild gives, and no table can keep a word because somebody did not think of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from imt_desktop.journal.book import Writing
from imt_desktop.journal.entries import Erased, WordsForgotten
from imt_desktop.journal.rebuild import rebuild_within
from imt_desktop.journal.rooms import Recorded


def forget(book: Writing, member: int, words: Sequence[Erased]) -> Recorded:
    """Erase words for good. Once it is committed, ``Book.write`` wipes the free places of the file."""
    recorded = book.append(WordsForgotten(member=member, words=tuple(words)))
    driver = book.driver
    driver.executemany(
        "DELETE FROM word WHERE seq=? AND path=?", [(word.entry, word.path) for word in words]
    )
    rebuild_within(driver, book.book.rooms)
    book.erased = True
    return recorded
