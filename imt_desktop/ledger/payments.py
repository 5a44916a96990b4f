"""Payments of members: oldest debt first, what is left over is paid ahead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import cache, partial
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from imt_desktop.journal import Reading, Recorded, Ref, Writing
from imt_desktop.ledger import entries as e
from imt_desktop.ledger import errors
from imt_desktop.ledger.balances import credits_of, open_bills
from imt_desktop.ledger.kinds import income_of_bill
from imt_desktop.ledger.requests import (
    Request,
    RequestLine,
    account_type,
    amount_of,
    booking_day,
    concerning,
    fresh_reference,
    line_by_line,
    member_id,
    next_id,
    next_receipt,
)
from imt_desktop.ledger.settling import OpenBill, draw, spread
from imt_desktop.ledger.waiting.limit import require_within_limit
from imt_desktop.money import Money

LAST_OF_PADS: Final = 999_999_999
"""The highest number that a paper pad may have."""


class PaymentLine(RequestLine, frozen=True):
    """One member's payment."""

    member: str
    amount: Decimal
    account: int = 1
    on: date | None = None
    reference: str = ""
    pad: str = ""
    old_receipt: str = ""
    paid_by: str = ""


class PaymentRequest(Request, frozen=True, tag="payment"):
    """Members paid; each line gets its own receipt, unless it has one of the old pad."""

    lines: tuple[PaymentLine, ...]
    languages: tuple[str, ...] = ()
    concerns: str | None = None


class IdentifyRequest(Request, frozen=True, tag="identified"):
    """Money that was "not yet known whose" is this member's."""

    received: Ref
    member: str
    languages: tuple[str, ...] = ()


class RefundRequest(Request, frozen=True, tag="refund"):
    """Give money back that a member paid ahead."""

    member: str
    amount: Decimal
    account: int = 1
    voucher: str = ""
    on: date | None = None
    concerns: str | None = None


class PadRequest(Request, frozen=True, tag="pad"):
    """Hand a paper receipt pad to somebody."""

    first: int
    last: int
    holder: str


class Receipt(Struct, frozen=True):
    """What was booked for one payment."""

    entry: int
    line: int
    number: int | None
    member: int
    amount: Money
    before: Money
    after: Money
    ahead: Money
    """What of this payment is left over."""
    ahead_after: Money
    """All that the member has paid ahead now."""


def receive(
    book: Writing, wanted: PaymentRequest, source: e.Source | None = None
) -> tuple[Receipt, ...]:
    """Take payments, settle the oldest bills first, and number the receipts.

    Of several lines, an error says which one it is of: its field is ``2/reference``.
    Raises NoSuchMemberError, NoSuchAccountError, ReferenceUsedError, ReferenceMissingError,
    PadNumberUsedError, PadNumberTwiceError and the errors of amounts and days.
    """
    return _receipts(book, take(book, wanted, source))


def take(book: Writing, wanted: PaymentRequest, source: e.Source | None = None) -> Recorded:
    """Do what ``receive`` does, and return the entry: thousands of receipts are not asked for."""
    if not wanted.lines:
        raise errors.EmptyRequestError()
    till = _Till(book)
    lines = tuple(till.take_all(wanted.lines))
    entry = e.PaymentsReceived(lines=lines, languages=wanted.languages, source=source)
    on = min(max(line.on for line in lines), book.today)
    return book.append(entry, on=on, concerns=concerning(book, wanted.concerns))


def identify(book: Writing, wanted: IdentifyRequest) -> tuple[Receipt, ...]:
    """Give money that was not yet known whose to its member. Raises NoSuchOpenItemError."""
    row = book.driver.execute(
        "SELECT o.open, l.account, l.reference FROM open_item o JOIN money_line l USING (seq, line)"
        " WHERE o.seq=? AND o.line=? AND o.what='unknown' AND o.open>0",
        (wanted.received.entry, wanted.received.line),
    ).fetchone()
    if row is None:
        raise errors.NoSuchOpenItemError(str(wanted.received)).beside("received")
    amount, account, reference = row
    line = _Till(book).settle(
        member_id(book, wanted.member), amount, account, book.today,
        reference=reference, unknown=wanted.received,
    )  # fmt: skip
    return _receipts(
        book, book.append(e.PaymentsReceived(lines=(line,), languages=wanted.languages))
    )


def refund(book: Writing, wanted: RefundRequest) -> Recorded:
    """Give back money paid ahead; what was given as labour is not money.

    Raises NotEnoughError, SecondOfficerNeededError above the assembly's limit.
    """
    member = member_id(book, wanted.member)
    account_type(book, wanted.account)
    amount = amount_of(book, wanted.amount).minor
    worked = _by_labour(book, member)
    credits = [
        credit
        for credit in credits_of(book, member).get(member, [])
        if credit.payment not in worked
    ]
    there = sum(credit.left for credit in credits)
    if amount > there:
        raise errors.NotEnoughError(amount, there).beside("amount")
    on = booking_day(book, wanted.on)
    require_within_limit(book, f"member {wanted.member}", on, amount)
    used = tuple(e.CreditUse(payment=c.payment, amount=part) for c, part in draw(amount, credits))
    return book.append(
        e.CreditRefunded(
            member=member,
            amount=amount,
            account=wanted.account,
            voucher=wanted.voucher,
            used=used,
        ),
        on=on,
        concerns=concerning(book, wanted.concerns),
    )


def _by_labour(book: Reading, member: int) -> set[Ref]:
    """Return what a member gave as labour: it pays bills, and is never given back as money."""
    rows = book.driver.execute(
        "SELECT seq, line FROM money_line WHERE member=? AND what='labour'", (member,)
    )
    return {Ref(seq, line) for seq, line in rows}


