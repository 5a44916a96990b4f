"""Rows of a spreadsheet held against the book: what only the book can tell of them.

A row that an earlier spreadsheet brought in is refused as well, so that a workbook which grows
month by month, or was put right and saved again, can be brought in anew without booking twice.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from imt_desktop.errors import UserError
from imt_desktop.journal import Reading
from imt_desktop.ledger import errors
from imt_desktop.ledger.expenses import require_loan_named
from imt_desktop.ledger.importing.rows import (
    ExpenseRow,
    MemberRow,
    OpeningRow,
    PaymentRow,
    Row,
    Understood,
)
from imt_desktop.ledger.requests import first_open_day, fresh_reference, kept_reference
from imt_desktop.period import iso

WITHOUT_METHOD: Final = "cash"
"""How it was paid where neither the row nor anybody says so."""


class Known:
    """What the book knows that rows are held against: members by number and name, accounts, months."""

    def __init__(self, book: Reading, without_method: str = WITHOUT_METHOD) -> None:
        self.without_method = without_method
        self.open_from = first_open_day(book)
        self.numbers: dict[str, str] = {}
        self._said: dict[str, str] = {}
        """Numbers as rows say them: a member pays again and again."""
        self.names: dict[str, list[str]] = {}
        for number, name in book.driver.execute(
            "SELECT number, name FROM member WHERE void IS NULL ORDER BY id"
        ):
            self.numbers[folded(number)] = number
            self.names.setdefault(folded(name), []).append(number)
        self.accounts: dict[str, int] = {}
        for account, kind in book.driver.execute("SELECT id, type FROM account ORDER BY id"):
            self.accounts.setdefault(kind, account)

    def member(self, number: str | None, name: str | None) -> str:
        """Return a member's number. Raises NoSuchMemberError, NameAmbiguousError."""
        if number is not None:
            found = self._said.get(number) or self.numbers.get(folded(number))
            if found:
                self._said[number] = found
                return found
            raise errors.NoSuchMemberError(number).beside("number")
        called = self.names.get(folded(name or ""), [])
        if not called:
            raise errors.NoSuchNameError(name or "").beside("name")
        if len(called) > 1:
            raise errors.NameAmbiguousError(name or "", tuple(called)).beside("name")
        return called[0]

    def method(self, row: PaymentRow | ExpenseRow) -> str:
        """Return how a row was paid."""
        return row.method or self.without_method

    def account(self, row: PaymentRow | ExpenseRow) -> int:
        """Return the first account of a row's method. Raises NoAccountForError."""
        kind = self.method(row)
        if kind not in self.accounts:
            raise errors.NoAccountForError(kind).beside("method")
        return self.accounts[kind]


def folded(text: str) -> str:
    """Bring a number or name to the form in which two are the same."""
    return " ".join(text.split()).casefold()


def checked(
    book: Reading, understood: Understood, today: date, without_method: str = WITHOUT_METHOD
) -> Understood:
    """Return the same with the problems that only the book can tell, such as an unknown member."""
    known = Known(book, without_method)
    check, before = _CHECKS[understood.kind], _BEFORE[understood.kind](book)
    problems = []
    for row in understood.rows:
        try:
            check(book, known, row, today, before)
        except UserError as error:
            problems.append(understood.problem(row.row, error.field or "", error))
    return understood.refuse(problems)


Before = Mapping[tuple[object, ...], int]
"""What earlier spreadsheets brought in, and the entries."""


def _check_member(_book: Reading, known: Known, row: Row, _today: date, before: Before) -> None:
    assert isinstance(row, MemberRow)
    if row.number is not None:
        if folded(row.number) in known.numbers:
            raise errors.NumberTakenError(row.number).beside("number")
        return
    _refuse_again(before, (folded(row.name), row.zone or "", row.house or ""))


