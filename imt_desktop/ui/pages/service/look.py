"""Reading the service off the window's thread: all that its page shows."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from msgspec import Struct, field
from msgspec.structs import replace

from imt_desktop.committee.queries import water_systems
from imt_desktop.community.service import queries
from imt_desktop.community.service.queries import Breakdown, Part, Task, Test
from imt_desktop.community.service.repairing import STATES
from imt_desktop.community.support.queries import Contact, contacts
from imt_desktop.journal import Reading
from imt_desktop.ledger.expenses import PaidOut, last_paid_out
from imt_desktop.ledger.register import members
from imt_desktop.money import Money
from imt_desktop.oversight.behind import kinds_there
from imt_desktop.oversight.service import WaterLost, cost, water_lost
from imt_desktop.period import Month, Period

MONTHS = 12
MOST = 8
"""So many breakdowns that are repaired are shown."""
REPAIRERS = ("repair", "laboratory")


class Broken(Struct, frozen=True):
    """A breakdown with what it cost."""

    breakdown: Breakdown
    cost: Money
    photo: str | None = None
    """Of the file that the book keeps, where it is shown."""

    @property
    def id(self) -> int:
        """Its number."""
        return self.breakdown.id


class ServiceLook(Struct, frozen=True):
    """The service today. Figures of months are for the last twelve, the newest last."""

    today: date
    broken: tuple[Broken, ...]
    months: tuple[Month, ...]
    dry: tuple[int, ...]
    """Days without water of each month."""
    litres: tuple[int | None, ...]
    """Water produced in each month; None where nobody measured."""
    dry_year: int
    hours: Decimal | None
    """Hours a day with water, on average of the last whole month and this one."""
    lost: WaterLost | None
    tests: tuple[Test, ...]
    """The newest measurement of each thing."""
    tasks: tuple[Task, ...]
    stores: tuple[Part, ...]
    repairers: tuple[Contact, ...]
    works: dict[int, tuple[str, date]]
    systems: dict[int, str]
    zones: tuple[str, ...]
    expenses: tuple[PaidOut, ...] = ()
    kinds: tuple[str, ...] = ()
    """The kinds of entries that the book has."""
    turns: dict[str, tuple[tuple[int, str, str], ...]] = field(default_factory=dict)
    """When each zone gets water: weekday (1 is Monday), from, to."""

    @property
    def shown(self) -> tuple[Broken, ...]:
        """What is broken, and what was repaired last."""
        return shown(self.broken)

    @property
    def nothing(self) -> bool:
        """Whether nothing of the service was written down yet."""
        parts = (self.broken, self.tests, self.tasks, self.stores, self.works, self.turns)
        return not (any(parts) or any(self.litres) or self.hours is not None)

    def state(self, system: int) -> str:
        """Return how a system works, as it was said last; 0 where there is only one."""
        return self.works[system][0] if system in self.works else STATES[0]

    def task(self, number: int) -> Task | None:
        """Return a task of maintenance by its number."""
        return next((one for one in self.tasks if one.id == number), None)


def shown(broken: tuple[Broken, ...]) -> tuple[Broken, ...]:
    """Return what is broken, and the latest of what was repaired."""
    repaired = [one for one in broken if one.breakdown.repaired_on is not None]
    return (*(one for one in broken if one.breakdown.repaired_on is None), *repaired[:MOST])


def look(book: Reading, today: date) -> ServiceLook:
    """Look at the service."""
    now = Month.of(today)
    months = tuple(now.shift(at - MONTHS + 1) for at in range(MONTHS))
    year = Period.year(today.year)
    recent = (now.shift(-1).first, today)
    broken = tuple(Broken(one, cost(book, one.spent)) for one in queries.breakdowns(book))
    seen = {one.id: replace(one, photo=queries.photo(book, one.breakdown)) for one in shown(broken)}
    return ServiceLook(
        today=today,
        broken=tuple(seen.get(one.id, one) for one in broken),
        months=months,
        dry=tuple(queries.dry_days(book, one.first, one.last, today) for one in months),
        litres=tuple(queries.produced(book, one.first, one.last) for one in months),
        dry_year=queries.dry_days(book, year.first, year.last, today),
        hours=queries.hours_a_day(book, *recent),
        lost=water_lost(book, months[0].first, today),
        tests=queries.latest_tests(book),
        tasks=tuple(one for one in queries.tasks(book) if one.due_on is not None),
        stores=queries.stores(book),
        repairers=tuple(one for one in contacts(book) if one.role in REPAIRERS),
        works=queries.functionality(book),
        systems=water_systems(book),
        zones=tuple(sorted({one.zone for one in members(book) if one.zone})),
        expenses=last_paid_out(book, 30),
        kinds=kinds_there(book),
        turns=queries.turns(book),
    )
