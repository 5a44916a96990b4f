"""What the minutes of a meeting say. Of one that was not held yet there is only its agenda."""

from __future__ import annotations

from datetime import date

from imt_desktop.reports.facts import Facts, Heading
from imt_desktop.reports.invitation.facts import Gathering


class Came(Facts, frozen=True, kw_only=True):
    """Who came, of so many who could have come."""

    women: int
    men: int
    represented: int
    members: int
    women_spoke: int = 0
    men_spoke: int = 0
    guests: int = 0

    @property
    def all(self) -> int:
        """All who count for the quorum."""
        return self.women + self.men + self.represented


class Decided(Facts, frozen=True, kw_only=True):
    """A decision; how it was voted, where that was counted."""

    number: str
    text: str
    in_favour: int | None = None
    against: int = 0
    abstained: int = 0
    revoked: bool = False


class Elected(Facts, frozen=True, kw_only=True):
    """Somebody who was elected to a post until a day; the votes, where they were counted."""

    name: str
    post: str
    until: date | None = None
    votes: int | None = None


class Asked(Facts, frozen=True, kw_only=True):
    """A question, and its answer or until when it waits for one."""

    text: str
    due_on: date
    answered_on: date | None = None
    answer: str = ""


class MinutesFacts(Facts, frozen=True, kw_only=True):
    """Everything on the paper."""

    heading: Heading
    meeting: Gathering
    came: Came | None = None
    text: str = ""
    decisions: tuple[Decided, ...] = ()
    elected: tuple[Elected, ...] = ()
    questions: tuple[Asked, ...] = ()
