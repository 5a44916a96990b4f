"""A payment voucher from the book: a line of money that went out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from imt_desktop.committee import queries as committee
from imt_desktop.journal import Reading, Recorded, Ref
from imt_desktop.ledger.accounts import accounts, own_kinds
from imt_desktop.ledger.errors import ExpenseAmbiguousError, NoSuchExpenseError
from imt_desktop.ledger.expenses import WENT
from imt_desktop.money import Money
from imt_desktop.reports.facts import Officer
from imt_desktop.reports.heading import heading
from imt_desktop.reports.voucher.facts import VoucherFacts

_LINE = f"""
SELECT l.effective_on, l.amount, l.account, l.kind, coalesce(m.name, l.who), l.text, l.voucher,
       l.reference, l.void, l.void_reason, coalesce(e.concerns_on, '')
FROM money_line l JOIN entry e ON e.seq=l.seq LEFT JOIN member m ON m.id=l.member
WHERE l.seq=? AND l.line=? AND l.what IN {WENT}
"""


def build_voucher(book: Reading, expense: str) -> VoucherFacts:
    """Return the voucher of an expense: an entry, or entry and line. Raises NoSuchExpenseError."""
    ref = expense_ref(expense)
    row = _row(book, ref)
    if ref is None or row is None:
        raise NoSuchExpenseError(expense).beside("expense")
    on, amount, account, kind, payee, text, number, reference, void, reason, concerns = row
    where = next(one for one in accounts(book) if one.id == account)
    return VoucherFacts(
        heading=heading(book, date.fromisoformat(on)),
        entry=str(ref),
        on=date.fromisoformat(on),
        payee=payee,
        amount=Money(amount, book.currency),
        kind=kind,
        own_name=own_kinds(book).get(kind, ""),
        account=where.type,
        account_name=where.name,
        number=number,
        text=text,
        reference=reference,
        signed=tuple(_signed(book, book.recorded(ref.entry))),
        cancelled=void is not None,
        reason=reason or "",
        concerns=concerns,
    )


def meant_expense(book: Reading, typed: str) -> str:
    """Return the line that is meant by its entry, or by the number that stands on its voucher.

    An entry with its line, such as ``12/2``, is meant before a voucher that is called so. Raises
    NoSuchExpenseError, ExpenseAmbiguousError.
    """
    ref = expense_ref(typed)
    by_entry = [ref] if ref is not None and _row(book, ref) is not None else []
    if by_entry and "/" in typed:
        return str(ref)
    found = dict.fromkeys((*by_entry, *_by_voucher(book, typed)))
    if not found:
        raise NoSuchExpenseError(typed).beside("expense")
    if len(found) > 1:
        raise ExpenseAmbiguousError(typed, tuple(map(str, found))).beside("expense")
    return str(next(iter(found)))


def _by_voucher(book: Reading, number: str) -> list[Ref]:
    """Return the lines with a voucher of this number; the cancelled ones only where there are no others."""
    rows = book.driver.execute(
        f"SELECT seq, line, void FROM money_line WHERE upper(voucher)=upper(?) AND voucher<>''"
        f" AND what IN {WENT} ORDER BY seq, line",
        (number,),
    ).fetchall()
    stand = [Ref(seq, line) for seq, line, void in rows if void is None]
    return stand or [Ref(seq, line) for seq, line, _void in rows]


def _row(book: Reading, ref: Ref | None) -> Any:
    return book.driver.execute(_LINE, (ref.entry, ref.line)).fetchone() if ref else None


def expense_ref(expense: str) -> Ref | None:
    """Read ``12`` or ``12/2``; None for anything else."""
    entry, _slash, line = expense.partition("/")
    numbers = (entry, line or "1")
    if not all(one.isascii() and one.isdecimal() and len(one) < 10 for one in numbers):
        return None
    return Ref(int(entry), int(line or 1))


def _signed(book: Reading, recorded: Recorded) -> Iterator[Officer]:
    envelope = recorded.envelope
    if envelope.signature == "pin":
        for number in (envelope.responsible, *envelope.countersigned):
            found = committee.by_id(book, number) if number is not None else None
            if found:
                yield Officer(name=found.name, post=found.post, until=found.until)
