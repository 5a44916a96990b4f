"""Whole lists of a period, line by line: bills, payments, what each entry posted. Read once, in order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Final

from msgspec import Struct

from imt_desktop.journal import Reading
from imt_desktop.ledger.as_of import at_end_of, opened
from imt_desktop.money import Currency, Money
from imt_desktop.period import Period


class Billed(Struct, frozen=True):
    """A bill of the period; ``left`` is what was not paid of it at the end. A cancelled one has none."""

    entry: int
    on: date
    number: str
    name: str
    item: str
    period: str | None
    text: str
    due_on: date
    amount: Money
    left: Money
    disputed: bool
    void: bool
    reason: str


class Paid(Struct, frozen=True):
    """A payment of a member. ``account`` is None where the money had come in before."""

    entry: int
    on: date
    receipt: int | None
    number: str
    name: str
    brought_by: str
    account: int | None
    reference: str
    other_number: str
    """Of a paper pad, or of the old book."""
    amount: Money
    void: bool
    reason: str


class Spent(Struct, frozen=True):
    """Something that was paid for. ``account`` is None where it was bought from an advance."""

    entry: int
    on: date
    payee: str
    text: str
    category: str
    voucher: str
    account: int | None
    reference: str
    amount: Money
    void: bool
    reason: str


class Posted(Struct, frozen=True):
    """What an entry posted to an account and a kind of money; an entry without money is one line."""

    entry: int
    line: int | None
    on: date
    at: datetime
    """By the clock of the computer, UTC."""
    what: str
    """The kind of the entry, with its version."""
    account: int | None
    kind: str
    """``in:fee``, ``out:fuel``, ``move`` or ``opening``; empty without money."""
    amount: Money | None
    who: str
    text: str
    receipt: int | None
    voucher: str
    void: bool
    responsible: int | None
    entered_by: int | None
    signed: bool


_BILLS: Final = """
SELECT b.seq, b.billed_on, m.number, m.name, b.item, b.period, b.text, b.due_on, b.amount,
  coalesce(o.amount, 0), b.disputed, b.void IS NOT NULL, coalesce(v.reason, '')
FROM bill b JOIN member m ON m.id=b.member LEFT JOIN opened o ON o.seq=b.seq AND o.line=b.line
LEFT JOIN cancelled v ON v.seq=b.void
WHERE b.billed_on BETWEEN :first AND :last AND b.moved=0 ORDER BY b.billed_on, b.seq, b.line
"""

_OPEN_NOW: Final = "WITH opened AS (SELECT seq, line, open AS amount FROM bill WHERE open>0)"
"""Today's tables say it at once; for an earlier day it is worked out."""


def bills_of(book: Reading, period: Period, today: date) -> Iterator[Billed]:
    """Return the bills of a period, and what was left of each at its end."""
    currency = book.currency
    before = _OPEN_NOW if period.last >= today else opened("bill")
    rows = book.driver.execute(
        before + _BILLS, at_end_of(book, min(period.last, today), **_span(period))
    )
    for row in rows:
        yield Billed(
            row[0], _day(row[1]), row[2], row[3], row[4], row[5], row[6], _day(row[7]),
            Money(row[8], currency), Money(row[9], currency), bool(row[10]), bool(row[11]), row[12],
        )  # fmt: skip


def payments_of(book: Reading, period: Period) -> Iterator[Paid]:
    """Return what members paid in a period, receipt by receipt."""
    currency = book.currency
    rows = book.driver.execute(
        "SELECT l.seq, l.effective_on, l.receipt, m.number, m.name, l.who, l.account, l.reference,"
        " coalesce(nullif(l.pad, ''), l.old_receipt), l.amount, l.void IS NOT NULL,"
        " coalesce(l.void_reason, '') FROM (SELECT DISTINCT seq, line FROM posting"  # it knows days
        " WHERE effective_on BETWEEN :first AND :last AND seq=of_seq) p"
        " JOIN money_line l USING (seq, line) JOIN member m ON m.id=l.member"
        " WHERE l.what='payment' ORDER BY l.effective_on, l.seq, l.line",
        _span(period),
    )
    for row in rows:
        yield Paid(
            row[0], _day(row[1]), row[2], row[3], row[4], row[5], row[6], row[7], row[8],
            Money(row[9], currency), bool(row[10]), row[11],
        )  # fmt: skip


_SPENT: Final = (
    "FROM money_line WHERE what IN ('out','owed-paid','spent') AND kind<>'difference'"
    " AND effective_on BETWEEN :first AND :last"
)
"""What is still owed is not among it: it counts on the day on which it is paid."""


