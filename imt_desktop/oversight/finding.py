"""Find anything: members, lines of money and bills, decisions, by a word, a number or an amount.

The tables are read as they are. What was forgotten stands in none of them, so it cannot be found.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final, Literal

from msgspec import Struct

from imt_desktop.committee.queries import Decision, decisions
from imt_desktop.journal import Reading, Ref
from imt_desktop.ledger.finding import find as find_members
from imt_desktop.ledger.register import MemberRow, members
from imt_desktop.ledger.search import folded
from imt_desktop.ledger.spelling import pattern
from imt_desktop.money import Money

MOST: Final = 30
"""Lines, and members, of one answer."""

LONGEST, MOST_WORDS = 100, 8
"""Letters and words that are looked for; what is typed further does not make it another thing."""


class FoundLine(Struct, frozen=True):
    """A line of money, a bill, or a debt of ours from the old book (``item``)."""

    ref: Ref
    what: str
    """bill, item, or what the line of money is: payment, in, out, advance, move and so on."""
    on: date
    amount: Money
    kind: str
    """Of a bill what it is for; else a kind of money."""
    period: str | None
    number: str
    """The member's, empty without one."""
    name: str
    who: str
    text: str
    receipt: int | None
    voucher: str
    reference: str
    void: bool


class Found(Struct, frozen=True):
    """What was found: what fits exactly first, then the newest."""

    members: tuple[MemberRow, ...] = ()
    lines: tuple[FoundLine, ...] = ()
    decisions: tuple[Decision, ...] = ()
    more: bool = False
    """Whether there are more of one of them than are returned."""


class Named(Struct, frozen=True):
    """A paper that somebody asks for by its sort and number, as in ``Receipt 1830``."""

    sort: Literal["receipt", "voucher", "minute"]
    number: str


_EXACT: Final = "voucher=:whole OR old_receipt=:whole OR pad=:whole"

_LINES: Final = f"""
WITH hit(rank, seq, line, place) AS (
  SELECT 0, seq, line, 0 FROM money_line WHERE receipt=:receipt
  UNION ALL SELECT 1, seq, line, 0 FROM money_line WHERE reference=:whole AND reference<>''
  UNION ALL SELECT * FROM (SELECT 1, seq, line, 0 FROM money_line WHERE {_EXACT}
    ORDER BY seq DESC LIMIT :most)
  UNION ALL SELECT * FROM (SELECT 2, seq, line, 0 FROM money_line WHERE amount=:amount
    ORDER BY seq DESC LIMIT :most)
  UNION ALL SELECT * FROM (SELECT 2, seq, line, 1 FROM bill WHERE amount=:amount
    ORDER BY seq DESC LIMIT :most)
  UNION ALL SELECT * FROM (SELECT 3, seq, line, 0 FROM money_line WHERE {{money}}
    ORDER BY seq DESC LIMIT :most)
  UNION ALL SELECT * FROM (SELECT 3, seq, line, 1 FROM bill WHERE {{bill}}
    ORDER BY seq DESC LIMIT :most)
  UNION ALL SELECT * FROM (SELECT 3, seq, line, 2 FROM open_item WHERE {{item}}
    ORDER BY seq DESC LIMIT :most)
)
SELECT h.seq, h.line, CASE h.place WHEN 0 THEN l.what WHEN 1 THEN 'bill' ELSE 'item' END,
  coalesce(l.effective_on, b.billed_on, i.effective_on), coalesce(l.amount, b.amount, i.amount),
  coalesce(l.kind, b.item, i.what), b.period, coalesce(m.number, ''), coalesce(m.name, ''),
  coalesce(l.who, i.who, ''), coalesce(l.text, b.text, i.text), l.receipt, coalesce(l.voucher, ''),
  coalesce(l.reference, ''), coalesce(l.void, b.void, i.void) IS NOT NULL
FROM (SELECT min(rank) AS rank, seq, line, min(place) AS place FROM hit GROUP BY seq, line
  ORDER BY 1, 2 DESC, 3 LIMIT :most) h
LEFT JOIN money_line l ON h.place=0 AND l.seq=h.seq AND l.line=h.line
LEFT JOIN bill b ON h.place=1 AND b.seq=h.seq AND b.line=h.line
LEFT JOIN open_item i ON h.place=2 AND i.seq=h.seq AND i.line=h.line
LEFT JOIN member m ON m.id=coalesce(l.member, b.member)
ORDER BY h.rank, h.seq DESC, h.line
"""
"""A line that stands in several tables is found once, as the line of money where it is one."""

