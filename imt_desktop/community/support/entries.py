"""What can happen between the committee and those outside who owe it something, or are owed a report."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from imt_desktop.journal import Attachment, Entry, Private


class ContactKept(Entry, frozen=True):
    """Somebody outside who can help. The newest entry of a contact holds."""

    KIND: ClassVar[str] = "contact/1"

    contact: int
    role: str
    """county, municipality, regulator, ngo, repair, laboratory or other."""
    name: Private
    mandate: Private
    """Who helps with what."""
    phone: Private
    then: int | None
    """The contact to ask when this one does not answer."""
    ended: bool
    """Whether nobody is asked there any more."""


class SupportAsked(Entry, frozen=True):
    """The committee asked for help, on the booking date."""

    KIND: ClassVar[str] = "support/1"

    request: int
    contact: int
    words: Private
    due_on: date
    attachment: Attachment | None


class SupportAnswered(Entry, frozen=True):
    """An answer came, on the booking date, or nobody waits for one any more."""

    KIND: ClassVar[str] = "support-answered/1"

    request: int
    outcome: str
    """granted, partly, refused or none."""
    words: Private
    attachment: Attachment | None


class ReportOwed(Entry, frozen=True):
    """A report is owed to somebody. The newest entry of a report holds."""

    KIND: ClassVar[str] = "report-owed/1"

    report: int
    contact: int | None
    what: str
    due_on: date
    months: int
    """Every how many months it is owed again; 0: once."""
    ended: bool


class ReportSent(Entry, frozen=True):
    """A report was sent, on the booking date."""

    KIND: ClassVar[str] = "report-sent/1"

    report: int
    due_on: date
    """The deadline that it was for."""
    words: Private
    attachment: Attachment | None


class VisitReceived(Entry, frozen=True):
    """Somebody from outside came, on the booking date."""

    KIND: ClassVar[str] = "visit-received/1"

    contact: int | None
    by: Private
    words: Private
