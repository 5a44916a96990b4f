"""What two rounds answered to the same questions."""

from __future__ import annotations

from datetime import date

from imt_desktop.errors import PaperError
from imt_desktop.reports.facts import Facts, Heading


class RoundVoted(Facts, frozen=True, kw_only=True):
    """A round: its name (``text``), when it began, and how many people were there."""

    text: str
    began: date
    present: int = 0


class Compared(Facts, frozen=True, kw_only=True):
    """A question of the pack (``words``) or the community's own (``text``), and the votes of each round."""

    theme: str
    words: str = ""
    text: str = ""
    votes: tuple[tuple[int, ...], ...]


class ComparedFacts(Facts, frozen=True, kw_only=True):
    """One or two rounds, the older one first; none where no round has begun.

    ``done`` of ``counted`` actions of the newest round are done.
    """

    heading: Heading
    on: date
    rounds: tuple[RoundVoted, ...] = ()
    questions: tuple[Compared, ...] = ()
    done: int = 0
    counted: int = 0

    def __post_init__(self) -> None:
        if any(len(one.votes) != len(self.rounds) for one in self.questions):
            raise PaperError("votes of other rounds than those that are compared")
