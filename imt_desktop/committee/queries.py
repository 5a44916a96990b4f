"""Reads of the committee's tables; frozen values leave here, never rows."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from msgspec import Struct

from imt_desktop.committee.entries import Votes
from imt_desktop.committee.errors import (
    AssemblyNeededError,
    DecidedInZoneError,
    DecisionLostError,
    DecisionRevokedError,
    NoSuchDecisionError,
    NoSuchOfficerError,
    SeveralOfficersError,
)
from imt_desktop.committee.roles import Role, role_of
from imt_desktop.journal import Reading
from imt_desktop.money import Money
from imt_desktop.period import Month

_DECISION: Final = (
    "SELECT d.id, d.minute, d.decided_on, d.body, d.what, d.in_favour, d.against, d.abstained,"
    ' d.attachment, d.envelope, r."by" FROM decision d'
    " LEFT JOIN decision_revoked r ON d.id=r.decision"
)
_OFFICER: Final = (
    "SELECT o.id, o.name, o.post, o.since, o.until, o.phone, o.phone_public, o.left_on,"
    " p.pin, k.pin IS NOT NULL FROM officer o"
    " LEFT JOIN officer_pin p ON o.id=p.officer LEFT JOIN pin k ON p.pin=k.pin"
)


class Committee(Struct, frozen=True):
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


class Officer(Struct, frozen=True):
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

    @property
    def signs_here(self) -> bool:
        """Whether the PIN can be typed into this book: a copy may have come without it."""
        return self.pin is not None and self.pin_kept

    def in_post(self, day: date) -> bool:
        """Say whether the post was theirs on a day."""
        return self.since <= day and (self.left_on is None or day < self.left_on)

    @property
    def person(self) -> str:
        """Who it is: one person may hold two posts.

        Where a copy came without names, nobody is taken for somebody else: the number tells them apart.
        """
        return " ".join(self.name.casefold().split()) or f"#{self.id}"

    @property
    def role(self) -> Role:
        """What the post allows."""
        return role_of(self.post)

    @property
    def last_day(self) -> date | None:
        """The last day of the term, as elected or as it ended; not before it began."""
        ends = [self.until] if self.until else []
        ends += [self.left_on - timedelta(days=1)] if self.left_on else []
        return max(self.since, min(ends)) if ends else None

    def in_term(self, day: date) -> bool:
        """Say whether a day lies in the term."""
        return self.in_post(day) and (self.until is None or day <= self.until)


class Decision(Struct, frozen=True):
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

    @property
    def lost(self) -> bool:
        """Whether it was voted down."""
        return self.votes is not None and voted_down(self.votes.in_favour, self.votes.against)

    @property
    def stands(self) -> bool:
        """Whether new entries can point to it: ``standing_decision`` says why not."""
        return self.revoked_by is None and not self.lost


class Paper(Struct, frozen=True):
    """A paper that was issued: the entry that issued it, what it is, about what, and on which day."""

    entry: int
    paper: str
    about: str
    on: date


def voted_down(in_favour: int, against: int) -> bool:
    """Say whether more voted against than for, or nobody for.

    A tie stands: in many statutes the chair's vote decides then, and the minute says so.
    """
    return against > in_favour or not in_favour


def last_paper(
    book: Reading, paper: str = "", about: str = "", without: Iterable[int] = ()
) -> Paper | None:
    """Return the newest paper that was issued: of all, or of one sort about one thing.

    ``without`` are entries of papers that are passed over.
    """
    row = book.driver.execute(
        "SELECT p.seq, p.paper, p.about, e.effective_on FROM paper p JOIN entry e USING (seq)"
        " WHERE (?1='' OR (p.paper=?1 AND p.about=?2))"
        " AND p.seq NOT IN (SELECT value FROM json_each(?3)) ORDER BY p.seq DESC LIMIT 1",
        (paper, about, json.dumps(sorted(without))),
    ).fetchone()
    return Paper(row[0], row[1], row[2], date.fromisoformat(row[3])) if row else None


def committee(book: Reading) -> Committee | None:
    """Return the committee as it describes itself, or None before it did."""
    row = book.driver.execute(
        "SELECT name, area, languages, first_month, cash_limit, complaints, next_assembly"
        " FROM committee"
    ).fetchone()
    if row is None:
        return None
    name, area, languages, first_month, limit, complaints, next_assembly = row
    return Committee(
        name=name,
        area=area,
        languages=tuple(languages.split(",")),
        country=book.book.founded.country,
        practice=book.book.founded.practice,
        first_month=Month.parse(first_month),
        cash_limit=None if limit is None else Money(limit, book.currency),
        complaints=complaints,
        next_assembly=next_assembly,
    )


def officers(book: Reading, on: date | None = None) -> tuple[Officer, ...]:
    """Return the officers in post on a day, or all that ever were."""
    rows = book.driver.execute(f"{_OFFICER} ORDER BY o.id")
    everybody = tuple(_officer(*row) for row in rows)
    if on is None:
        return everybody
    return tuple(officer for officer in everybody if officer.in_post(on))


def by_id(book: Reading, number: int) -> Officer | None:
    """Return the officer of that number."""
    row = book.driver.execute(f"{_OFFICER} WHERE o.id=?", (number,)).fetchone()
    return _officer(*row) if row else None


def officer(book: Reading, wanted: str) -> Officer:
    """Find an officer by number or name; of several of one name who has not left, or the newest.

    Raises NoSuchOfficerError, and SeveralOfficersError where several posts are held under that name.
    """
    everybody = officers(book)
    found = [one for one in everybody if str(one.id) == wanted] or [
        one for one in everybody if one.name == wanted
    ]
    if not found:
        raise NoSuchOfficerError(wanted)
    here = [one for one in found if one.left_on is None]
    # Of who was elected again to the same post the newest term counts.
    if len({one.post for one in here}) > 1:
        raise SeveralOfficersError(wanted, tuple(one.id for one in here))
    return max(here or found, key=lambda one: one.id)


def decision(book: Reading, number: int) -> Decision:
    """Return a decision. Raises NoSuchDecisionError."""
    row = book.driver.execute(f"{_DECISION} WHERE d.id=?", (number,)).fetchone()
    if row is None:
        raise NoSuchDecisionError(number)
    return _decision(*row)


def standing_decision(book: Reading, number: int, of_zone: bool = False) -> Decision:
    """Return a decision that new entries can point to, one for all unless one ``of_zone`` is enough.

    Raises NoSuchDecisionError, DecisionRevokedError, DecisionLostError, DecidedInZoneError.
    """
    found = unrevoked_decision(book, number)
    if found.lost and found.votes is not None:
        raise DecisionLostError(found.minute, found.votes.in_favour, found.votes.against)
    if found.body == "zone" and not of_zone:
        raise DecidedInZoneError(found.minute)
    return found


def assembly_decision(book: Reading, number: int) -> Decision:
    """Return a standing decision of an assembly, where only an assembly can decide.

    Raises AssemblyNeededError and what ``standing_decision`` does.
    """
    found = standing_decision(book, number)
    if found.body != "assembly":
        raise AssemblyNeededError(found.minute)
    return found


def unrevoked_decision(book: Reading, number: int) -> Decision:
    """Return a decision that can still be revoked, however it was voted.

    Raises NoSuchDecisionError, DecisionRevokedError.
    """
    found = decision(book, number)
    if found.revoked_by is not None:
        raise DecisionRevokedError(found.minute, decision(book, found.revoked_by).minute)
    return found


def decisions(book: Reading) -> tuple[Decision, ...]:
    """Return all decisions that were written down, the latest first."""
    rows = book.driver.execute(f"{_DECISION} ORDER BY d.decided_on DESC, d.id DESC")
    return tuple(_decision(*row) for row in rows)


def water_systems(book: Reading) -> dict[int, str]:
    """Return the committee's water systems by their number."""
    return dict(book.driver.execute("SELECT id, name FROM water_system"))


def next_id(book: Reading, table: str) -> int:
    """Return the number for the next thing founded in a table of this room."""
    found = book.driver.execute(f"SELECT coalesce(max(id), 0) + 1 FROM {table}").fetchone()
    return int(found[0])


def _decision(
    id: int, minute: str, decided_on: str, body: str, what: str, in_favour: int | None,
    against: int, abstained: int, attachment: str | None, envelope: str, revoked_by: int | None,
) -> Decision:  # fmt: skip
    votes = None
    if in_favour is not None:
        votes = Votes(in_favour=in_favour, against=against, abstained=abstained)
    day = date.fromisoformat(decided_on)
    return Decision(id, minute, day, body, what, votes, attachment, envelope, revoked_by)


def _officer(
    id: int, name: str, post: str, since: str, until: str | None, phone: str, public: int,
    left_on: str | None, pin: str | None, pin_kept: int,
) -> Officer:  # fmt: skip
    return Officer(
        id=id,
        name=name,
        post=post,
        since=date.fromisoformat(since),
        until=date.fromisoformat(until) if until else None,
        phone=phone,
        phone_public=bool(public),
        left_on=date.fromisoformat(left_on) if left_on else None,
        pin=pin,
        pin_kept=bool(pin_kept),
    )
