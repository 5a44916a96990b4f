"""Another program reads the book beside the one that writes it, and takes nothing away."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from imt_desktop.oversight import copies
from imt_desktop.oversight.whole import open_book
from tests.builders import Desk

READ = "import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); print(*c.execute('SELECT max(seq) FROM journal').fetchone()); c.close()"


def entries_seen_beside(path: Path) -> int:
    """Ask another program, which then closes the file as its last reader would."""
    asked = [sys.executable, "-c", READ, str(path)]
    return int(subprocess.run(asked, check=True, capture_output=True, text=True).stdout)


def look_inside(path: Path) -> None:
    """Look at the same file once more within this program."""
    with closing(open_book(path, writable=False)) as book, book.read():
        pass


def copy_it(path: Path) -> None:
    """Make a copy within this program."""
    copies.back_up(path, "asked", date(2026, 10, 14))


@pytest.mark.parametrize("job", (look_inside, copy_it))
def test_what_is_saved_after_a_look_from_within_is_seen_beside(
    book_with: Callable[..., Desk], job: Callable[[Path], None]
) -> None:
    desk = book_with(members=2, fee=450)
    path = desk.book.path
    log = path.with_name(path.name + "-wal")
    job(path)
    before = entries_seen_beside(path)
    assert log.exists()
    desk.pay("1", 450)
    assert entries_seen_beside(path) == before + 1
