"""What tells bills of one name apart: which instalment it is, which bill was late, from whom it came."""

from __future__ import annotations

from datetime import date
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from imt_desktop.journal import Reading, Ref
from imt_desktop.ledger.charging.terms import ONE_OFFS
from imt_desktop.ledger.handed import handed_by, handed_to


class About(Struct, frozen=True):
    """A late fee is for the delay of this bill."""

    item: str
    period: str | None
    text: str


class Instalment(Struct, frozen=True):
    """A bill is the ``number``-th of so many instalments, and due on a day; of a late fee also for what."""

    number: int
    many: int
    due_on: date
    about: About | None = None


class TakenOver(Struct, frozen=True):
    """A debt that came with a connection from the household that held it before."""

    number: str
    name: str
    about: About | None = None


class WentTo(Struct, frozen=True):
    """A debt that went with a connection to the household that holds it now, and which bill it was."""

    number: str
    name: str
    bill: About


Particulars = Instalment | About | TakenOver | WentTo

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
WITH RECURSIVE piece(seq, line, of_seq, of_line) AS (
  SELECT seq, line, seq, line FROM bill WHERE member=? AND item='late'
  UNION ALL
  SELECT p.seq, p.line, u.of_seq, u.of_line FROM piece p
  JOIN used u ON u.seq=p.of_seq AND u.line=p.of_line AND u.what='bill')
SELECT p.seq, p.line, o.item, o.period, o.text FROM piece p
JOIN bill_about a ON a.seq=p.of_seq AND a.line=p.of_line
JOIN bill o ON o.seq=a.of_seq AND o.line=a.of_line
"""
"""A late fee names its bill; so does what an agreement or a new holder made of it."""


def particulars(book: Reading, member: int) -> dict[Ref, Particulars]:
    """Return what tells a member's bills apart, for those of which more is known than their name.

    Debts that went to another member are found by the line that says so.
    """
    found: dict[Ref, Particulars] = {
        ref: WentTo(one.to_number, one.to_name, About(one.item, one.period, one.text))
        for ref, one in handed_by(book, member).items()
    }
    for ref, one in handed_to(book, member).items():
        found[ref] = TakenOver(one.from_number, one.from_name)
    for seq, line, number, many, due in book.driver.execute(_INSTALMENTS, (member,)):
        found[Ref(seq, line)] = Instalment(number, many, date.fromisoformat(due))
    for seq, line, item, period, text in book.driver.execute(_ABOUT, (member,)):
        ref, about = Ref(seq, line), About(item, period, text)
        part = found.get(ref)
        if isinstance(part, Instalment | TakenOver):
            found[ref] = replace(part, about=about)
        else:
            found[ref] = about
    return found
