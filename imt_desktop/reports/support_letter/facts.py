"""What a letter that asks for help says."""

from __future__ import annotations

from datetime import date

from imt_desktop.money import Money
from imt_desktop.reports.facts import Facts, Heading


class Backing(Facts, frozen=True, kw_only=True):
    """Figures of the last twelve months; None where the book does not know.

    ``hours`` a day are in tenths, ``lost`` water in hundredths of a per cent.
    """

    households: int
    breakdowns: int
    dry_days: int
    hours: int | None = None
    lost: int | None = None
    money_in: Money | None = None
    """None on letters from before money stood there."""
    money_out: Money | None = None
    there: Money | None = None
    """In the cash box, the bank and elsewhere, at the end."""


class SupportLetterFacts(Facts, frozen=True, kw_only=True):
    """Everything on the letter."""

    heading: Heading
    on: date
    due_on: date
    name: str
    role: str
    text: str
    backing: Backing
