"""Copies of a book as people use them: what one holds, sealing one for the stick, bringing back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from datetime import date, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from imt_desktop.committee import queries as committee
from imt_desktop.journal import Book, Reading, Recorded, Signing, errors, store, system_clock
from imt_desktop.journal.book import Clock
from imt_desktop.journal.copies import disk, files, pages, restoring, sealing, words
from imt_desktop.journal.copies.backups import Backup, backups, folder_of
from imt_desktop.journal.copies.backups import back_up as back_up_book
from imt_desktop.journal.copies.comparing import Comparison, compare_copies
from imt_desktop.journal.copies.leaving_out import NEVER_FOR_OTHERS, PRIVATE, leave_out
from imt_desktop.journal.copies.names import Reason
from imt_desktop.journal.copies.photos_here import found_here
from imt_desktop.journal.verify import verify
from imt_desktop.ledger.accounts import Account, accounts
from imt_desktop.ledger.entries import MoneyReceived, MoneySpent, PaymentsReceived
from imt_desktop.oversight import trail
from imt_desktop.oversight.errors import VerifierMissingError
from imt_desktop.oversight.whole import ROOMS, open_book

VERIFIER: Final = Path(__file__).resolve().parents[2] / "tools" / "verify_book.py"
"""The small verifier that shares no code with the program."""


class Holds(Struct, frozen=True):
    """What a copy holds, as it is shown before anything is done with it."""

    path: Path
    committee: str
    book: str
    practice: bool
    entries: int
    head: str
    """Hash of its newest entry, hex."""
    last_on: date
    last_at: datetime
    last_receipt: int | None
    balances: tuple[Account, ...]
    members: int
    left_out: tuple[str, ...]
    changed: tuple[str, ...]
    """Photos and papers beside it that are not what they were."""
    against: Comparison | None
    """How it stands to the book here, which is the first of the two; None where there is none."""


def back_up(book: Path, reason: Reason, today: date, folder: Path | None = None) -> Backup:
    """Back a book up for one of the reasons for which the program does so; see ``journal.copies``."""
    return back_up_book(book, ROOMS, reason, today, folder)


def back_up_daily(book: Path, id: str, today: date) -> Backup | None:
    """Back a book up once a day while it stays open; None where today has its copy already.

    Raises as ``back_up``.
    """
    newest = next(iter(backups(folder_of(book, id))), None)
    if newest is not None and newest.said.on == today:
        return None
    return back_up(book, "daily", today)


def look(copy: Path, book: Path | None = None) -> Holds:
    """Say what a copy holds, and how it stands to the book here. Nothing is changed.

    Raises what opening a book raises; a book here that cannot be read is not compared.
    """
    with readable(copy) as held, held.read() as reading:
        against = _against(book, copy)
        try:
            return _holds(copy, reading, against, book)
        except (
            AttributeError,
            TypeError,
            ValueError,
        ) as error:  # no value of a whole book does that
            raise errors.DamagedBookError(str(copy)) from error


def require_as_written(copy: Path) -> None:
    """Refuse a copy that is not as its journal says. Raises DamagedCopyError, and as opening a book."""
    with readable(copy) as held:
        wrong = [one for one in verify(held.path, ROOMS).problems if not one.beside]
    if wrong:
        raise errors.DamagedCopyError(str(copy), len(wrong))


def compare(first: Path, second: Path) -> Comparison:
    """Compare two copies of a book. Raises AnotherBooksCopyError and what opening a book raises."""
    return compare_copies(first, second, ROOMS)


def restore(
    copy: Path, book: Path, who: Signing, asked: restoring.Asked, clock: Clock = system_clock
) -> restoring.Restored:
    """Bring a book back from a copy; see ``journal.copies.restoring``. A backup is made before."""
    day = asked.today or clock().date()
    if book.exists():
        try:
            back_up(book, "restore", day)
        except errors.BookError:  # damaged, or no room: the book itself is kept under another name
            pass
    return restoring.restore(copy, book, ROOMS, asked, who, last_receipt_after, clock)


def take_over(copy: Path, book: Path, today: date) -> restoring.Restored:
    """Let a copy that continues the book become the book."""
    return restoring.take_over(copy, book, ROOMS, today)


def seal(
    book: Path,
    sealed: Path,
    *,
    keys: tuple[str, ...] = (),
    opens: str = "",
    private: bool = False,
    verifier: bool = False,
) -> None:
    """Seal a copy for a stick: to people's public keys, or to the words ``opens``.

    Without ``private`` it has no words about people and no photos; it never has hashes of PINs. With
    ``verifier`` the small verifier lies beside it. Raises what opening a book raises, SealKeyError,
    VerifierMissingError, CannotWriteError, DiskFullError; then neither of the two is there.
    """
    with _verifier_beside(sealed.absolute().parent) if verifier else nullcontext():
        _seal(book, sealed, keys, opens, private)


@contextmanager
def _verifier_beside(folder: Path) -> Iterator[None]:
    """Put the small verifier there first, so that no copy stays of which nobody has seen the words."""
    target = folder / VERIFIER.name
    before = target.exists()
    put_verifier(folder)
    try:
        yield
    except BaseException:
        if not before:
            disk.drop(target)
        raise


def _seal(book: Path, sealed: Path, keys: tuple[str, ...], opens: str, private: bool) -> None:
    out = NEVER_FOR_OTHERS if private else (*NEVER_FOR_OTHERS, *PRIVATE)
    # In the clear it lies beside the book only, never on the stick.
    part = book.with_name(book.name + ".sealing")
    try:
        pages.copy_pages(book, part)
        if out:
            leave_out(part, ROOMS, out)
        pages.check(part, ROOMS)
        data = part.read_bytes()
    finally:
        disk.drop(*store.with_beside(part))
    if keys:
        sealing.seal_to_keys(data, sealed, keys)
    else:
        sealing.seal_to_words(data, sealed, words.cleaned(opens))


def open_sealed(
    sealed: Path, plain: Path, *, key_file: Path | None = None, opens: str = ""
) -> Holds:
    """Open a sealed copy into a new file, and say what it holds.

    Raises BookExistsError, NotSealedError, SealShutError, SealWordError, SealWordsMissingError,
    KeyFileError, and NotABookError or DamagedBookError where what was sealed is no book.
    """
    if plain.exists():
        raise errors.BookExistsError(str(plain))
    if key_file:
        data = sealing.opened_with_key(sealed, key_file)
    else:
        sealing.sealed_to(sealed)
        data = sealing.opened_with_words(sealed, words.cleaned(opens))
    part = plain.with_name(plain.name + ".part")
    try:
        with disk.writing(plain):
            part.write_bytes(data)
        store.check_header(part)
        store.check_objects(part, ROOMS)
        pages.check(part, ROOMS)
        pages.finish(part, plain)
    finally:
        disk.drop(*store.with_beside(part))
    return look(plain)


def put_verifier(folder: Path) -> Path:
    """Put the small verifier beside a sealed copy. Raises VerifierMissingError, CannotWriteError."""
    if not VERIFIER.exists():
        raise VerifierMissingError(str(VERIFIER))
    target = folder / VERIFIER.name
    with disk.writing(target):
        disk.write_file(target, VERIFIER.read_bytes())
    return target


def last_receipt_after(book: Path, seq: int) -> int | None:
    """Return the highest receipt number that a book gave, or knew to be in people's hands, after an entry."""
    with store.translated(book), closing(store.connect(book, "read")) as connection:
        return _last_receipt(connection, seq)


