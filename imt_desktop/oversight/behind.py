"""What stands behind an entry of the trail: the lines that it made, or those that it is about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from msgspec import Struct

from imt_desktop.journal import Reading, Recorded, Ref
from imt_desktop.ledger import entries as e
from imt_desktop.ledger.closing import entries as c
from imt_desktop.money import Money
from imt_desktop.oversight.trail import Known, known

MOST: Final = 5000
"""Lines of one entry that are read; a spreadsheet brings in fewer."""


class BehindLine(Struct, frozen=True):
    """A line that can be opened: what it is, about whom, and how much."""

    ref: Ref
    what: str
    """bill, count, or what the line of money is."""
    code: str
    """Kind of money, or the item of a bill."""
    period: str | None
    who: str
    text: str
    amount: Money
    cancelled: bool


class Behind(Struct, frozen=True):
    """An entry, its names, and the lines behind it."""

    recorded: Recorded
    known: Known
    lines: tuple[BehindLine, ...]
    own: bool
    """Whether it made these lines itself; else it is about them."""
    cancelled_by: tuple[int, ...]
    """Entries that cancelled it, or some of its lines."""


_LINES: Final = """
SELECT l.line, l.what, l.kind, NULL, coalesce(m.name, l.who), l.text, l.amount, l.void
FROM money_line l LEFT JOIN member m ON m.id=l.member WHERE l.seq=?1
UNION ALL
SELECT b.line, 'bill', b.item, b.period, m.name, b.text, b.amount, b.void
FROM bill b JOIN member m ON m.id=b.member
WHERE b.seq=?1 AND b.line NOT IN (SELECT line FROM money_line WHERE seq=?1)
UNION ALL
SELECT c.line, 'ahead', '', NULL, m.name, '', c.amount, c.void
FROM credit c JOIN member m ON m.id=c.member
WHERE c.seq=?1 AND c.line NOT IN (SELECT line FROM money_line WHERE seq=?1)
UNION ALL
SELECT o.line, o.what, '', NULL, o.who, o.text, o.amount, o.void
FROM open_item o WHERE o.seq=?1 AND o.line NOT IN (SELECT line FROM money_line WHERE seq=?1)
ORDER BY 1 LIMIT ?2
"""


def behind(book: Reading, seq: int) -> Behind:
    """Open an entry. Raises NoSuchEntryError."""
    recorded = book.recorded(seq)
    own = tuple(_lines(book, recorded))
    about = own or tuple(_about(book, recorded.entry))
    return Behind(recorded, known(book, [recorded]), about, bool(own), _cancelled_by(book, seq))


def _lines(book: Reading, recorded: Recorded) -> Iterator[BehindLine]:
    entry = recorded.entry
    if isinstance(entry, e.CashCounted):
        by = ", ".join(person.name for person in entry.by)
        counted = Money(entry.counted, book.currency)
        yield BehindLine(
            Ref(recorded.seq, 1), "count", "", None, by, entry.explanation, counted, False
        )
        return
    rows = book.driver.execute(_LINES, (recorded.seq, MOST))
    for line, what, code, period, who, text, amount, void in rows:
        yield BehindLine(
            Ref(recorded.seq, line), what, code, period, who or "", text or "",
            Money(amount, book.currency), void is not None,
        )  # fmt: skip


def _about(book: Reading, entry: object) -> Iterator[BehindLine]:
    """Yield the lines of others that an entry is about: what it cancels, corrects or explains."""
    if isinstance(entry, e.Voided):
        lines = _lines(book, book.recorded(entry.entry))
        yield from (one for one in lines if one.ref.line in entry.lines)
    elif isinstance(entry, c.DifferenceBooked):
        yield from _lines(book, book.recorded(entry.count))
    elif isinstance(ref := _bill_of(entry), Ref):
        lines = _lines(book, book.recorded(ref.entry))
        yield from (one for one in lines if one.ref == ref)


def _bill_of(entry: Any) -> object:
    return getattr(entry, "bill", None)


def _cancelled_by(book: Reading, seq: int) -> tuple[int, ...]:
    rows = book.driver.execute(
        "SELECT void FROM money_line WHERE seq=?1 AND void IS NOT NULL"
        " UNION SELECT void FROM bill WHERE seq=?1 AND void IS NOT NULL"
        " UNION SELECT void FROM credit WHERE seq=?1 AND void IS NOT NULL"
        " UNION SELECT void FROM open_item WHERE seq=?1 AND void IS NOT NULL ORDER BY 1",
        (seq,),
    )
    return tuple(row[0] for row in rows)


def kinds_there(book: Reading) -> tuple[str, ...]:
    """Return the kinds of entries that there are, without their version."""
    rows = book.driver.execute(_KINDS).fetchall()
    return tuple(dict.fromkeys(kind.partition("/")[0] for (kind,) in rows))


_KINDS: Final = """
WITH RECURSIVE one(kind) AS (
  SELECT min(kind) FROM entry
  UNION ALL
  SELECT (SELECT min(kind) FROM entry WHERE kind>one.kind) FROM one WHERE one.kind IS NOT NULL
)
SELECT kind FROM one WHERE kind IS NOT NULL
"""
"""Steps through the index of kinds; of 200,000 entries only as many are looked at as there are kinds."""