def _check_opening(_book: Reading, known: Known, row: Row, today: date, before: Before) -> None:
    assert isinstance(row, OpeningRow)
    member = known.member(row.number, row.name)
    if row.since and row.since > today:
        raise errors.FutureDayError(row.since.isoformat(), today.isoformat()).beside("since")
    if row.owed or row.ahead:
        _refuse_again(before, (member,))


def _check_payment(book: Reading, known: Known, row: Row, today: date, before: Before) -> None:
    assert isinstance(row, PaymentRow)
    member = known.member(row.number, row.name)
    known.account(row)
    _check_day(known, row.on, today)
    reference = kept_reference(row.reference or "")
    day, receipt = iso(row.on), row.old_receipt or ""
    _refuse_again(before, (member, day, row.amount.minor, receipt, reference))
    fresh_reference(book, reference, "" if row.old_receipt else known.method(row))


def _check_expense(book: Reading, known: Known, row: Row, today: date, before: Before) -> None:
    assert isinstance(row, ExpenseRow)
    known.account(row)
    require_loan_named(book, row.category or row.proposed or "")
    _check_day(known, row.on, today)
    _refuse_again(before, (row.on.isoformat(), row.amount.minor, row.voucher or "", paid_to(row)))


_CHECKS: Final[Mapping[str, Callable[[Reading, Known, Row, date, Before], None]]] = {
    "members": _check_member,
    "opening": _check_opening,
    "payments": _check_payment,
    "expenses": _check_expense,
}


def paid_to(row: ExpenseRow) -> str:
    """Say who was paid; where nobody is named, for what."""
    return row.payee or row.what or ""


def _check_day(known: Known, day: date, today: date) -> None:
    if day > today:
        raise errors.FutureDayError(day.isoformat(), today.isoformat()).beside("on")
    if known.open_from and day < known.open_from:
        raise errors.ClosedMonthError(day.isoformat(), known.open_from.isoformat()).beside("on")


def _refuse_again(before: Before, key: tuple[object, ...]) -> None:
    if (entry := before.get(key)) is not None:
        raise errors.BroughtInBeforeError(entry)


# CROSS JOIN: from the few spreadsheets to their lines. SQLite would walk through all lines of a book of ten
# years to look for their spreadsheets.


def _members_before(book: Reading) -> Before:
    rows = book.driver.execute(
        "SELECT m.name, m.zone, m.house, min(s.seq) FROM member m JOIN member_status t"
        " ON t.member=m.id JOIN source s ON s.seq=t.seq WHERE m.void IS NULL GROUP BY m.id"
    )
    return {(folded(name), zone, house): entry for name, zone, house, entry in rows}


def _openings_before(book: Reading) -> Before:
    rows = book.driver.execute(
        "SELECT m.number, s.seq FROM source s CROSS JOIN bill b USING (seq) JOIN member m"
        " ON m.id=b.member WHERE b.void IS NULL UNION ALL"
        " SELECT m.number, s.seq FROM source s CROSS JOIN credit c USING (seq) JOIN member m"
        " ON m.id=c.member WHERE c.void IS NULL AND s.kind='opening'"
    )
    return {(number,): entry for number, entry in rows}


def _payments_before(book: Reading) -> Before:
    rows = book.driver.execute(
        "SELECT m.number, l.effective_on, l.amount, l.old_receipt, l.reference, s.seq"
        " FROM source s CROSS JOIN money_line l USING (seq) JOIN member m ON m.id=l.member"
        " WHERE l.what='payment' AND l.void IS NULL"
    )
    return {tuple(row[:-1]): row[-1] for row in rows}


def _expenses_before(book: Reading) -> Before:
    rows = book.driver.execute(
        "SELECT l.effective_on, l.amount, l.voucher, l.who, s.seq FROM source s"
        " CROSS JOIN money_line l USING (seq) WHERE l.what='out' AND l.void IS NULL"
    )
    return {tuple(row[:-1]): row[-1] for row in rows}


_BEFORE: Final[Mapping[str, Callable[[Reading], Before]]] = {
    "members": _members_before,
    "opening": _openings_before,
    "payments": _payments_before,
    "expenses": _expenses_before,
}
