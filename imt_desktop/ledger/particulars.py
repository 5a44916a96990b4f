"""What tells bills of one name apart: which instalment of how many, and which bill a late fee is for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from imt_desktop.journal import Reading, Ref
from imt_desktop.ledger.charging.terms import ONE_OFFS


@dataclass(frozen=True, slots=True)
class Instalment:
    """A bill is the ``number``-th of so many instalments, and due on a day."""

    number: int
    many: int
    due_on: date


@dataclass(frozen=True, slots=True)
class About:
    """A late fee is for the delay of this bill."""

    item: str
    period: str | None
    text: str


Particulars = Instalment | About

_INSTALMENTS: Final = f"""
SELECT b.seq, b.line, count(DISTINCT p.due_on) FILTER (WHERE p.due_on<=b.due_on),
  count(DISTINCT p.due_on) AS many, b.due_on
FROM bill b JOIN entry e USING (seq)
JOIN bill p ON p.seq=b.seq AND p.member=b.member
  AND (b.moved=1 OR (p.item=b.item AND p.connection IS b.connection))
WHERE b.member=? AND (e.kind='agreement/1' OR (b.moved=0 AND b.period IS NULL
  AND b.item IN ({",".join(f"'{item}'" for item in ONE_OFFS)})))
GROUP BY b.seq, b.line HAVING many>1
"""
"""A charge made once, or a debt that was agreed on: one entry states all instalments, each with its day."""

_ABOUT: Final = """
SELECT b.seq, b.line, o.item, o.period, o.text FROM bill b JOIN bill_about a USING (seq, line)
JOIN bill o ON o.seq=a.of_seq AND o.line=a.of_line WHERE b.member=? AND b.item='late'
"""


def particulars(book: Reading, member: int) -> dict[Ref, Particulars]:
    """Return what tells a member's bills apart, for those of which more is known than their name."""
    found: dict[Ref, Particulars] = {}
    for seq, line, number, many, due in book.driver.execute(_INSTALMENTS, (member,)):
        found[Ref(seq, line)] = Instalment(number, many, date.fromisoformat(due))
    for seq, line, item, period, text in book.driver.execute(_ABOUT, (member,)):
        found[Ref(seq, line)] = About(item, period, text)
    return found