def spent_of(book: Reading, period: Period) -> Iterator[Spent]:
    """Return what was paid for in a period, voucher by voucher."""
    currency = book.currency
    rows = book.driver.execute(
        "SELECT seq, effective_on, who, text, kind, coalesce(nullif(voucher, ''), envelope), account,"
        f" reference, amount, void IS NOT NULL, coalesce(void_reason, '') {_SPENT}"
        " ORDER BY effective_on, seq, line",
        _span(period),
    )
    for row in rows:
        yield Spent(
            row[0], _day(row[1]), row[2], row[3], row[4], row[5], row[6], row[7],
            Money(row[8], currency), bool(row[9]), row[10],
        )  # fmt: skip


def spent_in(book: Reading, period: Period) -> Money:
    """Add up what was paid for in a period, without what was cancelled."""
    (amount,) = book.driver.execute(
        f"SELECT coalesce(sum(amount), 0) {_SPENT} AND void IS NULL", _span(period)
    ).fetchone()
    return Money(amount, book.currency)


def paid_in(book: Reading, period: Period) -> Money:
    """Add up what members paid in a period, without what was cancelled."""
    (amount,) = book.driver.execute(
        "SELECT coalesce(sum(l.amount), 0) FROM (SELECT DISTINCT seq, line FROM posting"
        " WHERE effective_on BETWEEN :first AND :last AND seq=of_seq) p"
        " JOIN money_line l USING (seq, line) WHERE l.what='payment' AND l.void IS NULL",
        _span(period),
    ).fetchone()
    return Money(amount, book.currency)


def billed_in(book: Reading, period: Period) -> Money:
    """Add up what was billed in a period, without what was cancelled."""
    (amount,) = book.driver.execute(
        "SELECT coalesce(sum(amount), 0) FROM bill WHERE void IS NULL AND moved=0"
        " AND billed_on BETWEEN :first AND :last",
        _span(period),
    ).fetchone()
    return Money(amount, book.currency)


_POSTED: Final = """
SELECT p.seq, p.line, p.effective_on, e.at, e.kind, p.account, p.kind, p.amount,
  coalesce(m.name, l.who, ''), coalesce(l.text, ''), l.receipt, coalesce(l.voucher, ''),
  p.void IS NOT NULL, e.responsible, e.entered_by, e.signature, p.part AS part
FROM posting p JOIN entry e USING (seq)
LEFT JOIN money_line l ON l.seq=p.of_seq AND l.line=p.of_line LEFT JOIN member m ON m.id=l.member
WHERE p.effective_on BETWEEN :first AND :last
UNION ALL
SELECT e.seq, NULL, e.effective_on, e.at, e.kind, NULL, '', NULL, '', '', NULL, '', 0,
  e.responsible, e.entered_by, e.signature, 0
FROM entry e WHERE e.effective_on BETWEEN :first AND :last
  AND NOT EXISTS (SELECT 1 FROM posting p WHERE p.seq=e.seq)
ORDER BY 3, 1, 2, part
"""


def journal_of(book: Reading, period: Period) -> Iterator[Posted]:
    """Return every entry of a period with what it posted, in the order of days and entries."""
    currency: Currency = book.currency
    days: dict[str, date] = {}
    for row in book.driver.execute(_POSTED, _span(period)):
        on = days.get(row[2]) or days.setdefault(row[2], _day(row[2]))
        at = datetime.fromisoformat(row[3]).replace(tzinfo=None)
        amount = None if row[7] is None else Money(row[7], currency)
        yield Posted(
            row[0], row[1], on, at, row[4], row[5], row[6], amount, row[8], row[9], row[10],
            row[11], bool(row[12]), row[13], row[14], row[15] == "pin",
        )  # fmt: skip


def connection_types(book: Reading) -> dict[int, tuple[str, ...]]:
    """Return which types of connection each member holds now."""
    return _of_connections(book, "type")


def connection_labels(book: Reading) -> dict[int, tuple[str, ...]]:
    """Return what the connections of each member are called: the number of a meter, or where it is."""
    return _of_connections(book, "label")


def _of_connections(book: Reading, column: str) -> dict[int, tuple[str, ...]]:
    rows = book.driver.execute(
        f"SELECT DISTINCT h.member, c.{column} FROM holder h JOIN connection c ON c.id=h.connection"
        f" WHERE h.until_seq IS NULL AND c.void IS NULL AND c.status<>'ended' AND c.{column}<>''"
        " ORDER BY 1, 2"
    )
    found: dict[int, tuple[str, ...]] = {}
    for member, kind in rows:
        found[member] = (*found.get(member, ()), kind)
    return found


def _span(period: Period) -> dict[str, str]:
    return {"first": period.first.isoformat(), "last": period.last.isoformat()}


_day = date.fromisoformat
