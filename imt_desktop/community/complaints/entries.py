"""What can happen to a complaint or a suggestion. Its texts and names are private words."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from imt_desktop.journal import Attachment, Entry, Part, Private


class OwnCategory(Part, frozen=True):
    """A category of the committee's own, or its word for one that all have."""

    code: str
    name: str


class ComplaintRules(Entry, frozen=True):
    """How long an answer may take here, which days are free, own categories. All of it anew."""

    KIND: ClassVar[str] = "complaint-rules/1"

    days: int
    working: bool
    """Whether weekends and holidays are left out."""
    free_days: tuple[date, ...]
    """Holidays beside those of the country."""
    categories: tuple[OwnCategory, ...]


class ComplaintReceived(Entry, frozen=True):
    """Somebody complained or made a suggestion, on the booking date."""

    KIND: ClassVar[str] = "complaint/1"

    complaint: int
    channel: str
    """in-person, phone, paper-box, assembly or message."""
    source: str
    """named, on-paper (the name lies with the oversight committee) or anonymous."""
    name: Private
    contact: Private
    category: str
    words: Private
    about: int | None
    """The officer that it is about."""
    assigned: int | None
    """The officer who takes it up."""
    due_on: date
    attachment: Attachment | None


class ComplaintMoved(Entry, frozen=True):
    """A complaint went to somebody else, or on to the next stage."""

    KIND: ClassVar[str] = "complaint-moved/1"

    complaint: int
    stage: str
    """direct, committee or passed-on."""
    assigned: int | None
    to: Private
    """The municipality or regulator that it was passed on to."""
    due_on: date


class ComplaintAnswered(Entry, frozen=True):
    """A complaint was answered, on the booking date."""

    KIND: ClassVar[str] = "complaint-answered/1"

    complaint: int
    words: Private
    outcome: str
    """upheld, partly, rejected, withdrawn or referred."""
    fixed: bool
    """Whether what was wrong was put right."""
    attachment: Attachment | None


class ComplaintAsked(Entry, frozen=True):
    """Whoever complained was asked whether the answer is enough."""

    KIND: ClassVar[str] = "complaint-asked/1"

    complaint: int
    satisfied: bool
    words: Private


class ComplaintReopened(Entry, frozen=True):
    """An answered complaint was taken up again, with a new deadline."""

    KIND: ClassVar[str] = "complaint-reopened/1"

    complaint: int
    words: Private
    due_on: date
