"""Single bits of the file flip, as on an old disk: whatever changes a stored value is reported."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from random import Random

from bench.soaking.outcome import Outcome
from bench.soaking.tampering import busy_book, memory
from imt_desktop.errors import UserError
from imt_desktop.journal.verify import verify
from imt_desktop.oversight.whole import ROOMS


def soak(times: int, seed: int = 1) -> Outcome:
    """Flip ``times`` bits, each in a fresh copy."""
    chance = Random(seed)
    outcome = Outcome("single bits flipped")
    with tempfile.TemporaryDirectory(dir=memory()) as folder:
        path = Path(folder) / "book.imt"
        busy_book(path, chance, 12)
        good, stored = path.read_bytes(), values(path)
        used = [at for at in range(len(good)) if good[at]]
        for _ in range(times):
            # Most of a small file is empty pages: every second flip is where something stands.
            at = chance.choice(used) if chance.random() < 0.5 else chance.randrange(len(good))
            bad = bytearray(good)
            bad[at] ^= 1 << chance.randrange(8)
            path.write_bytes(bad)
            outcome.tried += 1
            try:
                told = bool(verify(path, ROOMS).problems)
            except UserError:
                told = True
            same = values(path) == stored
            if not told and not same:
                outcome.blame(f"byte {at}: a stored value changed unseen")
            outcome.notes[_kind(told, same)] += 1
    return outcome


def _kind(told: bool, same: bool) -> str:
    if told:
        return "reported, no stored value changed" if same else "reported"
    return "in a place that says nothing"


def values(path: Path) -> object:
    """Return everything that stands in the tables; None where it cannot be read."""
    try:
        with closing(sqlite3.connect(path)) as database:
            database.text_factory = bytes
            names = database.execute(
                "SELECT name FROM sqlite_master WHERE type='table' ORDER BY name"
            ).fetchall()
            return {
                name: sorted(map(repr, database.execute(f'SELECT * FROM "{name.decode()}"')))
                for (name,) in names
            }
    except (sqlite3.Error, UnicodeDecodeError):
        return None
