"""Power cuts while the program's own use cases run: nothing that was said to be saved is lost."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from bench.soaking import work
from bench.soaking.outcome import Outcome
from bench.soaking.recording import Played, Recording, play, recording
from imt_desktop.errors import UserError
from imt_desktop.journal import Book, Signing
from imt_desktop.journal.copies.restoring import Asked
from imt_desktop.journal.rebuild import rebuild_file
from imt_desktop.journal.verify import verify
from imt_desktop.ledger.bringing_in import Wanted, bring_in, checked
from imt_desktop.ledger.forgetting import ForgetRequest, forget
from imt_desktop.ledger.importing.child import read_file
from imt_desktop.ledger.importing.layout import choose_sheet
from imt_desktop.ledger.importing.rows import Options
from imt_desktop.ledger.importing.understanding import understand
from imt_desktop.ledger.members import MemberStatusRequest, change_status
from imt_desktop.oversight import copies
from imt_desktop.oversight.whole import ROOMS, open_book

BOOK = "soak.imt"
TODAY = date(2026, 10, 14)

FULL = {"synchronous": "2"}
"""As the program does it."""
NORMAL = {"synchronous": "1"}
"""As many programs do it: then a power cut takes what was said to be saved."""


@dataclass(frozen=True, slots=True)
class Saved:
    """Up to this entry the book was said to be saved; ``changed`` once another book took its place."""

    entries: int
    hashes: tuple[bytes, ...]
    changed: bool = False


Job = Callable[[Recording, Path], None]


def payments(kept: Recording, path: Path) -> None:
    """Eight payments at the till."""
    _in_the_book(kept, path, [lambda book, n=n: work.pay(book, n, 450) for n in range(1, 9)])


def voids(kept: Recording, path: Path) -> None:
    """Payments that are cancelled at once, and one that was made before."""
    jobs: list[Callable[..., Any]] = [
        lambda book: work.cancel(book, work.pay(book, 4, 90).entry),
        lambda book: work.cancel(book, 10),
        lambda book: work.cancel(book, work.spend(book, 7, b"photo" * 900).seq),
    ]
    _in_the_book(kept, path, jobs)


def imports(kept: Recording, path: Path) -> None:
    """Two spreadsheets of members are brought in, each in one entry."""
    with tempfile.TemporaryDirectory() as folder:
        for sheet in range(2):
            file = Path(folder) / f"{sheet}.csv"
            lines = [
                f"{n},New Household {sheet} {n}" for n in range(100 + 60 * sheet, 160 + 60 * sheet)
            ]
            file.write_text("Number,Name\n" + "\n".join(lines) + "\n", encoding="utf-8")
            _in_the_book(kept, path, [lambda book, file=file: _bring_in(book, file)])


def rebuilds(kept: Recording, path: Path) -> None:
    """The tables are worked out anew, between two payments."""
    _in_the_book(kept, path, [lambda book: work.pay(book, 5, 450)])
    rebuild_file(path, ROOMS)
    _in_the_book(kept, path, [lambda book: work.pay(book, 6, 450)])


def forgettings(kept: Recording, path: Path) -> None:
    """A member who left is forgotten, and the file wiped."""
    leaving = MemberStatusRequest(member="1", status="left", reason="moved to the coast")
    jobs: list[Callable[..., Any]] = [
        lambda book: work.pay(book, 1, 450),
        lambda book: change_status(book, leaving),
        lambda book: forget(book, ForgetRequest(member="1")),
        lambda book: work.pay(book, 2, 450),
    ]
    _in_the_book(kept, path, jobs)


def closings(kept: Recording, path: Path) -> None:
    """The month is closed once it is over, with the cash counted, and work goes on."""
    with closing(open_book(path, clock=_month_over())) as book:
        for job in (work.close_first, lambda book: work.pay(book, 2, 450)):
            work.do(book, job)
            kept.done(_saved(book))


def restores(kept: Recording, path: Path) -> None:
    """The book is brought back from a copy elsewhere, and work goes on."""
    _in_the_book(kept, path, [lambda book: work.pay(book, 7, 450)])
    copies.restore(_old_copy(), path, Signing(), Asked(None), work.Moment())
    with closing(open_book(path, writable=False)) as book:
        kept.done(_saved(book, changed=True))
    _in_the_book(kept, path, [lambda book: work.pay(book, 8, 450)], changed=True)


def backups(kept: Recording, path: Path) -> None:
    """A backup of the open book, between two payments."""
    with closing(open_book(path, clock=work.Moment())) as book:
        for member in (3, 4):
            work.do(book, lambda writing, member=member: work.pay(writing, member, 450))
            kept.done(_saved(book))
            copies.back_up(path, "asked", TODAY)


JOBS: dict[str, Job] = {
    "payment": payments,
    "void": voids,
    "import": imports,
    "closing": closings,
    "rebuild": rebuilds,
    "forget": forgettings,
    "restore": restores,
    "backup": backups,
}
"""The use cases that run while the power goes, by their name."""


def soak(
    times: int,
    seed: int = 1,
    pragmas: dict[str, str] | None = None,
    without: tuple[str, ...] = (),
    jobs: tuple[str, ...] = (),
) -> Outcome:
    """Cut the power ``times`` times, spread over all use cases, and look at every book.

    ``without`` leaves kinds of events out, such as ``flush``: then books must be found broken.
    """
    chance = Random(seed)
    pragmas = pragmas or FULL
    outcome = Outcome(f"power cuts, synchronous={pragmas['synchronous']}")
    tries = [(name, often) for name in jobs or JOBS for often in (0, 12)]
    played = {one: _played(one[0], one[1], tuple(pragmas.items()), without) for one in tries}
    with tempfile.TemporaryDirectory(dir=_memory()) as folder:
        for number in range(times):
            one = tries[number % len(tries)]
            _cut(played[one], one[0], Path(folder), chance, outcome)
    return outcome


def _cut(played: Played, name: str, folder: Path, chance: Random, outcome: Outcome) -> None:
    at = chance.randint(0, len(played.disk.log))
    image = played.disk.after_a_cut(at, chance)
    said = [saved for step, saved in played.done if step <= at]
    outcome.tried += 1
    outcome.notes[name] += 1
    for old in sorted(folder.rglob("*"), reverse=True):
        old.unlink() if old.is_file() else old.rmdir()
    for file, data in image.items():
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    wrong = _look(folder, said[-1] if said else None, [saved for _step, saved in played.done])
    if wrong:
        outcome.blame(f"{name}, {at} steps: {wrong}")


def _look(folder: Path, said: Saved | None, every: list[Saved]) -> str:
    """Say what is wrong with a book after a cut: nothing, lost, broken or shut."""
    path = folder / BOOK
    if not path.exists():
        return "lost: no book has its name"
    try:
        with closing(Book.open(path, ROOMS, clock=_month_over())) as book:
            hashes = _hashes(book)
            if said and not _has(hashes, said, every):
                return f"lost: {len(hashes)} entries, {said.entries} were said to be saved"
            if not any(hashes == one.hashes[: len(hashes)] for one in every):
                return "broken: entries that nobody made"
            if problems := verify(path, ROOMS).problems:
                return f"broken: {problems[0]}"
            work.do(book, lambda writing: work.receive(writing, 5))
    except UserError as error:
        return f"broken: {error!r}"
    problems = verify(path, ROOMS).problems
    return f"broken after going on: {problems[0]}" if problems else _look_beside(folder)


def _look_beside(folder: Path) -> str:
    """Say what is wrong with copies that have a name of their own: each is whole, or not there."""
    for path in (*folder.glob("Backups/*/*.imt"), *folder.glob("* replaced *.imt")):
        try:
            problems: tuple[object, ...] = verify(path, ROOMS).problems
        except UserError as error:
            problems = (error,)
        if problems:
            return f"broken copy {path.name}: {problems[0]!r}"
    for photo in folder.glob("Backups/*/Photos/*.jpg"):
        if hashlib.sha256(photo.read_bytes()).hexdigest() != photo.stem:
            return f"broken photo {photo.name}"
    return ""


def _has(hashes: tuple[bytes, ...], said: Saved, every: list[Saved]) -> bool:
    """Whether a book has what was saved, or is a later one that took its place on purpose."""
    if hashes[: said.entries] == said.hashes:
        return True
    later = [one for one in every if one.changed]
    return not said.changed and any(hashes == one.hashes[: len(hashes)] for one in later)


def _in_the_book(
    kept: Recording, path: Path, jobs: list[Callable[..., Any]], changed: bool = False
) -> None:
    with closing(open_book(path, clock=work.Moment())) as book:
        for job in jobs:
            work.do(book, job)
            kept.done(_saved(book, changed))


def _saved(book: Book, changed: bool = False) -> Saved:
    hashes = _hashes(book)
    return Saved(len(hashes), hashes, changed)


def _hashes(book: Book) -> tuple[bytes, ...]:
    with book.read() as reading:
        rows = reading.driver.execute("SELECT hash FROM journal ORDER BY seq")
        return tuple(row[0] for row in rows)


def _bring_in(book: Any, file: Path) -> None:
    sheet = choose_sheet(read_file(file), "members")
    understood = understand(sheet, "members", None, Options(book.currency, TODAY, None, None))
    seen = checked(book, understood, TODAY)
    bring_in(book, seen, Wanted(file.name, file.stem * 64, None, False))


@cache
def _recorded(name: str) -> Recording:
    """Run a use case once on a real disk, and write down what it does."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / BOOK
        path.write_bytes(_old_copy().read_bytes())
        with recording(Path(folder)) as kept:
            with closing(open_book(path, writable=False)) as book:
                kept.done(_saved(book))
            JOBS[name](kept, path)
        return kept


@cache
def _played(
    name: str, often: int, pragmas: tuple[tuple[str, str], ...], without: tuple[str, ...]
) -> Played:
    """Do it again in memory; ``often`` sets how many pages go to the WAL before they move on."""
    more = {"wal_autocheckpoint": str(often)} if often else {}
    return play(_recorded(name), dict(pragmas) | more, without)


_KEPT: list[tempfile.TemporaryDirectory[str]] = []


@cache
def _old_copy() -> Path:
    """The book that all use cases begin with."""
    _KEPT.append(tempfile.TemporaryDirectory())
    path = Path(_KEPT[0].name) / BOOK
    work.new_book(path).close()
    return path


def _month_over() -> work.Moment:
    """The clock when the month of the book is over."""
    return work.Moment(work.Moment().now + timedelta(days=20))


def _memory() -> str | None:
    """Where files need no disk: the cuts are made by us, not by it."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None
