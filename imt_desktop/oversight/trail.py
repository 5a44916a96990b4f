"""The audit trail: who did what and when, a page at a time, the newest first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any, Final

from msgspec import Struct

from imt_desktop.committee import queries as committee
from imt_desktop.committee.entries import PaperIssued
from imt_desktop.community.complaints.queries import hidden_entries
from imt_desktop.journal import Reading, Recorded, Ref
from imt_desktop.ledger.accounts import own_kinds
from imt_desktop.ledger.statements import number_of_line

PAGE: Final = 50


class Asked(Struct, frozen=True):
    """What the trail is asked for; whatever is left empty lets everything through.

    ``officer`` had a hand in it, ``member`` is concerned by it, ``kind`` is one without its version,
    ``first`` and ``last`` are days on which it was entered, ``text`` stands in it or in the names of
    its members, ``flagged`` means that the clock had jumped, ``entries`` are these and no others.
    """

    officer: int | None = None
    member: int | None = None
    kind: str = ""
    first: date | None = None
    last: date | None = None
    text: str = ""
    flagged: bool = False
    entries: tuple[int, ...] = ()
    reader: int | None = None
    """Who reads it, an officer or ANYBODY: no complaint about that person is let through."""


class BilledFor(Struct, frozen=True):
    """Whose a bill is, and what it is for."""

    member: int
    item: str
    period: str | None
    text: str


class Known(Struct, frozen=True):
    """Names for the numbers in entries: members, accounts, kinds of money, officers, lines."""

    members: Mapping[int, tuple[str, str]]
    """Number and name."""
    accounts: Mapping[int, tuple[str, str]]
    """Type and name."""
    kinds: Mapping[str, str]
    officers: Mapping[int, committee.Officer]
    lines: Mapping[str, str]
    """Numbers of the receipts and vouchers that papers name by entry and line."""
    bills: Mapping[Ref, BilledFor]


class Trail(Struct, frozen=True):
    """A page of the trail. ``before`` asks for the next one; None where this is the last."""

    deeds: tuple[Recorded, ...]
    known: Known
    before: int | None


def trail(book: Reading, asked: Asked, before: int | None = None, limit: int = PAGE) -> Trail:
    """Return the newest entries that were asked for, older than ``before``."""
    versions = [kind for kind in book.book.rooms.kinds if kind.partition("/")[0] == asked.kind]
    hidden = hidden_entries(book, asked.reader)
    rows = book.driver.execute(*query(asked, before, limit + 1, versions, hidden)).fetchall()
    numbers = [row[0] for row in rows[:limit]]
    deeds = tuple(book.recorded(seq) for seq in numbers)
    more = numbers[-1] if len(rows) > limit else None
    return Trail(deeds, known(book, deeds), more)


def local_time(recorded: Recorded) -> datetime:
    """Return when an entry was made, as the clock on the wall said."""
    return recorded.at.astimezone(timezone(timedelta(minutes=recorded.envelope.offset)))


def known(book: Reading, deeds: Iterable[Recorded]) -> Known:
    """Find the names for the numbers in some entries."""
    deeds = tuple(deeds)
    papers = [deed.entry.about for deed in deeds if isinstance(deed.entry, PaperIssued)]
    bills = dict(_bills(book, deeds))
    numbers = {number for deed in deeds for number in _members(deed.entry)}
    numbers |= {bill.member for bill in bills.values()}
    members = {}
    for number in numbers:
        row = book.driver.execute(
            "SELECT number, name FROM member WHERE id=?", (number,)
        ).fetchone()
        if row:
            members[number] = (row[0], row[1])
    accounts = book.driver.execute("SELECT id, type, name FROM account")
    return Known(
        members,
        {number: (kind, name) for number, kind, name in accounts},
        own_kinds(book),
        {officer.id: officer for officer in committee.officers(book)},
        {about: number_of_line(book, about) for about in papers},
        bills,
    )


def _bills(book: Reading, deeds: Iterable[Recorded]) -> Iterator[tuple[Ref, BilledFor]]:
    """Find the bills that entries are about."""
    for deed in deeds:
        if isinstance(bill := getattr(deed.entry, "bill", None), Ref):
            row = book.driver.execute(
                "SELECT member, item, period, text FROM bill WHERE seq=? AND line=?",
                (bill.entry, bill.line),
            ).fetchone()
            if row:
                yield bill, BilledFor(*row)


def _members(entry: object) -> Iterator[int]:
    """Find the member whom the sentence about an entry names: it has one line, or is about one."""
    lines: Any = getattr(entry, "lines", ())
    alone = lines[0] if len(lines) == 1 else entry
    if isinstance(member := getattr(alone, "member", None), int):
        yield member


_ABOUT: Final = (
    "e.seq IN (SELECT seq FROM member_entry WHERE member {who}"
    " UNION ALL SELECT seq FROM money_line WHERE member {who}"
    " UNION ALL SELECT seq FROM bill WHERE member {who})"
)
"""Entries about members."""

_HAND: Final = (
    "(e.responsible=:officer OR e.entered_by=:officer OR EXISTS"
    " (SELECT 1 FROM countersigned c WHERE c.officer=:officer AND c.seq=e.seq))"
)
"""Entries in which an officer had a hand."""

Query = tuple[str, dict[str, object]]
"""SQL, and the values that it names."""


def query(
    asked: Asked,
    before: int | None,
    limit: int,
    versions: Sequence[str] = (),
    hidden: Collection[int] = (),
) -> Query:
    """Return the query for a page of entry numbers; ``versions`` are those of the kind asked for.

    ``hidden`` are entries that the reader may not see.
    """
    parts: list[Query] = []
    if hidden:
        parts.append((f"e.seq NOT IN ({','.join(map(str, sorted(hidden)))})", {}))
    if asked.entries:
        parts.append((f"e.seq IN ({','.join(map(str, asked.entries))})", {}))
    if asked.member is not None:
        parts.append((_ABOUT.format(who="=:member"), {"member": asked.member}))
    if asked.officer is not None:
        parts.append((_HAND, {"officer": asked.officer}))
    if before is not None:
        parts.append(("e.seq<:before", {"before": before}))
    if asked.kind:
        names = {f"kind{n}": version for n, version in enumerate(versions)}
        parts.append((f"e.kind IN ({','.join(f':{name}' for name in names)})", {**names}))
    if asked.first:
        parts.append(("e.at>=:first", {"first": _at(asked.first)}))
    if asked.last:
        parts.append(("e.at<:last", {"last": _at(asked.last + timedelta(days=1))}))
    if asked.flagged:
        parts.append(("e.clock<>'ok'", {}))
    if wanted := asked.text.replace("\0", "").strip():  # SQLite would end the pattern there
        parts.append(_text(wanted))
    conditions = " AND ".join(part for part, _ in parts) or "1"
    sql = f"SELECT e.seq FROM entry e WHERE {conditions} ORDER BY e.seq DESC LIMIT :limit"
    return sql, {"limit": limit} | {k: v for _, values in parts for k, v in values.items()}


def _at(day: date) -> str:
    """Return the beginning of a day as the journal writes times, by the clock of this computer."""
    start = datetime(day.year, day.month, day.day).astimezone()
    return start.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _text(wanted: str) -> Query:
    """Look in words, in the names of members, and in the numbers of papers.

    Not in the words of complaints: whoever they are about reads the trail too.
    """
    escaped = wanted.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    spellings = {escaped}
    if not wanted.isascii():  # SQLite knows capitals of plain letters only
        spellings |= {escaped.lower(), escaped.upper(), escaped.title()}
    values: dict[str, object] = {f"text{n}": f"%{each}%" for n, each in enumerate(spellings)}

    def like(*columns: str) -> str:
        return " OR ".join(
            f"{column} LIKE :{name} ESCAPE '\\'" for column in columns for name in values
        )

    people = f"SELECT id FROM member WHERE {like('name', 'second_adult')} OR number=:whole"
    sql = (
        f"(e.seq IN (SELECT seq FROM word WHERE ({like('text')})"
        " AND seq NOT IN (SELECT seq FROM complaint_note))"
        f" OR {_ABOUT.format(who=f'IN ({people})')}"
        f" OR e.seq IN (SELECT seq FROM money_line WHERE {like('reference', 'voucher', 'pad')}"
        " OR receipt=:receipt))"
    )
    number = int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) < 19 else -1
    return sql, values | {"whole": wanted, "receipt": number}
