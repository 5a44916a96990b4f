"""Which days were put together again from papers, and which posts were handed over."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from imt_desktop.committee import entries as e
from imt_desktop.committee import errors, rules
from imt_desktop.committee.queries import committee
from imt_desktop.committee.requests import Request
from imt_desktop.journal import Reading, Recorded, Writing
from imt_desktop.period import Period


class RebuiltRequest(Request, frozen=True, tag="rebuilt-period"):
    """Say that the book of some days is put together again from receipts in people's hands."""

    first: date
    last: date
    reason: str
    sources: str = ""


class Handover(Struct, frozen=True):
    """A post that changed hands, and the entry that says how."""

    entry: int
    leaves: int
    takes_over: int | None
    forced: bool


def mark_rebuilt(book: Writing, wanted: RebuiltRequest) -> Recorded:
    """Mark days as rebuilt; every paper about them says so.

    Raises HandoverReasonMissingError, PeriodOrderError, RebuiltEarlierError, RebuiltLaterError,
    SecondOfficerNeededError.
    """
    period = Period(wanted.first, wanted.last)
    described = committee(book)
    if described and period.first < described.first_month.first:
        raise errors.RebuiltEarlierError(str(described.first_month)).beside("first")
    if period.last > book.today:
        raise errors.RebuiltLaterError(period.last.isoformat()).beside("last")
    if not wanted.reason.strip():
        raise errors.HandoverReasonMissingError().beside("reason")
    rules.require_two(book, "rebuilt")
    entry = e.PeriodRebuilt(
        first=period.first,
        last=period.last,
        reason=wanted.reason.strip(),
        sources=wanted.sources.strip(),
    )
    return book.append(entry)


def rebuilt(book: Reading, period: Period) -> bool:
    """Say whether any day of a period was put together again from papers in people's hands."""
    row = book.driver.execute(
        "SELECT 1 FROM rebuilt_period WHERE first<=? AND last>=?",
        (period.last.isoformat(), period.first.isoformat()),
    ).fetchone()
    return row is not None


def handovers(book: Reading) -> tuple[Handover, ...]:
    """Return every handover, the newest first."""
    rows = book.driver.execute(
        "SELECT seq, leaves, takes_over, forced FROM handover ORDER BY seq DESC"
    )
    return tuple(Handover(row[0], row[1], row[2], bool(row[3])) for row in rows)
