"""What can be wrong in more than one room of the community's side."""

from __future__ import annotations

from imt_desktop.errors import UserError


class BeforeItError(UserError):
    """Something happened before what it follows: an answer before the complaint. ISO dates."""

    day: str
    since: str


class DueBeforeItError(BeforeItError):
    """Something is due before what it follows: an answer to a finding before the finding. ISO dates."""


class HourError(UserError):
    """A text is not an hour of the day."""

    text: str


class MonthsError(UserError):
    """Something cannot be looked after every so many months."""

    number: int
