"""The steps with those who do not pay: the assembly decides, the program proposes, the committee acts.

A disputed bill stands outside, and so does a debt with an agreement until an instalment is overdue. No step
is passed over, and none is taken by the program.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from msgspec import Struct

from imt_desktop.committee import queries as committee
from imt_desktop.committee import rules
from imt_desktop.errors import at
from imt_desktop.journal import Reading, Recorded, Writing
from imt_desktop.ledger.charging import entries as c
from imt_desktop.ledger.charging import errors
from imt_desktop.ledger.charging.earlier import BETWEEN
from imt_desktop.ledger.charging.understood import known
from imt_desktop.ledger.requests import Request, RequestLine, member_id, named
from imt_desktop.money import Money

STEPS: Final = ("reminder", "last-warning", "measure", "cut-off")

CUT_OFF: Final = STEPS[-1]

MOST_BETWEEN: Final = 366
"""Days between two steps: more is a slip of the pen."""


class StepLine(RequestLine, frozen=True):
    """When a step may be taken: after so many overdue bills, so many days, or both."""

    step: str
    after_bills: int = 0
    after_days: int = 0


class LadderRequest(Request, frozen=True, tag="ladder"):
    """The assembly decides the steps, from a day on."""

    decision: int
    steps: tuple[StepLine, ...]
    since: date | None = None
    between: int = BETWEEN
    """Days after a step before the next one is proposed."""


class StepRequest(Request, frozen=True, tag="arrears-step"):
    """Take a step with a member; a measure says which, and a cut-off needs all the others."""

    member: str
    step: str
    heard: str = ""
    decision: int | None = None
    lives_there: str = ""
    supply: str = ""
    measure: str = ""
    again: bool = False
    """The same step was taken today already, and is meant once more."""


class Ladder(Struct, frozen=True):
    """Steps as they were decided, from a day on."""

    entry: int
    since: date
    decision: int
    steps: tuple[c.LadderStep, ...]
    between: int
    """Days after a step before the next one is proposed."""


class Standing(Struct, frozen=True):
    """Where a member stands who has overdue bills."""

    member: int
    number: str
    name: str
    bills: int
    """Overdue; a late fee belongs to the bill it is for, and an instalment counts once."""
    days: int
    """Since the oldest was due."""
    owed: Money
    taken: str
    """The last step that was taken since then; empty before the first."""
    proposed: str
    """The next step, if the time for it has come, and the step before it is not of these days."""
    comes: str
    """The same without waiting for the step before: one that was taken long ago may be written down late."""
    waits_until: date | None = None
    """From which day on it is proposed, where only the days since the step before hold it back."""


def decide_ladder(book: Writing, wanted: LadderRequest) -> Recorded:
    """Write the steps down. Needs two officers.

    Raises NoSuchDecisionError, UnknownCodeError, StepEmptyError, LadderOrderError,
    DaysBetweenError, SecondOfficerNeededError.
    """
    with at("decision"):
        committee.assembly_decision(book, wanted.decision)
    steps: list[c.LadderStep] = []
    for number, line in enumerate(wanted.steps, 1):
        with at("steps", number):
            steps.append(_step(line, steps[-1] if steps else None))
    if not steps:
        raise errors.StepEmptyError().beside("steps")
    if not 0 <= wanted.between <= MOST_BETWEEN:
        raise errors.DaysBetweenError(wanted.between).beside("between")
    rules.require_two(book, "ladder")
    since = wanted.since or book.today
    return book.append(
        c.LadderDecided(
            since=since, decision=wanted.decision, steps=tuple(steps), between=wanted.between
        )
    )


def _step(line: StepLine, before: c.LadderStep | None) -> c.LadderStep:
    with named("step"):
        step = known(line.step, STEPS)
    if min(line.after_bills, line.after_days) < 0 or not (line.after_bills or line.after_days):
        raise errors.StepEmptyError().beside("after_bills")
    if before and (
        STEPS.index(step) <= STEPS.index(before.step)
        or (line.after_bills and line.after_bills < before.after_bills)
        or (line.after_days and line.after_days < before.after_days)
    ):
        raise errors.LadderOrderError(step).beside("step")
    return c.LadderStep(step=step, after_bills=line.after_bills, after_days=line.after_days)


def ladder_on(book: Reading, day: date) -> tuple[c.LadderStep, ...]:
    """Return the steps that hold on a day."""
    found = in_force(book, day)
    return found.steps if found else ()


def in_force(book: Reading, day: date) -> Ladder | None:
    """Return what was decided of the steps that hold on a day."""
    found = _ladders(
        book,
        " WHERE seq=(SELECT seq FROM ladder WHERE since<=? ORDER BY since DESC, seq DESC LIMIT 1)",
        day.isoformat(),
    )
    return found[0] if found else None


def ladders(book: Reading) -> tuple[Ladder, ...]:
    """Return the steps as they were decided one after another, the newest first."""
    return _ladders(book, "")


def _ladders(book: Reading, where: str, *values: str) -> tuple[Ladder, ...]:
    found: dict[int, Ladder] = {}
    for seq, since, decision, step, bills, days, between in book.driver.execute(
        f"SELECT seq, since, decision, step, after_bills, after_days, days_between FROM ladder{where}"
        " ORDER BY since DESC, seq DESC, place",
        values,
    ):
        before = found.get(seq)
        steps = before.steps if before else ()
        one = c.LadderStep(step=step, after_bills=bills, after_days=days)
        found[seq] = Ladder(seq, date.fromisoformat(since), decision, (*steps, one), between)
    return tuple(found.values())


_SINCE_ACTIVE: Final = """s.void IS NULL AND s.seq>(
   SELECT coalesce(max(t.seq), 0) FROM member_status t WHERE t.member={member} AND t.status='active')"""

_COUNTS: Final = f"s.member=m.id AND s.taken_on>=o.oldest AND {_SINCE_ACTIVE.format(member='m.id')}"
"""A step counts that was taken since the oldest bill was due, and since the water flowed again."""

_OVERDUE: Final = f"""
SELECT m.id, m.number, m.name, m.status, o.bills, o.oldest, o.owed,
  (SELECT s.step FROM arrears_step s WHERE {_COUNTS} ORDER BY s.seq DESC LIMIT 1),
  (SELECT max(s.taken_on) FROM arrears_step s WHERE {_COUNTS})
