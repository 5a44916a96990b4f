"""A copy made ready to become the book: copied beside it, photos put back, verified. Nothing is touched."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from msgspec import Struct

from imt_desktop.journal import errors, store
from imt_desktop.journal.book import Head
from imt_desktop.journal.copies import disk, files, pages
from imt_desktop.journal.copies.photos_here import found_here
from imt_desktop.journal.rebuild import rebuild_within
from imt_desktop.journal.rooms import Rooms
from imt_desktop.journal.tables import FILE, TABLES_VERSION
from imt_desktop.journal.verify import verify


class Staged(Struct, frozen=True):
    """A copy that was verified. ``left_out`` names the kept tables that it came without."""

    part: Path
    head: Head
    book: str
    left_out: tuple[str, ...]


@contextmanager
def staged(copy: Path, beside: Path, rooms: Rooms) -> Iterator[Staged]:
    """Make a copy ready under a name of its own beside a book's; it is gone at the end.

    Raises what opening a book raises, DamagedCopyError where it is not as its journal says,
    DiskFullError, and DiskFailedError where a stick was pulled out before its photos were read.
    """
    store.check_header(copy)
    todays = store.check_objects(copy, rooms)
    part = beside.with_name(beside.name + ".part")
    try:
        pages.copy_pages(copy, part)
        photos = copy.absolute().parent / files.FOLDER
        left_out = _complete(part, photos, partial(found_here, beside), rooms, todays)
        if FILE.name in left_out:
            _require_there(copy)
        verdict = verify(part, rooms)
        wrong = [one for one in verdict.problems if not one.beside]
        if wrong:
            raise errors.DamagedCopyError(str(copy), len(wrong))
        with pages.changing(part) as connection:
            store.mark_left_out(connection, ())
        found = pages.ends(part, rooms)
        yield Staged(part, found.head, found.book, left_out)
    except errors.BookError as error:
        if error.path == str(part):
            error.path = str(copy)  # the name that people know
        raise
    finally:
        disk.drop(*store.with_beside(part))


def _require_there(copy: Path) -> None:
    """Refuse to bring a book back without its photos only because the stick with them is gone."""
    try:
        store.check_header(copy)
    except errors.BookMissingError as error:
        raise errors.DiskFailedError(str(copy)) from error


def _complete(
    part: Path, photos: Path, elsewhere: files.Find, rooms: Rooms, todays: bool
) -> tuple[str, ...]:
    """Put photos back, and make today's tables of old ones; returns what is still left out."""
    with pages.changing(part) as copy:
        left_out = set(store.left_out(copy))
        if FILE.name in left_out and not files.put_back(copy, photos, elsewhere):
            left_out.remove(FILE.name)
        store.mark_left_out(copy, left_out)
        if not todays:
            rebuild_within(copy, rooms)
            copy.execute(f"PRAGMA user_version = {TABLES_VERSION}")
    return tuple(sorted(left_out))
