"""Papers that were issued and not written, as on a full disk: they wait, as those of the window do."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager

import msgspec

from imt_desktop import settings
from imt_desktop.errors import CannotWriteError
from imt_desktop.journal import Book


def waiting(book: Book) -> frozenset[int]:
    """Return the entries of papers that never came out, as far as this laptop knows."""
    return frozenset(
        settings.load(settings.places()).waiting.get(book.id, settings.Waiting()).papers
    )


@contextmanager
def written(book: Book, entries: Collection[int]) -> Iterator[None]:
    """Write issued papers inside: they wait where that fails, so that the next print is no copy either."""
    before = waiting(book)
    try:
        yield
    except CannotWriteError:
        _keep(book, (*sorted(before), *(one for one in entries if one not in before)))
        raise
    if not before.isdisjoint(entries):
        _keep(book, sorted(before.difference(entries)))


def _keep(book: Book, papers: Iterable[int]) -> None:
    where = settings.places()
    now = settings.load(where)
    mine = now.waiting.get(book.id, settings.Waiting())
    changed = msgspec.structs.replace(mine, papers=tuple(papers))
    settings.save(where, now.changed(waiting=now.waiting | {book.id: changed}))
