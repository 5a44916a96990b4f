"""Papers that were issued before: what, about what, when, and the code that they carry."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from imt_desktop.journal import Reading
from imt_desktop.journal.anchor import code_of


@dataclass(frozen=True, slots=True)
class IssuedPaper:
    """A paper by the entry that issued it."""

    entry: int
    paper: str
    about: str
    """Its period, member or such; of a receipt its number."""
    languages: tuple[str, ...]
    copy: int
    on: date
    code: str
    """The 16 characters on the paper: of a receipt those of its first print."""


_ISSUED = """
SELECT p.seq, p.paper, coalesce(l.receipt, p.about), p.languages, p.copy, e.effective_on, j.hash
FROM paper p JOIN entry e USING (seq)
LEFT JOIN money_line l ON p.paper='receipt' AND p.about = l.seq || '/' || l.line
JOIN journal j ON j.seq = coalesce(l.seq, p.seq)
ORDER BY p.seq DESC
"""


def issued_papers(book: Reading) -> tuple[IssuedPaper, ...]:
    """Return all papers that entries issued, the newest first. First receipts are none of them."""
    return tuple(
        IssuedPaper(
            seq, paper, str(about), tuple(languages.split(",")), copy, date.fromisoformat(on),
            code_of(hashed, book.book.id),
        )
        for seq, paper, about, languages, copy, on, hashed in book.driver.execute(_ISSUED)
    )  # fmt: skip
