"""Hostile and broken files: spreadsheets, csv, backups, sealed copies, codes of papers, foreign SQLite.

Each is tried in a process of its own that may use little memory; the parent holds the clock. A file may
be read or refused in a sentence; it may not crash or hang the program, nor be brought in by half.
"""

from __future__ import annotations

import contextlib
import io
import os
import resource
import select
import sqlite3
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import openpyxl

from bench.soaking import work
from bench.soaking.outcome import MOST_MEMORY, Outcome
from bench.soaking.restores import harm
from bench.soaking.tampering import busy_book, memory
from imt_desktop.errors import UserError
from imt_desktop.journal import Book
from imt_desktop.journal.anchor import ALPHABET, anchor_of
from imt_desktop.journal.checking import check_paper
from imt_desktop.journal.copies.sealing import new_key
from imt_desktop.journal.verify import verify
from imt_desktop.ledger.bringing_in import Wanted, bring_in, checked
from imt_desktop.ledger.importing.child import read_file
from imt_desktop.ledger.importing.layout import choose_sheet
from imt_desktop.ledger.importing.reading import read
from imt_desktop.ledger.importing.rows import Options
from imt_desktop.ledger.importing.understanding import understand
from imt_desktop.oversight import copies
from imt_desktop.oversight.whole import ROOMS

TODAY = date(2026, 10, 14)
PROGRAM = "bench.soaking.fuzzing"
"""The module that is the process of its own."""
SECONDS = 10
MOST_BYTES = 512 * 1024 * 1024
ROWS = 40

Try = Callable[["Place", Random], str]


