"""The practice committee where water is measured: blocks, readings, discounts, late fees, a contribution."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import Final

from imt_desktop.committee.describing import DecisionRequest, record_decision
from imt_desktop.committee.entries import DecisionRecorded
from imt_desktop.ledger.charging.absences import AbsencesRequest, note_absences
from imt_desktop.ledger.charging.asked import (
    BlockLine,
    FinesLine,
    LabourLine,
    LateLine,
    OneOffLine,
    RoundLine,
    TypeLine,
)
from imt_desktop.ledger.charging.drives import DriveRequest, begin_drive
from imt_desktop.ledger.charging.meter_rounds import MeterStop, meter_walk
from imt_desktop.ledger.charging.meters import ReadingLine
from imt_desktop.ledger.charging.readings import ReadingsRequest, read_meters
from imt_desktop.ledger.charging.reliefs import ReliefRequest, grant
from imt_desktop.ledger.tariffs import TariffRequest
from imt_desktop.oversight.practice.desk import Desk, Job
from imt_desktop.oversight.practice.people import ZONES, Village
from imt_desktop.period import Month

UNREAD: Final = 5
"""The meter behind a locked gate: every fifth month nobody can read it."""


def price(start: Month) -> TariffRequest:
    """300 for 6 m³, 50 for each more; a school pays 40 for each, a shared tap a fixed fee."""
    return TariffRequest(
        name="Metered water",
        effective_from=str(start),
        decision=1,
        types=(
            TypeLine(
                connection_type="household", fixed=Decimal(300), unit="m3", included=Decimal(6),
                blocks=(
                    BlockLine(price=Decimal(50), to=Decimal(20)), BlockLine(price=Decimal(70)),
                ),
            ),
            TypeLine(
                connection_type="institution", unit="m3", blocks=(BlockLine(price=Decimal(40)),)
            ),
            TypeLine(connection_type="shared", fixed=Decimal(600)),
        ),
        round=RoundLine(to=Decimal(5)),
        late=LateLine(amount=Decimal(50), grace_days=15, ceiling=Decimal(150)),
        fines=FinesLine(assembly=Decimal(100), labour_day=Decimal(200)),
        labour=LabourLine(value=Decimal(300), days=4),
        one_offs=(OneOffLine(item="connection", amount=Decimal(2500), instalments=5),),
    )  # fmt: skip


def jobs(desk: Desk, village: Village, start: Month, month: Month) -> list[Job]:
    """Plan what a month has besides; the last one is read by half, and has no bills yet."""
    zones = ZONES[:2] if month == Month.of(desk.today) else ZONES
    found = [Job(month.day(1), partial(_read, desk, month, zones))]
    if month == start:
        found.append(Job(month.day(2), partial(_relieve, desk, village, start)))
    if month == start.shift(2):
        found.append(Job(month.day(4), partial(_ask_for_pump, desk)))
    if month == Month.of(desk.today).shift(-1):
        found.append(Job(month.day(17), partial(_miss, desk, village)))
    return found


def _read(desk: Desk, month: Month, zones: tuple[str, ...]) -> None:
    rounds = [one for one in meter_walk(desk.book(), month).rounds if one.zone in zones]
    lines = tuple(_line(desk, stop, month) for one in rounds for stop in one.stops)
    if lines:
        desk.do(read_meters, ReadingsRequest(month=str(month), lines=lines))


def _line(desk: Desk, stop: MeterStop, month: Month) -> ReadingLine:
    if stop.meter is None:
        return ReadingLine(connection=stop.id, value=Decimal(desk.chance.randint(20, 900)))
    if stop.meter.usual and (stop.id + month.month) % 29 == UNREAD:
        return ReadingLine(connection=stop.id, answer="estimate")
    mean = 60 if stop.number == "7" else 4 + stop.id % 9
    used = max(1, mean + desk.chance.randint(-2, 2))
    before = max(stop.meter.value, stop.meter.charged_to) // 1000
    return ReadingLine(connection=stop.id, value=Decimal(before + used), answer="right")


def _relieve(desk: Desk, village: Village, start: Month) -> None:
    helped = (("elderly", 35), ("poor", 50))
    for number, (group, percent) in zip(village.first[8::11], helped, strict=False):
        wanted = ReliefRequest(
            member=number, group=group, decision=1, since=str(start), until=str(start.shift(35)),
            percent=Decimal(percent),
        )  # fmt: skip
        desk.do(grant, wanted)


def _ask_for_pump(desk: Desk) -> None:
    today = desk.book().today
    wanted = DecisionRequest(
        minute=f"03/{today.year}", what="New pump", body="assembly", decided_on=today
    )
    recorded = desk.do(record_decision, wanted)
    assert isinstance(recorded.entry, DecisionRecorded)
    drive = DriveRequest(
        name="New pump", target=Decimal(30000), decision=recorded.entry.decision, each=Decimal(500),
        due_on=Month.of(today).shift(2).last,
    )  # fmt: skip
    desk.do(begin_drive, drive)


def _miss(desk: Desk, village: Village) -> None:
    absent = tuple(village.first[2::9][:4])
    if absent:
        desk.do(note_absences, AbsencesRequest(what="assembly", members=absent))
