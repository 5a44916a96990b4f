"""What can happen to the water itself. Quantities are litres, values thousandths of their unit."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from imt_desktop.journal import Attachment, Entry, Part, Private, Ref


class BrokeDown(Entry, frozen=True):
    """Something broke; reported on the booking date."""

    KIND: ClassVar[str] = "breakdown/1"

    breakdown: int
    system: int | None
    component: str
    cause: str
    words: Private
    by: Private
    """Who reported it."""
    dry_since: date | None
    """The first day without water; None where water went on."""
    attachment: Attachment | None


class Repaired(Entry, frozen=True):
    """A breakdown was repaired, on the booking date."""

    KIND: ClassVar[str] = "breakdown-repaired/1"

    breakdown: int
    words: Private
    by: Private
    spent: tuple[Ref, ...]
    """The expenses that it cost."""
    back_on: date | None
    """The first day with water again."""
    dry_days: int


class Turn(Part, frozen=True):
    """When a zone gets water: 1 is Monday."""

    weekday: int
    first: str
    """``06:00``."""
    last: str


class TurnsSet(Entry, frozen=True):
    """When a zone gets water. All of it anew."""

    KIND: ClassVar[str] = "supply-turns/1"

    zone: str
    lines: tuple[Turn, ...]


class Supplied(Part, frozen=True):
    """How long a zone had water on a day."""

    on: date
    zone: str
    minutes: int


class SupplyLogged(Entry, frozen=True):
    """How long there was water. The newest line of a day and zone holds."""

    KIND: ClassVar[str] = "supply/1"

    lines: tuple[Supplied, ...]


class Produced(Part, frozen=True):
    """How much water a system gave since the day it was measured before."""

    on: date
    system: int | None
    litres: int


class WaterProduced(Entry, frozen=True):
    """How much water was produced. The newest line of a day and system holds."""

    KIND: ClassVar[str] = "production/1"

    lines: tuple[Produced, ...]


class Measured(Part, frozen=True):
    """What a test measured, and whether that is as the guideline asked then."""

    parameter: str
    value: int
    good: bool


class WaterTested(Entry, frozen=True):
    """Water was tested, on the booking date."""

    KIND: ClassVar[str] = "water-test/1"

    place: Private
    by: Private
    lines: tuple[Measured, ...]
    attachment: Attachment | None


class MaintenancePlanned(Entry, frozen=True):
    """Something that is looked after before it breaks. The newest entry of a task holds."""

    KIND: ClassVar[str] = "maintenance/1"

    task: int
    what: str
    component: str
    months: int
    """Every how many months."""
    first_on: date
    ended: bool
    """Whether it is no longer done."""


class MaintenanceDone(Entry, frozen=True):
    """A task of maintenance was done, on the booking date."""

    KIND: ClassVar[str] = "maintenance-done/1"

    task: int
    words: Private
    by: Private
    spent: tuple[Ref, ...]


class InStore(Part, frozen=True):
    """How many of a spare part there are, and how few are too few."""

    part: str
    stock: int
    least: int


class StoresCounted(Entry, frozen=True):
    """Spare parts were counted. All of it anew."""

    KIND: ClassVar[str] = "stores/1"

    lines: tuple[InStore, ...]


class FunctionalitySaid(Entry, frozen=True):
    """How a system works, as the field says it, on the booking date."""

    KIND: ClassVar[str] = "functionality/1"

    system: int | None
    state: str
    """functional, partly, not or gone."""
    words: Private
