"""Reading what is looked at before a month is closed, and which months are closed."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from imt_desktop.committee import queries
from imt_desktop.journal import Reading
from imt_desktop.ledger.closing.checklist import Checklist, checklist
from imt_desktop.ledger.closing.entries import MonthClosed
from imt_desktop.ledger.closing.month import closed_months, due_month
from imt_desktop.money import Money, total
from imt_desktop.oversight.questions import count_open
from imt_desktop.period import Month


class ClosedMonth(Struct, frozen=True):
    """A closed month: the entry that closed it, when, who signed, and what was carried forward."""

    month: Month
    entry: int
    on: date
    signers: tuple[str, ...]
    signed: bool
    """Whether with PINs."""
    carried: Money


class ClosingLook(Struct, frozen=True):
    """The month that is closed next, and those that are closed, the newest first."""

    due: Checklist
    over: bool
    """Whether its last day has passed."""
    closed: tuple[ClosedMonth, ...]
    asked: int
    """Questions of the book that nobody answered yet, of whatever month."""


def look(book: Reading, today: date) -> ClosingLook:
    """Look at everything that matters for the next closing."""
    due = due_month(book)
    return ClosingLook(
        checklist(book, due, today), today > due.last, tuple(_closed(book)), count_open(book, today)
    )


def _closed(book: Reading) -> list[ClosedMonth]:
    names = {one.id: one.name for one in queries.officers(book)}
    found = []
    for one in closed_months(book):
        recorded = book.recorded(one.entry)
        closing, envelope = recorded.entry, recorded.envelope
        assert isinstance(closing, MonthClosed)
        hands = (envelope.responsible, *envelope.countersigned)
        found.append(
            ClosedMonth(
                month=one.month,
                entry=one.entry,
                on=recorded.made_on,
                signers=tuple(names[number] for number in hands if number in names),
                signed=envelope.signature == "pin",
                carried=total(
                    (Money(account.carried, book.currency) for account in closing.accounts),
                    book.currency,
                ),
            )
        )
    return found
