"""What a cancelling takes back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from imt_desktop.journal import Entry, Recorded, Ref, Tables
from imt_desktop.journal.rooms import Post
from imt_desktop.ledger import entries as e
from imt_desktop.ledger.as_of import USED_ON
from imt_desktop.ledger.charging import posting as charging
from imt_desktop.ledger.posting.debts import change_credit, note_was, open_bill, owner_of, unsettle
from imt_desktop.ledger.posting.lines import add_to_month, day_of, key_of, post_part


def _voided(tables: Tables, recorded: Recorded, entry: e.Voided) -> None:
    until = None if entry.in_place else recorded.on.isoformat()
    for freed in entry.freed:
        unsettle(tables, freed, recorded.seq, until)
    for number in entry.lines:
        _strike(tables, recorded, Ref(entry.entry, number), entry)
    for restored in entry.restored:
        _restore(tables, restored)
    if entry.in_place:
        for taken in entry.taken:
            add_to_month(tables, taken.account, taken.kind, -taken.amount, taken.amount,
                   day_of(tables, Ref(entry.entry, taken.line)))  # fmt: skip
    else:
        for part, taken in enumerate(entry.taken, 1):
            post_part(tables, Ref(recorded.seq), part, recorded.on.isoformat(),
                       (taken.account, taken.kind, taken.amount),
                       Ref(entry.entry, taken.line))  # fmt: skip
    _strike_founded(tables, recorded, entry)
    tables.insert("cancelled", recorded.seq, entry.entry, entry.reason, recorded.on.isoformat())
    _void_source(tables, recorded, entry)


def _restore(tables: Tables, restored: e.Restored) -> None:
    """Open again what a cancelled line had used."""
    if restored.what == "credit":
        member = owner_of(tables, "credit", restored.ref)
        change_credit(tables, restored.ref, member, restored.amount)
    elif restored.what == "bill":
        open_bill(tables, restored.ref, owner_of(tables, "bill", restored.ref), restored.amount)
    else:
        tables.increase("open_item", "open", key_of(restored.ref), restored.amount)


def _strike_founded(tables: Tables, recorded: Recorded, entry: e.Voided) -> None:
    """Strike members, connections and other things that the cancelled entry had founded."""
    for founded in entry.founded:
        tables.execute(
            f"UPDATE {_FOUNDED[founded.what]} SET void=? WHERE id=?", (recorded.seq, founded.id)
        )
        if founded.what == "connection":
            tables.execute("DELETE FROM holder WHERE connection=?", (founded.id,))
    if entry.handed_back is not None:
        key = (entry.handed_back, entry.entry)
        tables.execute("DELETE FROM holder WHERE connection=? AND from_seq=?", key)
        tables.execute(
            "UPDATE holder SET until_seq=NULL, until_on=NULL WHERE connection=? AND until_seq=?",
            key,
        )


_FOUNDED: Final = {
    name: name for name in ("member", "connection", "tariff", "pad", "relief", "drive", "asset")
}


def _void_source(tables: Tables, recorded: Recorded, entry: e.Voided) -> None:
    """Let a file be brought in again once nothing is left of it."""
    if not tables.execute("SELECT 1 FROM source WHERE seq=?", (entry.entry,)).fetchone():
        return
    left = " UNION ALL ".join(
        f"SELECT 1 FROM {table} WHERE seq=?2 AND void IS NULL"
        for table in ("money_line", "bill", "credit", "open_item", "reading")
    )
    tables.execute(
        f"UPDATE source SET void=?1 WHERE seq=?2 AND NOT EXISTS ({left})",
        (recorded.seq, entry.entry),
    )


def _strike(tables: Tables, recorded: Recorded, ref: Ref, entry: e.Voided) -> None:
    key = key_of(ref)
    tables.execute(
        "UPDATE money_line SET void=?, void_reason=? WHERE seq=? AND line=?",
        (recorded.seq, entry.reason, *key),
    )
    if not entry.in_place:
        _remember(tables, recorded, ref)
    if credit := tables.look_up("credit", key, "member", "left_over"):
        change_credit(tables, ref, credit[0], -credit[1])
        tables.change("credit", key, "void", recorded.seq)
    if bill := tables.look_up("bill", key, "member", "open"):
        open_bill(tables, ref, bill[0], -bill[1])
        tables.change("bill", key, "void", recorded.seq)
    tables.execute(
        "UPDATE open_item SET open=0, void=? WHERE seq=? AND line=?", (recorded.seq, *key)
    )
    for table in charging.LINES:
        tables.execute(f"UPDATE {table} SET void=? WHERE seq=? AND line=?", (recorded.seq, *key))
    tables.execute("DELETE FROM used WHERE seq=? AND line=?", key)
    if entry.in_place:
        tables.execute("UPDATE posting SET void=? WHERE seq=? AND line=?", (recorded.seq, *key))
        for side in ("of", "with"):
            tables.execute(f"DELETE FROM open_before WHERE {side}_seq=? AND {side}_line=?", key)


def _remember(tables: Tables, recorded: Recorded, ref: Ref) -> None:
    """Note what was open of a line of a closed month, and what it had used, until it is cancelled."""
    until = recorded.on.isoformat()
    for left in (
        tables.look_up("credit", key_of(ref), "left_over"),
        tables.look_up("bill", key_of(ref), "open"),
        tables.execute("SELECT open FROM open_item WHERE seq=? AND line=?", key_of(ref)).fetchone(),
    ):
        if left:
            note_was(tables, recorded.seq, ref, "void", left[0], "", until)
    for of_seq, of_line, amount, since in tables.execute(
        f"SELECT of_seq, of_line, amount, {USED_ON} FROM used u WHERE seq=? AND line=?",
        key_of(ref),
    ).fetchall():
        note_was(tables, recorded.seq, Ref(of_seq, of_line), "used", -amount, since, until, ref)


POSTS: Final[Mapping[type[Entry], Post]] = {
    e.Voided: _voided,
}
