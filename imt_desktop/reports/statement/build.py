"""Facts of a member's statement from the book."""

from __future__ import annotations

from datetime import date

from imt_desktop.journal import Reading
from imt_desktop.ledger.balances import open_bills
from imt_desktop.ledger.member_account import AccountLine, BilledMonth, member_account
from imt_desktop.ledger.register import member
from imt_desktop.period import Period
from imt_desktop.reports.facts import mask_telephone
from imt_desktop.reports.heading import heading, whom_to_ask, whom_to_pay
from imt_desktop.reports.receipt.facts import Payer
from imt_desktop.reports.statement.facts import MonthPaid, StatementFacts, StatementLine

_WHAT = {
    "corrected": "correction",
    "moved": "moved",
    "payment": "payment",
    "refund": "refund",
    "ahead": "opening",
    "void": "cancelled",
    "restored": "cancelled-refund",
    "used": "correction",
}


def build_statement(book: Reading, number: str, period: Period, today: date) -> StatementFacts:
    """Return what a member's statement of a period says. Raises NoSuchMemberError."""
    account = member_account(book, number, period)
    known = member(book, number)
    disputed = {bill.ref for bill in open_bills(book, known.id) if bill.disputed}
    return StatementFacts(
        heading=heading(book),
        period=period,
        member=Payer(
            name=known.name,
            member=known.number,
            zone=known.zone,
            telephone=mask_telephone(known.phone),
        ),
        brought=account.brought_forward,
        lines=tuple(_line(line, line.ref in disputed) for line in account.lines),
        balance=account.carried_forward,
        months=tuple(MonthPaid(month=one.month, state=_state(one)) for one in account.months),
        ask=whom_to_ask(book),
        pay_to=whom_to_pay(book),
        past=period.last < today,
    )


def _line(line: AccountLine, disputed: bool) -> StatementLine:
    what = _WHAT.get(line.what, line.item)
    if line.what == "void" and line.item:
        what = "cancelled-bill"
    return StatementLine(
        on=line.on,
        what=what,
        balance=line.balance,
        billed=line.billed if line.billed else None,
        paid=line.paid if line.paid else None,
        number=line.number,
        months=(line.month,) if line.month else (),
        text=line.text,
        disputed=disputed and line.what == "bill",
    )


def _state(one: BilledMonth) -> str:
    if not one.amount:
        return "none"
    if not one.left:
        return "paid"
    return "part" if one.left < one.amount else "open"
