"""Who held which connection on a day, and how both stood then: what the bills of a month go by.

A month is billed as it stood at the end of its last day, however late its bills are made; a month that is
not over, as it stands today. So whoever joins within a month is billed for it and whoever leaves within it
is not, and what changes afterwards changes nothing for it. A change counts from its booking day, or, where
it came late into an open month, from the day or month that it concerns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import Final

from msgspec import Struct

from imt_desktop.journal import Reading
from imt_desktop.ledger.as_of import today_of
from imt_desktop.period import Period

States = Mapping[int, tuple[str, date]]
"""By member or connection: how it stood, and since when."""


class Held(Struct, frozen=True):
    """A connection with one of its holders."""

    connection: int
    type: str
    member: int
    number: str
    name: str
    billed: int
    """Whether the fee of the period was billed for it already."""
    came: int
    """Whether somebody held it by then; else it comes with those who hold it now."""


class Standing:
    """How the connections, their holders and all members stood when a period ended."""

    def __init__(self, book: Reading, period: Period) -> None:
        day = standing_day(book, period)
        self._held = _held_on(book, period, day)
        self._members = _states(book, "member", day)
        self._connections = _states(book, "connection", day)
        self._book = book

    def connections(self) -> Iterator[list[Held]]:
        """Give the connections that had not been taken away, each with all of its holders."""
        for number, held in groupby(self._held, lambda one: one.connection):
            if self._connections.get(number, ("", None))[0] != "ended":
                yield _each_once(held)

    def active(self, member: int) -> bool:
        """Say whether somebody was a member, and not cut off."""
        return self._members.get(member, ("", None))[0] == "active"

    def why_not(self, held: Held) -> tuple[str | None, date | None]:
        """Say why somebody is not to be billed, if so, and since when."""
        state, since = self._members.get(held.member, ("later", None))
        if state not in ("active", "later"):
            return f"member-{state}", since
        later: tuple[str, date | None] = ("later", None)
        # What somebody says of a tap for a day before it came does not make it come earlier.
        tap, tap_since = self._connections.get(held.connection, later) if held.came else later
        if tap not in ("active", "later"):
            return f"connection-{tap}", tap_since
        if held.billed:
            return "billed", None
        if state == "later":
            return "member-later", _first_day(self._book, "member", held.member)
        if tap == "later":
            return "connection-later", _first_day(self._book, "connection", held.connection)
        return None, None


def _each_once(held: Iterable[Held]) -> list[Held]:
    """Return each holder once: handed over and back for earlier days, a tap may have one twice on a day."""
    found: dict[int, Held] = {}
    for one in held:
        before = found.setdefault(one.member, one)
        if one.billed and not before.billed:
            found[one.member] = one
    return list(found.values())


def standing_day(book: Reading, period: Period) -> date:
    """Return the day whose holders and states the bills of a period go by."""
    return min(period.last, today_of(book))


def _held_on(book: Reading, period: Period, day: date) -> list[Held]:
    """Return all connections with those who held them on a day, sharers side by side.

    A connection that nobody held yet comes with those who hold it now.
    """
    rows = book.driver.execute(
        f"WITH held AS (SELECT *, 1 AS came FROM holder h WHERE {_holds('h')}),"
        " shown AS (SELECT * FROM held UNION ALL SELECT *, 0 FROM holder WHERE until_seq IS NULL"
        " AND connection NOT IN (SELECT connection FROM held)"
        " AND connection NOT IN (SELECT id FROM connection WHERE status='ended'))"
        " SELECT c.id, c.type, m.id, m.number, m.name, EXISTS (SELECT 1 FROM bill b"
        f" WHERE {_BILLED} AND b.connection=c.id AND b.item='fee' AND b.period=:period),"
        " h.came FROM shown h JOIN connection c ON c.id=h.connection JOIN member m ON m.id=h.member"
        " WHERE c.void IS NULL ORDER BY c.id, h.from_seq, h.place",
        {"day": day.isoformat(), "period": str(period)},
    )
    return [Held(*row) for row in rows]


def billed_before(book: Reading, connection: int, member: int, item: str, period: Period) -> bool:
    """Say whether somebody has a bill for a connection and a period, or somebody else has it for them."""
    row = book.driver.execute(
        "SELECT 1 FROM bill b LEFT JOIN holder h ON h.connection=b.connection"
        f" AND h.member=:member AND {_holds('h')}"
        f" WHERE (h.member IS NULL OR {_BILLED}) AND b.void IS NULL AND b.moved=0"
        " AND b.connection=:connection AND b.item=:item AND b.period=:period",
        {
            "day": standing_day(book, period).isoformat(),
            "member": member,
            "connection": connection,
            "item": item,
            "period": str(period),
        },
    ).fetchone()
    return row is not None


def first_joined(book: Reading) -> date | None:
    """Return the day on which the first of the members joined; None without any."""
    (day,) = book.driver.execute(
        f"SELECT min({_DAY}) FROM member_status s JOIN member m ON m.id=s.member"
        " JOIN entry e ON e.seq=s.seq WHERE m.void IS NULL"
    ).fetchone()
    return date.fromisoformat(day) if day else None


def _first_day(book: Reading, thing: str, one: int) -> date:
    (day,) = book.driver.execute(
        f"SELECT min({_DAY}) FROM {thing}_status s JOIN entry e ON e.seq=s.seq WHERE s.{thing}=?",
        (one,),
    ).fetchone()
    return date.fromisoformat(day)


def _states(book: Reading, thing: str, day: date) -> States:
    rows = book.driver.execute(
        f"SELECT s.{thing}, s.status, {_DAY} AS since FROM {thing}_status s JOIN entry e"
        " ON e.seq=s.seq WHERE since<=? ORDER BY s.seq",
        (day.isoformat(),),
    )
    return {one: (status, date.fromisoformat(since)) for one, status, since in rows}


_DAY: Final = "coalesce(substr(e.concerns_on||'-01',1,10),e.effective_on)"
"""SQL for the day from which what an entry ``e`` says holds; of a month, its first."""


def _holds(holder: str) -> str:
    """Return SQL for whether a row of holders held its connection at the end of ``:day``."""
    since, until = (
        f"(SELECT {_DAY} FROM entry e WHERE e.seq={holder}.{column})"
        for column in ("from_seq", "until_seq")
    )
    return f"({since}<=:day AND ({holder}.until_seq IS NULL OR {until}>:day))"


_BILLED: Final = f"""
b.void IS NULL AND b.period IS NOT NULL AND b.moved=0 AND (b.member=h.member OR b.seq<h.from_seq
OR b.member NOT IN (SELECT o.member FROM holder o WHERE o.connection=b.connection AND {_holds("o")}))
"""
"""Whether a bill ``b`` of a connection is also the bill of its holder ``h``: it is theirs, it was
made before they held it, or it went to somebody who did not hold it on that day. A household that
shares a tap and was left out gets its own share later."""

DRY: Final = f"""(EXISTS (SELECT 1 FROM holder d WHERE d.connection=c.id AND d.until_seq IS NULL)
AND NOT EXISTS (SELECT 1 FROM holder d JOIN member w ON w.id=d.member
  WHERE d.connection=c.id AND d.until_seq IS NULL AND (w.status<>'cut-off' OR :day<(
    SELECT {_DAY} FROM member_status s JOIN entry e ON e.seq=s.seq
    WHERE s.member=w.id ORDER BY s.seq DESC LIMIT 1))))"""
"""Whether all households at a connection ``c`` are cut off, and were at the end of ``:day``."""
