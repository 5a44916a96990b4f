"""Backups in a folder that people can see, beside the books.

Books/kiboko.imt
Books/Backups/kiboko 3fa29c01/0042 2026-10-14 entry 1234 closing.imt
Books/Backups/kiboko 3fa29c01/Photos/...
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

from msgspec import Struct

from imt_desktop.journal import store
from imt_desktop.journal.book import Book
from imt_desktop.journal.copies import disk, files, pages
from imt_desktop.journal.copies.names import BackupName, Reason, parse, to_keep
from imt_desktop.journal.errors import BookError, CopyOnlyError
from imt_desktop.journal.rooms import Rooms

FOLDER: Final = "Backups"
SPARE: Final = 100 * 1024 * 1024
"""Bytes that stay free on the disk, so that the book itself can grow."""
NEVER_FEWER: Final = 2
"""So many of the newest backups stay, however tight the disk is."""

_SHORT_ID: Final = 8


class Backup(Struct, frozen=True):
    """A backup that is there. ``new`` tells whether it was made just now or was there already."""

    path: Path
    said: BackupName
    new: bool = False


def folder_of(book: Path, id: str) -> Path:
    """Return the folder of a book's backups; it follows the book when that is renamed.

    Two copies that lie side by side and have forked have a folder each: one would tidy the other's away.
    """
    every = book.absolute().parent / FOLDER
    short = id[:_SHORT_ID]
    own = every / f"{book.stem} {short}"
    if own.is_dir() or not every.is_dir():
        return own
    for one in sorted(every.glob(f"* {short}")):
        other = book.with_name(one.name.removesuffix(f" {short}") + book.suffix)
        if not other.exists():
            return one
    return own


def backups(folder: Path) -> list[Backup]:
    """List the backups of a folder, the newest first."""
    if not folder.is_dir():
        return []
    found = [Backup(path, said) for path in folder.iterdir() if (said := parse(path.name))]
    return sorted(found, key=lambda one: one.said.number, reverse=True)


def back_up(
    book: Path,
    rooms: Rooms,
    reason: Reason,
    today: date,
    folder: Path | None = None,
    free: Callable[[Path], int] = disk.free_room,
) -> Backup:
    """Back a book up, unless its newest backup already has every entry; then tidy up.

    Call it at every closing of the program, each day, and before import, restore and upgrade; the
    book may be open. Raises what opening a book raises, CopyOnlyError for a copy that left something
    out, DamagedBookError where the copy would not be whole, DiskFullError and CannotWriteError; older
    backups then stay as they were.
    """
    now = pages.ends(book, rooms)
    if now.left_out:
        raise CopyOnlyError(str(book))
    where = folder or folder_of(book, now.book)
    newest = next(iter(backups(where)), None)
    if newest is None or not _same(newest, now, rooms):
        with disk.writing(where):
            where.mkdir(parents=True, exist_ok=True)
        _make_room(where, disk.size_of(book), free, rooms)
        number = newest.said.number + 1 if newest else 1
        name = BackupName(number, today, now.head.seq, reason)
        newest = _make(lambda part: pages.copy_pages(book, part), rooms, where, name)
    _tidy(where, today, rooms)
    return newest


def rescue(book: Book, today: date) -> Backup:
    """Back up a book whose file was deleted while it is open: the system keeps what is open until then.

    Raises as ``back_up``, and DiskFailedError where the disk itself is gone.
    """
    where = folder_of(book.path, book.id)
    with disk.writing(where):
        where.mkdir(parents=True, exist_ok=True)
    newest = next(iter(backups(where)), None)
    name = BackupName(newest.said.number + 1 if newest else 1, today, 0, "gone")
    with book.open_file() as source:
        return _make(lambda part: pages.copy_open(source, part), book.rooms, where, name)


def before_upgrade(book: Path, rooms: Rooms, today: date) -> None:
    """Back a book up whose tables are about to be worked out anew by a newer program.

    Raises as ``back_up``.
    """
    store.check_header(book)
    if not store.check_objects(book, rooms) and not pages.ends(book, rooms).left_out:
        back_up(book, rooms, "upgrade", today)


def _same(newest: Backup, now: pages.Ends, rooms: Rooms) -> bool:
    try:
        there = pages.ends(newest.path, rooms)
        return (there.book, there.head) == (now.book, now.head)
    except BookError:  # damaged since: then a new one is due
        return False


def _make(copy_to: Callable[[Path], None], rooms: Rooms, where: Path, name: BackupName) -> Backup:
    part = where / f"{name}.part"
    try:
        copy_to(part)
        with pages.changing(part) as copy:
            had_files = files.take_out(copy, where / files.FOLDER)
        if had_files:
            pages.shrink(part)
        seen = pages.check(part, rooms)
        said = BackupName(name.number, name.on, seen.head.seq, name.reason)  # may have grown since
        pages.finish(part, where / str(said))
    except BaseException:
        disk.drop(*store.with_beside(part))
        raise
    return Backup(where / str(said), said, new=True)


def _make_room(where: Path, wanted: int, free: Callable[[Path], int], rooms: Rooms) -> None:
    """Let old backups go while there is no room for the next one: what only one of them has goes last."""
    if free(where) >= wanted + SPARE:
        return
    there = backups(where)
    held = {one.path for one in there if _held(one, there, rooms)}
    spare = there[NEVER_FEWER:]
    for one in sorted(spare, key=lambda one: (one.path not in held, one.said.number)):
        if free(where) >= wanted + SPARE:
            return
        with disk.writing(where):
            disk.remove(one.path)


def _tidy(where: Path, today: date, rooms: Rooms) -> None:
    names = [path.name for path in where.iterdir() if path.is_file()]
    kept = to_keep(names, today)
    there = backups(where)
    for one in there:
        staying = [other for other in there if other.path.name in kept]
        if one not in staying and not _held(one, staying, rooms):
            kept.add(one.path.name)
    with disk.writing(where):
        for name in names:
            if name not in kept or _abandoned(name):
                disk.remove(where / name)


def _held(one: Backup, others: list[Backup], rooms: Rooms) -> bool:
    """Whether another backup has all entries of this one: after a restore the newer ones may not."""
    try:
        head = pages.ends(one.path, rooms).head
    except BookError:  # damaged: there is nothing in it to be kept
        return True
    return any(other != one and pages.has(other.path, head) for other in others)


def _abandoned(name: str) -> bool:
    """Whether a file is what is left of a backup that was cut off."""
    part = name.removesuffix("-journal")
    return part.endswith(".part") and parse(part.removesuffix(".part")) is not None
