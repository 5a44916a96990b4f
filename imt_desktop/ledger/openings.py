"""Opening balances: what the old book hands over to this one."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from msgspec import Struct

from imt_desktop.committee import rules
from imt_desktop.journal import Reading, Recorded, Ref, Writing
from imt_desktop.ledger import entries as e
from imt_desktop.ledger import errors
from imt_desktop.ledger.requests import (
    Request,
    RequestLine,
    account_type,
    amount_of,
    booking_day,
    concerning,
    first_open_day,
    known_code,
    line_by_line,
    member_id,
)
from imt_desktop.money import Money

WHATS = ("account", "debt", "ahead", "owed", "loan")


class OpeningLine(RequestLine, frozen=True):
    """One balance: of an account, a member's debt or credit, or what is owed to others."""

    what: str
    amount: Decimal
    account: int | None = None
    member: str | None = None
    since: date | None = None
    payee: str = ""
    text: str = ""
    category: str = "other"
    confirmed: bool = False
    """Members' balances stay "not yet confirmed" until the member agrees."""


class OpeningRequest(Request, frozen=True, tag="opening"):
    """Balances from the old book."""

    lines: tuple[OpeningLine, ...]
    on: date | None = None
    concerns: str | None = None


class ConfirmRequest(Request, frozen=True, tag="opening-confirmed"):
    """Members agree to the balances taken from the old book."""

    balances: tuple[Ref, ...]


def open_balances(
    book: Writing, wanted: OpeningRequest, source: e.Source | None = None
) -> Recorded:
    """Take balances over from the old book, in one entry.

    Once a month is closed this needs two officers: money paid ahead that nobody paid would let a relative's
    bills go. Raises UnknownCodeError, NoSuchAccountError, NoSuchMemberError, SecondOfficerNeededError
    and the errors of amounts, days.
    """
    if not wanted.lines:
        raise errors.EmptyRequestError()
    on = booking_day(book, wanted.on)
    lines = tuple(line_by_line(wanted.lines, lambda line: _opening(book, line)))
    if first_open_day(book):
        rules.require_two(book, "opening")
    entry = e.BalancesOpened(lines=lines, source=source)
    return book.append(entry, on=on, concerns=concerning(book, wanted.concerns))


def confirm(book: Writing, wanted: ConfirmRequest) -> Recorded:
    """Mark balances from the old book as confirmed.

    Raises EmptyRequestError, NoSuchOpenItemError.
    """
    if not wanted.balances:
        raise errors.EmptyRequestError()
    for ref in wanted.balances:
        found = book.driver.execute(
            "SELECT 1 FROM bill WHERE seq=?1 AND line=?2 AND confirmed=0 AND void IS NULL UNION ALL"
            " SELECT 1 FROM credit WHERE seq=?1 AND line=?2 AND confirmed=0 AND void IS NULL",
            (ref.entry, ref.line),
        ).fetchone()
        if not found:
            raise errors.NoSuchOpenItemError(str(ref)).beside("balances")
    return book.append(e.OpeningsConfirmed(balances=wanted.balances))


class Unconfirmed(Struct, frozen=True):
    """A member's balance from the old book to which the member has not agreed yet."""

    ref: Ref
    number: str
    name: str
    what: str
    """debt or ahead."""
    amount: Money
    since: date


def unconfirmed(book: Reading) -> tuple[Unconfirmed, ...]:
    """Return the balances from the old book that wait for a member's word, by the members' numbers."""
    rows = book.driver.execute(
        # A debt can have gone to another holder of its connection; all others came with an opening.
        "SELECT b.seq, b.line, m.number, m.name, 'debt', b.amount, b.due_on FROM entry e"
        " JOIN bill b ON b.seq=e.seq JOIN member m ON m.id=b.member"
        " WHERE e.kind IN (?1,?2) AND b.confirmed=0 AND b.void IS NULL UNION ALL"
        " SELECT c.seq, c.line, m.number, m.name, 'ahead', c.amount, e.effective_on FROM entry e"
        " JOIN credit c ON c.seq=e.seq JOIN member m ON m.id=c.member"
        " WHERE e.kind=?1 AND c.confirmed=0 AND c.void IS NULL ORDER BY 1, 2",
        (e.BalancesOpened.KIND, e.HoldersChanged.KIND),
    )
    found = [
        Unconfirmed(
            Ref(seq, line), number, name, what, Money(amount, book.currency),
            date.fromisoformat(since),
        )
        for seq, line, number, name, what, amount, since in rows
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: one.number.zfill(12)))


def _opening(book: Writing, asked: OpeningLine) -> e.Opening:
    if asked.what not in WHATS:
        raise errors.UnknownCodeError(asked.what, WHATS).beside("what")
    if asked.what == "account":
        account_type(book, asked.account or 0)
    if asked.since and asked.since > book.today:
        raise errors.FutureDayError(asked.since.isoformat(), book.today.isoformat()).beside("since")
    of_member = asked.what in ("debt", "ahead")
    return e.Opening(
        what=asked.what,
        amount=amount_of(book, asked.amount).minor,
        account=asked.account if asked.what == "account" else None,
        member=member_id(book, asked.member or "") if of_member else None,
        since=asked.since,
        payee=asked.payee,
        text=asked.text,
        category=known_code(book, "out", asked.category, "category"),
        confirmed=asked.confirmed or not of_member,
    )
