"""Reads of the committee's tables; frozen values leave here, never rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from sqlalchemy import RowMapping, select

from imt_desktop.committee.entries import Votes
from imt_desktop.committee.errors import (
    DecisionRevokedError,
    NoSuchDecisionError,
    NoSuchOfficerError,
)
from imt_desktop.committee.roles import Role, role_of
from imt_desktop.committee.tables import (
    COMMITTEE,
    DECISION,
    OFFICER,
    OFFICER_PIN,
    REVOKED,
    WATER_SYSTEM,
)
from imt_desktop.journal import Reading
from imt_desktop.journal.tables import PIN
from imt_desktop.money import Money
from imt_desktop.period import Month

_DECISIONS: Final = DECISION.outerjoin(REVOKED, DECISION.c.id == REVOKED.c.decision)
_DECISION: Final = (DECISION, REVOKED.c.by)
_OFFICERS: Final = OFFICER.outerjoin(OFFICER_PIN, OFFICER.c.id == OFFICER_PIN.c.officer).outerjoin(
    PIN, OFFICER_PIN.c.pin == PIN.c.pin
)
_OFFICER: Final = (OFFICER, OFFICER_PIN.c.pin, PIN.c.hash)


@dataclass(frozen=True, slots=True)
class Committee:
    """How the committee calls itself today."""

    name: str
    area: str
    languages: tuple[str, ...]
    country: str
    practice: bool
    first_month: Month
    cash_limit: Money | None
    complaints: str
    next_assembly: str


@dataclass(frozen=True, slots=True)
class Officer:
    """Somebody who holds or held a post."""

    id: int
    name: str
    post: str
    since: date
    until: date | None
    phone: str
    phone_public: bool
    left_on: date | None
    pin: str | None = None
    """Commitment to the hash of the PIN, or None before one was set."""
    pin_kept: bool = False
    """Whether that hash is here: a copy may have come without it."""

    def in_post(self, day: date) -> bool:
        """Say whether the post was theirs on a day."""
        return self.since <= day and (self.left_on is None or day < self.left_on)

    @property
    def person(self) -> str:
        """Who it is: one person may hold two posts."""
        return " ".join(self.name.casefold().split())

    @property
    def role(self) -> Role:
        """What the post allows."""
        return role_of(self.post)

    @property
    def last_day(self) -> date | None:
        """The last day of the term, as elected or as it ended."""
        ends = [self.until] if self.until else []
        ends += [self.left_on - timedelta(days=1)] if self.left_on else []
        return min(ends, default=None)

    def in_term(self, day: date) -> bool:
        """Say whether a day lies in the term."""
        return self.since <= day and (self.last_day is None or day <= self.last_day)


@dataclass(frozen=True, slots=True)
class Decision:
    """What an assembly or the committee decided."""

    id: int
    minute: str
    decided_on: date
    body: str
    what: str
    votes: Votes | None = None
    """None where nobody counted."""
    attachment: str | None = None
    """The hash of a photo of the signed minute."""
    envelope: str = ""
    """Where the signed minute itself lies."""
    revoked_by: int | None = None
    """The decision that took its place."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper that was issued: the entry that issued it, what it is, about what, and on which day."""

    entry: int
    paper: str
    about: str
    on: date


def last_paper(book: Reading, paper: str = "", about: str = "") -> Paper | None:
    """Return the newest paper that was issued: of all, or of one sort about one thing."""
    row = book.driver.execute(
        "SELECT p.seq, p.paper, p.about, e.effective_on FROM paper p JOIN entry e USING (seq)"
        " WHERE ?1='' OR (p.paper=?1 AND p.about=?2) ORDER BY p.seq DESC LIMIT 1",
        (paper, about),
    ).fetchone()
    return Paper(row[0], row[1], row[2], date.fromisoformat(row[3])) if row else None


