"""What the list of an extraordinary contribution says."""

from __future__ import annotations

from datetime import date

from imt_desktop.errors import PaperError
from imt_desktop.money import Money, total
from imt_desktop.reports.facts import Facts, Heading


class Asked(Facts, frozen=True, kw_only=True):
    """A household, what it was asked for, and what it has given."""

    name: str
    member: str
    asked: Money
    given: Money

    @property
    def missing(self) -> Money:
        """What is not given yet."""
        return self.asked - self.given


class ContributionFacts(Facts, frozen=True, kw_only=True):
    """One contribution with its target."""

    name: str
    target: Money
    due_on: date
    minute: str
    decided_on: date
    households: tuple[Asked, ...]

    def __post_init__(self) -> None:
        for one in self.households:
            if one.given.minor < 0 or one.given > one.asked:
                raise PaperError(f"contribution, {one.member}: {one.given} of {one.asked}")

    @property
    def asked(self) -> Money:
        """What all were asked for."""
        return total((one.asked for one in self.households), self.target.currency)

    @property
    def given(self) -> Money:
        """What all have given."""
        return total((one.given for one in self.households), self.target.currency)

    @property
    def not_asked_for(self) -> Money:
        """How much of the target nobody was asked for."""
        return max(self.target - self.asked, self.target.currency.zero())


class ContributionsFacts(Facts, frozen=True, kw_only=True):
    """The contributions that are not finished, or the last one; as they stand on a day."""

    heading: Heading
    on: date
    drives: tuple[ContributionFacts, ...]
