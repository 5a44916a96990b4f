"""How long bills take of 2,000 and of 100,000 metered members with blocks, discounts and late fees."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import msgspec

from bench.measuring import RUNS, Figure, figure, timed
from imt_desktop.committee.describing import CommitteeRequest, DecisionRequest, record_decision
from imt_desktop.journal import Book, Signing, Writing
from imt_desktop.ledger import members, tariffs
from imt_desktop.ledger.billing import BillEveryoneRequest, bill_everyone, preview
from imt_desktop.ledger.charging.meters import ReadingLine
from imt_desktop.ledger.charging.overview import look
from imt_desktop.ledger.charging.readings import ReadingsRequest, read_meters
from imt_desktop.ledger.charging.reliefs import ReliefRequest, grant
from imt_desktop.money import Currency
from imt_desktop.oversight.whole import found
from imt_desktop.period import Month

FIRST = Month(2027, 1)

TARIFF = {
    "name": "", "effective_from": str(FIRST), "decision": 1,
    "types": [{
        "connection_type": "household", "fixed": "15", "unit": "m3", "included": "7",
        "blocks": [{"to": "20", "price": "2.50"}, {"price": "4"}],
    }],
    "round": {"to": "0.50"}, "late": {"percent": "5", "grace_days": 10, "ceiling": "20"},
}  # fmt: skip


def measure() -> Iterator[Figure]:
    """Bill month after month: nobody pays, so that every member has overdue bills as well."""
    with tempfile.TemporaryDirectory() as folder:
        book = _village(Path(folder), 2000, months=RUNS + 3)
        bills = iter([FIRST.shift(at) for at in range(1, RUNS + 3)])
        looks = timed(lambda: _look(book, FIRST.shift(RUNS + 2)))
        pages = timed(lambda: _page(book, FIRST.shift(RUNS + 2)))
        times = timed(lambda: _bill(book, next(bills)))
        book.close()
    yield figure("preview of 2,000 metered members with late fees", looks, most=0.5)
    yield figure("the same with what the page shows beside it", pages, most=0.5)
    yield figure("bill 2,000 metered members with late fees", times, most=1)
    with tempfile.TemporaryDirectory() as folder:
        book = _village(Path(folder), 100_000, months=2)
        seconds = [_once(lambda: _look(book, FIRST.shift(1)))]
        booked = [_once(lambda: _bill(book, FIRST.shift(1)))]
        book.close()
    yield figure("preview of 100,000 metered members with late fees", seconds, most=30)
    yield figure("bill 100,000 metered members with late fees", booked, most=30)


def _once(job: Callable[[], object]) -> float:
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def _look(book: Book, month: Month) -> None:
    with book.read() as reading:
        preview(reading, month)


def _page(book: Book, month: Month) -> None:
    with book.read() as reading:
        look(reading, month)


def _bill(book: Book, month: Month) -> None:
    with book.write(Signing()) as writing:
        bill_everyone(writing, BillEveryoneRequest(month=str(month)))


def _village(folder: Path, count: int, months: int) -> Book:
    """Make a book whose meters are read for some months, and whose first month is billed."""
    wanted = CommitteeRequest(name="Bench", first_month=str(FIRST), languages=("en",))
    late = datetime(2027, 12, 31, 6, tzinfo=UTC)
    book = found(
        folder / "bench.imt", wanted, "PE", Currency("PEN"), practice=True, clock=lambda: late
    )
    with book.write(Signing()) as writing:
        record_decision(writing, DecisionRequest(minute="01", what="Water price"))
        tariffs.adopt(writing, msgspec.convert(TARIFF, tariffs.TariffRequest))
        adult = members.AdultLine(name="Bench Household")
        numbers = map(str, range(1, count + 1))
        lines = tuple(members.MemberLine(number=one, adults=(adult,)) for one in numbers)
        members.join(writing, members.JoinRequest(lines=lines, on=FIRST.first))
        for number in range(1, count + 1, count // 200):
            _relieve(writing, str(number))
        for at in range(months):
            _read(writing, FIRST.shift(at), count, at)
        bill_everyone(writing, BillEveryoneRequest(month=str(FIRST)))
    return book


def _relieve(book: Writing, number: str) -> None:
    wanted = ReliefRequest(
        member=number, group="elderly", percent=Decimal(35), decision=1, since="2027-01",
        until="2027-12",
    )  # fmt: skip
    grant(book, wanted)


def _read(book: Writing, month: Month, count: int, at: int) -> None:
    lines = tuple(
        ReadingLine(connection=number, value=Decimal(number % 31 * at))
        for number in range(1, count + 1)
        if number % 31
    )
    empty = tuple(
        ReadingLine(connection=number, value=Decimal(at)) for number in range(31, count + 1, 31)
    )
    read_meters(book, ReadingsRequest(month=str(month), lines=(*lines, *empty)))
