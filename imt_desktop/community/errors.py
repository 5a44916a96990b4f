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
