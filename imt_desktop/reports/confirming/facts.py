"""What slips say on which members confirm what the old book says."""

from __future__ import annotations

from datetime import date

from imt_desktop.money import Money
from imt_desktop.reports.facts import Facts, Heading


class Confirmation(Facts, frozen=True, kw_only=True):
    """A balance from the old book: ``ahead`` says that it was paid in advance."""

    name: str
    member: str
    amount: Money
    since: date
    zone: str = ""
    house: str = ""
    ahead: bool = False


class ConfirmationsFacts(Facts, frozen=True, kw_only=True):
    """A slip for each balance that nobody confirmed yet; of one zone or of all."""

    heading: Heading
    on: date
    slips: tuple[Confirmation, ...]
    zone: str = ""
