"""Money in without a member: grants, donations, interest, kiosk takings, loans, other."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

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
    receipt = next_receipt(book)
    lines: list[e.Received] = []
    for asked in wanted.lines:
        kind = account_type(book, asked.account)
        reference = fresh_reference(book, asked.reference, kind if asked.receipt else "")
        if reference and any(line.reference == reference for line in lines):
            raise errors.ReferenceUsedError(reference, 0).beside("reference")
        numbered = asked.receipt and asked.income != "unknown"
        lines.append(
            e.Received(
                on=booking_day(book, asked.on),
                account=asked.account,
                amount=amount_of(book, asked.amount).minor,
                kind=known_code(book, "in", asked.income, "income"),
                payer=asked.payer,
                text=asked.text,
                reference=reference,
                receipt=receipt if numbered else None,
            )
        )
        receipt += numbered
    entry = e.MoneyReceived(lines=tuple(lines), languages=wanted.languages, source=source)
    on = max(line.on for line in lines)
    return book.append(entry, on=on, concerns=concerning(book, wanted.concerns))
