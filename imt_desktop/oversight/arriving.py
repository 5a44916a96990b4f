"""A copy that comes to this laptop: which book here it belongs to, and letting it become that book.

It comes because the book here is damaged or gone, or because the committee goes on at another laptop.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct
from msgspec.structs import replace

from imt_desktop.committee import rules
from imt_desktop.committee.queries import Officer, by_id, officers
from imt_desktop.journal import Book, Signing, system_clock
from imt_desktop.journal.book import Clock
from imt_desktop.journal.copies import pages
from imt_desktop.journal.copies.backups import FOLDER, Backup, backups
from imt_desktop.journal.copies.restoring import Asked, Restored
from imt_desktop.journal.errors import BookError, CopyOnlyError, from_system
from imt_desktop.journal.tables import FILE
from imt_desktop.oversight import copies
from imt_desktop.oversight.copies import Holds
from imt_desktop.oversight.whole import ROOMS, SUFFIX, open_book

AHEAD = "second-continues"
"""How two copies stand to each other where the book here has nothing that the copy lacks."""

_KEPT = " replaced "
"""Stands in the names of books that were replaced: they do not go on."""


class Arrived(Struct, frozen=True):
    """A copy that was looked at, the book that it will be, and who in post by it may be named."""

    holds: Holds
    place: Path
    there: bool
    """Whether a file of that name is there already; it is kept under another name."""
    officers: tuple[Officer, ...]
    """Those who have no PIN, by the copy and by the book here: nobody else could use their names."""

    @property
    def relation(self) -> str:
        """How the book here and the copy stand to each other; empty where that is not known."""
        return self.holds.against.relation if self.holds.against else ""

    @property
    def asks_receipt(self) -> bool:
        """Whether somebody has to say the last receipt number: no book here can tell it."""
        return self.holds.against is None


def copies_of(book: Path) -> tuple[Backup, ...]:
    """Return the backups beside a book that cannot be read, by its name; the newest first.

    Raises nothing: a folder that cannot be read has none.
    """
    every = book.absolute().parent / FOLDER
    try:
        folders = [one for one in every.iterdir() if one.name.rpartition(" ")[0] == book.stem]
        found = [backup for folder in folders for backup in backups(folder)]
    except OSError:
        return ()
    return tuple(sorted(found, key=lambda one: (one.said.on, one.said.number), reverse=True))


def look(copy: Path, books: Path, lost: Path | None, fresh: Callable[[str], Path]) -> Arrived:
    """Look at a copy that came here; nothing is changed.

    ``lost`` is the book that cannot be read, if it is for that one; else the book of the same
    committee in the folder ``books`` is found; where there is none, ``fresh`` names a file for the
    committee's name. Raises what ``copies.look`` raises.
    """
    holds = copies.look(copy)
    place = lost or _same_book(books, holds.book, copy) or fresh(holds.committee)
    if place.exists() or FILE.name in holds.left_out:  # its photos may be among the backups here
        holds = copies.look(copy, place)
    with copies.readable(copy) as held, held.read() as reading:
        in_post = [one for one in officers(reading) if one.left_on is None]
    free = tuple(one for one in in_post if not has_pin(one, place))
    return Arrived(holds, place, place.exists(), free)


def has_pin(officer: Officer, book: Path) -> bool:
    """Whether an officer of a copy has a PIN, by the copy or by the book here, if that can be read."""
    if officer.pin is not None:
        return True
    try:
        with copies.readable(book) as held, held.read() as reading:
            here = by_id(reading, officer.id)
    except (BookError, OSError):
        return False
    return here is not None and here.person == officer.person and here.pin is not None


@contextmanager
def knowing_pin(copy: Path, book: Path, officer: Officer) -> Iterator[Book | None]:
    """Open what can tell an officer's PIN, for signing in: the book here, which counts wrong ones.

    Where that one cannot, a copy of the copy; None where neither has it, as where the copy came sealed.
    """
    try:
        here = open_book(book)
    except BookError:  # gone or damaged: that is why it is brought back
        pass
    else:
        with closing(here):
            if _keeps(here, officer):
                yield here
                return
    with TemporaryDirectory() as folder:
        aside = Path(folder) / copy.name
        pages.copy_pages(copy, aside)
        with closing(open_book(aside)) as held:
            yield held if _keeps(held, officer) else None


def _keeps(book: Book, officer: Officer) -> bool:
    with book.read() as reading:
        known = by_id(reading, officer.id)
    return known is not None and known.person == officer.person and known.pin_kept


def arrive(arrived: Arrived, who: Signing, asked: Asked, clock: Clock = system_clock) -> Restored:
    """Let the copy become the book; a book that was there is kept under another name.

    Raises what ``copies.restore`` and ``copies.take_over`` raise, CannotWriteError.
    """
    folder = arrived.place.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise from_system(str(folder), error) from error
    return go_on_with(arrived.holds, arrived.place, who, asked, clock)


def responsible(
    copy: Path, officer: Officer | None, today: date, signed: Signing | None = None
) -> Signing:
    """Return who brings a copy back: an officer who serves by the copy too, or nobody.

    Another officer may have that number in what is entered after it. Who has ``signed`` in at the book
    with a PIN signs the copy's entry as well, where the copy has the same PIN.
    """
    if officer is None:
        return Signing()
    with copies.readable(copy) as held, held.read() as reading:
        there = by_id(reading, officer.id)
        serves = there is not None and rules.serves(reading, there, today)
    if there is None or there.person != officer.person or not serves:
        return Signing()
    known = officer.pin is not None and there.pin == officer.pin
    if signed and known and signed.responsible == there.id:
        return replace(signed, countersigned=())
    return Signing(there.id)


def go_on_with(
    holds: Holds, book: Path, who: Signing, asked: Asked, clock: Clock = system_clock
) -> Restored:
    """Take a copy over that went on by itself; bring the book back from any other.

    What came sealed has no PINs, so that it is brought back, with an entry that says so.
    """
    if holds.against is not None and holds.against.relation == AHEAD:
        try:
            return copies.take_over(holds.path, book, asked.today or clock().date())
        except CopyOnlyError:
            pass
    return copies.restore(holds.path, book, who, asked, clock)


def _same_book(books: Path, id: str, copy: Path) -> Path | None:
    """Return the file of a folder that holds a book; the one with most entries, if there are several."""
    found = []
    for path in books.glob(f"*{SUFFIX}"):
        if _KEPT in path.stem or path == copy:
            continue
        try:
            ends = pages.ends(path, ROOMS)
        except BookError:
            continue
        if ends.book == id:
            found.append((ends.head.seq, path))
    return max(found)[1] if found else None
