"""What an invitation says: which meeting, when and where, and what it is about."""

from __future__ import annotations

from datetime import date

from imt_desktop.reports.facts import Facts, Heading


class Gathering(Facts, frozen=True, kw_only=True):
    """A meeting as it was called. ``quorum`` is how many have to come so that it can decide."""

    what: str
    """assembly, committee or zone."""
    day: date
    zone: str = ""
    hour: str = ""
    place: str = ""
    agenda: tuple[str, ...] = ()
    quorum: int | None = None


class InvitationFacts(Facts, frozen=True, kw_only=True):
    """Everything on an invitation."""

    heading: Heading
    meeting: Gathering
