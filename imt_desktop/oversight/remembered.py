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


MOST_KEYS: Final = 20


class KnownKey(msgspec.Struct, frozen=True):
    """Somebody's public key, for whom copies are sealed. It closes copies and opens none."""

    name: str
    key: str
    outside: bool = False
    """Whether they are outside the committee: copies for them leave words about people out."""


class Memory(msgspec.Struct, frozen=True):
    """What is remembered of one book. Unknown fields of a newer program are passed over."""

    papers: tuple[PaperRead, ...] = ()
    sealed_on: date | None = None
    """When a copy was last sealed for a stick."""
    sealed_as: str = ""
    """Which file that was."""
    asked_on: date | None = None
    """When somebody was last asked for the stick."""
    keys: tuple[KnownKey, ...] = ()
    """Of those for whom copies are sealed."""
    left_on: date | None = None
    """When the book was taken to another laptop; None while it is written here."""


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


def remember_stick(folder: Path, book: str, on: date, sealed: Path | None = None) -> None:
    """Remember that a copy was sealed for a stick, and which file it is."""
    memory, name = recall(folder, book), str(sealed or "")
    _write(folder, book, msgspec.structs.replace(memory, sealed_on=on, sealed_as=name))


def remember_keys(folder: Path, book: str, one: KnownKey) -> None:
    """Remember somebody's key; who had another one before has this one from now on."""
    others = [known for known in recall(folder, book).keys if known.name != one.name]
    keys = (*others, one)[-MOST_KEYS:]
    _write(folder, book, msgspec.structs.replace(recall(folder, book), keys=keys))


def remember_leaving(folder: Path, book: str, on: date | None) -> None:
    """Remember that the book went to another laptop; None that it is written here again."""
    memory = recall(folder, book)
    if memory.left_on != on:
        _write(folder, book, msgspec.structs.replace(memory, left_on=on))


def remember_asking(folder: Path, book: str, on: date) -> None:
    """Remember that somebody was asked for the stick, so that it is not asked each day."""
    _write(folder, book, msgspec.structs.replace(recall(folder, book), asked_on=on))


def stick_is_asked(memory: Memory, today: date) -> bool:
    """Whether to ask for the stick now: it is due, and nobody was asked for a week."""
    if not stick_is_due(memory, today):
        return False
    asked = memory.asked_on
    return asked is None or abs((today - asked).days) >= DAYS_BETWEEN_STICKS


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
