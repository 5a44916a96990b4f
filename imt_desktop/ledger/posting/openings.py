"""What the old book handed over."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from imt_desktop.journal import Entry, Recorded, Ref, Tables
from imt_desktop.journal.rooms import Post
from imt_desktop.ledger import entries as e
from imt_desktop.ledger import kinds
from imt_desktop.ledger.posting.lines import key_of, money_line, new_item, note_source, post


def _opened(tables: Tables, recorded: Recorded, entry: e.BalancesOpened) -> None:
    for number, line in enumerate(entry.lines, 1):
        ref, on = Ref(recorded.seq, number), recorded.on
        since = line.since or on
        if line.what == "account":
            money_line(tables, ref, "opening", on, line.amount, line.account, kinds.OPENING)
            post(tables, ref, on, (line.account, kinds.OPENING, line.amount))
        elif line.what == "debt":
            day = since.isoformat()
            tables.insert(
                "bill", *key_of(ref), line.member, None, "opening", None, line.amount, line.amount,
                day, day, None, line.text, 0, int(line.confirmed), 0, None,
            )  # fmt: skip
            tables.increase("member", "owed", (line.member,), line.amount)
        elif line.what == "ahead":
            confirmed = int(line.confirmed)
            tables.insert(
                "credit", *key_of(ref), line.member, line.amount, line.amount, confirmed, None
            )
            tables.increase("member", "ahead", (line.member,), line.amount)
        else:
            new_item(tables, ref, line.what, line.payee, line.text, line.category, line.amount,
                      on, since)  # fmt: skip
    note_source(tables, recorded, entry.source)


def _confirmed(tables: Tables, _recorded: Recorded, entry: e.OpeningsConfirmed) -> None:
    for table in ("bill", "credit"):
        tables.executemany(
            f"UPDATE {table} SET confirmed=1 WHERE seq=? AND line=?",
            [key_of(ref) for ref in entry.balances],
        )


POSTS: Final[Mapping[type[Entry], Post]] = {
    e.BalancesOpened: _opened,
    e.OpeningsConfirmed: _confirmed,
}
