"""What can be wrong with the plan."""

from __future__ import annotations

from imt_desktop.committee.errors import (
    ChoiceError,
    NameMissingError,
    NothingSaidError,
    NotYetError,
    PackError,
    PeopleError,
    TitleMissingError,
    TwiceError,
)
from imt_desktop.errors import UserError

__all__ = [
    "AnswersError",
    "CauseError",
    "ChoiceError",
    "CostKnownError",
    "DeadlineError",
    "DropReasonError",
    "NameMissingError",
    "NextVisitError",
    "NoAnswerError",
    "NoRoundError",
    "NoSuchActionError",
    "NoSuchProblemError",
    "NoVotesError",
    "NobodyCameError",
    "NotMovedError",
    "NotYetError",
    "NothingSaidError",
    "PackError",
    "PeopleError",
    "ResponsibleMissingError",
    "RoundOpenError",
    "TargetError",
    "TitleMissingError",
    "TwiceError",
    "VotesError",
    "WeightError",
]


class NoRoundError(UserError):
    """No round of the toolbox was begun, or it is over."""


class RoundOpenError(UserError):
    """A round is under way; it ends before the next one begins."""

    name: str


class NoSuchProblemError(UserError):
    """No problem card of that number."""

    problem: int


class NoSuchActionError(UserError):
    """No action of that number."""

    action: int


class VotesError(UserError):
    """More people voted than were present."""

    votes: int
    present: int


class AnswersError(UserError):
    """A question has other answers than those that were counted."""

    given: int
    asked: int


class NoVotesError(UserError):
    """Nobody voted."""


class NoAnswerError(UserError):
    """None of the questions was answered anew."""


class WeightError(UserError):
    """How likely and how bad something is goes from 1 to 5."""

    number: int


class CauseError(UserError):
    """A cause belongs to the problem or to a cause that was named before it."""

    of: int


class ResponsibleMissingError(UserError):
    """Nobody is responsible for an action."""


class DeadlineError(UserError):
    """A deadline lies before the start. Both are ISO dates."""

    start: str
    deadline: str


class NobodyCameError(UserError):
    """A visit that neither a woman nor a man came to."""


class NextVisitError(UserError):
    """The next visit is not after this one. Both are ISO dates."""

    day: str
    since: str


class TargetError(UserError):
    """A target is no number of its unit: a share goes from 0 to 100."""

    text: str


class TargetMissingError(UserError):
    """A figure is watched with a target."""


class DropReasonError(UserError):
    """An action is dropped with a reason."""


class NotMovedError(UserError):
    """The card stands in that column already."""

    state: str


class CostKnownError(UserError):
    """An expense belongs to an action already."""

    action: int
