"""What slips for visits say: each about one house alone."""

from __future__ import annotations

from datetime import date

from imt_desktop.money import Money
from imt_desktop.reports.facts import Facts, Heading


class Visit(Facts, frozen=True, kw_only=True):
    """A household to visit before the committee decides about ``step``."""

    name: str
    member: str
    step: str
    owed: Money
    bills: int
    days: int
    zone: str = ""
    house: str = ""
    people: int | None = None


class VisitsFacts(Facts, frozen=True, kw_only=True):
    """Visits as one walks past the houses; of one zone or of all."""

    heading: Heading
    on: date
    visits: tuple[Visit, ...]
    zone: str = ""