def committee(book: Reading) -> Committee | None:
    """Return the committee as it describes itself, or None before it did."""
    row = book.db.execute(select(COMMITTEE)).mappings().first()
    if row is None:
        return None
    limit = row["cash_limit"]
    return Committee(
        name=row["name"],
        area=row["area"],
        languages=tuple(row["languages"].split(",")),
        country=book.book.founded.country,
        practice=book.book.founded.practice,
        first_month=Month.parse(row["first_month"]),
        cash_limit=None if limit is None else Money(limit, book.currency),
        complaints=row["complaints"],
        next_assembly=row["next_assembly"],
    )


def officers(book: Reading, on: date | None = None) -> tuple[Officer, ...]:
    """Return the officers in post on a day, or all that ever were."""
    rows = book.db.execute(
        select(*_OFFICER).select_from(_OFFICERS).order_by(OFFICER.c.id)
    ).mappings()
    everybody = tuple(_officer(row) for row in rows)
    if on is None:
        return everybody
    return tuple(officer for officer in everybody if officer.in_post(on))


def by_id(book: Reading, number: int) -> Officer | None:
    """Return the officer of that number."""
    wanted = select(*_OFFICER).select_from(_OFFICERS).where(OFFICER.c.id == number)
    row = book.db.execute(wanted).mappings().first()
    return _officer(row) if row else None


def officer(book: Reading, wanted: str) -> Officer:
    """Find an officer by number or name; of several of one name the newest who has not left.

    Raises NoSuchOfficerError.
    """
    everybody = officers(book)
    found = [one for one in everybody if str(one.id) == wanted] or [
        one for one in everybody if one.name == wanted
    ]
    if not found:
        raise NoSuchOfficerError(wanted)
    return max(found, key=lambda one: (one.left_on is None, one.id))


def decision(book: Reading, number: int) -> Decision:
    """Return a decision. Raises NoSuchDecisionError."""
    wanted = select(*_DECISION).select_from(_DECISIONS).where(DECISION.c.id == number)
    row = book.db.execute(wanted).mappings().first()
    if row is None:
        raise NoSuchDecisionError(number)
    return _decision(row)


def standing_decision(book: Reading, number: int) -> Decision:
    """Return a decision that new entries can point to.

    Raises NoSuchDecisionError, DecisionRevokedError.
    """
    found = decision(book, number)
    if found.revoked_by is not None:
        raise DecisionRevokedError(found.minute, decision(book, found.revoked_by).minute)
    return found


def decisions(book: Reading) -> tuple[Decision, ...]:
    """Return all decisions that were written down, the latest first."""
    order = (DECISION.c.decided_on.desc(), DECISION.c.id.desc())
    rows = book.db.execute(select(*_DECISION).select_from(_DECISIONS).order_by(*order)).mappings()
    return tuple(_decision(row) for row in rows)


def water_systems(book: Reading) -> dict[int, str]:
    """Return the committee's water systems by their number."""
    return {row.id: row.name for row in book.db.execute(select(WATER_SYSTEM))}


def next_id(book: Reading, table: str) -> int:
    """Return the number for the next thing founded in a table of this room."""
    found = book.driver.execute(f"SELECT coalesce(max(id), 0) + 1 FROM {table}").fetchone()
    return int(found[0])


def _decision(row: RowMapping) -> Decision:
    return Decision(
        row["id"],
        row["minute"],
        date.fromisoformat(row["decided_on"]),
        row["body"],
        row["what"],
        _votes(row),
        row["attachment"],
        row["envelope"],
        row["by"],
    )


def _votes(row: RowMapping) -> Votes | None:
    if row["in_favour"] is None:
        return None
    return Votes(in_favour=row["in_favour"], against=row["against"], abstained=row["abstained"])


def _officer(row: RowMapping) -> Officer:
    return Officer(
        id=row["id"],
        name=row["name"],
        post=row["post"],
        since=date.fromisoformat(row["since"]),
        until=date.fromisoformat(row["until"]) if row["until"] else None,
        phone=row["phone"],
        phone_public=bool(row["phone_public"]),
        left_on=date.fromisoformat(row["left_on"]) if row["left_on"] else None,
        pin=row["pin"],
        pin_kept=row["hash"] is not None,
    )
