"""A second, much simpler ledger: dicts and a list. The state machine holds the book against it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from imt_desktop.journal import Ref


@dataclass
class Bill:
    member: int
    amount: int
    open: int
    due: str
    connection: int | None = None
    month: str | None = None
    disputed: bool = False
    live: bool = True
    moved: dict[int, int] = field(default_factory=dict)
    """Entry that moved a part to another member, and how much."""


@dataclass
class Credit:
    member: int
    amount: int
    left: int
    account: int | None
    """None: from the old book, or money whose payer was found later."""
    unknown: Ref | None = None
    live: bool = True


@dataclass
class Item:
    """Owed by us, an advance, or money of somebody unknown."""

    what: str
    amount: int
    open: int
    users: set[int] = field(default_factory=set)


@dataclass
class Line:
    """A line of an entry that can be cancelled: what it did to accounts and to open items."""

    cash: dict[int, int] = field(default_factory=dict)
    used_items: dict[Ref, int] = field(default_factory=dict)
    used_credits: dict[Ref, int] = field(default_factory=dict)
    """Of a refund only; what settles a bill stands in ``Model.settled``."""
    live: bool = True


@dataclass
class Settlement:
    seq: int
    bill: Ref
    payment: Ref
    amount: int


class Model:
    """Balances worked out by hand."""

    def __init__(self) -> None:
        self.cash = {1: 0, 2: 0, 3: 0}
        self.members: list[int] = []
        self.held: dict[int, list[int]] = {}
        self.bills: dict[Ref, Bill] = {}
        self.credits: dict[Ref, Credit] = {}
        self.items: dict[Ref, Item] = {}
        self.lines: dict[Ref, Line] = {}
        self.settled: list[Settlement] = []
        self.receipts = 0
        self.whole: set[int] = set()
        """Entries that are cancelled whole or not at all."""

    # What it says

    def owed(self, member: int) -> int:
        return sum(bill.open for bill in self.bills.values() if bill.member == member)

    def ahead(self, member: int) -> int:
        return sum(credit.left for credit in self.credits.values() if credit.member == member)

    def month(self, month: str, fee: int) -> list[tuple[int, int, int]]:
        """Who is billed for a month: connection, member and share."""
        lines = []
        for connection, holders in sorted(self.held.items()):
            billed = {
                bill.member
                for bill in self.bills.values()
                if bill.live and (bill.connection, bill.month) == (connection, month)
            }
            each, over = divmod(fee, len(holders))
            for place, member in enumerate(holders):
                if member not in billed and not billed - set(holders):
                    lines.append((connection, member, each + (place < over)))
        return lines

    def in_order(self, member: int) -> list[Ref]:
        """A member's debts in the order in which they are paid."""
        mine = [ref for ref, bill in self.bills.items() if bill.member == member and bill.open > 0]
        return sorted(
            mine,
            key=lambda r: (self.bills[r].disputed, self.bills[r].due, r.entry, r.line),
        )

    def relying(self, ref: Ref) -> set[int]:
        """Later entries that rely on a line."""
        found: set[int] = set()
        if ref in self.items:
            found |= self.items[ref].users
        if ref in self.bills:
            found |= set(self.bills[ref].moved)
        for other, line in self.lines.items():
            if line.live and ref in line.used_credits:
                found.add(other.entry)
        return found

    def of_entry(self, seq: int) -> list[Ref]:
        """Lines of an entry that are not cancelled."""
        return [ref for ref, line in sorted(self.lines.items(), key=_place)
                if ref.entry == seq and line.live]  # fmt: skip

    # What happens to it

    def bill(self, ref: Ref, bill: Bill) -> None:
        self.bills[ref] = bill
        self.lines[ref] = Line()
        self.use_credit(ref, ref.entry, bill.amount)

    def use_credit(self, bill: Ref, seq: int, amount: int) -> None:
        for ref, credit in sorted(self.credits.items(), key=_place):
            part = min(amount, credit.left)
            if credit.member == self.bills[bill].member and part:
                credit.left -= part
                amount -= part
                self._settle(seq, bill, ref, part)

    def pay(
        self, ref: Ref, member: int, amount: int, account: int | None, unknown: Ref | None = None
    ) -> None:
        self.credits[ref] = Credit(member, amount, amount, account, unknown)
        self.receipts += 1
        self.lines[ref] = Line({} if account is None else {account: amount})
        for bill in self.in_order(member):
            part = min(self.credits[ref].left, self.bills[bill].open)
            if part:
                self.credits[ref].left -= part
                self._settle(ref.entry, bill, ref, part)
        if account is not None:
            self.cash[account] += amount
        if unknown:
            self.use_item(ref, unknown, amount)

    def refund(self, ref: Ref, member: int, amount: int, account: int) -> None:
        self.spend(ref, amount, account)
        for payment, credit in sorted(self.credits.items(), key=_place):
            part = min(amount, credit.left)
            if credit.member == member and part:
                credit.left -= part
                amount -= part
                self.lines[ref].used_credits[payment] = part

    def spend(self, ref: Ref, amount: int, account: int) -> None:
        """Take money out; negative: bring some in."""
        self.cash[account] -= amount
        self.lines[ref] = Line({account: -amount})

    def use_item(self, ref: Ref, item: Ref, amount: int) -> None:
        self.items[item].open -= amount
        self.items[item].users.add(ref.entry)
        self.lines[ref].used_items[item] = self.lines[ref].used_items.get(item, 0) + amount

    def correct(self, ref: Ref, seq: int, becomes: int) -> bool:
        """Put a bill right; False where it cannot be."""
        bill = self.bills[ref]
        paid = sum(s.amount for s in self.settled if s.bill == ref)
        if becomes < sum(bill.moved.values()):
            return False
        grows = becomes - bill.amount
        too_much = max(0, paid + sum(bill.moved.values()) - becomes)
        bill.amount = becomes
        bill.open += grows
        for payment in reversed(self._payments_of(ref)):
            for one in sorted(self.settled, key=lambda s: -s.seq):
                if (one.bill, one.payment) == (ref, payment):
                    part = min(too_much, one.amount)
                    too_much -= part
                    one.amount -= part
                    bill.open += part
                    self.credits[payment].left += part
        self.settled = [one for one in self.settled if one.amount]
        if grows > 0:
            self.use_credit(ref, seq, grows)
        return True

    def hand_over(self, seq: int, connection: int, holders: list[int], moves: bool) -> None:
        self.held[connection] = holders
        number = 0
        for ref in sorted(self.bills, key=_place_of):
            bill = self.bills[ref]
            if not moves or bill.connection != connection or not bill.open:
                continue
            if bill.member in holders:
                continue
            number += 1
            new = Bill(holders[0], bill.open, bill.open, bill.due, disputed=bill.disputed)
            self.bills[Ref(seq, number)] = new
            bill.moved[seq] = bill.open
            bill.open = 0

    def void(self, refs: list[Ref]) -> None:
        for ref in refs:
            for one in [s for s in self.settled if ref in (s.bill, s.payment)]:
                self.bills[one.bill].open += one.amount
                self.credits[one.payment].left += one.amount
                self.settled.remove(one)
            line = self.lines[ref]
            line.live = False
            for account, amount in line.cash.items():
                self.cash[account] -= amount
            for item, amount in line.used_items.items():
                self.items[item].open += amount
                self.items[item].users.discard(ref.entry)
            for credit, amount in line.used_credits.items():
                self.credits[credit].left += amount
            if ref in self.bills:
                self.bills[ref].open, self.bills[ref].live = 0, False
            if ref in self.credits:
                self.credits[ref].left, self.credits[ref].live = 0, False
            if ref in self.items:
                self.items[ref].open = 0

    def _settle(self, seq: int, bill: Ref, payment: Ref, amount: int) -> None:
        self.bills[bill].open -= amount
        self.settled.append(Settlement(seq, bill, payment, amount))

    def _payments_of(self, bill: Ref) -> list[Ref]:
        first: dict[Ref, int] = {}
        for one in self.settled:
            if one.bill == bill:
                first[one.payment] = min(one.seq, first.get(one.payment, one.seq))
        return sorted(first, key=lambda ref: (first[ref], ref.entry, ref.line))

    def refunded(self, payment: Ref) -> int:
        """How much of a payment was given back."""
        return sum(line.used_credits.get(payment, 0) for line in self.lines.values() if line.live)

    def voidable(self) -> Iterator[int]:
        """Entries that have a line left to cancel."""
        yield from sorted({ref.entry for ref, line in self.lines.items() if line.live})


def _place_of(ref: Ref) -> tuple[int, int]:
    return ref.entry, ref.line


def _place(item: tuple[Ref, object]) -> tuple[int, int]:
    return _place_of(item[0])
