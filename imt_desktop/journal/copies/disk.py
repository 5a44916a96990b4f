"""What copies ask of a disk: flush, rename, keep under a second name. Nothing else touches names.

A power cut can come between any two lines, so a file is flushed before it gets its name, and the
folder after it.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from imt_desktop.errors import CannotWriteError
from imt_desktop.journal.errors import DiskFullError

_FULL: Final = (errno.ENOSPC, errno.EDQUOT) if hasattr(errno, "EDQUOT") else (errno.ENOSPC,)
_BLOCK: Final = 1 << 20


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn what can go wrong with a disk into errors that people can put right."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFullError(str(path)) from error
        raise CannotWriteError(str(path).removesuffix(".part")) from error


def flush(path: Path) -> None:
    """Wait until a file's bytes lie on the disk."""
    file = os.open(path, os.O_RDWR)
    try:
        os.fsync(file)
    finally:
        os.close(file)


def flush_folder(folder: Path) -> None:
    """Wait until the names in a folder lie on the disk; Windows does so by itself."""
    if os.name == "nt":
        return
    file = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)


def put(part: Path, path: Path) -> None:
    """Give a flushed file its name, in place of whatever had it."""
    os.replace(part, path)
    flush_folder(path.parent)


def keep(path: Path, kept: Path) -> None:
    """Keep a file under a second name as well; never over another file."""
    try:
        os.link(path, kept)
    except FileExistsError:
        raise
    except OSError:  # a stick has no second names: then it is copied
        part = kept.with_name(kept.name + ".part")
        try:
            shutil.copyfile(path, part)
            flush(part)
            put(part, kept)
        except OSError:
            drop(part)
            raise
        return
    flush_folder(kept.parent)


def remove(path: Path) -> None:
    """Take a file away; nothing happens where there is none."""
    path.unlink(missing_ok=True)


def drop(*paths: Path) -> None:
    """Take away what was not finished; the disk may be gone by now."""
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError:
            continue


def write_file(path: Path, data: bytes) -> None:
    """Write a small file whole or not at all."""
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(data)
        flush(part)
        put(part, path)
    except OSError:
        drop(part)
        raise


def free_room(folder: Path) -> int:
    """Return how many bytes are free on the disk of a folder."""
    return shutil.disk_usage(folder).free


def size_of(book: Path) -> int:
    """Return how many bytes a book takes, with what has not yet moved into its file."""
    return sum(
        each.stat().st_size for each in (book, book.with_name(book.name + "-wal")) if each.exists()
    )
