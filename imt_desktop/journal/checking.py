"""Checking a paper: its code, typed or read from a photo, is held against the book.

There is one answer, and it tells a slip of the pen from everything else. It proves only what papers
prove: where something was changed is said between two papers that were read by somebody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from typing import Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from imt_desktop.journal.anchor import HEAD_CHARACTERS, cleaned, code_of, own_character, with_code
from imt_desktop.journal.book import Reading
from imt_desktop.journal.errors import CodeLettersError, CodeSlipError
from imt_desktop.journal.following import follow
from imt_desktop.journal.rooms import Recorded

State = Literal[
    "letters", "slip", "another-book", "matches", "left-behind", "shorter", "changed", "not-found"
]
"""What holding a paper against the book can show.

``letters`` what was given is no code; ``slip`` it was copied wrongly; ``another-book`` the paper is
another committee's; ``matches``; ``left-behind`` its entry is in a part that a restore left behind, or
may be, where the book came without the laptop that had it;
``shorter`` the book ends before the paper's entry; ``changed`` the entry, or one before it, is not what
it was; ``not-found`` no entry has the code, and without the entry's number no more can be said.
"""

_QR: Final = re.compile(r"IMT WATER BOOK ([0-9A-F]{32}) ([0-9]{1,18}) ([0-9A-F]{64})")
_TYPED: Final = re.compile(r"(.*?)@\s*([0-9]{1,18})\s*", re.DOTALL)


class PaperRead(Struct, frozen=True):
    """A paper that somebody held against this book on this laptop."""

    seq: int
    code: str
    on: date


class Answer(Struct, frozen=True):
    """What holding a paper against the book showed.

    ``seq`` is the entry's number as printed or found, ``entries`` how many the book has. ``entry`` is
    what the paper was issued by, where it matches. ``restore`` is the entry of a restore whose
    left-behind part has the paper's number, ``certain`` whether the code itself proves that, ``known``
    whether the restore knew what it left.
    ``broken`` is the first entry that does not follow from the one before. Something was changed after
    ``after`` and not later than ``until``, the entries of papers that were read. ``failing`` are other
    papers read before that no longer match.
    """

    state: State
    shown: str
    entries: int
    code: str = ""
    seq: int | None = None
    entry: Recorded | None = None
    restore: int | None = None
    certain: bool = True
    known: bool = True
    broken: int | None = None
    after: int | None = None
    until: int | None = None
    failing: tuple[int, ...] = ()
    misnumbered: int | None = None
    """The entry's number that came with the code, where the code is another entry's."""


def check_paper(
    book: Reading, shown: str, seq: int | None = None, read: Iterable[PaperRead] = ()
) -> Answer:
    """Hold a paper against the book: a typed code (``CODE`` or ``CODE@ENTRY``), or a QR's text.

    ``seq`` is the entry's number beside a typed code, ``read`` the papers that were read before.
    """
    answer = Answer("letters", shown, book.head().seq, seq=seq)
    qr = _QR.fullmatch(" ".join(shown.upper().split()))
    if qr:
        head = bytes.fromhex(qr[3])
        if qr[1].lower() != book.book.id:
            return replace(answer, state="another-book", seq=int(qr[2]))
        answer = replace(answer, code=code_of(head, book.book.id), seq=int(qr[2]))
        return _held(book, answer, tuple(read), head)
    if typed := _TYPED.fullmatch(shown):
        answer = replace(answer, seq=int(typed[2]))
    try:
        code = cleaned(typed[1] if typed else shown)
    except CodeLettersError:
        return answer
    except CodeSlipError:
        return replace(answer, state="slip")
    if code[HEAD_CHARACTERS] != own_character(book.book.id):
        return replace(answer, state="another-book", code=code)
    return _held(book, replace(answer, code=code), tuple(read), None)


def still_matches(book: Reading, paper: PaperRead) -> bool:
    """Whether the entry of a paper that was read is still what it was."""
    row = book.driver.execute(
        "SELECT stored, hash FROM journal WHERE seq=?", (paper.seq,)
    ).fetchone()
    return (
        row is not None
        and sha256(row[0]).digest() == row[1]
        and code_of(row[1], book.book.id) == paper.code
    )


def _held(book: Reading, answer: Answer, read: tuple[PaperRead, ...], head: bytes | None) -> Answer:
    parts = _parts_left(book)
    failing = tuple(
        paper.seq
        for paper in read
        if paper.code != answer.code
        and not still_matches(book, paper)
        and _left_in(parts, paper.seq, paper.code, book) is None
    )
    answer = replace(answer, failing=tuple(sorted(set(failing))))
    found = with_code(book, answer.code)
    if found is None or (head is not None and found.hash != head):
        return _not_there(book, answer, parts, read)
    misnumbered = None if answer.seq in (None, found.seq) else answer.seq
    answer = replace(answer, seq=found.seq, misnumbered=misnumbered)
    broken = follow(book.driver, book.book.rooms, found.seq).broken
    if broken:
        return _bracketed(book, replace(answer, state="changed", broken=broken), read)
    return replace(answer, state="matches", entry=found)


class _Left(Struct, frozen=True):
    restore: int
    head: bytes
    first: int
    last: int


def _parts_left(book: Reading) -> list[_Left]:
    rows = book.driver.execute(
        "SELECT seq, head, first, last FROM left_behind ORDER BY seq DESC, number"
    )
    return [_Left(seq, bytes.fromhex(head), first, last) for seq, head, first, last in rows]


def _left_in(parts: list[_Left], seq: int | None, code: str, book: Reading) -> _Left | None:
    """Return the left-behind part with this number, or whose own last entry has this code."""
    for part in parts:
        if code_of(part.head, book.book.id) == code:
            return part
    for part in parts:
        if seq is not None and part.first <= seq <= part.last:
            return part
    return None


def _restored_blindly(book: Reading, seq: int) -> int | None:
    """Return the newest restore up to an entry that did not know what it left: the laptop was gone.

    What was entered there after the copy has the same numbers as what came here since. A restore that
    knew that it left nothing asked nobody for the last receipt.
    """
    (restore,) = book.driver.execute(
        "SELECT max(seq) FROM restored WHERE left_first IS NULL AND last_receipt IS NOT NULL"
        " AND seq<=?",
        (seq,),
    ).fetchone()
    return None if restore is None else int(restore)


def _not_there(
    book: Reading, answer: Answer, parts: list[_Left], read: tuple[PaperRead, ...]
) -> Answer:
    part = _left_in(parts, answer.seq, answer.code, book)
    if part:
        certain = code_of(part.head, book.book.id) == answer.code
        return replace(answer, state="left-behind", restore=part.restore, certain=certain)
    if answer.seq is None:
        return replace(answer, state="not-found")
    broken = follow(book.driver, book.book.rooms, min(answer.seq, answer.entries)).broken
    restore = None if broken else _restored_blindly(book, answer.seq)
    if restore:
        said = replace(answer, state="left-behind", restore=restore, certain=False, known=False)
        found = _bracketed(book, said, read)
        return found if found.after and found.after > restore else said
    if answer.seq > answer.entries:
        return replace(answer, state="shorter")
    return _bracketed(book, replace(answer, state="changed", broken=broken), read)


def _bracketed(book: Reading, answer: Answer, read: tuple[PaperRead, ...]) -> Answer:
    """Say between which two papers something was changed.

    A paper proves its entry and all before it: one behind the break agrees no more, though its own
    entry may be whole.
    """
    assert answer.seq is not None
    whole = min(answer.seq, answer.broken or answer.seq)
    good = [paper.seq for paper in read if paper.seq < whole and still_matches(book, paper)]
    after = max(good, default=None)
    behind = [paper.seq for paper in read if answer.broken and paper.seq >= answer.broken]
    bad = [seq for seq in (*answer.failing, *behind) if seq > (after or 0)]
    return replace(answer, after=after, until=min([answer.seq, *bad]))
