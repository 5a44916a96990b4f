"""What requests to the ledger have in common, and the checks that every use case makes.

A request is what a screen, the command line or a file asks. Amounts in it are decimals in whole
units as somebody typed them; members stand by their number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from typing import TypeVar

import msgspec

from imt_desktop.errors import UserError
from imt_desktop.journal import Reading, Writing
from imt_desktop.ledger import errors, kinds
from imt_desktop.money import Money
from imt_desktop.period import Month, parse_day

T = TypeVar("T")
R = TypeVar("R")


class Request(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    kw_only=True,
    tag_field="kind",
):
    """Base of all requests; in a file of requests its tag stands under ``kind``."""


class RequestLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of what a request is made of."""


def amount_of(book: Reading, typed: Decimal, field: str = "amount") -> Money:
    """Turn a typed amount into money; it must be more than nothing."""
    with named(field):
        return book.currency.money(typed).require_positive()


@contextmanager
def named(field: str) -> Iterator[None]:
    """Say which field of the request an error belongs to."""
    try:
        yield
    except UserError as error:
        error.field = error.field or field
        raise


@contextmanager
def of_line(number: int) -> Iterator[None]:
    """Say which line of a request an error belongs to: its field becomes ``2/amount``."""
    try:
        yield
    except UserError as error:
        _name_line(number, error)
        raise


def _name_line(number: int, error: UserError) -> None:
    error.field = f"{number}/{error.field}" if error.field else None


def line_by_line(asked: Sequence[T], do: Callable[[T], R]) -> Iterator[R]:
    """Do something with each line of a request; of several, an error says which one it is of."""
    if len(asked) == 1:
        yield do(asked[0])
        return
    number = 0
    try:
        for line in asked:
            number += 1
            yield do(line)
    except UserError as error:
        _name_line(number, error)
        raise


def booking_day(book: Writing, wanted: date | None) -> date:
    """Return the booking date of a request: today if not given, never later, in an open month.

    Raises FutureDayError, ClosedMonthError.
    """
    day = wanted or book.today
    if day > book.today:
        raise errors.FutureDayError(day.isoformat(), book.today.isoformat()).beside("on")
    open_from = first_open_day(book)
    if open_from and day < open_from:
        raise errors.ClosedMonthError(day.isoformat(), open_from.isoformat()).beside("on")
    return day


def first_open_day(book: Reading) -> date | None:
    """Return the first day that still takes entries; None as long as no month was closed."""
    row = book.driver.execute("SELECT max(month) FROM closed_month").fetchone()
    return Month.parse(row[0]).shift(1).first if row[0] else None


def concerning(book: Writing, wanted: str | None) -> str | None:
    """Return the day or month that a late request is about: ``2026-09-14``, ``2026-09`` or nothing.

    Raises ConcernsError, FutureDayError.
    """
    said = (wanted or "").strip()
    if not said:
        return None
    try:
        first = Month.parse(said).first if len(said) == len("2026-09") else parse_day(said)
    except UserError:
        raise errors.ConcernsError(said).beside("concerns") from None
    if first > book.today:
        raise errors.FutureDayError(said, book.today.isoformat()).beside("concerns")
    return said


def account_type(book: Reading, account: int, field: str = "account") -> str:
    """Return the type of an account. Raises NoSuchAccountError."""
    row = book.driver.execute("SELECT type FROM account WHERE id=?", (account,)).fetchone()
    if row is None:
        raise errors.NoSuchAccountError(account).beside(field)
    return str(row[0])


def member_id(book: Reading, number: str, field: str = "member") -> int:
    """Find a member by number. Raises NoSuchMemberError."""
    row = book.driver.execute(
        "SELECT id FROM member WHERE number=? AND void IS NULL", (number.strip(),)
    ).fetchone()
    if row is None:
        raise errors.NoSuchMemberError(number).beside(field)
    return int(row[0])


def require_connection(book: Reading, connection: int) -> None:
    """Raise NoSuchConnectionError where there is no connection of this number."""
    found = book.driver.execute(
        "SELECT 1 FROM connection WHERE id=? AND void IS NULL", (connection,)
    ).fetchone()
    if not found:
        raise errors.NoSuchConnectionError(connection).beside("connection")


def known_code(book: Reading, direction: str, code: str, field: str) -> str:
    """Return a kind of income (``in``) or expense (``out``). Raises UnknownCodeError."""
    own = book.driver.execute("SELECT code FROM category WHERE direction=?", (direction,))
    built_in = kinds.INCOME if direction == "in" else kinds.EXPENSE
    known = (*built_in, *(row[0] for row in own))
    if code not in known:
        raise errors.UnknownCodeError(code, known).beside(field)
    return code


def kept_reference(typed: str) -> str:
    """Return a transfer's reference as it is kept: capitals, without spaces."""
    return "".join(typed.split()).upper() if typed else ""


def fresh_reference(book: Reading, typed: str, account: str) -> str:
    """Return a transfer's reference as it is kept: capitals, without spaces.

    Raises ReferenceUsedError if money came in with it before, ReferenceMissingError where mobile
    money has none.
    """
    reference = kept_reference(typed)
    if not reference:
        if account == "mobile":
            raise errors.ReferenceMissingError().beside("reference")
        return ""
    row = book.driver.execute(
        "SELECT l.seq, l.receipt, coalesce(m.name, l.who), l.effective_on FROM money_line l"
        " LEFT JOIN member m ON m.id=l.member WHERE l.reference=? AND l.reference<>''"
        " AND l.what IN ('payment','in') AND l.void IS NULL ORDER BY l.seq LIMIT 1",
        (reference,),
    ).fetchone()
    if row:
        raise errors.ReferenceUsedError(reference, *row).beside("reference")
    return reference


def next_id(book: Reading, table: str) -> int:
    """Return the number of the next thing that is founded in a table.

    What is cancelled keeps its row, so no number is ever given again.
    """
    row = book.driver.execute(f"SELECT coalesce(max(id),0)+1 FROM {table}").fetchone()
    return int(row[0])


def next_receipt(book: Reading) -> int:
    """Return the next receipt number: gapless, so only valid within the saving transaction.

    After a restore it goes on behind the last number in people's hands.
    """
    # The index holds only lines with a receipt, so the query has to say so as well.
    row = book.driver.execute(
        "SELECT 1 + max((SELECT coalesce(max(receipt),0) FROM money_line WHERE receipt IS NOT NULL),"
        " (SELECT coalesce(max(last_receipt),0) FROM restored))"
    ).fetchone()
    return int(row[0])
