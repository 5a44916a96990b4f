"""Calling a meeting: what it is, when and where, what it is about, and how many have to come."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from imt_desktop.committee.asking import chosen, next_id, words
from imt_desktop.committee.requests import Request
from imt_desktop.community.errors import HourError
from imt_desktop.community.meetings import entries as e
from imt_desktop.community.meetings import errors
from imt_desktop.community.meetings.queries import meeting
from imt_desktop.errors import at
from imt_desktop.journal import Recorded, Writing

KINDS: Final = ("assembly", "committee", "zone")
_HOUR: Final = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


class MeetingRequest(Request, frozen=True, tag="meeting"):
    """Call a meeting, or with its number call it otherwise: all of it anew."""

    day: date
    what: str = "assembly"
    zone: str = ""
    hour: str = ""
    place: str = ""
    agenda: tuple[str, ...] = ()
    quorum: int | None = None
    meeting: int | None = None


class MeetingOffRequest(Request, frozen=True, tag="meeting-off"):
    """Say that a meeting did not take place, and why."""

    meeting: int
    reason: str


def call(book: Writing, wanted: MeetingRequest) -> Recorded:
    """Call a meeting.

    Raises ChoiceError, TitleMissingError, HourError, QuorumError, NoSuchMeetingError, HeldError.
    """
    if chosen(wanted.what, KINDS, "what") == "zone":
        words(wanted.zone, "zone")
    if wanted.hour and not _HOUR.fullmatch(wanted.hour):
        raise HourError(wanted.hour).beside("hour")
    if wanted.quorum is not None and wanted.quorum < 1:
        raise errors.QuorumError(wanted.quorum).beside("quorum")
    if wanted.meeting is not None:
        _not_held(book, wanted.meeting)
    return book.append(
        e.MeetingCalled(
            meeting=next_id(book, "meeting") if wanted.meeting is None else wanted.meeting,
            what=wanted.what,
            zone=wanted.zone.strip() if wanted.what == "zone" else "",
            day=wanted.day,
            hour=wanted.hour,
            place=wanted.place.strip(),
            agenda=tuple(_item(number, text) for number, text in enumerate(wanted.agenda, 1)),
            quorum=wanted.quorum,
        )
    )


def call_off(book: Writing, wanted: MeetingOffRequest) -> Recorded:
    """Call a meeting off. Raises NoSuchMeetingError, HeldError, TitleMissingError."""
    _not_held(book, wanted.meeting)
    return book.append(e.MeetingOff(meeting=wanted.meeting, reason=words(wanted.reason, "reason")))


def _item(number: int, text: str) -> e.Item:
    with at("agenda", number):
        return e.Item(words=words(text, "words"))


def _not_held(book: Writing, number: int) -> None:
    with at("meeting"):
        if meeting(book, number).held_on:
            raise errors.HeldError(number)
