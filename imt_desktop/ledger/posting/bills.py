"""Tariffs and bills."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from imt_desktop.journal import Entry, Recorded, Ref, Tables
from imt_desktop.journal.rooms import Post
from imt_desktop.ledger import entries as e
from imt_desktop.ledger.charging.entries import DebtAgreed, DebtLetGo, LabourGiven
from imt_desktop.ledger.earlier import (
    AnyBilled,
    AnyTariff,
    Bill1,
    Billed1,
    TariffAdopted1,
    as_adopted,
)
from imt_desktop.ledger.posting.debts import (
    move_debt,
    note_was,
    open_bill,
    owner_of,
    settle,
    unsettle,
    use_credit,
)
from imt_desktop.ledger.posting.lines import key_of, money_line
from imt_desktop.period import iso


def _tariff(tables: Tables, recorded: Recorded, entry: AnyTariff) -> None:
    adopted = as_adopted(entry)
    tables.insert(
        "tariff", adopted.tariff, recorded.seq, adopted.name, adopted.effective_from,
        adopted.decision, adopted.due.day, None,
    )  # fmt: skip
    for place, terms in enumerate(adopted.terms):
        tables.insert("tariff_fee", adopted.tariff, place, terms.connection_type, terms.fixed)


def _billed(tables: Tables, recorded: Recorded, entry: AnyBilled) -> None:
    seq, on = recorded.seq, iso(recorded.on)
    bills: tuple[e.Bill | Bill1, ...] = entry.lines
    for number, bill in enumerate(bills, 1):
        tables.insert(
            "bill", seq, number, bill.member, bill.connection, bill.item, bill.period,
            bill.amount, bill.amount, on, iso(bill.due_on), bill.tariff, bill.text,
            0, 1, 0, None,
        )  # fmt: skip
        tables.increase("member", "owed", (bill.member,), bill.amount)
        if bill.credit:
            use_credit(tables, seq, Ref(seq, number), bill.member, bill.credit)
    if isinstance(entry, e.Billed):
        _about(tables, seq, entry)


def _about(tables: Tables, seq: int, entry: e.Billed) -> None:
    for number, bill in enumerate(entry.lines, 1):
        if bill.about:
            tables.insert("bill_about", seq, number, *key_of(bill.about))


def _labour(tables: Tables, recorded: Recorded, entry: LabourGiven) -> None:
    """Labour settles bills as money paid ahead does, and moves none."""
    seq = recorded.seq
    for number, line in enumerate(entry.lines, 1):
        ref = Ref(seq, number)
        money_line(tables, ref, "labour", line.on, line.amount, None, "labour", member=line.member,
               who=line.done_by)  # fmt: skip
        tables.insert("credit", seq, number, line.member, line.ahead, line.ahead, 1, None)
        tables.increase("member", "ahead", (line.member,), line.ahead)
        for worked in line.settles:
            settle(tables, seq, worked.bill, ref, line.member, worked.amount)


def _agreed(tables: Tables, recorded: Recorded, entry: DebtAgreed) -> None:
    for number, line in enumerate(entry.lines, 1):
        move_debt(tables, recorded, Ref(recorded.seq, number), line, "agreed")


def _let_go(tables: Tables, recorded: Recorded, entry: DebtLetGo) -> None:
    less = entry.becomes - entry.was
    tables.change("bill", key_of(entry.bill), "amount", entry.becomes)
    open_bill(tables, entry.bill, owner_of(tables, "bill", entry.bill), less)
    until = recorded.on.isoformat()
    note_was(tables, recorded.seq, entry.bill, "corrected", -less, "", until)


def _bill_corrected(tables: Tables, recorded: Recorded, entry: e.BillCorrected) -> None:
    member = owner_of(tables, "bill", entry.bill)
    tables.change("bill", key_of(entry.bill), "amount", entry.becomes)
    grows, until = entry.becomes - entry.was, recorded.on.isoformat()
    open_bill(tables, entry.bill, member, grows)
    note_was(tables, recorded.seq, entry.bill, "corrected", -grows, "", until)
    for freed in entry.freed:
        unsettle(tables, freed, recorded.seq, until)
    use_credit(tables, recorded.seq, entry.bill, member, entry.credit)


def _bill_disputed(tables: Tables, _recorded: Recorded, entry: e.BillDisputed) -> None:
    tables.change("bill", key_of(entry.bill), "disputed", int(entry.disputed))


POSTS: Final[Mapping[type[Entry], Post]] = {
    e.TariffAdopted: _tariff,
    TariffAdopted1: _tariff,
    e.Billed: _billed,
    Billed1: _billed,
    LabourGiven: _labour,
    DebtAgreed: _agreed,
    DebtLetGo: _let_go,
    e.BillCorrected: _bill_corrected,
    e.BillDisputed: _bill_disputed,
}
