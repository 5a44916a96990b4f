"""Which members an entry is about, so that the trail of one member can be followed.

Payments and bills name their member in tables of their own; here is noted what these do not tell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from imt_desktop.journal import Entry, Recorded, Ref, Tables
from imt_desktop.journal.rooms import Post
from imt_desktop.ledger import entries as e
from imt_desktop.ledger.charging import entries as c

Touched = Callable[[Tables, Any], Iterable[int | None]]


def _of_lines(_tables: Tables, entry: Any) -> Iterator[int | None]:
    for line in entry.lines:
        yield line.member


def _of_entry(_tables: Tables, entry: Any) -> Iterator[int | None]:
    yield entry.member


def _of_holders(_tables: Tables, entry: e.ConnectionAdded) -> Iterator[int | None]:
    yield from entry.holders


def _of_change(tables: Tables, entry: e.HoldersChanged) -> Iterator[int | None]:
    yield from entry.holders
    yield from _of_connection(tables, entry)


def _of_connection(tables: Tables, entry: Any) -> Iterator[int | None]:
    rows = tables.execute(
        "SELECT DISTINCT member FROM holder WHERE connection=?", (entry.connection,)
    )
    yield from (row[0] for row in rows.fetchall())


def _of_bill(tables: Tables, entry: Any) -> Iterator[int | None]:
    yield from _of_line(tables, entry.bill)


def _of_balances(tables: Tables, entry: e.OpeningsConfirmed) -> Iterator[int | None]:
    for ref in entry.balances:
        yield from _of_line(tables, ref)


def _of_void(tables: Tables, entry: e.Voided) -> Iterator[int | None]:
    yield from (one.id for one in entry.founded if one.what == "member")
    for line in entry.lines:
        yield from _of_line(tables, Ref(entry.entry, line))


def _of_line(tables: Tables, ref: Ref) -> Iterator[int | None]:
    key = (ref.entry, ref.line)
    paid = tables.execute("SELECT member FROM money_line WHERE seq=? AND line=?", key).fetchone()
    for row in (
        tables.look_up("bill", key, "member"),
        tables.look_up("credit", key, "member"),
        paid,
        tables.execute("SELECT member FROM arrears_step WHERE seq=? AND line=?", key).fetchone(),
    ):
        if row:
            yield row[0]


TOUCHED: Final[Mapping[type[Entry], Touched]] = {
    e.MembersJoined: _of_lines,
    e.MemberChanged: _of_entry,
    e.MemberStatusChanged: _of_entry,
    e.ConnectionAdded: _of_holders,
    e.HoldersChanged: _of_change,
    e.ConnectionStatusChanged: _of_connection,
    e.BillCorrected: _of_bill,
    c.ReliefGranted: _of_entry,
    c.AbsencesNoted: _of_lines,
    c.DebtAgreed: _of_entry,
    c.StepTaken: _of_entry,
    c.DebtLetGo: _of_bill,
    e.BillDisputed: _of_bill,
    e.BalancesOpened: _of_lines,
    e.OpeningsConfirmed: _of_balances,
    e.Voided: _of_void,
}
"""Kinds of entries that are about members."""


def noting_members(posts: Mapping[type[Entry], Post]) -> dict[type[Entry], Post]:
    """Return postings that also note which members their entry is about."""
    return {
        kind: _and_note(post, TOUCHED[kind]) if kind in TOUCHED else post
        for kind, post in posts.items()
    }


def _and_note(post: Post, touched: Touched) -> Post:
    def posted(tables: Tables, recorded: Recorded, entry: Any) -> None:
        post(tables, recorded, entry)
        for member in dict.fromkeys(member for member in touched(tables, entry) if member):
            tables.insert("member_entry", member, recorded.seq)

    return posted
