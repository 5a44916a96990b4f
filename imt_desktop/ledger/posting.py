"""How each entry of the ledger changes its tables.

Posting only adds up what an entry states: it recalculates nothing and asks no setting and no clock.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from imt_desktop.journal import Entry, Recorded, Ref, Room, Tables
from imt_desktop.journal.rooms import Post
from imt_desktop.ledger import entries as e
from imt_desktop.ledger import kinds
from imt_desktop.ledger.as_of import SETTLED_ON, USED_ON
from imt_desktop.ledger.charging import posting as charging
from imt_desktop.ledger.charging.entries import DebtAgreed, DebtLetGo, LabourGiven
from imt_desktop.ledger.closing import posting as closing
from imt_desktop.ledger.closing.entries import DifferenceBooked
from imt_desktop.ledger.earlier import (
    AnyBilled,
    AnyTariff,
    Bill1,
    Billed1,
    CashCounted1,
    TariffAdopted1,
    as_adopted,
)
from imt_desktop.ledger.recovery import posting as recovery
from imt_desktop.ledger.tables import TABLES
from imt_desktop.ledger.touching import noting_members
from imt_desktop.ledger.waiting import posting as waiting
from imt_desktop.ledger.waiting.entries import ExpenseApproved
from imt_desktop.ledger.walking import posting as walking

# Members and connections


def _members_joined(tables: Tables, recorded: Recorded, entry: e.MembersJoined) -> None:
    since = recorded.on.isoformat()
    for line in entry.lines:
        tables.insert(
            "member", line.member, *_household(line.household), line.status, since, 0, 0, None
        )
        _name(tables, recorded, line.member, line.household)
        _status(tables, recorded, line.member, line.status, "")
        for connection in line.connections:
            _connect(tables, recorded, connection, (line.member,))
    _source(tables, recorded, entry.source)


def _household(household: e.Household) -> tuple[object, ...]:
    first, *others = household.adults
    second = others[0] if others else e.Adult(name="")
    return (
        household.number,
        first.name,
        first.gender,
        second.name,
        second.gender,
        household.nickname,
        household.house,
        household.old_number,
        household.phone,
        int(household.phone_consent),
        household.zone,
        household.people,
    )


def _name(tables: Tables, recorded: Recorded, member: int, household: e.Household) -> None:
    tables.insert("member_name", member, recorded.seq, household.adults[0].name)


def _status(tables: Tables, recorded: Recorded, member: int, status: str, reason: str) -> None:
    tables.insert("member_status", recorded.seq, member, status, recorded.on.isoformat(), reason)


def _member_changed(tables: Tables, recorded: Recorded, entry: e.MemberChanged) -> None:
    tables.execute(
        "UPDATE member SET number=?, name=?, gender=?, second_adult=?, second_gender=?, nickname=?,"
        " house=?, old_number=?, phone=?, phone_consent=?, zone=?, people=? WHERE id=?",
        (*_household(entry.household), entry.member),
    )
    _name(tables, recorded, entry.member, entry.household)


def _member_status(tables: Tables, recorded: Recorded, entry: e.MemberStatusChanged) -> None:
    tables.execute(
        "UPDATE member SET status=?, since=? WHERE id=?",
        (entry.status, recorded.on.isoformat(), entry.member),
    )
    _status(tables, recorded, entry.member, entry.status, entry.reason)


def _connect(
    tables: Tables,
    recorded: Recorded,
    connection: e.NewConnection,
    holders: tuple[int, ...],
) -> None:
    tables.insert(
        "connection", connection.connection, connection.type, connection.system, connection.label,
        "active", None,
    )  # fmt: skip
    _connection_state(tables, recorded, connection.connection, "active", "")
    _hold(tables, recorded, connection.connection, enumerate(holders))


def _hold(
    tables: Tables, recorded: Recorded, connection: int, holders: Iterable[tuple[int, int]]
) -> None:
    since = recorded.on.isoformat()
    for place, member in holders:
        tables.insert("holder", connection, member, recorded.seq, place, since, None, None)


def _connection_added(tables: Tables, recorded: Recorded, entry: e.ConnectionAdded) -> None:
    _connect(tables, recorded, entry.connection, entry.holders)


def _holders_changed(tables: Tables, recorded: Recorded, entry: e.HoldersChanged) -> None:
    before = [
        member
        for (member,) in tables.execute(
            "SELECT member FROM holder WHERE connection=? AND until_seq IS NULL",
            (entry.connection,),
        ).fetchall()
    ]
    tables.executemany(
        "UPDATE holder SET until_seq=?, until_on=?"
        " WHERE connection=? AND member=? AND until_seq IS NULL",
        [
            (recorded.seq, recorded.on.isoformat(), entry.connection, member)
            for member in before
            if member not in entry.holders
        ],
    )
    new = (held for held in enumerate(entry.holders) if held[1] not in before)
    _hold(tables, recorded, entry.connection, new)
    for number, moved in enumerate(entry.lines, 1):
        _move_debt(tables, recorded, Ref(recorded.seq, number), moved)


def _move_debt(
    tables: Tables, recorded: Recorded, ref: Ref, moved: e.MovedDebt, what: str = "moved"
) -> None:
    on, old_holder = recorded.on, _owner(tables, "bill", moved.bill)
    _open_bill(tables, moved.bill, old_holder, -moved.amount)
    tables.execute(
        "INSERT INTO bill SELECT ?,?,?,connection,item,period,?,?,?,?,tariff,text,disputed,"
        "confirmed,1,NULL FROM bill WHERE seq=? AND line=?",
        (*_key(ref), moved.member, moved.amount, moved.amount, on.isoformat(),
         moved.due_on.isoformat(), *_key(moved.bill)),
    )  # fmt: skip
    tables.increase("member", "owed", (moved.member,), moved.amount)
    _money(tables, ref, what, on, moved.amount, None, what, member=old_holder)
    _use(tables, ref, moved.bill, "bill", moved.amount)


def _connection_status(
    tables: Tables, recorded: Recorded, entry: e.ConnectionStatusChanged
) -> None:
    tables.execute("UPDATE connection SET status=? WHERE id=?", (entry.status, entry.connection))
    _connection_state(tables, recorded, entry.connection, entry.status, entry.reason)


def _connection_state(
    tables: Tables, recorded: Recorded, connection: int, status: str, reason: str
) -> None:
    on = recorded.on.isoformat()
    tables.insert("connection_status", recorded.seq, connection, status, on, reason)


# Tariff and bills


def _tariff(tables: Tables, recorded: Recorded, entry: AnyTariff) -> None:
    adopted = as_adopted(entry)
    tables.insert(
        "tariff", adopted.tariff, recorded.seq, adopted.name, adopted.effective_from,
        adopted.decision, adopted.due.day, None,
    )  # fmt: skip
    for place, terms in enumerate(adopted.terms):
        tables.insert("tariff_fee", adopted.tariff, place, terms.connection_type, terms.fixed)


def _billed(tables: Tables, recorded: Recorded, entry: AnyBilled) -> None:
    seq, on = recorded.seq, recorded.on.isoformat()
    bills: tuple[e.Bill | Bill1, ...] = entry.lines
    for number, bill in enumerate(bills, 1):
        tables.insert(
            "bill", seq, number, bill.member, bill.connection, bill.item, bill.period,
            bill.amount, bill.amount, on, bill.due_on.isoformat(), bill.tariff, bill.text,
            0, 1, 0, None,
        )  # fmt: skip
        tables.increase("member", "owed", (bill.member,), bill.amount)
        _use_credit(tables, seq, Ref(seq, number), bill.member, bill.credit)
    if isinstance(entry, e.Billed):
        _about(tables, seq, entry)


def _about(tables: Tables, seq: int, entry: e.Billed) -> None:
    for number, bill in enumerate(entry.lines, 1):
        if bill.about:
            tables.insert("bill_about", seq, number, *_key(bill.about))


def _labour(tables: Tables, recorded: Recorded, entry: LabourGiven) -> None:
    """Labour settles bills as money paid ahead does, and moves none."""
    seq = recorded.seq
    for number, line in enumerate(entry.lines, 1):
        ref = Ref(seq, number)
        _money(tables, ref, "labour", line.on, line.amount, None, "labour", member=line.member,
               who=line.done_by)  # fmt: skip
        tables.insert("credit", seq, number, line.member, line.ahead, line.ahead, 1, None)
        tables.increase("member", "ahead", (line.member,), line.ahead)
        for worked in line.settles:
            _settle(tables, seq, worked.bill, ref, line.member, worked.amount)


def _agreed(tables: Tables, recorded: Recorded, entry: DebtAgreed) -> None:
    for number, line in enumerate(entry.lines, 1):
        _move_debt(tables, recorded, Ref(recorded.seq, number), line, "agreed")


def _let_go(tables: Tables, recorded: Recorded, entry: DebtLetGo) -> None:
    less = entry.becomes - entry.was
    tables.change("bill", _key(entry.bill), "amount", entry.becomes)
    _open_bill(tables, entry.bill, _owner(tables, "bill", entry.bill), less)
    until = recorded.on.isoformat()
    _was(tables, recorded.seq, entry.bill, "corrected", -less, "", until)


def _bill_corrected(tables: Tables, recorded: Recorded, entry: e.BillCorrected) -> None:
    member = _owner(tables, "bill", entry.bill)
    tables.change("bill", _key(entry.bill), "amount", entry.becomes)
    grows, until = entry.becomes - entry.was, recorded.on.isoformat()
    _open_bill(tables, entry.bill, member, grows)
    _was(tables, recorded.seq, entry.bill, "corrected", -grows, "", until)
    for freed in entry.freed:
        _unsettle(tables, freed, recorded.seq, until)
    _use_credit(tables, recorded.seq, entry.bill, member, entry.credit)


def _bill_disputed(tables: Tables, _recorded: Recorded, entry: e.BillDisputed) -> None:
    tables.change("bill", _key(entry.bill), "disputed", int(entry.disputed))


def _open_bill(tables: Tables, bill: Ref, member: int, amount: int) -> None:
    """Add to what is still to pay of a bill, and to what its member owes."""
    tables.increase("bill", "open", _key(bill), amount)
    tables.increase("member", "owed", (member,), amount)


def _credit(tables: Tables, payment: Ref, member: int, amount: int) -> None:
    """Add to what a payment left over, and to what its member has paid ahead."""
    tables.increase("credit", "left_over", _key(payment), amount)
    tables.increase("member", "ahead", (member,), amount)


def _settle(tables: Tables, seq: int, bill: Ref, payment: Ref, member: int, amount: int) -> None:
    _open_bill(tables, bill, member, -amount)
    tables.insert("settlement", seq, *_key(bill), *_key(payment), amount)


def _use_credit(
    tables: Tables, seq: int, bill: Ref, member: int, uses: tuple[e.CreditUse, ...]
) -> None:
    for use in uses:
        _credit(tables, use.payment, member, -use.amount)
        _settle(tables, seq, bill, use.payment, member, use.amount)


def _unsettle(tables: Tables, freed: e.Settled, seq: int, until: str | None) -> None:
    """Take back that a payment settled a bill: the debt is open and the money free again.

    ``until`` is the day on which that happened; None where it is to be as if it never had been settled.
    """
    left = freed.amount
    key = (*_key(freed.bill), *_key(freed.payment))
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
                _was(tables, seq, of, "freed", -taken, since, until, other)
    tables.execute(
        "DELETE FROM settlement WHERE bill_seq=? AND bill_line=? AND payment_seq=?"
        " AND payment_line=? AND amount=0",
        key,
    )
    member = _owner(tables, "bill", freed.bill)
    tables.execute(
        "INSERT OR IGNORE INTO credit VALUES (?,?,?,0,0,1,NULL)", (*_key(freed.payment), member)
    )
    _open_bill(tables, freed.bill, member, freed.amount)
    _credit(tables, freed.payment, member, freed.amount)


def _was(
    tables: Tables, seq: int, of: Ref, what: str, amount: int, since: str, until: str,
    other: Ref | None = None,
) -> None:  # fmt: skip
    """Note how much more of a thing was open between two days than its rows say from now on."""
    (part,) = tables.execute(
        "SELECT count(*) FROM open_before WHERE of_seq=? AND of_line=? AND seq=?", (*_key(of), seq)
    ).fetchone()
    partner = _key(other) if other else (None, None)
    tables.insert("open_before", *_key(of), seq, part, what, *partner, amount, since, until)


def _owner(tables: Tables, table: str, ref: Ref) -> int:
    """Return whose bill or credit it is."""
    (member,) = tables.look_up(table, _key(ref), "member") or (None,)
    return int(member)


# Payments


def _payments(tables: Tables, recorded: Recorded, entry: e.PaymentsReceived) -> None:
    seq = recorded.seq
    for number, line in enumerate(entry.lines, 1):
        ref = Ref(seq, number)
        tables.insert(
            "money_line", seq, number, "payment", line.on.isoformat(), line.amount, line.account,
            "fee", line.member, line.paid_by, "", line.receipt, "", line.reference, line.pad,
            line.old_receipt, "", None, None, None,
        )  # fmt: skip
        if line.ahead:
            tables.insert("credit", seq, number, line.member, line.ahead, line.ahead, 1, None)
            tables.increase("member", "ahead", (line.member,), line.ahead)
        for paid in line.settles:
            _settle(tables, seq, paid.bill, ref, line.member, paid.amount)
        _post_kinds(tables, ref, line)
    _source(tables, recorded, entry.source)


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
        _use_item(tables, ref, line.unknown, line.amount)
    _post(tables, ref, line.on, *parts)


def _refund(tables: Tables, recorded: Recorded, entry: e.CreditRefunded) -> None:
    ref = Ref(recorded.seq)
    for use in entry.used:
        _credit(tables, use.payment, entry.member, -use.amount)
        _use(tables, ref, use.payment, "credit", use.amount)
    _money(tables, ref, "refund", recorded.on, entry.amount, entry.account, "refund",
           member=entry.member, voucher=entry.voucher)  # fmt: skip
    _post(tables, ref, recorded.on, (entry.account, kinds.expense("refund"), -entry.amount))


def _pad(tables: Tables, recorded: Recorded, entry: e.PadRegistered) -> None:
    tables.insert("pad", entry.pad, recorded.seq, entry.first, entry.last, entry.holder, None)


# Other money


def _account(tables: Tables, _recorded: Recorded, entry: e.AccountOpened) -> None:
    tables.insert("account", entry.account, entry.type, entry.name, 0)


def _category(tables: Tables, _recorded: Recorded, entry: e.CategoryAdded) -> None:
    tables.insert("category", entry.code, entry.direction, entry.name, entry.group)


def _money_received(tables: Tables, recorded: Recorded, entry: e.MoneyReceived) -> None:
    for number, line in enumerate(entry.lines, 1):
        ref = Ref(recorded.seq, number)
        _money(tables, ref, "in", line.on, line.amount, line.account, line.kind, who=line.payer,
               text=line.text, receipt=line.receipt, reference=line.reference)  # fmt: skip
        if line.kind in kinds.OPEN_INCOME:
            _new_item(tables, ref, line.kind, line.payer, line.text, "", line.amount, line.on)
        _post(tables, ref, line.on, (line.account, kinds.income(line.kind), line.amount))
    _source(tables, recorded, entry.source)


def _money_spent(tables: Tables, recorded: Recorded, entry: e.MoneySpent) -> None:
    _spend(tables, recorded, entry.lines)
    _source(tables, recorded, entry.source)


def _approved(tables: Tables, recorded: Recorded, entry: ExpenseApproved) -> None:
    _spend(tables, recorded, entry.lines)
    waiting.answered(tables, recorded, entry.waiting, "approved")


def _spend(tables: Tables, recorded: Recorded, lines: tuple[e.Expense, ...]) -> None:
    for number, line in enumerate(lines, 1):
        ref = Ref(recorded.seq, number)
        if line.account is None:
            _expense_line(tables, ref, line, "owed")
            _new_item(tables, ref, "owed", line.payee, line.text, line.category, line.amount,
                      line.on, line.due_on)  # fmt: skip
        else:
            _expense_line(tables, ref, line, "out")
            _post(tables, ref, line.on, (line.account, kinds.expense(line.category), -line.amount))


def _expense_line(tables: Tables, ref: Ref, line: e.Expense, what: str) -> None:
    _money(tables, ref, what, line.on, line.amount, line.account, line.category, who=line.payee,
           text=line.text, voucher=line.voucher, reference=line.reference, envelope=line.envelope,
           attachment=line.attachment.sha256 if line.attachment else None)  # fmt: skip


def _owed_paid(tables: Tables, recorded: Recorded, entry: e.OwedPaid) -> None:
    ref = Ref(recorded.seq)
    who, text = tables.execute(
        "SELECT who, text FROM open_item WHERE seq=? AND line=?", _key(entry.owed)
    ).fetchone()
    _use_item(tables, ref, entry.owed, entry.amount)
    _money(tables, ref, "owed-paid", recorded.on, entry.amount, entry.account, entry.category,
           who=who, text=text, voucher=entry.voucher, reference=entry.reference)  # fmt: skip
    _post(tables, ref, recorded.on, (entry.account, kinds.expense(entry.category), -entry.amount))


def _advance(tables: Tables, recorded: Recorded, entry: e.AdvanceGiven) -> None:
    ref, on = Ref(recorded.seq), recorded.on
    _money(tables, ref, "advance", on, entry.amount, entry.account, "advance",
           who=entry.person, text=entry.purpose, voucher=entry.voucher)  # fmt: skip
    _new_item(tables, ref, "advance", entry.person, entry.purpose, "", entry.amount, on)
    _post(tables, ref, on, (entry.account, kinds.expense("advance"), -entry.amount))


def _advance_settled(tables: Tables, recorded: Recorded, entry: e.AdvanceSettled) -> None:
    number, advance = 0, kinds.expense("advance")
    for number, line in enumerate(entry.lines, 1):
        ref = Ref(recorded.seq, number)
        _expense_line(tables, ref, line, "spent")
        _post(
            tables, ref, line.on,
            (None, kinds.expense(line.category), -line.amount), (None, advance, line.amount),
        )  # fmt: skip
    if entry.account is not None:
        ref = Ref(recorded.seq, number + 1)
        _money(tables, ref, "returned", recorded.on, entry.returned, entry.account, "advance")
        _post(tables, ref, recorded.on, (entry.account, advance, entry.returned))
    spent = sum(line.amount for line in entry.lines)
    _use_item(tables, Ref(recorded.seq), entry.advance, spent + entry.returned)


def _moved(tables: Tables, recorded: Recorded, entry: e.MoneyMoved) -> None:
    ref = Ref(recorded.seq)
    _money(tables, ref, "move", recorded.on, entry.amount, entry.source, kinds.MOVE,
           reference=entry.reference)  # fmt: skip
    _post(
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
    _money(tables, ref, "in" if amount > 0 else "out", recorded.on, abs(amount), entry.account,
           kinds.DIFFERENCE, text=entry.text)  # fmt: skip
    kind = kinds.income if amount > 0 else kinds.expense
    _post(tables, ref, recorded.on, (entry.account, kind(kinds.DIFFERENCE), amount))


# Openings and voids


def _opened(tables: Tables, recorded: Recorded, entry: e.BalancesOpened) -> None:
    for number, line in enumerate(entry.lines, 1):
        ref, on = Ref(recorded.seq, number), recorded.on
        since = line.since or on
        if line.what == "account":
            _money(tables, ref, "opening", on, line.amount, line.account, kinds.OPENING)
            _post(tables, ref, on, (line.account, kinds.OPENING, line.amount))
        elif line.what == "debt":
            day = since.isoformat()
            tables.insert(
                "bill", *_key(ref), line.member, None, "opening", None, line.amount, line.amount,
                day, day, None, line.text, 0, int(line.confirmed), 0, None,
            )  # fmt: skip
            tables.increase("member", "owed", (line.member,), line.amount)
        elif line.what == "ahead":
            confirmed = int(line.confirmed)
            tables.insert(
                "credit", *_key(ref), line.member, line.amount, line.amount, confirmed, None
            )
            tables.increase("member", "ahead", (line.member,), line.amount)
        else:
            _new_item(tables, ref, line.what, line.payee, line.text, line.category, line.amount,
                      on, since)  # fmt: skip
    _source(tables, recorded, entry.source)


def _confirmed(tables: Tables, _recorded: Recorded, entry: e.OpeningsConfirmed) -> None:
    for table in ("bill", "credit"):
        tables.executemany(
            f"UPDATE {table} SET confirmed=1 WHERE seq=? AND line=?",
            [_key(ref) for ref in entry.balances],
        )


def _voided(tables: Tables, recorded: Recorded, entry: e.Voided) -> None:
    until = None if entry.in_place else recorded.on.isoformat()
    for freed in entry.freed:
        _unsettle(tables, freed, recorded.seq, until)
    for number in entry.lines:
        _strike(tables, recorded, Ref(entry.entry, number), entry)
    for restored in entry.restored:
        _restore(tables, restored)
    if entry.in_place:
        for taken in entry.taken:
            _total(tables, taken.account, taken.kind, -taken.amount, taken.amount,
                   _day_of(tables, Ref(entry.entry, taken.line)))  # fmt: skip
    else:
        for part, taken in enumerate(entry.taken, 1):
            _post_part(tables, Ref(recorded.seq), part, recorded.on.isoformat(),
                       (taken.account, taken.kind, taken.amount),
                       Ref(entry.entry, taken.line))  # fmt: skip
    _strike_founded(tables, recorded, entry)
    tables.insert("cancelled", recorded.seq, entry.entry, entry.reason, recorded.on.isoformat())
    _void_source(tables, recorded, entry)


def _restore(tables: Tables, restored: e.Restored) -> None:
    """Open again what a cancelled line had used."""
    if restored.what == "credit":
        member = _owner(tables, "credit", restored.ref)
        _credit(tables, restored.ref, member, restored.amount)
    elif restored.what == "bill":
        _open_bill(tables, restored.ref, _owner(tables, "bill", restored.ref), restored.amount)
    else:
        tables.increase("open_item", "open", _key(restored.ref), restored.amount)


def _strike_founded(tables: Tables, recorded: Recorded, entry: e.Voided) -> None:
    """Strike members, connections and other things that the cancelled entry had founded."""
    for founded in entry.founded:
        tables.execute(
            f"UPDATE {_FOUNDED[founded.what]} SET void=? WHERE id=?", (recorded.seq, founded.id)
        )
        if founded.what == "connection":
            tables.execute("DELETE FROM holder WHERE connection=?", (founded.id,))
    if entry.handed_back is not None:
        key = (entry.handed_back, entry.entry)
        tables.execute("DELETE FROM holder WHERE connection=? AND from_seq=?", key)
        tables.execute(
            "UPDATE holder SET until_seq=NULL, until_on=NULL WHERE connection=? AND until_seq=?",
            key,
        )


_FOUNDED: Final = {
    name: name for name in ("member", "connection", "tariff", "pad", "relief", "drive", "asset")
}


def _void_source(tables: Tables, recorded: Recorded, entry: e.Voided) -> None:
    """Let a file be brought in again once nothing is left of it."""
    if not tables.execute("SELECT 1 FROM source WHERE seq=?", (entry.entry,)).fetchone():
        return
    left = " UNION ALL ".join(
        f"SELECT 1 FROM {table} WHERE seq=?2 AND void IS NULL"
        for table in ("money_line", "bill", "credit", "open_item", "reading")
    )
    tables.execute(
        f"UPDATE source SET void=?1 WHERE seq=?2 AND NOT EXISTS ({left})",
        (recorded.seq, entry.entry),
    )


def _strike(tables: Tables, recorded: Recorded, ref: Ref, entry: e.Voided) -> None:
    key = _key(ref)
    tables.execute(
        "UPDATE money_line SET void=?, void_reason=? WHERE seq=? AND line=?",
        (recorded.seq, entry.reason, *key),
    )
    if not entry.in_place:
        _remember(tables, recorded, ref)
    if credit := tables.look_up("credit", key, "member", "left_over"):
        _credit(tables, ref, credit[0], -credit[1])
        tables.change("credit", key, "void", recorded.seq)
    if bill := tables.look_up("bill", key, "member", "open"):
        _open_bill(tables, ref, bill[0], -bill[1])
        tables.change("bill", key, "void", recorded.seq)
    tables.execute(
        "UPDATE open_item SET open=0, void=? WHERE seq=? AND line=?", (recorded.seq, *key)
    )
    for table in charging.LINES:
        tables.execute(f"UPDATE {table} SET void=? WHERE seq=? AND line=?", (recorded.seq, *key))
    tables.execute("DELETE FROM used WHERE seq=? AND line=?", key)
    if entry.in_place:
        tables.execute("UPDATE posting SET void=? WHERE seq=? AND line=?", (recorded.seq, *key))
        for side in ("of", "with"):
            tables.execute(f"DELETE FROM open_before WHERE {side}_seq=? AND {side}_line=?", key)


def _remember(tables: Tables, recorded: Recorded, ref: Ref) -> None:
    """Note what was open of a line of a closed month, and what it had used, until it is cancelled."""
    until = recorded.on.isoformat()
    for left in (
        tables.look_up("credit", _key(ref), "left_over"),
        tables.look_up("bill", _key(ref), "open"),
        tables.execute("SELECT open FROM open_item WHERE seq=? AND line=?", _key(ref)).fetchone(),
    ):
        if left:
            _was(tables, recorded.seq, ref, "void", left[0], "", until)
    for of_seq, of_line, amount, since in tables.execute(
        f"SELECT of_seq, of_line, amount, {USED_ON} FROM used u WHERE seq=? AND line=?",
        _key(ref),
    ).fetchall():
        _was(tables, recorded.seq, Ref(of_seq, of_line), "used", -amount, since, until, ref)


# What all of them use


def _key(ref: Ref) -> tuple[int, int]:
    return ref.entry, ref.line


def _day_of(tables: Tables, ref: Ref) -> str:
    row = tables.execute(
        "SELECT effective_on FROM posting WHERE seq=? AND line=?", _key(ref)
    ).fetchone()
    return str(row[0])


def _money(
    tables: Tables, ref: Ref, what: str, on: date, amount: int, account: int | None, kind: str, *,
    member: int | None = None, who: str = "", text: str = "", receipt: int | None = None,
    voucher: str = "", reference: str = "", envelope: str = "", attachment: str | None = None,
) -> None:  # fmt: skip
    tables.insert(
        "money_line", ref.entry, ref.line, what, on.isoformat(), amount, account, kind, member,
        who, text, receipt, voucher, reference, "", "", envelope, attachment, None, None,
    )  # fmt: skip


_Move = tuple[int | None, str, int]
"""Account, kind and signed amount of a posting."""


def _post(tables: Tables, ref: Ref, on: date, *parts: _Move) -> None:
    day = on.isoformat()
    for part, move in enumerate(parts, 1):
        _post_part(tables, ref, part, day, move, ref)


def _post_part(tables: Tables, ref: Ref, part: int, day: str, move: _Move, of: Ref) -> None:
    account, kind, amount = move
    tables.insert("posting", *_key(ref), part, account, kind, amount, day, *_key(of), None)
    _total(tables, account, kind, amount, amount, day)


def _total(
    tables: Tables, account: int | None, kind: str, side: int, amount: int, day: str
) -> None:
    """Add an amount to the month's total, on the side that ``side``'s sign names."""
    key = (account or 0, kind, day[:7])
    if side > 0:
        tables.increase("account_month", "amount_in", key, amount)
    else:
        tables.increase("account_month", "amount_out", key, -amount)
    if account is not None:
        tables.increase("account", "balance", (account,), amount)


def _new_item(
    tables: Tables, ref: Ref, what: str, who: str, text: str, category: str, amount: int, on: date,
    due_on: date | None = None,
) -> None:  # fmt: skip
    tables.insert(
        "open_item", *_key(ref), what, who, text, category, amount, amount, on.isoformat(),
        due_on.isoformat() if due_on else None, None,
    )  # fmt: skip


def _use_item(tables: Tables, ref: Ref, item: Ref, amount: int) -> None:
    """Finish a part of an open item."""
    tables.increase("open_item", "open", _key(item), -amount)
    _use(tables, ref, item, "item", amount)


def _use(tables: Tables, ref: Ref, of: Ref, what: str, amount: int) -> None:
    tables.insert("used", *_key(of), *_key(ref), what, amount)


def _source(tables: Tables, recorded: Recorded, source: e.Source | None) -> None:
    if source:
        tables.insert(
            "source", recorded.seq, source.sha256, source.file, source.sheet, source.kind, None
        )


_POSTS: Final[dict[type[Entry], Post]] = {
    e.MembersJoined: _members_joined,
    e.MemberChanged: _member_changed,
    e.MemberStatusChanged: _member_status,
    e.ConnectionAdded: _connection_added,
    e.HoldersChanged: _holders_changed,
    e.ConnectionStatusChanged: _connection_status,
    e.TariffAdopted: _tariff,
    TariffAdopted1: _tariff,
    e.Billed: _billed,
    Billed1: _billed,
    LabourGiven: _labour,
    DebtAgreed: _agreed,
    DebtLetGo: _let_go,
    e.BillCorrected: _bill_corrected,
    e.BillDisputed: _bill_disputed,
    e.PaymentsReceived: _payments,
    e.CreditRefunded: _refund,
    e.PadRegistered: _pad,
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
    e.BalancesOpened: _opened,
    e.OpeningsConfirmed: _confirmed,
    e.Voided: _voided,
    ExpenseApproved: _approved,
    DifferenceBooked: _difference,
    **charging.POSTS,
    **recovery.POSTS,
    **closing.POSTS,
    **waiting.POSTS,
    **walking.POSTS,
}

ROOM: Final = Room("ledger", TABLES, noting_members(_POSTS), closing.admit)
