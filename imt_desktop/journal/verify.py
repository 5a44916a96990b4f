"""Verify a book: the file, the chain, the kept things, and every derived table.

Two halves, which need nothing of each other and can run in two processes: what was written (the file,
the chain, the kept things), and what was worked out from it (``aside``).
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

from msgspec.structs import replace

from imt_desktop.journal import store
from imt_desktop.journal.aside import verify_derived
from imt_desktop.journal.chain import Chain, kept_files, kept_pins, walk
from imt_desktop.journal.copies import files
from imt_desktop.journal.excuses import excuses
from imt_desktop.journal.problems import Problem, Verdict, even_damaged, while_readable
from imt_desktop.journal.rebuild import Progress, without_pauses
from imt_desktop.journal.rooms import Rooms
from imt_desktop.journal.tables import FILE

__all__ = ["Problem", "Verdict", "together", "verify", "verify_derived", "verify_written"]


def verify(path: Path, rooms: Rooms, progress: Progress | None = None) -> Verdict:
    """Verify a book without changing it. Raises what opening a book raises."""
    return together(verify_written(path, rooms), verify_derived(path, rooms, progress))


def together(written: Verdict, derived: tuple[Problem, ...]) -> Verdict:
    """Put what both halves found together."""
    return replace(written, problems=(*written.problems, *derived))


def verify_written(path: Path, rooms: Rooms) -> Verdict:
    """Verify the file, the chain and the kept things. Raises what opening a book raises."""
    store.check_header(path)
    store.check_objects(path, rooms, guarded=False)
    with (
        store.translated(path),
        without_pauses(),
        closing(store.connect(path, "read")) as connection,
        ThreadPoolExecutor(1) as beside,
    ):
        # SQLite looks over its own pages meanwhile, without Python and so on the other core.
        look = beside.submit(lambda: list(while_readable(None, _file(path))))
        connection.text_factory = even_damaged
        connection.execute("BEGIN")
        chain = Chain()
        problems = [*_guards(connection, rooms)]
        problems += while_readable("journal", walk(connection, rooms, chain))
        known = excuses(_left_out(connection), chain.told)
        problems += [
            *while_readable("word", known.still_there(connection)),
            *while_readable("file", kept_files(connection, chain)),
            *while_readable("pin", kept_pins(connection, chain)),
        ]
        head = chain.before if chain.count else ""
        everything = (*look.result(), *problems)
        found = tuple(one for one in everything if not known.cover(one))
        covered = [one for one in everything if one.kind == "file-missing" and known.cover(one)]
        lacking = tuple(_beside(covered, path.absolute().parent / files.FOLDER))
        found += tuple(one for one in lacking if one.beside)
        not_there = tuple(sorted({one.seq for one in lacking if one.seq and not one.beside}))
        whole = bool(chain.files) and not lacking
        left_out = tuple(one for one in known.left_out if one != FILE.name or not whole)
        older = store.is_older(connection)
        return Verdict(chain.count, head, found, left_out, not_there, older)


def _beside(missing: Iterable[Problem], photos: Path) -> Iterator[Problem]:
    """Look for the files that are not in a copy beside it; ``detail`` is one that was changed there."""
    seen: dict[str, tuple[bytes | None, Path | None]] = {}
    for one in missing:
        if one.row is None or one.seq is None:
            continue
        if one.row not in seen:
            whole, changed = files.look(photos, one.row)
            seen[one.row] = (b"" if whole is not None else None, changed)
        whole, changed = seen[one.row]
        if changed is not None:
            yield replace(one, kind="file-changed", detail=f"{photos.name}/{changed.name}")
        elif whole is None:
            yield one


def _guards(connection: sqlite3.Connection, rooms: Rooms) -> Iterator[Problem]:
    """Name the triggers of the append-only journal that are not there as we made them."""
    kept, _derived = store.expected_objects(rooms)
    for kind, name, _sql in sorted(kept - store.objects(connection)):
        if kind == "trigger":
            yield Problem("guard", table=name)


def _left_out(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Name what a copy left out; nothing where the mark cannot be read."""
    try:
        return store.left_out(connection)
    except sqlite3.DatabaseError:  # the file's own problem tells of it
        return ()


def _file(path: Path) -> Iterator[Problem]:
    """Let SQLite look over its pages and indexes."""
    with closing(store.connect(path, "read")) as connection:
        connection.text_factory = even_damaged
        tables = dict(connection.execute("SELECT name, tbl_name FROM sqlite_master"))
        for (answer,) in connection.execute("PRAGMA integrity_check"):
            if answer != "ok":
                named = next((word for word in re.split(r"[\s.]", answer) if word in tables), "")
                yield Problem("file", table=tables.get(named), detail=answer)
