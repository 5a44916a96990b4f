"""Debts and money paid ahead: settled, freed, moved, and what was open before."""

from __future__ import annotations

from imt_desktop.journal import Recorded, Ref, Tables
from imt_desktop.ledger import entries as e
from imt_desktop.ledger.as_of import SETTLED_ON
from imt_desktop.ledger.posting.lines import key_of, money_line, note_use


def open_bill(tables: Tables, bill: Ref, member: int, amount: int) -> None:
    """Add to what is still to pay of a bill, and to what its member owes."""
    tables.increase("bill", "open", key_of(bill), amount)
    tables.increase("member", "owed", (member,), amount)


def change_credit(tables: Tables, payment: Ref, member: int, amount: int) -> None:
    """Add to what a payment left over, and to what its member has paid ahead."""
    tables.increase("credit", "left_over", key_of(payment), amount)
    tables.increase("member", "ahead", (member,), amount)


def settle(tables: Tables, seq: int, bill: Ref, payment: Ref, member: int, amount: int) -> None:
    """Let a payment settle a part of a bill."""
    open_bill(tables, bill, member, -amount)
    tables.insert("settlement", seq, bill.entry, bill.line, payment.entry, payment.line, amount)


def use_credit(
    tables: Tables, seq: int, bill: Ref, member: int, uses: tuple[e.CreditUse, ...]
) -> None:
    """Let money paid ahead settle a bill."""
    for use in uses:
        change_credit(tables, use.payment, member, -use.amount)
        settle(tables, seq, bill, use.payment, member, use.amount)


def unsettle(tables: Tables, freed: e.Settled, seq: int, until: str | None) -> None:
    """Take back that a payment settled a bill: the debt is open and the money free again.

    ``until`` is the day on which that happened; None where it is to be as if it never had been settled.
    """
    left = freed.amount
    key = (*key_of(freed.bill), *key_of(freed.payment))
    since_when = SETTLED_ON if until else "''"
    rows = tables.execute(
        f"SELECT seq, amount, {since_when} FROM settlement s WHERE bill_seq=? AND bill_line=?"
        " AND payment_seq=? AND payment_line=? ORDER BY seq DESC",
        key,
    ).fetchall()
    for settled, amount, since in rows:
        taken = min(left, amount)
        left -= taken
        tables.increase("settlement", "amount", (*key, settled), -taken)
        if until and taken:
            for of, other in ((freed.bill, freed.payment), (freed.payment, freed.bill)):
                note_was(tables, seq, of, "freed", -taken, since, until, other)
    tables.execute(
        "DELETE FROM settlement WHERE bill_seq=? AND bill_line=? AND payment_seq=?"
        " AND payment_line=? AND amount=0",
        key,
    )
    member = owner_of(tables, "bill", freed.bill)
    tables.execute(
        "INSERT OR IGNORE INTO credit VALUES (?,?,?,0,0,1,NULL)", (*key_of(freed.payment), member)
    )
    open_bill(tables, freed.bill, member, freed.amount)
    change_credit(tables, freed.payment, member, freed.amount)


def move_debt(
    tables: Tables, recorded: Recorded, ref: Ref, moved: e.MovedDebt, what: str = "moved"
) -> None:
    """Take an amount from a bill and make a bill of its own of it."""
    on, old_holder = recorded.on, owner_of(tables, "bill", moved.bill)
    open_bill(tables, moved.bill, old_holder, -moved.amount)
    tables.execute(
        "INSERT INTO bill SELECT ?,?,?,connection,item,period,?,?,?,?,tariff,text,disputed,"
        "confirmed,1,NULL FROM bill WHERE seq=? AND line=?",
        (*key_of(ref), moved.member, moved.amount, moved.amount, on.isoformat(),
         moved.due_on.isoformat(), *key_of(moved.bill)),
    )  # fmt: skip
    tables.increase("member", "owed", (moved.member,), moved.amount)
    money_line(tables, ref, what, on, moved.amount, None, what, member=old_holder)
    note_use(tables, ref, moved.bill, "bill", moved.amount)


def note_was(
    tables: Tables, seq: int, of: Ref, what: str, amount: int, since: str, until: str,
    other: Ref | None = None,
) -> None:  # fmt: skip
    """Note how much more of a thing was open between two days than its rows say from now on."""
    (part,) = tables.execute(
        "SELECT count(*) FROM open_before WHERE of_seq=? AND of_line=? AND seq=?",
        (*key_of(of), seq),
    ).fetchone()
    partner = key_of(other) if other else (None, None)
    tables.insert("open_before", *key_of(of), seq, part, what, *partner, amount, since, until)


def owner_of(tables: Tables, table: str, ref: Ref) -> int:
    """Return whose bill or credit it is."""
    (member,) = tables.look_up(table, key_of(ref), "member") or (None,)
    return int(member)
