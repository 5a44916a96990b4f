"""What can be wrong with complaints, meetings, the service and audits."""

from __future__ import annotations

from imt_desktop.errors import UserError


class NoSuchComplaintError(UserError):
    """No complaint of that number."""

    complaint: int


class BeforeItError(UserError):
    """Something happened before what it follows: an answer before the complaint. ISO dates."""

    day: str
    since: str


class DueBeforeItError(BeforeItError):
    """Something is due before what it follows: an answer to a finding before the finding. ISO dates."""


class AboutOfficerError(UserError):
    """A complaint goes to the very officer that it is about."""

    name: str


class AboutSignerError(UserError):
    """Whoever a complaint is about would sign for what is done with it."""

    complaint: int
    name: str


class StageBackError(UserError):
    """A complaint goes on to the next stage and never back."""

    stage: str


class AnsweredError(UserError):
    """A complaint was answered already; it can be reopened."""

    complaint: int


class NotAnsweredError(UserError):
    """A complaint has no answer yet, so nobody can be content with it or reopen it."""

    complaint: int


class NameWithoutNameError(UserError):
    """A name stands there, though it should stay away: anonymous, or on paper only."""


class DaysError(UserError):
    """A number of days for an answer that cannot be."""

    number: int


class ErasedError(UserError):
    """There is no word left to erase."""

    complaint: int


class NoSuchMeetingError(UserError):
    """No meeting of that number."""

    meeting: int


class NoSuchQuestionError(UserError):
    """No question of that number."""

    question: int


class HourError(UserError):
    """A text is not an hour of the day."""

    text: str


class QuorumError(UserError):
    """So many people cannot be a quorum."""

    number: int


class QuorumTooHighError(UserError):
    """More have to come than can come."""

    number: int
    members: int


class HeldError(UserError):
    """A meeting was held already."""

    meeting: int


class NotHeldError(UserError):
    """A meeting was not held yet, so nothing came of it."""

    meeting: int


class MeetingOffError(UserError):
    """A meeting did not take place."""

    meeting: int


class AttendanceError(UserError):
    """More came than could have come."""

    came: int
    members: int


class TicksError(UserError):
    """More are ticked in the list than came."""

    ticked: int
    came: int


class OtherZoneError(UserError):
    """A member is ticked at the meeting of a zone whose member it is not."""

    member: str
    zone: str


class SpokeError(UserError):
    """More spoke than came."""

    spoke: int
    came: int


class TooManyVotesError(UserError):
    """More votes than people who came."""

    votes: int
    came: int


class NoSuchBreakdownError(UserError):
    """No breakdown of that number."""

    breakdown: int


class NoSuchTaskError(UserError):
    """No task of maintenance of that number."""

    task: int


class RepairedError(UserError):
    """A breakdown was repaired already."""

    breakdown: int


class BackMissingError(UserError):
    """There was no water, and nobody said since when there is."""


class ExpenseUsedError(UserError):
    """An expense belongs to another breakdown or task: ``12/2``."""

    expense: str


class MonthsError(UserError):
    """Something cannot be looked after every so many months."""

    number: int


class StockError(UserError):
    """There cannot be so many of a part."""

    number: int


class WeekdayError(UserError):
    """No day of the week: they go from 1, Monday, to 7."""

    number: int


class TurnError(UserError):
    """A turn ends before it begins, or begins before the one before it ends."""

    first: str
    last: str


class HoursError(UserError):
    """A day has 0 to 24 hours."""

    text: str


class VolumeError(UserError):
    """Not a volume of water in cubic metres, to the litre."""

    text: str


class MeasureError(UserError):
    """Nothing measures so much: perhaps it is what a meter says. ``parameter`` is a code."""

    text: str
    parameter: str
    most: str
    unit: str


class NoSuchAuditError(UserError):
    """No audit of that number."""

    audit: int


class AuditNotReadError(UserError):
    """The poster of an audit waits until the result was read out."""

    audit: int


class NoSuchFindingError(UserError):
    """No finding of that number."""

    finding: int


class AuditorIsOfficerError(UserError):
    """Somebody who held a post in the period, or holds one, cannot audit it."""

    name: str
    post: str


class AuditorAgainError(UserError):
    """Somebody audited the last time already."""

    name: str


class AuditReadError(UserError):
    """The result of an audit was read out; nothing of it changes any more."""

    audit: int


class EmptyListError(UserError):
    """There is nothing to draw from."""


class ListMissingError(UserError):
    """The code of a list is written down before the dice are thrown."""


class ListDrawnError(UserError):
    """It was drawn from this list already: a drawing counts once."""


class ListNotDrawnError(UserError):
    """What is looked at is drawn first, where a list was fixed for that."""


class ListChangedError(UserError):
    """A list is no longer the one whose code was written down."""


class SeedError(UserError):
    """Not a number that dice give."""

    text: str


class SampleSizeError(UserError):
    """So many cannot be drawn from so many."""

    size: int
    population: int


class NotListedError(UserError):
    """What was looked at stands in no list of the audited period."""

    item: str


class DifferenceError(UserError):
    """A check that differs says by how much, and no other one does."""


class OfficerNamedError(UserError):
    """A finding names somebody; it is about a post."""

    name: str
    post: str


class MemberNamedError(UserError):
    """A finding names a member, and hangs on the wall."""

    name: str


class WordNamesError(UserError):
    """A finding has a word that is somebody's name, with a capital."""

    word: str


class ProofMissingError(UserError):
    """A finding was put right, and nobody says what shows it."""


class FindingUnansweredError(UserError):
    """Findings that the committee has not answered yet."""

    findings: tuple[int, ...]


class NoSuchContactError(UserError):
    """No contact of that number."""

    contact: int


class CircleError(UserError):
    """Whoever is asked next would lead back to the one who did not answer."""


class NoSuchSupportError(UserError):
    """No request for support of that number."""

    request: int


class SupportAnsweredError(UserError):
    """A request for support was answered already."""

    request: int


class NoSuchReportError(UserError):
    """No report of that number."""

    report: int


class NothingDueError(UserError):
    """Nothing more is owed of a report."""

    report: int
