"""The register of members: lists, search, and one member's card with its history."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from msgspec import Struct

from imt_desktop.journal import Reading, Ref
from imt_desktop.ledger.as_of import BY_DAY, LET_GO, day_of
from imt_desktop.ledger.balances import told_apart
from imt_desktop.ledger.charging.entries import DebtLetGo
from imt_desktop.ledger.connections import ConnectionRow, StateChange, connections_of
from imt_desktop.ledger.entries import BillCorrected
from imt_desktop.ledger.particulars import Particulars, particulars
from imt_desktop.ledger.requests import member_id
from imt_desktop.ledger.settling import OpenBill
from imt_desktop.money import Money, amounts


class MemberRow(Struct, frozen=True, gc=False):
    """A member in a list, with the balance of today. A struct, as thousands are made for a list."""

    id: int
    number: str
    name: str
    gender: str
    second_adult: str
    second_gender: str
    nickname: str
    house: str
    old_number: str
    phone: str
    phone_consent: bool
    zone: str
    people: int | None
    status: str
    since: date
    owed: Money
    ahead: Money
    oldest_due: date | None
    dry: bool = False
    """Whether a connection of it is cut off, itself or with the whole household."""


class HistoryLine(Struct, frozen=True):
    """One line of a member's account. ``billed`` and ``paid`` are zero where they do not apply."""

    ref: Ref
    on: date
    what: str
    """bill, let-go (what of a bill was let go by decision), payment, labour, refund, ahead (from the old
    book), moved (debt that went to another) or agreed (put into instalments)."""
    item: str
    period: str | None
    text: str
    """A note; of a payment from the old book the number of its receipt."""
    receipt: int | None
    account: int | None
    billed: Money
    paid: Money
    balance: Money
    void: bool
    void_reason: str
    confirmed: bool
    disputed: bool
    corrected: tuple[Money, str] | None = None
    """What a bill came to before it was corrected the last time, and why."""
    particulars: Particulars | None = None
    """What tells a bill from others of its name."""


class MemberCard(Struct, frozen=True):
    """Everything about one member."""

    member: MemberRow
    connections: tuple[ConnectionRow, ...]
    open_bills: tuple[OpenBill, ...]
    history: tuple[HistoryLine, ...]
    """Oldest first; the balance is what is owed, negative where it is paid ahead."""
    states: tuple[StateChange, ...]
    """How the member stood since when, and why; the latest first."""
    joined: int
    """The entry that took the member in."""
    joined_with: int
    """How many members that entry took in."""


_MEMBERS = """
SELECT m.id, m.number, m.name, m.gender, m.second_adult, m.second_gender, m.nickname, m.house,
       m.old_number, m.phone, m.phone_consent, m.zone, m.people, m.status, m.since, m.owed, m.ahead,
       (SELECT min(due_on) FROM bill WHERE member=m.id AND open>0),
       m.status='cut-off' OR m.id IN (SELECT h.member FROM connection c JOIN holder h
         ON h.connection=c.id WHERE c.status='cut-off' AND c.void IS NULL AND h.until_seq IS NULL)
FROM member m WHERE m.void IS NULL
"""
"""Who is without water is asked once for all, not once for each."""

_HISTORY = f"""
SELECT * FROM (
SELECT b.seq, b.line, {day_of("b.seq", "b.line")} AS day, 'bill' AS what, b.item,
       b.period, b.text, NULL, NULL, b.amount + coalesce((SELECT sum(c.amount) FROM open_before c
         WHERE c.of_seq=b.seq AND c.of_line=b.line AND {LET_GO}), 0), 0,
       b.void IS NOT NULL, coalesce(v.reason, ''), b.confirmed, b.disputed
FROM bill b LEFT JOIN cancelled v ON v.seq=b.void WHERE b.member=:member
UNION ALL
SELECT c.seq, 1, c.until_on, 'let-go', b.item, b.period, b.text, NULL, NULL, -c.amount, 0,
       b.void IS NOT NULL, coalesce(v.reason, ''), 1, 0
FROM bill b JOIN open_before c ON c.of_seq=b.seq AND c.of_line=b.line
LEFT JOIN cancelled v ON v.seq=b.void WHERE b.member=:member AND {LET_GO}
UNION ALL
SELECT seq, line, effective_on, what, kind, NULL, iif(old_receipt<>'', old_receipt, text),
       receipt, account,
       iif(what IN ('moved', 'agreed'), -amount, 0),
       CASE WHEN what IN ('moved', 'agreed') THEN 0 WHEN what='refund' THEN -amount ELSE amount END,
       void IS NOT NULL, coalesce(void_reason, ''), 1, 0
FROM money_line WHERE member=:member
UNION ALL
SELECT c.seq, c.line, e.effective_on, 'ahead', 'opening', NULL, '', NULL, NULL, 0,
       c.amount, c.void IS NOT NULL, coalesce(v.reason, ''), c.confirmed, 0
FROM credit c JOIN entry e USING (seq) LEFT JOIN cancelled v ON v.seq=c.void
WHERE c.member=:member AND e.kind='opening/1'
) {BY_DAY}
"""
"""Each bill stands on the day from which it was owed, as on the statement."""


