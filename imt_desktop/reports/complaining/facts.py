"""What the poster "How to complain" says: the way, the days, and counts; never who complained."""

from __future__ import annotations

from datetime import date

from imt_desktop.errors import PaperError
from imt_desktop.reports.facts import Contact, Facts, Heading


class Dealt(Facts, frozen=True, kw_only=True):
    """How the complaints of some months were dealt with, as counts."""

    first: date
    last: date
    received: int
    in_time: int
    fixed: int


class Called(Facts, frozen=True, kw_only=True):
    """The committee's own word for something to complain about."""

    code: str
    name: str


class ComplainingFacts(Facts, frozen=True, kw_only=True):
    """Everything on the poster. ``higher`` is asked by whoever is not satisfied."""

    heading: Heading
    days: int
    working: bool
    ask: Contact | None = None
    call: Contact | None = None
    higher: tuple[Contact, ...] = ()
    dealt: Dealt | None = None
    called: tuple[Called, ...] = ()

    def __post_init__(self) -> None:
        if self.days < 1:
            raise PaperError("an answer before the complaint")
        if self.dealt and max(self.dealt.in_time, self.dealt.fixed) > self.dealt.received:
            raise PaperError("more answers than complaints")
