"""Where money lies: accounts, moves between them, counts, and a committee's own kinds of money."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import count as count_from
from typing import Any, Final

from msgspec import Struct

from imt_desktop.committee import queries as committee
from imt_desktop.journal import Reading, Recorded, Writing
from imt_desktop.ledger import entries as e
from imt_desktop.ledger import errors, kinds
from imt_desktop.ledger.cashbook import balance_before
from imt_desktop.ledger.denominations import PiecesLine, counted_pieces, worth
from imt_desktop.ledger.requests import (
    Request,
    account_type,
    amount_of,
    booking_day,
    concerning,
    named,
    next_id,
)
from imt_desktop.ledger.search import folded
from imt_desktop.money import Money
from imt_desktop.period import Period


class AccountRequest(Request, frozen=True, tag="account"):
    """Open an account: cash, bank, mobile or reserve."""

    type: str
    name: str = ""


class CategoryRequest(Request, frozen=True, tag="category"):
    """Add a kind of income (``in``) or expense (``out``) in the committee's own words."""

    direction: str
    name: str
    group: str = ""
    code: str = ""


class MoveRequest(Request, frozen=True, tag="move"):
    """Move money from one account to another, such as banking the cash."""

    source: int
    target: int
    amount: Decimal
    reference: str = ""
    charges: Decimal = Decimal(0)
    on: date | None = None
    concerns: str | None = None


class CountRequest(Request, frozen=True, tag="count"):
    """Count what lies in an account: by a total, by notes and coins, or both."""

    by: tuple[str, ...]
    counted: Decimal | None = None
    pieces: tuple[PiecesLine, ...] = ()
    account: int = 1
    explanation: str = ""
    on: date | None = None
    concerns: str | None = None


class Account(Struct, frozen=True):
    """A place where money lies, and how much today."""

    id: int
    type: str
    name: str
    balance: Money


class OwnKind(Struct, frozen=True):
    """A kind of money in the committee's own words; ``direction`` is ``in`` or ``out``."""

    code: str
    direction: str
    name: str


class Counted(Struct, frozen=True):
    """What lay in an account when it was counted, and what the book said."""

    entry: int
    account: int
    on: date
    counted: Money
    expected: Money
    by: tuple[str, ...]
    explanation: str

    @property
    def difference(self) -> Money:
        """What was too much; negative what was missing."""
        return self.counted - self.expected


def accounts(book: Reading) -> tuple[Account, ...]:
    """Return all accounts with their balances."""
    return tuple(
        Account(number, kind, name, Money(balance, book.currency))
        for number, kind, name, balance in book.driver.execute(
            "SELECT id, type, name, balance FROM account ORDER BY id"
        )
    )


def own_kinds(book: Reading) -> dict[str, str]:
    """Return the committee's own kinds of money by code."""
    return {own.code: own.name for own in own_categories(book)}


def own_categories(book: Reading) -> tuple[OwnKind, ...]:
    """Return the committee's own kinds of money, by their names."""
    rows = book.driver.execute("SELECT code, direction, name FROM category ORDER BY name, code")
    return tuple(OwnKind(*row) for row in rows)


def counts(book: Reading, period: Period | None = None) -> tuple[Counted, ...]:
    """Return the counts of a period, or all that there were, the latest first."""
    first, last = (period.first, period.last) if period else (date.min, date.max)
    rows = book.driver.execute(
        f"{_COUNTS} WHERE c.effective_on BETWEEN ? AND ? ORDER BY c.effective_on DESC, c.seq DESC",
        (first.isoformat(), last.isoformat()),
    )
    return tuple(_count_of(book, row) for row in rows)


def last_count(book: Reading) -> Counted | None:
    """Return the newest count of a cash box."""
    row = book.driver.execute(
        f"{_COUNTS} JOIN account a ON a.id=c.account WHERE a.type='cash'"
        " ORDER BY c.effective_on DESC, c.seq DESC LIMIT 1"
    ).fetchone()
    return _count_of(book, row) if row else None


_COUNTS: Final = (
    "SELECT c.seq, c.account, c.effective_on, c.counted, c.expected, c.counted_by, c.explanation"
    " FROM cash_count c"
)


def _count_of(book: Reading, row: Sequence[Any]) -> Counted:
    seq, account, on, counted, expected, by, why = row
    return Counted(
        seq, account, date.fromisoformat(on), Money(counted, book.currency),
        Money(expected, book.currency), tuple(by.split("\n")), why,
    )  # fmt: skip


def open_account(book: Writing, wanted: AccountRequest) -> Recorded:
    """Open an account. Raises UnknownCodeError."""
    if wanted.type not in kinds.ACCOUNT_TYPES:
        raise errors.UnknownCodeError(wanted.type, kinds.ACCOUNT_TYPES).beside("type")
    return book.append(
        e.AccountOpened(
            account=next_id(book, "account"), type=wanted.type, name=wanted.name.strip()
        )
    )