_WORDS: Final = {
    "money": ("who", "text", "voucher", "reference", "old_receipt", "pad"),
    "bill": ("text",),
    "item": ("who", "text"),
}
"""Where words are looked for. All of them must stand in a line, each wherever it is."""


def find(
    book: Reading,
    text: str,
    amount: Money | None = None,
    named: Named | None = None,
    most: int = MOST,
) -> Found:
    """Find what a text may mean: the text itself, ``amount`` if it is money, ``named`` if a paper."""
    found = _find(book, text, amount, most + 1)  # one too many tells that there are more
    if named is not None:
        paper = _of_sort(_find(book, named.number, None, most + 1), named.sort)
        found = Found(
            found.members,
            tuple(dict.fromkeys((*paper.lines, *found.lines))),
            tuple(dict.fromkeys((*paper.decisions, *found.decisions))),
        )
    return _first(found, most)


def _first(found: Found, most: int) -> Found:
    return Found(
        found.members[:most],
        found.lines[:most],
        found.decisions[:most],
        any(len(part) > most for part in (found.members, found.lines, found.decisions)),
    )


def _of_sort(found: Found, sort: str) -> Found:
    if sort == "minute":
        return Found(decisions=found.decisions)
    lines = found.lines
    if sort == "voucher":
        return Found(lines=tuple(one for one in lines if one.voucher))
    return Found(lines=tuple(one for one in lines if one.what == "payment" or one.receipt))


def _find(book: Reading, text: str, amount: Money | None, most: int) -> Found:
    wanted = " ".join(text.replace("\0", "")[:LONGEST].split()[:MOST_WORDS])
    if not wanted:
        return Found()
    lines = _lines(book, wanted, amount, most)
    exact = any(_is_exact(one, wanted) for one in lines)
    return Found(
        _members(book, wanted, most, near=not exact),
        tuple(sorted(lines, key=lambda one: not _is_exact(one, wanted))),
        tuple(one for one in decisions(book) if _decided(one, wanted))[:most],
    )


def _is_exact(one: FoundLine, wanted: str) -> bool:
    """Whether a line has what was typed as its whole receipt, voucher or reference."""
    whole = folded(wanted)
    return whole in (str(one.receipt), folded(one.voucher), folded(one.reference))


def _members(book: Reading, wanted: str, most: int, near: bool) -> tuple[MemberRow, ...]:
    """Return members, the nearest first; who has a meter of that number; ``near``: names that are like it."""
    register = members(book)
    found = find_members(register, wanted)
    called = _with_connection(book, wanted) - {one.id for one in found.rows}
    rows = (*found.rows, *(one for one in register if one.id in called))
    return (rows or (found.near if near else ()))[:most]


def _with_connection(book: Reading, wanted: str) -> set[int]:
    """Return who holds a connection that is called so: mostly by the number on its meter."""
    rows = book.driver.execute(
        "SELECT h.member, c.label FROM connection c JOIN holder h ON h.connection=c.id"
        " WHERE h.until_seq IS NULL AND c.void IS NULL AND c.label<>''"
    )
    return {member for member, label in rows if folded(label) == folded(wanted)}


def _decided(one: Decision, wanted: str) -> bool:
    said = folded(f"{one.minute} {one.what}")
    return all(word in said for word in folded(wanted).split())


def _lines(book: Reading, wanted: str, amount: Money | None, most: int) -> tuple[FoundLine, ...]:
    patterns = {f"word{n}": pattern(word) for n, word in enumerate(wanted.split())}
    conditions = {
        name: " AND ".join(_says(word, columns) for word in patterns)
        for name, columns in _WORDS.items()
    }
    number = int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) < 19 else -1
    rows = book.driver.execute(
        _LINES.format(**conditions),
        {
            **patterns,
            "whole": wanted,
            "receipt": number,
            "amount": amount.minor if amount else None,
            "most": most,
        },
    )
    return tuple(_line(row, book) for row in rows)


def _says(word: str, columns: tuple[str, ...]) -> str:
    """Return SQL for a word in any of the columns; most are empty, which is quicker to see."""
    return "(" + " OR ".join(f"{one}<>'' AND {one} GLOB :{word}" for one in columns) + ")"


def _line(row: tuple[Any, ...], book: Reading) -> FoundLine:
    values = (Ref(row[0], row[1]), *row[2:])
    fields = dict(zip(FoundLine.__struct_fields__, values, strict=True))
    fields["on"] = date.fromisoformat(fields["on"])
    fields["amount"] = Money(fields["amount"], book.currency)
    fields["void"] = bool(fields["void"])
    return FoundLine(**fields)
