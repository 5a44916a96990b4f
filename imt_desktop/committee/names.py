"""Names of who is behind on the notice: only while a decision of an assembly holds."""

from __future__ import annotations

from datetime import date

from imt_desktop.committee import entries as e
from imt_desktop.committee import errors, queries, rules
from imt_desktop.committee.requests import Request
from imt_desktop.errors import PeriodOrderError, at
from imt_desktop.journal import Reading, Recorded, Writing


class NamesRequest(Request, frozen=True, tag="names-published"):
    """The assembly decides that the notice names who is far behind; without ``until`` until it is revoked."""

    decision: int
    since: date | None = None
    until: date | None = None


def publish(book: Writing, wanted: NamesRequest) -> Recorded:
    """Write down that names stand on the notice, from a day on and perhaps until another. Needs two officers.

    Raises NoSuchDecisionError, DecisionRevokedError, AssemblyNeededError, NotYetError, PeriodOrderError,
    SecondOfficerNeededError.
    """
    with at("decision"):
        decided = queries.assembly_decision(book, wanted.decision)
        if decided.decided_on > book.today:
            raise errors.NotYetError(decided.decided_on.isoformat(), book.today.isoformat())
    since = wanted.since or book.today
    if wanted.until and wanted.until < since:
        raise PeriodOrderError(since.isoformat(), wanted.until.isoformat()).beside("until")
    rules.require_two(book, "names")
    return book.append(e.NamesPublished(decision=decided.id, since=since, until=wanted.until))


def publishing(book: Reading, day: date) -> queries.Decision | None:
    """Return the decision by which names stand on the notice of a day, or None.

    The newest ``since`` up to the day counts; no day before the decision does, and none once it is revoked.
    """
    row = book.driver.execute(
        "SELECT decision, until FROM names_published WHERE since<=?"
        " ORDER BY since DESC, seq DESC LIMIT 1",
        (day.isoformat(),),
    ).fetchone()
    if row is None or (row[1] and row[1] < day.isoformat()):
        return None
    decided = queries.decision(book, row[0])
    return None if decided.revoked_by is not None or decided.decided_on > day else decided
