"""The village's year from all sides, and what its notice then says: each figure counted by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from imt_desktop.committee.queries import decisions
from imt_desktop.community.audit import queries as audits
from imt_desktop.period import Month, Period
from imt_desktop.reports.notice.build import build_notice
from imt_desktop.reports.notice.facts import Assembly, Complaints, NoticeFacts
from imt_desktop.reports.printing import PaperWanted, draw, issue
from tests.book.charging.village import ask
from tests.book.community.village import complain
from tests.builders import TODAY, Desk
from tests.reports.reading import text

Book = Callable[..., Desk]
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture
def village(book_with: Book) -> Desk:
    """Twelve complaints, 25 days without water, two assemblies, an audit with four findings."""
    desk: Desk = book_with(members=9, fee=450)
    complain(desk)
    ask(desk, "breakdown", component="pump", cause="wear", dry_since="2026-06-01", on="2026-06-01")
    ask(desk, "breakdown-repaired", breakdown=1, back_on="2026-06-26", on="2026-06-26")
    ask(desk, "meeting", day="2026-08-30")
    ask(desk, "meeting-held", meeting=1, women=4, men=3, represented=1, on="2026-08-30")
    named = {"minute": "03/2026", "what": "Two auditors are named", "votes": {"in_favour": 8}}
    ask(desk, "minutes", meeting=1, decided=[named])
    ask(desk, "audit", first="2026-01-01", last="2026-06-30", decision=1,
        auditors=[{"name": "R. Sang"}, {"name": "T. Uhuru"}])  # fmt: skip
    for number in range(1, 5):
        ask(desk, "finding", audit=1, words=f"finding {number}", evidence="the books")
        ask(desk, "finding-answered", finding=number, words="so it is")
    ask(desk, "audit-read", audit=1, words="four findings", on="2026-10-11")
    ask(desk, "finding-followed", finding=2, fixed=True, words="seen")
    ask(desk, "meeting", day="2026-11-29", hour="10:00", place="primary school")
    return desk


def notice(desk: Desk, period: Period) -> NoticeFacts:
    return desk.see(build_notice, period, TODAY)


def test_the_year(village: Desk) -> None:
    facts = notice(village, YEAR)
    assert facts.complaints == Complaints(received=12, in_time=7, late=3, fixed=6)
    assert (facts.answer_days, facts.dry_days) == (14, 25)
    assert facts.assembly == Assembly(on=date(2026, 11, 29), hour="10:00", place="primary school")
    (found,) = village.see(audits.audits)
    assert (found.findings, found.fixed, found.fix_rate) == (4, 1, 2_500)
    assert [one.minute for one in village.see(decisions)] == ["03/2026"]


@pytest.mark.parametrize(
    ("month", "received", "in_time", "late", "fixed", "dry"),
    [
        ("2026-02", 2, 1, 1, 1, 0),
        ("2026-05", 1, 1, 0, 1, 0),
        ("2026-06", 1, 1, 0, 1, 25),
        ("2026-10", 1, 0, 0, 0, 0),
    ],
)
def test_its_months(
    village: Desk, month: str, received: int, in_time: int, late: int, fixed: int, dry: int
) -> None:
    only = Month.parse(month)
    facts = notice(village, Period(only.first, only.last))
    assert facts.complaints == Complaints(
        received=received, in_time=in_time, late=late, fixed=fixed
    )
    assert facts.complaints_on == (TODAY if only.last < TODAY else None)
    assert facts.dry_days == dry


def test_the_notice_says_of_which_day_its_complaints_are(village: Desk) -> None:
    for month, said in (("2026-09", True), ("2026-10", False)):
        wanted = PaperWanted("notice", ("en",), Month.parse(month).period)
        found = " ".join(text(draw(village.do(issue, wanted))).split())
        assert ("put right; As of 14 Oct 2026" in found) is said


def test_a_book_that_keeps_none_of_it_says_none_of_it(book_with: Book) -> None:
    facts = notice(book_with(members=1), YEAR)
    assert (facts.complaints, facts.answer_days, facts.dry_days, facts.assembly) == (None,) * 4
