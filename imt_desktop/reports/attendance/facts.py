"""What the list of a meeting says: who was asked to come. Nothing of what anybody owes."""

from __future__ import annotations

from imt_desktop.reports.facts import Facts, Heading
from imt_desktop.reports.invitation.facts import Gathering


class Invited(Facts, frozen=True, kw_only=True):
    """A household, or an officer with a post."""

    name: str
    member: str = ""
    second_adult: str = ""
    house: str = ""
    zone: str = ""
    post: str = ""


class AttendanceFacts(Facts, frozen=True, kw_only=True):
    """Everything on the list."""

    heading: Heading
    meeting: Gathering
    asked: tuple[Invited, ...]
