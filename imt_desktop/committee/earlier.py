"""Kinds of the committee's entries in an earlier version, and the way up to today's."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from imt_desktop.committee.entries import DecisionRecorded
from imt_desktop.journal import Entry, Private


class DecisionRecorded1(Entry, frozen=True):
    """Something was decided, without saying how it was voted on and where the minute is."""

    KIND: ClassVar[str] = "decision/1"

    decision: int
    minute: str
    decided_on: date
    body: str
    what: Private


AnyDecision = DecisionRecorded | DecisionRecorded1


def as_recorded(entry: AnyDecision) -> DecisionRecorded:
    """Return a decision as it is written down today: nobody counted, and no minute is kept."""
    if isinstance(entry, DecisionRecorded):
        return entry
    return DecisionRecorded(
        decision=entry.decision,
        minute=entry.minute,
        decided_on=entry.decided_on,
        body=entry.body,
        what=entry.what,
    )
