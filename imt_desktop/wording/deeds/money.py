"""What officers did with money."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from imt_desktop.journal import Entry
from imt_desktop.ledger import entries as e
from imt_desktop.ledger.earlier import CashCounted1
from imt_desktop.ledger.waiting import entries as w
from imt_desktop.wording.deeds.said import Said, Say


def _paid(entry: e.PaymentsReceived, say: Said) -> str:
    amount, n = say.sum(entry.lines), len(entry.lines)
    if n > 1:
        return say.tr.ngettext(
            "{n} payment, {amount} together.", "{n} payments, {amount} together.", n
        ).format(n=say.tr.number(n), amount=amount)
    line = entry.lines[0]
    if line.receipt is None:
        return say.tr.gettext("{member} paid {amount}.").format(
            member=say.member(line.member), amount=amount
        )
    return say.tr.gettext("{member} paid {amount}, receipt {receipt}.").format(
        member=say.member(line.member), amount=amount, receipt=line.receipt
    )


def _refunded(entry: e.CreditRefunded, say: Said) -> str:
    return say.tr.gettext("{member} got {amount} back.").format(
        member=say.member(entry.member), amount=say.money(entry.amount)
    )


def _pad(entry: e.PadRegistered, say: Said) -> str:
    return say.tr.gettext("Receipt pad {first} to {last} went to {holder}.").format(
        first=entry.first, last=entry.last, holder=say.person(entry.holder)
    )


def _account(entry: e.AccountOpened, say: Said) -> str:
    return say.tr.gettext("Account opened: {account}").format(account=say.account(entry.account))


def _category(entry: e.CategoryAdded, say: Said) -> str:
    return say.tr.gettext("Kind of money added: {name}").format(name=entry.name)


def _came(entry: e.MoneyReceived, say: Said) -> str:
    amount, n = say.sum(entry.lines), len(entry.lines)
    if n > 1:
        return say.tr.ngettext(
            "{n} time money in, {amount} together.", "{n} times money in, {amount} together.", n
        ).format(n=say.tr.number(n), amount=amount)
    return say.tr.gettext("Money in: {amount}, {kind}").format(
        amount=amount, kind=say.kind(entry.lines[0].kind)
    )


def _spent(entry: Any, say: Said) -> str:
    named = say.tr.gettext("Money out: {amount} to {payee}, {kind}")
    return _expenses(entry.lines, say, named, say.tr.gettext("Money out: {amount}, {kind}"))


def _waits(entry: w.ExpenseWaiting, say: Said) -> str:
    named = say.tr.gettext("Not yet approved: {amount} to {payee}, {kind}")
    return _expenses(entry.lines, say, named, say.tr.gettext("Not yet approved: {amount}, {kind}"))


def _approved(entry: w.ExpenseApproved, say: Said) -> str:
    named = say.tr.gettext("Approved and paid: {amount} to {payee}, {kind}")
    return _expenses(entry.lines, say, named, say.tr.gettext("Approved and paid: {amount}, {kind}"))


def _expenses(lines: tuple[e.Expense, ...], say: Said, named: str, unnamed: str) -> str:
    """Say one expense, or several by their sum, who was paid first, and so on.

    ``unnamed`` is for those of nobody in particular, such as what a bank took.
    """
    payees = dict.fromkeys(line.payee for line in lines if line.payee)
    kinds = dict.fromkeys(say.kind(line.category) for line in lines)
    return (named if payees else unnamed).format(
        amount=say.sum(lines), payee=_first_of(list(payees)), kind=_first_of(list(kinds))
    )


def _first_of(names: list[str]) -> str:
    return f"{names[0]}, \u2026" if len(names) > 1 else "".join(names)


def _withdrawn(entry: w.ExpenseWithdrawn, say: Said) -> str:
    return say.tr.gettext("The expense of entry {number} is not paid: {reason}").format(
        number=entry.waiting, reason=say.person(entry.reason)
    )


def _owed_paid(entry: e.OwedPaid, say: Said) -> str:
    return say.tr.gettext("Paid what was owed: {amount}, {kind}").format(
        amount=say.money(entry.amount), kind=say.kind(entry.category)
    )


def _advance(entry: e.AdvanceGiven, say: Said) -> str:
    return say.tr.gettext("{person} was handed {amount}: {purpose}").format(
        person=say.person(entry.person), amount=say.money(entry.amount),
        purpose=say.person(entry.purpose),
    )  # fmt: skip


def _settled(entry: e.AdvanceSettled, say: Said) -> str:
    return say.tr.gettext("Advance accounted for: {spent} spent, {returned} brought back.").format(
        spent=say.sum(entry.lines), returned=say.money(entry.returned)
    )


def _moved(entry: e.MoneyMoved, say: Said) -> str:
    return say.tr.gettext("Moved {amount}: {source} to {target}").format(
        amount=say.money(entry.amount), source=say.account(entry.source),
        target=say.account(entry.target),
    )  # fmt: skip


def _counted(entry: e.CashCounted | CashCounted1, say: Said) -> str:
    facts = {
        "account": say.account(entry.account),
        "counted": say.money(entry.counted),
        "expected": say.money(entry.expected),
        "why": entry.explanation,
    }
    if entry.counted == entry.expected:
        return say.tr.gettext("Counted, {account}: {counted}, as the book says.").format(**facts)
    return say.tr.gettext("Counted, {account}: {counted}; the book says {expected}. {why}").format(
        **facts
    )


def _opened(entry: e.BalancesOpened, say: Said) -> str:
    n = len(entry.lines)
    return say.tr.ngettext(
        "{n} balance was taken from the old book.", "{n} balances were taken from the old book.", n
    ).format(n=say.tr.number(n))


def _confirmed(entry: e.OpeningsConfirmed, say: Said) -> str:
    n = len(entry.balances)
    return say.tr.ngettext(
        "{n} balance of the old book was confirmed.",
        "{n} balances of the old book were confirmed.", n,
    ).format(n=say.tr.number(n))  # fmt: skip


def _voided(entry: e.Voided, say: Said) -> str:
    return say.tr.gettext("Entry {number} was cancelled: {reason}").format(
        number=entry.entry, reason=say.person(entry.reason)
    )


SENTENCES: Final[Mapping[type[Entry], Say]] = {
    e.PaymentsReceived: _paid,
    e.CreditRefunded: _refunded,
    e.PadRegistered: _pad,
    e.AccountOpened: _account,
    e.CategoryAdded: _category,
    e.MoneyReceived: _came,
    e.MoneySpent: _spent,
    w.ExpenseWaiting: _waits,
    w.ExpenseApproved: _approved,
    w.ExpenseWithdrawn: _withdrawn,
    e.OwedPaid: _owed_paid,
    e.AdvanceGiven: _advance,
    e.AdvanceSettled: _settled,
    e.MoneyMoved: _moved,
    e.CashCounted: _counted,
    CashCounted1: _counted,
    e.BalancesOpened: _opened,
    e.OpeningsConfirmed: _confirmed,
    e.Voided: _voided,
}
