"""Cutting somebody off, and what has to be there before the water flows again.

Neither happens by itself: the committee decides, and says why.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from imt_desktop.committee import queries as committee
from imt_desktop.journal import Reading, Recorded, Writing
from imt_desktop.ledger import errors as ledger
from imt_desktop.ledger.charging import errors
from imt_desktop.ledger.charging.ladder import (
    CUT_OFF,
    StepRequest,
    left_out,
    on_the_steps,
    take_step,
    was_cut_off,
)
from imt_desktop.ledger.charging.one_offs import last_cut, one_off, reconnection
from imt_desktop.ledger.charging.understood import known
from imt_desktop.ledger.connections import connections_of
from imt_desktop.ledger.kinds import CLOSED_FOR
from imt_desktop.ledger.members import (
    ConnectionStatusRequest,
    MemberStatusRequest,
    change_connection,
    change_status,
)
from imt_desktop.ledger.requests import Request, member_id, named, require_connection
from imt_desktop.ledger.tariffs import tariff_for
from imt_desktop.money import Money
from imt_desktop.period import Month

CLOSED: Final = (CUT_OFF, "ended")
"""How a connection stands that gives no water."""


class CutOffRequest(Request, frozen=True, tag="cut-off"):
    """Cut a household off, as the last step: what was heard, who lives there, what water is left."""

    member: str
    heard: str
    lives_there: str
    supply: str
    decision: int | None = None
    again: bool = False
    """It was written down today already, and is meant once more."""


class ReconnectRequest(Request, frozen=True, tag="reconnect"):
    """Let the water flow again; by decision even where the conditions are not met."""

    member: str
    reason: str
    decision: int | None = None


class Conditions(Struct, frozen=True):
    """What the assembly asks for before a reconnection, and how far it is there."""

    fee: Money | None
    """What a reconnection costs; None where the water price says nothing of it."""
    billed: bool
    """Whether the fee was billed since the cut-off."""
    fee_left: Money
    """What is still to pay of it. What was paid beyond the share of the arrears counts for it, whichever
    of the two debts it settled."""
    share: int
    """Of the arrears, in hundredths of a per cent; 0 where none has to be paid."""
    owed: Money
    """At the cut-off: what the share is of."""
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

    def missing(self, number: str) -> tuple[str, int, int, bool]:
        """Return what is not there yet, as the facts of an error."""
        arrears = 0 if self.share_met else (self.wanted - self.paid).minor
        fee = 0
        if self.fee is not None and not self.fee_met:
            fee = (self.fee_left if self.billed else self.fee).minor
        return number, arrears, fee, self.billed


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
            again=wanted.again,
        ),
    )
    return change_status(
        book, MemberStatusRequest(member=wanted.member, status=CUT_OFF, reason=wanted.heard)
    )


def set_status(book: Writing, wanted: MemberStatusRequest) -> Recorded:
    """Say how a member stands; before a cut-off ask what a window asks.

    Raises WarningMissingError, SupplyMissingError, DecisionMissingError, StepsPassedOverError, and what
    ``stand`` does.
    """
    if wanted.status == CUT_OFF:
        _require_beside_steps(book, wanted.member)
        wanted = replace(wanted, reason=_answered(book, wanted, wanted.member))
    return stand(book, wanted)


def stand(book: Writing, wanted: MemberStatusRequest) -> Recorded:
    """Say how a member stands, whose reason holds all answers.

    Raises StepsFirstError where the assembly's steps are for that, CutOffStandsError before what it asks
    for is paid.
    """
    if wanted.status == CUT_OFF:
        _require_beside_steps(book, wanted.member)
    if wanted.status == "active":
        _require_paid(book, [member_id(book, wanted.member)])
    return change_status(book, wanted)


def _require_beside_steps(book: Writing, number: str) -> None:
    """Who owes is cut off on the steps: there it is asked what was heard and who lives there."""
    if on_the_steps(book, number, book.today):
        raise errors.StepsFirstError(number).beside("status")


def _require_paid(book: Writing, members: Sequence[int]) -> None:
    """Refuse water where all of these households were cut off on the steps, and one has not paid."""
    if not members or not all(was_cut_off(book, member) for member in members):
        return
    for member in members:
        (number,) = book.driver.execute(
            "SELECT number FROM member WHERE id=?", (member,)
        ).fetchone()
        there = conditions(book, number, book.today)
        if not there.met:
            raise errors.CutOffStandsError(*there.missing(number)).beside("status")


def set_connection(book: Writing, wanted: ConnectionStatusRequest) -> Recorded:
    """Say how a connection stands; before a cut-off ask what a window asks. Raises the same."""
    require_connection(book, wanted.connection)
    _require_cause(book, wanted)
    if wanted.status == CUT_OFF:
        first = next((number for _, number in _holders(book, wanted.connection)), "")
        # Steps are for what is owed: nobody is asked for them where it is closed for something else.
        wanted = replace(wanted, reason=_answered(book, wanted, "" if wanted.cause else first))
    if wanted.cause and wanted.status != "active" and wanted.reason.strip():
        wanted = replace(wanted, reason=f"{wanted.reason}; not for what is owed: {wanted.cause}")
    return stand_connection(book, wanted)


def stand_connection(book: Writing, wanted: ConnectionStatusRequest) -> Recorded:
    """Say how a connection stands, whose reason holds all answers.

    Raises StepsFirstError where it is closed to somebody who owes and not for something else,
    CutOffStandsError.
    """
    _require_cause(book, wanted)
    if wanted.status == "active":
        _require_paid(book, [member for member, _ in _holders(book, wanted.connection)])
    return change_connection(book, wanted)


def who_owes(book: Reading, connection: int, day: date) -> str:
    """Return the number of a holder who owes and still has water, or nothing.

    To them a connection is closed on the assembly's steps, or for something else than what they owe.
    """
    owing = (
        number
        for member, number in _holders(book, connection)
        if on_the_steps(book, number, day) and not was_cut_off(book, member)
    )
    return next(owing, "")


def _require_cause(book: Writing, wanted: ConnectionStatusRequest) -> None:
    """Who owes loses the water on the steps, by no connection either that says nothing else."""
    if wanted.cause:
        with named("cause"):
            known(wanted.cause, CLOSED_FOR)
    elif wanted.status in CLOSED and (owes := who_owes(book, wanted.connection, book.today)):
        raise errors.StepsFirstError(owes).beside("cause")


def _holders(book: Reading, connection: int) -> list[tuple[int, str]]:
    """Return who holds a connection: their ids and numbers."""
    return book.driver.execute(
        "SELECT m.id, m.number FROM holder h JOIN member m ON m.id=h.member WHERE h.connection=?"
        " AND h.until_seq IS NULL ORDER BY h.place",
        (connection,),
    ).fetchall()


def _answered(
    book: Writing, wanted: MemberStatusRequest | ConnectionStatusRequest, number: str
) -> str:
    """Return the reason with its answers, in the order in which a window writes them."""
    if not wanted.reason.strip():
        raise ledger.ReasonMissingError().beside("reason")
    for name, missing in (
        ("warned", errors.WarningMissingError),
        ("meanwhile", errors.SupplyMissingError),
        ("decided", errors.DecisionMissingError),
    ):
        if not getattr(wanted, name).strip():
            raise missing().beside(name)
    said = [
        wanted.reason.strip(),
        f"warned: {wanted.warned.strip()}",
        f"water meanwhile: {wanted.meanwhile.strip()}",
        f"decided: {wanted.decided.strip()}",
    ]
    steps = left_out(book, number, book.today) if number else ()
    if steps and not wanted.skipped.strip():
        raise errors.StepsPassedOverError(steps).beside("skipped")
    if steps:
        said.append(f"without {', '.join(steps)}: {wanted.skipped.strip()}")
    return "; ".join(said)


def conditions(book: Reading, number: str, day: date) -> Conditions:
    """Return what has to be there before somebody is reconnected. Raises NoSuchMemberError."""
    member, nothing = member_id(book, number), Money(0, book.currency)
    tariff = tariff_for(book, Month.of(day))
    held = [one.id for one in connections_of(book, member) if one.status != "ended"]
    rule = one_off(book, tariff, "reconnection", held[0] if held else None) if tariff else None
    if rule is None:
        return Conditions(None, False, nothing, 0, nothing, nothing, nothing)
    billed, left = book.driver.execute(
        "SELECT count(*), coalesce(sum(open), 0) FROM bill WHERE member=? AND item='reconnection'"
        " AND void IS NULL AND seq>?",
        (member, last_cut(book, member) or 0),
    ).fetchone()
    owed, wanted, paid = reconnection(book, member, rule.arrears_share)
    left = max(0, left - max(0, paid - wanted))
    return Conditions(
        Money(rule.amount, book.currency),
        bool(billed),
        Money(left, book.currency),
        rule.arrears_share,
        Money(owed, book.currency),
        Money(wanted, book.currency),
        Money(paid, book.currency),
    )


def reconnect(book: Writing, wanted: ReconnectRequest) -> Recorded:
    """Say that a household, and each connection of it that was cut off, has water again.

    Raises NoSuchMemberError, NotCutOffError, ConditionsNotMetError without a decision, ReasonMissingError.
    """
    member = member_id(book, wanted.member)
    dry = [one.id for one in connections_of(book, member) if one.status == CUT_OFF]
    (status,) = book.driver.execute("SELECT status FROM member WHERE id=?", (member,)).fetchone()
    if not dry and status != CUT_OFF:
        raise errors.NotCutOffError(wanted.member).beside("member")
    if wanted.decision is not None:
        committee.standing_decision(book, wanted.decision)
    elif not (there := conditions(book, wanted.member, book.today)).met:
        raise errors.ConditionsNotMetError(*there.missing(wanted.member)).beside("decision")
    changed = [
        change_connection(
            book, ConnectionStatusRequest(connection=one, status="active", reason=wanted.reason)
        )
        for one in dry
    ]
    if status == CUT_OFF:
        back = MemberStatusRequest(member=wanted.member, status="active", reason=wanted.reason)
        changed.append(change_status(book, back))
    return changed[-1]