def _last_receipt(connection: sqlite3.Connection, seq: int = 0) -> int | None:
    row = connection.execute(
        "SELECT max(number) FROM (SELECT receipt AS number FROM money_line WHERE seq > ?1"
        " UNION ALL SELECT last_receipt FROM restored WHERE seq > ?1)",
        (seq,),
    ).fetchone()
    return None if row[0] is None else int(row[0])


@contextmanager
def readable(copy: Path) -> Iterator[Book]:
    """Open a copy to look at it and change nothing; one with old tables in a copy of its own."""
    store.check_header(copy)
    if store.check_objects(copy, ROOMS):
        with closing(open_book(copy, writable=False)) as book:
            yield book
        return
    with TemporaryDirectory() as folder:
        aside = Path(folder) / copy.name
        pages.copy_pages(copy, aside)
        with closing(Book.open(aside, ROOMS, writable=False)) as book:
            yield book


def only_in(path: Path, common: int, last: int) -> tuple[list[Recorded], trail.Known]:
    """Return what a copy has after entry ``common`` up to ``last``, with the names to enter it again.

    An entry of several lines of money, such as a collection sheet, comes line by line.
    """
    with readable(path) as held, held.read() as reading:
        after = (reading.recorded(n) for n in range(common + 1, last + 1))
        lines = [line for recorded in after for line in _line_by_line(recorded)]
        return lines, trail.known(reading, lines)


def _line_by_line(recorded: Recorded) -> Iterator[Recorded]:
    entry = recorded.entry
    if not isinstance(entry, PaymentsReceived | MoneyReceived | MoneySpent):
        yield recorded
        return
    for line in entry.lines:
        yield replace(recorded, entry=replace(entry, lines=(line,)))


def _against(book: Path | None, copy: Path) -> Comparison | None:
    if book is None or not book.exists():
        return None
    try:
        return compare_copies(book, copy, ROOMS)
    except errors.AnotherBooksCopyError:
        raise
    except errors.BookError as error:
        if error.path == str(copy):  # else it is the book here that cannot be read
            raise
        return None


def _holds(copy: Path, book: Reading, against: Comparison | None, here: Path | None) -> Holds:
    head = book.head()
    newest = book.recorded(head.seq)
    described = committee.committee(book)
    last = _last_receipt(book.driver)
    left_out = set(store.left_out(book.driver))
    photos = copy.absolute().parent / files.FOLDER
    elsewhere = partial(found_here, here or copy)
    gone, changed = files.lacking(book.driver, photos, elsewhere) if "file" in left_out else (0, ())
    if not gone:
        left_out.discard("file")
    return Holds(
        path=copy,
        committee=described.name if described else "",
        book=book.book.id,
        practice=book.book.founded.practice,
        entries=head.seq,
        head=head.hash.hex(),
        last_on=newest.on,
        last_at=newest.at,
        last_receipt=last,
        balances=tuple(accounts(book)),
        members=book.driver.execute("SELECT count(*) FROM member").fetchone()[0],
        left_out=tuple(sorted(left_out)),
        changed=changed,
        against=against,
    )
