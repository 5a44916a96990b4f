"""What the list of members says. What they owe is not on it."""

from __future__ import annotations

from datetime import date

from imt_desktop.reports.facts import Facts, Heading


class Listed(Facts, frozen=True, kw_only=True):
    """A household. ``telephone`` stands only where it was agreed to; ``state`` is active or cut-off."""

    name: str
    member: str
    zone: str = ""
    house: str = ""
    second_adult: str = ""
    telephone: str = ""
    connections: tuple[str, ...] = ()
    state: str = "active"


class RegisterFacts(Facts, frozen=True, kw_only=True):
    """The households of a day, as one walks past them; of one zone or of all."""

    heading: Heading
    on: date
    members: tuple[Listed, ...]
    zone: str = ""
