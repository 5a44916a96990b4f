"""What the register of things that wear out says."""

from __future__ import annotations

from datetime import date

from imt_desktop.money import Currency, Money, total
from imt_desktop.reports.facts import Facts, Heading, Holding


class Thing(Facts, frozen=True, kw_only=True):
    """Something that wears out. ``out_on`` is since when it is used no longer."""

    what: str
    name: str
    bought_on: date
    cost: Money
    life: int
    replacement: Money
    yearly: Money
    worn_out: int
    out_on: date | None = None
    reason: str = ""


class AssetsFacts(Facts, frozen=True, kw_only=True):
    """The register of a day, what has to be replaced first at the top; the reserves with their targets."""

    heading: Heading
    on: date
    currency: Currency
    things: tuple[Thing, ...]
    reserves: tuple[Holding, ...] = ()

    @property
    def yearly(self) -> Money:
        """What to set aside each year for all of it."""
        return total((one.yearly for one in self.things), self.currency)
