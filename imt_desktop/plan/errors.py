"""What can be wrong with the plan."""

from __future__ import annotations

from dataclasses import dataclass

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
    "NoAnswerError",
    "NoRoundError",
    "NoSuchActionError",
    "NoSuchProblemError",
    "NoVotesError",
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


@dataclass(eq=False)
class NoRoundError(UserError):
    """No round of the toolbox was begun, or it is over."""


@dataclass(eq=False)
class RoundOpenError(UserError):
    """A round is under way; it ends before the next one begins."""

    name: str


@dataclass(eq=False)
class NoSuchProblemError(UserError):
    """No problem card of that number."""

    problem: int


@dataclass(eq=False)
class NoSuchActionError(UserError):
    """No action of that number."""

    action: int


@dataclass(eq=False)
class VotesError(UserError):
    """More people voted than were present."""

    votes: int
    present: int


@dataclass(eq=False)
class AnswersError(UserError):
    """A question has other answers than those that were counted."""

    given: int
    wanted: int


@dataclass(eq=False)
class NoVotesError(UserError):
    """Nobody voted."""


@dataclass(eq=False)
class NoAnswerError(UserError):
    """None of the questions was answered anew."""


@dataclass(eq=False)
class WeightError(UserError):
    """How likely and how bad something is goes from 1 to 5."""

    number: int


@dataclass(eq=False)
class CauseError(UserError):
    """A cause belongs to the problem or to a cause that was named before it."""

    of: int


@dataclass(eq=False)
class ResponsibleMissingError(UserError):
    """Nobody is responsible for an action."""


@dataclass(eq=False)
class DeadlineError(UserError):
    """A deadline lies before the start. Both are ISO dates."""

    start: str
    deadline: str


@dataclass(eq=False)
class TargetError(UserError):
    """A target is no number of its unit: a share goes from 0 to 100."""

    text: str


@dataclass(eq=False)
class TargetMissingError(UserError):
    """A figure is watched with a target."""


@dataclass(eq=False)
class DropReasonError(UserError):
    """An action is dropped with a reason."""


@dataclass(eq=False)
class NotMovedError(UserError):
    """The card stands in that column already."""

    state: str


@dataclass(eq=False)
class CostKnownError(UserError):
    """An expense belongs to an action already."""

    action: int
