"""How a new order changes the tables: it takes the place of the zone's old one."""

from __future__ import annotations

from typing import Final

from imt_desktop.journal import Recorded, Tables
from imt_desktop.journal.rooms import Post
from imt_desktop.ledger.walking.entries import AnyWalk, WalkOrdered, WalkOrdered1


def _ordered(tables: Tables, _recorded: Recorded, entry: AnyWalk) -> None:
    tables.execute("DELETE FROM walk WHERE zone=?", (entry.zone,))
    tables.execute("DELETE FROM walk_apart WHERE zone=?", (entry.zone,))
    for place, member in enumerate(entry.members, 1):
        tables.insert("walk", entry.zone, member, place)
    if isinstance(entry, WalkOrdered):
        for place, one in enumerate(entry.apart, 1):
            tables.insert("walk_apart", entry.zone, one.connection, one.after, place)


POSTS: Final[dict[type, Post]] = {WalkOrdered: _ordered, WalkOrdered1: _ordered}
