"""What can happen about budgets, things that wear out, reserves, gifts in kind and tariffs that are weighed.

No money moves here.
"""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from imt_desktop.journal import Entry, Part, Private
from imt_desktop.ledger.charging.terms import Terms


class Planned(Part, frozen=True):
    """What is planned of a kind of money in a year: ``in`` or ``out``."""

    direction: str
    kind: str
    amount: int


class BudgetDecided(Entry, frozen=True):
    """The budget of a year: all of it anew."""

    KIND: ClassVar[str] = "budget/1"

    year: int
    decision: int | None
    lines: tuple[Planned, ...]


class AssetRegistered(Entry, frozen=True):
    """A pump, tank, pipe or other thing that wears out and has to be replaced."""

    KIND: ClassVar[str] = "asset/1"

    asset: int
    what: str
    """pump, tank, pipes, meters, source, building or other."""
    name: str
    bought_on: date
    cost: int
    life: int
    """Years that it is expected to last."""
    replacement: int
    """What a new one would cost today."""


class AssetOutOfUse(Entry, frozen=True):
    """Something that wears out is used no longer: nothing more is set aside for it."""

    KIND: ClassVar[str] = "asset-out/1"

    asset: int
    name: str
    on: date
    reason: Private


class ReserveTargetDecided(Entry, frozen=True):
    """How much is to lie in a reserve account; the newest of an account holds."""

    KIND: ClassVar[str] = "reserve-target/1"

    account: int
    target: int
    yearly: int
    """What is set aside each year for what nobody foresees, beside what wears out; nothing or more."""
    decision: int | None


class InKind(Part, frozen=True):
    """Something given that is no money, and what it is worth."""

    on: date
    what: str
    """materials, tools, transport, food, land, skilled-work or other."""
    worth: int
    giver: Private = ""
    text: Private = ""


class GivenInKind(Entry, frozen=True):
    """Gifts that are no money: sand, pipes, a lorry for a day. They never enter the cash book."""

    KIND: ClassVar[str] = "in-kind/1"

    lines: tuple[InKind, ...]


class CostOf(Part, frozen=True):
    """What a cost group takes in a year."""

    group: str
    amount: int


class ScenarioKept(Entry, frozen=True, omit_defaults=True):
    """A water price that an assembly weighs, with what a year costs and what would come in.

    It charges nobody. The newest of each place holds. What was added later is not written where it says
    nothing, so that older entries stay as they were written.
    """

    KIND: ClassVar[str] = "scenario/1"

    place: str
    """A, B or C."""
    terms: Terms
    """What each connection of the main type pays in a period."""
    every: str
    households: int
    """How many of these connections pay."""
    share: int
    """Of what is billed, what is really paid; hundredths of a per cent."""
    set_aside: int
    others: int
    """What all other connections bring in a year."""
    uses: tuple[int, ...]
    """What a household uses in a period, each for an equal part of them; thousandths."""
    income: int | None
    """What a household earns in a month, where somebody said so."""
    costs: tuple[CostOf, ...]
    """Of a year, without what is set aside."""
    cost: int
    everybody: int
    """What comes in in a year if everybody pays."""
    really: int
    kiosks: int = 0
    """What kiosks take in a year: it is paid at once, whatever the share."""
    by_number: int = 0
    """What a household pays by number in a period, in the mean: it is among what others bring."""
