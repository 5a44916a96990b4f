"""Papers into a folder: good names, nothing overwritten, whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from imt_desktop.errors import CannotWriteError
from imt_desktop.reports.paper import raster
from imt_desktop.reports.printing import write_whole

LONGEST: Final = 150
"""Bytes of a name before its ending; a file system takes some 250."""

_FORBIDDEN: Final = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]+')


def file_name(*parts: str) -> str:
    """Make a file's name, without ending, of what a paper is: committee, paper, period."""
    cleaned = (_FORBIDDEN.sub(" ", part) for part in parts)
    words = " - ".join(filter(None, (" ".join(part.split()) for part in cleaned)))
    short = words.encode("utf-8", "replace")[:LONGEST].decode("utf-8", "ignore")
    return short.strip(" .") or "paper"


def free_path(folder: Path, name: str, ending: str) -> Path:
    """Return a path where nothing lies yet: ``name.pdf``, ``name (2).pdf`` and so on."""
    path, n = folder / f"{name}{ending}", 1
    while path.exists():
        n += 1
        path = folder / f"{name} ({n}){ending}"
    return path


def require_folder(folder: Path, usual: bool) -> None:
    """Make sure that files can be written there; the ``usual`` folder is made where it is missing.

    Raises CannotWriteError.
    """
    trial = folder / ".imt-trial.part"
    try:
        if usual:
            folder.mkdir(parents=True, exist_ok=True)
        trial.write_bytes(b"")
        trial.unlink()
    except OSError as error:
        raise CannotWriteError(str(folder)) from error


def save_all(folder: Path, name: str, ending: str, files: Sequence[bytes]) -> list[Path]:
    """Write the files of one paper, all of them or none. Raises CannotWriteError."""
    return save_many(folder, ending, [(name, data) for data in files])


def save_many(folder: Path, ending: str, files: Iterable[tuple[str, bytes]]) -> list[Path]:
    """Write files, each under its name, all of them or none. Raises CannotWriteError."""
    written: list[Path] = []
    try:
        for name, data in files:
            path = free_path(folder, name, ending)
            write_whole(path, data)
            written.append(path)
    except CannotWriteError:
        for path in written:
            path.unlink(missing_ok=True)
        raise
    return written


def save_each(
    folder: Path, name: str, ending: str, papers: Iterable[tuple[str, bytes]]
) -> list[Path]:
    """Write papers into a folder of their own, each named, all of them or none.

    Raises CannotWriteError, and what drawing them raises.
    """
    into, written = free_path(folder, name, ""), list[Path]()
    try:
        into.mkdir()
        for of, pdf in papers:
            pages = [pdf] if ending == ".pdf" else raster.pngs(pdf)
            written += save_all(into, file_name(of), ending, pages)
    except BaseException as error:
        for path in written:
            path.unlink(missing_ok=True)
        with suppress(OSError):  # there may be no such folder
            into.rmdir()
        if isinstance(error, OSError):
            raise CannotWriteError(str(into)) from error
        raise
    return written or [into]
