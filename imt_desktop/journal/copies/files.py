"""Photos and papers of all backups, each stored once, by its hash, in a folder beside them."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Final

from imt_desktop.journal import store
from imt_desktop.journal.attachments import named_files
from imt_desktop.journal.copies import disk

FOLDER: Final = "Photos"

Find = Callable[[str], bytes | None]
"""Finds a file by its hash."""

_ENDINGS: Final = {
    "application/pdf": ".pdf",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/webp": ".webp",
}
"""So that people can look at them with any program."""


def take_out(copy: sqlite3.Connection, folder: Path) -> int:
    """Move the files of a copy into the folder that all share; returns how many went there.

    A file that is not what its name says stays in the copy, as damaged as it is in the book.
    """
    taken = []
    for name, media, data in copy.execute("SELECT sha256, media, bytes FROM file"):
        if hashlib.sha256(data).hexdigest() != name:
            continue
        path = folder / (name + _ENDINGS.get(media, ""))
        with disk.writing(path):
            if not _holds(path, data):
                folder.mkdir(parents=True, exist_ok=True)
                disk.write_file(path, data)
        taken.append((name,))
    if taken:
        copy.execute("PRAGMA secure_delete = 0")  # else they take as much room again for a moment
        copy.executemany("DELETE FROM file WHERE sha256 = ?", taken)
        store.mark_left_out(copy, {*store.left_out(copy), "file"})
    return len(taken)


def _holds(path: Path, data: bytes) -> bool:
    """Whether a file has these bytes: one that was changed since, or cannot be read, is written anew."""
    try:
        return path.read_bytes() == data
    except OSError:
        return False


def put_back(copy: sqlite3.Connection, folder: Path, elsewhere: Find) -> int:
    """Put the files that a copy's entries name back into it; returns how many were not found.

    What the folder does not have is looked for ``elsewhere``.
    """
    there = {name for (name,) in copy.execute("SELECT sha256 FROM file")}
    missing = 0
    for name, wanted in named_files(copy).items():
        if name in there:
            continue
        data = found(folder, name) or elsewhere(name)
        if data is None:
            missing += 1
        else:
            copy.execute("INSERT INTO file VALUES (?,?,?)", (name, wanted.media, data))
    return missing


def lacking(copy: sqlite3.Connection, folder: Path, elsewhere: Find) -> tuple[int, tuple[str, ...]]:
    """Count the files that entries name and that are neither in a copy nor in the folder, nor elsewhere.

    Then come the names of those in the folder that were changed.
    """
    there = {name for (name,) in copy.execute("SELECT sha256 FROM file")}
    gone, altered = 0, []
    for name in sorted(set(named_files(copy)) - there):
        whole, changed = look(folder, name)
        if changed is not None:
            altered.append(changed.name)
        gone += whole is None and changed is None and elsewhere(name) is None
    return gone, tuple(altered)


def found(folder: Path, name: str) -> bytes | None:
    """Read a file of the folder, if it is there and is what its name says."""
    return look(folder, name)[0]


def look(folder: Path, name: str) -> tuple[bytes | None, Path | None]:
    """Read a file of the folder; where none there is what its name says, return the one that was changed."""
    changed = None
    for path in sorted(folder.glob(name + "*")):
        if path.suffix == ".part":  # of a writing that was cut off
            continue
        try:
            data = path.read_bytes()
        except OSError:
            continue
        if hashlib.sha256(data).hexdigest() == name:
            return data, None
        changed = changed or path
    return None, changed
