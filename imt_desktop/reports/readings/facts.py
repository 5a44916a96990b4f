"""What the sheet for reading meters says. Quantities are thousandths."""

from __future__ import annotations

from datetime import date

from imt_desktop.period import Period
from imt_desktop.reports.facts import Facts, Heading


class MeterToRead(Facts, frozen=True, kw_only=True):
    """A meter on the way; what it said last, and when."""

    name: str
    member: str
    zone: str = ""
    house: str = ""
    connection: int
    last: int | None = None
    last_on: date | None = None
    usual: int = 0


class ReadingSheetFacts(Facts, frozen=True, kw_only=True):
    """The meters of a zone or of all, as one walks past them; those read already are left out."""

    heading: Heading
    period: Period
    meters: tuple[MeterToRead, ...]
    zone: str = ""
