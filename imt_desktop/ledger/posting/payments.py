"""Payments, refunds and paper pads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from imt_desktop.journal import Entry, Recorded, Ref, Tables
from imt_desktop.journal.rooms import Post
from imt_desktop.ledger import entries as e
from imt_desktop.ledger import kinds
from imt_desktop.ledger.posting.debts import change_credit, settle
from imt_desktop.ledger.posting.lines import money_line, note_source, note_use, post, use_item
from imt_desktop.period import iso


def _payments(tables: Tables, recorded: Recorded, entry: e.PaymentsReceived) -> None:
    seq = recorded.seq
    for number, line in enumerate(entry.lines, 1):
        ref = Ref(seq, number)
        tables.insert(
            "money_line", seq, number, "payment", iso(line.on), line.amount, line.account,
            "fee", line.member, line.paid_by, "", line.receipt, "", line.reference, line.pad,
            line.old_receipt, "", None, None, None,
        )  # fmt: skip
        if line.ahead:
            tables.insert("credit", seq, number, line.member, line.ahead, line.ahead, 1, None)
            tables.increase("member", "ahead", (line.member,), line.ahead)
        for paid in line.settles:
            settle(tables, seq, paid.bill, ref, line.member, paid.amount)
        _post_kinds(tables, ref, line)
    note_source(tables, recorded, entry.source)


def _post_kinds(tables: Tables, ref: Ref, line: e.Payment) -> None:
    sums: dict[str, int] = {}
    for paid in line.settles:
        sums[paid.kind] = sums.get(paid.kind, 0) + paid.amount
    if line.ahead:
        sums["ahead"] = line.ahead
    account = None if line.unknown else line.account
    parts = [(account, kinds.income(kind), amount) for kind, amount in sums.items()]
    if line.unknown:
        parts.append((None, kinds.income("unknown"), -line.amount))
        use_item(tables, ref, line.unknown, line.amount)
    post(tables, ref, line.on, *parts)


def _refund(tables: Tables, recorded: Recorded, entry: e.CreditRefunded) -> None:
    ref = Ref(recorded.seq)
    for use in entry.used:
        change_credit(tables, use.payment, entry.member, -use.amount)
        note_use(tables, ref, use.payment, "credit", use.amount)
    money_line(tables, ref, "refund", recorded.on, entry.amount, entry.account, "refund",
           member=entry.member, voucher=entry.voucher)  # fmt: skip
    post(tables, ref, recorded.on, (entry.account, kinds.expense("refund"), -entry.amount))


def _pad(tables: Tables, recorded: Recorded, entry: e.PadRegistered) -> None:
    tables.insert("pad", entry.pad, recorded.seq, entry.first, entry.last, entry.holder, None)


POSTS: Final[Mapping[type[Entry], Post]] = {
    e.PaymentsReceived: _payments,
    e.CreditRefunded: _refund,
    e.PadRegistered: _pad,
}
