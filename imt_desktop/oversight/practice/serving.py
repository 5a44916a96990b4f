"""The practice committee's service log: what broke, what is measured, looked after and kept in store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from random import Random
from typing import Final

from imt_desktop.community.service import measuring, repairing
from imt_desktop.community.service.measuring import (
    MeasuredLine,
    ProducedLine,
    ProductionRequest,
    SuppliedLine,
    SupplyRequest,
    TurnLine,
    TurnsRequest,
    WaterTestRequest,
)
from imt_desktop.community.service.repairing import (
    BreakdownRequest,
    FunctionalityRequest,
    MaintenanceDoneRequest,
    MaintenanceRequest,
    RepairedRequest,
    StoreLine,
    StoresRequest,
)
from imt_desktop.journal import Ref
from imt_desktop.ledger.expenses import last_paid_out
from imt_desktop.oversight.practice.desk import Desk, Job
from imt_desktop.oversight.practice.people import ZONES
from imt_desktop.oversight.service import repair_breakdown
from imt_desktop.period import Month

_OPERATOR: Final = "Pump operator (practice)"
_YOUNGEST: Final = 120
"""Days of work below which nothing has broken that anybody wrote down."""
_REPAIR_DAY: Final = 20
"""The day of a month on which the committee buys what a repair needs."""
_STOPS: Final = timedelta(days=2)

_TESTS: Final = ((150, "0.3", 0), (20, "0.1", 0))
"""How many days ago, the chlorine in mg/l, and E. coli in 100 ml."""
_HOURS: Final = ((88, "6"), (58, "6.5"), (28, "5.5"), (4, "5"))
"""How many days ago, and how many hours there was water."""


def service(desk: Desk, start: Month, households: int) -> Iterator[Job]:
    """Plan what is written down about the water, as far as the committee was there then."""
    desk = desk.with_dice(Random(len(_TESTS)))
    yield Job(start.day(6), partial(_look_ahead, desk, start))
    month = start
    while month <= Month.of(desk.today):
        yield Job(month.last, partial(_produce, desk, households))
        month = month.shift(1)
    yield from _belt(desk, start)
    works: list[tuple[int, Callable[[Desk, date], None]]] = []
    if (desk.today - start.first).days >= _YOUNGEST:
        works += [(118, _valve_stuck), (115, _valve_freed), (90, _greased), (51, _washed)]
        works += [(32, _leak), (30, _count)]
    works += [(ago, partial(_test, chlorine, coli)) for ago, chlorine, coli in _TESTS]
    works += [(ago, partial(_flowed, hours)) for ago, hours in _HOURS]
    for ago, work in works:
        on = desk.today - timedelta(days=ago)
        if on >= start.first:
            yield Job(on, partial(work, desk, on))


def _look_ahead(desk: Desk, start: Month) -> None:
    """Say how the system works, what is looked after, and when the upper houses get water."""
    desk.do(repairing.say_functionality, FunctionalityRequest(state="functional"))
    for what, component, months in (
        ("Grease the bearings of the pump", "pump", 3), ("Wash the tank out", "tank", 6),
    ):  # fmt: skip
        wanted = MaintenanceRequest(
            what=what, component=component, months=months, first_on=start.shift(months).day(6)
        )
        desk.do(repairing.plan, wanted)
    turns = tuple(TurnLine(weekday=day, first="06:00", last="09:00") for day in (1, 3, 5))
    desk.do(measuring.set_turns, TurnsRequest(zone=ZONES[0], lines=turns))


def _produce(desk: Desk, households: int) -> None:
    volume = Decimal(households * 11 + 70 + desk.chance.randint(-4, 4))
    desk.do(measuring.log_production, ProductionRequest(lines=(ProducedLine(volume=volume),)))


def _belt(desk: Desk, start: Month) -> Iterator[Job]:
    """The belt of the pump tears two days before the parts of a month are paid."""
    now = Month.of(desk.today)
    nth = (now.year - start.year) * 12 + now.month - start.month - 2
    month = now.shift(-3 if nth % 3 == 1 else -2)  # every third month they are owed
    if month > start:
        on = month.day(_REPAIR_DAY)
        yield Job(on - _STOPS, partial(_torn, desk, on - _STOPS))
        yield Job(on, partial(_new_belt, desk, on))


def _torn(desk: Desk, on: date) -> None:
    wanted = BreakdownRequest(
        component="pump", cause="wear", words="The belt tore", by=_OPERATOR, dry_since=on
    )
    desk.do(repairing.break_down, wanted)


def _new_belt(desk: Desk, on: date) -> None:
    paid = (one for one in last_paid_out(desk.book(), 10) if one.on == on)
    spent = [one.ref for one in paid if one.who == "Practice Hardware"][:1]
    _repaired(desk, on, "A new belt", tuple(spent))


def _valve_stuck(desk: Desk, on: date) -> None:
    wanted = BreakdownRequest(
        component="valve", cause="wear", words="No water at the upper taps", by="Practice Ruth",
        dry_since=on - _STOPS,
    )  # fmt: skip
    desk.do(repairing.break_down, wanted)


def _valve_freed(desk: Desk, on: date) -> None:
    _repaired(desk, on, "The valve at the tank was stuck; it was freed")


def _repaired(desk: Desk, on: date, words: str, spent: tuple[Ref, ...] = ()) -> None:
    """Repair what is broken and leaves people without water."""
    (number,) = desk.book().driver.execute(
        "SELECT max(id) FROM breakdown WHERE repaired IS NULL AND dry_since IS NOT NULL"
    ).fetchone()  # fmt: skip
    wanted = RepairedRequest(breakdown=number, words=words, by=_OPERATOR, back_on=on, spent=spent)
    desk.do(repair_breakdown, wanted)


def _greased(desk: Desk, _on: date) -> None:
    desk.do(repairing.look_after, MaintenanceDoneRequest(task=1, by=_OPERATOR))


def _washed(desk: Desk, _on: date) -> None:
    desk.do(repairing.look_after, MaintenanceDoneRequest(task=2, by=_OPERATOR))


def _leak(desk: Desk, _on: date) -> None:
    """It still waits; there is water."""
    wanted = BreakdownRequest(
        component="pipes", cause="damage", words="The pipe leaks beside the school",
        by="Practice Simon",
    )  # fmt: skip
    desk.do(repairing.break_down, wanted)
    desk.do(repairing.say_functionality, FunctionalityRequest(state="partly"))


def _count(desk: Desk, _on: date) -> None:
    lines = (("Tap washers", 2, 6), ("Pipe joints, 50 mm", 5, 2), ("Pump belt", 1, 1))
    desk.do(repairing.count_stores, StoresRequest(
        lines=tuple(StoreLine(part=part, stock=stock, least=least) for part, stock, least in lines)
    ))  # fmt: skip


def _test(chlorine: str, coli: int, desk: Desk, _on: date) -> None:
    lines = (
        MeasuredLine(parameter="chlorine", value=Decimal(chlorine)),
        MeasuredLine(parameter="e-coli", value=Decimal(coli)),
    )
    wanted = WaterTestRequest(lines=lines, place="Tap at the kiosk", by="Practice Laboratory")
    desk.do(measuring.test_water, wanted)


def _flowed(hours: str, desk: Desk, _on: date) -> None:
    line = SuppliedLine(hours=Decimal(hours))
    desk.do(measuring.log_supply, SupplyRequest(lines=(line,)))
