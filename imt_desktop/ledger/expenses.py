"""Money out: paid now, or owed and paid later; advances and what was spent of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Final

import msgspec

from imt_desktop.committee import rules
from imt_desktop.committee.attachments import kept
from imt_desktop.committee.errors import SecondOfficerNeededError
from imt_desktop.journal import Attachment, Reading, Recorded, Ref, Writing
from imt_desktop.ledger import entries as e
from imt_desktop.ledger import errors, kinds
from imt_desktop.ledger.requests import (
    Request,
    RequestLine,
    account_type,
    amount_of,
    booking_day,
    concerning,
    known_code,
    line_by_line,
    of_line,
)
from imt_desktop.ledger.vouchers import Voucher
from imt_desktop.ledger.waiting.entries import ExpenseWaiting
from imt_desktop.ledger.waiting.limit import over_limit, require_within_limit
from imt_desktop.money import Money

Vouchers = Mapping[int, Voucher]
"""Photos or PDFs of lines, by the line from 0."""

LOAN_REPAID: Final = "loan-repaid"

NO_VOUCHERS: Final[Vouchers] = MappingProxyType({})


class ExpenseLine(RequestLine, frozen=True):
    """Something that was bought or paid for."""

    payee: str
    category: str
    amount: Decimal
    account: int | None = 1
    """None: it is owed."""
    text: str = ""
    voucher: str = ""
    envelope: str = ""
    attachment: Attachment | None = None
    due_on: date | None = None
    reference: str = ""
    on: date | None = None


class ExpenseRequest(Request, frozen=True, tag="money-out"):
    """The committee spent money, or owes it."""

    lines: tuple[ExpenseLine, ...]
    concerns: str | None = None


class PayOwedRequest(Request, frozen=True, tag="owed-paid"):
    """Pay something that was owed, whole or in part."""

    owed: Ref
    amount: Decimal
    account: int = 1
    voucher: str = ""
    reference: str = ""
    on: date | None = None
    concerns: str | None = None


class AdvanceRequest(Request, frozen=True, tag="advance"):
    """Hand money to somebody to spend for the committee."""

    person: str
    purpose: str
    amount: Decimal
    account: int = 1
    voucher: str = ""
    on: date | None = None
    concerns: str | None = None


class SettleAdvanceRequest(Request, frozen=True, tag="advance-settled"):
    """Say what was spent of an advance, and what was brought back."""

    advance: Ref
    lines: tuple[ExpenseLine, ...] = ()
    returned: Decimal = Decimal(0)
    account: int = 1
    on: date | None = None
    concerns: str | None = None


def spend(
    book: Writing,
    wanted: ExpenseRequest,
    source: e.Source | None = None,
    vouchers: Vouchers = NO_VOUCHERS,
) -> Recorded:
    """Book expenses, paid or owed; ``vouchers`` are their photos, by the line from 0.

    Above the assembly's limit they wait for a second officer, once that rule is in force. Raises
    PayeeMissingError, UnknownCodeError, NoSuchAccountError, AttachmentMissingError, the errors of
    amounts and days, and SecondOfficerNeededError for a list brought in above the limit.
    """
    if not wanted.lines:
        raise errors.EmptyRequestError()
    kept = _keep(book, wanted.lines, vouchers)
    lines = tuple(line_by_line(kept, lambda line: _expense(book, line, book.today)))
    on, concerns = max(line.on for line in lines), concerning(book, wanted.concerns)
    paid = [(line.payee, line.on, line.amount) for line in lines if line.account]
    if over_limit(book, paid) and rules.lacks_second(book, "expense"):
        if source:
            raise SecondOfficerNeededError("expense")
        return book.append(ExpenseWaiting(lines=lines), on=on, concerns=concerns)
    return book.append(e.MoneySpent(lines=lines, source=source), on=on, concerns=concerns)


def pay_owed(book: Writing, wanted: PayOwedRequest) -> Recorded:
    """Pay an owed expense, or a loan back.

    Raises NoSuchOpenItemError, NotEnoughError where it is too much, SecondOfficerNeededError above the
    assembly's limit.
    """
    left, category, payee = _open_item(book, wanted.owed, kinds.OWED, "owed")
    account_type(book, wanted.account)
    amount = amount_of(book, wanted.amount).minor
    if amount > left:
        raise errors.NotEnoughError(amount, left).beside("amount")
    on = booking_day(book, wanted.on)
    require_within_limit(book, payee, on, amount)
    entry = e.OwedPaid(
        owed=wanted.owed,
        category=category,
        amount=amount,
        account=wanted.account,
        voucher=wanted.voucher,
        reference=wanted.reference,
    )
    return book.append(entry, on=on, concerns=concerning(book, wanted.concerns))


def give_advance(book: Writing, wanted: AdvanceRequest) -> Recorded:
    """Hand somebody money to spend for the committee; it stays open until it is settled.

    Raises PayeeMissingError, SecondOfficerNeededError above the assembly's limit.
    """
    account_type(book, wanted.account)
    if not wanted.person.strip():
        raise errors.PayeeMissingError().beside("person")
    on, amount = booking_day(book, wanted.on), amount_of(book, wanted.amount).minor
    require_within_limit(book, wanted.person, on, amount)
    entry = e.AdvanceGiven(
        person=wanted.person.strip(),
        purpose=wanted.purpose,
        amount=amount,
        account=wanted.account,
        voucher=wanted.voucher,
    )
    return book.append(entry, on=on, concerns=concerning(book, wanted.concerns))


def settle_advance(
    book: Writing, wanted: SettleAdvanceRequest, vouchers: Vouchers = NO_VOUCHERS
) -> Recorded:
    """Book what was spent of an advance and what came back.

    An error of a line stands beside ``1/amount``, counted from 1. Raises NoSuchOpenItemError,
    NotEnoughError where it is more than was handed out.
    """
    left, _category, _person = _open_item(book, wanted.advance, ("advance",), "advance")
    account_type(book, wanted.account)
    on = booking_day(book, wanted.on)
    lines = []
    for number, line in enumerate(_keep(book, wanted.lines, vouchers), 1):
        with of_line(number):
            lines.append(_expense(book, line, on, from_advance=True))
    returned = amount_of(book, wanted.returned, "returned").minor if wanted.returned else 0
    used = sum(line.amount for line in lines) + returned
    if not used:
        raise errors.EmptyRequestError()
    if used > left:
        raise errors.NotEnoughError(used, left).beside("returned")
    entry = e.AdvanceSettled(
        advance=wanted.advance,
        lines=tuple(lines),
        returned=returned,
        account=wanted.account if returned else None,
    )
    return book.append(entry, on=on, concerns=concerning(book, wanted.concerns))


class VoucherUse(msgspec.Struct, frozen=True):
    """An earlier line with the same voucher number."""

    who: str
    on: date


class PaidOut(msgspec.Struct, frozen=True):
    """Money that went out, for a list to choose from."""

    ref: Ref
    on: date
    who: str
    text: str
    amount: Money


WENT: Final = ("out", "owed-paid", "advance", "refund")
"""What money that goes out is called in the book: a voucher can be made out for it."""


def last_paid_out(book: Reading, most: int = 100, also: Ref | None = None) -> tuple[PaidOut, ...]:
    """Return what was paid out and not cancelled, the latest first; before them ``also``, if given."""
    rows = book.driver.execute(
        "SELECT l.seq, l.line, l.effective_on, coalesce(m.name, l.who), l.text, l.amount"
        " FROM money_line l LEFT JOIN member m ON m.id=l.member"
        f" WHERE l.what IN {WENT} AND l.void IS NULL AND l.account IS NOT NULL"
        " ORDER BY (l.seq, l.line)=(?, ?) DESC, l.effective_on DESC, l.seq DESC, l.line LIMIT ?",
        (also.entry if also else 0, also.line if also else 0, most),
    )
    return tuple(
        PaidOut(Ref(seq, line), date.fromisoformat(on), who, text, Money(amount, book.currency))
        for seq, line, on, who, text, amount in rows
    )


def voucher_used(book: Reading, voucher: str) -> VoucherUse | None:
    """Return who was paid with a voucher of this number before, the latest one."""
    row = book.driver.execute(
        "SELECT who, effective_on FROM money_line WHERE upper(voucher)=upper(?) AND void IS NULL"
        " ORDER BY seq DESC LIMIT 1",
        (voucher.strip(),),
    ).fetchone()
    return VoucherUse(row[0], date.fromisoformat(row[1])) if row and voucher.strip() else None


def payees(book: Reading) -> tuple[str, ...]:
    """Return everybody who was paid before, the latest first."""
    rows = book.driver.execute(
        "SELECT who FROM money_line WHERE what IN ('out','owed','spent') AND who<>''"
        " GROUP BY who ORDER BY max(seq) DESC"
    )
    return tuple(row[0] for row in rows)


def _expense(
    book: Writing, asked: ExpenseLine, on: date, *, from_advance: bool = False
) -> e.Expense:
    account = None if from_advance else asked.account
    if account is not None:
        account_type(book, account)
    if not asked.payee.strip() and asked.category != "charges":
        raise errors.PayeeMissingError().beside("payee")
    category = known_code(book, "out", asked.category, "category")
    require_loan_named(book, category)
    return e.Expense(
        on=booking_day(book, asked.on or on),
        payee=asked.payee.strip(),
        category=category,
        amount=amount_of(book, asked.amount).minor,
        account=account,
        text=asked.text,
        voucher=asked.voucher,
        envelope=asked.envelope,
        attachment=kept(book, asked.attachment),
        due_on=asked.due_on,
        reference=asked.reference,
    )


def _keep(
    book: Writing, lines: tuple[ExpenseLine, ...], vouchers: Vouchers
) -> tuple[ExpenseLine, ...]:
    """Keep the photos that come with the lines, and name them in their lines."""
    kept = list(lines)
    for at, voucher in vouchers.items():
        attachment = book.keep(voucher.data, voucher.media)
        kept[at] = msgspec.structs.replace(kept[at], attachment=attachment)
    return tuple(kept)


def require_loan_named(book: Reading, category: str) -> None:
    """Raise LoanUnnamedError for a loan paid back like an expense while the book owes loans.

    The loan would stay owed: ``pay_owed`` pays back one that is named.
    """
    if category != LOAN_REPAID:
        return
    owed = book.driver.execute(
        "SELECT seq, line, who, open FROM open_item WHERE what='loan' AND open>0 AND void IS NULL"
        " ORDER BY seq, line"
    ).fetchall()
    if owed:
        loans = tuple((str(Ref(seq, line)), who, left) for seq, line, who, left in owed)
        raise errors.LoanUnnamedError(loans).beside("category")


def _open_item(book: Writing, ref: Ref, whats: tuple[str, ...], field: str) -> tuple[int, str, str]:
    """Return what is left of something open, the category of paying it, and who it is with."""
    row = book.driver.execute(
        "SELECT what, open, category, who FROM open_item WHERE seq=? AND line=? AND open>0"
        " AND void IS NULL",
        (ref.entry, ref.line),
    ).fetchone()
    if row is None or row[0] not in whats:
        raise errors.NoSuchOpenItemError(str(ref)).beside(field)
    what, left, category, who = row
    return int(left), LOAN_REPAID if what == "loan" else str(category), str(who)
