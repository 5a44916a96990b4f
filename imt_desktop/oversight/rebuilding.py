"""How far a committee is with a book whose laptop is gone: the copy, and the days put together again."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from imt_desktop.journal import Reading


class Rebuilding(Struct, frozen=True):
    """What the book knows of it."""

    restored: int | None
    """The entry by which a copy was brought back last."""
    known_until: date | None
    """The day of the last entry before that: what came after it has to be found on paper."""
    rebuilt: tuple[tuple[date, date], ...]
    """Days that are marked as rebuilt, the newest first."""


def rebuilding(book: Reading) -> Rebuilding:
    """Return how far the committee is."""
    (restored,) = book.driver.execute("SELECT max(seq) FROM restored").fetchone()
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
    """Whether something came after the copy from which the book was brought back, as far as is known.

    Entries were left behind, or people hold receipts with higher numbers; until the days are marked as
    rebuilt, or a month is closed, which asks about it.
    """
    row = book.driver.execute(
        "SELECT seq, left_last IS NOT NULL OR last_receipt>(SELECT coalesce(max(receipt),0)"
        " FROM money_line WHERE seq<restored.seq) FROM restored ORDER BY seq DESC LIMIT 1"
    ).fetchone()
    if row is None or not row[1]:
        return False
    answered = book.driver.execute(
        "SELECT 1 FROM rebuilt_period WHERE seq>?1 UNION ALL SELECT 1 FROM closed_month WHERE seq>?1",
        (row[0],),
    ).fetchone()
    return answered is None