class Place:
    """A folder with a book, for one process."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / "soak.imt"
        busy_book(self.path, Random(1), 8)
        self.plain = self.path.read_bytes()
        self.backup = copies.back_up(self.path, "closing", TODAY).path.read_bytes()
        self.key, self.sealed = folder / "chair.key", folder / "sealed.age"
        copies.seal(self.path, self.sealed, keys=(new_key(self.key),))
        self.sealed_bytes = self.sealed.read_bytes()
        self._book: Book | None = None

    @property
    def book(self) -> Book:
        """The book, open for writing."""
        if self._book is None:
            self._book = Book.open(self.path, ROOMS, clock=work.Moment())
        return self._book

    def entries(self) -> int:
        """How many entries the book has."""
        with self.book.read() as reading:
            return reading.head().seq

    def end(self) -> None:
        """Close the book; nothing that was tried may have broken it."""
        self.book.close()
        if problems := verify(self.path, ROOMS).problems:
            raise AssertionError(f"the book was broken: {problems[0]}")


def soak(what: str, times: int, seed: int = 1) -> Outcome:
    """Try ``times`` hostile files of a kind."""
    outcome = Outcome(f"fuzzed {what}")
    most = 0
    at = 0
    while at < times:
        at, used = _process(what, seed, at, times, outcome)
        most = max(most, used)
    outcome.notes[MOST_MEMORY] = most // 1024
    if most * 1024 > MOST_BYTES:
        outcome.blame(f"{most // 1024} MB were used")
    return outcome


def _process(what: str, seed: int, at: int, times: int, outcome: Outcome) -> tuple[int, int]:
    """Let one process try from ``at`` on; returns how far it came and how much memory it used."""
    root = Path(__file__).resolve().parents[2]
    words = [sys.executable, "-m", PROGRAM, what, str(seed), str(at), str(times)]
    used = 0
    with subprocess.Popen(words, cwd=root, stdout=subprocess.PIPE, bufsize=0) as process:
        assert process.stdout
        for line in _lines(process.stdout.fileno(), times - at):
            if line is None:
                process.kill()
                if at == times:
                    outcome.blame("the book was not looked over at the end")
                    return times, used
                outcome.tried += 1
                outcome.blame(f"number {at} took more than {SECONDS} s")
                return at + 1, used
            number, _space, said = line.partition(" ")
            if number == "memory":
                used = int(said)
                continue
            at = int(number) + 1
            outcome.tried += 1
            kind, _space, detail = said.partition(" ")
            outcome.notes[detail if kind == "good" else "wrong"] += 1
            if kind != "good":
                outcome.blame(f"number {number}: {said}")
    if process.returncode == 0:
        return times, used
    outcome.tried += 1
    _ended(what, seed, at, process.returncode, outcome)
    return at + 1, used


def _ended(what: str, seed: int, number: int, status: int, outcome: Outcome) -> None:
    """A library aborted the process: in the program that is the reading process, and is told."""
    if what in ("spreadsheets", "csv"):
        with tempfile.TemporaryDirectory() as folder:
            file = _file(what, Path(folder), _chance(seed, number))
            try:
                read(file)
            except UserError as error:
                outcome.notes[f"the reading process ended: {type(error).__name__}"] += 1
                return
    outcome.blame(f"number {number} ended the process: {status}")


def _lines(file: int, tries: int) -> Iterator[str | None]:
    """Yield lines as they come; None where none comes in time.

    The start may take longer, and so may the end, when the book itself is looked over.
    """
    waiting, patience = b"", SECONDS * 6
    while select.select([file], [], [], patience)[0]:
        more = os.read(file, 65536)
        if not more:
            return
        *whole, waiting = (waiting + more).split(b"\n")
        for line in whole:
            yield line.decode()
            tries -= 1
        patience = SECONDS if tries > 0 else SECONDS * 6
    yield None


def _chance(seed: int, number: int) -> Random:
    return Random(seed * 1_000_003 + number)


def try_on(what: str, seed: int, first: int, last: int) -> None:
    """Try in this process, and tell each outcome on standard output."""
    resource.setrlimit(resource.RLIMIT_AS, (2 * MOST_BYTES, 2 * MOST_BYTES))
    with tempfile.TemporaryDirectory(dir=memory()) as folder:
        place = Place(Path(folder))
        for number in range(first, last):
            try:
                said = f"good {TRIES[what](place, _chance(seed, number))}"
            except UserError as error:
                said = f"good refused: {type(error).__name__}"
            except Exception as bug:  # that is what is looked for
                said = f"crash {type(bug).__name__}: {' '.join(str(bug).split())[:200]}"
            sys.stdout.write(f"{number} {said}\n")
            sys.stdout.flush()
        place.end()
    sys.stdout.write(f"memory {_most_memory()}\n")


def _most_memory() -> int:
    """Return the most memory that this process had, in KiB; not what it inherits from who started it."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    (peak,) = (line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(peak.split()[1])


def _tables(place: Place, chance: Random, what: str) -> str:
    file = _file(what, place.folder, chance)
    workbook = read_file(file)
    seen = checked_rows(place, workbook)
    before = place.entries()
    try:
        wanted = Wanted(file.name, chance.randbytes(32).hex(), None, True)
        work.do(
            place.book, lambda book: bring_in(book, seen, wanted, skip_bad=chance.random() < 0.5)
        )
    except UserError as error:
        if place.entries() != before:
            raise AssertionError("brought in by half") from error
        return f"read, not brought in: {type(error).__name__}"
    if place.entries() != before + 1:
        raise AssertionError("an import is one entry")
    return "read and brought in"


def checked_rows(place: Place, workbook: Any) -> Any:
    """Understand a workbook's rows, and hold them against the book."""
    options = Options(place.book.currency, TODAY, "dmy", ".")
    understood = understand(choose_sheet(workbook, "members"), "members", None, options)
    with place.book.read() as reading:
        return checked(reading, understood, TODAY)


def _file(what: str, folder: Path, chance: Random) -> Path:
    if what == "csv":
        path = folder / "fuzzed.csv"
        path.write_bytes(harm(_csv(), chance) if chance.random() < 0.5 else _nasty_csv(chance))
        return path
    path = folder / "fuzzed.xlsx"
    good = _xlsx()
    path.write_bytes(harm(good, chance) if chance.random() < 0.4 else _harmed_part(good, chance))
    return path


