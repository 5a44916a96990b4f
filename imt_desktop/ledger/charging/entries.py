"""What can happen around charges: readings, counts, who pays less, absences, labour, contributions.

Quantities are thousandths of their unit, shares hundredths of a per cent.
"""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from imt_desktop.journal import Entry, Part, Private, Ref
from imt_desktop.ledger.entries import MovedDebt, Source


class Reading(Part, frozen=True):
    """What a meter says, and what was used since the reading before, as it is charged."""

    connection: int
    on: date
    through: date
    """The last day of the time that it is charged for."""
    value: int
    """What the meter reads; of an estimate, what it would."""
    used: int
    charged_to: int
    """Up to where on the meter all is charged; more than ``value`` after an estimate that was too high."""
    how: str
    """first, read, replaced; estimated where it could not be read, stuck where the meter stood still."""
    answer: str = ""
    """What was answered where the reading raised a question."""
    last: int | None = None
    """Of a meter that was replaced: what the old one said at its end,"""
    first: int | None = None
    """and the new one when it was put in."""
    remark: Private = ""


class MetersRead(Entry, frozen=True):
    """Meters were read, or estimated where they could not be."""

    KIND: ClassVar[str] = "readings/2"

    lines: tuple[Reading, ...]
    source: Source | None = None


class Counted(Part, frozen=True):
    """How many of a thing belong to a connection: from a day on, or once, as sold in a period."""

    connection: int
    unit: str
    count: int
    on: date
    once: bool


class ThingsCounted(Entry, frozen=True):
    """Persons, plots, heads of livestock, jerricans and the like were counted."""

    KIND: ClassVar[str] = "quantities/1"

    lines: tuple[Counted, ...]


class KioskDay(Part, frozen=True):
    """What a kiosk sold, what that makes, and what its attendant handed in."""

    on: date
    connection: int | None
    """None where the kiosk is no connection of the register."""
    unit: str
    sold: int
    price: int
    """Of one unit."""
    before: int | None
    """What the kiosk's meter said before and after, where it has one; in thousandths of ``meter``."""
    after: int | None
    meter: str
    expected: int
    """What the water was sold for."""
    commission: int
    """What the attendant keeps of it."""
    handed: int
    """Handed in; less or more than expected without the commission is the difference."""
    account: int
    pad: str
    """The number of the day sheet, or of a paper pad."""
    attendant: Private = ""
    text: Private = ""


class KioskSold(Entry, frozen=True):
    """Attendants of kiosks handed in what they sold water for."""

    KIND: ClassVar[str] = "kiosk-sales/1"

    lines: tuple[KioskDay, ...]


class ReliefGranted(Entry, frozen=True):
    """Somebody pays less, or is freed, by decision and until a month."""

    KIND: ClassVar[str] = "relief/1"

    relief: int
    member: int
    on: str
    """fee or fine."""
    group: str
    """elderly, disabled, poor, widow, carer, migrant or other."""
    share: int
    amount: int
    decision: int
    since: str
    until: str
    reason: Private = ""


class Absence(Part, frozen=True):
    """A member did not come."""

    member: int
    what: str
    """assembly or labour-day."""
    on: date


class AbsencesNoted(Entry, frozen=True):
    """Members were absent from an assembly or a labour day; their fines come with the next bills."""

    KIND: ClassVar[str] = "absences/1"

    lines: tuple[Absence, ...]


class Worked(Part, frozen=True):
    """A part of labour given that settles a bill."""

    bill: Ref
    amount: int


class Labour(Part, frozen=True):
    """Days that a household worked, and what they are worth. No money moves."""

    on: date
    member: int
    days: int
    value: int
    """Of a day."""
    amount: int
    settles: tuple[Worked, ...]
    ahead: int
    """What is left over for bills to come."""
    done_by: Private = ""
    """Who worked in the member's place."""


class LabourGiven(Entry, frozen=True):
    """Households worked for the water: it lessens what they owe and never enters the cash book."""

    KIND: ClassVar[str] = "labour/1"

    lines: tuple[Labour, ...]


class DriveBegun(Entry, frozen=True):
    """An extraordinary contribution (cooperación) was decided, with its target."""

    KIND: ClassVar[str] = "contribution/1"

    drive: int
    name: str
    target: int
    each: int
    """What each household is asked for."""
    due_on: date
    decision: int


class DebtAgreed(Entry, frozen=True):
    """A debt is paid in instalments: each line is a bill of its own in place of an old one."""

    KIND: ClassVar[str] = "agreement/1"

    member: int
    lines: tuple[MovedDebt, ...]
    decision: int | None
    text: Private = ""


class LadderStep(Part, frozen=True):
    """From how many overdue bills, or days since the oldest was due, a step may be taken; 0 says nothing."""

    step: str
    """reminder, last-warning, measure or cut-off."""
    after_bills: int
    after_days: int


class LadderDecided(Entry, frozen=True):
    """The assembly decided in which steps somebody is asked who does not pay, from a day on."""

    KIND: ClassVar[str] = "ladder/2"

    since: date
    decision: int
    steps: tuple[LadderStep, ...]
    between: int
    """Days after a step before the next one is proposed."""


class StepTaken(Entry, frozen=True):
    """The committee took a step with a member who does not pay, and says why. Nothing follows by itself."""

    KIND: ClassVar[str] = "arrears-step/1"

    member: int
    step: str
    bills: int
    """How many bills were overdue, and for how many days the oldest."""
    days: int
    owed: int
    decision: int | None
    heard: Private
    """What the member said."""
    lives_there: Private = ""
    supply: Private = ""
    """The water that is left to them when they are cut off."""
    measure: Private = ""
    """Which measure, in the committee's words."""


class DebtLetGo(Entry, frozen=True):
    """What is open of a bill was written off, by decision."""

    KIND: ClassVar[str] = "write-off/1"

    bill: Ref
    was: int
    becomes: int
    decision: int
    reason: Private
