"""Papers about days that were put together again say so on both edges, as the wizard promises."""

from __future__ import annotations

from datetime import date

import pytest

from imt_desktop.committee.entries import PeriodRebuilt
from imt_desktop.period import Month
from imt_desktop.reports import printing
from imt_desktop.reports.printing import PaperWanted
from tests.builders import Desk
from tests.reports.reading import text

SEPTEMBER = Month(2026, 9).period
BOTH = ("en", "sw")
SAID = ("Rebuilt from receipts and papers", "Imejengwa upya kutoka stakabadhi na karatasi")


@pytest.mark.parametrize(
    "wanted",
    [
        PaperWanted("notice", BOTH, SEPTEMBER, size="tiled"),
        PaperWanted("notice", BOTH, SEPTEMBER, size="A3"),
        PaperWanted("aloud", BOTH, SEPTEMBER),
        PaperWanted("income", BOTH, SEPTEMBER),
        PaperWanted("cashbook", BOTH, SEPTEMBER),
        PaperWanted("statement", BOTH, SEPTEMBER, member="1"),
        PaperWanted("statements", BOTH, SEPTEMBER),
        PaperWanted("bill", BOTH, SEPTEMBER, member="1"),
    ],
    ids=lambda wanted: f"{wanted.paper} {wanted.size}",
)
def test_a_paper_about_rebuilt_days_says_so(kiboko: Desk, wanted: PaperWanted) -> None:
    def drawn() -> str:
        return text(printing.draw(kiboko.see(printing.prepare, wanted)))

    assert not [one for one in SAID if one in drawn()]
    with kiboko.book.write(kiboko.who) as book:
        book.append(
            PeriodRebuilt(
                first=date(2026, 9, 20), last=date(2026, 9, 22), reason="stolen", sources="receipts"
            )
        )
    found = drawn()
    assert [one for one in SAID if one in found] == list(SAID)
