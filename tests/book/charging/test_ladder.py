"""The steps with those who do not pay: proposed one after another, never taken by the program."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from imt_desktop.errors import UserError
from imt_desktop.journal import Ref
from imt_desktop.journal.verify import verify
from imt_desktop.ledger import errors as ledger
from imt_desktop.ledger.charging import errors
from imt_desktop.ledger.charging.earlier import LadderDecided1
from imt_desktop.ledger.charging.entries import LadderStep
from imt_desktop.ledger.charging.ladder import ladders, standings, steps_of, steps_on
from imt_desktop.oversight.whole import ROOMS
from tests.book.charging.village import ask, decide, tariff
from tests.builders import TODAY, Desk, kes

LADDER = [
    {"step": "reminder", "after_bills": 1},
    {"step": "last-warning", "after_bills": 2},
    {"step": "cut-off", "after_bills": 3, "after_days": 60},
]
WEEK = TODAY + timedelta(days=7)
CUT = {"heard": "no work", "lives_there": "five children", "supply": "the stand pipe"}


@pytest.fixture
def village(book_with: Callable[..., Desk]) -> Desk:
    desk = book_with(members=2, fee=450)
    ask(desk, "ladder", decision=decide(desk), steps=LADDER, since="2026-01-01")
    for month in ("2026-07", "2026-08", "2026-09"):
        desk.bill(month)
    return desk


def stands(desk: Desk, day: date = TODAY) -> dict[str, tuple[int, int, str, str]]:
    return {
        one.number: (one.bills, one.days, one.taken, one.proposed)
        for one in desk.see(standings, day)
    }


def step(desk: Desk, which: str, member: str = "1", **more: Any) -> Any:
    return ask(desk, "arrears-step", member=member, step=which, **more)


def wait_a_week(desk: Desk) -> None:
    """Let the days between two steps go by."""
    desk.clock.now += timedelta(days=7)


def test_no_step_is_passed_over(village: Desk) -> None:
    assert stands(village)["1"] == (3, 75, "", "reminder")
    with pytest.raises(errors.StepTooEarlyError) as refused:
        step(village, "cut-off", decision=1, **CUT)
    assert refused.value.proposed == "reminder"
    step(village, "reminder")
    with pytest.raises(errors.StepTakenTodayError) as twice:
        step(village, "reminder")
    assert (twice.value.field, twice.value.step) == ("again", "reminder")
    step(village, "reminder", again=True)
    assert stands(village)["1"] == (3, 75, "reminder", "")
    assert stands(village, TODAY + timedelta(days=6))["1"] == (3, 81, "reminder", "")
    assert stands(village, WEEK)["1"] == (3, 82, "reminder", "last-warning")
    with pytest.raises(errors.StepWaitsError) as early:
        step(village, "last-warning", heard="sells the maize in June")
    assert (early.value.field, early.value.until) == ("step", WEEK.isoformat())
    wait_a_week(village)
    with pytest.raises(errors.HeardMissingError):
        step(village, "last-warning")
    step(village, "last-warning", heard="sells the maize in June")
    later = WEEK + timedelta(days=7)
    assert stands(village, later)["1"][2:] == ("last-warning", "cut-off")
    wait_a_week(village)
    for missing, kind in (
        ("heard", errors.HeardMissingError),
        ("lives_there", errors.SupplyMissingError),
        ("supply", errors.SupplyMissingError),
        ("decision", errors.DecisionMissingError),
    ):
        said = {**CUT, "decision": 1, missing: None if missing == "decision" else " "}
        with pytest.raises(kind):
            step(village, "cut-off", **said)
    step(village, "cut-off", decision=1, **CUT)
    assert stands(village, later)["1"][2:] == ("cut-off", "")
    # Nothing followed by itself.
    assert village.rows("SELECT status FROM member WHERE id=1") == [("active",)]


def test_the_assembly_sets_the_days_between_two_steps(village: Desk) -> None:
    for days in (-1, 367):
        with pytest.raises(errors.DaysBetweenError) as refused:
            ask(village, "ladder", decision=1, steps=LADDER, between=days)
        assert refused.value.field == "between"
    ask(village, "ladder", decision=1, steps=LADDER, between=30)
    step(village, "reminder")
    later = TODAY + timedelta(days=29)
    assert stands(village, later)["1"][3] == ""
    (one, *_others) = (one for one in village.see(standings, later) if one.number == "1")
    assert one.waits_until == TODAY + timedelta(days=30)
    assert stands(village, TODAY + timedelta(days=30))["1"][3] == "last-warning"


def test_steps_of_an_earlier_version_wait_seven_days(village: Desk) -> None:
    earlier = LadderDecided1(
        since=TODAY,
        decision=1,
        steps=(LadderStep(step="reminder", after_bills=1, after_days=0),),
    )
    village.do(lambda book, entry: book.append(entry), earlier)
    assert village.see(ladders)[0].between == 7
    assert verify(village.book.path, ROOMS).problems == ()


def test_disputed_bills_and_agreements_stand_outside(village: Desk) -> None:
    bills = village.rows("SELECT seq, line FROM bill WHERE member=1 ORDER BY seq")
    for seq, line in bills:
        village.dispute(Ref(seq, line))
    ask(village, "agreement", member="2", count=3, first="2026-11-30")
    assert stands(village) == {}
    assert stands(village, date(2026, 12, 1))["2"] == (1, 1, "", "reminder")
    with pytest.raises(errors.StepTooEarlyError) as refused:
        step(village, "reminder", member="2")
    assert refused.value.proposed == ""


def test_a_step_that_was_typed_by_mistake_is_struck_the_last_one_first(village: Desk) -> None:
    first = step(village, "reminder")
    wait_a_week(village)
    second = step(village, "last-warning", heard="no work")
    with pytest.raises(ledger.ReliedOnError) as refused:
        village.void(first.seq)
    assert refused.value.later == (second.seq,)
    village.void(second.seq)
    assert stands(village, WEEK)["1"][2:] == ("reminder", "last-warning")
    village.void(first.seq)
    assert stands(village)["1"][2:] == ("", "reminder")
    assert village.see(steps_of, 1) == ()
    touched = village.rows("SELECT seq FROM member_entry WHERE member=1 ORDER BY seq DESC LIMIT 2")
    assert [row[0] for row in touched] == [second.seq + 2, second.seq + 1]
    assert verify(village.book.path, ROOMS).problems == ()


def test_a_late_fee_is_no_bill_of_its_own(book_with: Callable[..., Desk]) -> None:
    desk = book_with(members=1)
    flat = {"connection_type": "household", "fixed": "450"}
    tariff(desk, flat, late={"amount": "50"})
    ask(desk, "ladder", decision=decide(desk), steps=LADDER, since="2026-01-01")
    for month in ("2026-07", "2026-08"):
        desk.bill(month)
    items = desk.rows("SELECT item FROM bill ORDER BY seq, line")
    assert [item for (item,) in items] == ["fee", "fee", "late"]
    standing = desk.see(standings, date(2026, 12, 1))[0]
    assert (standing.bills, standing.owed) == (2, kes(950))
    desk.pay("1", 900)
    (standing,) = desk.see(standings, date(2026, 12, 1))
    assert (standing.bills, standing.owed, standing.proposed) == (0, kes(50), "")


def test_an_instalment_is_one_bill_however_many_debts_are_in_it(village: Desk) -> None:
    ask(village, "agreement", member="1", count=2, first="2026-11-30")
    assert stands(village, date(2026, 12, 1))["1"][:2] == (1, 1)


def test_a_measure_says_which(book_with: Callable[..., Desk]) -> None:
    desk = book_with(members=1, fee=450)
    steps = [{"step": "measure", "after_days": 1}]
    ask(desk, "ladder", decision=decide(desk), steps=steps, since="2026-01-01")
    desk.bill("2026-08")
    with pytest.raises(errors.MeasureMissingError) as refused:
        step(desk, "measure", heard="nothing")
    assert refused.value.field == "measure"
    step(desk, "measure", heard="nothing", measure="pays double for August")
    (taken,) = desk.see(steps_of, 1)
    assert (taken.on, taken.said.measure) == (TODAY, "pays double for August")
    assert desk.see(steps_on, TODAY) == (taken,)


def test_who_has_paid_begins_anew(village: Desk) -> None:
    step(village, "reminder")
    village.pay("1", 1350)
    assert village.owed("1") == kes(0) and "1" not in stands(village)


@pytest.mark.parametrize(
    ("steps", "kind", "field"),
    [
        ([], errors.StepEmptyError, "steps"),
        ([{"step": "reminder"}], errors.StepEmptyError, "steps/1/after_bills"),
        ([{"step": "shout", "after_bills": 1}], UserError, "steps/1/step"),
        (
            [{"step": "reminder", "after_bills": 3}, {"step": "cut-off", "after_bills": 2}],
            errors.LadderOrderError,
            "steps/2/step",
        ),
        (
            [{"step": "cut-off", "after_bills": 1}, {"step": "reminder", "after_bills": 2}],
            errors.LadderOrderError,
            "steps/2/step",
        ),
    ],
)
def test_a_ladder_that_does_not_stand(
    village: Desk, steps: list[dict[str, Any]], kind: type[UserError], field: str
) -> None:
    with pytest.raises(kind) as refused:
        ask(village, "ladder", decision=1, steps=steps)
    assert refused.value.field == field


def test_without_a_decision_there_are_no_steps(book_with: Callable[..., Desk]) -> None:
    desk = book_with(members=1, fee=450)
    desk.bill("2026-07")
    with pytest.raises(errors.NoLadderError):
        step(desk, "reminder")
    with pytest.raises(UserError):
        ask(desk, "ladder", decision=7, steps=LADDER)
