"""How each entry of the ledger changes its tables.

Posting only adds up what an entry states: it recalculates nothing and asks no setting and no clock.
"""

from __future__ import annotations

from typing import Final

from imt_desktop.journal import Entry, Room
from imt_desktop.journal.rooms import Post
from imt_desktop.ledger.charging import posting as charging
from imt_desktop.ledger.closing import posting as closing
from imt_desktop.ledger.posting import bills, members, money, openings, payments, voids
from imt_desktop.ledger.recovery import posting as recovery
from imt_desktop.ledger.tables import TABLES
from imt_desktop.ledger.touching import noting_members
from imt_desktop.ledger.waiting import posting as waiting
from imt_desktop.ledger.walking import posting as walking

_POSTS: Final[dict[type[Entry], Post]] = {
    **members.POSTS,
    **bills.POSTS,
    **payments.POSTS,
    **money.POSTS,
    **openings.POSTS,
    **voids.POSTS,
    **charging.POSTS,
    **recovery.POSTS,
    **closing.POSTS,
    **waiting.POSTS,
    **walking.POSTS,
}

ROOM: Final = Room("ledger", TABLES, noting_members(_POSTS), closing.admit)
