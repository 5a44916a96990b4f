"""A payment voucher from the book: a line of money that went out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from imt_desktop.committee import queries as committee
from imt_desktop.journal import Reading, Recorded, Ref
from imt_desktop.ledger.accounts import accounts, own_kinds
from imt_desktop.ledger.errors import NoSuchExpenseError
from imt_desktop.ledger.expenses import WENT
from imt_desktop.money import Money
from imt_desktop.reports.facts import Officer
from imt_desktop.reports.heading import heading
from imt_desktop.reports.voucher.facts import VoucherFacts

_LINE = f"""
SELECT l.effective_on, l.amount, l.account, l.kind, coalesce(m.name, l.who), l.text, l.voucher,
       l.reference, l.void, l.void_reason
FROM money_line l LEFT JOIN member m ON m.id=l.member
WHERE l.seq=? AND l.line=? AND l.what IN {WENT}
"""


def build_voucher(book: Reading, expense: str) -> VoucherFacts:
    """Return the voucher of an expense: an entry, or entry and line. Raises NoSuchExpenseError."""
    ref = expense_ref(expense)
    row = book.driver.execute(_LINE, (ref.entry, ref.line)).fetchone() if ref else None
    if ref is None or row is None:
        raise NoSuchExpenseError(expense).beside("expense")
    on, amount, account, kind, payee, text, number, reference, void, reason = row
    where = next(one for one in accounts(book) if one.id == account)
    return VoucherFacts(
        heading=heading(book),
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
    )


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
