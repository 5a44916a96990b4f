"""How far a committee is with a book whose laptop is gone: the copy, and the days put together again."""

from __future__ import annotations

from datetime import date
from typing import Final

from msgspec import Struct

from imt_desktop.journal import Reading


class Rebuilding(Struct, frozen=True):
    """What the book knows of it."""

    restored: int | None
    """The entry by which a copy was brought back last, or first of those that still lack something."""
    known_until: date | None
    """The day of the last entry before that: what came after it has to be found on paper."""
    rebuilt: tuple[tuple[date, date], ...]
    """Days that are marked as rebuilt, the newest first."""


def rebuilding(book: Reading) -> Rebuilding:
    """Return how far the committee is."""
    (restored,) = book.driver.execute("SELECT max(seq) FROM restored").fetchone()
    restored = _unanswered(book) or restored
    (last,) = book.driver.execute(
        "SELECT max(effective_on) FROM entry WHERE ?1 IS NULL OR seq<?1", (restored,)
    ).fetchone()
    periods = book.driver.execute("SELECT first, last FROM rebuilt_period ORDER BY first DESC")
    return Rebuilding(
        restored,
        date.fromisoformat(last) if last else None,
        tuple((date.fromisoformat(a), date.fromisoformat(b)) for a, b in periods),
    )


def lacks_something(book: Reading) -> bool:
    """Whether something came after a copy from which the book was brought back, as far as is known.

    Entries were left behind, or people hold receipts with higher numbers; until the days are marked as
    rebuilt, or the month is closed, which asks about it. What is brought or taken over later answers
    nothing.
    """
    return _unanswered(book) is not None


def _unanswered(book: Reading) -> int | None:
    (seq,) = book.driver.execute(_UNANSWERED).fetchone()
    return None if seq is None else int(seq)


_UNANSWERED: Final = """
SELECT min(r.seq) FROM restored r JOIN entry e ON e.seq=r.seq
WHERE (r.left_last IS NOT NULL
       OR r.last_receipt>(SELECT coalesce(max(receipt),0) FROM money_line WHERE seq<r.seq))
  AND NOT EXISTS (SELECT 1 FROM rebuilt_period WHERE seq>r.seq)
  AND NOT EXISTS (SELECT 1 FROM closed_month
                  WHERE seq>r.seq AND month>=substr(e.effective_on,1,7))
"""
