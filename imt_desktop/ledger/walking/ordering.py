"""Putting the households of a zone into the order in which they are walked."""

from __future__ import annotations

from imt_desktop.journal import Recorded, Writing
from imt_desktop.ledger import errors
from imt_desktop.ledger.requests import Request, member_id
from imt_desktop.ledger.walking.entries import WalkOrdered


class WalkRequest(Request, frozen=True, tag="walk"):
    """Walk a zone in this order. Households that are not named come after those that are."""

    zone: str
    members: tuple[str, ...]


def order(book: Writing, wanted: WalkRequest) -> Recorded:
    """Set the order of a zone.

    Raises EmptyRequestError, NoSuchMemberError, and NotOnThisWalkError for a household of another
    zone or one that is named twice.
    """
    if not wanted.members:
        raise errors.EmptyRequestError()
    live_there = {
        row[0]
        for row in book.driver.execute(
            "SELECT id FROM member WHERE zone=? AND void IS NULL", (wanted.zone,)
        )
    }
    walked: dict[int, None] = {}
    for number in wanted.members:
        member = member_id(book, number, "members")
        if member not in live_there or member in walked:
            raise errors.NotOnThisWalkError(number, wanted.zone).beside("members")
        walked[member] = None
    return book.append(WalkOrdered(zone=wanted.zone, members=tuple(walked)))
