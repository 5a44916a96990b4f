"""Facts of a member's statement from the book."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from imt_desktop.journal import Reading, Ref
from imt_desktop.ledger.disputes import disputed_on
from imt_desktop.ledger.handed import Handed, handed
from imt_desktop.ledger.member_account import (
    AccountLine,
    BilledMonth,
    MemberAccount,
    member_account,
)
from imt_desktop.ledger.openings import unconfirmed
from imt_desktop.ledger.register import MemberRow, member
from imt_desktop.money import Money
from imt_desktop.period import Period
from imt_desktop.reports.facts import Contact, Heading, mask_telephone
from imt_desktop.reports.heading import heading, whom_to_ask, whom_to_pay
from imt_desktop.reports.receipt.facts import Payer
from imt_desktop.reports.statement.facts import MonthPaid, StatementFacts, StatementLine

_WHAT = {
    "corrected": "correction",
    "let-go": "write-off",
    "moved": "moved",
    "agreed": "agreed",
    "labour": "labour",
    "payment": "payment",
    "old-payment": "old-payment",
    "refund": "refund",
    "ahead": "opening",
    "void": "cancelled",
    "restored": "cancelled-refund",
    "used": "correction",
}


class Common(Struct, frozen=True):
    """What all statements of a period say."""

    heading: Heading
    period: Period
    ask: Contact | None
    pay_to: Contact | None
    past: bool
    disputed: frozenset[Ref]
    """The bills that were not agreed on at its end."""
    handed: Mapping[Ref, Handed]
    """Debts that went to another member."""
    unconfirmed: Mapping[str, Money]
    """What members have not agreed to yet of the old book, by their numbers; under zero it was paid ahead."""


def common(book: Reading, period: Period, today: date) -> Common:
    """Gather what all statements of a period say."""
    asked, paid = whom_to_ask(book), whom_to_pay(book)
    disputed = disputed_on(book, min(period.last, today))
    past = period.last < today
    return Common(
        heading(book, period), period, asked, paid, past, disputed, handed(book), _unconfirmed(book)
    )


def _unconfirmed(book: Reading) -> dict[str, Money]:
    found: dict[str, Money] = {}
    for one in unconfirmed(book):
        amount = one.amount if one.what == "debt" else -one.amount
        found[one.number] = found.get(one.number, book.currency.zero()) + amount
    return found


_ITEMS = {"late": "fine", "transfer": "sale", "meter": "connection"}
"""Bills that are called after the kind of income that they are."""


def build_statement(book: Reading, number: str, period: Period, today: date) -> StatementFacts:
    """Return what a member's statement of a period says. Raises NoSuchMemberError."""
    account = member_account(book, number, period)
    return statement_of(common(book, period, today), member(book, number), account)


def statement_of(shared: Common, known: MemberRow, account: MemberAccount) -> StatementFacts:
    """Return what a member's statement says of an account."""
    return StatementFacts(
        heading=shared.heading,
        period=shared.period,
        member=Payer(
            name=known.name,
            member=known.number,
            zone=known.zone,
            telephone=mask_telephone(known.phone),
        ),
        brought=account.brought_forward,
        lines=tuple(
            _line(line, line.ref in shared.disputed, shared.handed.get(line.ref))
            for line in account.lines
        ),
        balance=account.carried_forward,
        months=tuple(MonthPaid(month=one.month, state=_state(one)) for one in account.months),
        ask=shared.ask,
        pay_to=shared.pay_to,
        past=shared.past,
        unconfirmed=shared.unconfirmed.get(known.number),
        later=tuple(_line(line, False, None) for line in account.later),
    )


def _line(line: AccountLine, disputed: bool, handed: Handed | None) -> StatementLine:
    what = _WHAT.get(line.what, _ITEMS.get(line.item, line.item))
    if line.what == "void" and line.item:
        what = "cancelled-bill"
    return StatementLine(
        on=line.on,
        what=what,
        balance=line.balance,
        billed=line.billed if line.billed else None,
        paid=line.paid if line.paid else None,
        number=str(line.ref.entry) if line.what == "let-go" else line.number,
        months=(line.month,) if line.month else (),
        period=line.period,
        text=line.text,
        disputed=disputed and line.what == "bill",
        **_other(line.what, handed),
    )


def _other(what: str, handed: Handed | None) -> dict[str, str]:
    """Say from whom a debt came, or to whom it went; of the latter also which bill it was."""
    if handed is None or what not in ("bill", "moved"):
        return {}
    if what == "bill":
        return {"other": handed.from_name, "other_number": handed.from_number}
    item = _ITEMS.get(handed.item, handed.item)
    return {"item": item, "other": handed.to_name, "other_number": handed.to_number}


def _state(one: BilledMonth) -> str:
    if not one.amount:
        return "none"
    if not one.left:
        return "paid"
    return "part" if one.left < one.amount else "open"
