"""Erasing what a complaint says: names and texts go, its number, days and outcome stay."""

from __future__ import annotations

from imt_desktop.committee import rules
from imt_desktop.committee.requests import Request
from imt_desktop.community.complaints.errors import ErasedError
from imt_desktop.community.complaints.signing import dealt_with
from imt_desktop.errors import at
from imt_desktop.journal import Erased, Recorded, Writing
from imt_desktop.journal.forgetting import forget

NOBODY = 0
"""The member of an erasure that is about no member."""


class EraseRequest(Request, frozen=True, tag="complaint-erased"):
    """Erase the words of a complaint, for good."""

    complaint: int


def erase(book: Writing, wanted: EraseRequest) -> Recorded:
    """Erase every word of a complaint and of what followed it, with two signatures.

    Raises NoSuchComplaintError, AboutSignerError, ErasedError, SecondOfficerNeededError.
    """
    dealt_with(book, wanted.complaint)
    with at("complaint"):
        rows = book.driver.execute(
            "SELECT w.seq, w.path FROM word w JOIN complaint_note n ON n.seq=w.seq"
            " WHERE n.complaint=? AND w.text<>'' ORDER BY 1, 2",
            (wanted.complaint,),
        )
        words = [Erased(entry=seq, path=path) for seq, path in rows]
        if not words:
            raise ErasedError(wanted.complaint)
    rules.require_two(book, "forget")
    return forget(book, NOBODY, words)
