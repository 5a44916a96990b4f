"""Spreadsheets that were brought in: each is one entry, recognised when it comes again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from msgspec import Struct

from imt_desktop.journal import Entry, Reading
from imt_desktop.ledger import entries as e
from imt_desktop.ledger.charging.earlier import MetersRead1
from imt_desktop.ledger.charging.entries import MetersRead
from imt_desktop.ledger.importing.rows import Understood
from imt_desktop.money import Money


class BroughtIn(Struct, frozen=True):
    """A sheet of a file that was brought in as one kind of data."""

    entry: int
    file: str
    sheet: str
    kind: str
    sha256: str
    on: date
    """The day on which it was brought in."""
    rows: int
    amount: Money | None
    """The sum: of payments or expenses, or what members owed. None for members and readings."""
    ahead: Money | None
    """What members had paid ahead."""
    void: int | None
    """The entry that cancelled it, if nothing is left of it."""


class Later(Struct, frozen=True):
    """An entry that relies on an earlier one: its kind, its day, and the file it came from."""

    entry: int
    kind: str
    on: date
    file: str


def brought_in(book: Reading) -> tuple[BroughtIn, ...]:
    """Return all spreadsheets that were brought in, the newest first."""
    rows = book.driver.execute(
        "SELECT seq, file, sheet, kind, sha256, void FROM source ORDER BY seq DESC"
    ).fetchall()
    return tuple(_brought_in(book, *row) for row in rows)


def known_since(book: Reading, understood: Understood, sha256: str) -> int | None:
    """Return the entry that brought in this file, sheet and kind of data before."""
    row = book.driver.execute(
        "SELECT seq FROM source WHERE sha256=? AND sheet=? AND kind=? AND void IS NULL",
        (sha256, understood.sheet.name, understood.kind),
    ).fetchone()
    return int(row[0]) if row else None


def later_entries(book: Reading, entries: Iterable[int]) -> tuple[Later, ...]:
    """Tell entries that something relies on, in their order."""
    found = []
    for seq in entries:
        row = book.driver.execute(
            "SELECT e.kind, e.effective_on, coalesce(s.file, '') FROM entry e"
            " LEFT JOIN source s USING (seq) WHERE e.seq=?",
            (seq,),
        ).fetchone()
        found.append(Later(seq, row[0], date.fromisoformat(row[1]), row[2]))
    return tuple(found)


def _brought_in(
    book: Reading, seq: int, file: str, sheet: str, kind: str, sha256: str, void: int | None
) -> BroughtIn:
    recorded = book.recorded(seq)
    lines, amount, ahead = _lines_and_sums(recorded.entry)
    envelope = recorded.envelope
    day = (recorded.at + timedelta(minutes=envelope.offset)).date()
    money = book.currency
    return BroughtIn(
        entry=seq,
        file=file,
        sheet=sheet,
        kind=kind,
        sha256=sha256,
        on=day,
        rows=lines,
        amount=None if amount is None else Money(amount, money),
        ahead=None if ahead is None else Money(ahead, money),
        void=void,
    )


def _lines_and_sums(entry: Entry) -> tuple[int, int | None, int | None]:
    """Count an import's lines, and add up what they say."""
    match entry:
        case e.MembersJoined() | MetersRead() | MetersRead1():
            return len(entry.lines), None, None
        case e.BalancesOpened():
            sums = {"debt": 0, "ahead": 0}
            for line in entry.lines:
                sums[line.what] += line.amount
            return len(entry.lines), sums["debt"], sums["ahead"]
        case e.PaymentsReceived() | e.MoneyReceived() | e.MoneySpent():
            return len(entry.lines), sum(line.amount for line in entry.lines), None
        case _:
            raise TypeError(type(entry))
