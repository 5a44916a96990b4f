"""Debts that went to another household with its connection: which bill it was, from whom and to whom."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from imt_desktop.journal import Reading, Ref


class Handed(Struct, frozen=True):
    """A debt that went from one member to another."""

    item: str
    period: str | None
    text: str
    from_number: str
    from_name: str
    to_number: str
    to_name: str
    member: int
    """Whose it is now."""


_HANDED: Final = """
SELECT u.seq, u.line, o.item, o.period, o.text, f.number, f.name, t.number, t.name, b.member
FROM entry e JOIN used u ON u.seq=e.seq AND u.what='bill'
JOIN bill b ON b.seq=u.seq AND b.line=u.line
JOIN bill o ON o.seq=u.of_seq AND o.line=u.of_line
JOIN member f ON f.id=o.member JOIN member t ON t.id=b.member
WHERE e.kind='holders/1'
"""


def handed(book: Reading, where: str = "", *values: int) -> dict[Ref, Handed]:
    """Return debts that went to another member, by the line that moved them: both members' line."""
    rows = book.driver.execute(f"{_HANDED}{where}", values)
    return {Ref(seq, line): Handed(*row) for seq, line, *row in rows}


def handed_to(book: Reading, member: int) -> dict[Ref, Handed]:
    """Return the debts that a member took over."""
    return handed(book, " AND b.member=?", member)


def handed_by(book: Reading, member: int) -> dict[Ref, Handed]:
    """Return the debts of a member that others took over."""
    return handed(book, " AND o.member=?", member)


def origin_of(book: Reading, bill: Ref) -> Ref:
    """Return the bill that was made, of one that moved or was put into instalments since."""
    row = book.driver.execute(
        "SELECT of_seq, of_line FROM used WHERE seq=? AND line=? AND what='bill'",
        (bill.entry, bill.line),
    ).fetchone()
    return origin_of(book, Ref(*row)) if row else bill
