"""The owner of the laptop changes an entry and works the whole chain out again, or brings an old copy
back. Only papers can tell, and they do."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile
from pathlib import Path
from random import Random
from typing import Any

import msgspec

from bench.soaking.outcome import Outcome
from bench.soaking.tampering import busy_book, memory
from imt_desktop.errors import UserError
from imt_desktop.journal import Book
from imt_desktop.journal.anchor import Anchor, anchor_of
from imt_desktop.journal.attachments import named_files
from imt_desktop.journal.checking import PaperRead, check_paper
from imt_desktop.journal.rebuild import rebuild_file
from imt_desktop.journal.verify import verify
from imt_desktop.oversight.whole import ROOMS, open_book

TODAY = date(2026, 10, 14)

Stored = list[tuple[int, bytes]]


@dataclass(frozen=True, slots=True)
class Papers:
    """Papers that are outside: of each entry one could be."""

    anchors: dict[int, Anchor]

    def read(self, chance: Random, last: int) -> tuple[PaperRead, ...]:
        """Some papers that were read here before, none later than an entry."""
        some = [seq for seq in self.anchors if seq <= last and chance.random() < 0.4]
        return tuple(PaperRead(seq, self.anchors[seq].code, TODAY) for seq in some)


def soak(times: int, seed: int = 1) -> Outcome:
    """Change history ``times`` times so well that the book verifies, and hold a later paper against it."""
    chance = Random(seed)
    outcome = Outcome("whole chain recomputed, or an old copy brought back")
    with tempfile.TemporaryDirectory(dir=memory()) as folder:
        good = Path(folder) / "good.imt"
        busy_book(good, chance, 14)
        with closing(open_book(good, writable=False)) as book, book.read() as reading:
            papers = Papers({one.seq: anchor_of(one) for one in reading.journal()})
        path = Path(folder) / "copy.imt"
        while outcome.tried < times:
            shutil.copy(good, path)
            first = chance.choice((_recompute, _recompute, _bring_old))(path, chance)
            if first is None:
                continue
            outcome.tried += 1
            if wrong := _hold(path, papers, first, chance, outcome):
                outcome.blame(wrong)
    return outcome


def _hold(path: Path, papers: Papers, first: int, chance: Random, outcome: Outcome) -> str:
    """Hold a paper made after the change against the book; ``first`` is the first entry that differs."""
    try:
        found = verify(path, ROOMS).problems
    except UserError as error:
        found = (error,)  # type: ignore[assignment]
    outcome.notes["the book alone verified" if not found else "verifying alone told"] += 1
    last = max(papers.anchors)
    later = chance.randint(first, last)
    read = papers.read(chance, last)
    shown = papers.anchors[later]
    text = chance.choice(
        (shown.qr, f"{shown.code}@{shown.seq}", f" {shown.code.lower()} @{later} ")
    )
    with closing(Book.open(path, ROOMS, writable=False)) as book, book.read() as reading:
        answer = check_paper(reading, text, read=read)
        entries = reading.head().seq
    outcome.notes[answer.state] += 1
    if answer.state == "shorter":
        return "" if later > entries else f"shorter, and entry {later} is there"
    if answer.state != "changed":
        return f"not found: {answer.state}, paper {later}, changed from {first}"
    before = max((one.seq for one in read if one.seq < first), default=None)
    until = min([later, *(one.seq for one in read if one.seq >= first)])
    if (answer.after, answer.until) != (before, until):
        return f"bracketed {answer.after}-{answer.until}, not {before}-{until}"
    outcome.notes["bracketed between two papers" if before else "no earlier paper was read"] += 1
    return ""


def _recompute(path: Path, chance: Random) -> int | None:
    """Change, remove or slip in an entry, and work out the chain and the tables again.

    Returns the first entry that differs: of two that say the same, the second can stand for the first.
    """
    stored = _stored(path)
    honest = list(stored)
    way: Callable[[Stored, Random], int] = chance.choice((_alter, _alter, _remove, _double))
    if not _write(path, stored, way(stored, chance)):
        return None
    changed = _stored(path)
    same = sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(honest, changed, strict=False))
    )
    return same + 1


def _stored(path: Path) -> Stored:
    with closing(sqlite3.connect(path)) as database:
        return database.execute("SELECT seq, stored FROM journal ORDER BY seq").fetchall()


def _alter(stored: Stored, chance: Random) -> int:
    at = chance.randrange(1, len(stored))
    entry = msgspec.json.decode(stored[at][1][1:])
    amounts = list(_amounts(entry["body"]))
    if amounts and chance.random() < 0.7:
        holder = chance.choice(amounts)
        holder["amount"] += chance.choice((1, -1, 100))
    elif chance.random() < 0.5:
        day = date.fromisoformat(entry["effective_on"]) - timedelta(days=chance.randint(1, 40))
        entry["effective_on"] = day.isoformat()
    else:
        entry["responsible"] = 7
    stored[at] = (stored[at][0], _bytes(entry))
    return stored[at][0]


def _remove(stored: Stored, chance: Random) -> int:
    seq, _stored = stored.pop(chance.randrange(2, len(stored)))
    return seq


def _double(stored: Stored, chance: Random) -> int:
    at = chance.randrange(2, len(stored) - 1)
    stored.insert(at, stored[at])
    return at + 2  # the first of the two is where it was


def _write(path: Path, stored: Stored, first: int) -> bool:
    """Write a journal anew from an entry on; says whether the program can work with it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        triggers = database.execute(
            "SELECT name, sql FROM sqlite_master WHERE type='trigger'"
        ).fetchall()
        for name, _sql in triggers:
            database.execute(f"DROP TRIGGER {name}")
        words = database.execute("SELECT seq, path, salt, text FROM word").fetchall()
        database.execute("DELETE FROM journal")
        database.execute("DELETE FROM word")
        before = "0" * 64
        for number, (was, data) in enumerate(stored, 1):
            entry = msgspec.json.decode(data[1:])
            entry["seq"], entry["before"] = number, before
            data = data if number < first else _bytes(entry)
            before = hashlib.sha256(data).hexdigest()
            database.execute(
                "INSERT INTO journal VALUES (?,?,?)", (number, data, bytes.fromhex(before))
            )
            own = [(number, *word[1:]) for word in words if word[0] == was]
            database.executemany("INSERT INTO word VALUES (?,?,?,?)", own)
        named = named_files(database)
        for (name,) in database.execute("SELECT sha256 FROM file").fetchall():
            if name not in named:
                database.execute("DELETE FROM file WHERE sha256=?", (name,))
        for _name, sql in triggers:
            database.execute(sql)
    try:
        rebuild_file(path, ROOMS)
    except (UserError, sqlite3.Error):
        return False  # the change does not even add up
    return True


def _bring_old(path: Path, chance: Random) -> int:
    """Bring a copy back that ends earlier."""
    stored = _stored(path)
    last = chance.randrange(6, len(stored))
    _write(path, stored[:last], last + 1)
    return last + 1


def _amounts(value: Any) -> Any:
    if isinstance(value, dict):
        if isinstance(value.get("amount"), int):
            yield value
        for part in value.values():
            yield from _amounts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _amounts(part)


def _bytes(entry: Any) -> bytes:
    return b"\x01" + msgspec.json.encode(entry, order="sorted")
