"""Books are known by their names in every dialog that shows files.

Qt opens a file of unknown name to see what it is, and closes it again. On Unix that takes away all locks that
the program has on it: SQLite's locks on the book that is open. The next program that reads the book would
then throw its log away, and what was saved in it (https://www.sqlite.org/howtocorrupt.html, 2.2).
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

DATA: Final = Path(__file__).resolve().parents[1] / "assets"
"""Holds ``mime``, in which books have a type of their own; as freedesktop.org lays such folders out."""

_USUAL: Final = "/usr/local/share:/usr/share"


def know_books() -> None:
    """Let Qt and the dialogs of the desktop know books by name; before the first of them is shown."""
    folders = os.environ.get("XDG_DATA_DIRS") or _USUAL
    if str(DATA) not in folders.split(os.pathsep):
        os.environ["XDG_DATA_DIRS"] = os.pathsep.join((str(DATA), folders))
