"""Members and connections."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from imt_desktop.journal import Entry, Recorded, Ref, Tables
from imt_desktop.journal.rooms import Post
from imt_desktop.ledger import entries as e
from imt_desktop.ledger.posting.debts import move_debt
from imt_desktop.ledger.posting.lines import note_source


def _members_joined(tables: Tables, recorded: Recorded, entry: e.MembersJoined) -> None:
    since = recorded.on.isoformat()
    for line in entry.lines:
        tables.insert(
            "member", line.member, *_household(line.household), line.status, since, 0, 0, None
        )
        _name(tables, recorded, line.member, line.household)
        _status(tables, recorded, line.member, line.status, "")
        for connection in line.connections:
            _connect(tables, recorded, connection, (line.member,))
    note_source(tables, recorded, entry.source)


def _household(household: e.Household) -> tuple[object, ...]:
    first, *others = household.adults
    second = others[0] if others else e.Adult(name="")
    return (
        household.number,
        first.name,
        first.gender,
        second.name,
        second.gender,
        household.nickname,
        household.house,
        household.old_number,
        household.phone,
        int(household.phone_consent),
        household.zone,
        household.people,
    )


def _name(tables: Tables, recorded: Recorded, member: int, household: e.Household) -> None:
    tables.insert("member_name", member, recorded.seq, household.adults[0].name)


def _status(tables: Tables, recorded: Recorded, member: int, status: str, reason: str) -> None:
    tables.insert("member_status", recorded.seq, member, status, recorded.on.isoformat(), reason)


def _member_changed(tables: Tables, recorded: Recorded, entry: e.MemberChanged) -> None:
    tables.execute(
        "UPDATE member SET number=?, name=?, gender=?, second_adult=?, second_gender=?, nickname=?,"
        " house=?, old_number=?, phone=?, phone_consent=?, zone=?, people=? WHERE id=?",
        (*_household(entry.household), entry.member),
    )
    _name(tables, recorded, entry.member, entry.household)


def _member_status(tables: Tables, recorded: Recorded, entry: e.MemberStatusChanged) -> None:
    tables.execute(
        "UPDATE member SET status=?, since=? WHERE id=?",
        (entry.status, recorded.on.isoformat(), entry.member),
    )
    _status(tables, recorded, entry.member, entry.status, entry.reason)


def _connect(
    tables: Tables,
    recorded: Recorded,
    connection: e.NewConnection,
    holders: tuple[int, ...],
) -> None:
    tables.insert(
        "connection", connection.connection, connection.type, connection.system, connection.label,
        "active", None,
    )  # fmt: skip
    _connection_state(tables, recorded, connection.connection, "active", "")
    _hold(tables, recorded, connection.connection, enumerate(holders))


def _hold(
    tables: Tables, recorded: Recorded, connection: int, holders: Iterable[tuple[int, int]]
) -> None:
    since = recorded.on.isoformat()
    for place, member in holders:
        tables.insert("holder", connection, member, recorded.seq, place, since, None, None)


def _connection_added(tables: Tables, recorded: Recorded, entry: e.ConnectionAdded) -> None:
    _connect(tables, recorded, entry.connection, entry.holders)


def _holders_changed(tables: Tables, recorded: Recorded, entry: e.HoldersChanged) -> None:
    before = [
        member
        for (member,) in tables.execute(
            "SELECT member FROM holder WHERE connection=? AND until_seq IS NULL",
            (entry.connection,),
        ).fetchall()
    ]
    tables.executemany(
        "UPDATE holder SET until_seq=?, until_on=?"
        " WHERE connection=? AND member=? AND until_seq IS NULL",
        [
            (recorded.seq, recorded.on.isoformat(), entry.connection, member)
            for member in before
            if member not in entry.holders
        ],
    )
    new = (held for held in enumerate(entry.holders) if held[1] not in before)
    _hold(tables, recorded, entry.connection, new)
    for number, moved in enumerate(entry.lines, 1):
        move_debt(tables, recorded, Ref(recorded.seq, number), moved)


def _connection_status(
    tables: Tables, recorded: Recorded, entry: e.ConnectionStatusChanged
) -> None:
    tables.execute("UPDATE connection SET status=? WHERE id=?", (entry.status, entry.connection))
    _connection_state(tables, recorded, entry.connection, entry.status, entry.reason)


def _connection_state(
    tables: Tables, recorded: Recorded, connection: int, status: str, reason: str
) -> None:
    on = recorded.on.isoformat()
    tables.insert("connection_status", recorded.seq, connection, status, on, reason)


POSTS: Final[Mapping[type[Entry], Post]] = {
    e.MembersJoined: _members_joined,
    e.MemberChanged: _member_changed,
    e.MemberStatusChanged: _member_status,
    e.ConnectionAdded: _connection_added,
    e.HoldersChanged: _holders_changed,
    e.ConnectionStatusChanged: _connection_status,
}