@cache
def _csv() -> bytes:
    rows = [f'{500 + n},"Fuzzed Household {n}",0711 000 {n:03},A' for n in range(ROWS)]
    return ("Number,Name,Phone,Zone\n" + "\n".join(rows) + "\n").encode()


def _nasty_csv(chance: Random) -> bytes:
    """The same with other marks, ends of lines, codings and cells."""
    text = _csv().decode()
    for _ in range(chance.choice((0, 0, 1, 1, 2, 5))):
        cell = chance.choice(
            (
                "=HYPERLINK(1)",
                '"',
                '""',
                "\0",
                "\r",
                "\u2028",
                "🌊" * 9,
                "x" * 40000,
                "-",
                "1e9",
                "é",
            )
        )
        at = chance.randrange(len(text))
        text = text[:at] + cell + text[at:]
    text = text.replace(",", chance.choice((",", ";", "\t", "|")))
    text = text.replace("\n", chance.choice(("\n", "\r\n", "\r")))
    return text.encode(
        chance.choice(("utf-8", "utf-8-sig", "utf-16", "cp1252", "utf-16-be")), "ignore"
    )


@cache
def _xlsx() -> bytes:
    workbook = openpyxl.Workbook()
    page = workbook.active
    page.append(["Number", "Name", "Phone", "Zone"])
    for n in range(ROWS):
        page.append([700 + n, f"Fuzzed Household {n}", f"0711 000 {n:03}", "A"])
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


_XML = (b"<row r=\"1048576\">", b"XFD1048576", b"</c>", b"<c r=\"A1\" t=\"s\"><v>99999</v></c>",
        b"<!DOCTYPE a [<!ENTITY b \"bb\">]>", b"&b;", b"<![CDATA[", b"\xff\xfe", b"<f>1+1</f>",
        b"9" * 400, b"<mergeCell ref=\"A1:XFD9\"/>", b"<dimension ref=\"A1:XFD1048576\"/>")  # fmt: skip


