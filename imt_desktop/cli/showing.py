"""What ``show`` shows: accounts, members, arrears, the cash book, income and expenditure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from imt_desktop.cli.answers import Answer
from imt_desktop.cli.community import SHOWN as COMMUNITY
from imt_desktop.cli.covering import COVERING
from imt_desktop.cli.officers import signers
from imt_desktop.cli.planning import SHOWN as PLANNING
from imt_desktop.i18n import Translator
from imt_desktop.journal import Reading
from imt_desktop.ledger.accounts import accounts, own_kinds
from imt_desktop.ledger.as_of import ahead_on, owed_on
from imt_desktop.ledger.balances import arrears
from imt_desktop.ledger.cashbook import balance_before, cash_book
from imt_desktop.ledger.charging.arrears_list import Household, arrears_list
from imt_desktop.ledger.charging.kiosks import kiosk_sales
from imt_desktop.ledger.charging.ladder import standings
from imt_desktop.ledger.charging.understood import written
from imt_desktop.ledger.closing.entries import MonthClosed
from imt_desktop.ledger.closing.month import closed_months, due_month
from imt_desktop.ledger.register import members
from imt_desktop.ledger.statements import income_and_expenditure, owing
from imt_desktop.ledger.waiting.approving import waiting
from imt_desktop.money import Money, total
from imt_desktop.period import Period
from imt_desktop.wording.kinds import kind_name


def show_accounts(book: Reading, _period: Period, day: date) -> Answer:
    """Where the money lay at the end of a day."""
    after = day + timedelta(days=1)
    rows = [
        {
            "account": one.id,
            "type": one.type,
            "name": one.name,
            "balance": balance_before(book, after, one.id),
        }
        for one in accounts(book)
    ]
    return Answer(rows, {"balance": balance_before(book, after)}, as_of=day)


def show_members(book: Reading, _period: Period, day: date) -> Answer:
    """Every member with the balance at the end of a day."""
    found = members(book)
    owed, ahead = owed_on(book, day), ahead_on(book, day)
    rows = [
        {
            "number": one.number,
            "name": one.name,
            "zone": one.zone,
            "status": one.status,
            "owed": Money(owed.get(one.id, 0), book.currency),
            "ahead": Money(ahead.get(one.id, 0), book.currency),
        }
        for one in found
    ]
    return Answer(
        rows,
        {
            "members": len(found),
            "owed": Money(sum(owed.values()), book.currency),
            "ahead": Money(sum(ahead.values()), book.currency),
        },
        as_of=day,
    )


def show_arrears(book: Reading, _period: Period, day: date) -> Answer:
    """Who owed what at the end of a day, by age of the debt, and which step with them is due."""
    found = arrears(book, day)
    steps = {one.number: one for one in standings(book, day)}
    outside = {one.member.number: one for one in arrears_list(book, day)}
    rows = [
        {
            "number": one.number, "name": one.name, **one.bands, "owed": one.owed,
            "step_taken": steps[one.number].taken if one.number in steps else "",
            "step_proposed": steps[one.number].proposed if one.number in steps else "",
            **_outside(outside.get(one.number), day, book),
        }
        for one in found
    ]  # fmt: skip
    return Answer(
        rows,
        {"members": len(found), "owed": total((one.owed for one in found), book.currency)},
        as_of=day,
    )


def _outside(one: Household | None, day: date, book: Reading) -> dict[str, object]:
    """Say what stands outside the steps: bills that are disputed, and what was agreed."""
    agreed = one.agreement if one else None
    return {
        "disputed": one.disputed.amount if one and one.disputed else book.currency.zero(),
        "agreement": agreed.state(day) if agreed else "",
        "agreed_left": agreed.left if agreed else book.currency.zero(),
    }


def show_cashbook(book: Reading, period: Period, day: date) -> Answer:
    """The cash book of a period, all accounts together."""
    found = cash_book(book, period)
    names = {one.id: one.name or one.type for one in accounts(book)}
    rows = [
        {
            "on": line.on,
            "entry": str(line.ref),
            "number": str(
                line.receipt or line.later_receipt or line.old_receipt or line.voucher or ""
            ),
            "what": line.what,
            "kind": line.kind,
            "who": line.who,
            "text": line.text,
            "account": names[line.account],
            "in": line.came,
            "out": line.went,
            "balance": line.balance,
            "cancelled": line.void is not None,
            "concerns": line.concerns,
        }
        for line in found.lines
    ]
    return Answer(
        rows,
        {
            "brought_forward": found.brought_forward,
            "of_it_from_old_book": total((line.came for line in found.opened), book.currency),
            "in": found.came,
            "out": found.went,
            "carried_forward": found.carried_forward,
        },
        as_of=day,
    )


def show_income(book: Reading, period: Period, day: date) -> Answer:
    """Money in and out by kind, on a cash basis, and what stands beside it."""
    found = income_and_expenditure(book, period)
    own, tr = own_kinds(book), Translator("en")
    rows = [
        {
            "direction": direction,
            "kind": kind,
            "name": kind_name(kind, own, tr),
            "amount": amount,
        }
        for direction, amounts in (("in", found.income), ("out", found.expense))
        for kind, amount in amounts.items()
    ]
    beside = owing(book, day)
    return Answer(
        rows,
        {
            "income": found.total_in,
            "expense": found.total_out,
            "left_over": found.left_over,
            "opening": total(found.opening.values(), book.currency),
            "closing": total(found.closing.values(), book.currency),
            **{f"closing_{one.name or one.type}": found.closing[one.id] for one in accounts(book)},
            "owed_to_us": beside.owed_to_us,
            "we_owe": beside.we_owe,
        },
        as_of=day,
    )


def show_closings(book: Reading, _period: Period, _today: date) -> Answer:
    """The closed months, the newest first, and which comes next."""
    rows = []
    for one in closed_months(book):
        recorded = book.recorded(one.entry)
        assert isinstance(recorded.entry, MonthClosed)
        rows.append(
            {
                "month": str(one.month),
                "entry": one.entry,
                "closed_on": recorded.made_on,
                "signed_by": signers(book, recorded),
                "carried_forward": Money(
                    sum(account.carried for account in recorded.entry.accounts), book.currency
                ),
            }
        )
    return Answer(rows, {"next": str(due_month(book))})


def show_waiting(book: Reading, _period: Period, _today: date) -> Answer:
    """Expenses that are not yet approved by a second officer."""
    found = waiting(book)
    rows = [
        {
            "entry": one.entry,
            "on": one.on,
            "payee": one.payee,
            "kind": one.category,
            "text": one.text,
            "amount": one.amount,
        }
        for one in found
    ]
    said = "" if found else "No expense waits for a second officer."
    return Answer(rows, {"amount": total((one.amount for one in found), book.currency)}, said=said)


def show_kiosks(book: Reading, period: Period, _today: date) -> Answer:
    """What kiosks sold in a period, and what was handed in."""
    rows = [
        {
            "entry": one.entry, "on": one.on, "connection": one.connection,
            "attendant": one.attendant, "sold": written(one.sold), "unit": one.unit,
            "price": one.price, "expected": one.expected, "commission": one.commission,
            "handed": one.handed, "difference": one.difference, "pad": one.pad,
        }
        for one in kiosk_sales(book, period)
    ]  # fmt: skip
    sums = {
        name: total((row[name] for row in rows), book.currency)  # type: ignore[misc]
        for name in ("expected", "commission", "handed", "difference")
    }
    return Answer([*rows], {"days": len(rows), **sums})


SHOWN: Final[dict[str, Callable[[Reading, Period, date], Answer]]] = {
    "accounts": show_accounts,
    "members": show_members,
    "arrears": show_arrears,
    "cashbook": show_cashbook,
    "income": show_income,
    "closings": show_closings,
    "waiting": show_waiting,
    **COVERING,
    **PLANNING,
    **COMMUNITY,
    "kiosks": show_kiosks,
}
"""What can be shown, by its word."""

LISTED: Final = (*PLANNING, *COMMUNITY)
"""What leans on lists that ship with the program."""
