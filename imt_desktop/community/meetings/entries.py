"""What can happen to a meeting of the assembly, of the committee, or with the families of a zone."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from imt_desktop.journal import Attachment, Entry, Part, Private


class Item(Part, frozen=True):
    """A point of the agenda."""

    words: Private


class MeetingCalled(Entry, frozen=True):
    """People are asked to meet. The newest entry of a meeting holds."""

    KIND: ClassVar[str] = "meeting/1"

    meeting: int
    what: str
    """assembly, committee or zone."""
    zone: str
    day: date
    hour: str
    """``15:00``, or empty."""
    place: Private
    agenda: tuple[Item, ...]
    quorum: int | None
    """How many have to come so that it can decide."""


class MeetingOff(Entry, frozen=True):
    """A meeting did not take place."""

    KIND: ClassVar[str] = "meeting-off/1"

    meeting: int
    reason: Private


class MeetingHeld(Entry, frozen=True):
    """Who came to a meeting, on the booking date. The newest entry of a meeting holds."""

    KIND: ClassVar[str] = "meeting-held/1"

    meeting: int
    members: int
    """How many could have come: households, or officers for a meeting of the committee."""
    women: int
    men: int
    represented: int
    """Those who sent somebody else."""
    women_spoke: int
    men_spoke: int
    guests: int
    present: tuple[int, ...]
    """Members who were ticked in the list; empty where nobody kept one."""


class MinutesWritten(Entry, frozen=True):
    """The minutes of a meeting. All of it anew."""

    KIND: ClassVar[str] = "minutes/1"

    meeting: int
    words: Private
    decisions: tuple[int, ...]
    envelope: str
    """Where the signed paper lies."""
    attachment: Attachment | None
    """A photo of it."""


class QuestionAsked(Entry, frozen=True):
    """Somebody asked something at a meeting that waits for an answer."""

    KIND: ClassVar[str] = "meeting-question/1"

    question: int
    meeting: int
    words: Private
    due_on: date


class MeetingAnswer(Entry, frozen=True):
    """A question of a meeting was answered, on the booking date."""

    KIND: ClassVar[str] = "meeting-answer/1"

    question: int
    words: Private


class Elected(Part, frozen=True):
    """Somebody was elected: the officer that took up the post."""

    officer: int
    votes: int | None


class ElectionHeld(Entry, frozen=True):
    """Officers were elected by a decision."""

    KIND: ClassVar[str] = "election/1"

    decision: int
    lines: tuple[Elected, ...]