def register_pad(book: Writing, wanted: PadRequest) -> Recorded:
    """Register a paper pad by its numbers and holder. Raises PadRangeError, NameMissingError."""
    if not wanted.holder.strip():
        raise errors.NameMissingError().beside("holder")
    if not 1 <= wanted.first <= wanted.last <= LAST_OF_PADS:
        raise errors.PadRangeError(wanted.first, wanted.last).beside("first")
    overlap = book.driver.execute(
        "SELECT 1 FROM pad WHERE first<=? AND last>=? AND void IS NULL", (wanted.last, wanted.first)
    ).fetchone()
    if overlap:
        raise errors.PadRangeError(wanted.first, wanted.last).beside("first")
    return book.append(
        e.PadRegistered(
            pad=next_id(book, "pad"),
            first=wanted.first,
            last=wanted.last,
            holder=wanted.holder.strip(),
        )
    )


class _Till:
    """Spreads payments one after another within one entry: debts shrink, receipts count on."""

    def __init__(self, book: Writing) -> None:
        self._book = book
        self._receipt = next_receipt(book)
        # A spreadsheet says the same member, account, amount and day thousands of times: each is looked
        # up once. Only what signals that it is no number has no hash, and is refused anyway.
        self._member: Final = cache(partial(member_id, book))
        self._kind: Final = cache(partial(account_type, book))
        self._amount: Final = cache(partial(amount_of, book))
        self._day: Final = cache(partial(booking_day, book))
        self._debts: dict[int, list[OpenBill]] = {}
        self._ahead: dict[int, int] = {}
        self._references: set[str] = set()
        self._pads: set[str] = set()

    def take_all(self, asked: Sequence[PaymentLine]) -> Iterator[e.Payment]:
        """Take payments one after another, each from the debts that those before it left."""
        return line_by_line(asked, self.take)

    def take(self, asked: PaymentLine) -> e.Payment:
        book = self._book
        member = self._member(asked.member)
        amount = (
            amount_of(book, asked.amount) if asked.amount.is_snan() else self._amount(asked.amount)
        )
        kind = self._kind(asked.account)
        reference = fresh_reference(book, asked.reference, "" if asked.old_receipt else kind)
        if reference:
            if reference in self._references:
                raise errors.ReferenceUsedError(reference, 0).beside("reference")
            self._references.add(reference)
        self._require_pad_number(asked.pad)
        return self.settle(
            member, amount.minor, asked.account, self._day(asked.on), reference=reference,
            pad=asked.pad.strip(), old_receipt=asked.old_receipt, paid_by=asked.paid_by,
        )  # fmt: skip

    def _require_pad_number(self, typed: str) -> None:
        """Raise PadNumberError where it is none, PadNumberUsedError where it was typed before.

        Raises PadNumberTwiceError where it stands on an earlier line of this request. A pad may have
        letters before its numbers, and may not be registered.
        """
        pad = typed.strip()
        if not pad:
            return
        if not any(letter.isdigit() for letter in pad):
            raise errors.PadNumberError(pad).beside("pad")
        row = self._book.driver.execute(
            "SELECT seq FROM money_line WHERE pad=? AND pad<>'' AND void IS NULL", (pad,)
        ).fetchone()
        if row:
            raise errors.PadNumberUsedError(pad, row[0]).beside("pad")
        if pad in self._pads:
            raise errors.PadNumberTwiceError(pad).beside("pad")
        self._pads.add(pad)

    def settle(
        self, member: int, amount: int, account: int, on: date, *, reference: str = "",
        pad: str = "", old_receipt: str = "", paid_by: str = "", unknown: Ref | None = None,
    ) -> e.Payment:  # fmt: skip
        if member not in self._debts:
            self._debts[member] = open_bills(self._book, member)
            credits = credits_of(self._book, member).get(member, [])
            self._ahead[member] = sum(credit.left for credit in credits)
        debts = self._debts[member]
        before = sum(bill.left for bill in debts)
        shares, ahead = spread(amount, debts)
        if shares:
            self._debts[member] = _less(debts, shares)
        self._ahead[member] += ahead
        receipt = None
        if not old_receipt:
            receipt, self._receipt = self._receipt, self._receipt + 1
        return e.Payment(
            on=on, member=member, amount=amount, account=account, receipt=receipt,
            settles=tuple(
                e.Paid(bill=bill.ref, amount=part, kind=income_of_bill(bill.item))
                for bill, part in shares
            ),
            ahead=ahead, before=before, after=before - amount + ahead,
            ahead_after=self._ahead[member], reference=reference, pad=pad,
            old_receipt=old_receipt, paid_by=paid_by, unknown=unknown,
        )  # fmt: skip


def _less(debts: list[OpenBill], shares: list[tuple[OpenBill, int]]) -> list[OpenBill]:
    paid = {bill.ref: part for bill, part in shares}
    left = [replace(bill, left=bill.left - paid.get(bill.ref, 0)) for bill in debts]
    return [bill for bill in left if bill.left]


def _receipts(book: Reading, recorded: Recorded) -> tuple[Receipt, ...]:
    entry = recorded.entry
    assert isinstance(entry, e.PaymentsReceived)
    return tuple(
        Receipt(
            recorded.seq, number, line.receipt, line.member, Money(line.amount, book.currency),
            Money(line.before, book.currency), Money(line.after, book.currency),
            Money(line.ahead, book.currency), Money(line.ahead_after, book.currency),
        )
        for number, line in enumerate(entry.lines, 1)
    )  # fmt: skip
