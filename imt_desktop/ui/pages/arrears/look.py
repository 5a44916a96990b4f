"""What the page reads of the book: who stands where, the steps that hold, decisions to point to."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from imt_desktop.committee.queries import Decision, decisions
from imt_desktop.journal import Reading
from imt_desktop.ledger.balances import told_apart
from imt_desktop.ledger.charging.agreements import Agreement, agreements
from imt_desktop.ledger.charging.arrears_list import Household, arrears_list
from imt_desktop.ledger.charging.cutting_off import Conditions, conditions
from imt_desktop.ledger.charging.earlier import BETWEEN
from imt_desktop.ledger.charging.entries import LadderStep
from imt_desktop.ledger.charging.ladder import TakenStep, in_force, steps_of
from imt_desktop.ledger.charging.reliefs import Relief, reliefs
from imt_desktop.ledger.register import MemberRow, member
from imt_desktop.ledger.settling import OpenBill
from imt_desktop.ledger.tariffs import cash_step, tariff_for
from imt_desktop.money import Money
from imt_desktop.period import Month


class Look(Struct, frozen=True):
    """The page as a whole."""

    households: tuple[Household, ...]
    steps: tuple[LadderStep, ...]
    between: int
    """Days after a step before the next one is proposed."""
    decisions: tuple[Decision, ...]
    less: tuple[Relief, ...]
    """Who pays less this month."""

    def step(self, code: str) -> LadderStep | None:
        """Return a step of the ladder by its code."""
        return next((one for one in self.steps if one.step == code), None)


def look(book: Reading, day: date) -> Look:
    """Read it for a day."""
    ladder = in_force(book, day)
    return Look(
        arrears_list(book, day),
        ladder.steps if ladder else (),
        ladder.between if ladder else BETWEEN,
        decisions(book),
        reliefs(book, Month.of(day)),
    )


class Near(Struct, frozen=True):
    """One household from near: what was done and heard, what is agreed, what a reconnection asks for."""

    household: Household
    taken: tuple[TakenStep, ...]
    agreements: tuple[Agreement, ...]
    less: tuple[Relief, ...]
    conditions: Conditions | None


def near(book: Reading, one: Household, day: date) -> Near:
    """Read it."""
    member = one.member
    return Near(
        one,
        steps_of(book, member.id),
        agreements(book, member.id),
        tuple(less for less in reliefs(book, Month.of(day)) if less.number == member.number),
        conditions(book, member.number, day) if one.cut_off else None,
    )


class Arranged(Struct, frozen=True):
    """What is arranged with one member: steps, instalments, paying less; and decisions to point to."""

    member: MemberRow
    taken: tuple[TakenStep, ...]
    agreements: tuple[Agreement, ...]
    less: tuple[Relief, ...]
    """Of this month and of those to come."""
    open_bills: tuple[OpenBill, ...]
    decisions: tuple[Decision, ...]
    step: int
    """The least that is paid in cash, in minor units."""

    @property
    def to_agree(self) -> Money:
        """What can be put into instalments: all that is owed and not disputed."""
        owed = sum(bill.left for bill in self.open_bills if not bill.disputed)
        return Money(owed, self.member.owed.currency)


def arranged(book: Reading, number: str, day: date) -> Arranged:
    """Read it. Raises NoSuchMemberError."""
    row, month = member(book, number), Month.of(day)
    return Arranged(
        row,
        steps_of(book, row.id),
        agreements(book, row.id),
        tuple(one for one in reliefs(book) if one.number == row.number and one.until >= month),
        tuple(told_apart(book, row.id)),
        decisions(book),
        cash_step(book, tariff_for(book, month)),
    )
