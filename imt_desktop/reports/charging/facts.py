"""What the preview of a run of bills says."""

from __future__ import annotations

from datetime import date

from imt_desktop.errors import PaperError
from imt_desktop.ledger.charging.working_out import ChargePart
from imt_desktop.money import Currency, Money, total
from imt_desktop.period import Period
from imt_desktop.reports.facts import Facts, Heading


class ToBill(Facts, frozen=True, kw_only=True):
    """What a member would be billed, and how it is worked out."""

    name: str
    member: str
    parts: tuple[ChargePart, ...]
    amount: Money

    def __post_init__(self) -> None:
        if sum(part.amount for part in self.parts) != self.amount.minor:
            raise PaperError(f"preview, {self.member}: the parts are not {self.amount}")


class NotToBill(Facts, frozen=True, kw_only=True):
    """Who would get no bill, and why."""

    name: str
    member: str
    reason: str
    since: date | None = None


class ChargingFacts(Facts, frozen=True, kw_only=True):
    """A run of bills that is not made yet."""

    heading: Heading
    period: Period
    due_on: date
    currency: Currency
    bills: tuple[ToBill, ...]
    left_out: tuple[NotToBill, ...] = ()

    @property
    def total(self) -> Money:
        """All of it."""
        return total((one.amount for one in self.bills), self.currency)
