"""What can be wrong with complaints."""

from __future__ import annotations

from imt_desktop.errors import UserError


class NoSuchComplaintError(UserError):
    """No complaint of that number."""

    complaint: int


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
