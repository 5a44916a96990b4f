"""Those who do not pay in the practice book: steps that the assembly decided, and what came of them."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Final

from imt_desktop.committee.describing import DecisionRequest
from imt_desktop.ledger.charging.agreements import AgreementRequest, agree
from imt_desktop.ledger.charging.ladder import (
    LadderRequest,
    StepLine,
    StepRequest,
    decide_ladder,
    standings,
    take_step,
)
from imt_desktop.ledger.charging.reliefs import ReliefRequest, grant
from imt_desktop.oversight.deciding import decide
from imt_desktop.oversight.practice.desk import Desk
from imt_desktop.oversight.practice.people import Village
from imt_desktop.period import Month

STEPS: Final = (
    StepLine(step="reminder", after_bills=1),
    StepLine(step="last-warning", after_bills=2),
    StepLine(step="measure", after_bills=3),
    StepLine(step="cut-off", after_bills=5, after_days=120),
)

# Nobody throws dice here, so that the rest of the book stays what it was.


def decide_steps(desk: Desk, village: Village) -> None:
    """The assembly decides the steps, and frees somebody who cares for others from fines."""
    decision = decide(desk.book(), _decision(desk, "03", "Steps with those who do not pay"))
    decide_ladder(desk.book(), LadderRequest(decision=decision, steps=STEPS))
    less = decide(desk.book(), _decision(desk, "04", "Free from fines for absence"))
    now = Month.of(desk.book().today)
    wanted = ReliefRequest(
        member=village.first[-1],
        group="carer",
        percent=Decimal(100),
        on="fine",
        decision=less,
        since=str(now.shift(1)),
        until=str(now.shift(2)),
        reason="cares for a mother who cannot walk",
    )
    grant(desk.book(), wanted)


def _decision(desk: Desk, number: str, what: str) -> DecisionRequest:
    day = desk.book().today - timedelta(days=3)
    return DecisionRequest(
        minute=f"{number}/{day.year}", what=what, body="assembly", decided_on=day
    )


def remind(desk: Desk, _village: Village) -> None:
    """Half of those who are behind are reminded."""
    behind = [one for one in standings(desk.book(), desk.book().today) if one.proposed]
    for one in behind[::2]:
        take_step(desk.book(), StepRequest(member=one.number, step="reminder", heard=_HEARD))


def warn(desk: Desk, _village: Village) -> None:
    """One of those who were reminded is warned, after the days that the assembly wants between."""
    standing = standings(desk.book(), desk.book().today)
    for one in [each for each in standing if each.proposed == "last-warning"][:1]:
        take_step(desk.book(), StepRequest(member=one.number, step="last-warning", heard=_HEARD))


def agree_with_one(desk: Desk, _village: Village) -> None:
    """The second highest debt is paid in three parts."""
    behind = standings(desk.book(), desk.book().today)
    if len(behind) > 1:
        first = Month.of(desk.today).shift(1).first
        agree(desk.book(), AgreementRequest(member=behind[1].number, count=3, first=first))


_HEARD: Final = "sells the maize in two months, and will pay then"
