"""Lines of money, totals of months, and things that stay open: what all postings write."""

from __future__ import annotations

from datetime import date

from imt_desktop.journal import Recorded, Ref, Tables
from imt_desktop.ledger import entries as e
from imt_desktop.period import iso


def key_of(ref: Ref) -> tuple[int, int]:
    """Return the key of a line in its tables."""
    return ref.entry, ref.line


def day_of(tables: Tables, ref: Ref) -> str:
    """Return the booking day of a line that was posted."""
    row = tables.execute(
        "SELECT effective_on FROM posting WHERE seq=? AND line=?", key_of(ref)
    ).fetchone()
    return str(row[0])


def money_line(
    tables: Tables, ref: Ref, what: str, on: date, amount: int, account: int | None, kind: str, *,
    member: int | None = None, who: str = "", text: str = "", receipt: int | None = None,
    voucher: str = "", reference: str = "", envelope: str = "", attachment: str | None = None, pad: str = "",
) -> None:  # fmt: skip
    """Write down a line of money."""
    tables.insert(
        "money_line", ref.entry, ref.line, what, iso(on), amount, account, kind, member,
        who, text, receipt, voucher, reference, pad, "", envelope, attachment, None, None,
    )  # fmt: skip


Move = tuple[int | None, str, int]
"""Account, kind and signed amount of a posting."""


def post(tables: Tables, ref: Ref, on: date, *parts: Move) -> None:
    """Post amounts of a line to accounts and kinds."""
    day = iso(on)
    for part, move in enumerate(parts, 1):
        post_part(tables, ref, part, day, move, ref)


def post_part(tables: Tables, ref: Ref, part: int, day: str, move: Move, of: Ref) -> None:
    """Post one amount; ``of`` is the line that it is about."""
    account, kind, amount = move
    tables.insert(
        "posting", ref.entry, ref.line, part, account, kind, amount, day, of.entry, of.line, None
    )
    add_to_month(tables, account, kind, amount, amount, day)


def add_to_month(
    tables: Tables, account: int | None, kind: str, side: int, amount: int, day: str
) -> None:
    """Add an amount to the month's total, on the side that ``side``'s sign names."""
    key = (account or 0, kind, day[:7])
    if side > 0:
        tables.increase("account_month", "amount_in", key, amount)
    else:
        tables.increase("account_month", "amount_out", key, -amount)
    if account is not None:
        tables.increase("account", "balance", (account,), amount)


def new_item(
    tables: Tables, ref: Ref, what: str, who: str, text: str, category: str, amount: int, on: date,
    due_on: date | None = None,
) -> None:  # fmt: skip
    """Open something that is to be finished later: owed, an advance, not yet known whose."""
    tables.insert(
        "open_item", *key_of(ref), what, who, text, category, amount, amount, iso(on),
        iso(due_on) if due_on else None, None,
    )  # fmt: skip


def use_item(tables: Tables, ref: Ref, item: Ref, amount: int) -> None:
    """Finish a part of an open item."""
    tables.increase("open_item", "open", key_of(item), -amount)
    note_use(tables, ref, item, "item", amount)


def note_use(tables: Tables, ref: Ref, of: Ref, what: str, amount: int) -> None:
    """Note how much of an earlier line a line used."""
    tables.insert("used", *key_of(of), *key_of(ref), what, amount)


def note_source(tables: Tables, recorded: Recorded, source: e.Source | None) -> None:
    """Remember the file that an entry came from."""
    if source:
        tables.insert(
            "source", recorded.seq, source.sha256, source.file, source.sheet, source.kind, None
        )
