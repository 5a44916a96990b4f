"""What was open on a day, worked out from the journal alone: the entries in their order, with dicts.

What a void struck in place never happened; everything else happened on its own day, a bill that was booked
late on the day on which it was due, and a settlement not before both the bill and the payment are there.
What was freed or added to on a day cannot be used or settled before it. No bill is there in a month that was closed
before it was made; one that was booked late takes what lay there on its day, paid ahead.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from imt_desktop.journal import Reading, Recorded, Ref
from imt_desktop.ledger import entries as e
from imt_desktop.ledger.charging.entries import DebtAgreed, DebtLetGo, LabourGiven
from imt_desktop.ledger.closing.entries import MonthClosed
from imt_desktop.ledger.earlier import Billed1
from imt_desktop.ledger.kinds import OPEN_INCOME
from imt_desktop.period import Month


@dataclass
class Standing:
    """What was open at the end of a day."""

    owed: dict[int, int] = field(default_factory=dict)
    ahead: dict[int, int] = field(default_factory=dict)
    items: dict[Ref, int] = field(default_factory=dict)
    bills: dict[Ref, int] = field(default_factory=dict)
    states: dict[int, str] = field(default_factory=dict)


@dataclass
class Thing:
    """A bill, a credit or an open item, and all that made it more or less, each on its day."""

    what: str
    member: int
    since: date
    changes: list[tuple[date, int]]
    free_from: date = date.min
    booked_on: date | None = None
    """The day on which a bill was booked; it may be there from an earlier one."""
    due: date = date.min


class Replay:
    """The journal walked through once; then it can be asked for any day."""

    def __init__(self, book: Reading) -> None:
        self.things: dict[Ref, Thing] = {}
        self.states: list[tuple[date, int, str]] = []
        self._open_from = date.min
        entries = list(book.journal())
        self._struck = {
            Ref(one.entry.entry, line)
            for one in entries
            if isinstance(one.entry, e.Voided) and one.entry.in_place
            for line in one.entry.lines
        }
        for recorded in entries:
            self._walk(recorded)

    def on(self, day: date) -> Standing:
        """What was open at the end of a day."""
        found = Standing(states={m: state for on, m, state in self.states if on <= day})
        owed: dict[int, int] = defaultdict(int)
        ahead: dict[int, int] = defaultdict(int)
        lefts = {
            ref: sum(amount for on, amount in thing.changes if on <= day)
            for ref, thing in self.things.items()
            if thing.since <= day
        }
        self._pay_late(day, lefts)
        for ref, left in lefts.items():
            thing = self.things[ref]
            if thing.what == "item":
                found.items[ref] = left
            elif thing.what == "credit":
                ahead[thing.member] += left
            else:
                owed[thing.member] += left
                found.bills[ref] = left
        for sums in (owed, ahead, found.items, found.bills):
            for key in [key for key, left in sums.items() if not left]:
                del sums[key]
        found.owed, found.ahead = dict(owed), dict(ahead)
        return found

    def _pay_late(self, day: date, lefts: dict[Ref, int]) -> None:
        """Let the bills that were booked after a day, and are of it, take what was paid ahead."""
        late = [ref for ref in lefts if (self.things[ref].booked_on or day) > day]
        for bill in sorted(late, key=lambda ref: (self.things[ref].due, _order(ref))):
            for credit in sorted(lefts, key=_order):
                thing = self.things[credit]
                if thing.what == "credit" and thing.member == self.things[bill].member:
                    part = max(0, min(lefts[bill], lefts[credit]))
                    lefts[bill] -= part
                    lefts[credit] -= part

    def _new(self, what: str, ref: Ref, member: int, since: date, amount: int) -> None:
        if ref not in self._struck:
            self.things[ref] = Thing(what, member, since, [(since, amount)])

    def _new_bill(self, ref: Ref, bill: e.Bill, on: date) -> None:
        since = on if bill.due_on >= on else max(bill.due_on, self._open_from)
        self._new("bill", ref, bill.member, since, bill.amount)
        if ref not in self._struck:
            self.things[ref].booked_on, self.things[ref].due = on, bill.due_on

    def _change(self, ref: Ref, amount: int, on: date) -> None:
        if ref not in self._struck:
            thing = self.things[ref]
            thing.changes.append((max(on, thing.since), amount))

    def _settle(self, bill: Ref, payment: Ref, amount: int, on: date) -> None:
        if bill in self._struck or payment in self._struck:
            return
        both = (self.things[bill], self.things[payment])
        on = max(on, *(thing.since for thing in both))
        if amount > 0:
            on = max(on, *(thing.free_from for thing in both))
        else:
            for thing in both:
                thing.free_from = max(thing.free_from, on)
        self._change(bill, -amount, on)
        self._change(payment, -amount, on)

    def _use(self, ref: Ref, amount: int, on: date) -> None:
        if ref not in self._struck:
            self._change(ref, -amount, max(on, self.things[ref].free_from))

    def _walk(self, recorded: Recorded) -> None:
        entry, seq, on = recorded.entry, recorded.seq, recorded.on
        match entry:
            case e.MembersJoined():
                self.states += [(on, line.member, line.status) for line in entry.lines]
            case e.MemberStatusChanged():
                self.states.append((on, entry.member, entry.status))
            case e.HoldersChanged() | DebtAgreed():
                for ref, moved in _lines(seq, entry):
                    self._new("bill", ref, moved.member, on, moved.amount)
                    if ref not in self._struck:
                        self._use(moved.bill, moved.amount, on)
            case LabourGiven():
                for ref, line in _lines(seq, entry):
                    self._new("credit", ref, line.member, line.on, line.amount)
                    for worked in line.settles:
                        self._settle(worked.bill, ref, worked.amount, line.on)
            case DebtLetGo():
                self._change(entry.bill, entry.becomes - entry.was, on)
            case e.Billed() | Billed1():
                for ref, bill in _lines(seq, entry):
                    self._new_bill(ref, bill, on)
                    for use in bill.credit:
                        self._settle(ref, use.payment, use.amount, on)
            case e.BillCorrected():
                self._change(entry.bill, entry.becomes - entry.was, on)
                if entry.becomes > entry.was and entry.bill not in self._struck:
                    bill = self.things[entry.bill]
                    bill.free_from = max(bill.free_from, on)
                for freed in entry.freed:
                    self._settle(freed.bill, freed.payment, -freed.amount, on)
                for use in entry.credit:
                    self._settle(entry.bill, use.payment, use.amount, on)
            case e.PaymentsReceived():
                for ref, line in _lines(seq, entry):
                    self._new("credit", ref, line.member, line.on, line.amount)
                    for paid in line.settles:
                        self._settle(paid.bill, ref, paid.amount, line.on)
                    if line.unknown and ref not in self._struck:
                        self._use(line.unknown, line.amount, line.on)
            case e.CreditRefunded() if Ref(seq) not in self._struck:
                for use in entry.used:
                    self._use(use.payment, use.amount, on)
            case e.MoneyReceived():
                for ref, line in _lines(seq, entry):
                    if line.kind in OPEN_INCOME:
                        self._new("item", ref, 0, line.on, line.amount)
            case e.MoneySpent():
                for ref, line in _lines(seq, entry):
                    if not line.account:
                        self._new("item", ref, 0, line.on, line.amount)
            case e.OwedPaid() if Ref(seq) not in self._struck:
                self._use(entry.owed, entry.amount, on)
            case e.AdvanceGiven():
                self._new("item", Ref(seq), 0, on, entry.amount)
            case e.AdvanceSettled() if Ref(seq) not in self._struck:
                used = sum(line.amount for line in entry.lines) + entry.returned
                self._use(entry.advance, used, on)
            case e.BalancesOpened():
                for ref, line in _lines(seq, entry):
                    what = {"debt": "bill", "ahead": "credit", "account": ""}.get(line.what, "item")
                    since = min(on, line.since or on) if what == "bill" else on
                    since = max(since, self._open_from)
                    if what:
                        self._new(what, ref, line.member or 0, since, line.amount)
            case MonthClosed():
                self._open_from = Month.parse(entry.month).shift(1).first
            case e.Voided():
                gone = {one.id for one in entry.founded if one.what == "member"}
                self.states = [state for state in self.states if state[1] not in gone]
                if not entry.in_place:
                    self._void(entry, on)

    def _void(self, entry: e.Voided, on: date) -> None:
        for freed in entry.freed:
            self._settle(freed.bill, freed.payment, -freed.amount, on)
        for restored in entry.restored:
            self._change(restored.ref, restored.amount, on)
            if restored.ref not in self._struck:
                thing = self.things[restored.ref]
                thing.free_from = max(thing.free_from, on)
        for line in entry.lines:
            thing = self.things.get(Ref(entry.entry, line))
            if thing:
                thing.changes.append((on, -sum(amount for _, amount in thing.changes)))


def _order(ref: Ref) -> tuple[int, int]:
    return ref.entry, ref.line


def _lines(seq: int, entry: object) -> Iterator[tuple[Ref, object]]:
    for number, line in enumerate(entry.lines, 1):  # type: ignore[attr-defined]
        yield Ref(seq, number), line