def _harmed_part(good: bytes, chance: Random) -> bytes:
    """Harm one part of an honest zip, or say something strange in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(good)) as source, zipfile.ZipFile(out, "w", 8) as target:
        names = source.namelist()
        harmed = chance.choice([*names, "xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"])
        for name in names:
            data = source.read(name)
            if name == harmed and chance.random() < 0.5:
                data = harm(data, chance)
            elif name == harmed:
                for _ in range(chance.randint(1, 3)):
                    at = chance.randrange(len(data))
                    data = data[:at] + chance.choice(_XML) + data[at:]
            target.writestr(name, data)
    return out.getvalue()


def _backup(place: Place, chance: Random) -> str:
    """Look at a harmed backup, and compare it with the book."""
    path = place.folder / "fuzzed.imt"
    path.write_bytes(harm(place.backup, chance))
    before = path.read_bytes()
    try:
        holds = copies.look(path, place.path)
        copies.compare(place.path, path)
    finally:
        if path.read_bytes() != before:
            raise AssertionError("a copy was written to")
    return f"looked at: {holds.against.relation if holds.against else 'not compared'}"


def _sealed(place: Place, chance: Random) -> str:
    """Open a harmed sealed copy; half of the harm is in its short head, which age reads first."""
    data = place.sealed_bytes
    bad = harm(data, chance) if chance.random() < 0.5 else harm(data[:250], chance) + data[250:]
    place.sealed.write_bytes(bad)
    plain = place.folder / "opened.imt"
    plain.unlink(missing_ok=True)
    try:
        copies.open_sealed(place.sealed, plain, key_file=place.key)
    finally:
        left = [path.name for path in place.folder.glob("opened.imt*")]
        if left not in ([], ["opened.imt"]):
            raise AssertionError(f"left lying about: {left}")
    return "opened"


def _code(place: Place, chance: Random) -> str:
    """Hold a strange code, QR text or number against the book."""
    with place.book.read() as reading:
        anchor = anchor_of(reading.recorded(chance.randint(1, reading.head().seq)))
        shown = _strange(
            chance.choice((anchor.code, f"{anchor.code}@{anchor.seq}", anchor.qr)), chance
        )
        answer = check_paper(reading, shown, chance.choice((None, 1, anchor.seq, 10**9)))
        if answer.state == "matches" and answer.code not in _codes(place):
            raise AssertionError(f"{shown!r} matches an entry that has another code")
    return answer.state


def _strange(text: str, chance: Random) -> str:
    letters = list(text)
    strange = [*ALPHABET, *"ilouILOU -@.\n\t\0−—é", "💧", "\u202e", "\ud800", "9" * 300, "A" * 9999]
    for _ in range(chance.choice((0, 1, 1, 2, 5, 40))):
        at = chance.randrange(len(letters) + 1)
        match chance.randrange(3):
            case 0:
                letters.insert(at, chance.choice(strange))
            case 1:
                letters[at : at + 1] = [chance.choice(strange)]
            case _:
                del letters[at : at + chance.randint(1, 9)]
    return "".join(letters)


def _codes(place: Place) -> set[str]:
    with place.book.read() as reading:
        return {anchor_of(recorded).code for recorded in reading.journal()}


_DDL = (
    "CREATE TRIGGER t{n} AFTER INSERT ON journal BEGIN DELETE FROM word; END",
    "CREATE TRIGGER t{n} AFTER INSERT ON member BEGIN UPDATE member SET owed=0; END",
    "CREATE VIEW v{n} AS SELECT * FROM journal",
    "CREATE TABLE t{n} (a, b)",
    "CREATE INDEX i{n} ON journal (hash)",
    "CREATE VIRTUAL TABLE f{n} USING fts5(a)",
    "DROP TABLE word",
    "DROP TABLE bill",
    "ALTER TABLE member ADD COLUMN evil TEXT DEFAULT (1)",
    "ALTER TABLE journal RENAME COLUMN stored TO kept",
    "DROP TRIGGER journal_update",
    "PRAGMA user_version = {n}",
    "PRAGMA application_id = {n}",
    "UPDATE journal SET stored = zeroblob(9)",
    "DELETE FROM journal",
    "INSERT INTO word VALUES (1, 'x', X'00', 'y')",
)


def _foreign(place: Place, chance: Random) -> str:
    """Open a database that is not ours, or that somebody worked on."""
    path = place.folder / "foreign.imt"
    for old in place.folder.glob("foreign.imt*"):
        old.unlink()
    if chance.random() < 0.8:
        path.write_bytes(chance.choice((place.plain, place.plain, place.backup)))
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        if chance.random() < 0.5:
            database.execute(f"PRAGMA application_id = {0x494D5431}")
        for n in range(chance.randint(1, 4)):
            with contextlib.suppress(sqlite3.Error):
                database.execute(chance.choice(_DDL).format(n=n + chance.randrange(3)))
    before = path.read_bytes()
    try:
        Book.open(path, ROOMS, writable=chance.random() < 0.5, clock=work.Moment()).close()
    except UserError:
        if path.read_bytes() != before:
            raise AssertionError("a file that was refused was written to") from None
        raise
    with closing(sqlite3.connect(path)) as database:
        kinds = database.execute(
            "SELECT count(*) FROM sqlite_master WHERE type='view' OR (type='trigger' AND"
            " name NOT IN ('journal_update', 'journal_delete'))"
        ).fetchone()
    if kinds[0]:
        raise AssertionError("a foreign trigger or view was let in")
    return "opened: it is a book"


TRIES: dict[str, Try] = {
    "spreadsheets": lambda place, chance: _tables(place, chance, "spreadsheets"),
    "csv": lambda place, chance: _tables(place, chance, "csv"),
    "backups": _backup,
    "sealed copies": _sealed,
    "codes of papers": _code,
    "foreign SQLite files": _foreign,
}
"""What is fuzzed, by its name."""


if __name__ == "__main__":
    try_on(sys.argv[1], *map(int, sys.argv[2:5]))
