"""What only this laptop remembers of a book: papers that were read here, and the last stick.

It proves nothing, and losing it loses nothing: the papers can be read again. It lies outside of the
book so that whoever changes the book, or brings an old copy back, does not change it as well; see
``docs/decisions``.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

import msgspec

from imt_desktop.journal.checking import PaperRead
from imt_desktop.journal.copies import disk

MOST_PAPERS: Final = 2000
"""More than this many papers of one book are not remembered; the oldest go, but never the first."""
DAYS_BETWEEN_STICKS: Final = 7


class Memory(msgspec.Struct, frozen=True):
    """What is remembered of one book. Unknown fields of a newer program are passed over."""

    papers: tuple[PaperRead, ...] = ()
    sealed_on: date | None = None
    """When a copy was last sealed for a stick."""


def file_of(folder: Path, book: str) -> Path:
    """Return the file that remembers a book, by the book's id."""
    return folder / f"remembered-{book}.json"


def recall(folder: Path, book: str) -> Memory:
    """Read what is remembered; a missing or broken file remembers nothing."""
    try:
        return msgspec.json.decode(file_of(folder, book).read_bytes(), type=Memory)
    except (OSError, msgspec.MsgspecError):
        return Memory()


def remember_paper(folder: Path, book: str, paper: PaperRead) -> None:
    """Remember a paper that was read; the first reading of each paper counts."""
    memory = recall(folder, book)
    known = {(one.seq, one.code) for one in memory.papers}
    if (paper.seq, paper.code) not in known:
        papers = tuple(sorted((*memory.papers, paper), key=lambda one: (one.seq, one.code)))
        if len(papers) > MOST_PAPERS:
            papers = (papers[0], *papers[2:])
        _write(folder, book, msgspec.structs.replace(memory, papers=papers))


def remember_stick(folder: Path, book: str, on: date) -> None:
    """Remember that a copy was sealed for a stick."""
    _write(folder, book, msgspec.structs.replace(recall(folder, book), sealed_on=on))


def stick_is_due(memory: Memory, today: date) -> bool:
    """Whether it is time to ask for the stick: a week after the last copy, or if there was none."""
    if memory.sealed_on is None:
        return True
    # A clock that fell back must not keep the question away for years.
    return abs((today - memory.sealed_on).days) >= DAYS_BETWEEN_STICKS


def _write(folder: Path, book: str, memory: Memory) -> None:
    """Write it whole or not at all; a full disk is no reason to stop."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        disk.write_file(file_of(folder, book), msgspec.json.encode(memory))
    except OSError:
        return