FROM (SELECT member, count(DISTINCT CASE WHEN moved=1 THEN due_on
    WHEN item<>'late' THEN seq || '/' || line END) AS bills,
    min(due_on) AS oldest, sum(open) AS owed FROM bill
  WHERE open>0 AND void IS NULL AND disputed=0 AND due_on<? GROUP BY member) o
JOIN member m ON m.id=o.member WHERE m.void IS NULL ORDER BY o.owed DESC, m.number
"""


def standings(book: Reading, day: date) -> tuple[Standing, ...]:
    """Return who has overdue bills, the highest debt first, and which step is proposed."""
    ladder = in_force(book, day)
    steps, between = (ladder.steps, ladder.between) if ladder else ((), BETWEEN)
    rows = book.driver.execute(_OVERDUE, (day.isoformat(),)).fetchall()
    found = []
    for member, number, name, status, bills, oldest, owed, taken, last in rows:
        days = (day - date.fromisoformat(oldest)).days
        # Who has no water any more is not threatened with its end.
        comes = "" if status == CUT_OFF else _next(steps, bills, days, taken or "")
        until = date.fromisoformat(last) + timedelta(days=between) if last and comes else None
        waits = until if until and until > day else None
        money, proposed = Money(owed, book.currency), "" if waits else comes
        found.append(
            Standing(member, number, name, bills, days, money, taken or "", proposed, comes, waits)
        )
    return tuple(found)


def _next(steps: tuple[c.LadderStep, ...], bills: int, days: int, taken: str) -> str:
    """Return the step after the last one that was taken, if its time has come."""
    done = STEPS.index(taken) if taken else -1
    for step in steps:
        if STEPS.index(step.step) > done:
            come = bills >= step.after_bills and days >= step.after_days
            return step.step if come else ""
    return ""


def left_out(book: Reading, number: str, day: date) -> tuple[str, ...]:
    """Return the steps that the assembly put before a cut-off and that were not taken with a member.

    Nothing where it decided none. Raises NoSuchMemberError.
    """
    member = member_id(book, number)
    taken = next((one.taken for one in standings(book, day) if one.member == member), "")
    done = STEPS.index(taken) if taken else -1
    steps = (one.step for one in ladder_on(book, day) if one.step != CUT_OFF)
    return tuple(step for step in steps if STEPS.index(step) > done)


def on_the_steps(book: Reading, number: str, day: date) -> bool:
    """Say whether a member owes what the assembly's steps end with a cut-off for."""
    member = member_id(book, number)
    return any(step.step == CUT_OFF for step in ladder_on(book, day)) and any(
        one.member == member for one in standings(book, day)
    )


