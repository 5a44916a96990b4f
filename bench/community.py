"""How long the community's side takes to read, and its pages to open, over ten years.

The book has 5,000 complaints, 500 meetings and 3,000 log lines. It is made anew, through the program's
own use cases, and thrown away.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from threading import Event

from bench.measuring import Figure, figure, timed
from bench.windows import application, settle, window_over
from imt_desktop.cli.community import SHOWN
from imt_desktop.committee.describing import CommitteeRequest, OfficerRequest, name_officer
from imt_desktop.community.complaints.dealing import (
    AnswerComplaintRequest,
    ComplaintRequest,
    answer,
    receive,
)
from imt_desktop.community.meetings import calling, holding
from imt_desktop.community.service import measuring, repairing
from imt_desktop.journal import Book, Signing, Writing
from imt_desktop.money import Currency
from imt_desktop.oversight.whole import found
from imt_desktop.period import Period

MOST = 0.2
PAGES = ("complaints", "meetings", "yearly", "service", "support", "audit")
OPENINGS = 7
FIRST = date(2016, 1, 1)
TODAY = date(2025, 12, 31)
WORDS = "The tap beside the school gives no water since Monday, and nobody says when it comes back."
COMPLAINTS, WAITING, MEETINGS, BREAKDOWNS = 5_000, 40, 500, 1_000


def measure() -> Iterator[Figure]:
    """Read what each page shows of the community's side."""
    noon = datetime(2025, 12, 31, 12).astimezone()
    wanted = CommitteeRequest(name="Kiboko", first_month="2016-01", languages=("en",))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "community.imt"
        book = found(path, wanted, "KE", Currency("KES"), clock=lambda: noon)
        with book.write(Signing()) as writing:
            _fill(writing)
        for name in SHOWN:

            def look(name: str = name) -> None:
                with book.read() as reading:
                    SHOWN[name](reading, Period(FIRST, TODAY), TODAY)

            job = f"{name} of ten years with {COMPLAINTS:,} complaints and {MEETINGS} meetings"
            yield figure(job, timed(look, 9), most=MOST)
        for name, times in _opened(book).items():
            yield figure(f"the page {name} over the same book opens", times, most=MOST)
        book.close()


def _opened(book: Book) -> dict[str, list[float]]:
    """Open each page for the first time, again and again, until all that it shows is painted."""
    from imt_desktop.ui.pages.registry import read_all

    app, times = application(), {name: list[float]() for name in PAGES}
    read_all(Event())  # the program has done so three seconds after Home
    window = window_over(book)
    for _ in range(OPENINGS + 1):
        settle(app, window)
        for name in PAGES:
            begun = time.perf_counter()
            window.go(name)
            settle(app, window)
            times[name].append(time.perf_counter() - begun)
        window.go("home")
        window.rebuild()  # the next ones are built anew
    settle(app, window)
    window.close()
    return {name: each[1:] for name, each in times.items()}


def _fill(book: Writing) -> None:
    name_officer(book, OfficerRequest(name="A. B.", post="chair", since=FIRST))
    for number in range(COMPLAINTS):
        on = _day(number, COMPLAINTS)
        receive(book, ComplaintRequest(words=WORDS, name="C. D.", on=on))
        if number < COMPLAINTS - WAITING:
            later = min(on + timedelta(days=number % 30), TODAY)
            answer(book, AnswerComplaintRequest(complaint=number + 1, words="mended", on=later))
    for number in range(MEETINGS):
        on = _day(number, MEETINGS)
        calling.call(book, calling.MeetingRequest(day=on, what="committee"))
        came = holding.HeldRequest(meeting=number + 1, women=1, men=0, on=on)
        holding.hold(book, came, 5, ())
        decided = holding.DecidedLine(minute=str(number + 1), what="Two pads")
        minutes = holding.MinutesRequest(meeting=number + 1, decided=(decided,))
        holding.write_minutes(book, minutes)
    for number in range(BREAKDOWNS):
        on = _day(number, BREAKDOWNS)
        back = min(on + timedelta(days=2), TODAY)
        repairing.break_down(
            book, repairing.BreakdownRequest(component="pump", dry_since=on, on=on)
        )
        repairing.repair(
            book, repairing.RepairedRequest(breakdown=number + 1, back_on=back, on=back)
        )
        hours = measuring.SuppliedLine(hours=Decimal(4), on=on)
        measuring.log_supply(book, measuring.SupplyRequest(lines=(hours,)))


def _day(number: int, of: int) -> date:
    return FIRST + timedelta(days=number * (TODAY - FIRST).days // of)
