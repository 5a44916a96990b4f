"""What the agreement says."""

from __future__ import annotations

from datetime import date

from imt_desktop.ledger.charging.terms import (
    Due,
    Fines,
    LabourDays,
    LateFee,
    OneOff,
    Rounding,
    Terms,
)
from imt_desktop.ledger.entries import TariffAdopted
from imt_desktop.money import Currency
from imt_desktop.reports.facts import Facts, Heading

MOST_PLACES = 120


class Voted(Facts, frozen=True, kw_only=True):
    """How it was voted."""

    in_favour: int
    against: int
    abstained: int

    @property
    def all(self) -> int:
        """All who were counted."""
        return self.in_favour + self.against + self.abstained


class ActaFacts(Facts, frozen=True, kw_only=True):
    """A tariff and the decision behind it. Without ``votes`` there is room to write them down.

    ``text`` is what was decided in the committee's own words; ``places`` how many can sign.
    """

    heading: Heading
    currency: Currency
    since: str
    minute: str
    decided_on: date
    body: str
    terms: tuple[Terms, ...]
    every: str
    due: Due
    places: int
    text: str = ""
    votes: Voted | None = None
    rounding: Rounding | None = None
    late: LateFee | None = None
    fines: Fines | None = None
    labour: LabourDays | None = None
    one_offs: tuple[OneOff, ...] = ()

    @property
    def forms(self) -> TariffAdopted:
        """The tariff, to be put into words."""
        return TariffAdopted(
            tariff=0, name="", effective_from=self.since, decision=None, every=self.every,
            terms=self.terms, due=self.due, rounding=self.rounding, late=self.late,
            fines=self.fines, labour=self.labour, one_offs=self.one_offs,
        )  # fmt: skip