def add_category(book: Writing, wanted: CategoryRequest) -> Recorded:
    """Add a kind of money in the committee's own words; it gets a code where none is given.

    Raises UnknownCodeError for a direction that is neither in nor out, CodeTakenError.
    """
    if wanted.direction not in ("in", "out"):
        raise errors.UnknownCodeError(wanted.direction, ("in", "out")).beside("direction")
    if not wanted.name.strip():
        raise errors.NameMissingError().beside("name")
    own = own_kinds(book)
    taken = {*kinds.INCOME, *kinds.EXPENSE, *own}
    code = wanted.code.strip() or next(
        free for number in count_from(1) if (free := f"own-{number}") not in taken
    )
    if code in taken:
        raise errors.CodeTakenError(code).beside("code")
    if wanted.name.strip() in own.values():
        raise errors.CodeTakenError(wanted.name.strip()).beside("name")
    return book.append(
        e.CategoryAdded(
            code=code,
            direction=wanted.direction,
            name=wanted.name.strip(),
            group=wanted.group,
        )
    )


def move(book: Writing, wanted: MoveRequest) -> Recorded:
    """Move money between accounts: neither income nor expense. Its charges are an expense."""
    account_type(book, wanted.source, "source")
    account_type(book, wanted.target, "target")
    if wanted.source == wanted.target:
        raise errors.SameAccountError().beside("target")
    amount = amount_of(book, wanted.amount)
    on, concerns = booking_day(book, wanted.on), concerning(book, wanted.concerns)
    recorded = book.append(
        e.MoneyMoved(
            source=wanted.source,
            target=wanted.target,
            amount=amount.minor,
            reference=wanted.reference,
        ),
        on=on,
        concerns=concerns,
    )
    if wanted.charges:
        charges = amount_of(book, wanted.charges, "charges").minor
        line = e.Expense(
            on=on,
            payee="",
            category="charges",
            amount=charges,
            account=wanted.source,
            reference=wanted.reference,
        )
        book.append(e.MoneySpent(lines=(line,)), on=on, concerns=concerns)
    return recorded


def count(book: Writing, wanted: CountRequest) -> Recorded:
    """Write down a count, held against what the book says at the end of that day.

    Raises PiecesError, PiecesDifferError, TwoCountersError, CommitteeCountsTooError,
    ExplanationMissingError for a difference that nobody explained, and the errors of accounts, amounts
    and days.
    """
    account_type(book, wanted.account)
    with named("pieces"):
        pieces = counted_pieces(book.currency, wanted.pieces)
    counted = _counted(book, wanted, worth(pieces))
    by = _counters(book, wanted.by)
    on = booking_day(book, wanted.on)
    expected = balance_before(book, on + timedelta(days=1), wanted.account).minor
    if counted != expected and not wanted.explanation.strip():
        raise errors.ExplanationMissingError(counted, expected).beside("explanation")
    entry = e.CashCounted(
        account=wanted.account,
        counted=counted,
        expected=expected,
        by=tuple(e.CountedBy(name=name) for name in by),
        explanation=wanted.explanation.strip(),
        pieces=pieces,
    )
    return book.append(entry, on=on, concerns=concerning(book, wanted.concerns))


def _counted(book: Writing, wanted: CountRequest, pieces: int) -> int:
    if wanted.counted is None:
        if not wanted.pieces:
            raise errors.EmptyRequestError().beside("counted")
        return pieces
    with named("counted"):
        counted = book.currency.money(wanted.counted).minor
        if counted < 0:
            raise errors.MoneyNegativeError(counted)
    if wanted.pieces and counted != pieces:
        raise errors.PiecesDifferError(counted, pieces).beside("counted")
    return counted


def _overseen(book: Writing) -> bool:
    """Whether an oversight member or auditor writes the count down: those who hold the cash look on."""
    number = book.who.responsible
    who = None if number is None else committee.by_id(book, number)
    return who is not None and not who.role.books


def _counters(book: Writing, typed: tuple[str, ...]) -> tuple[str, ...]:
    """Return who counted: two different people, or one where the committee has only one."""
    names = {folded(name.strip()): name.strip() for name in typed if name.strip()}
    if not names:
        raise errors.NameMissingError().beside("by")
    able = [one for one in committee.officers(book, book.today) if one.role.witnesses]
    if len(names) == 1 and len(able) > 1:
        raise errors.TwoCountersError().beside("by")
    holders = {folded(one.name) for one in able if one.role.books}
    if _overseen(book) and holders and not holders & names.keys():
        raise errors.CommitteeCountsTooError().beside("by")
    return tuple(names.values())
