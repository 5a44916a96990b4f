"""Money in without a member: grants, donations, interest, kiosk takings, loans, other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from itertools import count

from imt_desktop.journal import Recorded, Writing
from imt_desktop.ledger import entries as e
from imt_desktop.ledger import errors
from imt_desktop.ledger.requests import (
    Request,
    RequestLine,
    account_type,
    amount_of,
    booking_day,
    concerning,
    fresh_reference,
    known_code,
    line_by_line,
    next_receipt,
)


class IncomeLine(RequestLine, frozen=True):
    """Money that came in; ``income`` is its kind, ``unknown`` where its payer is not known yet."""

    amount: Decimal
    income: str
    account: int = 1
    payer: str = ""
    text: str = ""
    reference: str = ""
    receipt: bool = True
    """Whether a receipt is given; bank interest needs none."""
    on: date | None = None


class IncomeRequest(Request, frozen=True, tag="money-in"):
    """Money came in without a member."""

    lines: tuple[IncomeLine, ...]
    languages: tuple[str, ...] = ()
    concerns: str | None = None


def receive_other(book: Writing, wanted: IncomeRequest, source: e.Source | None = None) -> Recorded:
    """Book money in without a member.

    Raises UnknownCodeError, NoSuchAccountError, ReferenceUsedError and the errors of amounts.
    """
    if not wanted.lines:
        raise errors.EmptyRequestError()
    receipts = count(next_receipt(book))
    references = set[str]()
    take = partial(_received, book, receipts, references)
    lines = tuple(line_by_line(wanted.lines, take))
    entry = e.MoneyReceived(lines=lines, languages=wanted.languages, source=source)
    on = max(line.on for line in lines)
    return book.append(entry, on=on, concerns=concerning(book, wanted.concerns))


def _received(
    book: Writing, receipts: Iterator[int], references: set[str], asked: IncomeLine
) -> e.Received:
    """Check one line; it takes the next receipt if it has one, and adds to the references."""
    kind = account_type(book, asked.account)
    reference = fresh_reference(book, asked.reference, kind if asked.receipt else "")
    if reference and reference in references:
        raise errors.ReferenceUsedError(reference, 0).beside("reference")
    references.add(reference)
    numbered = asked.receipt and asked.income != "unknown"
    return e.Received(
        on=booking_day(book, asked.on),
        account=asked.account,
        amount=amount_of(book, asked.amount).minor,
        kind=known_code(book, "in", asked.income, "income"),
        payer=asked.payer,
        text=asked.text,
        reference=reference,
        receipt=next(receipts) if numbered else None,
    )
