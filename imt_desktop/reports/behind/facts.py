"""What the list of those who are behind says."""

from __future__ import annotations

from datetime import date

from imt_desktop.errors import PaperError
from imt_desktop.money import Currency, Money, total
from imt_desktop.reports.facts import Facts, Heading

AGES = ("not-due", "1-30", "31-60", "61-90", "over-90")
"""Days since a debt was due, as the paper's columns have them."""

FOUR_AGES = ("not-due", "1-30", "31-90", "over-90")
"""Those of papers that were issued before the last two months were told apart."""


class Debtor(Facts, frozen=True, kw_only=True):
    """A household that owes: by the age of the debt, in the order of the paper's ``ages``."""

    name: str
    member: str
    zone: str = ""
    ages: tuple[Money, ...]
    owed: Money


class BehindFacts(Facts, frozen=True, kw_only=True):
    """Who owed what at the end of a day, the highest debt first; of one zone or of all."""

    heading: Heading
    on: date
    currency: Currency
    debtors: tuple[Debtor, ...]
    zone: str = ""

    def __post_init__(self) -> None:
        for one in self.debtors:
            if total(one.ages, self.currency) != one.owed:
                raise PaperError(f"behind, {one.member}: {one.ages} are not {one.owed}")

    @property
    def ages(self) -> tuple[str, ...]:
        """The ages by which this paper tells debts apart."""
        parts = {len(one.ages) for one in self.debtors}
        return FOUR_AGES if parts == {len(FOUR_AGES)} else AGES

    @property
    def owed(self) -> Money:
        """All of it."""
        return total((one.owed for one in self.debtors), self.currency)

    def of_age(self, place: int) -> Money:
        """All debts of an age."""
        return total((one.ages[place] for one in self.debtors), self.currency)
