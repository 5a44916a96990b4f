"""Restores: a good copy comes back exactly, a damaged one is refused and the book left untouched."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from contextlib import closing
from datetime import date
from pathlib import Path
from random import Random

from bench.soaking import work
from bench.soaking.bits import values
from bench.soaking.outcome import Outcome
from bench.soaking.tampering import HOUSEHOLDS, busy_book, memory
from imt_desktop.errors import UserError
from imt_desktop.journal import Signing
from imt_desktop.journal.copies.restoring import Asked
from imt_desktop.journal.verify import verify
from imt_desktop.oversight import copies
from imt_desktop.oversight.whole import ROOMS, open_book

TODAY = date(2026, 10, 14)
_ITS_OWN = (b"journal", b"entry", b"restored")
"""Tables in which the restore's own entry stands."""
_LEFT = b"left_behind"
"""The table that also says what it left behind, if anything."""


def good(times: int, seed: int = 1) -> Outcome:
    """Bring ``times`` good copies back, from books in many states."""
    outcome = Outcome("good copies brought back")
    chance = Random(seed)
    for _ in range(times):
        with tempfile.TemporaryDirectory(dir=memory()) as folder:
            outcome.tried += 1
            if wrong := _one(Path(folder), chance, outcome):
                outcome.blame(wrong)
    return outcome


def _one(folder: Path, chance: Random, outcome: Outcome) -> str:
    path = folder / "soak.imt"
    busy_book(path, chance, chance.randint(0, 8))
    backup = copies.back_up(path, "closing", TODAY)
    saved = values(path)
    with closing(open_book(path, clock=work.Moment())) as book:
        for _ in range(chance.randint(1, 5)):
            work.do(book, lambda writing: work.anything(writing, chance, HOUSEHOLDS))
        with book.read() as reading:
            last = reading.head().seq
    replaced = values(path)
    if chance.random() < 0.3:
        path.unlink()
        replaced = None
    done = copies.restore(backup.path, path, Signing(), Asked(99), work.Moment())
    if problems := verify(path, ROOMS).problems:
        return f"not whole: {problems[0]}"
    if not _exact(values(path), saved):
        return "not exact"
    if replaced is not None and (done.kept is None or values(done.kept) != replaced):
        return "the replaced book was not kept as it was"
    behind = None if replaced is None or last == backup.said.entry else last
    if (done.left.last if done.left else None) != behind:
        return f"left behind up to {behind}, and said {done.left}"
    outcome.notes["with a part left behind" if done.left else "with nothing left behind"] += 1
    return ""


def _exact(after: object, saved: object) -> bool:
    """Whether everything is as it was saved, and besides only the restore's own entry stands there."""
    assert isinstance(saved, dict)
    if not isinstance(after, dict):  # it cannot even be read
        return False
    for name, rows in saved.items():
        more = [row for row in after[name] if row not in set(rows)]
        own = len(more) <= 1 if name == _LEFT else len(more) == (name in _ITS_OWN)
        if len(after[name]) != len(rows) + len(more) or not own:
            return False
    return after.keys() == saved.keys()


def damaged(times: int, seed: int = 1) -> Outcome:
    """Try to bring ``times`` damaged copies back over a living book."""
    outcome = Outcome("damaged copies")
    chance = Random(seed)
    with tempfile.TemporaryDirectory(dir=memory()) as folder:
        path = Path(folder) / "Books" / "soak.imt"
        path.parent.mkdir()
        busy_book(path, chance, 6)
        backup = copies.back_up(path, "closing", TODAY).path
        data, saved = backup.read_bytes(), values(path)
        stick = Path(folder) / "stick"
        shutil.copytree(backup.parent / "Photos", stick / "Photos")
        with closing(open_book(path, clock=work.Moment())) as book:
            work.do(book, lambda writing: work.receive(writing, 5))
        alive = hashlib.sha256(path.read_bytes()).digest()
        while outcome.tried < times:
            bad = harm(data, chance)
            if bad == data:
                continue
            copy = stick / "copy.imt"
            copy.write_bytes(bad)
            outcome.tried += 1
            if wrong := _refused(copy, path, alive, saved, outcome):
                outcome.blame(wrong)
    return outcome


def _refused(copy: Path, path: Path, alive: bytes, saved: object, outcome: Outcome) -> str:
    before = path.read_bytes()
    try:
        done = copies.restore(copy, path, Signing(), Asked(None), work.Moment())
    except UserError as error:
        outcome.notes[f"refused: {type(error).__name__}"] += 1
        same = hashlib.sha256(path.read_bytes()).digest() == alive
        left = [each.name for each in path.parent.glob("*.part*")]
        return "" if same and not left else f"the living book was touched, {left}"
    # The harm was in a place that says nothing: then what came back is exactly what was saved.
    exact = _exact(values(path), saved)
    outcome.notes["harm in a place that says nothing: came back exactly"] += exact
    assert done.kept
    done.kept.unlink()
    path.write_bytes(before)
    return "" if exact else "came back, and not as it was"


def harm(data: bytes, chance: Random) -> bytes:
    """Harm a file: bits, bytes, pieces cut out, zeros, the end lost, or something in front."""
    bad = bytearray(data)
    for _ in range(chance.choice((1, 1, 1, 4, 30))):
        at = chance.randrange(len(bad)) if bad else 0
        long = chance.choice((1, 16, 512, 4096, 20000))
        match chance.randrange(7):
            case 0 | 1:
                bad[at : at + 1] = bytes([chance.randrange(256)])
            case 2:
                bad[at : at + long] = bytes(min(long, len(bad) - at))
            case 3:
                del bad[at : at + long]
            case 4:
                del bad[at:]
            case 5:
                bad[at:at] = bad[at : at + long]
            case _:
                bad[at : at + long] = chance.randbytes(min(long, len(bad) - at))
        if not bad:
            break
    return bytes(bad)
