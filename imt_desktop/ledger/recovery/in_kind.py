"""What is given that is no money: labour days, and gifts in kind. Neither ever enters the cash book."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from msgspec import Struct

from imt_desktop.journal import Reading, Recorded, Ref, Writing
from imt_desktop.ledger import errors as ledger
from imt_desktop.ledger.charging.entries import LabourGiven
from imt_desktop.ledger.charging.understood import known
from imt_desktop.ledger.recovery import entries as r
from imt_desktop.ledger.requests import (
    Request,
    RequestLine,
    amount_of,
    booking_day,
    concerning,
    named,
    of_line,
)
from imt_desktop.money import Money
from imt_desktop.period import Period

GIFTS: Final = ("materials", "tools", "transport", "food", "land", "skilled-work", "other")


class InKindLine(RequestLine, frozen=True):
    """A gift, and what it is worth."""

    what: str
    worth: Decimal
    giver: str = ""
    text: str = ""
    on: date | None = None


class InKindRequest(Request, frozen=True, tag="in-kind"):
    """Write gifts down that are no money."""

    lines: tuple[InKindLine, ...]
    concerns: str | None = None


class Gift(Struct, frozen=True):
    """A gift that is no money."""

    entry: int
    line: int
    on: date
    what: str
    worth: Money
    giver: str
    text: str


class NotMoney(Struct, frozen=True):
    """What was given in a period that is no money. It is never added to what is."""

    days: int
    """Labour days, in thousandths."""
    labour: Money
    gifts: dict[str, Money]
    """By what they are, the largest first."""

    @property
    def nothing(self) -> bool:
        """Whether nothing was given."""
        return not (self.days or self.gifts)

    @property
    def worth(self) -> Money:
        """All of it together."""
        return sum(self.gifts.values(), self.labour)


def give_in_kind(book: Writing, wanted: InKindRequest) -> Recorded:
    """Write gifts down.

    Raises EmptyRequestError, UnknownCodeError, FutureDayError and the errors of amounts and closed months.
    """
    if not wanted.lines:
        raise ledger.EmptyRequestError().beside("lines")
    lines = tuple(_lines(book, wanted))
    on = max(line.on for line in lines)
    return book.append(
        r.GivenInKind(lines=lines), on=on, concerns=concerning(book, wanted.concerns)
    )


def _lines(book: Writing, wanted: InKindRequest) -> Iterator[r.InKind]:
    for number, line in enumerate(wanted.lines, 1):
        with of_line(number):
            with named("what"):
                what = known(line.what, GIFTS)
            yield r.InKind(
                on=booking_day(book, line.on),
                what=what,
                worth=amount_of(book, line.worth, "worth").minor,
                giver=line.giver.strip(),
                text=line.text.strip(),
            )


def gifts(book: Reading, period: Period) -> tuple[Gift, ...]:
    """Return the gifts of a period, the latest first."""
    rows = book.driver.execute(
        "SELECT seq, line, given_on, what, worth, giver, text FROM in_kind WHERE void IS NULL"
        " AND given_on BETWEEN ? AND ? ORDER BY given_on DESC, seq DESC, line",
        (period.first.isoformat(), period.last.isoformat()),
    )
    return tuple(
        Gift(seq, line, date.fromisoformat(on), what, Money(worth, book.currency), giver, text)
        for seq, line, on, what, worth, giver, text in rows
    )


def not_money(book: Reading, period: Period) -> NotMoney:
    """Add up what was given in a period that is no money."""
    between = (period.first.isoformat(), period.last.isoformat())
    worked = book.driver.execute(
        "SELECT seq, line, amount FROM money_line WHERE what='labour' AND void IS NULL"
        " AND effective_on BETWEEN ? AND ?",
        between,
    ).fetchall()
    by_what = book.driver.execute(
        "SELECT what, sum(worth) FROM in_kind WHERE void IS NULL AND given_on BETWEEN ? AND ?"
        " GROUP BY what ORDER BY 2 DESC, 1",
        between,
    )
    return NotMoney(
        labour_days(book, [Ref(seq, line) for seq, line, _amount in worked]),
        Money(sum(amount for _seq, _line, amount in worked), book.currency),
        {what: Money(worth, book.currency) for what, worth in by_what},
    )


def labour_days(book: Reading, lines: Collection[Ref]) -> int:
    """Add up labour days, in thousandths, from the entries that state them."""
    entries = {seq: book.recorded(seq).entry for seq in {ref.entry for ref in lines}}
    days = 0
    for ref in lines:
        entry = entries[ref.entry]
        assert isinstance(entry, LabourGiven)
        days += entry.lines[ref.line - 1].days
    return days
