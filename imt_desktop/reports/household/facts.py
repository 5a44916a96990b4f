"""What slips by household say: each only what its household has to pay."""

from __future__ import annotations

from datetime import date

from imt_desktop.money import Money
from imt_desktop.period import Month
from imt_desktop.reports.facts import Facts, Heading


class Slip(Facts, frozen=True, kw_only=True):
    """A household's slip: what is to pay, for which months, and whether for other things beside."""

    name: str
    member: str
    owed: Money
    zone: str = ""
    house: str = ""
    months: tuple[Month, ...] = ()
    other: bool = False


class SlipsFacts(Facts, frozen=True, kw_only=True):
    """Slips as one walks past the houses; of one zone or of all."""

    heading: Heading
    on: date
    slips: tuple[Slip, ...]
    zone: str = ""
