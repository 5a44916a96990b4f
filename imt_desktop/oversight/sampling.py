"""From what auditors draw by lot: households, receipts, cancelled receipts and vouchers of a period."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from msgspec import Struct

from imt_desktop.committee.asking import chosen
from imt_desktop.community.audit import auditing, queries
from imt_desktop.community.audit.auditing import (
    LISTS,
    ChecksRequest,
    ListRequest,
    SampleRequest,
    draw,
    fix_list,
    period_of,
)
from imt_desktop.community.audit.drawing import Lot
from imt_desktop.community.audit.errors import NotListedError
from imt_desktop.journal import Reading, Recorded, Writing
from imt_desktop.money import Money
from imt_desktop.period import Period


class Drawable(Struct, frozen=True):
    """A line of a list, and what whoever checks it has to know."""

    item: str
    """Member number, receipt number, or entry and line of an expense."""
    who: str
    on: date | None
    amount: Money | None
    """What was paid; of a household what it owes today, so that those behind are visited too."""
    voucher: str = ""
    """Number of an expense's voucher, by which its paper is found."""
    text: str = ""
    """What an expense was for, or who brought the money where that was not the member."""


def fix(book: Writing, wanted: ListRequest) -> Recorded:
    """Fix a list of an audit. Raises NoSuchAuditError, ChoiceError and what ``fix_list`` does."""
    return fix_list(book, wanted, _lot(book, wanted.audit, wanted.what))


def draw_sample(book: Writing, wanted: SampleRequest) -> Recorded:
    """Draw from a list of an audit. Raises NoSuchAuditError, ChoiceError and what ``draw`` does."""
    return draw(book, wanted, _lot(book, wanted.audit, wanted.what))


def write_checks(book: Writing, wanted: ChecksRequest) -> Recorded:
    """Write down what came of looking at things of the lists. Raises NotListedError and its own."""
    for number, line in enumerate(wanted.lines, 1):
        if line.what not in LISTS:
            continue  # the entry's own checks say so
        sample = queries.sample(book, wanted.audit, line.what)
        listed = _lot(book, wanted.audit, line.what).items + (sample.drawn if sample else ())
        if line.item.strip() not in listed:
            raise NotListedError(line.item.strip()).beside(f"lines/{number}/item")
    return auditing.write_checks(book, wanted)


def lot(book: Reading, what: str, period: Period) -> Lot:
    """Return the list of a period. Raises ChoiceError."""
    items = tuple(one.item for one in drawable(book, what, period))
    return Lot(what, period.first, period.last, items, book.book.id)


def drawable(book: Reading, what: str, period: Period) -> tuple[Drawable, ...]:
    """Return what can be drawn of a period. Raises ChoiceError."""
    return _LISTS[chosen(what, LISTS, "what")](book, period)


def paid(book: Reading, period: Period) -> dict[str, tuple[int, Money]]:
    """Return how often and how much each household paid in a period, by its number.

    That is what the receipts in its house add up to.
    """
    rows = book.driver.execute(
        "SELECT m.number, count(*), sum(l.amount) FROM money_line l JOIN member m ON m.id=l.member"
        " WHERE l.receipt IS NOT NULL AND l.void IS NULL AND l.effective_on BETWEEN ? AND ?"
        " GROUP BY m.id",
        (period.first.isoformat(), period.last.isoformat()),
    )
    return {number: (times, Money(amount, book.currency)) for number, times, amount in rows}


def _lot(book: Reading, audit: int, what: str) -> Lot:
    return lot(book, what, period_of(book, audit))


def _households(book: Reading, period: Period) -> tuple[Drawable, ...]:
    """Everybody who was a member in the period, whether they paid or not."""
    rows = book.driver.execute(
        "SELECT m.number, m.name, NULL, m.owed FROM member m JOIN (SELECT member, status,"
        " effective_on, max(seq) FROM member_status WHERE effective_on<=? GROUP BY member) s"
        " ON s.member=m.id WHERE m.void IS NULL AND NOT (s.status='left' AND s.effective_on<?)"
        " ORDER BY m.id",
        (period.last.isoformat(), period.first.isoformat()),
    )
    return tuple(_line(book, row) for row in rows)


_RECEIPT: Final = (
    "receipt, coalesce(household, named), effective_on, amount, '',"
    " CASE WHEN household IS NOT NULL THEN who END"
)
"""A receipt is the household's, whoever carried the money."""


def _receipts(book: Reading, period: Period) -> tuple[Drawable, ...]:
    return _money(book, period, _RECEIPT, "receipt IS NOT NULL AND void IS NULL")


def _cancelled(book: Reading, period: Period) -> tuple[Drawable, ...]:
    return _money(book, period, _RECEIPT, "receipt IS NOT NULL AND void IS NOT NULL")


def _vouchers(book: Reading, period: Period) -> tuple[Drawable, ...]:
    return _money(
        book, period, "seq || '/' || line, named, effective_on, amount, voucher, text",
        "what IN ('out', 'owed', 'spent') AND void IS NULL",
    )  # fmt: skip


def _money(book: Reading, period: Period, columns: str, where: str) -> tuple[Drawable, ...]:
    rows = book.driver.execute(
        f"SELECT {columns} FROM (SELECT l.*, m.name AS household,"
        " coalesce(nullif(l.who,''), m.name) AS named"
        " FROM money_line l LEFT JOIN member m ON m.id=l.member)"
        f" WHERE {where} AND effective_on BETWEEN ? AND ? ORDER BY receipt, seq, line",
        (period.first.isoformat(), period.last.isoformat()),
    )
    return tuple(_line(book, row) for row in rows)


def _line(book: Reading, row: tuple[Any, ...]) -> Drawable:
    item, who, on, amount, *paper = row
    day = date.fromisoformat(on) if on else None
    return Drawable(
        str(item), who, day, Money(amount, book.currency), *(part or "" for part in paper)
    )


_LISTS: Final[dict[str, Callable[[Reading, Period], tuple[Drawable, ...]]]] = {
    "households": _households,
    "receipts": _receipts,
    "cancelled": _cancelled,
    "vouchers": _vouchers,
}
