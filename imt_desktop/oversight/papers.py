"""Papers as witnesses: checking one, what it said, and what has no paper outside yet."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from imt_desktop.committee.entries import PaperIssued
from imt_desktop.journal import Reading, Recorded, Ref, checking, errors, store
from imt_desktop.journal.anchor import code_of
from imt_desktop.journal.checking import Answer, PaperRead
from imt_desktop.journal.following import follow
from imt_desktop.ledger import entries as e
from imt_desktop.money import Money
from imt_desktop.oversight.remembered import recall, remember_paper
from imt_desktop.oversight.whole import ROOMS


class Cancelled(msgspec.Struct, frozen=True):
    """By which entry a receipt was cancelled, when, and why."""

    entry: int
    on: date
    reason: str


class ReceiptSaid(msgspec.Struct, frozen=True):
    """What a receipt said, to be compared with the paper."""

    number: int
    on: date
    member: str
    name: str
    amount: Money
    still_to_pay: Money | None
    cancelled: Cancelled | None = None


class PaperSaid(msgspec.Struct, frozen=True):
    """What the paper of an entry said; of a receipt also what became of it since.

    ``paper`` is ``receipt``, a key of issued papers such as ``notice``, or empty for an entry that
    issued none. ``facts`` is what an issued paper said, None where it was forgotten with somebody.
    """

    paper: str
    about: str
    languages: tuple[str, ...]
    copy: int
    receipts: tuple[ReceiptSaid, ...] = ()
    facts: Any = None

    @property
    def cancelled(self) -> bool:
        """Whether all that the paper stands for was cancelled since."""
        return bool(self.receipts) and all(one.cancelled for one in self.receipts)


def check_paper(
    book: Reading, shown: str, seq: int | None = None, *, memory: Path | None, today: date
) -> Answer:
    """Hold a paper against the book, with the papers that were read on this laptop before.

    ``memory`` is the folder where the laptop remembers; the paper is remembered too. A part that a
    restore left behind is looked for in the books that restores kept beside this one.
    """
    read = recall(memory, book.book.id).papers if memory else ()
    answer = checking.check_paper(book, shown, seq, read)
    if _may_be_left_behind(answer) and (restore := _left_in_a_kept_book(book, answer.code)):
        answer = replace(answer, state="left-behind", restore=restore, certain=True)
    if memory and answer.seq is not None and answer.state in ("matches", "changed", "shorter"):
        remember_paper(memory, book.book.id, PaperRead(answer.seq, answer.code, today))
    return answer


def what_it_said(book: Reading, recorded: Recorded) -> PaperSaid:
    """Say what the paper of an entry said, so that it can be compared with the paper itself."""
    entry = recorded.entry
    if isinstance(entry, PaperIssued) and entry.paper == "receipt":
        return _again(book, entry)
    if isinstance(entry, PaperIssued):
        facts = msgspec.json.decode(entry.said) if entry.said else None
        return PaperSaid(entry.paper, entry.about, entry.languages, entry.copy, facts=facts)
    receipts = tuple(_receipts(book, recorded))
    languages = getattr(entry, "languages", ())
    if not receipts:
        return PaperSaid("", str(recorded.seq), languages, 1)
    about = ", ".join(str(receipt.number) for receipt in receipts)
    return PaperSaid("receipt", about, languages, 1, receipts)


def _again(book: Reading, entry: PaperIssued) -> PaperSaid:
    """Say what a receipt said that was made once more: the one receipt of those of its entry."""
    seq, _slash, line = entry.about.partition("/")
    found = what_it_said(book, book.recorded(int(seq)))
    number = book.driver.execute(
        "SELECT receipt FROM money_line WHERE seq=? AND line=?", (int(seq), int(line))
    ).fetchone()[0]
    one = tuple(receipt for receipt in found.receipts if receipt.number == number)
    return replace(
        found, about=str(number), languages=entry.languages, copy=entry.copy, receipts=one
    )


def not_on_paper(book: Reading) -> int:
    """Return how many entries came after the newest one that a paper outside stands for.

    Below nothing where entries at the end were deleted, by as many as it can be known of.
    """
    row = book.driver.execute(
        "SELECT max((SELECT coalesce(max(seq),0) FROM paper),"
        " (SELECT coalesce(max(seq),0) FROM money_line WHERE receipt IS NOT NULL))"
    ).fetchone()
    return book.head().seq - int(row[0])


def _receipts(book: Reading, recorded: Recorded) -> Iterator[ReceiptSaid]:
    entry = recorded.entry
    if isinstance(entry, e.PaymentsReceived):
        for at, line in enumerate(entry.lines, 1):
            if line.receipt:
                number, name = _member(book, line.member, recorded.seq)
                amount, after = (Money(n, book.currency) for n in (line.amount, line.after))
                yield ReceiptSaid(
                    line.receipt, line.on, number, name, amount, after,
                    _cancelled(book, Ref(recorded.seq, at)),
                )  # fmt: skip
    elif isinstance(entry, e.MoneyReceived):
        for at, got in enumerate(entry.lines, 1):
            if got.receipt:
                amount = Money(got.amount, book.currency)
                yield ReceiptSaid(
                    got.receipt, got.on, "", got.payer, amount, None,
                    _cancelled(book, Ref(recorded.seq, at)),
                )  # fmt: skip


def _cancelled(book: Reading, line: Ref) -> Cancelled | None:
    """Return how a line of money was cancelled, if it was."""
    row = book.driver.execute(
        "SELECT void FROM money_line WHERE seq=? AND line=? AND void IS NOT NULL",
        (line.entry, line.line),
    ).fetchone()
    if row is None:
        return None
    void = book.recorded(row[0])
    return Cancelled(void.seq, void.on, getattr(void.entry, "reason", ""))


def _member(book: Reading, member: int, seq: int) -> tuple[str, str]:
    """Return a member's number, and the name at the time of an entry."""
    row = book.driver.execute(
        "SELECT m.number, (SELECT name FROM member_name WHERE member=m.id AND seq<=?1"
        " ORDER BY seq DESC LIMIT 1) FROM member m WHERE m.id=?2",
        (seq, member),
    ).fetchone()
    return (row[0], row[1] or "") if row else ("", "")


