"""What can be wrong with support that is asked for."""

from __future__ import annotations

from imt_desktop.errors import UserError


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
