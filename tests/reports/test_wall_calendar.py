"""The calendar for the wall: every month as a grid, what is due in its day and in words under it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from imt_desktop.i18n import Translator
from imt_desktop.ledger.errors import FutureDayError
from imt_desktop.period import Period
from imt_desktop.reports import printing
from imt_desktop.reports.facts import encode
from imt_desktop.reports.paper import raster
from imt_desktop.reports.printing import PaperWanted
from imt_desktop.reports.yearly import pdf
from imt_desktop.reports.yearly.build import build_year
from imt_desktop.reports.yearly.words import sort_of
from tests.book.charging.village import ask
from tests.builders import book_in
from tests.reports import samples as s
from tests.reports.reading import text

YEAR = Period.year(2026)


def test_every_month_stands_on_one_of_two_sheets_in_both_languages() -> None:
    data = pdf.render(s.EMPTY_YEAR, s.TWO, s.ANCHOR)
    assert raster.pages(data) == 2
    first, second = text(data, 0), text(data, 1)
    assert "2026 · A year at a glance" in first and "2026 · A year at a glance" in second
    for said, months in (
        (first, ("January", "Januari", "June", "Juni")),
        (second, ("July", "Julai", "December", "Desemba")),
    ):
        assert all(month in said for month in months)
    days = [word for word in first.split() if word.isdecimal() and int(word) <= 31]
    assert len(days) >= 31 + 28 + 31 + 30 + 31 + 30


def test_what_is_due_stands_in_its_day_and_under_its_month(tmp_path: Path) -> None:
    """An assembly on 17 November, and bills due on the 15th of each month. It is 14 October 2026."""
    desk = book_in(tmp_path, members=1, fee=450)
    ask(desk, "meeting", day="2026-11-17")
    ask(desk, "complaint", words="secret words", name="Secret Name", on="2026-10-13")
    facts = desk.see(lambda book: build_year(book, YEAR, date(2026, 10, 14)))
    assert (date(2026, 11, 17), "meeting") in [(one.on, one.what) for one in facts.due]
    bills = [one.on for one in facts.due if one.what == "bills"]
    assert bills and {on.year for on in bills} == {2026} and bills == sorted(bills)
    assert b"ecret" not in encode(facts)
    sheet = desk.do(printing.issue, PaperWanted("calendar", ("en", "es"), YEAR, size="A3"))
    said = text(printing.draw(sheet), 1)
    assert "17 Assembly Asamblea" in said and "Bills are due" in said
    november = next(one for one in pdf.draw(facts, s.ONE, None).sheets[1].boxes
                    if one.label == "November")  # fmt: skip
    cells = [box for box in pdf.draw(facts, s.ONE, None).sheets[1].boxes
             if box.label == "17" and box.top > november.bottom
             and box.left < november.left + 350]  # fmt: skip
    assert len(cells) >= 2, "in the grid and in the words under it"


def test_the_calendar_of_next_year_is_printed_in_time(tmp_path: Path) -> None:
    desk = book_in(tmp_path, members=1, fee=450)
    ask(desk, "meeting", day="2027-02-17")
    wanted = PaperWanted("calendar", ("en",), Period.year(2027), size="A3")
    said = text(printing.draw(desk.do(printing.issue, wanted)), 0)
    assert "2027 · A year at a glance" in said and "17 Assembly" in said
    with pytest.raises(FutureDayError):
        desk.do(printing.issue, PaperWanted("income", ("en",), Period.year(2027)))


def test_what_is_late_since_the_year_before_is_not_lost() -> None:
    said = text(pdf.render(s.YEAR, s.ONE, s.ANCHOR), 0)
    assert "Late" in said and "Dec 2025" in said


def test_months_that_are_over_are_one_thing_named_from_the_first_to_the_last() -> None:
    tr = Translator("en")
    assert sort_of("closing", "2026-07", tr) == "Close a month: July 2026"
    assert sort_of("closing", "2026-07-01..2026-08-31", tr) == "Close a month: July – August 2026"
