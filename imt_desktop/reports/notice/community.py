"""What the notice says of the community's side: counts and days, never a name or a text."""

from __future__ import annotations

from datetime import date

from imt_desktop.committee.queries import Committee
from imt_desktop.community.complaints import queries as complaints
from imt_desktop.community.complaints.rules import rules
from imt_desktop.community.meetings import queries as meetings
from imt_desktop.community.service import queries as service
from imt_desktop.journal import Reading
from imt_desktop.period import Period
from imt_desktop.reports.notice.facts import Assembly, Complaints


def complaints_of(book: Reading, period: Period, today: date) -> Complaints | None:
    """Count the complaints of a period; None where the book has never had one."""
    if not _any(book, "complaint"):
        return None
    found = complaints.counted(book, period.first, period.last, today)
    return Complaints(
        received=found.received, in_time=found.in_time, late=found.late, fixed=found.fixed
    )


def answer_days(book: Reading) -> int | None:
    """Return within how many working days complaints are answered, where complaints are kept."""
    if not (_any(book, "complaint") or _any(book, "complaint_rules")):
        return None
    kept = rules(book)
    return kept.days if kept.working else None


def dry_days(book: Reading, period: Period, today: date) -> int | None:
    """Count the days without water; None where no breakdown was ever written down."""
    if not _any(book, "breakdown"):
        return None
    return service.dry_days(book, period.first, period.last, today)


def next_assembly(book: Reading, described: Committee | None, today: date) -> Assembly | None:
    """Return the next assembly: as it was called, or in the committee's own words."""
    called = meetings.next_assembly(book, today)
    if called is not None:
        return Assembly(on=called.day, hour=called.hour, place=called.place)
    text = described.next_assembly if described else ""
    return Assembly(text=text) if text else None


def _any(book: Reading, table: str) -> bool:
    return book.driver.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() is not None
