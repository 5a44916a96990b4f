"""A second, much simpler ledger: dicts and a list. The state machine holds the book against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from imt_desktop.journal import Ref


@dataclass
class Bill:
    member: int
    amount: int
    open: int
    due: str
    connection: int | None = None
    month: str | None = None
    tariff: int | None = None
    disputed: bool = False
    came: bool = False
    """It came from another member together with the connection."""
    live: bool = True


@dataclass
class Credit:
    member: int
    amount: int
    left: int
    live: bool = True


@dataclass
class Item:
    """Owed by us, a loan, an advance, or money of somebody unknown."""

    what: str
    amount: int
    open: int
    live: bool = True


@dataclass
class Line:
    """A line of an entry that can be cancelled: what it did to accounts and to earlier lines."""

    cash: dict[int, int] = field(default_factory=dict)
    used: dict[Ref, int] = field(default_factory=dict)
    """What it used of open items, of credit that was given back, of bills that moved."""
    member: int | None = None
    live: bool = True


@dataclass
class Settlement:
    seq: int
    bill: Ref
    payment: Ref
    amount: int


@dataclass
class Holding:
    connection: int
    member: int
    since: int
    place: int
    since_on: date
    until: int | None = None
    until_on: date | None = None

    def held(self, day: date) -> bool:
        return self.since_on <= day and (self.until_on is None or self.until_on > day)


@dataclass
class Tariff:
    seq: int
    since: str
    fee: int
    live: bool = True
    types: int = 1
    """For how many types of connection it has a price, households first."""


@dataclass
class Joined:
    """What an entry founded: members and connections."""

    members: list[int]
    connections: list[int]
    live: bool = True


States = list[tuple[date, str]]
"""What became of a member or a connection, in the order in which it was written down."""


def state_on(states: States, day: date) -> str | None:
    return next((state for on, state in reversed(states) if on <= day), None)


class Model:
    """Balances worked out by hand."""

    def __init__(self) -> None:
        self.cash = {1: 0, 2: 0, 3: 0}
        self.numbers: dict[int, int] = {}
        """Members that there are, with the number that people use."""
        self.members_ever = self.connections_ever = self.receipts = 0
        self.status: dict[int, States] = {}
        self.taps: dict[int, States] = {}
        """Connections that there are, with what became of them."""
        self.holdings: list[Holding] = []
        self.joined: dict[int, Joined] = {}
        self.hand_overs: dict[int, int] = {}
        """Connection by the entry that handed it over, as long as that is not cancelled."""
        self.tariffs: dict[int, Tariff] = {}
        self.bills: dict[Ref, Bill] = {}
        self.credits: dict[Ref, Credit] = {}
        self.items: dict[Ref, Item] = {}
        self.lines: dict[Ref, Line] = {}
        self.settled: list[Settlement] = []
        self.whole: set[int] = set()
        """Entries that are cancelled whole or not at all."""

    # What it says

    def owed(self, member: int) -> int:
        return sum(bill.open for bill in self.bills.values() if bill.member == member)

    def ahead(self, member: int) -> int:
        return sum(credit.left for credit in self.credits.values() if credit.member == member)

    def open(self, *whats: str) -> list[Ref]:
        return [ref for ref, item in self.items.items() if item.what in whats and item.open >= 100]

    def holders(self, connection: int) -> list[Holding]:
        mine = [h for h in self.holdings if h.connection == connection and h.until is None]
        return sorted(mine, key=lambda h: (h.since, h.place))

    def tariff_for(self, month: str) -> int | None:
        in_force = [n for n, t in self.tariffs.items() if t.live and t.since <= month]
        return max(in_force, key=lambda n: (self.tariffs[n].since, n), default=None)

    def month(self, month: str, day: date, fee: int) -> list[tuple[int, int, int]]:
        """Who is billed for a month as it stood on a day: connection, member and share."""
        lines = []
        for tap, states in sorted(self.taps.items()):
            holders = [h for h in self.holdings if h.connection == tap and h.held(day)]
            holders.sort(key=lambda h: (h.since, h.place))
            names = list(dict.fromkeys(one.member for one in holders))
            billed = [
                (ref.entry, bill.member)
                for ref, bill in self.bills.items()
                if bill.live and not bill.came and (bill.connection, bill.month) == (tap, month)
            ]
            gone = any(member not in names for _seq, member in billed)
            for place, member in enumerate(names):
                since = [one.since for one in holders if one.member == member]
                had = any(member == who or seq < max(since) for seq, who in billed)
                both = (states, self.status[member])
                stopped = any(state_on(which, day) != "active" for which in both)
                if not (gone or had or stopped):
                    each, over = divmod(fee, len(names))
                    lines.append((tap, member, each + (place < over)))
        return lines

    def in_order(self, member: int) -> list[Ref]:
        """A member's debts in the order in which they are paid."""
        mine = [ref for ref, bill in self.bills.items() if bill.member == member and bill.open > 0]
        return sorted(
            mine,
            key=lambda r: (self.bills[r].disputed, self.bills[r].due, r.entry, r.line),
        )

    # Members

    def join(self, seq: int, count: int, on: date) -> None:
        new = Joined([], [])
        for _ in range(count):
            self.members_ever += 1
            number = max(self.numbers.values(), default=0) + 1
            self.numbers[self.members_ever] = number
            self.status[self.members_ever] = [(on, "active")]
            new.members.append(self.members_ever)
            new.connections.append(self._tap(seq, [self.members_ever], on))
        self.joined[seq] = new

    def connect(self, seq: int, holders: list[int], on: date) -> None:
        self.joined[seq] = Joined([], [self._tap(seq, holders, on)])

    def _tap(self, seq: int, holders: list[int], on: date) -> int:
        self.connections_ever += 1
        self.taps[self.connections_ever] = [(on, "active")]
        self._hold(self.connections_ever, seq, enumerate(holders), on)
        return self.connections_ever

    def _hold(self, connection: int, seq: int, named: Iterable[tuple[int, int]], on: date) -> None:
        for place, member in named:
            self.holdings.append(Holding(connection, member, seq, place, on))

    def hand_over(
        self, seq: int, connection: int, holders: list[int], moves: bool, on: date
    ) -> None:
        old = self.holders(connection)
        for one in old:
            if one.member not in holders:
                one.until, one.until_on = seq, on
        before = [one.member for one in old]
        self._hold(connection, seq, (one for one in enumerate(holders) if one[1] not in before), on)
        number = 0
        for ref in sorted(self.bills, key=place_of):
            bill = self.bills[ref]
            left = bill.open
            theirs = bill.member in before and bill.member not in holders
            if moves and bill.connection == connection and left and theirs:
                number += 1
                new = Ref(seq, number)
                self.bills[new] = Bill(
                    holders[0], left, left, bill.due, connection, bill.month, bill.tariff,
                    bill.disputed, came=True,
                )  # fmt: skip
                self.lines[new] = Line(used={ref: left}, member=bill.member)
                bill.open = 0
        if number or sorted(before) != sorted(holders):
            self.hand_overs[seq] = connection
        self.whole.add(seq)

    # Money

    def bill(self, ref: Ref, bill: Bill) -> None:
        self.bills[ref] = bill
        self.lines[ref] = Line()
        self.use_credit(ref, ref.entry, bill.amount)

    def use_credit(self, bill: Ref, seq: int, amount: int) -> None:
        for ref, credit in sorted(self.credits.items(), key=lambda item: place_of(item[0])):
            part = min(amount, credit.left)
            if credit.member == self.bills[bill].member and part:
                credit.left -= part
                amount -= part
                self._settle(seq, bill, ref, part)

    def pay(
        self, ref: Ref, member: int, amount: int, account: int | None, unknown: Ref | None = None
    ) -> None:
        self.credits[ref] = Credit(member, amount, amount)
        self.receipts += 1
        self.lines[ref] = Line({} if account is None else {account: amount}, member=member)
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
        self.lines[ref].member = member
        for payment, credit in sorted(self.credits.items(), key=lambda item: place_of(item[0])):
            part = min(amount, credit.left)
            if credit.member == member and part:
                credit.left -= part
                amount -= part
                self.lines[ref].used[payment] = part

    def spend(self, ref: Ref, amount: int, account: int) -> None:
        """Take money out; negative: bring some in."""
        self.cash[account] -= amount
        self.lines[ref] = Line({account: -amount})

    def use_item(self, ref: Ref, item: Ref, amount: int) -> None:
        self.items[item].open -= amount
        used = self.lines[ref].used
        used[item] = used.get(item, 0) + amount

    def correct(self, ref: Ref, seq: int, becomes: int) -> bool:
        """Put a bill right; False where it cannot be."""
        bill = self.bills[ref]
        paid = sum(s.amount for s in self.settled if s.bill == ref)
        moved = bill.amount - bill.open - paid
        if becomes < moved:
            return False
        grows = becomes - bill.amount
        too_much = max(0, paid + moved - becomes)
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

    def _settle(self, seq: int, bill: Ref, payment: Ref, amount: int) -> None:
        self.bills[bill].open -= amount
        self.settled.append(Settlement(seq, bill, payment, amount))

    def _payments_of(self, bill: Ref) -> list[Ref]:
        first: dict[Ref, int] = {}
        for one in self.settled:
            if one.bill == bill:
                first[one.payment] = min(one.seq, first.get(one.payment, one.seq))
        return sorted(first, key=lambda ref: (first[ref], ref.entry, ref.line))

    # Cancelling

    def voidable(self) -> list[int]:
        """Entries of which something is left to cancel."""
        founded = {seq for seq, joined in self.joined.items() if joined.live}
        tariffs = {tariff.seq for tariff in self.tariffs.values() if tariff.live}
        lines = {ref.entry for ref, line in self.lines.items() if line.live}
        return sorted(founded | tariffs | lines | set(self.hand_overs))

    def of_entry(self, seq: int) -> list[Ref]:
        """Lines of an entry that are not cancelled."""
        mine = [ref for ref, line in self.lines.items() if ref.entry == seq and line.live]
        return sorted(mine, key=place_of)

    def relying(self, seq: int, refs: list[Ref]) -> set[int]:
        """Later entries that rely on lines of an entry, or on what it founded."""
        found = {
            other.entry
            for other, line in self.lines.items()
            if line.live and any(ref in line.used for ref in refs)
        }
        if seq in self.joined:
            found |= set(self._users_of(self.joined[seq]))
        if seq in self.hand_overs:
            found |= set(self._after_hand_over(seq))
        numbers = [number for number, tariff in self.tariffs.items() if tariff.seq == seq]
        found |= {r.entry for r, bill in self.bills.items() if bill.live and bill.tariff in numbers}
        return found - {seq}

    def _users_of(self, joined: Joined) -> Iterator[int]:
        members, taps = joined.members, joined.connections
        for ref, bill in self.bills.items():
            if bill.live and (bill.member in members or bill.connection in taps):
                yield ref.entry
        for ref, credit in self.credits.items():
            if credit.live and credit.member in members:
                yield ref.entry
        for ref, line in self.lines.items():
            if line.live and line.member in members:
                yield ref.entry
        for one in self.holdings:
            if one.member in members or one.connection in taps:
                yield one.since
            if one.connection in taps and one.until:
                yield one.until

    def _after_hand_over(self, seq: int) -> Iterator[int]:
        connection = self.hand_overs[seq]
        for one in self.holdings:
            if one.connection == connection:
                yield from (at for at in (one.since, one.until or 0) if at > seq)
        for ref, bill in self.bills.items():
            if bill.live and bill.connection == connection and not bill.came and ref.entry > seq:
                yield ref.entry

    def void(self, seq: int, refs: list[Ref]) -> None:
        for ref in refs:
            self._void_line(ref)
        if joined := self.joined.get(seq):
            joined.live = False
            for member in joined.members:
                del self.numbers[member]
            for tap in joined.connections:
                del self.taps[tap]
                self.holdings = [one for one in self.holdings if one.connection != tap]
        if connection := self.hand_overs.pop(seq, None):
            self.holdings = [
                one for one in self.holdings if (one.connection, one.since) != (connection, seq)
            ]
            for one in self.holdings:
                if (one.connection, one.until) == (connection, seq):
                    one.until = one.until_on = None
        for tariff in self.tariffs.values():
            tariff.live = tariff.live and tariff.seq != seq

    def _void_line(self, ref: Ref) -> None:
        for one in [s for s in self.settled if ref in (s.bill, s.payment)]:
            self.bills[one.bill].open += one.amount
            self.credits[one.payment].left += one.amount
            self.settled.remove(one)
        line = self.lines[ref]
        line.live = False
        for account, amount in line.cash.items():
            self.cash[account] -= amount
        for earlier, amount in line.used.items():
            if earlier in self.items:
                self.items[earlier].open += amount
            elif earlier in self.credits:
                self.credits[earlier].left += amount
            else:
                self.bills[earlier].open += amount
        if bill := self.bills.get(ref):
            bill.open, bill.live = 0, False
        if credit := self.credits.get(ref):
            credit.left, credit.live = 0, False
        if item := self.items.get(ref):
            item.open, item.live = 0, False


def place_of(ref: Ref) -> tuple[int, int]:
    return ref.entry, ref.line