def members(book: Reading) -> list[MemberRow]:
    """Return all members in the order of their numbers, in one query."""
    money = amounts(book.currency)
    # In the order of the table, and all at once: a quarter quicker than one after the other by the index.
    found = book.driver.execute(_MEMBERS + " ORDER BY m.id").fetchall()
    rows = [_member(row, money) for row in found]
    return sorted(rows, key=lambda row: (not row.number.isdecimal(), row.number.zfill(12)))


def member(book: Reading, number: str) -> MemberRow:
    """Return one member. Raises NoSuchMemberError."""
    found = book.driver.execute(_MEMBERS + " AND m.id=?", (member_id(book, number),)).fetchone()
    return _member(found, amounts(book.currency))


def card(book: Reading, number: str) -> MemberCard:
    """Return everything about one member. Raises NoSuchMemberError."""
    found = member(book, number)
    return MemberCard(
        found,
        connections_of(book, found.id),
        tuple(told_apart(book, found.id)),
        tuple(_history(book, found.id)),
        tuple(_states(book, found.id)),
        *_joined(book, found.id),
    )


def _member(row: tuple[Any, ...], money: Callable[[int], Money]) -> MemberRow:
    *said, phone_consent, zone, people, status, since, owed, ahead, oldest_due, dry = row
    fields = (
        *said, bool(phone_consent), zone, people, status, date.fromisoformat(since),
        money(owed), money(ahead), date.fromisoformat(oldest_due) if oldest_due else None,
        bool(dry),
    )  # fmt: skip
    return MemberRow(*fields)


def _joined(book: Reading, member: int) -> tuple[int, int]:
    entry, together = book.driver.execute(
        "SELECT seq, (SELECT count(*) FROM member_name o WHERE o.seq=n.seq) FROM member_name n"
        " WHERE member=? ORDER BY seq LIMIT 1",
        (member,),
    ).fetchone()
    return int(entry), int(together)


def _states(book: Reading, member: int) -> Iterator[StateChange]:
    rows = book.driver.execute(
        "SELECT effective_on, status, reason FROM member_status WHERE member=? ORDER BY seq DESC",
        (member,),
    )
    for on, state, reason in rows:
        yield StateChange(date.fromisoformat(on), state, reason)


def _history(book: Reading, member: int) -> list[HistoryLine]:
    balance, corrections = book.currency.zero(), _corrections(book, member)
    known = particulars(book, member)
    lines = []
    for row in book.driver.execute(_HISTORY, {"member": member}):
        seq, line, on, what, item, period, text, receipt, account = row[:9]
        debit, credit, void, reason, confirmed, disputed = row[9:]
        billed, paid = Money(debit, book.currency), Money(credit, book.currency)
        if not void:
            balance += billed - paid
        lines.append(
            HistoryLine(
                Ref(seq, line), date.fromisoformat(on), what, item, period, text, receipt, account,
                billed, paid, balance, bool(void), reason, bool(confirmed), bool(disputed),
                *((corrections.get(Ref(seq, line)), known.get(Ref(seq, line)))
                  if what in ("bill", "moved") else ()),
            )
        )  # fmt: skip
    return lines


def _corrections(book: Reading, member: int) -> dict[Ref, tuple[Money, str]]:
    """Return what corrected bills were before, and why; the entries say it."""
    rows = book.driver.execute(
        "SELECT DISTINCT c.seq FROM open_before c JOIN bill b ON b.seq=c.of_seq AND b.line=c.of_line"
        " WHERE b.member=? AND c.what='corrected' ORDER BY c.seq",
        (member,),
    ).fetchall()
    found: dict[Ref, tuple[Money, str]] = {}
    let_go: dict[Ref, int] = {}  # stands on a line of its own: the bill's has it still
    for (seq,) in rows:
        entry = book.recorded(seq).entry
        if isinstance(entry, DebtLetGo):
            let_go[entry.bill] = let_go.get(entry.bill, 0) + entry.was - entry.becomes
        elif isinstance(entry, BillCorrected):
            was = entry.was + let_go.get(entry.bill, 0)
            found[entry.bill] = (Money(was, book.currency), entry.reason)
    return found
