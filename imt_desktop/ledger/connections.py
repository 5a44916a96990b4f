"""Connections: who holds one now and held it before, how it stands, and what is owed for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date

from msgspec import Struct

from imt_desktop.committee.queries import water_systems
from imt_desktop.journal import Reading
from imt_desktop.ledger.errors import OfConnectionError, Whose
from imt_desktop.money import Money


class StateChange(Struct, frozen=True):
    """From when on a member or a connection stood in a state, and why."""

    on: date
    state: str
    reason: str


class Holder(Struct, frozen=True):
    """A household that holds or held a connection; ``until`` is None while it does."""

    number: str
    name: str
    since: date
    until: date | None


class ConnectionRow(Struct, frozen=True):
    """A connection with its history. ``system`` is a name, empty where there is only one."""

    id: int
    type: str
    label: str
    system: str
    status: str
    holders: tuple[Holder, ...]
    """Those who hold it now; several share it."""
    before: tuple[Holder, ...]
    """Those who held it earlier, the latest first."""
    states: tuple[StateChange, ...]
    """The latest first."""
    owed: Money
    """What those who hold it now have still to pay of its bills."""
    made: int | None
    """The entry that made it; None where it came with its member."""
    nth: int = 0
    """Which it is of those of one holder that are called the same, from 1; 0 where it is the only one."""


@contextmanager
def named_after(book: Reading, connection: int) -> Iterator[None]:
    """Let what is wrong with a connection name who holds it: nobody knows its number in the book."""
    try:
        yield
    except OfConnectionError as error:
        error.whose = whose(book, connection)
        raise


def whose(book: Reading, connection: int) -> Whose:
    """Return who holds a connection, or the first of those who share it."""
    row = book.driver.execute(
        "SELECT coalesce(m.number, ''), coalesce(m.name, ''), c.type, c.label FROM connection c"
        " LEFT JOIN holder h ON h.connection=c.id AND h.until_seq IS NULL"
        " LEFT JOIN member m ON m.id=h.member WHERE c.id=? ORDER BY m.id LIMIT 1",
        (connection,),
    ).fetchone()
    return Whose(*row)


def connections_of(book: Reading, member: int) -> tuple[ConnectionRow, ...]:
    """Return the connections that a member holds, alone or with others."""
    rows = book.driver.execute(
        "SELECT c.id, c.type, c.label, c.system, c.status, (SELECT coalesce(sum(b.open),0) FROM bill b"
        " JOIN holder o ON o.connection=b.connection AND o.member=b.member AND o.until_seq IS NULL"
        " WHERE b.connection=c.id AND b.open>0), (SELECT e.seq FROM connection_status s JOIN entry"
        " e USING (seq) WHERE s.connection=c.id AND e.kind='connection/1') FROM holder h JOIN connection c"
        " ON c.id=h.connection WHERE h.member=? AND h.until_seq IS NULL ORDER BY c.id",
        (member,),
    ).fetchall()
    systems = water_systems(book) if rows else {}
    called = [(kind, label) for _number, kind, label, *_rest in rows]
    return tuple(
        ConnectionRow(
            number, kind, label, systems.get(system, ""), status,
            tuple(_holders(book, number, "until_seq IS NULL")),
            tuple(_holders(book, number, "until_seq IS NOT NULL")),
            tuple(_states(book, number)), Money(owed, book.currency), made,
            called[: at + 1].count((kind, label)) if called.count((kind, label)) > 1 else 0,
        )
        for at, (number, kind, label, system, status, owed, made) in enumerate(rows)
    )  # fmt: skip


def _holders(book: Reading, connection: int, where: str) -> Iterable[Holder]:
    rows = book.driver.execute(
        "SELECT m.number, m.name, h.from_on, h.until_on FROM holder h JOIN member m"
        f" ON m.id=h.member WHERE h.connection=? AND {where}"
        " ORDER BY h.until_seq DESC, h.from_seq, h.place",
        (connection,),
    )
    for number, name, since, until in rows:
        yield Holder(
            number,
            name,
            date.fromisoformat(since),
            date.fromisoformat(until) if until else None,
        )


def _states(book: Reading, connection: int) -> Iterable[StateChange]:
    rows = book.driver.execute(
        "SELECT effective_on, status, reason FROM connection_status WHERE connection=?"
        " ORDER BY seq DESC",
        (connection,),
    )
    return (StateChange(date.fromisoformat(on), state, why) for on, state, why in rows)
