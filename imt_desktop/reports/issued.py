"""Papers that were issued before: what, about what, when, and the code that they carry."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from imt_desktop.community.complaints.queries import hidden_entries
from imt_desktop.journal import Reading
from imt_desktop.journal.anchor import code_of

MANY: Final = {"statement": "statements", "bill": "bills"}
"""What many papers of a kind are called that were issued in one go."""


class IssuedPaper(Struct, frozen=True):
    """A paper by the entry that issued it."""

    entry: int
    paper: str
    about: str
    """Its period, member or such; of a receipt its number."""
    number: str
    """That of the receipt or voucher it is about; empty where it is about something else."""
    languages: tuple[str, ...]
    copy: int
    on: date
    at: str
    """The second in which it was issued, as its entry has it: the same for all that were issued in one go."""
    code: str
    """The 16 characters on the paper: of a receipt those of its first print."""
    together: int = 1
    """How many were issued in one go: then it stands for all of them, and is the last one's entry."""

    @property
    def entries(self) -> range:
        """The entries that issued it, or each of them that were issued in one go."""
        return range(self.entry - self.together + 1, self.entry + 1)


_ISSUED = """
SELECT p.seq, p.paper, coalesce(l.receipt, p.about), coalesce(l.receipt, v.voucher, ''), p.languages, p.copy,
  e.effective_on, e.at, j.hash
FROM paper p JOIN entry e USING (seq)
LEFT JOIN money_line l ON p.paper='receipt' AND l.seq = CAST(p.about AS INTEGER)
  AND p.about = l.seq || '/' || l.line
LEFT JOIN money_line v ON p.paper='voucher' AND v.seq = CAST(p.about AS INTEGER)
  AND p.about = v.seq || '/' || v.line
JOIN journal j ON j.seq = coalesce(l.seq, p.seq)
ORDER BY p.seq DESC
"""


def issued_papers(book: Reading, reader: int | None = None) -> tuple[IssuedPaper, ...]:
    """Return the papers that entries issued, the newest first. First receipts are none of them.

    Statements or bills of many members that were issued in one go stand as one. The slip of a complaint
    is left out for the officer whom it is about, and for ANYBODY if it is about any.
    """
    hidden = hidden_entries(book, reader)
    found: list[IssuedPaper] = []
    for one in each_issued(book):
        if one.entry in hidden:
            continue
        if found and _in_one_go(one, found[-1]):
            period = found[-1].about.split(" ", 1)[0]
            together = found[-1].together + 1
            found[-1] = replace(found[-1], paper=MANY[one.paper], about=period, together=together)
        else:
            found.append(one)
    return tuple(found)


def each_issued(book: Reading) -> Iterator[IssuedPaper]:
    """Return the same papers, each of them for itself."""
    for seq, paper, about, number, languages, copy, on, at, hashed in book.driver.execute(_ISSUED):
        yield IssuedPaper(
            seq, paper, str(about), str(number), tuple(languages.split(",")), copy, date.fromisoformat(on),
            at, code_of(hashed, book.book.id),
        )  # fmt: skip


def issued_with(book: Reading, entry: int) -> range:
    """Return the entries of what was issued in one go with an entry; only itself where it was alone."""
    among = (one.entries for one in issued_papers(book) if entry in one.entries)
    return next(among, range(entry, entry + 1))


def _in_one_go(one: IssuedPaper, after: IssuedPaper) -> bool:
    """Whether a paper was issued right before the one, or the many, listed last."""
    same = (one.at, one.languages, one.copy) == (after.at, after.languages, after.copy)
    periods = one.about.split(" ", 1)[0], after.about.split(" ", 1)[0]
    return (
        same
        and one.paper in MANY
        and after.paper in (one.paper, MANY[one.paper])
        and one.entry == after.entry - after.together
        and periods[0] == periods[1]
        and one.about != after.about
    )
