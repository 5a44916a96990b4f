"""Those outside: whom to ask, what was asked, reports owed; and the calendar of all that is due."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imt_desktop.committee import errors as base
from imt_desktop.community.complaints.queries import ANYBODY
from imt_desktop.community.errors import BeforeItError, DueBeforeItError, MonthsError
from imt_desktop.community.months import months_after
from imt_desktop.community.support import errors, queries
from imt_desktop.errors import UserError
from imt_desktop.journal.verify import verify
from imt_desktop.oversight.calendar import calendar
from imt_desktop.oversight.whole import ROOMS
from imt_desktop.period import Period
from imt_desktop.plan.compliance import held
from imt_desktop.plan.queries import complied
from imt_desktop.reports.lists.build import build_list
from tests.book.charging.village import ask, decide
from tests.book.community.village import officers
from tests.builders import TODAY, Desk
from tools import verify_book

Book = Callable[..., Desk]
AUTUMN = (date(2026, 10, 1), date(2026, 12, 31))
OFFICE = {"role": "county", "name": "Water office", "mandate": "pumps", "phone": "0700 000 001"}


@pytest.fixture
def village(book_with: Book) -> Desk:
    desk: Desk = book_with(members=2)
    ask(desk, "contact", role="regulator", name="Regulator, complaints desk")
    ask(desk, "contact", **OFFICE, then=1)
    ask(desk, "support", contact=2, words="a new pump", due_on="2026-10-01", on="2026-09-01")
    ask(desk, "report-owed", what="Quarterly report", contact=2, due_on="2026-07-31", months=3)
    return desk


def test_whom_to_ask_and_whom_next(village: Desk) -> None:
    first, second = village.see(queries.contacts)
    assert (second.name, second.then, first.then) == ("Water office", 1, None)
    with pytest.raises(errors.CircleError) as refused:
        ask(village, "contact", contact=1, role="regulator", name="Regulator", then=2)
    assert refused.value.field == "then"
    ask(village, "contact", **OFFICE, contact=2, ended=True)
    assert [one.id for one in village.see(queries.contacts)] == [1]


def test_an_answer_that_does_not_come_is_late(village: Desk) -> None:
    (asked,) = village.see(queries.requests)
    assert (asked.days_late(TODAY), asked.asked_on) == (13, date(2026, 9, 1))
    ask(village, "support-answered", request=1, outcome="partly", words="half", on="2026-10-10")
    (asked,) = village.see(queries.requests)
    assert (asked.days_late(TODAY), asked.outcome) == (0, "partly")


def test_a_report_is_due_again_after_it_was_sent(village: Desk) -> None:
    due = lambda: village.see(queries.reports)[0].next_due  # noqa: E731
    assert due() == date(2026, 7, 31)
    ask(village, "report-sent", report=1, on="2026-08-03")
    assert due() == date(2026, 10, 31)
    ask(village, "report-sent", report=1)
    assert due() == date(2027, 1, 31)
    ask(village, "report-owed", what="Donor's report", due_on="2026-11-30")
    ask(village, "report-sent", report=2)
    assert village.see(queries.report, 2).next_due is None
    with pytest.raises(errors.NothingDueError):
        ask(village, "report-sent", report=2)


def test_the_calendar_holds_all_that_is_due(village: Desk) -> None:
    officers(village)
    ask(village, "officer-changed", officer="1", name="T. Reasurer", post="treasurer",
        since="2026-01-01", until="2026-12-31")  # fmt: skip
    ask(village, "complaint", words="dry", name="A. B.", on="2026-09-07", about="T. Reasurer")
    ask(village, "complaint", words="dry", name="A. B.", on="2026-10-12")
    ask(village, "meeting", day="2026-11-29")
    ask(village, "meeting", what="committee", day="2026-10-14")
    ask(village, "meeting-held", meeting=2, women=1, men=1)
    ask(village, "meeting-question", meeting=2, words="Keys?", due_on="2026-10-20")
    ask(village, "maintenance", what="Grease", component="pump", months=1, first_on="2026-11-05")
    ask(village, "audit", first="2026-01-01", last="2026-09-30", decision=decide(village),
        auditors=[{"name": "R. S."}])  # fmt: skip
    ask(village, "finding", audit=1, post="treasurer", words="no pads", evidence="none")
    ask(village, "finding-answered", finding=1, words="bought", due_on="2026-10-30")
    ask(village, "round")
    ask(village, "action", plan={"title": "A safe", "person": "C. D.", "deadline": "2026-12-15"})
    ask(village, "compliance", lines=[{"item": "registration", "state": "met",
                                       "expires": "2026-12-24"}])  # fmt: skip
    ask(village, "round-ended")
    ask(village, "round")  # a paper runs out, whether or not the new round has come to it
    found = village.see(calendar, *AUTUMN, TODAY)
    assert [(str(one.on), one.what, one.late) for one in found if one.what != "closing"] == [
        ("2026-07-31", "report", True),
        ("2026-09-25", "complaint", True),
        ("2026-10-01", "support", True),
        ("2026-10-20", "question", False),
        ("2026-10-30", "finding", False),
        ("2026-10-31", "report", False),
        ("2026-11-02", "complaint", False),
        ("2026-11-05", "maintenance", False),
        ("2026-11-29", "meeting", False),
        ("2026-12-05", "maintenance", False),
        ("2026-12-15", "action", False),
        ("2026-12-24", "paper", False),
        ("2026-12-31", "term", False),
    ]
    assert not any("dry" in one.words or "A. B." in one.words for one in found)
    # The treasurer does not read of the complaint about the treasurer.
    theirs = village.see(calendar, *AUTUMN, TODAY, 1)
    assert {one.about for one in found if one.what == "complaint"} == {1, 2}
    assert {one.about for one in theirs if one.what == "complaint"} == {2}
    wall = village.see(calendar, *AUTUMN, TODAY, ANYBODY)
    assert {one.about for one in wall if one.what == "complaint"} == {2}


def test_water_that_was_tested_is_tested_again_a_year_later(village: Desk) -> None:
    assert "test" not in {one.what for one in village.see(calendar, *AUTUMN, TODAY)}
    for on in ("2025-11-30", "2025-06-01"):
        ask(village, "water-test", on=on, lines=[{"parameter": "chlorine", "value": "0.5"}])
    found = [one for one in village.see(calendar, *AUTUMN, TODAY) if one.what == "test"]
    assert [(str(one.on), one.late) for one in found] == [("2026-11-30", False)]


def test_what_is_late_stands_only_with_the_days_that_hold_today(village: Desk) -> None:
    later = village.see(calendar, date(2026, 11, 1), date(2026, 11, 30), TODAY)
    assert [one.what for one in later] == ["closing"]
    assert later[0].words == "2026-10" and later[0].on == date(2026, 11, 15)
    now = village.see(calendar, *AUTUMN, TODAY)  # months are closed one after another
    assert sum(one.what == "closing" and one.late for one in now) == 1
    before = village.see(calendar, date(2026, 7, 1), date(2026, 7, 31), TODAY)
    assert [(one.what, one.late) for one in before] == [
        ("closing", True), ("closing", True), ("report", True),
    ][1:]  # fmt: skip


def test_maintenance_that_was_passed_over_again_and_again_is_late_once(village: Desk) -> None:
    ask(
        village, "maintenance", what="Wash the tank", component="tank", months=1, first_on="2026-06-05"
    )  # fmt: skip
    found = village.see(calendar, *AUTUMN, TODAY)
    assert [(one.on, one.late) for one in found if one.words == "Wash the tank"] == [
        (date(2026, 6, 5), True), (date(2026, 11, 5), False), (date(2026, 12, 5), False),
    ]  # fmt: skip


def test_a_report_owed_since_the_first_of_all_years_is_late_once(village: Desk) -> None:
    ask(village, "report-owed", what="Pumped water", months=1, due_on="0001-01-31")
    found = village.see(calendar, *AUTUMN, TODAY)
    assert [(one.on, one.late) for one in found if one.words == "Pumped water"] == [
        (date(1, 1, 31), True), (date(2026, 10, 31), False), (date(2026, 11, 30), False),
        (date(2026, 12, 31), False),
    ]  # fmt: skip


@given(st.dates(date(2020, 1, 31), date(2040, 12, 31)), st.integers(1, 60))
def test_months_after_keep_the_day_or_the_last_one_of_the_month(day: date, months: int) -> None:
    then = months_after(day, months)
    assert (then.year * 12 + then.month) - (day.year * 12 + day.month) == months
    assert then.day == day.day or (then.day < day.day and (then + timedelta(days=1)).day == 1)


def test_a_year_at_the_end_of_all_calendars_leaves_the_book_readable(village: Desk) -> None:
    """Somebody's finger stays on the 9: the calendar and Home are still shown."""
    assert months_after(date(9999, 12, 31), 1) == date.max
    before = village.see(calendar, *AUTUMN, TODAY)
    ask(village, "report-owed", what="x", contact=1, months=1, due_on="9999-12-31")
    number = village.rows("SELECT max(id) FROM report_owed")[0][0]
    ask(village, "report-sent", report=number)
    assert village.see(calendar, *AUTUMN, TODAY) == before
    (late,) = [one for one in village.see(queries.reports) if one.id == number]
    assert late.next_due == date.max


