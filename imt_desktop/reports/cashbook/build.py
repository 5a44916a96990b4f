"""Facts of a cash book from the book: one account, or all together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

import msgspec

from imt_desktop.journal import Reading
from imt_desktop.ledger import cashbook as ledger
from imt_desktop.ledger.accounts import Account, accounts, own_kinds
from imt_desktop.ledger.errors import NoSuchAccountError
from imt_desktop.ledger.kinds import MOVE, OPENING
from imt_desktop.ledger.statements import income_and_expenditure
from imt_desktop.money import Money, total
from imt_desktop.period import Period
from imt_desktop.reports.cashbook.facts import CashbookFacts, CashLine
from imt_desktop.reports.facts import Holding
from imt_desktop.reports.heading import heading


class _Names(msgspec.Struct, frozen=True):
    """The committee's own names for its accounts and kinds of money."""

    accounts: Mapping[int, Account]
    kinds: Mapping[str, str]
    together: bool


def build_cashbook(
    book: Reading, period: Period, today: date, account: int | None = None
) -> CashbookFacts:
    """Return what the cash book of a period says. Raises NoSuchAccountError.

    Balances that the old book handed over within the period are brought forward, as on the other papers.
    """
    known = {one.id: one for one in accounts(book)}
    if account is not None and account not in known:
        raise NoSuchAccountError(account).beside("account")
    found = ledger.cash_book(book, period, account)
    names = _Names(known, own_kinds(book), account is None)
    own = known[account] if account is not None else None
    lines = [_line(line, names) for line in found.lines]
    facts = CashbookFacts(
        heading=heading(book, period),
        period=period,
        brought=found.brought_forward,
        opened=total((line.came for line in found.opened), book.currency) if found.opened else None,
        carried=found.carried_forward,
        lines=tuple(_running(lines, found.brought_forward)),
        account=own.type if own else "",
        own_name=own.name if own else "",
        holdings=() if own else _holdings(book, known, period),
        as_of=today if today < period.last else None,
    )
    return facts if own else _held_against_the_notice(book, facts)


def _held_against_the_notice(book: Reading, facts: CashbookFacts) -> CashbookFacts:
    """Say what the papers by kind count of it, where both sides of the book show more."""
    counted = income_and_expenditure(book, facts.period)
    if facts.total_in == counted.total_in:
        return facts
    return msgspec.structs.replace(
        facts, counted_in=counted.total_in, counted_out=counted.total_out
    )


def _holdings(book: Reading, known: Mapping[int, Account], period: Period) -> tuple[Holding, ...]:
    after = period.last + timedelta(days=1)
    return tuple(
        Holding(
            account=one.type, own_name=one.name, amount=ledger.balance_before(book, after, one.id)
        )
        for one in known.values()
    )


def _running(lines: Iterable[CashLine], brought: Money) -> Iterator[CashLine]:
    """Give each line the balance after it; a struck one has none."""
    balance = brought
    zero = brought.currency.zero()
    for line in lines:
        if line.struck:
            yield line
            continue
        balance = balance + (line.into or zero) - (line.out or zero)
        yield msgspec.structs.replace(line, balance=balance)


def _line(line: ledger.CashLine, names: _Names) -> CashLine:
    where = names.accounts[line.account]
    other = names.accounts.get(line.other_account or 0)
    moved = line.kind == MOVE
    contra = moved and names.together
    return CashLine(
        on=line.on,
        kind="open" if line.kind == OPENING else line.kind,
        number=str(line.receipt or line.later_receipt or line.old_receipt or line.voucher or ""),
        own_name=other.name if moved and other else names.kinds.get(line.kind, ""),
        text=" · ".join(part for part in (line.who, line.text) if part),
        other_account=other.type if moved and other else "",
        into=line.came if line.came and not contra else None,
        out=line.went if line.went and not contra else None,
        struck=line.struck,
        reason=line.void_reason if line.struck else "",
        more=line.more_kinds,
        account=where.type if names.together else "",
        account_name=where.name if names.together else "",
        moved=line.came if contra else None,
        taken_back=line.what == "void",
        concerns=line.concerns,
        forgotten=line.forgotten,
    )
