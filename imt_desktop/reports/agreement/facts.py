"""What an agreement to pay in instalments says."""

from __future__ import annotations

from datetime import date

from imt_desktop.money import Currency, Money, total
from imt_desktop.reports.facts import Facts, Heading


class Part(Facts, frozen=True, kw_only=True):
    """An instalment: when it is due, and how much."""

    due_on: date
    amount: Money


class AgreementFacts(Facts, frozen=True, kw_only=True):
    """An agreement with one household, as it was made."""

    heading: Heading
    on: date
    currency: Currency
    name: str
    member: str
    parts: tuple[Part, ...]
    zone: str = ""
    house: str = ""
    text: str = ""
    minute: str = ""
    decided_on: date | None = None

    @property
    def amount(self) -> Money:
        """All of it."""
        return total((part.amount for part in self.parts), self.currency)