def _may_be_left_behind(answer: Answer) -> bool:
    if answer.state == "left-behind":
        return answer.known and not answer.certain
    return answer.state in ("shorter", "changed", "not-found") and not answer.broken


def _left_in_a_kept_book(book: Reading, code: str) -> int | None:
    """Return the entry of the restore that left the paper of a code behind, as the kept books prove.

    A restore writes down the head of the book that it replaced and kept beside this one. That book may have
    come from a copy, too: then its own entries prove the one that was kept before it.
    """
    heads = _heads_left(book.driver)
    path = book.book.path
    kept = sorted(path.parent.glob(f"{path.stem} replaced *{path.suffix}"), reverse=True)
    proven = True
    while proven:
        proven = False
        for one in list(kept):
            try:
                found = _look_into(one, heads, book.book.id, code)
            except errors.BookError:  # damaged: that is perhaps why it was replaced
                found = None
            if found is None:
                continue
            restore, has_it, earlier = found
            if has_it:
                return restore
            heads |= dict.fromkeys(earlier, restore)
            kept.remove(one)
            proven = True
    return None


def _heads_left(connection: sqlite3.Connection) -> dict[bytes, int]:
    rows = connection.execute("SELECT head, seq FROM left_behind")
    return {bytes.fromhex(head): seq for head, seq in rows}


def _look_into(
    kept: Path, heads: dict[bytes, int], book: str, code: str
) -> tuple[int, bool, Iterable[bytes]] | None:
    """Return which restore left a kept book behind, whether it has a code, and what it left itself."""
    store.check_header(kept)
    with store.translated(kept), closing(store.connect(kept, "read")) as connection:
        found = follow(connection, ROOMS)
        if found.broken or found.head.hash not in heads:
            return None
        has_it = any(
            code_of(hashed, book) == code
            for (hashed,) in connection.execute("SELECT hash FROM journal")
        )
        return heads[found.head.hash], has_it, _heads_left(connection)
