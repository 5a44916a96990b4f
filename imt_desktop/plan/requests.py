"""What requests to the plan have in common, and the checks that its use cases make."""

from __future__ import annotations

from imt_desktop.committee.asking import chosen, happened, next_id, once, people, require
from imt_desktop.committee.requests import Request, RequestLine
from imt_desktop.journal import Reading
from imt_desktop.plan import errors

__all__ = [
    "Request",
    "RequestLine",
    "chosen",
    "current",
    "current_or_none",
    "happened",
    "next_id",
    "once",
    "people",
    "require",
]


def current(book: Reading) -> int:
    """Return the round that is under way. Raises NoRoundError."""
    number = current_or_none(book)
    if number is None:
        raise errors.NoRoundError()
    return number


def current_or_none(book: Reading) -> int | None:
    """Return the round that is under way, if there is one."""
    row = book.driver.execute("SELECT max(id) FROM plan_round WHERE ended_on IS NULL").fetchone()
    return None if row[0] is None else int(row[0])
