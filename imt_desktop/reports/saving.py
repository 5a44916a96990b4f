"""Papers into a folder: good names, nothing overwritten, whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from imt_desktop.errors import CannotWriteError
from imt_desktop.reports.paper import raster

LONGEST: Final = 150
"""Bytes of a name before its ending; a file system takes some 250."""

_FORBIDDEN: Final = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]+')


class Named(NamedTuple):
    """A file that is to be written: its name without the ending, the ending, and what stands in it."""

    name: str
    ending: str
    data: bytes


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


def require_room_for(path: Path, folder: bool = False) -> None:
    """Make sure that a file, or files in a ``folder``, can be written there; nothing is left of the trial.

    Raises CannotWriteError.
    """
    trial = path.with_name(path.name + ".part")
    try:
        if folder and not path.exists():
            path.mkdir()
            path.rmdir()
            return
        if path.is_dir() != folder:
            raise CannotWriteError(str(path))
        trial = path / ".imt-trial.part" if folder else trial
        trial.write_bytes(b"")
        trial.unlink()
    except OSError as error:
        raise CannotWriteError(str(path)) from error


def save_all(folder: Path, name: str, ending: str, files: Sequence[bytes]) -> list[Path]:
    """Write the files of one paper, all of them or none. Raises CannotWriteError."""
    return save_many(folder, [Named(name, ending, data) for data in files])


def save_many(folder: Path, files: Iterable[Named]) -> list[Path]:
    """Write files, each under its name, all of them or none.

    Raises CannotWriteError, and what drawing them raises.
    """
    written: list[Path] = []
    try:
        for name, ending, data in files:
            written += overwrite([(free_path(folder, name, ending), data)])
    except BaseException:
        for path in written:
            path.unlink(missing_ok=True)
        raise
    return written


def save_each(folder: Path, ending: str, papers: Iterable[tuple[str, bytes]]) -> list[Path]:
    """Write papers, each named, into a folder, as ``save_folder`` does."""
    return save_folder(folder, _pages(ending, papers))


def save_folder(folder: Path, files: Iterable[Named]) -> list[Path]:
    """Write files into a folder that is made where it is missing, all of them or none.

    Raises CannotWriteError, and what drawing them raises.
    """
    new = not folder.exists()
    try:
        folder.mkdir(exist_ok=True)
        cleaned = (Named(file_name(one.name), one.ending, one.data) for one in files)
        return save_many(folder, cleaned) or [folder]
    except BaseException as error:
        if new:
            with suppress(OSError):  # there may be no such folder
                folder.rmdir()
        if isinstance(error, OSError):
            raise CannotWriteError(str(folder)) from error
        raise


def _pages(ending: str, papers: Iterable[tuple[str, bytes]]) -> Iterator[Named]:
    for of, pdf in papers:
        for page in [pdf] if ending == ".pdf" else raster.pngs(pdf):
            yield Named(of, ending, page)


def overwrite(files: Sequence[tuple[Path, bytes]]) -> list[Path]:
    """Write files over what lies there. A full disk leaves all as it was. Raises CannotWriteError."""
    parts = [path.with_name(f"{path.name}.part") for path, _data in files]
    try:
        for part, (_path, data) in zip(parts, files, strict=True):
            part.write_bytes(data)
        return [part.replace(path) for part, (path, _data) in zip(parts, files, strict=True)]
    except OSError as error:
        for part in parts:
            with suppress(OSError):  # there may be none
                part.unlink()
        raise CannotWriteError(str(files[0][0])) from error
