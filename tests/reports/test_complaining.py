"""The poster "How to complain": what the book says of the way, and only counts of those who went it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from imt_desktop.errors import PaperError
from imt_desktop.reports import printing
from imt_desktop.reports.complaining.build import build_complaining
from imt_desktop.reports.complaining.facts import ComplainingFacts, Dealt
from imt_desktop.reports.facts import encode
from imt_desktop.reports.printing import PaperWanted
from tests.book.charging.village import ask
from tests.builders import Desk, book_in
from tests.reports import samples as s
from tests.reports.reading import text


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A book of January 2026 in Kenya; it is 14 October 2026."""
    return book_in(tmp_path)


def facts(desk: Desk) -> ComplainingFacts:
    return desk.see(lambda book: build_complaining(book, date(2026, 10, 14)))


def test_the_deadline_is_the_countrys_and_then_the_committees_own(desk: Desk) -> None:
    assert (facts(desk).days, facts(desk).working) == (14, True)
    ask(desk, "complaint-rules", days=7, working=False)
    assert (facts(desk).days, facts(desk).working) == (7, False)


def test_the_poster_says_the_committees_own_word(desk: Desk) -> None:
    assert "Burst pipe" not in shown(desk)
    ask(desk, "complaint-rules", categories=[{"code": "no-water", "name": "Burst pipe"}])
    assert "Burst pipe" in shown(desk) and "No water" not in shown(desk)


def shown(desk: Desk) -> str:
    wanted = PaperWanted("complaint-poster", ("en",), size="A3")
    return text(printing.draw(desk.do(printing.issue, wanted)))


def test_three_whole_months_are_counted_and_nobody_is_named(desk: Desk) -> None:
    assert facts(desk).dealt is None
    ask(desk, "complaint", words="secret words", name="Secret Name", on="2026-06-30")
    assert facts(desk).dealt is None, "June is over for longer than three months"
    ask(desk, "complaint", words="secret words", name="Secret Name", on="2026-07-01")
    ask(desk, "complaint", words="secret words", name="Secret Name", on="2026-09-30")
    ask(desk, "complaint", words="secret words", name="Secret Name", on="2026-10-01")
    ask(desk, "complaint-answered", complaint=3, words="secret answer", fixed=True, on="2026-10-02")
    found = facts(desk)
    assert found.dealt == Dealt(
        first=date(2026, 7, 1), last=date(2026, 9, 30), received=2, in_time=1, fixed=1
    )
    assert b"ecret" not in encode(found)


def test_who_is_asked_then_comes_from_the_contacts_in_their_order(desk: Desk) -> None:
    for role, name in (("regulator", "WASREB"), ("ngo", "Coaches"), ("county", "County office")):
        ask(desk, "contact", role=role, name=name, mandate="water", phone="0700 000 200")
    assert [one.name for one in facts(desk).higher] == ["County office", "WASREB"]


def test_facts_that_contradict_themselves_are_refused() -> None:
    with pytest.raises(PaperError):
        ComplainingFacts(heading=s.NOTICE.heading, days=0, working=True)
    with pytest.raises(PaperError):
        ComplainingFacts(
            heading=s.NOTICE.heading, days=1, working=True,
            dealt=Dealt(first=date(2026, 7, 1), last=date(2026, 9, 30), received=1, in_time=2, fixed=0),
        )  # fmt: skip
