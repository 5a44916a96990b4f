"""Scenes of the service page: a full log, a new breakdown and what is wrong with it, and a new book."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from imt_desktop.community.service.queries import Breakdown, Part, Task, Test
from imt_desktop.community.support.queries import Contact
from imt_desktop.money import Money
from imt_desktop.oversight.service import WaterLost
from imt_desktop.period import Month
from imt_desktop.ui.gallery.scene import Scene, Stage
from imt_desktop.ui.pages.service import forms
from imt_desktop.ui.pages.service.lists import show_tests
from imt_desktop.ui.pages.service.look import MONTHS, Broken, ServiceLook
from imt_desktop.ui.pages.service.page import ServicePage
from imt_desktop.ui.pages.service.turns import set_turns


def _full(stage: Stage) -> ServicePage:
    page = stage.page("service")
    assert isinstance(page, ServicePage)
    stage.settle()
    page.show_service(_log(stage))
    stage.settle()
    return page


def _log(stage: Stage) -> ServiceLook:
    today, currency = stage.desk.today, stage.desk.currency

    def ago(days: int) -> date:
        return today - timedelta(days=days)

    now = Month.of(today)
    return ServiceLook(
        today=today,
        broken=(
            Broken(
                Breakdown(
                    2, 90, None, "valve", "wear", "The valve at the tank drips", ago(4), None, None,
                    None, None, (),
                ),
                Money(0, currency), "f" * 64,
            ),
            Broken(
                Breakdown(
                    1, 40, None, "pump", "no-power", "The solar panel was stolen", ago(80), ago(79),
                    44, ago(56), ago(54), (),
                ),
                Money(1_450_000, currency),
            ),
        ),
        months=tuple(now.shift(at - MONTHS + 1) for at in range(MONTHS)),
        dry=(0, 2, 0, 0, 0, 0, 0, 0, 4, 21, 0, 0),
        litres=(*(n * 1000 for n in (310, 290, 330, 345, 300, 320, 310, 290, 210, 80, 320)), None),
        dry_year=27,
        hours=Decimal("5.5"),
        lost=WaterLost(3_105_000, 2_422_000),
        tests=(
            Test(70, ago(20), "chlorine", Decimal("0.3"), True),
            Test(70, ago(20), "e-coli", Decimal(12), False),
        ),
        tasks=(
            Task(1, "Grease the bearings", "pump", 3, ago(200), False, ago(100)),
            Task(2, "Wash the tank out", "tank", 6, ago(-60), False, None),
        ),
        stores=(Part("Washers", 1, 6), Part("Pipe, 50 mm", 4, 2)),
        repairers=(Contact(3, "repair", "Juma Electric", "pumps and panels", "0700 000 311", None, False),),
        works={0: ("partly", ago(4))},
        systems={},
        zones=("Hilltop", "Market"),
        turns={"Hilltop": (*((day, "06:00", "09:00") for day in (1, 3, 5)), (6, "16:00", "18:30"))},
    )  # fmt: skip


def _new(stage: Stage) -> None:
    page = stage.page("service")
    assert isinstance(page, ServicePage)
    stage.settle()
    page.begin()
    stage.settle()


def _repaired(stage: Stage) -> None:
    page = _full(stage)
    forms.repaired(page, stage.desk, _log(stage), _log(stage).broken[1]).open()
    stage.settle()


def _tested(stage: Stage) -> None:
    page = _full(stage)
    forms.tested(page, stage.desk, _log(stage)).open()
    stage.write(**{"lines/chlorine": "50"})
    stage.submit()


def _counted(stage: Stage) -> None:
    page = _full(stage)
    forms.counted(page, stage.desk, _log(stage)).open()
    stage.settle()


def _turns(stage: Stage) -> None:
    page = _full(stage)
    set_turns(page, stage.desk, _log(stage)).open()
    stage.write(**{"day/1": "18:00-9:00", "day/2": "25:00"})
    stage.submit()


def _tests(stage: Stage) -> None:
    page = _full(stage)
    show_tests(page, stage.desk)
    stage.settle()


SCENES: Final = (
    Scene("service", lambda stage: _full(stage) and None),
    Scene("service-new", _new),
    Scene("service-repaired", _repaired),
    Scene("service-test-wrong", _tested),
    Scene("service-stores", _counted),
    Scene("service-turns-wrong", _turns),
    Scene("service-tests", _tests),
    Scene("service-new-book", lambda stage: stage.go("service"), "new"),
)
