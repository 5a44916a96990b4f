"""What a page says of copies: which there are, what one holds, what each of two has that the other lacks."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from msgspec import Struct

from imt_desktop.i18n import Translator
from imt_desktop.money import Currency
from imt_desktop.oversight import copies
from imt_desktop.oversight.copies import Holds
from imt_desktop.ui.widgets import shortened
from imt_desktop.wording.copies import only_words

MOST_TOLD: Final = 200
"""Entries that are told one by one; the command ``compare --json`` tells them all."""
_LONGEST: Final = 300
"""Letters of one."""


class Side(Struct, frozen=True):
    """What one of two copies has that the other lacks, in words; ``more`` entries are not told."""

    told: tuple[str, ...]
    more: int


NOTHING: Final = Side((), 0)


class Found(Struct, frozen=True):
    """What a copy holds, and what would be lost and gained by bringing it back."""

    holds: Holds
    ours: Side
    theirs: Side

    @property
    def relation(self) -> str:
        """How the book here and the copy stand to each other; empty where that is not known."""
        return self.holds.against.relation if self.holds.against else ""


def look_at(copy: Path, book: Path, currency: Currency, tr: Translator) -> Found:
    """Look at a copy, and hold it against the book here. Raises what ``copies.look`` raises."""
    holds = copies.look(copy, book)
    against = holds.against
    if against is None:
        return Found(holds, NOTHING, NOTHING)
    return Found(
        holds,
        _side(book, against.common, against.first.seq, currency, tr),
        _side(copy, against.common, against.second.seq, currency, tr),
    )


def _side(path: Path, common: int, last: int, currency: Currency, tr: Translator) -> Side:
    if last <= common:
        return NOTHING
    until = min(last, common + MOST_TOLD)
    lines, known = copies.only_in(path, common, until)
    told = (shortened(only_words(one, known, currency, tr), _LONGEST) for one in lines)
    return Side(tuple(told), last - until)
