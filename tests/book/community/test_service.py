"""The service of a village: 25 days without water, and what is measured; each figure by hand."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imt_desktop.committee import errors as base
from imt_desktop.community.errors import BeforeItError, HourError, MonthsError
from imt_desktop.community.packs import parameters
from imt_desktop.community.service import errors, queries
from imt_desktop.errors import UserError
from imt_desktop.i18n import Translator
from imt_desktop.journal.verify import verify
from imt_desktop.ledger.errors import NoSuchExpenseError
from imt_desktop.oversight.service import WaterLost, cost, water_lost
from imt_desktop.oversight.whole import ROOMS
from imt_desktop.wording.community import PARAMETERS
from imt_desktop.wording.errors import sentence
from tests.book.charging.village import ask, household, read, tariff
from tests.builders import TODAY, Desk, book_in, kes
from tests.builders import household as member
from tools import verify_book

Book = Callable[..., Desk]
JUNE = (date(2026, 6, 1), date(2026, 6, 30))
YEAR = (date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture
def village(book_with: Book) -> Desk:
    """The pump stood still from 1 June, was repaired on the 25th, and there was water on the 26th."""
    desk: Desk = book_with(members=2)
    spent = desk.spend(4_000, "repairs", on=date(2026, 6, 20))
    owed = desk.owe(1_500, on=date(2026, 6, 25))
    ask(desk, "breakdown", component="pump", cause="wear", words="it hums and gives nothing",
        by="kiosk", dry_since="2026-06-01", on="2026-06-02")  # fmt: skip
    ask(
        desk, "breakdown-repaired", breakdown=1, words="new motor", by="M. N.", on="2026-06-25",
        back_on="2026-06-26",
        spent=[{"entry": spent.seq, "line": 1}, {"entry": owed.seq, "line": 1}],
    )  # fmt: skip
    return desk


def test_the_breakdown_by_hand(village: Desk) -> None:
    (found,) = village.see(queries.breakdowns)
    assert (found.dry_days(TODAY), found.days_to_repair(TODAY)) == (25, 23)
    assert village.see(cost, found.spent) == kes(5_500)
    assert village.see(queries.dry_days, *YEAR, TODAY) == 25
    assert village.see(queries.dry_days, *JUNE, TODAY) == 25
    assert village.see(queries.dry_days, date(2026, 6, 10), date(2026, 6, 12), TODAY) == 3
    assert queries.reliability(25) == "seldom"
    assert (queries.reliability(0), queries.reliability(11)) == ("always", "often")


def test_an_expense_that_was_cancelled_costs_nothing(village: Desk) -> None:
    (found,) = village.see(queries.breakdowns)
    village.void(found.spent[0].entry)
    assert village.see(cost, found.spent) == kes(1_500)


def test_a_day_without_water_counts_once_and_none_is_to_come(village: Desk) -> None:
    ask(village, "breakdown", component="pipes", dry_since="2026-06-20", on="2026-06-19")
    ask(village, "breakdown-repaired", breakdown=2, back_on="2026-06-29", on="2026-06-28")
    assert village.see(queries.dry_days, *JUNE, TODAY) == 28
    ask(village, "breakdown", component="tank", cause="flood", dry_since="2026-10-12")
    assert village.see(queries.breakdown, 3).dry_days(TODAY) == 3, "12, 13 and 14 October"
    assert village.see(queries.dry_days, *YEAR, TODAY) == 31
    assert [one.id for one in village.see(queries.breakdowns)] == [3, 2, 1]


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 250), st.integers(0, 40)), min_size=1, max_size=4))
def test_dry_days_are_the_days_on_which_something_was_dry(spans: list[tuple[int, int]]) -> None:
    with TemporaryDirectory() as folder:
        desk, dry = book_in(Path(folder)), set[date]()
        for since, days in spans:
            first = date(2026, 1, 10) + timedelta(days=since)
            back = min(first + timedelta(days=days), TODAY)
            ask(desk, "breakdown", component="pump", dry_since=f"{first}", on=f"{first}")
            number = desk.see(queries.breakdowns)[0].id
            ask(desk, "breakdown-repaired", breakdown=number, back_on=f"{back}", on=f"{back}")
            dry |= {first + timedelta(days=at) for at in range((back - first).days)}
        year = desk.see(queries.dry_days, *YEAR, TODAY)
        june = desk.see(queries.dry_days, *JUNE, TODAY)
        desk.book.close()
    assert (year, june) == (len(dry), sum(day.month == 6 for day in dry))


def test_water_that_no_meter_saw(book_with: Book) -> None:
    desk = book_with()
    desk.join(member("A"), member("B"), on=date(2026, 1, 1))
    tariff(desk, household())
    for month, values in (("2026-07", ("10", "20")), ("2026-08", ("19", "32.5"))):
        read(desk, month, c1={"value": values[0]}, c2={"value": values[1]})
    assert desk.see(water_lost, date(2026, 8, 1), date(2026, 8, 31)) is None, "not measured"
    ask(desk, "production", lines=[{"volume": "17", "on": "2026-08-10"},
                                   {"volume": "12.5", "on": "2026-08-31"}])  # fmt: skip
    # Metered: 9 and 12.5 of 29.5 m³; 8 m³ are lost, 27.11 %.
    lost = desk.see(water_lost, date(2026, 8, 1), date(2026, 8, 31))
    assert lost == WaterLost(29_500, 21_500) and (lost.lost, lost.share) == (8_000, 2_711)
    assert WaterLost(10, 12).share is None, "a wrong measurement is no share"


def test_tests_are_held_against_the_guideline(village: Desk) -> None:
    ask(village, "water-test", on="2026-09-01", place="kiosk", by="laboratory",
        lines=[{"parameter": "chlorine", "value": "0.2"}, {"parameter": "e-coli", "value": "3"}])  # fmt: skip
    ask(village, "water-test", on="2026-10-01", lines=[{"parameter": "chlorine", "value": "0.15"}])
    found = village.see(queries.latest_tests)
    assert [(one.parameter, one.value, one.good) for one in found] == [
        ("chlorine", Decimal("0.15"), False), ("e-coli", Decimal(3), False),
    ]  # fmt: skip
    assert [one.good for one in village.see(queries.tests, *YEAR)] == [False, True, False]
    assert list(parameters()) == list(PARAMETERS)


def test_maintenance_is_due_again_so_many_months_after_it_was_done(village: Desk) -> None:
    ask(village, "maintenance", what="Clean the tank", component="tank", months=6,
        first_on="2026-03-31")  # fmt: skip
    ask(village, "maintenance", what="Grease the pump", component="pump", months=1,
        first_on="2026-11-01")  # fmt: skip
    due = lambda: [(one.id, one.due_on) for one in village.see(queries.tasks)]  # noqa: E731
    assert due() == [(1, date(2026, 3, 31)), (2, date(2026, 11, 1))]
    ask(village, "maintenance-done", task=1, words="four people", on="2026-08-31")
    assert due() == [(2, date(2026, 11, 1)), (1, date(2027, 2, 28))]
    ask(village, "maintenance-done", task=1, on="2026-04-02")
    assert due()[1] == (1, date(2027, 2, 28)), "what was done earlier changes nothing"
    ask(village, "maintenance", task=2, what="Grease the pump", component="pump", months=1,
        first_on="2026-11-01", ended=True)  # fmt: skip
    assert [number for number, _ in due()] == [1]


def test_turns_hours_stores_and_how_it_works(village: Desk) -> None:
    line = {"first": "06:00", "last": "10:00"}
    ask(village, "supply-turns", zone="A", lines=[{**line, "weekday": 4}, {**line, "weekday": 1}])
    assert village.see(queries.turns) == {"A": ((1, "06:00", "10:00"), (4, "06:00", "10:00"))}
    ask(village, "supply", lines=[{"hours": "4", "zone": "A"}, {"hours": "6.5", "zone": "B"}])
    ask(village, "supply", lines=[{"hours": "2.5", "zone": "A"}])
    assert village.see(queries.hours_a_day, *YEAR) == Decimal("4.5")
    assert village.see(queries.hours_a_day, *JUNE) is None
    ask(village, "stores", lines=[{"part": "Washers", "stock": 9, "least": 4},
                                  {"part": "Pump seals", "stock": 1, "least": 2}])  # fmt: skip
    assert [(one.part, one.short) for one in village.see(queries.stores)] == [
        ("Pump seals", True), ("Washers", False),
    ]  # fmt: skip
    ask(village, "functionality", state="not", on="2026-06-05")
    ask(village, "functionality", state="functional", on="2026-06-26")
    assert village.see(queries.functionality) == {0: ("functional", date(2026, 6, 26))}


def test_what_is_without_water_does_not_work_in_part(village: Desk) -> None:
    works = lambda: village.see(queries.functionality)  # noqa: E731
    ask(village, "functionality", state="partly", on="2026-10-01")
    ask(village, "breakdown", component="pipes", on="2026-10-02")
    assert works() == {0: ("partly", date(2026, 10, 1))}, "there is water"
    ask(village, "breakdown", component="pump", dry_since="2026-10-03", on="2026-10-04")
    assert works() == {0: ("not", date(2026, 10, 3))}
    broken = village.see(queries.breakdowns)[0].id
    ask(village, "breakdown-repaired", breakdown=broken, back_on="2026-10-05", on="2026-10-05")
    assert works() == {0: ("partly", date(2026, 10, 1))}


BROKEN = {"component": "pump"}


@pytest.mark.parametrize(
    ("kind", "request_", "error", "field"),
    [
        ("breakdown", {"component": "soul"}, base.ChoiceError, "component"),
        ("breakdown", {**BROKEN, "cause": "magic"}, base.ChoiceError, "cause"),
        ("breakdown", {**BROKEN, "system": 9}, base.NoSuchWaterSystemError, "system"),
        ("breakdown", {**BROKEN, "on": "2026-10-15"}, base.NotYetError, "on"),
        ("breakdown", {**BROKEN, "dry_since": "2026-10-15"}, base.NotYetError, "dry_since"),
        ("breakdown-repaired", {"breakdown": 9}, errors.NoSuchBreakdownError, "breakdown"),
        ("breakdown-repaired", {"breakdown": 1}, errors.RepairedError, "breakdown"),
        ("breakdown-repaired", {"breakdown": 2}, errors.BackMissingError, "back_on"),
        ("breakdown-repaired", {"breakdown": 2, "back_on": "2026-10-10"}, BeforeItError,
         "back_on"),
        ("breakdown-repaired", {"breakdown": 2, "back_on": "2026-10-13", "on": "2026-10-10"},
         BeforeItError, "on"),
        ("breakdown-repaired", {"breakdown": 2, "back_on": "2026-10-13",
                                "spent": [{"entry": 1, "line": 1}]}, NoSuchExpenseError, "spent/1"),
        ("supply-turns", {"lines": [{"weekday": 8, "first": "06:00", "last": "07:00"}]},
         errors.WeekdayError, "lines/1/weekday"),
        ("supply-turns", {"lines": [{"weekday": 1, "first": "6", "last": "07:00"}]},
         HourError, "lines/1/first"),
        ("supply-turns", {"lines": [{"weekday": 1, "first": "08:00", "last": "07:00"}]},
         errors.TurnError, "lines/1/last"),
        ("supply-turns", {"lines": [{"weekday": 1, "first": "06:00", "last": "08:00"},
                                    {"weekday": 1, "first": "07:00", "last": "09:00"}]},
         errors.TurnError, "lines"),
        ("supply", {"lines": []}, base.TitleMissingError, "lines"),
        ("supply", {"lines": [{"hours": "25"}]}, errors.HoursError, "lines/1/hours"),
        ("supply", {"lines": [{"hours": "1"}, {"hours": "2"}]}, base.TwiceError, "lines/2"),
        ("production", {"lines": [{"volume": "-1"}]}, errors.VolumeError, "lines/1/volume"),
        ("production", {"lines": [{"volume": "0.0001"}]}, errors.VolumeError, "lines/1/volume"),
        ("production", {"lines": [{"volume": "NaN"}]}, errors.VolumeError, "lines/1/volume"),
        ("production", {"lines": [{"volume": "1", "system": 9}]}, base.NoSuchWaterSystemError,
         "lines/1/system"),
        ("water-test", {"lines": []}, base.TitleMissingError, "lines"),
        ("water-test", {"lines": [{"parameter": "gold", "value": "1"}]}, base.ChoiceError,
         "lines/1/parameter"),
        ("water-test", {"lines": [{"parameter": "chlorine", "value": "50"}]}, errors.MeasureError,
         "lines/1/value"),
        ("water-test", {"lines": [{"parameter": "ph", "value": "4521.3"}]}, errors.MeasureError,
         "lines/1/value"),
        ("water-test", {"lines": [{"parameter": "e-coli", "value": "0.5"}]}, errors.MeasureError,
         "lines/1/value"),
        ("water-test", {"lines": [{"parameter": "chlorine", "value": "-0.2"}]},
         errors.MeasureError, "lines/1/value"),
        ("maintenance", {"what": " ", "component": "tank", "months": 6, "first_on": "2026-11-01"},
         base.TitleMissingError, "what"),
        ("maintenance", {"what": "x", "component": "tank", "months": 0, "first_on": "2026-11-01"},
         MonthsError, "months"),
        ("maintenance-done", {"task": 9}, errors.NoSuchTaskError, "task"),
        ("stores", {"lines": [{"part": "a", "stock": -1}]}, errors.StockError, "lines/1/stock"),
        ("stores", {"lines": [{"part": "a", "stock": 1}, {"part": "a", "stock": 1}]},
         base.TwiceError, "lines/2"),
        ("functionality", {"state": "so-so"}, base.ChoiceError, "state"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_beside_its_field(
    village: Desk, kind: str, request_: dict[str, Any], error: type[UserError], field: str
) -> None:
    ask(village, "breakdown", component="tank", dry_since="2026-10-11", on="2026-10-12")
    entries = village.entries()
    with pytest.raises(error) as refused:
        ask(village, kind, **request_)
    assert refused.value.field == field
    assert village.entries() == entries


def test_a_meter_reading_as_water_quality_is_asked_about(village: Desk) -> None:
    with pytest.raises(errors.MeasureError) as refused:
        ask(village, "water-test", lines=[{"parameter": "chlorine", "value": "50"}])
    assert sentence(refused.value, Translator("en")) == (
        "“50” cannot be measured as Free chlorine: that goes from 0 to 10 mg/L."
        " Is it what a meter says?"
    )


def test_an_expense_belongs_to_one_breakdown(village: Desk) -> None:
    (found,) = village.see(queries.breakdowns)
    ask(village, "breakdown", component="tap")
    used = {"entry": found.spent[0].entry, "line": 1}
    with pytest.raises(errors.ExpenseUsedError) as refused:
        ask(village, "breakdown-repaired", breakdown=2, spent=[used])
    assert refused.value.field == "spent/1"


def test_the_tables_are_rebuilt_the_same_and_both_verifiers_agree(village: Desk) -> None:
    ask(village, "maintenance", what="Clean", component="tank", months=6, first_on="2026-03-31")
    ask(village, "maintenance-done", task=1, spent=[])
    assert not verify(village.book.path, ROOMS).problems
    done = subprocess.run(
        [sys.executable, "-I", str(Path(verify_book.__file__)), str(village.book.path)],
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
