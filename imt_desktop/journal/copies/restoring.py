"""Bringing a book back from a copy, and taking over a copy that went on.

The book is never overwritten: the copy is verified beside it, gets its entry, and takes the book's
name in one step, when the book already has another name as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from msgspec import Struct

from imt_desktop.journal import errors, store
from imt_desktop.journal.book import Book, Clock, Signing, system_clock
from imt_desktop.journal.copies import disk
from imt_desktop.journal.copies.comparing import Comparison, compare_copies, entries_after
from imt_desktop.journal.copies.staging import Staged, staged
from imt_desktop.journal.entries import BookRestored, LeftBehind, WordsForgotten
from imt_desktop.journal.lock import Lock
from imt_desktop.journal.rooms import Rooms
from imt_desktop.journal.tables import WORD
from imt_desktop.journal.verify import verify

LastReceipt = Callable[[Path, int], int | None]
"""The highest receipt number given after an entry of a book; the journal itself knows no receipts."""


class Restored(Struct, frozen=True):
    """What was done: the entry that tells of it, and the name that the replaced book has now."""

    entry: int | None
    kept: Path | None
    left: LeftBehind | None
    forgotten: bool = False
    """Whether words are back that were forgotten in the part left behind."""


class Asked(Struct, frozen=True):
    """What somebody says at a restore.

    ``last_receipt`` is the highest receipt number in people's hands, None where the replaced book
    can tell; ``today`` the day, where the clock is wrong.
    """

    last_receipt: int | None
    today: date | None = None


def restore(
    copy: Path,
    book: Path,
    rooms: Rooms,
    asked: Asked,
    who: Signing,
    last_receipt: LastReceipt,
    clock: Clock = system_clock,
) -> Restored:
    """Bring a book back from a copy; the book may be there, damaged or gone.

    Raises what ``staged`` raises, AnotherBooksCopyError, SameCopyError, BookBusyError,
    LastReceiptError, ReceiptBehindError, ClockBehindError and CannotWriteError. The book is then as it was.
    """
    with _place(book), staged(copy, book, rooms) as ready:
        left, known = _left_behind(book, ready, rooms, last_receipt)
        if not known and asked.last_receipt is None:
            raise errors.LastReceiptError().beside("last_receipt")
        _refuse_behind(asked.last_receipt, last_receipt(ready.part, 0))
        numbers = (asked.last_receipt, left.last_receipt if left else None)
        entry = BookRestored(
            came_from=ready.head.hash.hex(),
            left=left,
            last_receipt=max((number for number in numbers if number), default=None),
            left_out=ready.left_out,
            earlier=_earlier(book, rooms, left),
        )
        forgotten = left is not None and _forgot(book, rooms, left, ready)
        written = _append(ready.part, rooms, entry, who, asked.today, clock)
        day = asked.today or clock().date()
        return Restored(written, _swap(ready.part, book, day), left, forgotten)


def take_over(copy: Path, book: Path, rooms: Rooms, today: date) -> Restored:
    """Let a copy that continues the book become the book; nothing is left behind.

    Raises as ``restore``, and NotAheadError where the copy does not continue the book.
    """
    with _place(book), staged(copy, book, rooms) as ready:
        found = compare_copies(book, ready.part, rooms)
        if found.relation == "same":
            raise errors.SameCopyError(str(copy))
        if found.relation != "second-continues":
            raise errors.NotAheadError(str(copy), found.common, found.relation == "forked")
        if ready.left_out:
            raise errors.CopyOnlyError(str(copy))
        return Restored(None, _swap(ready.part, book, today), None)


@contextmanager
def _place(book: Path) -> Iterator[None]:
    """Hold the name of a book, so that nobody opens it meanwhile."""
    lock = Lock(book)
    try:
        yield
    finally:
        lock.release()


def _left_behind(
    book: Path, ready: Staged, rooms: Rooms, last_receipt: LastReceipt
) -> tuple[LeftBehind | None, bool]:
    """Say what the copy does not have of the book, and whether that is known at all."""
    if not book.exists():
        return None, False
    try:
        found = compare_copies(book, ready.part, rooms)
    except errors.AnotherBooksCopyError:
        raise errors.AnotherBooksCopyError(str(book)) from None
    except errors.BookError:  # it cannot be read: that is why it is brought back
        return None, False
    if found.relation == "same" and not verify(book, rooms).problems:
        raise errors.SameCopyError(str(book))
    return _part_after(book, found, last_receipt), True


def _refuse_behind(said: int | None, last: int | None) -> None:
    """Refuse a number that is a slip: numbers in people's hands would be given again."""
    if said and last and said < last:
        raise errors.ReceiptBehindError(said, last).beside("last_receipt")


def _part_after(book: Path, found: Comparison, last_receipt: LastReceipt) -> LeftBehind | None:
    if found.first.seq == found.common:
        return None
    return LeftBehind(
        head=found.first.hash.hex(),
        first=found.common + 1,
        last=found.first.seq,
        last_receipt=last_receipt(book, found.common),
    )


def _earlier(book: Path, rooms: Rooms, left: LeftBehind | None) -> tuple[LeftBehind, ...]:
    """Return what restores within the part that is left behind now had left behind before."""
    after = entries_after(book, rooms, left.first - 1) if left else ()
    told = [
        part for one in after if isinstance(one.entry, BookRestored) for part in one.entry.parts
    ]
    return tuple({part.head: part for part in told}.values())


def _forgot(book: Path, rooms: Rooms, left: LeftBehind, ready: Staged) -> bool:
    after = entries_after(book, rooms, left.first - 1)
    return WORD.name not in ready.left_out and any(
        isinstance(one.entry, WordsForgotten) for one in after
    )


def _append(
    part: Path, rooms: Rooms, entry: BookRestored, who: Signing, today: date | None, clock: Clock
) -> int:
    book = Book.open(part, rooms, clock=clock)
    try:
        with book.write(who, today) as writing:
            return writing.append(entry).seq
    finally:
        book.close()


def _swap(part: Path, book: Path, today: date) -> Path | None:
    """Give the copy the book's name; the book keeps a name of its own."""
    with disk.writing(book):
        disk.flush(part)
        kept = _keep(book, today) if book.exists() else None
        for ending in ("-wal", "-shm"):
            disk.remove(book.with_name(book.name + ending))
        try:
            disk.put(part, book)
        except OSError:
            if kept:
                disk.remove(kept)
            raise
    return kept


def _keep(book: Path, today: date) -> Path:
    """Keep the book under another name, whole: what is in its WAL goes into its file first.

    A crash may have left it with two names before: then one of them goes, since a book of two names
    would be written to from both.
    """
    for path in book.parent.glob(f"{book.stem} replaced *"):
        if path.samefile(book):
            disk.remove(path)
    try:
        store.check_header(book)
        with store.translated(book):
            connection = store.connect(book, "write")
            try:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                connection.close()
    except errors.BookError:
        pass  # damaged: then its WAL is kept beside it
    kept = _free_name(book, today)
    disk.keep(book, kept)
    wal = book.with_name(book.name + "-wal")
    if wal.exists():
        disk.keep(wal, kept.with_name(kept.name + "-wal"))
    return kept


def _free_name(book: Path, today: date) -> Path:
    name = f"{book.stem} replaced {today}"
    for number in range(1, 10_000):
        more = f" {number}" if number > 1 else ""
        path = book.with_name(f"{name}{more}{book.suffix}")
        if not path.exists():
            return path
    raise errors.BookExistsError(str(path))
