"""Other money: accounts, income, expenses, advances, moves and counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from imt_desktop.journal import Entry, Recorded, Ref, Tables
from imt_desktop.journal.rooms import Post
from imt_desktop.ledger import entries as e
from imt_desktop.ledger import kinds
from imt_desktop.ledger.charging.entries import KioskSold
from imt_desktop.ledger.closing.entries import DifferenceBooked
from imt_desktop.ledger.earlier import CashCounted1
from imt_desktop.ledger.posting.lines import (
    Move,
    key_of,
    money_line,
    new_item,
    note_source,
    post,
    use_item,
)
from imt_desktop.ledger.waiting import posting as waiting
from imt_desktop.ledger.waiting.entries import ExpenseApproved


def _account(tables: Tables, _recorded: Recorded, entry: e.AccountOpened) -> None:
    tables.insert("account", entry.account, entry.type, entry.name, 0)


def _category(tables: Tables, _recorded: Recorded, entry: e.CategoryAdded) -> None:
    tables.insert("category", entry.code, entry.direction, entry.name, entry.group)


def _money_received(tables: Tables, recorded: Recorded, entry: e.MoneyReceived) -> None:
    for number, line in enumerate(entry.lines, 1):
        ref = Ref(recorded.seq, number)
        money_line(tables, ref, "in", line.on, line.amount, line.account, line.kind, who=line.payer,
               text=line.text, receipt=line.receipt, reference=line.reference)  # fmt: skip
        if line.kind in kinds.OPEN_INCOME:
            new_item(tables, ref, line.kind, line.payer, line.text, "", line.amount, line.on)
        post(tables, ref, line.on, (line.account, kinds.income(line.kind), line.amount))
    note_source(tables, recorded, entry.source)


def _money_spent(tables: Tables, recorded: Recorded, entry: e.MoneySpent) -> None:
    _spend(tables, recorded, entry.lines)
    note_source(tables, recorded, entry.source)


def _approved(tables: Tables, recorded: Recorded, entry: ExpenseApproved) -> None:
    _spend(tables, recorded, entry.lines)
    waiting.answered(tables, recorded, entry.waiting, "approved")


def _spend(tables: Tables, recorded: Recorded, lines: tuple[e.Expense, ...]) -> None:
    for number, line in enumerate(lines, 1):
        ref = Ref(recorded.seq, number)
        if line.account is None:
            _expense_line(tables, ref, line, "owed")
            new_item(tables, ref, "owed", line.payee, line.text, line.category, line.amount,
                      line.on, line.due_on)  # fmt: skip
        else:
            _expense_line(tables, ref, line, "out")
            post(tables, ref, line.on, (line.account, kinds.expense(line.category), -line.amount))


def _expense_line(tables: Tables, ref: Ref, line: e.Expense, what: str) -> None:
    money_line(tables, ref, what, line.on, line.amount, line.account, line.category, who=line.payee,
           text=line.text, voucher=line.voucher, reference=line.reference, envelope=line.envelope,
           attachment=line.attachment.sha256 if line.attachment else None)  # fmt: skip


def _owed_paid(tables: Tables, recorded: Recorded, entry: e.OwedPaid) -> None:
    ref = Ref(recorded.seq)
    who, text = tables.execute(
        "SELECT who, text FROM open_item WHERE seq=? AND line=?", key_of(entry.owed)
    ).fetchone()
    use_item(tables, ref, entry.owed, entry.amount)
    money_line(tables, ref, "owed-paid", recorded.on, entry.amount, entry.account, entry.category,
           who=who, text=text, voucher=entry.voucher, reference=entry.reference)  # fmt: skip
    post(tables, ref, recorded.on, (entry.account, kinds.expense(entry.category), -entry.amount))


def _advance(tables: Tables, recorded: Recorded, entry: e.AdvanceGiven) -> None:
    ref, on = Ref(recorded.seq), recorded.on
    money_line(tables, ref, "advance", on, entry.amount, entry.account, "advance",
           who=entry.person, text=entry.purpose, voucher=entry.voucher)  # fmt: skip
    new_item(tables, ref, "advance", entry.person, entry.purpose, "", entry.amount, on)
    post(tables, ref, on, (entry.account, kinds.expense("advance"), -entry.amount))


def _advance_settled(tables: Tables, recorded: Recorded, entry: e.AdvanceSettled) -> None:
    number, advance = 0, kinds.expense("advance")
    for number, line in enumerate(entry.lines, 1):
        ref = Ref(recorded.seq, number)
        _expense_line(tables, ref, line, "spent")
        post(
            tables, ref, line.on,
            (None, kinds.expense(line.category), -line.amount), (None, advance, line.amount),
        )  # fmt: skip
    if entry.account is not None:
        ref = Ref(recorded.seq, number + 1)
        money_line(tables, ref, "returned", recorded.on, entry.returned, entry.account, "advance")
        post(tables, ref, recorded.on, (entry.account, advance, entry.returned))
    spent = sum(line.amount for line in entry.lines)
    use_item(tables, Ref(recorded.seq), entry.advance, spent + entry.returned)


def _moved(tables: Tables, recorded: Recorded, entry: e.MoneyMoved) -> None:
    ref = Ref(recorded.seq)
    money_line(tables, ref, "move", recorded.on, entry.amount, entry.source, kinds.MOVE,
           reference=entry.reference)  # fmt: skip
    post(
        tables, ref, recorded.on,
        (entry.source, kinds.MOVE, -entry.amount), (entry.target, kinds.MOVE, entry.amount),
    )  # fmt: skip


def _counted(tables: Tables, recorded: Recorded, entry: e.CashCounted | CashCounted1) -> None:
    by = "\n".join(person.name for person in entry.by)
    tables.insert(
        "cash_count", recorded.seq, entry.account, recorded.on.isoformat(), entry.counted,
        entry.expected, by, entry.explanation,
    )  # fmt: skip


def _difference(tables: Tables, recorded: Recorded, entry: DifferenceBooked) -> None:
    ref, amount = Ref(recorded.seq), entry.amount
    tables.insert("difference", recorded.seq, entry.count, entry.decision)
    money_line(tables, ref, "in" if amount > 0 else "out", recorded.on, abs(amount), entry.account,
           kinds.DIFFERENCE, text=entry.text)  # fmt: skip
    kind = kinds.income if amount > 0 else kinds.expense
    post(tables, ref, recorded.on, (entry.account, kind(kinds.DIFFERENCE), amount))


def _kiosk_sold(tables: Tables, recorded: Recorded, entry: KioskSold) -> None:
    """Income is what the water was paid for; what the attendant kept of it is a wage, and never moved."""
    for number, line in enumerate(entry.lines, 1):
        ref = Ref(recorded.seq, number)
        tables.insert(
            "kiosk_sale", *key_of(ref), line.on.isoformat(), line.connection, line.attendant,
            line.unit, line.sold, line.price, line.expected, line.commission, line.handed,
            line.after, line.pad, None,
        )  # fmt: skip
        money_line(tables, ref, "in", line.on, line.handed, line.account, "kiosk",
                   who=line.attendant, text=line.text, pad=line.pad)  # fmt: skip
        parts: list[Move] = [(line.account, kinds.income("kiosk"), line.handed)]
        if line.commission:
            parts.append((None, kinds.income("kiosk"), line.commission))
            parts.append((None, kinds.expense("wages"), -line.commission))
        post(tables, ref, line.on, *parts)


POSTS: Final[Mapping[type[Entry], Post]] = {
    e.AccountOpened: _account,
    e.CategoryAdded: _category,
    e.MoneyReceived: _money_received,
    e.MoneySpent: _money_spent,
    e.OwedPaid: _owed_paid,
    e.AdvanceGiven: _advance,
    e.AdvanceSettled: _advance_settled,
    e.MoneyMoved: _moved,
    e.CashCounted: _counted,
    CashCounted1: _counted,
    ExpenseApproved: _approved,
    DifferenceBooked: _difference,
    KioskSold: _kiosk_sold,
}
