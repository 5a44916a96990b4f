"""What the list of a day's entries says."""

from __future__ import annotations

from datetime import date

from imt_desktop.money import Currency, Money, total
from imt_desktop.reports.facts import Facts, Heading


class DayLine(Facts, frozen=True, kw_only=True):
    """Money that was entered: ``what`` is payment, a kind of money, move or opening; ``on`` its own day.

    ``aside`` is an amount for which no money moved, such as what is ``owed`` and paid later.
    """

    on: date
    what: str
    number: str = ""
    pad: str = ""
    name: str = ""
    member: str = ""
    text: str = ""
    own_name: str = ""
    into: Money | None = None
    out: Money | None = None
    moved: Money | None = None
    aside: Money | None = None
    owed: bool = False
    cancelled: bool = False


class DayListFacts(Facts, frozen=True, kw_only=True):
    """Everything with money that was entered on a day, in the order in which it was entered."""

    heading: Heading
    on: date
    currency: Currency
    lines: tuple[DayLine, ...]

    @property
    def came(self) -> Money:
        """All money in that was not cancelled."""
        return self._all("into")

    @property
    def went(self) -> Money:
        """All money out that was not cancelled."""
        return self._all("out")

    def _all(self, side: str) -> Money:
        every = (getattr(line, side) for line in self.lines if not line.cancelled)
        return total((money for money in every if money), self.currency)
