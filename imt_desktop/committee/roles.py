"""What the holder of a post may do. A role follows from the post and is never given by hand."""

from __future__ import annotations

from typing import Final

from msgspec import Struct


class Role(Struct, frozen=True):
    """What a post allows at the screen."""

    name: str
    books: bool = False
    """May be responsible for any entry."""
    approves: bool = False
    """May sign as the second officer."""
    witnesses: bool = False
    """May sign beside another for a count, a closing, a handover or a new PIN."""
    sets_up: bool = False
    """May found, describe and bring in, and type for an officer who is present."""


_READS: Final = Role("reads")

_ROLES: Final = {
    "treasurer": Role("treasurer", True, True, True, True),
    "chair": Role("chair", True, True, True, True),
    "vice-chair": Role("chair", True, True, True, True),
    "secretary": Role("secretary", True, True, True, True),
    "member": Role("committee", True, True, True, True),
    "collector": Role("collector", books=True),
    "oversight": Role("oversight", witnesses=True),
    "auditor": Role("auditor", witnesses=True),
    "facilitator": Role("facilitator", sets_up=True),
}


def role_of(post: str) -> Role:
    """Return the role of a post; one that is not listed, such as the pump operator's, only reads."""
    return _ROLES.get(post, _READS)


SETTING_UP: Final = frozenset(
    {
        "committee/1", "officer/1", "officer-changed/1", "officer-left/1", "decision/2",
        "water-system/1", "account/1",
        "category/1", "tariff/2", "members/1", "member-changed/1", "connection/1", "opening/1",
        "pad/1", "own-language/1", "phrases/1",
    }
)  # fmt: skip
"""Kinds of entries by which a book is set up."""

OVERSEEING: Final = frozenset(
    {
        "complaint/1", "complaint-moved/1", "complaint-answered/1", "complaint-asked/1",
        "complaint-reopened/1", "audit/1", "audit-list/1", "audit-sample/1", "audit-checks/1",
        "finding/1", "finding-followed/1", "audit-read/1", "count/2",
    }
)  # fmt: skip
"""Kinds of entries that oversight members and auditors make, who change nothing else.

A count moves no money: it says what two people saw, one of them of the committee.
"""

OF_EVERYBODY: Final = frozenset({"pin-set/1", "handover/1", "paper/1"})
"""Kinds of entries that whoever reads may make too: the own PIN, a handover, a print."""


def may(role: Role, kind: str) -> bool:
    """Say whether a role may be responsible for a kind of entry."""
    if role.books or kind in OF_EVERYBODY:
        return True
    return (role.sets_up and kind in SETTING_UP) or (role.witnesses and kind in OVERSEEING)