def was_cut_off(book: Reading, member: int) -> bool:
    """Say whether a member was cut off on the steps, and was not given the water back since."""
    (standing,) = book.driver.execute(
        "SELECT EXISTS (SELECT 1 FROM arrears_step s WHERE s.member=:member AND s.step=:step"
        f" AND {_SINCE_ACTIVE.format(member=':member')})",
        {"member": member, "step": CUT_OFF},
    ).fetchone()
    return bool(standing)


class TakenStep(Struct, frozen=True):
    """A step that was taken, with what was heard and said then."""

    entry: int
    on: date
    said: c.StepTaken


def steps_of(book: Reading, member: int) -> tuple[TakenStep, ...]:
    """Return all steps that were ever taken with a member, the newest first."""
    return _steps(book, "member=?", member)


def steps_on(book: Reading, day: date) -> tuple[TakenStep, ...]:
    """Return the steps that were taken on a day, in their order."""
    return tuple(reversed(_steps(book, "taken_on=?", day.isoformat())))


def _steps(book: Reading, where: str, value: object) -> tuple[TakenStep, ...]:
    rows = book.driver.execute(
        f"SELECT seq, taken_on FROM arrears_step WHERE {where} AND void IS NULL ORDER BY seq DESC",
        (value,),
    ).fetchall()
    found = []
    for seq, on in rows:
        entry = book.recorded(seq).entry
        assert isinstance(entry, c.StepTaken)
        found.append(TakenStep(seq, date.fromisoformat(on), entry))
    return tuple(found)


def take_step(book: Writing, wanted: StepRequest) -> Recorded:
    """Write down that the committee took a step, and why.

    Raises NoSuchMemberError, UnknownCodeError, NoLadderError, StepTooEarlyError, StepWaitsError,
    StepTakenTodayError, HeardMissingError, MeasureMissingError, SupplyMissingError,
    DecisionMissingError, NoSuchDecisionError.
    """
    member = member_id(book, wanted.member)
    with named("step"):
        step = known(wanted.step, STEPS)
    if not ladder_on(book, book.today):
        raise errors.NoLadderError(book.today.isoformat()).beside("step")
    found = [one for one in standings(book, book.today) if one.member == member]
    proposed = found[0].comes if found else ""
    again = bool(found) and found[0].taken == step  # a reminder may be repeated
    if step != proposed and not again:
        raise errors.StepTooEarlyError(wanted.member, proposed).beside("step")
    until = found[0].waits_until
    if until is not None and not again:
        raise errors.StepWaitsError(wanted.member, step, until.isoformat()).beside("step")
    if again and not wanted.again and steps_of(book, member)[0].on == book.today:
        raise errors.StepTakenTodayError(wanted.member, step).beside("again")
    _require_said(wanted, step)
    if wanted.decision is not None:
        committee.standing_decision(book, wanted.decision)
    standing = found[0]
    return book.append(
        c.StepTaken(
            member=member,
            step=step,
            bills=standing.bills,
            days=standing.days,
            owed=standing.owed.minor,
            decision=wanted.decision,
            heard=wanted.heard.strip(),
            lives_there=wanted.lives_there.strip(),
            supply=wanted.supply.strip(),
            measure=wanted.measure.strip(),
        )
    )


def _require_said(wanted: StepRequest, step: str) -> None:
    if step == "reminder":
        return
    if not wanted.heard.strip():
        raise errors.HeardMissingError().beside("heard")
    if step == "measure" and not wanted.measure.strip():
        raise errors.MeasureMissingError().beside("measure")
    if step != CUT_OFF:
        return
    for field in ("lives_there", "supply"):
        if not getattr(wanted, field).strip():
            raise errors.SupplyMissingError().beside(field)
    if wanted.decision is None:
        raise errors.DecisionMissingError().beside("decision")
