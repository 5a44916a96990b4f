"""A letter that asks for help: to whom, what, until when, and figures worked out by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from imt_desktop.community.support.errors import NoSuchSupportError
from imt_desktop.reports import printing
from imt_desktop.reports.printing import PaperWanted
from imt_desktop.reports.support_letter.build import build_letter
from imt_desktop.reports.support_letter.facts import Backing
from tests.book.charging.village import ask
from tests.builders import Desk, book_in, kes
from tests.reports.reading import text

TODAY = date(2026, 10, 14)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Twenty days ago the pump stood still; it is repaired since. It is 14 October 2026."""
    desk = book_in(tmp_path)
    ask(desk, "contact", role="county", name="County office", mandate="large repairs")
    ask(desk, "support", contact=1, words="A new pump", due_on="2026-11-13")
    ask(desk, "breakdown", component="pump", on="2026-09-24", dry_since="2026-09-24")
    ask(desk, "breakdown-repaired", breakdown=1, on="2026-10-04", back_on="2026-10-04")
    ask(desk, "breakdown", component="valve", on="2026-10-13")
    ask(
        desk,
        "money-in",
        lines=[
            {"amount": "5000", "income": "grant", "account": 1, "payer": "x", "on": "2026-05-04"}
        ],
    )
    desk.spend(1200, on=date(2026, 10, 4))
    ask(
        desk,
        "supply",
        lines=[{"hours": "5", "on": "2026-10-12"}, {"hours": "6", "on": "2026-10-13"}],
    )
    return desk


def test_it_is_backed_by_what_the_book_says(desk: Desk) -> None:
    facts = desk.see(build_letter, 1, TODAY)
    # 24 September to 3 October are ten days; no meter was read, so nobody knows what was lost.
    assert facts.backing == Backing(
        households=0, breakdowns=2, dry_days=10, hours=55,
        money_in=kes(5000), money_out=kes(1200), there=kes(3800),
    )  # fmt: skip
    assert (facts.name, facts.role, facts.text) == ("County office", "county", "A new pump")
    sheet = desk.do(printing.issue, PaperWanted("support-letter", ("es", "en"), request=1))
    found = text(printing.draw(sheet))
    for said in (
        "County office",
        "A new pump",
        "13 November 2026",
        "13 de noviembre de 2026",
        "5.5",
        "3,800",
    ):
        assert said in found


def test_what_was_not_asked_has_no_letter(desk: Desk) -> None:
    with pytest.raises(NoSuchSupportError) as refused:
        desk.see(printing.prepare, PaperWanted("support-letter", request=7))
    assert refused.value.field == "request"
