"""What the poster of a tariff says."""

from __future__ import annotations

from datetime import date

from imt_desktop.committee.entries import Votes
from imt_desktop.errors import PaperError
from imt_desktop.ledger.charging import terms as t
from imt_desktop.ledger.entries import TariffAdopted
from imt_desktop.money import Currency, Money, total
from imt_desktop.reports.facts import Facts, Heading, KindAmount


class SetBy(Facts, frozen=True, kw_only=True):
    """Who set the tariff, by which minute, and how it was voted."""

    by: str
    on: date
    minute: str
    votes: Votes | None = None


class PayingLess(Facts, frozen=True, kw_only=True):
    """How many households of a group pay less; never who. Groups of fewer than three are together."""

    group: str
    households: int


class TariffFacts(Facts, frozen=True, kw_only=True):
    """Everything on the poster. ``spent`` is what the money of the year before went to; it may be empty."""

    heading: Heading
    currency: Currency
    since: date
    every: str
    terms: tuple[t.Terms, ...]
    due: t.Due
    rounding: t.Rounding | None = None
    late: t.LateFee | None = None
    fines: t.Fines | None = None
    labour: t.LabourDays | None = None
    one_offs: tuple[t.OneOff, ...] = ()
    decision: SetBy | None = None
    spent: tuple[KindAmount, ...] = ()
    less: tuple[PayingLess, ...] = ()

    def __post_init__(self) -> None:
        if not self.terms:
            raise PaperError("a tariff by which nobody pays")
        if any(one.amount.minor < 0 for one in self.spent):
            raise PaperError("less than nothing was spent")

    @property
    def spent_in_all(self) -> Money:
        """All money that was spent."""
        return total((one.amount for one in self.spent), self.currency)

    @property
    def forms(self) -> TariffAdopted:
        """The tariff itself."""
        return TariffAdopted(
            tariff=0, name="", effective_from=str(self.since)[:7], decision=None,
            every=self.every, terms=self.terms, due=self.due, rounding=self.rounding,
            late=self.late, fines=self.fines, labour=self.labour, one_offs=self.one_offs,
        )  # fmt: skip
