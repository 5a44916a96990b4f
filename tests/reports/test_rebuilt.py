"""Papers about days that were put together again say so on both edges, as the wizard promises."""

from __future__ import annotations

from datetime import date

import pytest

from imt_desktop.committee.entries import PeriodRebuilt
from imt_desktop.period import Month
from imt_desktop.reports import printing
from imt_desktop.reports.daylist.build import build_daylist
from imt_desktop.reports.printing import PaperWanted
from imt_desktop.reports.register.build import build_register
from tests.builders import Desk
from tests.reports.reading import text

SEPTEMBER = Month(2026, 9).period
BOTH = ("en", "sw")
DAY = date(2026, 9, 5)
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
        PaperWanted("bill", BOTH, SEPTEMBER, member="1", size="roll"),
        PaperWanted("bills", BOTH, SEPTEMBER),
        PaperWanted("receipt-list", BOTH, SEPTEMBER),
        PaperWanted("voucher-list", BOTH, SEPTEMBER),
        PaperWanted("wages", BOTH, SEPTEMBER),
        PaperWanted("budget", BOTH, SEPTEMBER),
        PaperWanted("audit-pack", BOTH, SEPTEMBER),
        PaperWanted("daylist", BOTH, day=DAY),
        PaperWanted("receipts", BOTH, day=DAY),
        PaperWanted("receipts", BOTH, day=DAY, size="A6"),
        PaperWanted("receipts", BOTH, day=DAY, size="A4"),
        PaperWanted("receipts", BOTH, day=DAY, size="roll"),
        PaperWanted("pad", BOTH, day=DAY),
        PaperWanted("receipt", BOTH, receipt=1),
        PaperWanted("voucher", BOTH, expense="213"),
        PaperWanted("behind", BOTH, day=DAY),
    ],
    ids=lambda wanted: f"{wanted.paper} {wanted.size}",
)
def test_a_paper_about_rebuilt_days_says_so(kiboko: Desk, wanted: PaperWanted) -> None:
    def drawn() -> str:
        return text(printing.draw(kiboko.see(printing.prepare, wanted)))

    assert not [one for one in SAID if one in drawn()]
    mark(kiboko, DAY, date(2026, 9, 12))
    found = drawn()
    assert [one for one in SAID if one in found] == list(SAID)


@pytest.mark.parametrize(
    "paper", ["slips", "handing-over", "members", "assets", "daylist", "receipts"]
)
def test_a_paper_of_today_says_so_where_today_is_rebuilt(kiboko: Desk, paper: str) -> None:
    today = kiboko.clock.now.date()
    kiboko.pay("3", 500)
    mark(kiboko, today, today)
    found = text(printing.draw(kiboko.see(printing.prepare, PaperWanted(paper, BOTH))))
    assert SAID[0] in found


def test_a_list_of_what_was_typed_later_says_whose_days_were_rebuilt(kiboko: Desk) -> None:
    kiboko.pay("3", 500, on=DAY)
    mark(kiboko, DAY, DAY)
    today = kiboko.clock.now.date()
    assert kiboko.see(build_daylist, today).heading.rebuilt
    assert not kiboko.see(build_register, today).heading.rebuilt


def mark(desk: Desk, first: date, last: date) -> None:
    """Mark days as rebuilt."""
    with desk.book.write(desk.who) as book:
        book.append(PeriodRebuilt(first=first, last=last, reason="stolen", sources="receipts"))
