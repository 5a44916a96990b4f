"""Bringing in: rows that were understood become one entry, all or nothing.

``import_checks`` holds them against the book, so that a preview already shows what is wrong;
``bring_in`` does the same once more and books what is left.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from operator import attrgetter
from typing import Final, TypeVar

from msgspec import Struct

from imt_desktop.committee.queries import committee
from imt_desktop.errors import UserError
from imt_desktop.journal import Recorded, Writing
from imt_desktop.ledger import entries as e
from imt_desktop.ledger import errors, expenses, members, openings, payments
from imt_desktop.ledger.import_checks import WITHOUT_METHOD, Known, checked, paid_to
from imt_desktop.ledger.importing.questions import OTHER
from imt_desktop.ledger.importing.rows import (
    ExpenseRow,
    MemberRow,
    OpeningRow,
    PaymentRow,
    Understood,
)
from imt_desktop.ledger.imports import known_since
from imt_desktop.ledger.requests import booking_day

R = TypeVar("R")


class Wanted(Struct, frozen=True):
    """What is asked once for a file that is brought in."""

    file: str
    sha256: str
    on: date | None = None
    """The day of balances, and on which members join; payments and expenses have their own."""
    phones_agreed: bool = False
    """Whether members agreed that their telephone numbers are kept; otherwise they are left out."""
    without_method: str = WITHOUT_METHOD
    """How payments and expenses were paid that do not say so."""


_ASKED: Final[Mapping[str, Callable[[str], UserError]]] = {
    "dates": errors.DateOrderAskedError,
    "decimal": errors.DecimalMarkAskedError,
}


def bring_in(
    book: Writing, understood: Understood, wanted: Wanted, *, skip_bad: bool = False
) -> Recorded:
    """Book the good rows as one entry; with bad ones nothing, unless they are to be skipped.

    Raises FileKnownError, DateOrderAskedError, DecimalMarkAskedError, BadRowsError,
    EmptyRequestError, and what the use cases raise.
    """
    if before := known_since(book, understood, wanted.sha256):
        raise errors.FileKnownError(wanted.file, before)
    for question in understood.questions:
        raise _ASKED[question.about](question.examples[0].text).beside(question.about)
    understood = checked(book, understood, book.today, wanted.without_method)
    if understood.bad_rows and not skip_bad:
        raise errors.BadRowsError(len(understood.bad_rows), understood.bad_rows[0])
    source = e.Source(
        file=wanted.file,
        sheet=understood.sheet.name,
        kind=understood.kind,
        sha256=wanted.sha256,
    )
    return _BOOKED[understood.kind](book, understood, wanted, source)


def bring_in_members(
    book: Writing, understood: Understood, wanted: Wanted, source: e.Source
) -> Recorded:
    """Take in the households of a list."""
    rows = _rows(understood, MemberRow)
    taken = {row[0] for row in book.driver.execute("SELECT number FROM member WHERE void IS NULL")}
    taken |= {row.number for row in rows if row.number}
    highest = max((int(number) for number in taken if number.isdecimal()), default=0)
    lines = []
    for row in rows:
        highest += row.number is None
        phone = row.phone or "" if wanted.phones_agreed else ""
        lines.append(
            members.MemberLine(
                number=row.number or str(highest),
                adults=tuple(
                    members.AdultLine(name=name) for name in (row.name, row.second_adult) if name
                ),
                nickname=row.nickname or "",
                house=row.house or "",
                old_number=row.old_number or "",
                phone=phone,
                phone_consent=bool(phone),
                zone=row.zone or "",
                people=row.people,
                status=row.stands,
                connections=(
                    members.ConnectionLine(
                        type=row.connection_type or "household", label=row.meter or ""
                    ),
                ),
            )
        )
    on = wanted.on or _begins(book)
    return members.join(book, members.JoinRequest(lines=tuple(lines), on=on), source)


def _begins(book: Writing) -> date | None:
    """Return since when the first list of members holds: they were there before there was a book.

    None for later lists: who is new joins today.
    """
    if book.driver.execute("SELECT 1 FROM member WHERE void IS NULL LIMIT 1").fetchone():
        return None
    founded = committee(book)
    first = founded.first_month.first if founded else book.today
    return first if first <= book.today else None


def bring_in_openings(
    book: Writing, understood: Understood, wanted: Wanted, source: e.Source
) -> Recorded:
    """Take over what members owe and paid ahead, not yet confirmed; debts without a day get ours."""
    known, day = Known(book), booking_day(book, wanted.on)
    lines = tuple(
        openings.OpeningLine(
            what=what,
            amount=amount.decimal,
            member=known.member(row.number, row.name),
            since=row.since or day,
        )
        for row in _rows(understood, OpeningRow)
        for what, amount in (("debt", row.owed), ("ahead", row.ahead))
        if amount
    )
    return openings.open_balances(book, openings.OpeningRequest(lines=lines, on=day), source)


def bring_in_payments(
    book: Writing, understood: Understood, wanted: Wanted, source: e.Source
) -> Recorded:
    """Book payments in the order of their days; old receipt numbers stay what they are."""
    known = Known(book, wanted.without_method)
    decimal = cache(attrgetter("decimal"))  # most households pay the same
    lines = tuple(
        payments.PaymentLine(
            member=known.member(row.number, row.name),
            amount=decimal(row.amount),
            account=known.account(row),
            on=row.on,
            reference=row.reference or "",
            old_receipt=row.old_receipt or "",
        )
        for row in sorted(_rows(understood, PaymentRow), key=lambda row: (row.on, row.row))
    )
    return payments.take(book, payments.PaymentRequest(lines=lines), source)


def bring_in_expenses(
    book: Writing, understood: Understood, wanted: Wanted, source: e.Source
) -> Recorded:
    """Book expenses; where no category stands, the one that its words propose."""
    known = Known(book, wanted.without_method)
    lines = tuple(
        expenses.ExpenseLine(
            payee=paid_to(row),
            category=row.category or row.proposed or OTHER,
            amount=row.amount.decimal,
            account=known.account(row),
            text="; ".join(filter(None, (row.what, row.note))),
            voucher=row.voucher or "",
            reference=row.reference or "",
            on=row.on,
        )
        for row in sorted(_rows(understood, ExpenseRow), key=lambda row: (row.on, row.row))
    )
    return expenses.spend(book, expenses.ExpenseRequest(lines=lines), source)


_BOOKED: Final[Mapping[str, Callable[[Writing, Understood, Wanted, e.Source], Recorded]]] = {
    "members": bring_in_members,
    "opening": bring_in_openings,
    "payments": bring_in_payments,
    "expenses": bring_in_expenses,
}
"""Each kind of data with the function that books it."""


def _rows(understood: Understood, kind: type[R]) -> list[R]:
    return [row for row in understood.rows if isinstance(row, kind)]
