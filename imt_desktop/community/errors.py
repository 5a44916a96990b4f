"""What can be wrong with complaints, meetings, the service and audits."""

from __future__ import annotations

from dataclasses import dataclass

from imt_desktop.errors import UserError


@dataclass(eq=False)
class NoSuchComplaintError(UserError):
    """No complaint of that number."""

    complaint: int


@dataclass(eq=False)
class BeforeItError(UserError):
    """Something happened before what it follows: an answer before the complaint. ISO dates."""

    day: str
    since: str


@dataclass(eq=False)
class AboutOfficerError(UserError):
    """A complaint goes to the very officer that it is about."""

    name: str


@dataclass(eq=False)
class StageBackError(UserError):
    """A complaint goes on to the next stage and never back."""

    stage: str


@dataclass(eq=False)
class AnsweredError(UserError):
    """A complaint was answered already; it can be reopened."""

    complaint: int


@dataclass(eq=False)
class NotAnsweredError(UserError):
    """A complaint has no answer yet, so nobody can be content with it or reopen it."""

    complaint: int


@dataclass(eq=False)
class NameWithoutNameError(UserError):
    """A name stands there, though it should stay away: anonymous, or on paper only."""


@dataclass(eq=False)
class DaysError(UserError):
    """A number of days for an answer that cannot be."""

    number: int


@dataclass(eq=False)
class ErasedError(UserError):
    """There is no word left to erase."""

    complaint: int


@dataclass(eq=False)
class NoSuchMeetingError(UserError):
    """No meeting of that number."""

    meeting: int


@dataclass(eq=False)
class NoSuchQuestionError(UserError):
    """No question of that number."""

    question: int


@dataclass(eq=False)
class HourError(UserError):
    """A text is not an hour of the day."""

    text: str


@dataclass(eq=False)
class QuorumError(UserError):
    """So many people cannot be a quorum."""

    number: int


@dataclass(eq=False)
class QuorumTooHighError(UserError):
    """More have to come than can come."""

    number: int
    members: int


@dataclass(eq=False)
class HeldError(UserError):
    """A meeting was held already."""

    meeting: int


@dataclass(eq=False)
class NotHeldError(UserError):
    """A meeting was not held yet, so nothing came of it."""

    meeting: int


@dataclass(eq=False)
class MeetingOffError(UserError):
    """A meeting did not take place."""

    meeting: int


@dataclass(eq=False)
class AttendanceError(UserError):
    """More came than could have come."""

    came: int
    members: int


@dataclass(eq=False)
class TicksError(UserError):
    """More are ticked in the list than came."""

    ticked: int
    came: int


@dataclass(eq=False)
class SpokeError(UserError):
    """More spoke than came."""

    spoke: int
    came: int


@dataclass(eq=False)
class TooManyVotesError(UserError):
    """More votes than people who came."""

    votes: int
    came: int


@dataclass(eq=False)
class NoSuchBreakdownError(UserError):
    """No breakdown of that number."""

    breakdown: int


@dataclass(eq=False)
class NoSuchTaskError(UserError):
    """No task of maintenance of that number."""

    task: int


@dataclass(eq=False)
class RepairedError(UserError):
    """A breakdown was repaired already."""

    breakdown: int


@dataclass(eq=False)
class BackMissingError(UserError):
    """There was no water, and nobody said since when there is."""


@dataclass(eq=False)
class ExpenseUsedError(UserError):
    """An expense belongs to another breakdown or task: ``12/2``."""

    expense: str


@dataclass(eq=False)
class MonthsError(UserError):
    """Something cannot be looked after every so many months."""

    number: int


@dataclass(eq=False)
class StockError(UserError):
    """There cannot be so many of a part."""

    number: int


@dataclass(eq=False)
class WeekdayError(UserError):
    """No day of the week: they go from 1, Monday, to 7."""

    number: int


@dataclass(eq=False)
class TurnError(UserError):
    """A turn ends before it begins, or begins before the one before it ends."""

    first: str
    last: str


@dataclass(eq=False)
class HoursError(UserError):
    """A day has 0 to 24 hours."""

    text: str


@dataclass(eq=False)
class VolumeError(UserError):
    """Not a volume of water in cubic metres, to the litre."""

    text: str


@dataclass(eq=False)
class MeasureError(UserError):
    """Nothing measures so much: perhaps it is what a meter says. ``parameter`` is a code."""

    text: str
    parameter: str
    most: str
    unit: str


@dataclass(eq=False)
class NoSuchAuditError(UserError):
    """No audit of that number."""

    audit: int


@dataclass(eq=False)
class AuditNotReadError(UserError):
    """The poster of an audit waits until the result was read out."""

    audit: int


@dataclass(eq=False)
class NoSuchFindingError(UserError):
    """No finding of that number."""

    finding: int


@dataclass(eq=False)
class AuditorIsOfficerError(UserError):
    """Somebody who held a post in the period, or holds one, cannot audit it."""

    name: str
    post: str


@dataclass(eq=False)
class AuditorAgainError(UserError):
    """Somebody audited the last time already."""

    name: str


@dataclass(eq=False)
class AuditReadError(UserError):
    """The result of an audit was read out; nothing of it changes any more."""

    audit: int


@dataclass(eq=False)
class EmptyListError(UserError):
    """There is nothing to draw from."""


@dataclass(eq=False)
class ListMissingError(UserError):
    """The code of a list is written down before the dice are thrown."""


@dataclass(eq=False)
class ListDrawnError(UserError):
    """It was drawn from this list already: a drawing counts once."""


@dataclass(eq=False)
class ListNotDrawnError(UserError):
    """What is looked at is drawn first, where a list was fixed for that."""


@dataclass(eq=False)
class ListChangedError(UserError):
    """A list is no longer the one whose code was written down."""


@dataclass(eq=False)
class SeedError(UserError):
    """Not a number that dice give."""

    text: str


@dataclass(eq=False)
class SampleSizeError(UserError):
    """So many cannot be drawn from so many."""

    size: int
    population: int


@dataclass(eq=False)
class NotListedError(UserError):
    """What was looked at stands in no list of the audited period."""

    item: str


@dataclass(eq=False)
class DifferenceError(UserError):
    """A check that differs says by how much, and no other one does."""


@dataclass(eq=False)
class OfficerNamedError(UserError):
    """A finding names somebody; it is about a post."""

    name: str
    post: str


@dataclass(eq=False)
class FindingUnansweredError(UserError):
    """Findings that the committee has not answered yet."""

    findings: tuple[int, ...]


@dataclass(eq=False)
class NoSuchContactError(UserError):
    """No contact of that number."""

    contact: int


@dataclass(eq=False)
class CircleError(UserError):
    """Whoever is asked next would lead back to the one who did not answer."""


@dataclass(eq=False)
class NoSuchSupportError(UserError):
    """No request for support of that number."""

    request: int


@dataclass(eq=False)
class SupportAnsweredError(UserError):
    """A request for support was answered already."""

    request: int


@dataclass(eq=False)
class NoSuchReportError(UserError):
    """No report of that number."""

    report: int


@dataclass(eq=False)
class NothingDueError(UserError):
    """Nothing more is owed of a report."""

    report: int
