"""Bringing in: rows that were understood become one entry, all or nothing.

``checked`` holds them against the book, so that a preview already shows what is wrong; ``bring_in``
books what is left. The same file, sheet and kind of data is recognised when it comes again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeVar

from imt_desktop.errors import UserError
from imt_desktop.journal import Reading, Recorded, Writing
from imt_desktop.ledger import entries as e
from imt_desktop.ledger import errors, expenses, members, openings, payments
from imt_desktop.ledger.importing.rows import (
    ExpenseRow,
    MemberRow,
    OpeningRow,
    PaymentRow,
    Row,
    Understood,
)
from imt_desktop.ledger.requests import booking_day, first_open_day, fresh_reference

R = TypeVar("R")

WITHOUT_METHOD: Final = "cash"
"""Where a row does not say how it was paid."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked once for a file that is brought in."""

    file: str
    sha256: str
    on: date | None = None
    """The day of balances, and on which members join; payments and expenses have their own."""
    phones_agreed: bool = False
    """Whether members agreed that their telephone numbers are kept; otherwise they are left out."""


class _Known:
    """What the book knows that rows are held against: members by number and name, accounts."""

    def __init__(self, book: Reading) -> None:
        self.numbers: dict[str, str] = {}
        self.names: dict[str, list[str]] = {}
        for number, name in book.driver.execute(
            "SELECT number, name FROM member WHERE void IS NULL ORDER BY id"
        ):
            self.numbers[_folded(number)] = number
            self.names.setdefault(_folded(name), []).append(number)
        self.accounts: dict[str, int] = {}
        for account, kind in book.driver.execute("SELECT id, type FROM account ORDER BY id"):
            self.accounts.setdefault(kind, account)

    def member(self, number: str | None, name: str | None) -> str:
        """Return a member's number. Raises NoSuchMemberError, NameAmbiguousError."""
        if number is not None:
            if found := self.numbers.get(_folded(number)):
                return found
            raise errors.NoSuchMemberError(number).beside("number")
        called = self.names.get(_folded(name or ""), [])
        if not called:
            raise errors.NoSuchMemberError(name or "").beside("name")
        if len(called) > 1:
            raise errors.NameAmbiguousError(name or "", tuple(called)).beside("name")
        return called[0]

    def account(self, method: str | None) -> int:
        """Return the first account of a type. Raises UnknownCodeError."""
        kind = method or WITHOUT_METHOD
        if kind not in self.accounts:
            raise errors.UnknownCodeError(kind, tuple(self.accounts)).beside("method")
        return self.accounts[kind]


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def checked(book: Reading, understood: Understood, today: date) -> Understood:
    """Return the same with the problems that only the book can tell, such as an unknown member."""
    check, known = _CHECKS[understood.kind], _Known(book)
    problems = []
    for row in understood.rows:
        try:
            check(book, known, row, today)
        except UserError as error:
            problems.append(understood.problem(row.row, error.field or "", error))
    return understood.refuse(problems)


def _check_member(_book: Reading, known: _Known, row: Row, _today: date) -> None:
    assert isinstance(row, MemberRow)
    if row.number is not None and _folded(row.number) in known.numbers:
        raise errors.NumberTakenError(row.number).beside("number")


def _check_opening(_book: Reading, known: _Known, row: Row, today: date) -> None:
    assert isinstance(row, OpeningRow)
    known.member(row.number, row.name)
    if row.since and row.since > today:
        raise errors.FutureDayError(row.since.isoformat(), today.isoformat()).beside("since")


def _check_payment(book: Reading, known: _Known, row: Row, today: date) -> None:
    assert isinstance(row, PaymentRow)
    known.member(row.number, row.name)
    known.account(row.method)
    _check_day(book, row.on, today)
    fresh_reference(
        book, row.reference or "", "" if row.old_receipt else row.method or WITHOUT_METHOD
    )


def _check_expense(book: Reading, known: _Known, row: Row, today: date) -> None:
    assert isinstance(row, ExpenseRow)
    known.account(row.method)
    _check_day(book, row.on, today)


_CHECKS: Final[Mapping[str, Callable[[Reading, _Known, Row, date], None]]] = {
    "members": _check_member,
    "opening": _check_opening,
    "payments": _check_payment,
    "expenses": _check_expense,
}


def _check_day(book: Reading, day: date, today: date) -> None:
    if day > today:
        raise errors.FutureDayError(day.isoformat(), today.isoformat()).beside("on")
    open_from = first_open_day(book)
    if open_from and day < open_from:
        raise errors.ClosedMonthError(day.isoformat(), open_from.isoformat()).beside("on")


def known_since(book: Reading, understood: Understood, sha256: str) -> int | None:
    """Return the entry that brought in this file, sheet and kind of data before."""
    row = book.driver.execute(
        "SELECT seq FROM source WHERE sha256=? AND sheet=? AND kind=? AND void IS NULL",
        (sha256, understood.sheet.name, understood.kind),
    ).fetchone()
    return int(row[0]) if row else None


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
    understood = checked(book, understood, book.today)
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
                adults=(members.AdultLine(name=row.name),),
                nickname=row.nickname or "",
                house=row.house or "",
                old_number=row.old_number or "",
                phone=phone,
                phone_consent=bool(phone),
                zone=row.zone or "",
                people=row.people,
                status=row.status or "active",
                connections=(members.ConnectionLine(type=row.connection_type or "household"),),
            )
        )
    return members.join(book, members.JoinRequest(lines=tuple(lines), on=wanted.on), source)


def bring_in_openings(
    book: Writing, understood: Understood, wanted: Wanted, source: e.Source
) -> Recorded:
    """Take over what members owe and paid ahead, not yet confirmed; debts without a day get ours."""
    known, day = _Known(book), booking_day(book, wanted.on)
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
    book: Writing, understood: Understood, _wanted: Wanted, source: e.Source
) -> Recorded:
    """Book payments in the order of their days; old receipt numbers stay what they are."""
    known = _Known(book)
    lines = tuple(
        payments.PaymentLine(
            member=known.member(row.number, row.name),
            amount=row.amount.decimal,
            account=known.account(row.method),
            on=row.on,
            reference=row.reference or "",
            old_receipt=row.old_receipt or "",
        )
        for row in sorted(_rows(understood, PaymentRow), key=lambda row: (row.on, row.row))
    )
    receipts = payments.receive(book, payments.PaymentRequest(lines=lines), source)
    return book.recorded(receipts[0].entry)


def bring_in_expenses(
    book: Writing, understood: Understood, _wanted: Wanted, source: e.Source
) -> Recorded:
    """Book expenses; where no category stands, the one that its words propose."""
    known = _Known(book)
    lines = tuple(
        expenses.ExpenseLine(
            payee=row.payee or row.what or "",
            category=row.category or row.proposed or "other",
            amount=row.amount.decimal,
            account=known.account(row.method),
            text=row.what or "",
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
