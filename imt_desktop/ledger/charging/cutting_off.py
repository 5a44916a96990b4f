"""Cutting somebody off, and what has to be there before the water flows again.

Neither happens by itself: the committee decides, and says why.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from imt_desktop.committee import queries as committee
from imt_desktop.journal import Reading, Recorded, Writing
from imt_desktop.ledger.charging import errors
from imt_desktop.ledger.charging.ladder import CUT_OFF, StepRequest, take_step
from imt_desktop.ledger.charging.one_offs import last_cut, one_off, reconnection
from imt_desktop.ledger.connections import connections_of
from imt_desktop.ledger.members import (
    ConnectionStatusRequest,
    MemberStatusRequest,
    change_connection,
    change_status,
)
from imt_desktop.ledger.requests import Request, member_id
from imt_desktop.ledger.tariffs import tariff_for
from imt_desktop.money import Money
from imt_desktop.period import Month


class CutOffRequest(Request, frozen=True, tag="cut-off"):
    """Cut a household off, as the last step: what was heard, who lives there, what water is left."""

    member: str
    heard: str
    lives_there: str
    supply: str
    decision: int | None = None


class ReconnectRequest(Request, frozen=True, tag="reconnect"):
    """Let the water flow again; by decision even where the conditions are not met."""

    member: str
    reason: str
    decision: int | None = None


@dataclass(frozen=True, slots=True)
class Conditions:
    """What the assembly asks for before a reconnection, and how far it is there."""

    fee: Money | None
    """What a reconnection costs; None where the water price says nothing of it."""
    billed: bool
    """Whether the fee was billed since the cut-off."""
    fee_left: Money
    """What is still to pay of it."""
    share: int
    """Of the arrears, in hundredths of a per cent; 0 where none has to be paid."""
    wanted: Money
    paid: Money

    @property
    def fee_met(self) -> bool:
        """Whether the fee is paid, or there is none."""
        return self.fee is None or (self.billed and not self.fee_left)

    @property
    def share_met(self) -> bool:
        """Whether enough of the arrears is paid."""
        return not self.share or self.paid >= self.wanted

    @property
    def met(self) -> bool:
        """Whether all is there."""
        return self.fee_met and self.share_met


def cut_off(book: Writing, wanted: CutOffRequest) -> Recorded:
    """Take the last step, and say that the household is cut off from today on.

    Raises what ``take_step`` does: nothing is written without all of it.
    """
    take_step(
        book,
        StepRequest(
            member=wanted.member,
            step=CUT_OFF,
            heard=wanted.heard,
            decision=wanted.decision,
            lives_there=wanted.lives_there,
            supply=wanted.supply,
        ),
    )
    return change_status(
        book, MemberStatusRequest(member=wanted.member, status=CUT_OFF, reason=wanted.heard)
    )


def conditions(book: Reading, number: str, day: date) -> Conditions:
    """Return what has to be there before somebody is reconnected. Raises NoSuchMemberError."""
    member, nothing = member_id(book, number), Money(0, book.currency)
    tariff = tariff_for(book, Month.of(day))
    held = [one.id for one in connections_of(book, member) if one.status != "ended"]
    rule = one_off(book, tariff, "reconnection", held[0] if held else None) if tariff else None
    if rule is None:
        return Conditions(None, False, nothing, 0, nothing, nothing)
    billed, left = book.driver.execute(
        "SELECT count(*), coalesce(sum(open), 0) FROM bill WHERE member=? AND item='reconnection'"
        " AND void IS NULL AND seq>?",
        (member, last_cut(book, member) or 0),
    ).fetchone()
    wanted, paid = reconnection(book, member, rule.arrears_share)
    return Conditions(
        Money(rule.amount, book.currency),
        bool(billed),
        Money(left, book.currency),
        rule.arrears_share,
        Money(wanted, book.currency),
        Money(paid, book.currency),
    )


def reconnect(book: Writing, wanted: ReconnectRequest) -> Recorded:
    """Say that a household, and each connection of it that was cut off, has water again.

    Raises NoSuchMemberError, NotCutOffError, ConditionsNotMetError without a decision, ReasonMissingError.
    """
    there = conditions(book, wanted.member, book.today)
    if wanted.decision is not None:
        committee.standing_decision(book, wanted.decision)
    elif not there.met:
        raise errors.ConditionsNotMetError().beside("decision")
    member = member_id(book, wanted.member)
    changed = [
        change_connection(
            book,
            ConnectionStatusRequest(connection=one.id, status="active", reason=wanted.reason),
        )
        for one in connections_of(book, member)
        if one.status == CUT_OFF
    ]
    (status,) = book.driver.execute("SELECT status FROM member WHERE id=?", (member,)).fetchone()
    if status == CUT_OFF:
        back = MemberStatusRequest(member=wanted.member, status="active", reason=wanted.reason)
        changed.append(change_status(book, back))
    if not changed:
        raise errors.NotCutOffError(wanted.member).beside("member")
    return changed[-1]
