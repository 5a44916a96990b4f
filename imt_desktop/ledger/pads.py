"""Paper receipt pads: who has which numbers, and which of them were typed in."""

from __future__ import annotations

from msgspec import Struct

from imt_desktop.journal import Reading


class Pad(Struct, frozen=True):
    """A registered pad, with the numbers on it that were typed in."""

    entry: int
    first: int
    last: int
    holder: str
    used: tuple[int, ...]

    @property
    def missing(self) -> tuple[int, ...]:
        """Numbers before the last one typed in that nobody typed: a gap to ask about."""
        used = set(self.used)
        return tuple(n for n in range(self.first, max(used, default=self.first)) if n not in used)


def pads(book: Reading) -> tuple[Pad, ...]:
    """Return all pads that were not cancelled, in the order of their numbers."""
    typed = {
        int(text)
        for (text,) in book.driver.execute(
            "SELECT DISTINCT pad FROM money_line WHERE pad<>'' AND void IS NULL"
        )
        if text.isascii() and text.isdecimal()
    }
    rows = book.driver.execute(
        "SELECT seq, first, last, holder FROM pad WHERE void IS NULL ORDER BY first"
    )
    return tuple(
        Pad(seq, first, last, holder, tuple(sorted(n for n in typed if first <= n <= last)))
        for seq, first, last, holder in rows
    )
