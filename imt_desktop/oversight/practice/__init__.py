"""The practice book: a made-up committee to learn on, kept through the same use cases as any other.

Nobody in it exists. The same seed gives the same committee.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Final

from imt_desktop.committee.describing import CommitteeRequest
from imt_desktop.journal import Book
from imt_desktop.money import Currency
from imt_desktop.oversight.practice.auditing import audits
from imt_desktop.oversight.practice.beginning import begin
from imt_desktop.oversight.practice.caring import looking_ahead
from imt_desktop.oversight.practice.complaining import complaints
from imt_desktop.oversight.practice.desk import Clock, Desk, Job
from imt_desktop.oversight.practice.ending import loose_ends
from imt_desktop.oversight.practice.living import jobs_of
from imt_desktop.oversight.practice.meeting import meetings
from imt_desktop.oversight.practice.metered import jobs as measured
from imt_desktop.oversight.practice.metered import price
from imt_desktop.oversight.practice.people import Village
from imt_desktop.oversight.practice.planning import round_of_the_toolbox
from imt_desktop.oversight.practice.serving import service
from imt_desktop.oversight.practice.supporting import support
from imt_desktop.oversight.whole import found
from imt_desktop.period import Month

NAME: Final = "Practice Water Committee"
COUNTRY: Final = "KE"
CURRENCY: Final = Currency("KES")

__all__ = ["CURRENCY", "NAME", "practice"]


def practice(
    path: Path, *, members_: int, months: int, seed: int, today: date, metered: bool = False
) -> Book:
    """Make a practice book that ends on ``today``; ``metered`` where water is measured.

    Raises what founding a book raises.
    """
    start = Month.of(today).shift(1 - months)
    clock = Clock(start.first)
    wanted = CommitteeRequest(
        name=NAME,
        area="Practice Valley",
        first_month=str(start),
        languages=("en", "sw"),
        cash_limit=Decimal(10000 * max(1, members_ // 50)),
        complaints="The secretary, or the box at the kiosk",
    )
    book = found(path, wanted, COUNTRY, CURRENCY, practice=True, clock=clock)
    try:
        with book.write_on() as writing:
            _live(Desk(writing, clock, Random(seed), today), members_, start, metered)
    except BaseException:
        book.discard()
        raise
    # From here on the book goes by the clock of the computer.
    clock.stop()
    return book


def _live(desk: Desk, households: int, start: Month, metered: bool) -> None:
    """Everything that happened, day after day, up to today."""
    village = Village(desk.chance, households)
    begin(desk, village, start, price(start) if metered else None)
    now = Month.of(desk.today)
    jobs: list[Job] = []
    month = start
    while month <= now:
        if metered:
            jobs += measured(desk, village, start, month)
        jobs += jobs_of(desk, village, start, month, bills=not metered or month != now)
        month = month.shift(1)
    jobs += looking_ahead(desk, village, start)
    jobs += loose_ends(desk, village, start)
    jobs += round_of_the_toolbox(desk, start)
    jobs += complaints(desk, start)
    jobs += meetings(desk, start)
    jobs += audits(desk, start)
    jobs += service(desk, start, households)
    jobs += support(desk, start)
    for job in sorted(jobs, key=lambda job: job.on):
        if job.on <= desk.today:
            desk.walk_to(job.on)
            job.do()
