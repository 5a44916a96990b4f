"""What the slip of a complaint says: number and days; never who complained, about whom, or what."""

from __future__ import annotations

from datetime import date

from imt_desktop.errors import PaperError
from imt_desktop.reports.facts import Contact, Facts, Heading


class ComplaintSlipFacts(Facts, frozen=True, kw_only=True):
    """Everything on the slip. ``higher`` is asked by whoever is not satisfied."""

    heading: Heading
    number: int
    received_on: date
    due_on: date
    stage: str
    """direct, committee or passed-on."""
    ask: Contact | None = None
    call: Contact | None = None
    higher: tuple[Contact, ...] = ()

    def __post_init__(self) -> None:
        if self.due_on < self.received_on:
            raise PaperError("an answer before the complaint")
