"""Doing something together with the decision behind it, which is written down with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

import msgspec

from imt_desktop.committee.describing import DecisionRequest, record_decision
from imt_desktop.committee.entries import DecisionRecorded
from imt_desktop.journal import Writing

R = TypeVar("R", bound=msgspec.Struct)
A = TypeVar("A")


class Decided(msgspec.Struct, Generic[R], frozen=True):
    """A request, and the decision that is to be written down with it, if it is a new one."""

    request: R
    decision: DecisionRequest | None


def with_decision(use_case: Callable[[Writing, R], A]) -> Callable[[Writing, Decided[R]], A]:
    """Return the use case that writes the decision down first and points to it.

    It raises what ``record_decision`` and the use case do.
    """

    def done(book: Writing, wanted: Decided[R]) -> A:
        request = wanted.request
        if wanted.decision is not None:
            request = msgspec.structs.replace(request, decision=decide(book, wanted.decision))
        return use_case(book, request)

    return done


def decide(book: Writing, wanted: DecisionRequest) -> int:
    """Write a decision down; returns its number. Raises what ``record_decision`` does."""
    recorded = record_decision(book, wanted)
    assert isinstance(recorded.entry, DecisionRecorded)
    return recorded.entry.decision
