"""What letters about a step say: each only what its household has to know."""

from __future__ import annotations

from datetime import date

from imt_desktop.money import Money
from imt_desktop.reports.facts import Contact, Facts, Heading


class Decided(Facts, frozen=True, kw_only=True):
    """The decision behind a step."""

    minute: str
    on: date


class Next(Facts, frozen=True, kw_only=True):
    """The step that comes after, and when; 0 says nothing."""

    step: str
    bills: int
    days: int


class Reconnecting(Facts, frozen=True, kw_only=True):
    """What is asked for before the water flows again; ``share`` in hundredths of a per cent.

    ``wanted`` is that share in money: older papers do not say it.
    """

    fee: Money
    share: int
    wanted: Money | None = None


class Letter(Facts, frozen=True, kw_only=True):
    """A letter. ``supply`` is the water that is left to who is cut off."""

    name: str
    member: str
    step: str
    owed: Money
    bills: int
    days: int
    zone: str = ""
    house: str = ""
    measure: str = ""
    supply: str = ""
    decided: Decided | None = None
    following: Next | None = None
    back: Reconnecting | None = None


class LettersFacts(Facts, frozen=True, kw_only=True):
    """Letters about all steps of a day; of one zone or of all."""

    heading: Heading
    on: date
    letters: tuple[Letter, ...]
    zone: str = ""
    pay_to: Contact | None = None
    ask: Contact | None = None
