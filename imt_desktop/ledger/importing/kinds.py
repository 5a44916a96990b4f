"""Puts together a row of each kind of data from its cells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from imt_desktop.errors import AmountNotPositiveError
from imt_desktop.ledger.importing.cell_errors import (
    NegativeAmountError,
    TwoBalancesError,
    WrittenTwiceError,
)
from imt_desktop.ledger.importing.cells import RowReader
from imt_desktop.ledger.importing.rows import (
    ExpenseRow,
    MemberRow,
    OpeningRow,
    PaymentRow,
    Row,
)
from imt_desktop.ledger.importing.synonyms import code_in, code_of
from imt_desktop.ledger.importing.values import parse_count, parse_phone
from imt_desktop.money import Money


def read_row(reader: RowReader) -> Row | None:
    """Read a row of the layout's kind; None if anything in it is wrong."""
    row = _READERS[reader.layout.kind](reader)
    return None if reader.problems else row


def _member(reader: RowReader) -> Row | None:
    number, name = reader.number("number"), reader.name()
    remark = reader.remark("note")
    status = _status(reader) or code_of("status", remark) or reader.meant("note")
    if number is None and reader.has("number"):
        reader.need("number")
    if name is None:
        reader.need("name")
        return None
    return MemberRow(
        row=reader.line.number,
        number=number,
        name=name,
        second_adult=reader.text("second_adult"),
        nickname=reader.text("nickname"),
        house=reader.number("house"),
        old_number=reader.number("old_number"),
        phone=reader.read("phone", parse_phone),
        zone=reader.number("zone"),
        people=reader.read("people", parse_count),
        status=status,
        connection_type=reader.word("connection_type"),
        meter=reader.number("meter"),
        remark=remark,
        proposed=None if status else code_in("status", remark),
    )


def _status(reader: RowReader) -> str | None:
    """Read how a household stands; a remark that it was written twice is no state, and no new word."""
    text = reader.remark("status")
    if code_of("twice", text) and reader.meant("status") is None:
        reader.refuse("status", WrittenTwiceError(text))
        return None
    return reader.word("status")


def _opening(reader: RowReader) -> Row | None:
    number, name = reader.number("number"), reader.name()
    if number is None and name is None:
        reader.need("number", "name")
    owed, ahead = _owed_and_ahead(reader)
    return OpeningRow(
        row=reader.line.number,
        number=number,
        name=name,
        owed=owed,
        ahead=ahead,
        since=reader.day("since"),
    )


def _owed_and_ahead(reader: RowReader) -> tuple[Money | None, Money | None]:
    """Read what is owed or was paid ahead: a negative debt is money paid ahead."""
    balance = reader.amount("balance")
    owed, ahead = reader.amount("owed") or balance or None, reader.amount("ahead") or None
    if ahead and ahead.minor < 0:
        reader.refuse("ahead", NegativeAmountError(str(ahead)))
    if owed and ahead:
        reader.refuse("ahead", TwoBalancesError(str(owed), str(ahead)))
    if owed and owed.minor < 0:
        return None, -owed
    return owed, ahead


def _payment(reader: RowReader) -> Row | None:
    number, name = reader.number("number"), reader.name()
    if number is None and name is None:
        reader.need("number", "name")
    on, amount = reader.day("on"), _positive(reader)
    if on is None:
        reader.need("on")
    reference, old_receipt = reader.number("reference"), reader.first_number("old_receipt")
    method = reader.word("method")
    if on is None or amount is None:
        return None
    return PaymentRow(
        row=reader.line.number,
        on=on,
        number=number,
        name=name,
        amount=amount,
        method=method,
        reference=reference,
        old_receipt=old_receipt,
    )


def _expense(reader: RowReader) -> Row | None:
    payee, what = reader.text("payee"), reader.text("what")
    category, method = reader.word("category") or reader.meant("what"), reader.word("method")
    if payee is None and what is None and category is None:
        reader.need("what", "payee")
    on, amount = reader.day("on"), _positive(reader)
    if on is None:
        reader.need("on")
    row = {field: reader.number(field) for field in ("voucher", "reference")}
    note = reader.remark("note") or None
    if on is None or amount is None:
        return None
    return ExpenseRow(
        row=reader.line.number,
        on=on,
        payee=payee,
        what=what,
        amount=amount,
        category=category,
        proposed=None if category or not what else code_in("category", what),
        method=method,
        note=note,
        **row,
    )


def _positive(reader: RowReader) -> Money | None:
    amount = reader.amount("amount")
    if amount is None:
        reader.need("amount")
    elif amount.minor <= 0:
        reader.refuse("amount", AmountNotPositiveError(amount.minor))
        return None
    return amount


_READERS: Final[Mapping[str, Callable[[RowReader], Row | None]]] = {
    "members": _member,
    "opening": _opening,
    "payments": _payment,
    "expenses": _expense,
}