@pytest.mark.parametrize(
    ("kind", "request_", "error", "field"),
    [
        ("contact", {**OFFICE, "role": "king"}, base.ChoiceError, "role"),
        ("contact", {**OFFICE, "name": " "}, base.TitleMissingError, "name"),
        ("contact", {**OFFICE, "then": 9}, errors.NoSuchContactError, "then"),
        ("contact", {**OFFICE, "contact": 9}, errors.NoSuchContactError, "contact"),
        ("contact", {**OFFICE, "contact": 2, "then": 2}, errors.CircleError, "then"),
        ("support", {"contact": 9, "words": "x", "due_on": "2026-11-01"},
         errors.NoSuchContactError, "contact"),
        ("support", {"contact": 1, "words": " ", "due_on": "2026-11-01"},
         base.TitleMissingError, "words"),
        ("support", {"contact": 1, "words": "x", "due_on": "2026-10-13"}, DueBeforeItError,
         "due_on"),
        ("support-answered", {"request": 9, "outcome": "none"}, errors.NoSuchSupportError,
         "request"),
        ("support-answered", {"request": 1, "outcome": "maybe"}, base.ChoiceError, "outcome"),
        ("support-answered", {"request": 1, "outcome": "none", "on": "2026-08-31"},
         BeforeItError, "on"),
        ("report-owed", {"what": " ", "due_on": "2026-11-01"}, base.TitleMissingError, "what"),
        ("report-owed", {"what": "x", "due_on": "2026-11-01", "months": -1}, MonthsError,
         "months"),
        ("report-owed", {"what": "x", "due_on": "2026-11-01", "report": 9},
         errors.NoSuchReportError, "report"),
        ("report-sent", {"report": 9}, errors.NoSuchReportError, "report"),
        ("visit-received", {"by": " ", "words": "x"}, base.TitleMissingError, "by"),
        ("visit-received", {"by": "x", "words": "x", "contact": 9}, errors.NoSuchContactError,
         "contact"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_beside_its_field(
    village: Desk, kind: str, request_: dict[str, Any], error: type[UserError], field: str
) -> None:
    entries = village.entries()
    with pytest.raises(error) as refused:
        ask(village, kind, **request_)
    assert refused.value.field == field
    assert village.entries() == entries


def test_an_answer_is_written_down_once(village: Desk) -> None:
    ask(village, "support-answered", request=1, outcome="none")
    with pytest.raises(errors.SupportAnsweredError):
        ask(village, "support-answered", request=1, outcome="granted")


def test_the_tables_are_rebuilt_the_same_and_both_verifiers_agree(village: Desk) -> None:
    ask(village, "report-sent", report=1)
    ask(village, "visit-received", by="Water office", words="looked at the tank", contact=2)
    assert not verify(village.book.path, ROOMS).problems
    done = subprocess.run(
        [sys.executable, "-I", str(Path(verify_book.__file__)), str(village.book.path)],
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


LICENCE = {"words": "Licence to take water", "paper": "WRA 31/2021", "issued_by": "Water authority"}


def test_a_registration_paper_is_written_down_without_a_round(village: Desk) -> None:
    ask(village, "registration-paper", **LICENCE, expires="2026-11-10")
    ask(village, "registration-paper", item="registration", paper="77")
    (licence, registered) = village.see(complied)
    assert (licence.state, licence.issued_by) == ("met", "Water authority")
    assert (registered.item, registered.paper, registered.expires) == ("registration", "77", None)
    (due,) = (one for one in village.see(calendar, *AUTUMN, TODAY) if one.what == "paper")
    assert (due.on, due.words) == (date(2026, 11, 10), "Licence to take water")
    ask(village, "registration-paper", **LICENCE | {"paper": "WRA 9/2026"}, expires="2031-11-10")
    assert [one.paper for one in village.see(complied)] == ["77", "WRA 9/2026"]
    ask(village, "round")  # which finds them, and goes on with them
    assert [(one.round, one.line.paper) for one in village.see(held)] == [
        (0, "77"),
        (0, "WRA 9/2026"),
    ]
    ask(village, "compliance", lines=[{"item": "registration", "state": "partly"}])
    (only,) = village.see(held)
    assert (only.round, only.line.state) == (1, "partly")
    ask(village, "registration-paper", item="registration", ended=True)
    assert village.see(complied) == ()
    said = village.see(build_list, "registrations", Period(TODAY, TODAY))
    assert said.rows == ()


def test_the_whole_list_is_checked_without_a_round_too(village: Desk) -> None:
    ask(village, "compliance", lines=[{"item": "registration", "state": "missing"}])
    assert [one.state for one in village.see(complied)] == ["missing"]


@pytest.mark.parametrize(
    ("wanted", "error", "place"),
    [
        ({"paper": "1"}, base.TitleMissingError, "words"),
        ({"item": "nonsense"}, base.ChoiceError, "item"),
        ({"words": "Licence", "ended": True}, base.ChoiceError, "words"),
    ],
)
def test_a_paper_has_a_name_and_is_ended_only_where_it_is(
    village: Desk, wanted: dict[str, Any], error: type[UserError], place: str
) -> None:
    with pytest.raises(error) as refused:
        ask(village, "registration-paper", **wanted)
    assert refused.value.field == place
