"""Reads of the service: what is broken, how long there was no water, what is to be looked after."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

from msgspec import Struct

from imt_desktop.community.months import months_after
from imt_desktop.community.service import entries as e
from imt_desktop.community.service.errors import NoSuchBreakdownError, NoSuchTaskError
from imt_desktop.journal import Reading, Ref

LONG_DRY: Final = 12
"""So many days without water in a year are many (WASHCost service levels)."""
MOST_READ: Final = 200
"""Entries of the log that are listed with all that they say."""


class Breakdown(Struct, frozen=True):
    """Something that broke."""

    id: int
    entry: int
    system: int | None
    component: str
    cause: str
    words: str
    reported_on: date
    dry_since: date | None
    repaired: int | None
    repaired_on: date | None
    back_on: date | None
    spent: tuple[Ref, ...]

    def days_to_repair(self, today: date) -> int:
        """Days from the report to the repair, or until today."""
        return ((self.repaired_on or today) - self.reported_on).days

    def dry_days(self, today: date) -> int:
        """Days without water, today included while there is none."""
        if self.dry_since is None:
            return 0
        return ((self.back_on or today + timedelta(days=1)) - self.dry_since).days


class Task(Struct, frozen=True):
    """Something that is looked after before it breaks."""

    id: int
    what: str
    component: str
    months: int
    first_on: date
    ended: bool
    done_on: date | None

    @property
    def due_on(self) -> date | None:
        """When it is due next; None where it is no longer done."""
        if self.ended:
            return None
        return self.first_on if self.done_on is None else months_after(self.done_on, self.months)


class Test(Struct, frozen=True):
    """What a test measured of one thing."""

    entry: int
    on: date
    parameter: str
    value: Decimal
    good: bool


class Tested(Struct, frozen=True):
    """A test as it was made, with all that it measured."""

    entry: int
    on: date
    place: str
    by: str
    photo: str | None
    """Of the file that the book keeps; None where there is none."""
    found: tuple[Test, ...]


class Part(Struct, frozen=True):
    """A spare part in the store."""

    part: str
    stock: int
    least: int

    @property
    def short(self) -> bool:
        """Whether there are too few."""
        return self.stock < self.least


_BREAKDOWNS: Final = (
    "SELECT b.id, b.seq, b.system, b.component, b.cause, b.words, b.reported_on, b.dry_since,"
    " b.repaired, b.repaired_on, b.back_on FROM breakdown b"
)


def breakdown(book: Reading, number: int) -> Breakdown:
    """Return a breakdown. Raises NoSuchBreakdownError."""
    row = book.driver.execute(f"{_BREAKDOWNS} WHERE b.id=?", (number,)).fetchone()
    if row is None:
        raise NoSuchBreakdownError(number)
    return _breakdown(row, _costs(book).get(number, ()))


def breakdowns(book: Reading) -> tuple[Breakdown, ...]:
    """Return all breakdowns: those that are open first, then the latest."""
    costs = _costs(book)
    rows = book.driver.execute(
        f"{_BREAKDOWNS} ORDER BY b.repaired IS NOT NULL, b.reported_on DESC, b.id DESC"
    )
    return tuple(_breakdown(row, costs.get(row[0], ())) for row in rows)


def dry_days(book: Reading, first: date, last: date, today: date) -> int:
    """Count the days of a period without water: a day counts once, however much was broken.

    Days after today are not counted, nor the day on which water is back.
    """
    until = min(last, today)
    dry = set[date]()
    rows = book.driver.execute(
        "SELECT dry_since, back_on FROM breakdown WHERE dry_since IS NOT NULL AND dry_since<=?"
        " AND (back_on IS NULL OR back_on>?)",
        (until.isoformat(), first.isoformat()),
    )
    for since, back in rows:
        day = max(date.fromisoformat(since), first)
        end = date.fromisoformat(back) if back else until + timedelta(days=1)
        while day < end and day <= until:
            dry.add(day)
            day += timedelta(days=1)
    return len(dry)


def reliability(days: int) -> str:
    """Say how reliable a year with so many days without water was, as WASHCost does."""
    if not days:
        return "always"
    return "often" if days < LONG_DRY else "seldom"


def task(book: Reading, number: int) -> Task:
    """Return a task of maintenance. Raises NoSuchTaskError."""
    found = next((one for one in tasks(book, ended=True) if one.id == number), None)
    if found is None:
        raise NoSuchTaskError(number)
    return found


def tasks(book: Reading, *, ended: bool = False) -> tuple[Task, ...]:
    """Return what is looked after, the next first; with ``ended`` also what no longer is."""
    rows = book.driver.execute(
        "SELECT id, what, component, months, first_on, ended, done_on FROM maintenance ORDER BY id"
    )
    found = [
        Task(number, what, component, months, date.fromisoformat(first), bool(over), _day(done))
        for number, what, component, months, first, over, done in rows
        if ended or not over
    ]
    return tuple(sorted(found, key=lambda one: (one.due_on or date.max, one.id)))


def tests(book: Reading, first: date, last: date) -> tuple[Test, ...]:
    """Return what tests of a period measured, the latest first."""
    rows = book.driver.execute(
        "SELECT seq, tested_on, parameter, value, good FROM water_test"
        " WHERE tested_on BETWEEN ? AND ? ORDER BY tested_on DESC, seq DESC, line",
        (first.isoformat(), last.isoformat()),
    )
    return tuple(_test(row) for row in rows)


def latest_tests(book: Reading) -> tuple[Test, ...]:
    """Return the newest measurement of each thing."""
    rows = book.driver.execute(
        "SELECT seq, tested_on, parameter, value, good FROM (SELECT *, row_number() OVER"
        " (PARTITION BY parameter ORDER BY tested_on DESC, seq DESC) AS nth FROM water_test)"
        " WHERE nth=1 ORDER BY parameter"
    )
    return tuple(_test(row) for row in rows)


def made_tests(book: Reading, most: int = MOST_READ) -> tuple[Tested, ...]:
    """Return the latest tests as they were made, the newest first."""
    rows = book.driver.execute(
        "SELECT DISTINCT seq, tested_on FROM water_test ORDER BY tested_on DESC, seq DESC LIMIT ?",
        (most,),
    ).fetchall()
    if not rows:
        return ()
    of_entry: dict[int, list[Test]] = {}
    for one in tests(book, date.fromisoformat(rows[-1][1]), date.fromisoformat(rows[0][1])):
        of_entry.setdefault(one.entry, []).append(one)
    return tuple(_made(book, seq, date.fromisoformat(on), of_entry[seq]) for seq, on in rows)


def photo(book: Reading, known: Breakdown) -> str | None:
    """Return which photo the book keeps of a breakdown; None where there is none."""
    entry = book.recorded(known.entry).entry
    assert isinstance(entry, e.BrokeDown)
    return entry.attachment.sha256 if entry.attachment else None


def produced(book: Reading, first: date, last: date) -> int | None:
    """Return the litres that were produced in a period; None where nobody measured."""
    row = book.driver.execute(
        "SELECT sum(litres) FROM production WHERE day BETWEEN ? AND ?",
        (first.isoformat(), last.isoformat()),
    ).fetchone()
    return None if row[0] is None else int(row[0])


def hours_a_day(book: Reading, first: date, last: date) -> Decimal | None:
    """Return how many hours a day zones had water on average; None where nobody wrote it down."""
    row = book.driver.execute(
        "SELECT sum(minutes), count(*) FROM supply WHERE day BETWEEN ? AND ?",
        (first.isoformat(), last.isoformat()),
    ).fetchone()
    return (Decimal(row[0]) / row[1] / 60).quantize(Decimal("0.1")) if row[1] else None


def turns(book: Reading) -> dict[str, tuple[tuple[int, str, str], ...]]:
    """Return when each zone gets water: weekday (1 is Monday), from, to."""
    found: dict[str, list[tuple[int, str, str]]] = {}
    for zone, weekday, first, last in book.driver.execute(
        "SELECT zone, weekday, first, last FROM supply_turn ORDER BY zone, weekday, first"
    ):
        found.setdefault(zone, []).append((weekday, first, last))
    return {zone: tuple(lines) for zone, lines in found.items()}


def stores(book: Reading) -> tuple[Part, ...]:
    """Return the spare parts, those of which there are too few first."""
    rows = book.driver.execute("SELECT part, stock, least FROM store ORDER BY stock>=least, part")
    return tuple(Part(*row) for row in rows)


def functionality(book: Reading) -> dict[int, tuple[str, date]]:
    """Return how each system works, and since when; 0 where there is only one.

    That is as it was said last; but what a breakdown leaves without water does not work, whatever was
    said of it before.
    """
    rows = book.driver.execute(
        "SELECT system, state, said_on FROM functionality ORDER BY said_on, seq"
    )
    works = {system: (state, date.fromisoformat(on)) for system, state, on in rows}
    several = bool(works.keys() - {0})
    dry = book.driver.execute(
        "SELECT system, min(dry_since) FROM breakdown WHERE repaired IS NULL AND dry_since IS NOT NULL"
        " GROUP BY system"
    )
    for system, since in dry:
        if several and not system:
            continue  # nobody wrote down which of them is without water
        if system not in works or works[system][0] not in ("not", "gone"):
            works[system] = ("not", date.fromisoformat(since))
    return works


def _costs(book: Reading) -> dict[int, tuple[Ref, ...]]:
    found: dict[int, list[Ref]] = {}
    for about, entry, line in book.driver.execute(
        "SELECT about, entry, line FROM service_cost WHERE what='breakdown' ORDER BY 2, 3"
    ):
        found.setdefault(about, []).append(Ref(entry, line))
    return {number: tuple(refs) for number, refs in found.items()}


def _made(book: Reading, seq: int, on: date, found: list[Test]) -> Tested:
    entry = book.recorded(seq).entry
    assert isinstance(entry, e.WaterTested)
    kept = entry.attachment.sha256 if entry.attachment else None
    return Tested(seq, on, entry.place, entry.by, kept, tuple(found))


def _breakdown(row: tuple[Any, ...], spent: tuple[Ref, ...]) -> Breakdown:
    number, seq, system, component, cause, text, reported, dry, repaired, on, back = row
    return Breakdown(
        number, seq, system or None, component, cause, text, date.fromisoformat(reported),
        _day(dry), repaired, _day(on), _day(back), spent,
    )  # fmt: skip


def _test(row: tuple[Any, ...]) -> Test:
    seq, on, parameter, value, good = row
    return Test(seq, date.fromisoformat(on), parameter, Decimal(value).scaleb(-3), bool(good))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
