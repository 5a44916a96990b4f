"""Putting the households of a zone into the order in which they are walked."""

from __future__ import annotations

from collections.abc import Sequence

from imt_desktop.journal import Reading, Recorded, Writing
from imt_desktop.ledger import errors
from imt_desktop.ledger.requests import Request, member_id
from imt_desktop.ledger.walking.apart import apart_of, homes_of, known_apart
from imt_desktop.ledger.walking.entries import WalkOrdered
from imt_desktop.ledger.walking.rounds import rounds


class WalkRequest(Request, frozen=True, tag="walk"):
    """Walk a zone in this order. Households that are not named come after those that are."""

    zone: str
    members: tuple[str, ...]
    meters: tuple[int, ...] | None = None
    """The connections in the order in which their meters are read, where a household's lie apart; left
    out, those that lay apart before still do."""


def order(book: Writing, wanted: WalkRequest) -> Recorded:
    """Set the order of a zone.

    Raises EmptyRequestError, NoSuchMemberError, NoSuchConnectionError, and NotOnThisWalkError for a
    household or a meter of another zone, or one that is named twice.
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
    if wanted.meters is None:
        apart = known_apart(book, wanted.zone)
    else:
        apart = apart_of(wanted.meters, homes_of(book, wanted.zone, wanted.meters))
    return book.append(WalkOrdered(zone=wanted.zone, members=tuple(walked), apart=apart))


def among_all(book: Reading, zone: str, members: Sequence[str]) -> tuple[str, ...]:
    """Return a zone's whole order after some of its households changed places among themselves.

    Who has no meter is not met on the way of the readings, and keeps the place on the others.
    """
    moved, way = set(members), iter(members)
    stops = next((one.stops for one in rounds(book) if one.zone == zone), ())
    whole = [next(way) if stop.number in moved else stop.number for stop in stops]
    return (*whole, *way)
