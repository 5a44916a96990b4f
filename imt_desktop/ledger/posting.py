"""How each entry of the ledger changes its tables.

Posting only adds up what an entry states: it recalculates nothing and asks no setting and no clock.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from imt_desktop.journal import Recorded, Ref, Room, Tables
from imt_desktop.ledger import entries as e
from imt_desktop.ledger import kinds
from imt_desktop.ledger.as_of import day_of
from imt_desktop.ledger.tables import TABLES

_MONEY_LINE = "INSERT INTO money_line VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,NULL,NULL)"


# Members and connections


def _members_joined(tables: Tables, recorded: Recorded, entry: e.MembersJoined) -> None:
    for line in entry.lines:
        tables.execute(
            "INSERT INTO member VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,0,0)",
            (
                line.member,
                *_household(line.household),
                line.status,
                recorded.on.isoformat(),
            ),
        )
        _name(tables, recorded, line.member, line.household)
        _status(tables, recorded, line.member, line.status, "")
        for connection in line.connections:
            _connect(tables, recorded, connection, (line.member,))
    _source(tables, recorded, entry.source)


def _household(household: e.Household) -> tuple[object, ...]:
    adults = [adult.name for adult in household.adults]
    return (
        household.number,
        adults[0],
        adults[1] if len(adults) > 1 else "",
        household.nickname,
        household.house,
        household.old_number,
        household.phone,
        int(household.phone_consent),
        household.zone,
        household.people,
    )


def _name(tables: Tables, recorded: Recorded, member: int, household: e.Household) -> None:
    tables.execute(
        "INSERT INTO member_name VALUES (?,?,?)",
        (member, recorded.seq, household.adults[0].name),
    )


def _status(tables: Tables, recorded: Recorded, member: int, status: str, reason: str) -> None:
    tables.execute(
        "INSERT INTO member_status VALUES (?,?,?,?,?)",
        (recorded.seq, member, status, recorded.on.isoformat(), reason),
    )


def _member_changed(tables: Tables, recorded: Recorded, entry: e.MemberChanged) -> None:
    tables.execute(
        "UPDATE member SET number=?, name=?, second_adult=?, nickname=?, house=?, old_number=?,"
        " phone=?, phone_consent=?, zone=?, people=? WHERE id=?",
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
    tables.execute(
        "INSERT INTO connection VALUES (?,?,?,?,'active')",
        (connection.connection, connection.type, connection.system, connection.label),
    )
    _hold(tables, recorded, connection.connection, holders)


def _hold(tables: Tables, recorded: Recorded, connection: int, holders: tuple[int, ...]) -> None:
    tables.executemany(
        "INSERT INTO holder VALUES (?,?,?,?,NULL)",
        [(connection, member, recorded.seq, recorded.on.isoformat()) for member in holders],
    )


def _connection_added(tables: Tables, recorded: Recorded, entry: e.ConnectionAdded) -> None:
    _connect(tables, recorded, entry.connection, entry.holders)


def _holders_changed(tables: Tables, recorded: Recorded, entry: e.HoldersChanged) -> None:
    tables.execute(
        "UPDATE holder SET until_on=? WHERE connection=? AND until_on IS NULL",
        (recorded.on.isoformat(), entry.connection),
    )
    _hold(tables, recorded, entry.connection, entry.holders)
    for number, moved in enumerate(entry.lines, 1):
        _open_bill(tables, moved.bill, -moved.amount)
        _change(tables, Ref(recorded.seq, number), moved.bill, "moved", -moved.amount, recorded.on)
        tables.execute(
            "INSERT INTO bill SELECT ?,?,?,NULL,item,period,?,0,?,?,tariff,text,disputed,confirmed,"
            "NULL FROM bill WHERE seq=? AND line=?",
            (
                recorded.seq,
                number,
                moved.member,
                moved.amount,
                recorded.on.isoformat(),
                moved.due_on.isoformat(),
                moved.bill.entry,
                moved.bill.line,
            ),
        )
        _open_bill(tables, Ref(recorded.seq, number), moved.amount)
        (old_holder,) = tables.execute(
            "SELECT member FROM bill WHERE seq=? AND line=?", _key(moved.bill)
        ).fetchone()
        _money(tables, Ref(recorded.seq, number), "moved", recorded.on, moved.amount, None, "moved",
               member=old_holder)  # fmt: skip


def _connection_status(
    tables: Tables, _recorded: Recorded, entry: e.ConnectionStatusChanged
) -> None:
    tables.execute("UPDATE connection SET status=? WHERE id=?", (entry.status, entry.connection))


# Tariff and bills


def _tariff(tables: Tables, _recorded: Recorded, entry: e.TariffAdopted) -> None:
    tables.execute(
        "INSERT INTO tariff VALUES (?,?,?,?,?)",
        (entry.tariff, entry.name, entry.effective_from, entry.decision, entry.due_day),
    )
    tables.executemany(
        "INSERT INTO tariff_fee VALUES (?,?,?)",
        [(entry.tariff, fee.connection_type, fee.amount) for fee in entry.fees],
    )


def _billed(tables: Tables, recorded: Recorded, entry: e.Billed) -> None:
    for number, bill in enumerate(entry.lines, 1):
        ref = Ref(recorded.seq, number)
        tables.execute(
            "INSERT INTO bill VALUES (?,?,?,?,?,?,?,0,?,?,?,?,0,1,NULL)",
            (
                *_key(ref),
                bill.member,
                bill.connection,
                bill.item,
                bill.period,
                bill.amount,
                recorded.on.isoformat(),
                bill.due_on.isoformat(),
                bill.tariff,
                bill.text,
            ),
        )
        _open_bill(tables, ref, bill.amount)
        _use_credit(tables, recorded, ref, bill.credit)


def _bill_corrected(tables: Tables, recorded: Recorded, entry: e.BillCorrected) -> None:
    tables.execute(
        "UPDATE bill SET amount=? WHERE seq=? AND line=?",
        (entry.becomes, *_key(entry.bill)),
    )
    grows = entry.becomes - entry.was
    _open_bill(tables, entry.bill, grows)
    _change(tables, Ref(recorded.seq), entry.bill, "corrected", grows, recorded.on)
    for freed in entry.freed:
        _unsettle(tables, freed)
        _settled(tables, recorded.seq, freed.bill, freed.payment, -freed.amount, recorded.on)
    _use_credit(tables, recorded, entry.bill, entry.credit)


def _bill_disputed(tables: Tables, _recorded: Recorded, entry: e.BillDisputed) -> None:
    tables.execute(
        "UPDATE bill SET disputed=? WHERE seq=? AND line=?",
        (int(entry.disputed), *_key(entry.bill)),
    )


def _open_bill(tables: Tables, bill: Ref, amount: int) -> None:
    """Add to what is still to pay of a bill, and to what its member owes."""
    tables.execute("UPDATE bill SET open=open+? WHERE seq=? AND line=?", (amount, *_key(bill)))
    tables.execute(
        "UPDATE member SET owed=owed+? WHERE id=(SELECT member FROM bill WHERE seq=? AND line=?)",
        (amount, *_key(bill)),
    )


def _credit(tables: Tables, payment: Ref, amount: int) -> None:
    """Add to what a payment left over, and to what its member has paid ahead."""
    tables.execute(
        "UPDATE credit SET left_over=left_over+? WHERE seq=? AND line=?",
        (amount, *_key(payment)),
    )
    tables.execute(
        "UPDATE member SET ahead=ahead+? WHERE id=(SELECT member FROM credit WHERE seq=? AND line=?)",
        (amount, *_key(payment)),
    )


def _settle(tables: Tables, seq: int, bill: Ref, payment: Ref, amount: int, on: date) -> None:
    _open_bill(tables, bill, -amount)
    _settled(tables, seq, bill, payment, amount, on)


def _settled(tables: Tables, seq: int, bill: Ref, payment: Ref, amount: int, on: date) -> None:
    """Note a settlement from the day on which both the bill and the payment are there."""
    tables.execute(_SETTLED, (seq, *_key(bill), *_key(payment), amount, on.isoformat()))


def _change(tables: Tables, by: Ref, of: Ref, what: str, amount: int, on: date) -> None:
    """Note that what is open of a thing became more or less, from the day on which it is there."""
    tables.execute(_CHANGED, (*_key(by), *_key(of), what, amount, on.isoformat()))


_SETTLED: Final = (
    "INSERT INTO settlement VALUES"
    f" (?1,?2,?3,?4,?5,?6,max(?7,{day_of('?2', '?3')},{day_of('?4', '?5')}),NULL)"
)
_CHANGED: Final = (
    "INSERT INTO open_change VALUES"
    " (?1,?2,(SELECT 1+count(*) FROM open_change WHERE seq=?1 AND line=?2),"
    f"?3,?4,?5,?6,max(?7,{day_of('?3', '?4')}),NULL)"
)


def _use_credit(
    tables: Tables, recorded: Recorded, bill: Ref, uses: tuple[e.CreditUse, ...]
) -> None:
    for use in uses:
        _credit(tables, use.payment, -use.amount)
        _settle(tables, recorded.seq, bill, use.payment, use.amount, recorded.on)


def _unsettle(tables: Tables, freed: e.Settled) -> None:
    """Take back that a payment settled a bill: the debt is open and the money free again."""
    _open_bill(tables, freed.bill, freed.amount)
    _credit(tables, freed.payment, freed.amount)


# Payments


def _payments(tables: Tables, recorded: Recorded, entry: e.PaymentsReceived) -> None:
    for number, line in enumerate(entry.lines, 1):
        ref = Ref(recorded.seq, number)
        tables.execute(
            _MONEY_LINE,
            (
                *_key(ref), "payment", line.on.isoformat(), line.amount, line.account, "fee",
                line.member, line.paid_by, "", line.receipt, "", line.reference, line.pad,
                line.old_receipt, "", None,
            ),
        )  # fmt: skip
        tables.execute(
            "INSERT INTO credit VALUES (?,?,?,?,0,1,NULL)",
            (*_key(ref), line.member, line.ahead),
        )
        _credit(tables, ref, line.ahead)
        for paid in line.settles:
            _settle(tables, recorded.seq, paid.bill, ref, paid.amount, line.on)
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
        _open_item(tables, line.unknown, -line.amount)
        _change(tables, ref, line.unknown, "known", -line.amount, line.on)
    _post(tables, ref, line.on, parts)


def _refund(tables: Tables, recorded: Recorded, entry: e.CreditRefunded) -> None:
    ref = Ref(recorded.seq)
    for use in entry.used:
        _credit(tables, use.payment, -use.amount)
        _change(tables, ref, use.payment, "refund", -use.amount, recorded.on)
    _money(tables, ref, "refund", recorded.on, entry.amount, entry.account, "refund",
           member=entry.member, voucher=entry.voucher)  # fmt: skip
    _post(
        tables,
        ref,
        recorded.on,
        [(entry.account, kinds.expense("refund"), -entry.amount)],
    )


def _pad(tables: Tables, _recorded: Recorded, entry: e.PadRegistered) -> None:
    tables.execute(
        "INSERT INTO pad VALUES (?,?,?,?)",
        (entry.pad, entry.first, entry.last, entry.holder),
    )


# Other money


def _account(tables: Tables, _recorded: Recorded, entry: e.AccountOpened) -> None:
    tables.execute("INSERT INTO account VALUES (?,?,?,0)", (entry.account, entry.type, entry.name))


def _category(tables: Tables, _recorded: Recorded, entry: e.CategoryAdded) -> None:
    tables.execute(
        "INSERT INTO category VALUES (?,?,?,?)",
        (entry.code, entry.direction, entry.name, entry.group),
    )


def _money_received(tables: Tables, recorded: Recorded, entry: e.MoneyReceived) -> None:
    for number, line in enumerate(entry.lines, 1):
        ref = Ref(recorded.seq, number)
        _money(tables, ref, "in", line.on, line.amount, line.account, line.kind, who=line.payer,
               text=line.text, receipt=line.receipt, reference=line.reference)  # fmt: skip
        if line.kind == "unknown":
            _new_open_item(tables, ref, "unknown", line.payer, line.text, "", line.amount, line.on)
        _post(tables, ref, line.on, [(line.account, kinds.income(line.kind), line.amount)])
    _source(tables, recorded, entry.source)


def _money_spent(tables: Tables, recorded: Recorded, entry: e.MoneySpent) -> None:
    for number, line in enumerate(entry.lines, 1):
        ref = Ref(recorded.seq, number)
        _expense_line(tables, ref, line, "out" if line.account else "owed")
        if line.account:
            _post(
                tables,
                ref,
                line.on,
                [(line.account, kinds.expense(line.category), -line.amount)],
            )
        else:
            _new_open_item(tables, ref, "owed", line.payee, line.text, line.category, line.amount,
                           line.on, line.due_on)  # fmt: skip
    _source(tables, recorded, entry.source)


def _expense_line(tables: Tables, ref: Ref, line: e.Expense, what: str) -> None:
    _money(tables, ref, what, line.on, line.amount, line.account, line.category, who=line.payee,
           text=line.text, voucher=line.voucher, reference=line.reference, envelope=line.envelope,
           attachment=line.attachment.sha256 if line.attachment else None)  # fmt: skip


def _owed_paid(tables: Tables, recorded: Recorded, entry: e.OwedPaid) -> None:
    ref = Ref(recorded.seq)
    who, text = tables.execute(
        "SELECT who, text FROM open_item WHERE seq=? AND line=?", _key(entry.owed)
    ).fetchone()
    _open_item(tables, entry.owed, -entry.amount)
    _change(tables, ref, entry.owed, "paid", -entry.amount, recorded.on)
    _money(tables, ref, "owed-paid", recorded.on, entry.amount, entry.account, entry.category,
           who=who, text=text, voucher=entry.voucher, reference=entry.reference)  # fmt: skip
    _post(
        tables,
        ref,
        recorded.on,
        [(entry.account, kinds.expense(entry.category), -entry.amount)],
    )


def _advance(tables: Tables, recorded: Recorded, entry: e.AdvanceGiven) -> None:
    ref = Ref(recorded.seq)
    _money(tables, ref, "advance", recorded.on, entry.amount, entry.account, "advance",
           who=entry.person, text=entry.purpose, voucher=entry.voucher)  # fmt: skip
    _new_open_item(tables, ref, "advance", entry.person, entry.purpose, "", entry.amount,
                   recorded.on)  # fmt: skip
    _post(
        tables,
        ref,
        recorded.on,
        [(entry.account, kinds.expense("advance"), -entry.amount)],
    )


def _advance_settled(tables: Tables, recorded: Recorded, entry: e.AdvanceSettled) -> None:
    number = 0
    for number, line in enumerate(entry.lines, 1):
        ref = Ref(recorded.seq, number)
        _expense_line(tables, ref, line, "spent")
        _post(
            tables,
            ref,
            line.on,
            [
                (None, kinds.expense(line.category), -line.amount),
                (None, kinds.expense("advance"), line.amount),
            ],
        )
    if entry.returned and entry.account:
        ref = Ref(recorded.seq, number + 1)
        _money(
            tables,
            ref,
            "returned",
            recorded.on,
            entry.returned,
            entry.account,
            "advance",
        )
        _post(
            tables,
            ref,
            recorded.on,
            [(entry.account, kinds.expense("advance"), entry.returned)],
        )
    used = sum(line.amount for line in entry.lines) + entry.returned
    _open_item(tables, entry.advance, -used)
    _change(tables, Ref(recorded.seq), entry.advance, "settled", -used, recorded.on)


def _moved(tables: Tables, recorded: Recorded, entry: e.MoneyMoved) -> None:
    ref = Ref(recorded.seq)
    _money(tables, ref, "move", recorded.on, entry.amount, entry.source, kinds.MOVE,
           reference=entry.reference)  # fmt: skip
    _post(
        tables,
        ref,
        recorded.on,
        [
            (entry.source, kinds.MOVE, -entry.amount),
            (entry.target, kinds.MOVE, entry.amount),
        ],
    )


def _counted(tables: Tables, recorded: Recorded, entry: e.CashCounted) -> None:
    tables.execute(
        "INSERT INTO cash_count VALUES (?,?,?,?,?,?,?)",
        (
            recorded.seq,
            entry.account,
            recorded.on.isoformat(),
            entry.counted,
            entry.expected,
            "\n".join(person.name for person in entry.by),
            entry.explanation,
        ),
    )


# Openings and voids


def _opened(tables: Tables, recorded: Recorded, entry: e.BalancesOpened) -> None:
    for number, line in enumerate(entry.lines, 1):
        ref, on = Ref(recorded.seq, number), recorded.on
        since = line.since or on
        if line.what == "account":
            _money(tables, ref, "opening", on, line.amount, line.account, kinds.OPENING)
            _post(tables, ref, on, [(line.account, kinds.OPENING, line.amount)])
        elif line.what == "debt":
            tables.execute(
                "INSERT INTO bill VALUES (?,?,?,NULL,'opening',NULL,?,0,?,?,NULL,?,0,?,NULL)",
                (*_key(ref), line.member, line.amount, since.isoformat(), since.isoformat(),
                 line.text, int(line.confirmed)),
            )  # fmt: skip
            _open_bill(tables, ref, line.amount)
        elif line.what == "ahead":
            tables.execute(
                "INSERT INTO credit VALUES (?,?,?,?,0,?,NULL)",
                (*_key(ref), line.member, line.amount, int(line.confirmed)),
            )
            _credit(tables, ref, line.amount)
        else:
            _new_open_item(tables, ref, line.what, line.payee, line.text, line.category,
                           line.amount, on, since)  # fmt: skip
    _source(tables, recorded, entry.source)


def _confirmed(tables: Tables, _recorded: Recorded, entry: e.OpeningsConfirmed) -> None:
    for table in ("bill", "credit"):
        tables.executemany(
            f"UPDATE {table} SET confirmed=1 WHERE seq=? AND line=?",
            [_key(ref) for ref in entry.balances],
        )


def _voided(tables: Tables, recorded: Recorded, entry: e.Voided) -> None:
    for freed in entry.freed:
        _unsettle(tables, freed)
        if not entry.in_place:
            _settled(tables, recorded.seq, freed.bill, freed.payment, -freed.amount, recorded.on)
    for number in entry.lines:
        _strike(tables, recorded, Ref(entry.entry, number), entry)
    for restored in entry.restored:
        if restored.what == "credit":
            _credit(tables, restored.ref, restored.amount)
        else:
            _open_item(tables, restored.ref, restored.amount)
        if not entry.in_place:
            ref, amount = restored.ref, restored.amount
            _change(tables, Ref(recorded.seq), ref, "restored", amount, recorded.on)
    if entry.in_place:
        for taken in entry.taken:
            _total(tables, taken.account, taken.kind, -taken.amount, taken.amount,
                   _day_of(tables, Ref(entry.entry, taken.line)))  # fmt: skip
    else:
        for part, taken in enumerate(entry.taken, 1):
            _post_part(tables, Ref(recorded.seq), part, recorded.on,
                       (taken.account, taken.kind, taken.amount),
                       Ref(entry.entry, taken.line))  # fmt: skip
    for member in entry.members:
        _erase_member(tables, member)
    _void_source(tables, recorded, entry)


def _void_source(tables: Tables, recorded: Recorded, entry: e.Voided) -> None:
    """Let a file be brought in again once nothing is left of it."""
    left = " UNION ALL ".join(
        f"SELECT 1 FROM {table} WHERE seq=?2 AND void IS NULL"
        for table in ("money_line", "bill", "credit", "open_item")
    )
    tables.execute(
        f"UPDATE source SET void=?1 WHERE seq=?2 AND NOT EXISTS ({left})",
        (recorded.seq, entry.entry),
    )


def _erase_member(tables: Tables, member: int) -> None:
    tables.execute(
        "DELETE FROM connection WHERE id IN (SELECT connection FROM holder WHERE member=?)",
        (member,),
    )
    for table in ("holder", "member_name", "member_status"):
        tables.execute(f"DELETE FROM {table} WHERE member=?", (member,))
    tables.execute("DELETE FROM member WHERE id=?", (member,))


def _strike(tables: Tables, recorded: Recorded, ref: Ref, entry: e.Voided) -> None:
    tables.execute(
        "UPDATE money_line SET void=?, void_reason=? WHERE seq=? AND line=?",
        (recorded.seq, entry.reason, *_key(ref)),
    )
    for table, column, lower in (
        ("credit", "left_over", _credit),
        ("bill", "open", _open_bill),
        ("open_item", "open", _open_item),
    ):
        for (left,) in tables.execute(
            f"SELECT {column} FROM {table} WHERE seq=? AND line=?", _key(ref)
        ).fetchall():
            lower(tables, ref, -left)
            if not entry.in_place:
                _change(tables, Ref(recorded.seq), ref, "void", -left, recorded.on)
        tables.execute(
            f"UPDATE {table} SET void=? WHERE seq=? AND line=?", (recorded.seq, *_key(ref))
        )
    if entry.in_place:
        _strike_in_place(tables, recorded.seq, ref)


def _strike_in_place(tables: Tables, seq: int, ref: Ref) -> None:
    """Mark all that a line did as never done, on whatever day it was."""
    for table, of in (
        ("posting", "of_seq=? AND of_line=?"),
        ("settlement", "bill_seq=? AND bill_line=?"),
        ("settlement", "payment_seq=? AND payment_line=?"),
        ("open_change", "of_seq=? AND of_line=?"),
        ("open_change", "seq=? AND line=?"),
    ):
        tables.execute(f"UPDATE {table} SET void=? WHERE void IS NULL AND {of}", (seq, *_key(ref)))


# What all of them use


def _key(ref: Ref) -> tuple[int, int]:
    return ref.entry, ref.line


def _day_of(tables: Tables, ref: Ref) -> date:
    row = tables.execute(
        "SELECT effective_on FROM posting WHERE of_seq=? AND of_line=?", _key(ref)
    ).fetchone()
    return date.fromisoformat(row[0])


def _money(
    tables: Tables, ref: Ref, what: str, on: date, amount: int, account: int | None, kind: str, *,
    member: int | None = None, who: str = "", text: str = "", receipt: int | None = None,
    voucher: str = "", reference: str = "", envelope: str = "", attachment: str | None = None,
) -> None:  # fmt: skip
    tables.execute(
        _MONEY_LINE,
        (*_key(ref), what, on.isoformat(), amount, account, kind, member, who, text, receipt,
         voucher, reference, "", "", envelope, attachment),
    )  # fmt: skip


_Move = tuple[int | None, str, int]
"""Account, kind and signed amount of a posting."""


def _post(tables: Tables, ref: Ref, on: date, parts: list[_Move]) -> None:
    for part, move in enumerate(parts, 1):
        _post_part(tables, ref, part, on, move, ref)


def _post_part(tables: Tables, ref: Ref, part: int, on: date, move: _Move, of: Ref) -> None:
    account, kind, amount = move
    tables.execute(
        "INSERT INTO posting VALUES (?,?,?,?,?,?,?,?,?,NULL)",
        (*_key(ref), part, account, kind, amount, on.isoformat(), *_key(of)),
    )
    _total(tables, account, kind, amount, amount, on)


def _total(
    tables: Tables, account: int | None, kind: str, side: int, amount: int, on: date
) -> None:
    """Add an amount to the month's total, on the side that ``side``'s sign names."""
    came, went = (amount, 0) if side > 0 else (0, -amount)
    tables.execute(
        "INSERT INTO account_month VALUES (?,?,?,?,?) ON CONFLICT DO UPDATE SET"
        " amount_in=amount_in+excluded.amount_in, amount_out=amount_out+excluded.amount_out",
        (account or 0, kind, on.isoformat()[:7], came, went),
    )
    if account:
        tables.execute("UPDATE account SET balance=balance+? WHERE id=?", (amount, account))


def _new_open_item(
    tables: Tables, ref: Ref, what: str, who: str, text: str, category: str, amount: int, on: date,
    due_on: date | None = None,
) -> None:  # fmt: skip
    tables.execute(
        "INSERT INTO open_item VALUES (?,?,?,?,?,?,?,?,?,?,NULL)",
        (*_key(ref), what, who, text, category, amount, amount, on.isoformat(),
         due_on.isoformat() if due_on else None),
    )  # fmt: skip


def _open_item(tables: Tables, ref: Ref, amount: int) -> None:
    tables.execute("UPDATE open_item SET open=open+? WHERE seq=? AND line=?", (amount, *_key(ref)))


def _source(tables: Tables, recorded: Recorded, source: e.Source | None) -> None:
    if source:
        tables.execute(
            "INSERT INTO source VALUES (?,?,?,?,?,NULL)",
            (recorded.seq, source.sha256, source.file, source.sheet, source.kind),
        )


ROOM: Final = Room(
    "ledger",
    TABLES,
    {
        e.MembersJoined: _members_joined,
        e.MemberChanged: _member_changed,
        e.MemberStatusChanged: _member_status,
        e.ConnectionAdded: _connection_added,
        e.HoldersChanged: _holders_changed,
        e.ConnectionStatusChanged: _connection_status,
        e.TariffAdopted: _tariff,
        e.Billed: _billed,
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
        e.BalancesOpened: _opened,
        e.OpeningsConfirmed: _confirmed,
        e.Voided: _voided,
    },
)
